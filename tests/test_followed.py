"""Commitments, programmes and places over a collection: what later documents say, and nothing more than that."""

from dataclasses import replace
from decimal import Decimal

import pytest
from made_bilinguals import made_digest
from made_digests import figure

from policy_digest import lexicon
from policy_digest.collate import collate
from policy_digest.collate.commitments import _horizon, _Statement, _times, _Topic
from policy_digest.collate.localities import _percent, _points, place_key
from policy_digest.collate.programmes import folded
from policy_digest.collate.spans import end_of
from policy_digest.model import Evidence, FollowedCommitment, Stated
from policy_digest.pipeline import Request, gather
from tests.followed import NEIGHBOUR, ROOT, TOWN, collection, digests

ALL = ("qingshi-2022", "qingshi-2023", "qingshi-2024", "yunxi-2024")
FIRST_OF_TOWN = ("qingshi-2022", "yunxi-2024")


def commitment(words: str, *stems: str) -> FollowedCommitment:
    return next(one for one in collection(*stems).commitments if one.item.text.zh.startswith(words))


def said(one: FollowedCommitment) -> list[tuple[str, str, str]]:
    return [
        (found.rule, found.digest.slug, found.row.value.zh if found.row else found.item.text.zh if found.item else "")
        for found in one.evidence
    ]


def test_later_documents_light_up_what_earlier_ones_promise() -> None:
    lit = [one.item.text.zh for one in collection().commitments if one.evidence]
    assert lit == [
        "力争税收达到9.00亿元。",
        "计划改造老旧小区3个。",
        "推广“板凳议事会”，让更多村居用起来。",
        "制定“暖企服务包”，为企业解难。",
        "税收力争达到9.60亿元。",
        "到2025年，森林覆盖率达到45%。",
    ]


def test_without_the_later_years_every_link_is_out() -> None:
    assert [one.item.text.zh for one in collection(*FIRST_OF_TOWN).commitments if one.evidence] == []


def test_one_later_year_taken_away_puts_its_links_out_and_no_others() -> None:
    words = "制定“暖企服务包”"
    with_it, without = commitment(words), commitment(words, "qingshi-2022", "qingshi-2024")
    assert (said(with_it), said(without)) == ([("programme", "qingshi-2023", "暖企服务包")], [])


def test_a_later_plan_for_another_time_says_nothing_of_a_commitment() -> None:
    assert said(commitment("力争税收达到9.00亿元")) == [("indicator", "qingshi-2023", "9.15亿元")]


def test_what_later_documents_do_not_mention_is_apart_from_what_has_no_later_document() -> None:
    words = "制定“暖企服务包”"
    stems = [(), ("qingshi-2022", "qingshi-2024"), ("qingshi-2022", "yunxi-2024")]
    assert [commitment(words, *chosen).later for chosen in stems] == ["told", "silent", "none"]


def test_the_newest_document_of_a_place_has_no_later_one() -> None:
    newest = {"qingshi-2024", "yunxi-2024"}
    assert {(one.digest.slug in newest, one.has_later) for one in collection().commitments} == {
        (True, False),
        (False, True),
    }


def test_a_neighbours_figure_is_no_evidence() -> None:
    others = {found.digest.slug for one in collection().commitments for found in one.evidence if one.place[0] == "q"}
    assert others == {"qingshi-2023", "qingshi-2024"}


def test_a_document_of_the_same_period_is_not_later() -> None:
    first, second = made_digest("qinghe-2024"), made_digest("qinghe-2024-2")
    assert [one.evidence for one in collate([first, second]).commitments] == [(), ()]


def test_documents_that_name_no_place_are_never_of_one_place() -> None:
    def placeless(slug: str, period: str):
        made = made_digest(slug, period=period)
        article = made.digest.record.article
        article = replace(article, metadata=replace(article.metadata, ref_area=None))
        return replace(
            made, place=None, digest=replace(made.digest, record=replace(made.digest.record, article=article))
        )

    found = collate([placeless("a", "2023"), placeless("b", "2024")])
    assert (found.places, len(found.programmes), [one.evidence for one in found.commitments]) == ((), 2, [(), ()])


@pytest.mark.parametrize(
    ("words", "time"), [("力争税收达到9.00亿元", "passed"), ("税收力争", "passed"), ("力争税收达到10.50", "open")]
)
def test_time_is_told_against_the_newest_period_of_the_collection(words: str, time: str) -> None:
    assert commitment(words).time == time


def test_time_that_has_passed_has_not_where_the_newest_document_is_missing() -> None:
    assert commitment("税收力争", "qingshi-2023").time == "open"


