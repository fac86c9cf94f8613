"""What pages tell programs: JSON-LD, Atom feeds, citations, llms.txt; with and without the site's address."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import feedparser
import pytest
import yaml
from made_bilinguals import made_digest
from test_escape import HOSTILE
from test_render_site import hostile_digest

from policy_digest.collate import collate
from policy_digest.model import BilingualDigest, BilingualEdit, Edit, Metadata, Stated, Text, Translations
from policy_digest.read import read_translations
from policy_digest.render import data_files, render
from policy_digest.render.addresses import root_of
from policy_digest.render.citations import bibtex, csl_json, tex
from policy_digest.render.dates import published, updated
from policy_digest.render.language import Language, Place
from tests.atom import atom_faults
from tests.built_pages import parse_page
from tests.jsonld import DATASET, RELATIVE, REPORT
from tests.projects import ROOT, SITE_URL, Project

SITE = "https://example.org/policy-digest"
ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def stating(made: BilingualDigest, **stated: str | None) -> BilingualDigest:
    """A digest of whose article these metadata are known; others stay."""
    record = made.digest.record
    values = {name: Stated(value, "sidecar") if value else None for name, value in stated.items()}
    metadata = replace(record.article.metadata, **values)
    article = replace(record.article, metadata=metadata)
    return replace(made, digest=replace(made.digest, record=replace(record, article=article)))


def corrected(made: BilingualDigest, day: str) -> BilingualDigest:
    edit = Edit(*("e-0000000001", "change", "observation", "o-1", "税收", "value", "1", "2", "编者"), day, "读错", 3)
    return replace(made, edits=(BilingualEdit(edit, Text("税收", "Tax revenue", "project"), None, None),))


def root_files(*digests: BilingualDigest, site_url: str = "") -> dict[str, str]:
    return {page.path: page.body for page in data_files(collate(digests or [made_digest()]), site_url=site_url)}


def pages(*digests: BilingualDigest, site_url: str = "") -> dict[str, str]:
    made = render(collate(digests or [made_digest()]), Translations({}, {}), site_url=site_url)
    return {page.path: page.body for page in made}


# ---------------------------------------------------------------- days


@pytest.mark.parametrize(
    ("date", "period", "day"),
    [
        ("2024-12-05", "2024", "2024-12-05"),
        ("2024-12", "2023", "2024-12-01"),
        (None, "2024", "2024-12-31"),
        (None, "2024-01/2024-11", "2024-11-30"),
        (None, "2023-12/2024-11", "2024-11-30"),
        (None, "2024-02", "2024-02-29"),
        (None, "2024-07-01/..", "2024-07-01"),
        (None, "../2024", "2024-12-31"),
        (None, "2021/2025", "2024-12-31"),
        (None, None, "1970-01-01"),
    ],
)
def test_a_digest_is_dated_by_its_article_and_never_by_a_clock(date: str | None, period: str | None, day: str) -> None:
    made = stating(made_digest(), date_published=date, time_period=period)

    assert updated(made) == day


@pytest.mark.parametrize(
    ("period", "told", "nature", "day"),
    [
        ("2024", "2024-01/2024-11", "actual", "2024-11-30"),
        ("2024", "2024", "actual", "2024-12-31"),
        ("2024/2025", "2024", "actual", "2024-12-31"),
        ("2026", "2026", "target", "2025-12-31"),
        ("2026", "2025", "target", "2025-12-31"),
        ("2026/2030", "2030", "target", "2025-12-31"),
        ("2024", "2026", "actual", "2024-12-31"),
        ("2026", "2025", "actual", "2025-12-31"),
    ],
)
def test_a_digest_is_dated_by_what_is_told_as_past_and_never_by_a_plan(period, told, nature, day) -> None:
    made = stating(made_digest(), time_period=period)
    record = made.digest.record
    record = replace(record, observations=(replace(record.observations[0], time_period=told, nature=nature),))

    assert updated(replace(made, digest=replace(made.digest, record=record))) == day


def test_a_later_correction_dates_a_digest_anew() -> None:
    made = stating(made_digest(), date_published="2024-12-05")

    assert (updated(corrected(made, "2025-03-01")), updated(corrected(made, "2024-03-01"))) == (
        "2025-03-01",
        "2024-12-05",
    )


@pytest.mark.parametrize(("date", "day"), [("2024-12-05", "2024-12-05"), ("2024-12", None), (None, None)])
def test_a_day_of_publication_that_is_not_stated_is_not_told(date: str | None, day: str | None) -> None:
    assert published(stating(made_digest(), date_published=date)) == day


# ---------------------------------------------------------------- Atom


@pytest.mark.parametrize("site_url", ["", SITE])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_is_as_rfc_4287_has_it(language: Language, site_url: str) -> None:
    body = root_files(made_digest("liuhe-2023"), hostile_digest(), site_url=site_url)[f"{language}/feed.xml"]

    assert list(atom_faults(body)) == []


PLANTED = {
    "a feed without an id": (r"<id>.*?</id>", "", "feed: 0 × id"),
    "an entry without its day": (r"(?s)(<entry>.*?)<updated>.*?</updated>", r"\1", "entry: 0 × updated"),
    "two titles": (r"(<title>.*?</title>)", r"\1\1", "feed: 2 × title"),
    "two summaries": (r"(<summary>.*?</summary>)", r"\1\1", "entry: 2 × summary"),
    "nobody's feed": (r"<author>.*?</author>", "", "author: none"),
    "an author without a name": (r"<author>.*?</author>", "<author/>", "author: 0 × name"),
    "a day in words": (r"<updated>.*?</updated>", "<updated>2024-12-05</updated>", "updated: '2024-12-05'"),
    "a day of no calendar": (r"(<updated>)\d{4}-\d\d-\d\d", r"\g<1>2024-02-31", "updated: '2024-02-31T00:00:00Z'"),
    "a space in a day": (r"<updated>", "<updated> ", "updated: ' "),
    "a relative id": (r"<id>.*?</id>", "<id>zh/</id>", "id: 'zh/'"),
    "a link to nowhere": (r'(<link rel="alternate" type="text/html") href=".*?"', r"\1", "link: no href"),
    "a space in a link": (r'(<link rel="alternate" type="text/html" href=")', r"\1a b", "link: 'a b"),
    "two alternates of a type": (r"(<link rel=.alternate.*?/>)", r"\1\1", "feed: two alternate links of one type"),
    "no kind of medium": (r'type="text/html"', 'type="html"', "link: type 'html'"),
    "an element in a title": (r"<title>", "<title><b xmlns=''/>", "title: elements in plain text"),
    "a kind of text that is none": (r"<title>", "<title type='markdown'>", "title: type 'markdown'"),
    "XHTML without its div": (r"(?s)<div xmlns=.*?</div>(</content>)", r"\1", "content: not one div of XHTML"),
    "words between elements": (r"<entry>", "<entry>words", "entry: words between its elements"),
    "an attribute of no one": (r"<entry>", "<entry day='1'>", "entry: attribute day"),
    "an element that Atom has not": (r"<entry>", "<entry><date/>", "entry: element date"),
    "a tag that is no language": (r'xml:lang=".*?"', 'xml:lang="中文"', "feed: xml:lang '中文'"),
    "one id for two entries": (r"(?s)(<entry>.*?</entry>)", r"\1\1", "entries with one id and one day"),
}


@pytest.mark.parametrize(("pattern", "instead", "fault"), PLANTED.values(), ids=PLANTED)
def test_the_rules_of_the_feed_notice_what_is_wrong(pattern: str, instead: str, fault: str) -> None:
    body = root_files()["zh/feed.xml"]
    changed = re.sub(pattern, instead, body, count=1)

    assert list(atom_faults(body)) == []
    assert [found for found in atom_faults(changed) if found.startswith(fault)] != [], list(atom_faults(changed))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feeds_of_a_built_site_are_as_rfc_4287_has_them(collected: Project, language: Language) -> None:
    body = (collected.site / language / "feed.xml").read_text(encoding="utf-8")

    assert (list(atom_faults(body)), body.count("<entry>"), body.count('rel="self"')) == ([], 4, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_reader_reads_the_feed(language: Language) -> None:
    first, second = made_digest(), made_digest("liuhe-2023", period="2023")

    read = feedparser.parse(root_files(second, first, site_url=SITE)[f"{language}/feed.xml"])

    assert not read.bozo
    assert [entry.link for entry in read.entries] == [
        f"{SITE}/{language}/digests/{slug}/" for slug in ("qinghe-2024", "liuhe-2023")
    ]
    assert read.feed.updated == read.entries[0].updated


def test_digests_of_one_title_are_told_apart_by_place_and_period() -> None:
    made = replace(made_digest(), title=Text("政府工作报告", "Report on the work of the government", "project"))

    title = feedparser.parse(root_files(made)["zh/feed.xml"]).entries[0].title

    assert made.place is not None
    assert made.period is not None
    assert title == f"政府工作报告（{made.place.zh}，{made.period.zh}）"


def test_an_entry_says_what_is_in_the_digest_and_what_was_corrected() -> None:
    made = corrected(made_digest(), "2025-03-01")

    entry = feedparser.parse(root_files(made)["en/feed.xml"]).entries[0]

    content = entry.content[0].value
    assert all(words in content for words in ("CNY 915 million", "2025-03-01", "Tax revenue"))
    assert made.in_brief[0].text.en is None or made.in_brief[0].text.en in content


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "zh",
            [
                "税收：9.15亿元（2024年，预计）",
                "高标准农田面积：4.02万亩（2024年，目标）",
                "诉求量增速：36.5%（2024年，同比）",
            ],
        ),
        (
            "en",
            [
                "Tax revenue: CNY 915 million (2024, expected)",
                "High-standard farmland: 40,200 mu (2,680 ha) (2024, target)",
                "Change in complaints: \u221236.5% (2024, year on year)",
            ],
        ),
    ],
)
def test_a_figure_of_a_feed_says_what_it_is_where_it_is_not_actual_and_its_note(
    language: Language, told: list[str]
) -> None:
    made = data_files(collate([made_digest()]), interface=read_translations(ROOT / "i18n" / "en").interface)
    (feed,) = (page.body for page in made if page.path == f"{language}/feed.xml")
    figures = figures_of_feed(feed, "qinghe-2024")

    assert [figure for figure in figures if figure in told] == sorted(told, key=figures.index)
    assert sum("实际" in figure or "ctual" in figure for figure in figures) == 0


NATURES = {"zh": {"expected": "预计", "target": "目标"}, "en": {"expected": "expected", "target": "target"}}


def figures_of_feed(feed: str, slug: str) -> list[str]:
    """The headline figures of a digest's entry, as they are told."""
    (entry,) = (e for e in ET.fromstring(feed).iter(f"{ATOM}entry") if f"digests/{slug}/" in ET.tostring(e).decode())  # noqa: S314
    parts = list(entry.iterfind(f"{ATOM}content/{XHTML}div/*"))
    heads = [number for number, part in enumerate(parts) if part.text in ("要目数据", "Headline figures")]
    return [item.text or "" for number in heads for item in parts[number + 1].iter(f"{XHTML}li")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("site", ["built", "collected"])
def test_every_headline_figure_of_a_built_feed_that_is_not_actual_says_so(
    request: pytest.FixtureRequest, site: str, language: Language
) -> None:
    project: Project = request.getfixturevalue(site)
    feed = (project.site / language / "feed.xml").read_text(encoding="utf-8")
    slugs = sorted(set(re.findall(r"digests/([a-z0-9-]+)/", feed)))
    for slug in slugs:
        record = json.loads((project.site / "data" / f"{slug}.json").read_text(encoding="utf-8"))
        natures = {found["fact"]: found["nature"] for found in reversed(record["observations"])}
        wanted = [NATURES[language].get(natures[anchor], "") for anchor in record["headline"]]

        figures = figures_of_feed(feed, slug)

        assert len(figures) == len(wanted) > 0
        for figure, word in zip(figures, wanted, strict=True):
            details = re.split("[，,；;（(）)] ?", figure)
            found = [one for one in NATURES[language].values() if one in details]
            assert found == ([word] if word else []), figure


def test_without_an_address_a_feed_links_relatively_and_its_ids_stay() -> None:
    body = root_files()["zh/feed.xml"]

    assert 'href="digests/qinghe-2024/"' in body
    assert 'rel="self"' not in body
    assert re.findall(r"<id>(.*?)</id>", body) == re.findall(
        r"<id>(.*?)</id>", root_files(made_digest())["zh/feed.xml"]
    )
    assert all(found.startswith("urn:uuid:") for found in re.findall(r"<id>(.*?)</id>", body))


def test_a_feed_keeps_the_newest_fifty() -> None:
    digests = [made_digest(f"qinghe-{year}", period=str(year)) for year in range(1950, 2010)]
    digests = [stating(made, time_period=made.slug[-4:]) for made in digests]

    read = feedparser.parse(root_files(*digests)["zh/feed.xml"])

    assert [entry.updated[:4] for entry in read.entries] == [str(year) for year in range(2009, 1959, -1)]


def test_no_word_of_an_article_becomes_an_element_of_a_feed() -> None:
    body = root_files(replace(hostile_digest(), title=Text("a\x0b\ufffe" + "".join(HOSTILE), None, "missing")))
    known = {f"{ATOM}{name}" for name in ("feed", "id", "title", "subtitle", "updated", "author", "name", "link")}
    known |= {f"{ATOM}{name}" for name in ("entry", "summary", "content")}
    known |= {f"{XHTML}{name}" for name in ("div", "p", "h2", "ul", "li", "span")}

    found = {element.tag for element in ET.fromstring(body["zh/feed.xml"]).iter()}  # noqa: S314

    assert found - known == set()


# ---------------------------------------------------------------- JSON-LD


def linked(page: str) -> Any:
    """The JSON-LD of a page, out of its front matter, as the theme prints it."""
    return json.loads(yaml.safe_load(page.split("---\n", 2)[1])["jsonld"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made", [made_digest(), hostile_digest()], ids=["plain", "hostile"])
def test_a_digest_is_a_report_and_a_dataset(language: Language, made: BilingualDigest) -> None:
    graph = linked(pages(made, site_url=SITE)[f"{language}/digests/{made.slug}.md"])["@graph"]

    faults = [e.message for check, node in zip((REPORT, DATASET), graph, strict=True) for e in check.iter_errors(node)]
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_collection_is_a_dataset(language: Language) -> None:
    node = linked(pages(made_digest(), made_digest("liuhe-2023"), site_url=SITE)[f"{language}/data/index.md"])

    assert [error.message for error in DATASET.iter_errors(node)] == []


def of_page(project: Project, language: str, address: str) -> Any:
    """The JSON-LD of a built page, which has it once."""
    scripts = parse_page(project.site / language / address / "index.html").find("script", type_="application/ld+json")
    (words,) = scripts[0].children
    assert len(scripts) == 1
    return json.loads(str(words))


def graph_faults(graph: list[Any], *, is_relative: bool = False) -> list[str]:
    checks = (RELATIVE[0], RELATIVE[1]) if is_relative else (REPORT, DATASET)
    return [
        f"{error.json_path}: {error.message}"
        for check, node in zip(checks, graph, strict=True)
        for error in check.iter_errors(node)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_digest_of_a_built_site_is_a_report_and_a_dataset(collected: Project, language: Language) -> None:
    slugs = [path.parent.name for path in sorted((collected.site / language / "digests").glob("*/index.html"))]
    graphs = {slug: of_page(collected, language, f"digests/{slug}")["@graph"] for slug in slugs}

    assert (len(slugs), [(slug, found) for slug, graph in graphs.items() if (found := graph_faults(graph))]) == (4, [])
    assert [node["url"] for graph in graphs.values() for node in graph] == [
        f"{SITE_URL}/{language}/digests/{slug}/" for slug in slugs for _ in range(2)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_collection_of_a_built_site_is_a_dataset_of_files_that_are_there(
    collected: Project, language: Language
) -> None:
    node = of_page(collected, language, "data")

    assert [error.message for error in DATASET.iter_errors(node)] == []
    found = [one["contentUrl"].removeprefix(f"{SITE_URL}/") for one in node["distribution"]]
    assert ([path for path in found if not (collected.site / path).is_file()], len(found)) == ([], 9)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_seeds_digests_say_the_same_without_an_address(built: Project, language: Language) -> None:
    for slug in ("majuqiao-2020", "yongledian-2024"):
        graph = of_page(built, language, f"digests/{slug}")["@graph"]
        assert graph_faults(graph, is_relative=True) == []


@pytest.mark.parametrize(
    "key", ["name", "description", "license", "creator", "distribution", "variableMeasured", "url", "temporalCoverage"]
)
def test_the_schema_of_datasets_notices_what_is_missing(key: str) -> None:
    node = linked(pages(site_url=SITE)["zh/digests/qinghe-2024.md"])["@graph"][1]

    assert DATASET.is_valid(node)
    assert not DATASET.is_valid({name: value for name, value in node.items() if name != key})
    assert not DATASET.is_valid({**node, key: ""})


def test_the_report_says_what_it_is_based_on_and_never_who_published_that() -> None:
    made = stating(made_digest(), source_url="https://example.org/a", date_published="2024-12-05", credited_to="青禾报")

    source = linked(pages(made)["zh/digests/qinghe-2024.md"])["@graph"][0]["isBasedOn"]

    assert (source["creditText"], source["url"], source["datePublished"]) == (
        "青禾报",
        "https://example.org/a",
        "2024-12-05",
    )
    assert "publisher" not in source


def test_an_address_that_is_none_is_not_linked_and_an_unknown_title_not_named() -> None:
    made = made_digest()
    article = replace(
        made.digest.record.article, metadata=Metadata(source_url=Stated("javascript:alert(1)", "sidecar"))
    )
    made = replace(made, digest=replace(made.digest, record=replace(made.digest.record, article=article)))

    source = linked(pages(made)["zh/digests/qinghe-2024.md"])["@graph"][0]["isBasedOn"]

    assert {"url", "name", "datePublished"} & source.keys() == set()


def test_without_an_address_json_ld_names_pages_relatively() -> None:
    graph = linked(pages()["en/digests/qinghe-2024.md"])["@graph"]

    assert graph[1]["distribution"][0]["contentUrl"] == "../../../data/qinghe-2024.json"


@pytest.mark.parametrize(
    "words",
    ["</script><script>alert(1)</script>", "<!--<script>", "&lt;/script>", "😀\u2028", 'a"\\u003c'],
    ids=["an end", "a comment", "an entity", "beyond the basic plane", "an escape"],
)
def test_no_word_ends_the_script(words: str) -> None:
    page = pages(replace(made_digest(), title=Text(words, None, "missing")))["zh/digests/qinghe-2024.md"]

    told = yaml.safe_load(page.split("---\n", 2)[1])["jsonld"]

    assert not re.search("[<>&]", told)
    assert json.loads(told)["@graph"][0]["name"].startswith(words)


# ---------------------------------------------------------------- citations


def place(language: Language) -> Place:
    return Place(language, f"{language}/digests/qinghe-2024/", {})


def test_a_bibtex_entry_has_the_title_the_note_and_the_address() -> None:
    entry = bibtex(made_digest(), place("zh"), root_of(SITE))

    assert entry.startswith("@misc{policy-digest-qinghe-2024,\n")
    assert f"url = {{{SITE}/zh/digests/qinghe-2024/}}" in entry
    assert made_digest().digest.record.article.source.sha256 in entry
    assert entry.count("{") == entry.count("}")


def test_words_for_tex_are_no_commands() -> None:
    assert tex("50% & {a}_b #1\n\\end~^$") == (
        r"50\% \& \{a\}\_b \#1 \textbackslash{}end\textasciitilde{}\textasciicircum{}\$"
    )


def test_a_csl_item_dates_the_original_and_not_the_digest() -> None:
    item = json.loads(csl_json(stating(made_digest(), date_published="2024-12-05"), place("en"), root_of(SITE)))[0]

    assert item["original-date"] == {"date-parts": [[2024, 12, 5]]}
    assert "issued" not in item
    assert item["URL"] == f"{SITE}/en/digests/qinghe-2024/"


def test_without_an_address_no_citation_has_one() -> None:
    assert "url" not in bibtex(made_digest(), place("zh"), root_of(""))
    assert "URL" not in csl_json(made_digest(), place("zh"), root_of(""))


# ---------------------------------------------------------------- llms.txt


def test_llms_txt_names_the_data_and_every_digest() -> None:
    body = root_files(site_url=SITE)["llms.txt"]

    assert body.startswith("# Policy Digest\n\n> ")
    assert f"]({SITE}/data/datapackage.json)" in body
    assert f"]({SITE}/en/digests/qinghe-2024/)" in body


def test_a_title_in_llms_txt_is_one_line_of_plain_words() -> None:
    made = replace(made_digest(), title=Text("a](http://evil) \n# b", None, "missing"))

    line = root_files(made)["llms.txt"].splitlines()[-1]

    assert line.startswith(r"- [a\]\(http://evil\) \# b")
    assert r"](en/digests/qinghe-2024/): a\]\(" in line


@pytest.mark.parametrize(
    ("title", "own", "told"),
    [
        ("政府工作报告", "Report on the work of the government", True),
        ("2024年青禾镇工作报告", "Report on the work of Qinghe Town, 2024", False),
        (None, "Qinghe Town, 2024", False),
        ("在大会上的报告", "Qinghe Town, 2024", False),
    ],
)
def test_place_and_period_are_told_where_a_title_lacks_them(title: str | None, own: str, told: bool) -> None:
    made = replace(stating(made_digest(), title=title), title=Text(title or "无题", own, "generated"))
    made = replace(made, place=Text("青禾镇", "Qinghe Town", "generated"), period=Text("2024年", "2024", "generated"))

    entry = feedparser.parse(root_files(made)["en/feed.xml"]).entries[0]

    assert entry.title == (f"{own}（Qinghe Town，2024）" if told else own)
