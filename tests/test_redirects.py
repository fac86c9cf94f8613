"""Addresses that were published once keep working: pages that lead on, former anchors, and the file that keeps them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from made_bilinguals import made_digest
from test_escape import HOSTILE

from policy_digest.collate import address_rows, collate, ledger_rows
from policy_digest.model import NO_LEDGER, Address, BilingualDigest, Collection, Ledger, Text
from policy_digest.publish import keep_addresses
from policy_digest.read import read_addresses, read_ledger
from policy_digest.render import live_addresses, redirects, render
from tests.built_pages import Element, parse_page
from tests.followed import ARTICLES, collection, interface
from tests.projects import ROOT, Project, build, built_once, run

LANGUAGES = ("zh", "en")
GROWN = ("commitments/qingshi-1a75e8/2023/", "indicators/tea_output/", "places/liuhe-123456/", "programmes/method/")
"""Pages that a larger collection had: recorded then, and not made now."""
GONE = Address("digests/qingshi-2024/#f-ffffffffff", observation="o-ffffffffff")
"""A row whose figure the page has no more."""


# ---------------------------------------------------------------- a site after a rename, a removal and an edit


def record(project: Project) -> None:
    done = run("record", "--seeds", str(project.seeds), "--i18n", str(project.i18n))
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The invented collection, recorded; then one report moved, one withdrawn, one with another value, and built."""

    def make(folder: Path) -> None:
        project = Project(folder)
        project.i18n.mkdir(parents=True)
        project.seeds.mkdir()
        for path in ARTICLES.glob("*.txt"):
            (project.seeds / path.name).write_bytes(path.read_bytes())
        record(project)
        known = {row.address: row for row in read_addresses(project.seeds)} | {a: Address(a) for a in GROWN}
        known[GONE.address] = GONE
        keep_addresses(project.seeds, [known[address] for address in sorted(known)])
        (project.seeds / "qingshi-2022.txt").unlink()
        (project.seeds / "slugs.tsv").write_text("stem\tslug\nqingshi-2023\tqingshi-report\n", encoding="utf-8")
        newest = project.seeds / "qingshi-2024.txt"
        newest.write_text(newest.read_text("utf-8").replace("完成税收9.90亿元", "完成税收9.95亿元"), encoding="utf-8")
        build(project.options)

    return built_once(tmp_path_factory, "redirected-built", make)


def leading(project: Project, language: str, address: str) -> Element:
    return parse_page(project.site / language / address / "index.html")


