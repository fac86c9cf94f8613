// The explorer: filters and sorts all figures with DataTables, which itables brings, and keeps its state in the address.
// Where it cannot, it goes, and the plain tables of the page stand (explorer.css hides them while it is there).
(function () {
"use strict";
const section = document.getElementById("explorer");
const plain = document.getElementById("plain");
const form = section?.querySelector("form");
const found = section?.querySelector(".pd-found");
const words = JSON.parse(section?.dataset.words || "{}");
const isChinese = document.documentElement.lang.startsWith("zh");
const FILTERS = ["q", "place", "period", "topic", "kind", "nature", "status"];
const ORDERS = { name: [0, "asc"], value: [1, "asc"], "value-desc": [1, "desc"], place: [2, "asc"], period: [3, "asc"], "period-desc": [3, "desc"] };
// What a row of rows.json holds, in this order (render/explorer.py).
const [SLUG, ANCHOR, SERIES, NAME, VALUE_ZH, VALUE_EN, NUMBER, UNIT, AREA, PERIOD, CODES, NOTE, EDIT, PRINTED] = Array(14).keys();
const PAGE = 50;
const HAN = /(\p{Script=Han}+)/u;
const FORMULA = /^[+-](?!\d+(?:\.\d+)?%?$)/;

const say = (name, values) => words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
const fold = (text) => text.normalize("NFKC").toLowerCase();

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// Texts stand as [Chinese, English]: the page's language where there is one, else the Chinese, marked as such.
function told([zh, en]) {
  if (isChinese || !en) return isChinese ? [zh] : [element("span", { lang: "zh-Hans" }, zh)];
  return en.split(HAN).filter(Boolean).map((piece) => (HAN.test(piece) ? element("span", { lang: "zh-Hans" }, piece) : piece));
}

function shown(row) {
  const pieces = (!isChinese && row[VALUE_EN]) || row[VALUE_ZH];
  return pieces.map((piece, at) => piece && element("span", { class: at === 1 ? "pd-number" : "pd-unit" }, piece)).filter(Boolean);
}

// What the table shows of a row, cell by cell; nothing is ever read as markup.
function cells(data) {
  const natures = new Map([...form.nature.options].map((option) => [option.value, option.dataset.words]));
  const page = (address) => `${section.dataset.pages}${address}`;
  const digest = (row) => page(`digests/${data.slugs[row[SLUG]]}/`);
  return {
    name(row) {
      const name = data.names[row[NAME]];
      const status = !isChinese && words[name[2]];
      const link = row[SERIES] < 0 ? told(name) : [element("a", { href: page(`indicators/${data.series[row[SERIES]]}/`) }, ...told(name))];
      return [...link, ...(status ? [" ", element("span", { class: `pd-status pd-status--${name[2]}` }, status)] : [])];
    },
    value(row) {
      const made = [element("span", { class: "pd-value" }, ...shown(row))];
      if (row[PRINTED]) made.push(" ", element("span", { class: "pd-printed" }, `${words.printed} `, element("span", { lang: "zh-Hans" }, row[PRINTED])));
      if (row[EDIT]) made.push(" ", element("a", { class: "pd-edited", href: `${digest(row)}#${row[EDIT]}` }, words.edited));
      return made;
    },
    place: (row) => (row[AREA] < 0 ? [] : told(data.areas[row[AREA]].slice(1))),
    period: (row) => told(data.periods[row[PERIOD]]),
    nature(row) {
      const nature = data.codes[row[CODES]][2];
      return [element("span", { class: `pd-chip pd-chip--${nature}` }, natures.get(nature))];
    },
    note: (row) => (row[NOTE] < 0 ? [] : told(data.notes[row[NOTE]])),
    source: (row) => [element("a", { href: `${digest(row)}#${row[ANCHOR]}` }, words.source)],
  };
}

// The columns of the file that can be downloaded; those that indicators.csv has as well have its names.
function fields(data) {
  const code = (at) => (row) => data.codes[row[CODES]][at];
  const of = (list, index, at) => (row) => (row[index] < 0 ? "" : data[list][row[index]][at]);
  return {
    slug: (row) => data.slugs[row[SLUG]],
    id: (row) => row[ANCHOR],
    indicator_id: (row) => (row[SERIES] < 0 ? "" : data.series[row[SERIES]]),
    name_zh: of("names", NAME, 0), name_en: of("names", NAME, 1), name_status: of("names", NAME, 2),
    topic: code(0), kind: code(1),
    value_zh: (row) => row[VALUE_ZH].join(""), value_en: (row) => (row[VALUE_EN] || []).join(""),
    obs_value: (row) => row[NUMBER], unit_measure: (row) => row[UNIT],
    place_zh: of("areas", AREA, 1), place_en: of("areas", AREA, 2),
    time_period: of("periods", PERIOD, 2), nature: code(2), obs_status: code(3),
    note_zh: of("notes", NOTE, 0), note_en: of("notes", NOTE, 1),
    url: (row) => new URL(`${section.dataset.pages}digests/${data.slugs[row[SLUG]]}/#${row[ANCHOR]}`, location.href).href,
  };
}

// The place that each of the listed has among them.
function ranks(list, compare) {
  const found = new Array(list.length);
  list.map((_, at) => at).sort((a, b) => compare(list[a], list[b])).forEach((at, rank) => { found[at] = rank; });
  return found;
}

// Values are in order among those of their unit.
function byValue(one, other) {
  if (one[UNIT] !== other[UNIT]) return one[UNIT] < other[UNIT] ? -1 : 1;
  return (one[NUMBER] === "" ? -Infinity : Number(one[NUMBER])) - (other[NUMBER] === "" ? -Infinity : Number(other[NUMBER])) || 0;
}

const once = (make) => { let made; return () => (made ??= make()); };

function columns(data) {
  const { name, value, place, period, nature, note, source } = cells(data);
  const shownIn = isChinese ? 0 : 1;
  const { compare } = new Intl.Collator(document.documentElement.lang);
  const nameRanks = once(() => ranks(data.names, (a, b) => compare(a[shownIn] || a[0], b[shownIn] || b[0])));
  const placeRanks = once(() => ranks(data.areas, (a, b) => compare(a[0], b[0])));
  const valueRanks = once(() => ranks(data.rows, byValue));
  const sorts = {
    name: (row) => nameRanks()[row[NAME]],
    value: (_, at) => valueRanks()[at],
    place: (row) => (row[AREA] < 0 ? Infinity : placeRanks()[row[AREA]]),
    period: (row) => data.periods[row[PERIOD]][3] || -Infinity,
  };
  const filled = (make) => (td, _, row) => { td.replaceChildren(...make(row)); td.setAttribute("role", td.matches("th") ? "rowheader" : "cell"); };
  const column = (make, className, sort, orderSequence = []) => ({
    data: null, className, orderable: Boolean(sort), orderSequence, type: "num", searchable: false,
    render: (row, type, _, meta) => (type === "sort" ? sort(row, meta.row) : ""), createdCell: filled(make),
  });
  const visible = [
    { ...column(name, "", sorts.name, ["asc", ""]), cellType: "th" },
    column(value, "pd-num", sorts.value, ["desc", "asc", ""]),
    column(place, "pd-where", sorts.place, ["asc", ""]),
    column(period, "pd-period", sorts.period, ["desc", "asc", ""]),
    column(nature, "pd-nature"), column(note, "pd-note"), column(source, "pd-leads"),
  ];
  const listed = Object.entries(fields(data)).map(([title, read]) => ({
    title, data: null, render: read, visible: false, searchable: false, orderable: false, type: "string-utf8", name: title,
  }));
  return [...visible, ...listed];
}

function chosen() {
  const parts = FILTERS.map((name) => [name, form[name].value.trim()]);
  return Object.fromEntries([...parts, ["sort", form.sort.value]].filter(([, value]) => value));
}

// Whether a row is among those asked for; the text is looked for in both languages, each word by itself.
function asked(data, texts) {
  const { q, place, period, ...codes } = chosen();
  const terms = fold(q || "").split(/\s+/u).filter(Boolean);
  const fits = data.codes.map((own) => ["topic", "kind", "nature", "status"].every((name, at) => !codes[name] || codes[name] === own[at]));
  const inPlace = data.areas.map(([id]) => !place || id === place);
  const inTime = data.periods.map((own) => !period || String(own[5] ?? "none") === period);
  return (_, row, at) => fits[row[CODES]] && inTime[row[PERIOD]] && (row[AREA] < 0 ? !place : inPlace[row[AREA]]) && terms.every((term) => texts[at].includes(term));
}

function searchable(data) {
  const joined = (list) => list.map((texts) => texts.join(" "));
  const names = joined(data.names.map((name) => name.slice(0, 2)));
  const areas = joined(data.areas.map((area) => area.slice(1)));
  const periods = joined(data.periods.map((period) => period.slice(0, 3)));
  const notes = joined(data.notes);
  return data.rows.map((row) => fold([names[row[NAME]], areas[row[AREA]], periods[row[PERIOD]], notes[row[NOTE]], row[VALUE_ZH].join(""), (row[VALUE_EN] || []).join("")].join("\n")));
}

function made($, data) {
  const guard = (text) => (FORMULA.test(text) ? `'${text}` : text);
  const all = columns(data);
  const table = $(section.querySelector("table")).DataTable({
    data: data.rows, columns: all, order: [], autoWidth: false, pageLength: PAGE, orderClasses: false,
    layout: { topStart: null, topEnd: null, bottomStart: "paging", bottomEnd: null },
    createdRow: (tr) => { tr.setAttribute("role", "row"); tr.cells[0].setAttribute("scope", "row"); },
    language: {
      emptyTable: words.none, zeroRecords: words.none,
      paginate: { first: "«", previous: "‹", next: "›", last: "»" },
      aria: {
        orderable: "", orderableReverse: "", orderableRemove: "",
        paginate: { first: words.first, previous: words.previous, next: words.next, last: words.last, number: `${words.page} ` },
      },
    },
  });
  new $.fn.dataTable.Buttons(table, {
    buttons: [{
      extend: "csvHtml5", filename: "indicators-selected", title: null, bom: true, footer: false, newline: "\r\n",
      exportOptions: {
        columns: all.map((column, at) => (column.name ? at : -1)).filter((at) => at >= 0), orthogonal: "export",
        modifier: { search: "applied", order: "applied", page: "all" },
        format: { body: guard },
      },
    }],
  });
  const region = table.table().node().closest(".dt-layout-row");
  region.classList.add("pd-region");
  for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", table.caption()]]) region.setAttribute(name, value);
  return table;
}

function report(table) {
  const pages = section.querySelector(".dt-paging");
  pages.querySelector("nav")?.setAttribute("aria-label", words.pages);
  pages.hidden = table.page.info().pages < 2;
  const { start, end, recordsDisplay, recordsTotal } = table.page.info();
  const n = (number) => number.toLocaleString("en");
  const all = recordsDisplay < recordsTotal ? ` ${say("narrowed", { all: n(recordsTotal) })}` : "";
  found.textContent = recordsDisplay ? say("info", { from: n(start + 1), to: n(end), n: n(recordsDisplay) }) + all : words.none;
}

function remember(table) {
  const state = new URLSearchParams(chosen());
  if (table.page()) state.set("page", table.page() + 1);
  const query = String(state);
  history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  document.querySelectorAll(".pd-languages a").forEach((link) => { link.search = query; });
}

function recall() {
  const state = new URLSearchParams(location.search);
  for (const name of [...FILTERS, "sort"]) {
    const wanted = state.get(name) || "";
    const field = form[name];
    field.value = !field.options || [...field.options].some((option) => option.value === wanted) ? wanted : "";
  }
  return Math.max(Number.parseInt(state.get("page"), 10) - 1 || 0, 0);
}

function run(table, data, page) {
  const texts = searchable(data);
  const filter = (page = 0) => {
    table.search.fixed("asked", asked(data, texts));
    table.order(form.sort.value ? [ORDERS[form.sort.value]] : []).draw();
    if (page) table.page(Math.min(page, table.page.info().pages - 1)).draw("page");
  };
  table.on("draw", () => { report(table); remember(table); });
  table.on("order", () => {
    const [first] = table.order();
    form.sort.value = Object.keys(ORDERS).find((name) => first && String(ORDERS[name]) === String(first.slice(0, 2))) || "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => filter());
  form.addEventListener("reset", () => setTimeout(filter));
  form.querySelector("[data-csv]").addEventListener("click", () => table.button(0).trigger());
  window.addEventListener("popstate", () => filter(recall()));
  filter(page);
}

// An address that names a plain table shows it.
function place() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const isPlain = Boolean(target && plain.contains(target));
  plain.classList.toggle("pd-named", isPlain);
  if (isPlain) target.scrollIntoView({ block: "start" });
}

async function start() {
  const at = (name) => new URL(section.dataset[name], document.baseURI).href;
  const page = recall();
  const [response, { jQuery }] = await Promise.all([fetch(at("rows")), import(at("component"))]);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const data = await response.json();
  section.hidden = false;
  run(made(jQuery, data), data, page);
  place();
  window.addEventListener("hashchange", place);
}

if (section) start().catch((error) => {
  section.remove();
  document.getElementById("explorer-failed").hidden = false;
  console.error(error);
});
}());
