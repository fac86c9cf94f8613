"""Altered wording on the page and in the record: what a reader of either language is told."""

import json
import re
from functools import cache

import pytest

from policy_digest.pipeline import Gathered, Request, gather
from tests.projects import ROOT

ALTERED, CLEAN = "yongledian-2024", "majuqiao-2020"


@cache
def gathered() -> Gathered:
    return gather(Request(ROOT / "seeds", ROOT / "i18n", ROOT / "i18n"))


def page(language: str, slug: str) -> str:
    body = next(one.body for one in gathered().pages if one.path == f"{language}/digests/{slug}.md")
    return re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), body)


def record(slug: str) -> dict[str, dict[str, object]]:
    body = next(one.body for one in gathered().files if one.path == f"data/{slug}.json")
    found: dict[str, dict[str, object]] = json.loads(body)
    return found


def notice(language: str) -> str:
    return next(line for line in page(language, ALTERED).splitlines() if "pd-notice--wording" in line)


@pytest.mark.parametrize(("language", "said"), [("zh", "署名"), ("en", "credited to")])
def test_the_notice_says_to_whom_the_article_is_credited(language: str, said: str) -> None:
    assert (said in notice(language), "published by" in notice(language)) == (True, False)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_notice_tells_both_sides_and_leads_to_the_table(language: str) -> None:
    told = record(ALTERED)["wording"]
    usual = f"{float(str(told['usual_standards'])):.0f}"

    assert all(part in notice(language) for part in (str(told["standards"]), usual, 'href="#wording"'))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_is_folded_with_its_count_on_the_summary_line(language: str) -> None:
    fold = next(line for line in page(language, ALTERED).splitlines() if 'id="wording"' in line)
    pairs = record(ALTERED)["wording"]["pairs"]

    assert (" open" in fold, isinstance(pairs, list) and f"<b>{len(pairs)}</b>" in fold) == (False, True)


@pytest.mark.parametrize(("language", "said"), [("zh", "还原："), ("en", "restored:")])
def test_a_heading_shows_its_restored_form_beside(language: str, said: str) -> None:
    beside = next(line for line in page(language, ALTERED).splitlines() if 'class="pd-beside"' in line)

    assert (said in beside, "多维发力 基层治理提质增效" in beside) == (True, True)


def test_a_quotation_stands_in_both_forms() -> None:
    lines = page("zh", ALTERED).splitlines()

    assert any(line.startswith("<li>要害小事 ") and "〔还原：关键小事〕" in line for line in lines)


def test_the_printed_name_of_a_programme_is_not_changed() -> None:
    found = record(ALTERED)["programmes"]

    assert "乡民议事会" in [one["name_zh"] for one in found]  # type: ignore[index]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_clean_article_says_nothing_of_its_wording(language: str) -> None:
    assert ("pd-restored" in page(language, CLEAN), 'id="wording"' in page(language, CLEAN)) == (False, False)


def test_the_record_of_a_clean_article_says_that_it_was_not_altered() -> None:
    told = record(CLEAN)["wording"]

    assert (told["altered"], told["pairs"], float(str(told["score"])) < 0) == (False, [], True)


def test_each_pair_of_the_record_has_its_place() -> None:
    text = (ROOT / "seeds" / "003_9f6dcb3548ddb190.txt").read_text(encoding="utf-8")
    pairs = record(ALTERED)["wording"]["pairs"]

    assert [one for one in pairs if text[one["start"] : one["end"]] != one["printed"]] == []  # type: ignore[attr-defined]