def test_a_commitment_without_a_horizon_has_no_time_to_pass() -> None:
    made = made_digest()
    record = made.digest.record
    record = replace(record, commitments=(replace(record.commitments[0], horizon=None),))
    found = collate([replace(made, digest=replace(made.digest, record=record))]).commitments
    assert [one.time for one in found] == ["unstated"]


@pytest.mark.parametrize(
    ("words", "stance"), [("力争税收达到9.00亿元", "strive"), ("计划改造", "plan"), ("推广“板凳", None)]
)
def test_what_a_text_calls_a_commitment_is_told_by_its_own_words(words: str, stance: str | None) -> None:
    called = commitment(words).called
    assert (called.id if called else None) == stance


def test_a_commitment_has_the_targets_that_stand_in_its_words() -> None:
    assert [row.value.zh for row in commitment("到2025年，森林覆盖率").targets] == ["45%"]


def test_one_name_within_a_place_is_one_programme_over_the_years() -> None:
    entry = next(one for one in collection().programmes if folded(one.name.zh) == "板凳议事会")
    assert [use.digest.slug for use in entry.uses] == ["qingshi-2024", "qingshi-2023", "qingshi-2022"]


def test_one_name_in_two_places_is_two_programmes() -> None:
    here, there = made_digest("qinghe-2024"), made_digest("liuhe-2024", place="柳河镇")
    assert len({entry.anchor for entry in collate([here, there]).programmes}) == 2


def test_like_mechanisms_of_two_places_stand_side_by_side() -> None:
    found = {one.id: {like.place.partition("-")[0] for like in one.likes} for one in collection().likenesses}
    both = {TOWN, NEIGHBOUR}
    assert found == {"complaints_daily": both, "deliberation": both, "enterprise_service": both}


def test_a_mechanism_of_one_place_is_no_likeness() -> None:
    assert collection("qingshi-2022", "qingshi-2023", "qingshi-2024").likenesses == ()


def test_a_place_has_its_digests_newest_first() -> None:
    place = collection().places[0]
    assert [digest.slug for digest in place.digests] == ["qingshi-2024", "qingshi-2023", "qingshi-2022"]


def test_a_figure_has_what_it_was_in_the_last_report_and_the_change() -> None:
    told = {
        (one.row.name.zh, one.row.nature): (one.since.row.value.zh, one.since.kind, one.since.change)
        for one in collection().places[0].figures
        if one.since
    }
    assert told == {
        ("森林覆盖率", "actual"): ("42.5%", "points", Decimal("0.6")),
        ("税收", "actual"): ("9.15亿元", "percent", Decimal(8)),
        ("税收", "target"): ("9.60亿元", "percent", None),  # two aims are compared with care
        ("化解矛盾数", "actual"): ("46件", "percent", Decimal("30.4")),
        ("常住人口", "actual"): ("3.24万人", "percent", Decimal(-1)),
        ("粮食总产量", "actual"): ("1.3万吨", "percent", None),  # 1.1 after 1.3 is a fall by 8% or by 22%
        ("新建高标准农田面积", "actual"): ("约4000亩", "percent", None),  # about
    }


@pytest.mark.parametrize(
    ("new", "old", "change"),
    [
        (("9", 8, {}), ("8", 8, {}), None),  # 8.5 to 9.5 over 7.5 to 8.5 is anything from nothing to a quarter
        (("9.15", 8, {"bound": "ge"}), ("8.40", 8, {}), None),
        (("9.15", 8, {}), ("8.40", 8, {"bound": "approx"}), None),
        (("915.2", 4, {}), ("840.3", 4, {}), Decimal("8.9")),
        (("5", 0, {"kind": "count"}), ("4", 0, {"kind": "count"}), Decimal("25.0")),
        (("5", 0, {"kind": "count"}), ("0", 0, {"kind": "count"}), None),
    ],
)
def test_a_change_has_no_digit_that_rounding_leaves_open(new, old, change) -> None:
    made = [figure("9.15亿元", number, mult, "CNY", "元", **changes) for number, mult, changes in (new, old)]
    assert _percent(*made) == change


def test_the_change_of_a_share_has_the_digits_that_both_have() -> None:
    new, old = (figure("9.15亿元", number, 0, "percent", "%", kind="share") for number in ("43.15", "42.5"))
    assert _points(new, old) == Decimal("0.6")


def test_the_last_month_of_a_period_orders_documents() -> None:
    assert [end_of(one) for one in ("2024", "2024-01/2024-11", "2024-12/..", None)] == [
        "2024-12",
        "2024-11",
        "2024-12",
        "",
    ]


def test_a_place_is_known_by_its_code_or_by_its_name_and_never_by_what_else_there_is() -> None:
    coded = replace(made_digest(), place_code="110112109")
    plain, namesake = made_digest(place="青禾镇"), made_digest(place="清河镇")
    keys = [place_key(one) for one in (coded, plain, namesake)]
    assert (keys[0], keys[1] != keys[2]) == ("110112109", True)
    assert [key.partition("-")[0] for key in keys[1:]] == ["qinghe", "qinghe"]


