"""What a collection shows: three reports of an invented town and one of its neighbour, built as a user builds.

The articles of ``tests/collection`` were written for this project and are on no site. Single rules are tested where
they stand (``test_followed``, ``test_series``, ``test_comparability``); here is what a reader finds in the end.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from made_series import comparing

from policy_digest.collate.spans import end_of
from policy_digest.model import BilingualDigest, Evidence, FollowedCommitment
from policy_digest.model.series import Figure
from policy_digest.pipeline import Gathered, Request, gather
from policy_digest.render import render
from tests.built_pages import Element, body, parse_page
from tests.followed import ARTICLES, collection, interface
from tests.projects import ROOT, Project, run, tree

LANGUAGES = ("zh", "en")
EARLIER = ("qingshi-2022", "qingshi-2023", "yunxi-2024")
NO_LATER = {"zh": "本集没有更晚的文章", "en": "no later document in this collection"}
SILENT = {"zh": "更晚的文章没有说到", "en": "not mentioned in the later documents"}


def period(digest: BilingualDigest) -> str:
    stated = digest.digest.record.article.metadata.time_period
    return stated.value if stated else ""


def links(*stems: str) -> list[tuple[FollowedCommitment, Evidence]]:
    return [(one, found) for one in collection(*stems).commitments for found in one.evidence]


def shown(project: Project, page: str, language: str) -> Element:
    return body(parse_page(project.site / language / page / "index.html"))


def promises(project: Project, language: str) -> Iterator[tuple[str, list[Element], str]]:
    """Each commitment of the page: its anchor, the items of its evidence, and all its words."""
    for entry in shown(project, "commitments/", language).find("li", "pd-promise"):
        found = [item for part in entry.find("ul", "pd-evidence") for item in part.find("li")]
        yield entry.attributes["id"], found, entry.words()


# ---------------------------------------------------------------- commitments


def test_at_least_three_commitments_are_answered_by_later_documents() -> None:
    assert len({one.item.id for one, _ in links()}) >= 3


def test_every_link_is_of_the_same_place_and_a_later_period_and_has_its_rule() -> None:
    found = [
        (evidence.rule, evidence.digest.place == one.digest.place, end_of(period(evidence.digest)))
        for one, evidence in links()
    ]
    promised = [end_of(period(one.digest)) for one, _ in links()]

    assert {rule for rule, _, _ in found} == {"indicator", "programme"}
    assert [at for at, (_, is_same, later) in enumerate(found) if not is_same or later <= promised[at]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_each_link_as_evidence_with_its_rule(collected: Project, language: str) -> None:
    rules = {"zh": {"同一指标", "同名项目"}, "en": {"same indicator", "same programme name"}}[language]

    told = [
        (anchor, item.find(name="pd-rule")[0].words().lower(), item.find("a")[0].attributes["href"])
        for anchor, items, _ in promises(collected, language)
        for item in items
    ]

    expected = [(one.item.id, f"../digests/{found.digest.slug}/#{found.anchor}") for one, found in links()]
    assert sorted((anchor, href) for anchor, _, href in told) == sorted(expected)
    assert {rule for _, rule, _ in told} == rules


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_commitment_without_a_later_document_says_so(collected: Project, language: str) -> None:
    told = [(bool(items), words) for _, items, words in promises(collected, language)]
    states = {(has, NO_LATER[language] in words, SILENT[language] in words) for has, words in told}

    assert states == {(True, False, False), (False, True, False), (False, False, True)}


def test_removing_the_later_year_puts_its_links_out_and_no_others() -> None:
    with_it, without = links(), links(*EARLIER)

    kept = [(one.item.id, found.digest.slug, found.anchor) for one, found in without]
    expected = [
        (one.item.id, found.digest.slug, found.anchor) for one, found in with_it if found.digest.slug != "qingshi-2024"
    ]
    assert (kept, len(with_it) > len(without) >= 3) == (expected, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_removing_both_later_years_leaves_the_default_state_for_all(language: str) -> None:
    left = collection("qingshi-2022", "yunxi-2024")

    pages = {page.path: page.body for page in render(left, interface())}
    page = pages[f"{language}/commitments/index.md"]

    assert len(left.commitments) >= 6
    assert (page.count(NO_LATER[language]), page.count("pd-evidence")) == (len(left.commitments), 0)


# ---------------------------------------------------------------- series and verdicts


def test_at_least_two_series_have_a_line_all_of_whose_figures_are_comparable() -> None:
    lines = {(series.id, place.area.id): place.line for series in collection().series for place in series.places}
    lines = {key: line for key, line in lines.items() if line}

    assert len({known for known, _ in lines}) >= 2
    verdicts = {comparing().compare(*pair).verdict for line in lines.values() for pair in pairwise(line)}
    assert verdicts == {"comparable"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_show_verdicts_of_all_three_kinds(collected: Project, language: str) -> None:
    kinds = [
        kind.removeprefix("pd-verdict--")
        for series in collection().series
        for mark in shown(collected, f"indicators/{series.id}/", language).find(name="pd-verdict")
        for kind in mark.attributes["class"].split()[1:]
    ]

    assert set(kinds) == {"comparable", "care", "not"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_is_drawn_only_of_what_is_comparable(collected: Project, language: str) -> None:
    drawn = {
        series.id: len(shown(collected, f"indicators/{series.id}/", language).find(name="pd-chart__line"))
        for series in collection().series
    }

    assert drawn == {series.id: sum(bool(place.line) for place in series.places) for series in collection().series}
    assert 0 in drawn.values()


def test_an_indicator_with_care_or_no_comparison_alone_has_no_line() -> None:
    lines = {series.id: [place.line for place in series.places] for series in collection().series}

    assert lines["forest_coverage"] == [()]


# ---------------------------------------------------------------- the two seeds


@pytest.fixture(scope="module")
def seeds() -> Gathered:
    return gather(Request(ROOT / "seeds", ROOT / "i18n", ROOT / "i18n"))


def named(figure: Figure) -> tuple[str, str, str]:
    return figure.area.name.zh if figure.area else "", figure.row.value.zh, figure.row.period.zh


def test_the_tax_of_the_two_seeds_is_not_comparable_for_three_reasons(seeds: Gathered) -> None:
    tax = next(series for series in seeds.collection.series if series.id == "tax_revenue")

    told = [
        (*map(named, (pair.first, pair.second)), pair.verdict, pair.grounds)
        for group in tax.years
        for pair in group.comparisons
    ]

    assert told == [
        (
            ("马驹桥镇", "19亿元", "2020年"),
            ("永乐店镇", "9.15亿元", "2024年1—11月"),
            "not",
            ("period-length", "nature", "place-and-time"),
        )
    ]


@pytest.mark.parametrize(
    ("language", "verdict", "reasons"),
    [
        ("zh", "不可比", ["时期长短不同", "性质不同：实际、预计、目标", "地方和年份都不同"]),
        (
            "en",
            "not comparable",
            [
                "periods of different length",
                "different status: actual, expected or target",
                "both place and year differ",
            ],
        ),
    ],
)
def test_the_page_of_the_seeds_tax_says_so_and_draws_nothing(
    built: Project, language: str, verdict: str, reasons: list[str]
) -> None:
    page = shown(built, "indicators/tax_revenue/", language)

    assert [mark.words().strip().lower() for mark in page.find(name="pd-verdict")] == [verdict]
    assert [reason.words() for part in page.find("ul", "pd-grounds") for reason in part.find("li")] == reasons
    assert page.find("svg", "pd-chart") == []


# ---------------------------------------------------------------- test data stay test data


def test_no_article_of_the_fixture_is_a_seed_or_on_the_site(built: Project) -> None:
    names = re.compile("青石镇|云溪镇|qingshi|yunxi")

    assert [path.name for path in sorted((ROOT / "seeds").iterdir()) if names.search(path.read_text("utf-8"))] == []
    pages = {path: text for path, text in tree(built.site).items() if path.endswith((".html", ".json", ".csv"))}
    assert [path for path, text in pages.items() if names.search(path + text.decode("utf-8"))] == []


def test_the_fixture_is_gathered_by_the_command_without_a_fault(tmp_path: Path) -> None:
    done = run("check", "--seeds", str(ARTICLES), "--i18n", str(tmp_path), "--strict")

    assert (done.returncode, done.stderr.count("expected")) == (0, 0)
