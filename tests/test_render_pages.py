import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import polib
import pytest
from built_pages import VOID
from made_bilinguals import made_digest

from policy_digest.collate import collate
from policy_digest.collate.localities import place_key
from policy_digest.model import Collection, Text, Translations
from policy_digest.render import render
from policy_digest.render.language import Place, mirror, relative
from policy_digest.render.views import figure

ROOT = Path(__file__).resolve().parent.parent
INTERFACE = {entry.msgid: entry.msgstr for entry in polib.pofile(str(ROOT / "i18n/en/ui.po")) if entry.msgstr}
TRANSLATIONS = Translations({}, INTERFACE)


class Elements(HTMLParser):
    """The elements of a page: tag, attributes and the text inside, in order."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.feed(body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, dict(attrs), list[str]())
        self.found.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element[2].append(data)

    def having(self, tag: str, name: str | None = None, value: str | None = None) -> list[str]:
        return [
            " ".join("".join(words).split())
            for known, attributes, words in self.found
            if known == tag and (name is None or attributes.get(name) == value)
        ]


PLACES = (f"places/{place_key(made_digest())}",)


def pages(*digests):
    return {page.path: page.body for page in render(collate(digests or [made_digest()]), TRANSLATIONS)}


def digest_page(language, digest=None):
    digest = digest or made_digest()
    return Elements(pages(digest)[f"{language}/digests/{digest.slug}.md"].split("---\n", 2)[2])


def ids(elements):
    return [attributes["id"] for _, attributes, _ in elements.found if "id" in attributes]


def test_each_page_stands_in_both_languages_at_the_same_address():
    found = pages(made_digest(), made_digest("liuhe-2023", period="2023"))

    assert list(found) == [
        f"{language}/{page}.md"
        for language in ("zh", "en")
        for page in (
            "index",
            "digests/index",
            "digests/qinghe-2024",
            "digests/liuhe-2023",
            "glossary/index",
            "people/index",
            "timeline/index",
            "corrections/index",
            "indicators/index",
            "commitments/index",
            "programmes/index",
            "places/index",
            *PLACES,
            "organisations/index",
            "data/index",
        )
    ]


def test_an_empty_collection_still_has_its_pages():
    assert list(pages_of_nothing()) == [
        f"{language}/{page}.md"
        for language in ("zh", "en")
        for page in (
            "index",
            "digests/index",
            "glossary/index",
            "people/index",
            "timeline/index",
            "corrections/index",
            "indicators/index",
            "commitments/index",
            "programmes/index",
            "places/index",
            "organisations/index",
            "data/index",
        )
    ]


def pages_of_nothing():
    return {page.path: page.body for page in render(Collection(()), TRANSLATIONS)}


@pytest.mark.parametrize(("language", "told"), [("zh", "2024年 · 同比"), ("en", "2024 · year on year")])
def test_a_headline_figure_has_its_note(language, told):
    body = pages()[f"{language}/digests/qinghe-2024.md"]
    tiles = re.findall('<span class="pd-headline__period">(.*?) <span', body)

    assert told in tiles
    assert [" · " in tile for tile in tiles] == [row.note is not None for row in made_digest().headline]


def test_rendering_twice_gives_the_same_pages():
    assert pages() == pages()


@pytest.mark.parametrize(
    "path", ["index.md", "digests/index.md", "digests/qinghe-2024.md", "indicators/index.md", "corrections/index.md"]
)
def test_both_languages_have_the_same_anchors_in_the_same_order(path):
    found = pages()

    assert ids(Elements(found[f"zh/{path}"])) == ids(Elements(found[f"en/{path}"]))


@pytest.mark.parametrize(
    "path", ["index.md", "digests/index.md", "digests/qinghe-2024.md", "indicators/index.md", "corrections/index.md"]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_anchor_of_a_page_is_given_twice(language, path):
    found = ids(Elements(pages()[f"{language}/{path}"]))

    assert sorted(set(found)) == sorted(found)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_observation_has_its_anchor(language):
    digest = made_digest()

    assert {observation.id for observation in digest.digest.record.observations} <= set(ids(digest_page(language)))


def test_a_second_mention_of_a_fact_has_an_anchor_of_its_own():
    digest = made_digest()
    section = digest.sections[0]
    mark = replace(section.rows[0].marks[0], observation="o-00000000ff")
    row = replace(section.rows[0], marks=(*section.rows[0].marks, mark))
    digest = replace(digest, sections=(replace(section, rows=(row, *section.rows[1:])), *digest.sections[1:]))

    assert "o-00000000ff" in ids(digest_page("zh", digest))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_figure_is_marked_in_its_chinese_sentence(language):
    marked = digest_page(language).having("mark")

    assert marked == ["9.15亿元", "812公斤/亩", "36.5%", "全区第一", "4.02万亩", "近2000名"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_source_sentence_says_that_it_is_chinese(language):
    quotes = [attributes.get("lang") for tag, attributes, _ in digest_page(language).found if tag == "blockquote"]

    assert set(quotes) == {"zh-Hans"}


@pytest.mark.parametrize(
    ("language", "words"), [("zh", ["预计", "实际", "目标"]), ("en", ["Expected", "Actual", "Target"])]
)
def test_a_figure_says_what_it_is_in_words(language, words):
    page = digest_page(language)

    assert [
        page.having("span", "class", f"pd-chip pd-chip--{nature}")[0] for nature in ("expected", "actual", "target")
    ] == words


def test_a_bullet_that_no_one_has_translated_shows_the_chinese_and_says_so():
    bullets = digest_page("en").having("section", "class", "pd-brief")[0]

    assert "全年预计完成税收9.15亿元。 not translated" in bullets


def test_machine_made_english_says_so_beside_it():
    assert any("improved. machine translation, not reviewed" in item for item in digest_page("en").having("li"))


def test_the_chinese_page_tells_nothing_of_translations():
    page = "".join(digest_page("zh").having("div"))

    assert "未译" not in page


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_table_has_a_caption_and_says_what_each_head_is_for(language):
    page = digest_page(language)
    scopes = {attributes.get("scope") for tag, attributes, _ in page.found if tag == "th"}

    assert (len(page.having("table")), len(page.having("caption")), scopes) == (2, 2, {"col", "row"})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_table_scrolls_in_a_named_region_that_the_keyboard_reaches(language):
    regions = [a for _, a, _ in digest_page(language).found if a.get("role") == "region"]

    assert [(a["tabindex"], bool(a["aria-label"])) for a in regions] == [("0", True), ("0", True)]


def test_the_page_opens_with_place_and_period_then_title_then_credit():
    body = pages()["en/digests/qinghe-2024.md"]
    marks = [
        ">Qinghe Town<",
        ">2024<",
        "<h1",
        "Qinghe Daily",
        "In brief",
        "Headline figures",
        "Led by the Party",
        "About",
    ]

    places = [re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), body.split("---\n", 2)[2]).index(mark) for mark in marks]
    assert places == sorted(places)


def test_a_credit_that_the_text_does_not_give_is_not_made_up():
    digest = replace(made_digest(), credited_to=None)

    assert "署名文中未载" in digest_page("zh", digest).having("dl", "class", "pd-credit")[0].replace(" ", "")


def test_an_address_that_is_not_of_the_web_is_no_link():
    digest = made_digest()
    article = digest.digest.record.article
    metadata = replace(article.metadata, source_url=replace(article.metadata.title, value="javascript:alert(1)"))
    record = replace(digest.digest.record, article=replace(article, metadata=metadata))
    page = digest_page("zh", replace(digest, digest=replace(digest.digest, record=record)))

    assert not [a for tag, a, _ in page.found if tag == "a" and "javascript" in (a.get("href") or "")]


def test_headings_are_set_by_the_levels_of_the_article_with_ids_of_their_own():
    headings = re.findall(r"^(#+) .*\{: #([\w-]+) \}$", pages()["zh/digests/qinghe-2024.md"], re.MULTILINE)

    assert headings == [("##", "h-0000000001"), ("###", "h-0000000002"), ("##", "h-0000000003")]


def test_every_word_of_the_pages_has_its_english():
    templates = "".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "policy_digest/templates").glob("*.md"))
    )

    said = set(re.findall(r"\b_\('([^']*)'", templates))
    assert sorted(said - set(INTERFACE)) == []


def test_the_page_of_all_figures_leads_to_each_row():
    found = Elements(pages()["en/indicators/index.md"])
    links = [attributes["href"] for tag, attributes, words in found.found if tag == "a" and "".join(words) == "Source"]

    anchors = [row.anchor for section in made_digest().sections for row in section.rows]
    assert sorted(links) == sorted(f"../digests/qinghe-2024/#{anchor}" for anchor in anchors)


@pytest.mark.parametrize(
    ("address", "target", "way"),
    [
        ("zh/digests/a-2020/", "zh/indicators/", "../../indicators/"),
        ("zh/digests/a-2020/", "data/a-2020.json", "../../../data/a-2020.json"),
        ("zh/", "zh/digests/a/#o-1", "digests/a/#o-1"),
        ("zh/", "en/", "../en/"),
        ("zh/", "zh/", "./"),
    ],
)
def test_the_way_from_page_to_page_is_relative(address, target, way):
    assert relative(address, target) == way


def test_the_mirror_of_a_page_is_the_same_page_in_the_other_language():
    assert mirror("zh/digests/a/") == "en/digests/a/"


def test_words_without_a_translation_stay_chinese():
    assert Place("en", "en/", {}).say("原文共 {all} 句", all=3) == "原文共 3 句"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("9.15亿元", "9.15"),
        ("CNY 915 million", "915"),
        ("40,200 mu (2,680 ha)", "40,200"),
        ("\u221236.5%", "\u221236.5%"),
        ("近2000名", "2000"),
        ("1st in the district", "1st"),
        ("全区第一", "全区第一"),
    ],
)
def test_a_value_is_cut_into_number_and_unit(words, number):
    assert Elements(figure(words)).having("span", "class", "pd-number") == [number]


def test_a_value_keeps_all_its_words():
    assert Elements(f"<p>{figure('nearly 2,000 people')}</p>").having("p") == ["nearly 2,000 people"]


def test_a_heading_that_has_no_english_is_marked_chinese():
    digest = made_digest()
    section = replace(digest.sections[0], heading=Text("党建引领", None, "missing"))
    digest = replace(digest, sections=(section, *digest.sections[1:]))

    body = pages(digest)["en/digests/qinghe-2024.md"]
    assert '## <span lang="zh-Hans" data-pagefind-ignore>党建引领</span> {: #h-0000000001 }' in body


def test_a_level_and_its_growth_are_not_put_under_one_name():
    digest = made_digest()
    rows = digest.sections[0].rows
    growth = replace(rows[0], anchor="o-00000000fe", kind="change", name=Text("税收增速", "Tax growth", "generated"))
    section = replace(digest.sections[0], rows=(growth, *rows))

    page = pages(replace(digest, sections=(section, *digest.sections[1:])))["zh/indicators/index.md"]
    assert Elements(page).having("th", "scope", "rowgroup")[:2] == ["税收增速", "税收"]


def test_a_source_that_only_repeats_the_line_above_is_told_from_others():
    kinds = [
        a["class"] for tag, a, _ in digest_page("zh").found if tag == "details" and "pd-source" in (a["class"] or "")
    ]

    assert (kinds[:2], kinds[-1]) == (["pd-source pd-source--same"] * 2, "pd-source pd-source--same")


@pytest.mark.parametrize("path", ["digests/index.md", "digests/qinghe-2024.md", "indicators/index.md"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_table_that_a_phone_lays_out_as_blocks_names_its_parts(language, path):
    found = Elements(pages()[f"{language}/{path}"]).found
    tables = [a.get("class") or "" for tag, a, _ in found if tag == "table"]
    roles = {(tag, a.get("role")) for tag, a, _ in found if tag in ("table", "thead", "tbody", "tr", "td")}

    parts = {("table", "table"), ("thead", "rowgroup"), ("tbody", "rowgroup"), ("tr", "row"), ("td", "cell")}
    assert (len(tables) >= 1, roles) == (True, parts)


def test_the_english_page_says_how_many_of_its_lines_are_chinese():
    """Of title, 2 lines in brief, a gap, 11 texts of the first section, 1 and 2 of the others: a line in brief, the
    deck, the caption and the name of the row of jobs."""
    notice = digest_page("en").having("p", "class", "pd-notice")

    assert [re.findall(r"\d+", words) for words in notice] == [["4", "18"]]


def test_a_page_whose_lines_all_have_english_says_nothing_of_them():
    assert digest_page("zh").having("p", "class", "pd-notice") == []


def with_programmes(number):
    digest = made_digest()
    section = next(section for section in digest.sections if section.programmes)
    entry = section.programmes[0]
    many = tuple(replace(entry, id=f"p-{count:010x}") for count in range(number))
    sections = tuple(replace(known, programmes=many) if known is section else known for known in digest.sections)
    return replace(digest, sections=sections)


@pytest.mark.parametrize(("number", "folded"), [(18, []), (40, ["28 more"])])
def test_what_a_long_list_has_beyond_its_first_is_folded(number, folded):
    page = digest_page("en", with_programmes(number))

    details = [a["class"] for tag, a, _ in page.found if tag == "details"]
    told = [words for words in page.having("summary") if words.endswith("more")]
    assert (told, details.count("pd-rest")) == (folded, len(folded))


def test_a_folded_list_leaves_nothing_out():
    found = ids(digest_page("zh", with_programmes(40)))

    assert {f"p-{count:010x}" for count in range(40)} <= set(found)


def test_rows_from_one_sentence_print_it_once():
    digest = made_digest()
    section = digest.sections[0]
    twin = replace(section.rows[0], anchor="o-00000000fd")
    twin = replace(twin, marks=tuple(replace(mark, observation="o-00000000fd") for mark in twin.marks))
    section = replace(section, rows=(section.rows[0], twin, *section.rows[1:]))
    page = digest_page("en", replace(digest, sections=(section, *digest.sections[1:])))

    again = [a.get("data-again") for tag, a, _ in page.found if tag == "td" and a.get("colspan")]
    assert again[:3] == [None, "Same sentence as the row above", None]
