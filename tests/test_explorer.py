"""The explorer of figures: its rows are those of the page, every one of them, and its filters offer what they have."""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from made_bilinguals import made_digest
from test_render_pages import INTERFACE

from policy_digest.collate import collate
from policy_digest.lexicon import load
from policy_digest.model import Collection, Page, Translations
from policy_digest.publish.site import add_components
from policy_digest.render import explorer, render
from policy_digest.render.explorer import COMPONENT, ROWS, explorer_files, explorer_pages
from policy_digest.render.files import data_files, sitemap
from policy_digest.render.views import value_pieces
from tests.followed import collection

SLUG, ANCHOR, SERIES, NAME, VALUE_ZH, VALUE_EN, NUMBER, UNIT, AREA, PERIOD, CODES, NOTE = range(12)


@cache
def made() -> dict[str, Any]:
    files = {page.path: page.body for page in explorer_files(collection())}
    found: dict[str, Any] = json.loads(files[ROWS])
    return found


def pages(of: Collection) -> dict[str, str]:
    return {page.path: page.body for page in render(of, Translations({}, INTERFACE))}


def shown(body: str) -> list[str]:
    """The rows of a page of figures, by the anchor that each leads to."""
    return re.findall(r'class="pd-leads"[^>]*><a href="[^"#]*#([\w-]+)"', unescape(body))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_rows_are_those_of_the_page_in_its_order(language: str) -> None:
    assert [row[ANCHOR] for row in made()["rows"]] == shown(pages(collection())[f"{language}/indicators/index.md"])


def test_every_figure_has_a_row() -> None:
    rows = [row.anchor for digest in collection().digests for section in digest.sections for row in section.rows]
    assert (len(rows) > 20, sorted(row[ANCHOR] for row in made()["rows"])) == (True, sorted(rows))


def test_a_row_tells_what_the_data_file_tells() -> None:
    files = {page.path: page.body for page in data_files(collection())}
    known = {row["id"]: row for row in csv.DictReader(io.StringIO(files["data/indicators.csv"].lstrip("\ufeff")))}
    speakers = {
        row.anchor: row.marks[0].observation for d in collection().digests for s in d.sections for row in s.rows
    }
    data = made()
    for row in data["rows"]:
        told = known[speakers[row[ANCHOR]]]
        topic, kind, nature, status = data["codes"][row[CODES]]
        own = {"slug": data["slugs"][row[SLUG]], "obs_value": row[NUMBER], "unit_measure": row[UNIT], "kind": kind}
        own |= {"nature": nature, "time_period": data["periods"][row[PERIOD]][2]}
        assert own == {name: told[name] for name in own}
        assert (status == "A") == (nature == "actual")
        assert (topic == "other") == (row[SERIES] < 0) or data["series"][row[SERIES]] != told["indicator_id"]


def test_the_filters_offer_what_the_rows_have_and_count_it() -> None:
    facets, data = explorer_pages(collection())[0].values["facets"], made()
    rows, codes = data["rows"], [data["codes"][row[CODES]] for row in data["rows"]]
    assert facets.total == len(rows)
    for at, own in enumerate((facets.topics, facets.kinds, facets.natures, facets.statuses)):
        assert dict(own) == Counter(code[at] for code in codes)
    assert dict(facets.years) == Counter(data["periods"][row[PERIOD]][5] for row in rows)
    areas = {area.id: n for area, n in (*facets.places, *facets.others)}
    assert areas == Counter(data["areas"][row[AREA]][0] for row in rows if row[AREA] >= 0)


def test_years_stand_latest_first() -> None:
    years = [year for year, _ in explorer_pages(collection())[0].values["facets"].years if year]
    assert (len(years) > 1, years) == (True, sorted(years, reverse=True))


def test_each_choice_of_the_form_is_one_of_the_filters() -> None:
    body = pages(collection())["en/indicators/index.md"]
    names = re.findall(r'<(?:select|input) id="filter-\w+" name="(\w+)"', body)
    labelled = set(re.findall(r'<label for="([\w-]+)"', body))
    assert names == ["q", "place", "period", "topic", "kind", "nature", "status", "sort"]
    assert labelled == {f"filter-{name}" for name in names}


def test_a_value_is_cut_at_its_number() -> None:
    assert value_pieces("CNY 915 million") == ("CNY ", "915", " million")
    assert value_pieces("9.15亿元") == ("", "9.15", "亿元")
    assert value_pieces("全区第一") == ("", "全区第一", "")


def test_the_component_is_the_one_that_its_package_brings(tmp_path: Path) -> None:
    add_components(tmp_path)
    assert re.search(r"export\{[^}]*\bas jQuery\b", (tmp_path / COMPONENT).read_text(encoding="utf-8"))


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> tuple[Page, ...]:
    monkeypatch.setattr(explorer, "WHOLE", 3)
    return render(collection(), Translations({}, INTERFACE))


def test_many_figures_stand_on_pages_of_their_places(many: tuple[Page, ...]) -> None:
    made_pages = {page.path: page.body for page in many}
    parts = [path for path in made_pages if re.match(r"en/indicators/at-", path)]
    whole = made_pages["en/indicators/index.md"]
    rows = sorted(anchor for path in parts for anchor in shown(made_pages[path]))
    assert (len(parts), shown(whole), rows) == (2, [], sorted(row[ANCHOR] for row in made()["rows"]))
    links = re.findall(r'href="(at-[\w-]+)/"', unescape(whole))
    assert links == [path.removeprefix("en/indicators/").removesuffix(".md") for path in parts]


@pytest.mark.usefixtures("many")
def test_the_sitemap_has_the_pages_of_the_places() -> None:
    found = sitemap(collection(), "https://example.org/")
    assert len(set(re.findall(r"<loc>https://example.org/zh/(indicators/at-[\w-]+/)</loc>", found))) == 2


def test_hostile_words_are_text_in_the_file() -> None:
    digest = made_digest("qinghe-2024")
    section = digest.sections[0]
    words = replace(section.rows[0].name, zh='</script><img src=x onerror="a()">')
    hostile = replace(
        digest, sections=(replace(section, rows=(replace(section.rows[0], name=words),)), *digest.sections[1:])
    )
    found = collate([hostile], lexicon=load())
    data = json.loads(explorer_files(found)[0].body)
    assert any(name[0] == words.zh for name in data["names"])
    assert "<img" not in pages(found)["zh/indicators/index.md"]


def test_nothing_to_filter_shows_no_form() -> None:
    body = pages(Collection(()))["en/indicators/index.md"]
    assert ("explorer" in body.split("---", 2)[2], "No figures yet" in body) == (False, True)
