// Search over Pagefind's index, which is fetched at the first query. A query in Chinese is a phrase, or phrases with
// spaces between: Pagefind finds the candidates by their words, and a page is shown only if it holds each phrase. The English pages are indexed
// without their Chinese sentences, so there a Chinese query asks the Chinese index and leads to the English pages.
const dialog = document.getElementById("search");
const opener = document.getElementById("search-open");
const input = document.getElementById("search-query");
const status = document.getElementById("search-status");
const list = document.getElementById("search-results");
const more = document.getElementById("search-more");
const BATCH = 10;
const HAN = /\p{Script=Han}/u;
// How a page sets the restored words of a text whose wording was altered (templates/wording.md).
const RESTORED = /〔还原：[^〕]*〕/gu;
const STOP = /[。！？]\s*|[.!?]\s+/u;
// A row of a table, as it is indexed, ends with its status.
const STATUS = /^.*(?:实际|预计|目标|Actual|Expected|Target)(?:<\/mark>)?\.(?=\s|<|$)/su;
const bundles = new Map();
let turn = 0;
let pending = null;

const isDigest = (data) => /\/digests\/[^/]+\//.test(data.url);
const squeeze = (text) => text.replace(/[\s\u200b]+/gu, "").toLowerCase();
const say = (name, values = {}) => (dialog.dataset[name] || "").replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");

function decode(html) {
  const area = document.createElement("textarea");
  area.innerHTML = html;
  return area.value;
}

async function bundle(address) {
  const base = new URL(address, location.href).href;
  if (!bundles.has(base)) {
    bundles.set(base, import(`${base}pagefind.js`).then(async (module) => {
      await module.options({ basePath: base, baseUrl: new URL("..", base).pathname, excerptLength: 30 });
      await module.init();
      return module;
    }));
  }
  try {
    return await bundles.get(base);
  } catch (error) {
    bundles.delete(base);
    throw error;
  }
}

// What to ask Pagefind for, the surest first. It cuts Chinese into words and knows no word across "9.15亿元" or a name it
// has not met, so the runs of Chinese are asked for as well, and their words as the browser cuts them.
function* questions(query, isPhrase) {
  if (isPhrase && !/\s/u.test(query)) yield `"${query}"`;
  yield query;
  if (!isPhrase) return;
  const runs = query.match(/\p{Script=Han}+/gu);
  yield runs.join(" ");
  if (!Intl.Segmenter) return;
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  yield runs.flatMap((run) => [...segmenter.segment(run)].map((word) => word.segment)).join(" ");
}

// All candidates for a query, each once, in the order of the questions.
async function candidates(pagefind, query, isPhrase) {
  const seen = new Map();
  for (const question of new Set(questions(query, isPhrase))) {
    const { results } = await pagefind.search(question);
    for (const result of results) if (!seen.has(result.id)) seen.set(result.id, result);
  }
  return [...seen.values()];
}

// Where the phrase stands in a sentence rather than in a table: the place with the most Chinese around it.
function place(line, query) {
  let best = -1;
  let weight = -1;
  const lower = line.toLowerCase();
  for (let at = lower.indexOf(query.toLowerCase()), tries = 0; at >= 0 && tries < 40; at = lower.indexOf(query.toLowerCase(), at + 1), tries += 1) {
    const around = line.slice(Math.max(0, at - 30), at + 60);
    const found = (around.match(/[\p{Script=Han}，。、]/gu) ?? []).length - 2 * (around.match(/\. /g) ?? []).length;
    if (found > weight) [best, weight] = [at, found];
  }
  return best;
}

// An excerpt is not cut inside a number, and not between a figure of a table and its status.
const opened = (words) => `…${words.replace(/^[\d.,%]*[^，；、,;\d]*(?:[，；、;]|, |(?=\d))/u, "")}`;
const closed = (words) => {
  const rows = STATUS.exec(words);
  return rows ? `${rows[0]} …` : `${words.replace(/[\d.,]+$/u, "")}…`;
};

function pieces(words, query) {
  const line = words.replace(/\u200b/gu, "");
  const at = place(line, query);
  if (at < 0) return [line.slice(0, 90)];
  const end = at + query.length;
  const before = line.slice(Math.max(0, at - 40), at);
  const head = before.split(STOP).pop();
  const tail = line.slice(end, end + 60).match(/^[^。！？]*[。！？]?/)[0];
  return [head === before && at > 40 ? opened(head) : head, line.slice(at, end), tail.length === 60 ? closed(tail) : tail];
}

function excerpt(data, query, isPhrase) {
  const paragraph = document.createElement("p");
  const parts = isPhrase ? pieces(decode(data.raw_content ?? data.content), query) : closed(decode(data.excerpt)).split(/<\/?mark>/);
  parts.forEach((part, index) => {
    const node = document.createElement(index % 2 ? "mark" : "span");
    node.textContent = part.replace(/\u200b/gu, "");
    paragraph.append(node);
  });
  return paragraph;
}

// Whether the page holds one of the phrases only among its restored words, and not as the text was printed.
function isRestored(data, phrases) {
  const printed = squeeze(decode(data.raw_content ?? data.content)).replace(RESTORED, "");
  return phrases.some((phrase) => !printed.includes(squeeze(phrase)));
}