def test_a_name_without_han_still_has_an_address() -> None:
    digest = made_digest()
    article = digest.digest.record.article
    article = replace(article, metadata=replace(article.metadata, ref_area=Stated("<../>", "text")))
    named = replace(digest, digest=replace(digest.digest, record=replace(digest.digest.record, article=article)))
    assert place_key(named).startswith("place-")


def test_the_order_of_the_articles_makes_no_difference() -> None:
    words, own = lexicon.load(), digests()
    assert collate(own, lexicon=words) == collate(tuple(reversed(own)), lexicon=words)


def test_a_document_of_plans_alone_does_not_say_that_time_has_passed() -> None:
    account, plan = made_digest("qinghe-2024"), made_digest("qinghe-2026", period="2026", figures=())
    found = collate([account, plan])
    assert (found.reaches, {one.time for one in found.commitments}) == (account.period, {"open"})


def test_a_figure_is_compared_with_the_report_before_and_no_older_one() -> None:
    own = {one.row.name.zh: one for one in collection("qingshi-2022", "qingshi-2024").places[0].figures}
    assert (own["税收"].since is None, own["化解矛盾数"].digest.slug) == (False, "qingshi-2022")
    all_three = {(one.row.name.zh, one.row.nature): one for one in collection().places[0].figures}
    assert all_three["森林覆盖率", "target"].since is None


@pytest.mark.parametrize(
    ("stated", "period", "horizon"),
    [
        ("2024", "2025", "2025"),
        (None, "2025", "2025"),
        ("2030", "2025", "2030"),
        ("2025", "2025-01/2025-06", "2025"),
        ("2025", "2026/..", "2025"),
    ],
)
def test_a_target_of_a_later_period_says_when_its_time_has_passed(stated, period, horizon) -> None:
    target = figure("9.15亿元", "9.15", 8, "CNY", "元", nature="target", time_period=period)
    assert _horizon(stated, [target]) == horizon


def later(slug: str, **changes: object) -> _Statement:
    """What a later document says by a figure."""
    observation = figure("9.15亿元", "9.15", 8, "CNY", "元", **changes)
    return _Statement(Evidence("indicator", made_digest(slug)), end_of(observation.time_period), observation)


def test_a_plan_is_found_by_the_time_it_is_for_and_an_account_by_any() -> None:
    plan, account = (later("a-2024", nature=nature, time_period="2025") for nature in ("target", "actual"))
    ahead, own = (later("a-2024", nature="expected", time_period=period) for period in ("2025", "2024"))
    under = (("plan", ""), ("plan", "2025-12"))
    assert [_times(one) for one in (plan, ahead, own, account)] == [under, under, ((),), ((),)]


@pytest.mark.parametrize(
    ("periods", "shown", "left"),
    [
        (("2023", "2024", "2025"), ["2023"], 2),
        (("2022", "2023", "2024"), ["2022", "2023"], 1),
        (("2024", "2025", "2026"), ["2024", "2025"], 1),
        ((), [], 0),
    ],
    ids=["its-own-time-is-next", "its-own-time-is-later", "its-own-time-is-never-told", "nothing-later"],
)
def test_documents_up_to_the_one_that_tells_of_the_horizon_are_shown(periods, shown, left) -> None:
    topic = _Topic()
    for period in periods:
        topic.add(f"{period}-12", period, later(period, nature="actual", time_period=period))

    found, more = topic.after("2021-12", "2023-12")

    assert ([one[0].evidence.digest.slug for one in found], more) == (shown, left)


def test_a_clause_is_quoted_only_where_no_name_is_told(tmp_path) -> None:
    texts = {
        "qingshi-2023": "推进“高效办成一件事”，办事材料减少一半。更多政务服务实现一网通办。",
        "yunxi-2023": "更多服务事项实现一网通办。“最多跑一次”惠及群众。",
    }
    (tmp_path / "seeds").mkdir()
    (tmp_path / "i18n/en").mkdir(parents=True)
    for stem, words in texts.items():
        town = "青石镇" if stem.startswith("q") else "云溪镇"
        body = f"{town}2023年工作总结\n{town}人民政府\n\n一、政务服务\n{words}\n"
        (tmp_path / f"seeds/{stem}.txt").write_text(body, encoding="utf-8")

    found = gather(Request(tmp_path / "seeds", tmp_path / "i18n", ROOT / "i18n")).collection.likenesses

    assert [[like.words.zh for like in one.likes] for one in found] == [["高效办成一件事", "更多服务事项实现一网通办"]]