def way(project: Project, language: str, address: str) -> str:
    """Where the visible link of a page that leads on ends, below the folder of its language; the file is there."""
    href = leading(project, language, address).find("a", id_="way")[0].attributes["href"]
    target = (project.site / language / address / href).resolve()
    assert (target / "index.html").is_file()
    return target.relative_to((project.site / language).resolve()).as_posix()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_ever_recorded_still_works(changed: Project, language: str) -> None:
    pages = [row.address for row in read_addresses(changed.seeds) if not row.observation]

    assert len(pages) > 25
    assert [page for page in pages if not (changed.site / language / page / "index.html").is_file()] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("digests/qingshi-2023/", "digests/qingshi-report"),
        ("digests/qingshi-2022/", "places/qingshi-1a75e8"),
        ("commitments/qingshi-1a75e8/2023/", "commitments"),
        ("indicators/tea_output/", "indicators"),
        ("places/liuhe-123456/", "places"),
        ("programmes/method/", "programmes"),
    ],
)
def test_an_address_leads_to_where_its_matter_is(changed: Project, language: str, address: str, target: str) -> None:
    assert way(changed, language, address) == target


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", ["digests/qingshi-2023/", *GROWN])
def test_a_page_leads_on_without_scripts_and_is_in_no_index(changed: Project, language: str, address: str) -> None:
    page = leading(changed, language, address)
    href = page.find("a", id_="way")[0].attributes["href"]

    assert page.find("noscript")[0].find("meta")[0].attributes == {"http-equiv": "refresh", "content": f"0; url={href}"}
    assert [link.attributes["href"] for link in page.find("link", rel="canonical")] == [href]
    assert page.find("meta", name_="robots")[0].attributes["content"] == "noindex"


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "这篇摘编不再发布"), ("en", "This digest is no longer published")]
)
def test_a_withdrawn_digest_says_so_and_waits_to_be_read(changed: Project, language: str, words: str) -> None:
    page = leading(changed, language, "digests/qingshi-2022/")

    assert page.find("h1")[0].words() == words
    assert (page.find("noscript"), page.find("script"), page.find("link", rel="canonical")) == ([], [], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_that_lead_on_speak_the_language_of_their_folder(changed: Project, language: str) -> None:
    for address in ("digests/qingshi-2023/", "digests/qingshi-2022/", *GROWN):
        page = leading(changed, language, address)
        assert page.find("html")[0].attributes["lang"] == {"zh": "zh-Hans", "en": "en"}[language]
        assert bool(re.search("[一-鿿]", page.words())) == (language == "zh")


def test_no_search_finds_a_page_that_leads_on(changed: Project) -> None:
    fragments = list((changed.site / "zh/pagefind").rglob("*.pf_fragment"))

    pages = [path for path in (changed.site / "zh").rglob("index.html") if 'id="way"' not in path.read_text("utf-8")]
    assert len(fragments) == len(pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_is_found_under_every_anchor_it_ever_had(changed: Project, language: str) -> None:
    gone = [row for row in read_addresses(changed.seeds) if row.slug in ("qingshi-2023", "qingshi-2024") and row.anchor]
    now = {"qingshi-2023": "qingshi-report", "qingshi-2024": "qingshi-2024"}

    pages = {slug: parse_page(changed.site / language / "digests" / to / "index.html") for slug, to in now.items()}
    lost = [row.address for row in gone if len(pages[row.slug].find(id_=row.anchor)) != 1]
    assert (lost, len(gone) > 15) == ([], True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_is_found_under_the_anchor_that_the_data_had(changed: Project, language: str) -> None:
    """``url_fragment`` of indicators.csv is the id that the ledger had when the figure was recorded."""
    now = {"qingshi-2023": "qingshi-report", "qingshi-2024": "qingshi-2024"}
    pages = {slug: parse_page(changed.site / language / "digests" / to / "index.html") for slug, to in now.items()}
    rows = [row for row in read_ledger(changed.seeds).rows if row.slug in now]

    assert ([row.id for row in rows if len(pages[row.slug].find(id_=row.id)) != 1], len(rows) > 15) == ([], True)


def test_only_figures_have_anchors_that_are_recorded() -> None:
    anchors = [row.anchor for row in address_rows(collection(), ()) if row.anchor]

    assert {anchor[:2] for anchor in anchors} == {"f-"}


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "它所指的那条数据已不在本页。"), ("en", "the figure it led to is no longer on this page.")],
)
def test_an_anchor_of_a_figure_that_is_gone_stands_in_a_line_that_says_so(
    changed: Project, language: str, words: str
) -> None:
    line = parse_page(changed.site / language / "digests/qingshi-2024/index.html").find("p", "pd-gone")

    assert [(words in p.words(), len(p.find("span", id_=GONE.anchor))) for p in line] == [(True, 1)]
    href = line[0].find("a")[0].attributes["href"]
    target = changed.site / language / "digests/qingshi-2024" / href
    assert target.resolve() == (changed.site / language / "corrections").resolve()


