"""What a digest page shows of tensions, derived values, quotations and people: folded, counted, in both languages."""

import time
from functools import cache

import pytest
from test_render_pages import INTERFACE, Elements
from told import bilingual_of, digest_of

from policy_digest.collate import collate
from policy_digest.model import Translations
from policy_digest.render import render

TEXT = (
    "2023年，青禾镇粮食播种面积1.26万亩，完成年度任务的105%。完成固定资产投资3.2亿元，其中工业投资4.1亿元。"
    "民族要复兴，村庄必复兴。镇党委书记周明远说，要把实事办好。村民赵桂兰说，出门方便多了。"
)
FOLDS = {"tensions": "1", "derived": "1", "quotations": "1", "people": "1"}


@cache
def page(language: str, text: str = TEXT) -> str:
    bilingual = bilingual_of(text)
    made = {one.path: one.body for one in render(collate([bilingual]), Translations({}, INTERFACE))}
    return made[f"{language}/digests/{bilingual.slug}.md"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_found_is_folded_with_its_count_on_the_summary(language: str) -> None:
    elements = Elements(page(language).split("---\n", 2)[2])

    folds = [known for tag, known, _ in elements.found if tag == "details" and known.get("id") in FOLDS]
    counts = [words[-1] for tag, _, words in elements.found if tag == "summary" and words[0].strip() in NAMES[language]]

    assert ([fold["id"] for fold in folds], [fold for fold in folds if "open" in fold], counts) == (
        list(FOLDS),
        [],
        list(FOLDS.values()),
    )


NAMES = {
    "zh": ("不一致之处", "推算值", "与文件原文不同的引文", "文中的人物"),
    "en": ("Inconsistencies", "Derived values", "Quotations that differ from the document", "People named"),
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_thing_found_has_its_anchor(language: str) -> None:
    bilingual = bilingual_of(TEXT)
    found = (*bilingual.tensions, *bilingual.derived, *bilingual.quotations, *bilingual.people)

    assert [one.id for one in found if f'id="{one.id}"' not in page(language)] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_link_to_a_figure_leads_to_one_on_the_page(language: str) -> None:
    elements = Elements(page(language).split("---\n", 2)[2])
    ids = {known["id"] for _, known, _ in elements.found if "id" in known}

    links = {str(known["href"])[1:] for tag, known, _ in elements.found if tag == "a" and _is_inner(known)}

    assert links - ids == set()


def _is_inner(known: dict[str, str | None]) -> bool:
    return str(known.get("href", "")).startswith("#")


def test_a_text_without_findings_has_no_empty_folds() -> None:
    body = page("zh", "2023年，青禾镇召开大会。")

    assert [fold for fold in FOLDS if f'id="{fold}"' in body] == []


def test_words_of_a_text_stay_text_in_what_is_shown_of_it() -> None:
    text = "2023年，青禾镇{{ 7 * 7 }}<b>完成投资3.2亿元</b>，其中工业投资4.1亿元。"

    assert [piece for piece in ("{{", "<b>完成") if piece in page("zh", text)] == []


@pytest.mark.parametrize(
    "piece",
    [
        "2023年，青禾镇完成固定资产投资3.2亿元，其中工业投资1.1亿元。",
        "2023年，青禾镇完成固定资产投资3.2亿元，其中工业投资1.1亿元，",
        "柳河湾村修了路，镇党委书记周明远说好。",
        "报告提出，“健全党组织领导的自治、法治、德治相结合的工作机制，",
        "完成税收3.2亿元，同比增长5.1%；合计4亿元、",
    ],
)
def test_a_text_four_times_as_long_takes_no_more_than_about_four_times_as_long(piece: str) -> None:
    short, long = piece * (20_000 // len(piece)), piece * (80_000 // len(piece))

    assert _seconds(long) < 8 * _seconds(short) + 0.5


def _seconds(text: str) -> float:
    """How long the findings of a text take; its figures are read before."""
    from told import record_of

    record_of(text)
    start = time.process_time()
    digest_of.__wrapped__(text)
    return time.process_time() - start