function section(data, query, isPhrase) {
  if (!isPhrase) return (data.sub_results ?? []).find((sub) => sub.anchor);
  const subs = (data.sub_results ?? []).filter((sub) => sub.anchor);
  return subs.find((sub) => squeeze(decode(sub.plain_excerpt ?? sub.excerpt)).includes(squeeze(query)));
}

function entry(data, { phrases, isPhrase, isBorrowed }) {
  const query = phrases[0];
  const item = document.createElement("li");
  const link = document.createElement("a");
  const hit = section(data, query, isPhrase);
  const address = (hit ?? data).url;
  link.href = isBorrowed ? address.replace(/\/zh\//, "/en/") : address;
  link.textContent = decode(data.meta.title ?? data.url);
  item.append(link);
  if (isPhrase && isRestored(data, phrases)) {
    const mark = document.createElement("span");
    mark.className = "pd-restored-hit";
    mark.lang = document.documentElement.lang;
    mark.textContent = say("restored");
    item.append(" ", mark);
  }
  if (hit && hit.title && hit.title !== data.meta.title) {
    const where = document.createElement("p");
    where.className = "pd-where";
    where.textContent = decode(hit.title).replace(/#$/, "");
    item.append(where);
  }
  item.append(excerpt(data, query, isPhrase));
  if (isBorrowed) item.lang = "zh-Hans";
  return item;
}

const holds = (data, phrases) => {
  const words = squeeze(decode(data.raw_content ?? data.content));
  return phrases.every((phrase) => words.includes(squeeze(phrase)));
};

// Shows the next pages that hold what was asked for: of each batch, digests before lists.
async function show(search, count) {
  if (search.isBusy) return;
  search.isBusy = true;
  try {
    await append(search, count);
  } finally {
    search.isBusy = false;
  }
}

async function append(search, count) {
  const found = document.createDocumentFragment();
  while (found.childElementCount < count && search.results.length) {
    const batch = await Promise.all(search.results.splice(0, BATCH).map((result) => result.data()));
    if (search.turn !== turn) return;
    batch.sort((one, other) => isDigest(other) - isDigest(one));
    for (const data of batch) {
      if (search.isPhrase && !holds(data, search.phrases)) continue;
      found.append(entry(data, search));
    }
  }
  search.shown += found.childElementCount;
  list.append(found);
  report(search);
}

function report(search) {
  const count = `${search.shown}${search.results.length ? "+" : ""}`;
  more.hidden = !search.results.length;
  const found = `${say("count", { query: search.query, count })} ${search.isBorrowed ? say("fromChinese") : ""}`.trim();
  status.textContent = search.shown ? found : say("none", { query: search.query });
}

function fail(error) {
  status.textContent = say("failed");
  console.warn(error);
}

async function run() {
  const query = input.value.trim();
  const mine = (turn += 1);
  pending = null;
  delete dialog.dataset.done;
  list.replaceChildren();
  more.hidden = true;
  status.textContent = query ? say("waiting") : "";
  if (!query) return;
  const isPhrase = HAN.test(query);
  const isBorrowed = isPhrase && dialog.dataset.language === "en";
  try {
    const pagefind = await bundle(isBorrowed ? dialog.dataset.chinese : dialog.dataset.bundle);
    const results = await candidates(pagefind, query.replaceAll('"', " "), isPhrase);
    if (mine !== turn) return;
    pending = { turn: mine, query, isPhrase, isBorrowed, results, phrases: query.split(/[\s“”"]+/u).filter(Boolean), shown: 0 };
    await show(pending, BATCH);
    dialog.dataset.done = query;
  } catch (error) {
    if (mine === turn) fail(error);
  }
}

// Enter opens the first result, once the search for these words is done.
async function open() {
  clearTimeout(timer);
  const query = input.value.trim();
  if (dialog.dataset.done !== query) await run();
  if (query && dialog.dataset.done === query) list.querySelector("a")?.click();
}

// The arrow keys go from the box through the results and back.
function step(event) {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!way || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [input, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])];
  const here = stops.indexOf(document.activeElement);
  const next = stops[here + way];
  if (here < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

let timer = 0;
opener.hidden = false;
opener.addEventListener("click", () => { dialog.showModal(); input.select(); });
// The home page has a field of its own, which asks the same search; without scripts the page says so instead.
document.getElementById("search-start")?.addEventListener("submit", (event) => {
  event.preventDefault();
  input.value = document.getElementById("search-words").value;
  dialog.showModal();
  run();
});
document.getElementById("search-close").addEventListener("click", () => dialog.close());
document.getElementById("search-form").addEventListener("submit", (event) => { event.preventDefault(); open(); });
dialog.addEventListener("keydown", step);
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
input.addEventListener("input", (event) => { if (!event.isComposing) { clearTimeout(timer); timer = setTimeout(run, 200); } });
input.addEventListener("compositionend", () => { clearTimeout(timer); timer = setTimeout(run, 200); });
more.addEventListener("click", () => { if (pending) show(pending, BATCH).catch(fail); });
list.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  dialog.showModal();
  input.select();
});
