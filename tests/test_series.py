"""The figures of an invented town over three years and of its neighbour: series, verdicts, charts, pages."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import polib
import pytest
from made_bilinguals import QINGHE, made_digest
from test_render_pages import Elements, ids

from policy_digest import lexicon
from policy_digest.collate import collate
from policy_digest.model import Text, Translations
from policy_digest.pipeline import Request, gather
from policy_digest.render import data_files, render

ROOT = Path(__file__).resolve().parent.parent
FIXTURE = ROOT / "tests/collection"
INTERFACE = {entry.msgid: entry.msgstr for entry in polib.pofile(str(ROOT / "i18n/en/ui.po")) if entry.msgstr}
TRANSLATIONS = Translations({}, INTERFACE)
HOSTILE = "<b>税收</b>{{ 1 }}\"'</title></svg><script>"


@pytest.fixture(scope="module")
def gathered(tmp_path_factory):
    """The fixture as a build gathers it."""
    request = Request(FIXTURE, tmp_path_factory.mktemp("i18n"), ROOT / "i18n", has_own_i18n=False)
    return gather(request)


@pytest.fixture(scope="module")
def pages(gathered):
    return {page.path: page.body for page in gathered.pages}


def series_of(collection, known):
    return next(series for series in collection.series if series.id == known)


def told(comparison):
    figures = comparison.first, comparison.second
    names = [f"{figure.area.name.zh} {figure.row.value.zh} {figure.row.period.zh}" for figure in figures]
    return (*names, comparison.verdict, comparison.grounds)


def test_a_town_has_its_figures_in_the_order_of_their_periods(gathered):
    tax = series_of(gathered.collection, "tax_revenue")
    town = next(place for place in tax.places if place.area.name.zh == "青石镇")

    assert [(f.row.period.zh, f.row.value.zh, f.row.nature) for f in town.figures] == [
        ("2022年", "8.40亿元", "actual"),
        ("2023年", "9.15亿元", "actual"),
        ("2023年", "9.00亿元", "target"),
        ("2024年", "9.90亿元", "actual"),
        ("2024年", "9.60亿元", "target"),
        ("2025年", "10.50亿元", "target"),
    ]


def test_three_comparable_years_make_a_line_and_the_target_stays_out_of_it(gathered):
    tax = series_of(gathered.collection, "tax_revenue")

    assert [[figure.row.value.zh for figure in place.line] for place in tax.places] == [
        [],
        ["8.40亿元", "9.15亿元", "9.90亿元"],
    ]


def test_the_collection_has_several_series_and_verdicts_of_all_three_kinds(gathered):
    series = gathered.collection.series
    lines = [one.id for one in series for place in one.places if place.line]
    verdicts = {pair.verdict for one in series for place in one.places for pair in place.comparisons}

    assert lines == ["grain_output", "resident_population", "tax_revenue", "tax_revenue_growth"]
    assert verdicts == {"comparable", "care", "not"}


def test_a_figure_is_held_against_those_that_most_share_their_basis_with(gathered):
    farmland = series_of(gathered.collection, "high_standard_farmland")

    assert [told(pair) for place in farmland.places for pair in place.comparisons] == [
        ("青石镇 3000亩 2022年", "青石镇 约4000亩 2023年", "care", ("bound",)),
        ("青石镇 3000亩 2022年", "青石镇 5000亩 2024年", "comparable", ()),
    ]


def test_places_of_one_year_are_held_against_one_another(gathered):
    tax = series_of(gathered.collection, "tax_revenue")

    assert [(group.year, [told(pair) for pair in group.comparisons]) for group in tax.years] == [
        (2025, [("云溪镇 5.60亿元 2025年", "青石镇 10.50亿元 2025年", "care", ("not-yet",))]),
        (2024, [("青石镇 9.90亿元 2024年", "云溪镇 4.90亿元 2024年1—11月", "not", ("period-length",))]),
    ]


def test_the_order_of_the_digests_makes_no_difference(gathered):
    digests = gathered.collection.digests

    assert collate(reversed(digests), lexicon=lexicon.load()) == collate(digests, lexicon=lexicon.load())


def test_without_the_last_year_there_is_no_line(gathered):
    earlier = [digest for digest in gathered.collection.digests if not digest.slug.endswith("qingshi-2024")]
    series = collate(earlier, lexicon=lexicon.load()).series

    assert [place.line for one in series for place in one.places if place.line] == []


def test_of_two_values_of_one_year_neither_stands_in_the_line(gathered):
    digests = {digest.slug: digest for digest in gathered.collection.digests}
    slug = next(slug for slug in digests if "qingshi-2023" in slug)
    other = replace(digests[slug], slug="qingshi-2023-other", digest=_with_other_tax(digests[slug].digest))
    series = collate([*digests.values(), other], lexicon=lexicon.load()).series
    tax = next(one for one in series if one.id == "tax_revenue")

    assert [place.line for place in tax.places if place.line] == []
    assert "twice" in {ground for place in tax.places for pair in place.comparisons for ground in pair.grounds}


def _with_other_tax(digest):
    def changed(observation):
        is_tax = observation.indicator.id == "tax_revenue" and observation.nature == "actual"
        return replace(observation, obs_value=observation.obs_value * 2) if is_tax else observation

    record = replace(digest.record, observations=tuple(map(changed, digest.record.observations)))
    return replace(digest, record=record)


def test_each_indicator_has_its_page_in_both_languages(gathered, pages):
    known = [series.id for series in gathered.collection.series]

    assert [path for path in pages if "/indicators/" in path and "index" not in path] == [
        f"{language}/indicators/{one}.md" for language in ("zh", "en") for one in known
    ]


def test_both_languages_tell_the_same_with_the_same_anchors(gathered, pages):
    for series in gathered.collection.series:
        zh, en = (Elements(pages[f"{language}/indicators/{series.id}.md"]) for language in ("zh", "en"))
        assert ids(zh) == ids(en)
        assert len(zh.having("tr")) == len(en.having("tr"))
        assert len(set(ids(zh))) == len(ids(zh))


def test_every_figure_leads_to_its_row_in_the_digest(gathered, pages):
    for series in gathered.collection.series:
        body = unescape(pages[f"zh/indicators/{series.id}.md"])
        assert all(f'"../../digests/{figure.slug}/#{figure.row.anchor}"' in body for figure in series.figures)


def test_the_page_says_in_words_how_the_figures_compare(pages):
    grain, tax = (Elements(pages[f"en/indicators/{name}.md"]).having("td") for name in ("grain_output", "tax_revenue"))

    assert [words for words in grain if "than the first" in words] == [
        "↑ higher than the first",
        "↓ lower than the first",
    ]
    assert "different status: actual, expected or target" in tax


@pytest.mark.parametrize(
    ("language", "title", "description"),
    [
        ("zh", "税收：青石镇，2022年至2024年", "折线图：2022年 8.40亿元；2023年 9.15亿元；2024年 9.90亿元。"),
        (
            "en",
            "Tax revenue: Qingshi Town",
            "Line chart: 2022 CNY 840 million; 2023 CNY 915 million; 2024 CNY 990 million.",
        ),
    ],
)
def test_a_chart_has_a_title_and_a_description_in_the_language_of_its_page(pages, language, title, description):
    page = Elements(pages[f"{language}/indicators/tax_revenue.md"])
    chart = next(attributes for tag, attributes, _ in page.found if tag == "svg")

    assert page.having("title")[0].startswith(title)
    assert page.having("desc") == [description]
    assert (chart["role"], [name in ids(page) for name in (chart["aria-labelledby"] or "").split()]) == (
        "img",
        [True, True],
    )


def test_the_index_leads_to_the_pages(pages):
    links = re.findall(r'href="([^"]+)"', pages["en/indicators/index.md"])

    assert "tax_revenue/" in links


def test_a_row_of_a_digest_leads_to_its_indicator(pages):
    digest = next(path for path in pages if path.startswith("zh/digests/") and "qingshi-2024" in path)

    assert "indicators/tax_revenue/" in pages[digest]


def test_the_sitemap_has_the_pages(gathered):
    files = data_files(gathered.collection, site_url="https://example.org/digest")
    sitemap = next(page.body for page in files if page.path == "sitemap.xml")

    assert "https://example.org/digest/en/indicators/tax_revenue/" in sitemap


def test_an_indicator_outside_the_catalogue_has_no_page(pages):
    assert not [path for path in pages if path.endswith("indicators/None.md")]


def test_hostile_words_stay_words_in_tables_and_charts():
    digests = []
    for year in ("2022", "2023", "2024"):
        digest = made_digest(
            f"qinghe-{year}", figures=(replace(QINGHE[0], nature="actual", indicator="tax_revenue"),), period=year
        )
        observations = tuple(
            replace(o, time_period=year, obs_value=o.obs_value + int(year)) for o in digest.digest.record.observations
        )
        record = replace(digest.digest.record, observations=observations)
        words = Text(HOSTILE, HOSTILE, "project")
        rows = tuple(
            replace(row, name=words, value=words, period=words, note=words, marks=row.marks)
            for row in digest.sections[0].rows
        )
        section = replace(digest.sections[0], rows=rows)
        made = replace(digest.digest, record=record)
        digests.append(replace(digest, digest=made, place=words, sections=(section, *digest.sections[1:])))
    collection = collate(digests, lexicon=lexicon.load())
    found = {page.path: page.body for page in render(collection, TRANSLATIONS)}
    body = found["en/indicators/tax_revenue.md"]

    assert "<svg" in body
    assert not re.search(r"<script|<b>|\{\{|</title></svg>", body)
    assert Elements(body).open == []
