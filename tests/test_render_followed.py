"""The pages of commitments, programmes and places: what they print, in both languages, of hostile words too."""

import re
from dataclasses import replace
from html import unescape

import pytest
from made_bilinguals import made_digest
from test_render_pages import INTERFACE, Elements, ids
from test_render_site import hostile_digest

from policy_digest.collate import collate
from policy_digest.model import BilingualDigest, Collection, PlaceEntry, PlaceUnit, Text, Translations
from policy_digest.render import followed, render
from policy_digest.render.files import sitemap
from policy_digest.render.followed import WHOLE, Node, followed_pages, tree
from tests.followed import collection, gathered

BOTH = ("zh", "en")
TOWN = next(place.key for place in collection().places if place.name.zh == "青石镇")
OWN = ("commitments/index", "programmes/index", "places/index", f"places/{TOWN}")


def pages(of: Collection) -> dict[str, str]:
    return {page.path: page.body for page in render(of, Translations({}, INTERFACE))}


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return pages(collection())


def elements(body: str) -> Elements:
    return Elements(body.split("---\n", 2)[2])


def plain(body: str) -> str:
    """The words of a page without tags and references."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", body)).split())


def entry(body: str, words: str) -> str:
    """The list item of a commitment of these words."""
    items = re.findall(r'<li class="pd-promise".*?</dl>\n</li>', body, re.DOTALL)
    return next(item for item in items if words in plain(item))


def test_an_entry_keeps_three_statuses_apart(made: dict[str, str]) -> None:
    told = plain(entry(made["zh/commitments/index.md"], "力争税收达到9.00亿元"))
    parts = ("文中称“力争”", "计划时期2023年 · 时期已过", "之后的文章 同一指标 2023年：税收 9.15亿元")
    assert [part for part in parts if part not in told] == []


def test_no_page_calls_a_commitment_kept_or_broken(made: dict[str, str]) -> None:
    words = [plain(made[f"{language}/{page}.md"]) for language in BOTH for page in OWN]
    verdicts = re.compile(r"\b(?:kept|broken|fulfilled|achieved|failed)\b(?! apart)|已兑现|未兑现|已完成承诺|落空")
    assert [verdicts.findall(told) for told in words] == [[]] * len(words)


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "本集没有更晚的文章"), ("en", "no later document in this collection")]
)
def test_without_a_later_document_an_entry_says_so(language: str, words: str) -> None:
    found = pages(collection("qingshi-2022", "yunxi-2024"))[f"{language}/commitments/index.md"]
    assert (found.count('<ul class="pd-evidence">'), plain(found).count(words)) == (0, 6)


def test_evidence_leads_to_the_figure_and_the_programme_on_their_digests(made: dict[str, str]) -> None:
    links = [link for found in collection().commitments for link in found.evidence]
    body = unescape(made["en/commitments/index.md"])
    missing = [link.anchor for link in links if f'href="../digests/{link.digest.slug}/#{link.anchor}"' not in body]
    lost = [link.anchor for link in links if f'id="{link.anchor}"' not in made[f"en/digests/{link.digest.slug}.md"]]
    assert (len(links) > 5, missing, lost) == (True, [], [])


@pytest.mark.parametrize("language", BOTH)
def test_a_figure_on_the_page_of_a_place_has_its_note(made: dict[str, str], language: str) -> None:
    (place,) = (place for place in collection().places if place.key == TOWN)
    rows = re.findall(r"<th scope=\"row\".*?</th>", made[f"{language}/places/{TOWN}.md"], re.DOTALL)
    notes = [figure.row.note for figure in place.figures]
    wanted = [(note.zh if language == "zh" else note.en) if note else None for note in notes]
    shown = [re.search('<span class="pd-place">(.*?)</span>', row) for row in rows]
    assert sorted(found[1] if found else "" for found in shown) == sorted(note or "" for note in wanted)
    assert {"zh": "同比", "en": "year on year"}[language] in wanted


@pytest.mark.parametrize(("language", "told"), [("zh", "2023年 · 累计"), ("en", "2023 · cumulative")])
def test_evidence_says_the_note_of_its_figure(language: str, told: str) -> None:
    note = Text("累计", "cumulative", "generated")
    of = collection()
    noted = [
        replace(
            one,
            evidence=tuple(
                replace(link, row=replace(link.row, note=note) if link.row else None) for link in one.evidence
            ),
        )
        for one in of.commitments
    ]
    body = pages(replace(of, commitments=tuple(noted)))[f"{language}/commitments/index.md"]
    aim = {"zh": "力争税收达到9.00亿元", "en": "9.00"}[language]
    assert told in plain(entry(body, aim))


@pytest.mark.parametrize("page", OWN)
def test_both_languages_have_the_same_anchors_and_links(made: dict[str, str], page: str) -> None:
    zh, en = (elements(made[f"{language}/{page}.md"]) for language in BOTH)
    links = [[a.get("href") for tag, a, _ in found.found if tag == "a"] for found in (zh, en)]
    assert (ids(zh), links[0]) == (ids(en), links[1])


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("page", OWN)
def test_no_anchor_is_given_twice(made: dict[str, str], language: str, page: str) -> None:
    found = ids(elements(made[f"{language}/{page}.md"])) + re.findall(
        r"\{: #([\w-]+) \}", made[f"{language}/{page}.md"]
    )
    assert len(found) == len(set(found))


def test_the_english_of_an_entry_says_what_it_is(made: dict[str, str]) -> None:
    told = plain(entry(made["en/commitments/index.md"], "推广“板凳议事会”"))
    assert "not translated" in told


def test_chinese_on_an_english_page_says_so(made: dict[str, str]) -> None:
    for page in OWN:
        outside = re.sub(r'<(\w+)[^>]*lang="zh-Hans"[^>]*>.*?</\1>', "", made[f"en/{page}.md"], flags=re.DOTALL)
        assert re.findall("[一-鿿]+", plain(outside)) == []


def test_the_crosswalk_sets_both_places_under_one_kind(made: dict[str, str]) -> None:
    told = plain(made["zh/programmes/index.md"])
    at = told.index("企业诉求服务")
    assert ("暖企服务包" in told[at : at + 200], "“有事找我”企业服务机制" in told[at : at + 200]) == (True, True)


def test_a_place_tells_change_only_of_what_may_be_compared(made: dict[str, str]) -> None:
    rows = re.findall(r"<tr role=\"row\"><th scope=\"row\".*?</tr>", made[f"en/places/{TOWN}.md"], re.DOTALL)
    told = [plain(row) for row in rows]
    assert [("+8%" in row, "CNY 915 million" in row) for row in told if row.startswith("Tax revenueCNY 990")] == [
        (True, True)
    ]
    assert [row for row in told if "Growth" in row and "points" in row] == []


def test_a_place_leads_to_its_horizons(made: dict[str, str]) -> None:
    assert f'href="../../commitments/#at-{TOWN}-2023"' in unescape(made[f"zh/places/{TOWN}.md"])


def many(number: int) -> BilingualDigest:
    """A digest with as many commitments and programmes."""
    digest = made_digest()
    record = digest.digest.record
    first, outlook = digest.sections[0], digest.sections[2]
    promised, named = outlook.commitments[0], first.programmes[0]
    more = tuple(replace(promised, id=f"c-{n:010x}") for n in range(number))
    names = tuple(replace(named, id=f"p-{n:010x}", text=Text(f"“第{n}”机制", None, "missing")) for n in range(number))
    known = tuple(replace(record.commitments[0], id=item.id) for item in more)
    record = replace(record, commitments=known)
    sections = (replace(first, programmes=names), digest.sections[1], replace(outlook, commitments=more))
    return replace(digest, digest=replace(digest.digest, record=record), sections=sections)


def test_what_no_page_can_hold_is_told_on_pages_of_its_parts() -> None:
    found = pages(collate([many(WHOLE + 1)]))
    key = next(path for path in found if path.startswith("zh/commitments/") and path != "zh/commitments/index.md")
    assert (
        found["zh/commitments/index.md"].count("pd-promise__words"),
        found[key].count("pd-promise__words"),
        found["zh/programmes/mechanism.md"].count('<tr id="programme-'),
        key.endswith("/2025.md"),
    ) == (0, WHOLE + 1, WHOLE + 1, True)


def test_as_many_as_a_page_can_hold_stand_on_one() -> None:
    found = pages(collate([many(WHOLE)]))
    assert [path for path in found if path.startswith(("zh/commitments/", "zh/programmes/"))] == [
        "zh/commitments/index.md",
        "zh/programmes/index.md",
    ]


def test_a_place_lies_in_what_its_code_says_and_in_its_name_where_there_is_none() -> None:
    city, district = (
        PlaceUnit(code, Text(zh, None, "missing")) for code, zh in (("110000", "北京市"), ("110112", "通州区"))
    )
    towns = [PlaceUnit(code, Text(zh, None, "missing")) for code, zh in (("110112109", "甲镇"), (None, "乙镇"))]
    made = [PlaceEntry(unit.name.zh, unit.name, (city, district, unit), (), ()) for unit in towns]

    def names(nodes: tuple[Node, ...]) -> list[object]:
        return [(node.unit.name.zh, node.entry is not None, names(node.below)) for node in nodes]

    below = [("甲镇", True, []), ("乙镇", True, [])]
    assert names(tree(made)) == [("北京市", False, [("通州区", False, below)])]


def test_the_nation_stands_before_its_provinces() -> None:
    units = [
        PlaceUnit(code, Text(zh, None, "missing")) for code, zh in (("650000", "新疆维吾尔自治区"), (None, "中国"))
    ]
    made = [PlaceEntry(unit.name.zh, unit.name, (unit,), (), ()) for unit in units]
    assert [node.unit.name.zh for node in tree(made)] == ["中国", "新疆维吾尔自治区"]


def test_hostile_words_open_nothing_on_any_page() -> None:
    digest = hostile_digest()
    words = digest.title
    sections = tuple(
        replace(
            section,
            programmes=tuple(replace(item, text=words) for item in section.programmes),
            commitments=tuple(replace(item, text=words) for item in section.commitments),
        )
        for section in digest.sections
    )
    made = pages(collate([replace(digest, sections=sections), made_digest("liuhe-2023", period="2023")]))
    own = {path: body for path, body in made.items() if re.match(r"(?:zh|en)/(?:commitments|programmes|places)/", path)}
    tags = {tag for body in own.values() for tag in re.findall(r"<(\w+)", body)}
    assert (tags & {"script", "img", "iframe", "svg", "style"}, len(own)) == (set(), 10)
    assert [path for path, body in own.items() if re.search(r"\{\{|\{%|javascript:", body.split("---", 2)[2])] == []


def test_the_sitemap_has_every_page_of_both_languages() -> None:
    found = sitemap(collection(), "https://example.org/")
    own = [sheet.address for sheet in followed_pages(collection())]
    assert [one for one in own if f"<loc>https://example.org/en/{one}</loc>" not in found] == []


def test_the_same_collection_makes_the_same_pages(made: dict[str, str]) -> None:
    again = gathered.__wrapped__().pages
    own = {page.path: page.body for page in again}
    assert {path: own[path] == body for path, body in made.items()} == dict.fromkeys(made, True)


def test_an_empty_collection_says_that_there_is_nothing() -> None:
    found = pages(Collection(()))
    told = [plain(found[f"en/{page}/index.md"]) for page in ("commitments", "programmes", "places")]
    nothing = ("No commitments yet.", "No programmes yet.", "No places yet.")
    assert [words for words, page in zip(nothing, told, strict=True) if words not in page] == []
    assert followed.promises(Collection(())) == ()


def test_a_digest_leads_to_the_page_of_its_place(made: dict[str, str]) -> None:
    assert f'<a href="../../places/{TOWN}/">青石镇</a>' in unescape(made["zh/digests/qingshi-2024.md"])