def test_the_record_of_a_digest_that_moved_stands_at_both_addresses(changed: Project) -> None:
    old, new = ((changed.site / f"data/{name}.json").read_bytes() for name in ("qingshi-2023", "qingshi-report"))
    assert (b'"slug": "qingshi-report"' in new or b'"slug":"qingshi-report"' in new, old == new) == (True, True)
    assert not (changed.site / "data/qingshi-2022.json").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_has_all_its_figures_has_no_such_line(changed: Project, language: str) -> None:
    assert parse_page(changed.site / language / "digests/qingshi-report/index.html").find("p", "pd-gone") == []


def test_a_former_anchor_stands_in_the_row_of_the_same_figure(changed: Project) -> None:
    page = parse_page(changed.site / "zh/digests/qingshi-2024/index.html")
    rows = [row for row in page.find("tbody", "pd-fact") if row.find(name="pd-former")]

    assert [(row.find("th")[0].words(), row.find(name="pd-value")[0].words()) for row in rows] == [
        ("税收", "9.95亿元"),
        ("税收增速", "+8.2%"),  # its sentence is another, and with it the anchor
    ]


def test_a_moved_report_is_no_new_one_to_the_log_of_corrections(changed: Project) -> None:
    page = parse_page(changed.site / "zh/corrections/index.html").words()

    assert ("文章已撤下" in page, "qingshi-report" in page, "9.95亿元" in page) == (True, False, True)


