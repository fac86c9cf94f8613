"""The home page: what the collection holds, its newest digests, and where and when they are of."""

import re
from dataclasses import replace
from html import unescape

import pytest
from made_bilinguals import made_digest
from test_render_pages import INTERFACE, Elements, ids

from policy_digest.collate import collate
from policy_digest.model import BilingualDigest, Collection, PlaceUnit, Text, Translations
from policy_digest.render import render
from policy_digest.render.followed import years_of
from policy_digest.render.home import MOST_ROWS, MOST_YEARS, coverage, totals
from policy_digest.render.views import view
from tests.followed import collection

BOTH = ("zh", "en")


def pages(of: Collection) -> dict[str, str]:
    return {page.path: page.body for page in render(of, Translations({}, INTERFACE))}


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return pages(collection())


def plain(body: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def elements(body: str) -> Elements:
    return Elements(body.split("---\n", 2)[2])


def links(body: str) -> list[str]:
    return [attributes["href"] or "" for tag, attributes, _ in elements(body).found if tag == "a"]


def table(body: str) -> str:
    return body[body.index('<table class="pd-table pd-table--coverage"') :].split("</table>", 1)[0]


def cells(body: str) -> list[list[str]]:
    """The words of the coverage table, row by row."""
    rows = re.findall(r"<tr .*?</tr>", table(body), re.DOTALL)
    return [[plain(cell) for cell in re.findall(r"<t[hd][ >].*?</t[hd]>", row)] for row in rows]


def test_the_newest_period_stands_first_whatever_the_order_of_the_files() -> None:
    digests = [made_digest(f"liuhe-{year}", period=str(year)) for year in (2019, 2023, 2021, 2020)]
    found = pages(collate(digests))["zh/index.md"]
    shown = [link for link in links(found.split('id="coverage"')[0]) if re.match(r"digests/.", link)]
    assert [link for link in dict.fromkeys(link.split("#")[0] for link in shown) if link != "digests/"] == [
        f"digests/liuhe-{year}/" for year in (2023, 2021, 2020, 2019)
    ]


@pytest.mark.parametrize("language", BOTH)
def test_each_number_leads_to_the_index_that_has_as_many(language: str, made: dict[str, str]) -> None:
    own = collection()
    numbers = totals(own, map(view, own.digests))
    counts = re.findall(r'<li><a href="([^"]*)"><b>(\d+)</b>', made[f"{language}/index.md"])
    index = made[f"{language}/digests/index.md"]
    assert [(unescape(link), int(number)) for link, number in counts] == [
        ("digests/", len(own.digests)),
        ("places/", len(own.places)),
        ("indicators/", numbers.figures),
        ("programmes/", len(own.programmes)),
        ("commitments/", len(own.commitments)),
        ("digests/#gaps", numbers.gaps),
    ]
    assert ('id="gaps"' in index, numbers.gaps) == (True, sum(len(view(one).gaps) for one in own.digests))


def test_commitments_say_how_many_a_later_document_speaks_of(made: dict[str, str]) -> None:
    answered = sum(bool(one.evidence) for one in collection().commitments)
    assert (answered > 0, f"之后的文章说到 {answered} 项" in plain(made["zh/index.md"])) == (True, True)


def test_places_stand_by_year_in_the_units_that_they_lie_in(made: dict[str, str]) -> None:
    zh = cells(made["zh/index.md"])
    assert (zh[0], [row[0] for row in zh[1:]]) == (["地方", "2024", "2023", "2022"], ["云溪镇", "青石镇"])


def test_a_cell_says_what_part_of_the_year_its_digest_covers() -> None:
    whole, part = made_digest("qinghe-2023", period="2023"), made_digest(period="2024-01/2024-11")
    part = replace(part, period=Text("2024年1—11月", "Jan–Nov 2024", "generated"))
    found = pages(collate([whole, part]))
    assert [cells(found[f"{language}/index.md"])[1][1:] for language in BOTH] == [
        ["1—11月 青禾镇 2024", "全年 青禾镇 2023"],
        ["Jan–Nov Qinghe Town 2024", "Full year Qinghe Town 2023"],
    ]


@pytest.mark.parametrize("language", BOTH)
def test_every_cell_leads_to_a_page_that_there_is(language: str, made: dict[str, str]) -> None:
    own = collection()
    found = re.findall(r'<td role="cell"><a href="([^"]*)">', table(made[f"{language}/index.md"]))
    assert sorted(unescape(link) for link in found) == sorted(f"digests/{digest.slug}/" for digest in own.digests)


def test_both_languages_have_the_same_links_and_anchors(made: dict[str, str]) -> None:
    zh, en = (made[f"{language}/index.md"] for language in BOTH)
    assert (links(zh), ids(elements(zh))) == (links(en), ids(elements(en)))


def test_the_table_has_heads_for_its_rows_and_columns(made: dict[str, str]) -> None:
    heads = [a.get("scope") for tag, a, _ in elements(made["en/index.md"]).found if tag == "th"]
    assert heads == ["col"] * 4 + ["row"] * 2


def test_a_digest_without_place_or_period_has_its_cell_too() -> None:
    digest = made_digest()
    record = digest.digest.record
    metadata = replace(record.article.metadata, ref_area=None, time_period=None)
    record = replace(record, article=replace(record.article, metadata=metadata))
    stray = replace(digest, digest=replace(digest.digest, record=record), place=None, period=None)
    found = pages(collate([stray]))
    assert cells(found["zh/index.md"]) == [
        ["地方", "文中未载时期"],
        ["文中未载地方", f"{digest.title.zh} 文中未载时期"],
    ]


def test_the_field_asks_the_search_and_without_scripts_the_page_says_so(made: dict[str, str]) -> None:
    body = made["en/index.md"]
    form = re.search(r'<form role="search".*?</form>', body, re.DOTALL)
    said = re.search(r"<noscript>(.*?)</noscript>", body, re.DOTALL)
    assert (bool(form and 'for="search-words"' in form[0] and "action" not in form[0]), bool(said)) == (True, True)
    assert "Search needs scripts" in body


def spread(places: int, years: int, provinces: int) -> Collection:
    """A collection of as many places of so many provinces, each with a digest a year."""
    return collate(
        _of_place(number, 2010 + year, number % provinces) for number in range(places) for year in range(years)
    )


def _of_place(number: int, year: int, province: int) -> BilingualDigest:
    name = Text(f"第{number}县", f"County {number}", "generated")
    upper = Text(f"第{province}省", f"Province {province}", "generated")
    units = (PlaceUnit(f"{province + 10}0000", upper), PlaceUnit(f"{province + 10}{number:04}", name))
    digest = made_digest(f"c{number}-{year}", place=name.zh, period=str(year))
    period = Text(f"{year}年", str(year), "generated")
    return replace(digest, place=name, period=period, place_code=units[1].code, hierarchy=units, sections=())


@pytest.fixture(scope="module")
def many() -> Collection:
    return spread(60, 10, 6)


def test_many_places_are_told_by_the_units_that_they_lie_in(many: Collection) -> None:
    made = coverage(many)
    counted = [len(cell.digests) for row in made.rows for cell in row.cells]
    assert (len(made.rows), len(made.years), set(counted), sum(row.places for row in made.rows)) == (6, 10, {10}, 60)


def test_a_number_of_a_unit_leads_to_the_unit_among_all_places() -> None:
    found = pages(spread(MOST_ROWS + 10, 1, 4))
    told = [unescape(link).split("#")[1] for link in links(table(found["en/index.md"]).join(("---\n---\n", "")))]
    assert (len(told), [one for one in told if f'id="{one}"' not in found["en/places/index.md"]]) == (4, [])


def test_as_many_places_as_the_table_holds_stand_by_themselves() -> None:
    made = coverage(spread(12, 2, 3))
    assert (len(made.rows), made.is_summed, made.more, made.rows[1].depth) == (15, False, 0, 1)


def test_places_in_no_known_unit_stop_at_the_most_and_say_how_many_more() -> None:
    digests = [replace(_of_place(n, 2020, 0), place_code=None, hierarchy=()) for n in range(MOST_ROWS + 7)]
    made = coverage(collate(digests))
    assert (len(made.rows), made.more) == (MOST_ROWS, 7)
    assert plain(pages(collate(digests))["zh/index.md"]).count("其余 7 行") == 1


def test_the_years_are_those_of_digests_the_newest_first(many: Collection) -> None:
    own = {year for year, _ in years_of(many.digests)}
    assert list(coverage(many).years) == sorted(own, key=str, reverse=True)


def test_years_beyond_the_most_stand_together_in_the_last_column() -> None:
    of = spread(1, MOST_YEARS + 3, 1)
    made = coverage(of)
    last = made.rows[-1].cells[-1]
    assert (len(made.years), made.years[-1], len(last.digests)) == (MOST_YEARS, "../2013", 4)
    assert cells(pages(of)["en/index.md"])[0][-1] == "2013 and earlier"
    assert [part.en for _, part in last.digests] == ["2013", "2012", "2011", "2010"]


def test_an_empty_collection_says_that_there_is_nothing() -> None:
    body = pages(Collection(()))["en/index.md"]
    assert ("No digests yet." in plain(body), "pd-counts" in body, "<table" in body, "<form" in body) == (
        True,
        False,
        False,
        False,
    )


def test_hostile_words_open_nothing() -> None:
    hostile = Text("<img src=x onerror=alert(1)>{{ 7*7 }}", '"><script>1</script>', "project")
    digest = _of_place(1, 2020, 1)
    units = tuple(replace(unit, name=hostile) for unit in digest.hierarchy)
    made = pages(collate([replace(digest, title=hostile, place=hostile, period=hostile, hierarchy=units)]))
    body = made["en/index.md"].split("---\n", 2)[2] + made["zh/index.md"].split("---\n", 2)[2]
    assert re.findall(r"<(?:img|script)|\{\{", body) == []