def test_recording_again_takes_no_address_out_and_keeps_where_rows_went(changed: Project, tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.i18n.mkdir()
    project.seeds.mkdir()
    for path in changed.seeds.iterdir():
        (project.seeds / path.name).write_bytes(path.read_bytes())
    before = {row.address for row in read_addresses(project.seeds)}
    record(project)
    first = read_addresses(project.seeds)
    record(project)

    known = {row.address: row for row in first}
    assert before < known.keys()
    assert read_addresses(project.seeds) == first
    values = {row.observation for row in first if row.slug == "qingshi-report"}
    moved = [row for row in first if row.slug == "qingshi-2023" and row.anchor]
    assert ([row.address for row in moved if row.observation not in values], len(moved) > 20) == ([], True)


# ---------------------------------------------------------------- single rules


def named(made: BilingualDigest, stem: str) -> BilingualDigest:
    """The digest as one of an article in the file ``stem``."""
    record = made.digest.record
    article = replace(record.article, source=replace(record.article.source, stem=stem))
    return replace(made, digest=replace(made.digest, record=replace(record, article=article)))


def pages_of(collection: Collection, site_url: str = "") -> dict[str, str]:
    words = interface()
    live = live_addresses(render(collection, words))
    made = redirects(collection, live, site_url=site_url, interface=words.interface)
    return {page.path: page.body for page in made}


def test_without_a_record_no_page_leads_on() -> None:
    assert pages_of(collate([made_digest()])) == {}


def test_what_is_recorded_is_all_that_there_is() -> None:
    collection = collate([made_digest()])
    live = live_addresses(render(collection, interface()))
    rows = address_rows(collection, live)

    assert {row.address for row in rows if not row.observation} == live - {""}
    assert [row.address for row in rows] == sorted({row.address for row in rows})
    assert pages_of(collate([made_digest()], recorded=rows)) == {}


def test_a_digest_that_moved_twice_is_led_to_from_both() -> None:
    recorded = [Address("digests/first/", "qinghe"), Address("digests/second/", "qinghe")]
    made = pages_of(collate([named(made_digest(), "qinghe")], recorded=recorded))

    assert [body.count('href="../qinghe-2024/"') for body in made.values()] == [2, 2, 2, 2]


def test_a_digest_whose_file_was_renamed_is_led_to_from_all_its_addresses() -> None:
    recorded = [Address("digests/first/", "a"), Address("digests/qinghe-2024/", "a")]
    collection = collate([named(made_digest(), "b")], recorded=recorded)

    assert collection.addresses.moved == (("first", "qinghe-2024"),)
    assert [(row.address, row.stem) for row in address_rows(collection, ())][:2] == [
        ("digests/first/", "b"),
        ("digests/qinghe-2024/", "b"),
    ]


def test_a_slug_that_another_article_has_now_leads_nowhere() -> None:
    recorded = [Address("digests/qinghe-2024/", "old")]
    digests = [made_digest(), named(made_digest("liuhe-2024"), "old")]

    assert pages_of(collate(digests, recorded=recorded)) == {}


def test_a_withdrawn_digest_without_a_place_leads_to_the_list_of_digests() -> None:
    recorded = [Address("digests/gone-2020/", "gone", "places/gone-123456/")]
    made = pages_of(collate([made_digest()], recorded=recorded))

    assert ['id="way" href="../"' in body for body in made.values()] == [True, True]


def test_a_page_whose_index_is_gone_too_leads_home() -> None:
    made = pages_of(collate([made_digest()], recorded=[Address("explorer/old/")]))

    assert ['id="way" href="../../"' in body for body in made.values()] == [True, True]


def test_canonical_addresses_are_absolute_where_the_site_knows_its_own() -> None:
    made = pages_of(collate([made_digest()], recorded=[Address("indicators/old/")]), "https://example.org/pd")

    assert '<link rel="canonical" href="https://example.org/pd/zh/indicators/">' in made["zh/indicators/old/index.html"]
    assert 'id="way" href="../"' in made["zh/indicators/old/index.html"]


def test_hostile_titles_stay_words() -> None:
    made = replace(named(made_digest(), "qinghe"), title=Text("".join(HOSTILE), None, "missing"))
    body = pages_of(collate([made], recorded=[Address("digests/old/", "qinghe")]))["en/digests/old/index.html"]

    assert (body.count("<script"), "<b>" in body, 'lang="zh-Hans"' in body) == (1, False, True)


def test_an_anchor_of_a_figure_that_is_gone_leads_to_no_other() -> None:
    made = made_digest()
    rows = tuple(row for row in ledger_rows([made]))
    gone = replace(rows[0], id="o-ffffffffff", name="茶叶产量", value="7", unit="t")
    recorded = [Address("digests/qinghe-2024/#f-ffffffffff", observation="o-ffffffffff")]

    ledger = Ledger(tuple(sorted((*rows, gone), key=lambda row: row.id)), is_there=True)
    found = collate([made], ledger, recorded=recorded).addresses
    assert found.former_rows == ()
    assert [(row.anchor, row.slug) for row in found.gone_rows] == [
        ("f-ffffffffff", "qinghe-2024"),
        ("o-ffffffffff", "qinghe-2024"),
    ]


def test_an_anchor_of_a_figure_that_is_gone_stays_recorded() -> None:
    made = made_digest()
    gone = replace(ledger_rows([made])[0], id="o-ffffffffff", name="茶叶产量", value="7", unit="t")
    first = address_rows(collate([made], Ledger((gone,), is_there=True)), ())

    assert Address("digests/qinghe-2024/#o-ffffffffff", observation="o-ffffffffff") in first
    assert address_rows(collate([made], recorded=first), ()) == first


def test_an_anchor_of_a_figure_that_is_told_otherwise_leads_to_its_row() -> None:
    made = made_digest()
    observation = made.sections[0].rows[0].marks[0].observation
    recorded = [Address("digests/qinghe-2024/#f-ffffffffff", observation=observation)]

    found = collate([made], NO_LEDGER, recorded=recorded).addresses.former_rows
    assert [(former.anchor, former.observation) for former in found] == [("f-ffffffffff", observation)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_recorded_anchor_of_the_seeds_is_on_its_page(built: Project, language: str) -> None:
    rows = [row for row in read_addresses(ROOT / "seeds") if row.anchor]
    pages = {
        slug: parse_page(built.site / language / "digests" / slug / "index.html") for slug in {r.slug for r in rows}
    }

    assert ([row.address for row in rows if len(pages[row.slug].find(id_=row.anchor)) != 1], len(rows) > 45) == (
        [],
        True,
    )
