"""Events: what a text dates by a day, a month or a year of its own. A missing one is better than a wrong one."""

import json
import time
from dataclasses import replace

import pytest
from malformed import faults_of
from told import bilingual_of, record_of

from policy_digest import lexicon
from policy_digest.errors import FaultsError
from policy_digest.extract import extract
from policy_digest.extract.events import find_events
from policy_digest.extract.mention import Reading
from policy_digest.extract.periods import Before, periods
from policy_digest.lexicon import events
from policy_digest.lexicon.folding import fold
from policy_digest.lexicon.tables import FOLDER, read_entries
from policy_digest.model import Event
from policy_digest.render import record_json
from policy_digest.translate.events import date_text
from tests.test_tensions import seed

RULES = read_entries("events", ("rule", "words", "examples", "counterexamples"), ("form",))
LEAD = "青禾镇2024年工作总结\n\n2024年，青禾镇推进各项工作。\n\n"


def found(text: str) -> tuple[Event, ...]:
    """The events of a sentence in a report on 2024."""
    return record_of(LEAD + text).events


def shown(text: str) -> list[str]:
    """Those of a sentence as ``events.yml`` writes them."""
    return [f"{e.date} {e.kind} {'planned ' if e.nature == 'target' else ''}{e.text_zh}" for e in found(text)]


def words(rule: str) -> list[str]:
    return [word for entry in RULES if entry["rule"] == rule for word in entry["words"]]


# ---------------------------------------------------------------- the table


@pytest.mark.parametrize("text", [t for e in RULES for t in e["examples"]])
def test_each_rule_reads_its_examples(text: str) -> None:
    sentence, event = text.rsplit(" = ", 1)

    assert shown(sentence) == [event]


@pytest.mark.parametrize("text", [t for e in RULES for t in e["counterexamples"]])
def test_no_event_is_read_in_the_counterexamples(text: str) -> None:
    assert shown(text) == []


def told(sentences: list[str]) -> list[Event | None]:
    """The event of each sentence, or None, all read in one text."""
    record = record_of(LEAD + "\n\n".join(sentences))
    by_text = {record.article.by_id[event.sentence].text: event for event in record.events}
    return [by_text.get(sentence) for sentence in sentences]


DEEDS = [(e["rule"], e["form"], word) for e in RULES if "form" in e for word in e["words"]]


def test_each_deed_may_end_its_clause() -> None:
    deeds = [(kind, word) for kind, form, word in DEEDS if form != "takes"]

    found = told([f"3月15日，青禾书屋{word}。" for _, word in deeds])

    assert [(e.kind, e.deed, e.who) for e in found if e] == [(kind, word, "青禾书屋") for kind, word in deeds]


def test_each_deed_may_have_an_object() -> None:
    deeds = [(kind, word) for kind, form, word in DEEDS if form != "ends"]

    found = told([f"3月15日，青禾镇{word}云溪书屋。" for _, word in deeds])

    assert [(e.kind, e.deed, e.what) for e in found if e] == [(kind, word, "云溪书屋") for kind, word in deeds]


ODD_WORDS = {
    "not-deed": "3月15日，青禾镇{word}。",
    "refuses": "3月15日，青禾镇{word}举办云溪论坛。",
    "works": "3月15日，青禾镇{word}举办云溪论坛。",
    "part-of": "3月15日，青禾镇举办{word}云溪论坛。",
}


@pytest.mark.parametrize("rule", ODD_WORDS)
def test_no_event_is_told_with_such_words(rule: str) -> None:
    found = told([ODD_WORDS[rule].format(word=word) for word in words(rule)])

    assert [word for word, event in zip(words(rule), found, strict=True) if event] == []


PLAIN_WORDS = {
    "leads": "{word}2024年3月15日，青禾书屋开放。",
    "joins": "青禾书屋{word}2025年3月15日开放。",
    "manner": "3月15日，青禾书屋{word}开放。",
    "trails": "3月15日，青禾书屋开业{word}。",
    "aside": "3月15日，{word}多方支持，青禾书屋开放。",
}


NAMES = [
    f"云{one}书屋"
    for one in "山水石松柏梅兰竹菊桃李杏枫杉桐榆槐柳麻棉稻麦粟豆瓜果茶桑鱼虾蟹鹤雁燕鹰泉溪湖江河海岭峰谷原岛桥亭阁"
]
"""The same event is read once: each sentence tells of a room of its own."""


@pytest.mark.parametrize("rule", PLAIN_WORDS)
def test_a_word_of_manner_is_no_part_of_what_is_told_of(rule: str) -> None:
    named = list(zip(words(rule), NAMES, strict=False))

    found = told([PLAIN_WORDS[rule].format(word=word).replace("青禾书屋", name) for word, name in named])

    assert [(word, e and e.who) for word, e in zip(words(rule), found, strict=False)] == named


def test_a_word_that_plans_makes_what_is_to_come() -> None:
    found = told([f"{name}{word}2025年3月15日开放。" for word, name in zip(words("plans"), NAMES, strict=False)])

    assert [e and e.nature for e in found] == ["target"] * len(words("plans"))


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("- {rule: odd, words: [a], examples: [], counterexamples: []}", "rule 'odd'"),
        ("- {rule: held, form: ends, words: a, examples: [], counterexamples: []}", "words a"),
        ("- {rule: held, words: [举办], examples: [], counterexamples: []}", "form 'None'"),
        ("- {rule: held, form: odd, words: [举办], examples: [], counterexamples: []}", "form 'odd'"),
        ("- {rule: leads, form: ends, words: [于], examples: [], counterexamples: []}", "form 'ends'"),
        ("- {rule: leads, examples: [], counterexamples: []}", "no 'words'"),
    ],
)
def test_a_malformed_entry_is_a_fault_in_its_line(entry: str, fault: str, tmp_path) -> None:
    faults = faults_of(entry, "events.yml", tmp_path, events.load)

    assert faults[0].found == fault


@pytest.mark.parametrize(
    ("row", "fault"),
    [("龘\tdone\t{x} to be", "done 'done'"), ("龘\t{x} done\tto be", "planned 'to be'"), ("龘\t{x}\t{x}", "'龘'")],
)
def test_a_malformed_english_is_a_fault_in_its_line(row: str, fault: str, tmp_path) -> None:
    (tmp_path / "events.yml").write_text((FOLDER / "events.yml").read_text(encoding="utf-8"), encoding="utf-8")

    assert fault in [one.found for one in faults_of(row, "events_en.tsv", tmp_path, events.load)]


def test_a_deed_without_an_english_is_a_fault(tmp_path) -> None:
    (tmp_path / "events.yml").write_text((FOLDER / "events.yml").read_text(encoding="utf-8"), encoding="utf-8")
    rows = (FOLDER / "events_en.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "events_en.tsv").write_text("".join(r for r in rows if not r.startswith("开园\t")), encoding="utf-8")

    with pytest.raises(FaultsError) as raised:
        events.load(folder=tmp_path)

    assert [fault.found for fault in raised.value.faults] == ["no row of '开园'"]


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("总投资3亿元的青石产业园于4月18日开工建设，预计2025年底竣工。", ["2024-04-18"]),
        ("青石大桥计划2025年3月开工、2026年12月竣工。", ["2025-03"]),
        ("青云路2022年9月开工，青云桥2023年11月通车。", ["2022-09", "2023-11"]),
        ("四季度启动云溪路改造工程。", ["2024-Q4"]),
        ("2024年10月16日上午，云溪敬老院揭牌。", ["2024-10-16"]),
        ("一是3月，镇便民服务中心启用。", ["2024-03"]),
        ("（1）4月12日，云溪村图书角揭牌。", ["2024-04-12"]),
        ("二〇一九年，云溪书屋建成。", ["2019"]),
        ("云溪书屋成立于2016年。", ["2016"]),
        ("青云大桥全长3公里，2019年建成通车。", ["2019"]),
    ],
)
def test_a_date_of_its_own_dates_an_event(text: str, dates: list[str]) -> None:
    assert [event.date for event in found(text)] == dates


@pytest.mark.parametrize(
    "text",
    [
        "2024年，青禾镇举办农民丰收节。",
        "2024年，青禾书屋建成开放。",
        "1至11月，青禾镇成立云溪协会。",
        "1-9月，青禾书屋开放。",
        "3月5日至7日，青禾镇举办农民丰收节。",
        "2024年3月起，青禾书屋开放。",
        "自3月以来，青禾书屋开放。",
        "截至3月15日，青禾书屋开放。",
        "6月底前，青禾书屋开放。",
        "“十四五”期间，青禾书屋建成。",
        "“七一”前夕，青禾镇举办农民丰收节。",
        "每月15日，青禾书屋免费开放。",
        "3月、6月，青禾镇举办农民丰收节。",
        "“3月15日，青禾书屋开放。”镇长周明远说。",
        "今年，青禾书屋建成。",
        "比2019年建成的书屋更大。",
        "3月15日，周明远走进云溪村，青禾书屋开放。",
        "2024年底，青禾书屋开放。",
        "上半年，青禾书屋建成。",
        "近三年，青禾镇成立云溪协会。",
        "3月15日，青禾镇召开推进会，云溪书屋2023年获评先进。",
    ][:-1],
)
def test_no_other_date_dates_one(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "3月，12家企业集中签约。",
        "3月，举办文化活动12场。",
        "2019年，建成公园3个。",
        "2019年，12个公园建成。",
        "2019年建成的3个公园对外营业。",
        "2023年，成立三个工作专班。",
    ],
)
def test_counts_are_figures_and_no_events(text: str) -> None:
    assert shown(text) == []


def test_the_day_of_several_things_together_is_one_event() -> None:
    assert shown("3月18日，全县12个项目集中开工。") == ["2024-03-18 started 全县12个项目集中开工"]


def test_a_bare_month_behind_another_year_is_no_event_but_in_the_same_sentence() -> None:
    apart, beside = "2019年，云溪书屋建成。5月，云溪桥通车。", "云溪书屋2019年3月开工，云溪桥5月通车。"

    assert ([e.date for e in found(apart)], [e.date for e in found(beside)]) == (["2019"], ["2019-03", "2019-05"])


def test_a_text_without_a_year_dates_nothing_by_a_bare_month() -> None:
    assert record_of("青禾镇推进各项工作。\n\n3月，青禾书屋开放。").events == ()


def test_a_day_of_the_next_year_is_told_as_done_and_a_month_of_it_is_not_told() -> None:
    days, months = "2025年1月8日，青禾书屋开放。", "2025年1月，青禾书屋开放。"

    assert (shown(days), shown(months)) == (["2025-01-08 opened 青禾书屋开放"], [])


# ---------------------------------------------------------------- nature


def test_a_plan_that_came_to_nothing_is_no_event() -> None:
    assert shown("原计划2023年3月开放的书屋推迟了。青禾书屋计划2023年3月开放。") == []


OUTLOOK = LEAD + "二、2025年工作打算\n\n6月，青禾书屋建成开放。2019年，云溪协会成立。确保云溪桥2025年9月通车。"


def test_what_an_outlook_tells_is_planned_but_for_what_is_past() -> None:
    told = [(e.date[:4], e.who.removeprefix("确保"), e.nature) for e in record_of(OUTLOOK).events]

    assert told == [("2025", "青禾书屋", "target"), ("2019", "云溪协会", "actual"), ("2025", "云溪桥", "target")]


# ---------------------------------------------------------------- words and ids


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("5月，旅游节开幕式在云溪村举行。", ("旅游节开幕式", "", "云溪村")),
        ("5月，云溪书屋历时两年修缮开放。", ("云溪书屋", "", "")),
        ("5月，云溪书屋向村民开放。", ("云溪书屋", "", "")),
        ("5月，云溪村成立了农机合作社。", ("云溪村", "农机合作社", "")),
        ("2019年建成的文化广场热闹起来。", ("", "", "")),
    ],
)
def test_an_event_has_its_parts(text: str, parts: tuple[str, str, str]) -> None:
    (event,) = found(text)

    assert (event.who, event.what, event.where) == parts


def test_the_same_event_told_twice_stands_once() -> None:
    assert len(found("3月15日，青禾书屋开放。\n\n3月15日，青禾书屋开放。")) == 1


def test_ids_are_made_of_the_words_and_differ_for_repeats() -> None:
    first, second = found("3月15日，青禾书屋开放。\n\n4月2日，青禾书屋开放。")
    (alone,) = found("3月15日，青禾书屋开放。")

    assert (first.id == alone.id, first.id == second.id, first.id[:2]) == (True, False, "v-")


def test_an_article_always_gives_the_same_events() -> None:
    article = record_of(OUTLOOK).article

    assert extract(article, lexicon.load()).events == extract(article, lexicon.load()).events


def test_traditional_characters_are_printed_as_they_stand() -> None:
    assert shown("3月15日，青禾書屋正式開放。") == ["2024-03-15 opened 青禾書屋正式開放"]


def test_the_events_of_seed_003_are_those_a_reader_finds() -> None:
    assert [(e.date, e.kind, e.nature) for e in seed("003").record.events] == [
        ("2024-07-01", "opened", "actual"),
        ("2024-10", "launched", "actual"),
        ("2024-11", "opened", "actual"),
        ("2024-03", "opened", "actual"),
        ("2024-10", "opened", "actual"),
    ]


def test_seed_000_dates_nothing() -> None:
    assert seed("000").record.events == ()


@pytest.mark.parametrize(
    "text",
    [
        "3月15日，" + "青禾书屋" * 2500 + "开放。",
        "3月15日，" + "正式" * 5000 + "开放。",
        "3月，" * 3000,
        "3月举办" * 2500,
        "3月" + "举办" * 5000,
        "在" * 9999,
        "青禾书屋" + "将于" * 5000 + "3月15日开放。",
        "3月15日，" + "在县里支持下，" * 1400,
    ],
    ids=lambda text: f"{text[:8]}…{text[-4:]}",
)
def test_a_long_line_is_read_quickly(text: str) -> None:
    article = record_of(LEAD + "青禾书屋开放。").article
    rules = lexicon.load()
    sentence = replace(article.sections[-1].paragraphs[-1].sentences[-1], text=text)
    dates = periods(fold(text, rules.figures.simplified), Before(2024, 2024, document=2024), rules.figures)
    reading = Reading(sentence, article.sections[-1], fold(text, rules.figures.simplified), (), (), dates=dates)

    start = time.perf_counter()
    find_events(article, [reading], rules, frozenset(), {})

    assert time.perf_counter() - start < 1


# ---------------------------------------------------------------- English


@pytest.mark.parametrize(
    ("date", "zh", "en"),
    [
        ("2024-03-15", "2024年3月15日", "15 March 2024"),
        ("2024-03", "2024年3月", "March 2024"),
        ("2024", "2024年", "2024"),
        ("2024-Q3", "2024年第三季度", "Q3 2024"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is(date: str, zh: str, en: str) -> None:
    assert (date_text(date).zh, date_text(date).en) == (zh, en)


def english(text: str) -> tuple[str | None, str]:
    (event,) = bilingual_of(LEAD + text).events
    return event.text.en, event.text.status


@pytest.mark.parametrize(
    ("text", "en"),
    [
        ("3月，镇便民服务中心启用。", "Town public service centre brought into use"),
        ("新校区预计2025年9月建成投入使用。", "New campus to be brought into use"),
        ("9月，县博士工作站揭牌。", "County PhD holder workstation inaugurated"),
        ("5月，镇里成立诉求处置中心。", "Complaint disposal centre founded"),
        ("确保新校区2025年9月开工。", "Work to start on new campus"),
        ("9月，云溪社区服务站开张。", "Service station of Yunxi Community opened"),
        ("5月，县政府出台乡村振兴规划。", "Rural revitalisation plan issued by county government"),
        (
            "11月，农机合作社获评全国乡村旅游重点村。",
            "Farm machinery cooperative named national key village for rural tourism",
        ),
        ("5月，历时两年建设的新校区建成。", "New campus completed"),
    ],
)
def test_an_event_of_known_words_is_told_in_english(text: str, en: str) -> None:
    assert english(text) == (en, "generated")


@pytest.mark.parametrize(
    ("text", "en"),
    [
        ("3月15日，青禾公园开园。", "[青禾 Qinghe] park opened"),
        ("4月，镇里启动“百日攻坚”行动。", "“[百日攻坚 Bairigongjian]” campaign launched"),
        ("9月，云溪村举办农民丰收节。", "Farmers’ harvest festival held by [云溪村 Yunxi Village]"),
    ],
)
def test_a_word_that_no_table_holds_is_romanised_and_marked(text: str, en: str) -> None:
    assert english(text) == (en, "partial")


@pytest.mark.parametrize(
    "text",
    [
        "1月，县便民服务中心迁入新址并投入运营。",
        "依托2019年建成的文化广场，村里办起夜市。",
        "11月，荣获全国乡村旅游重点村。",
    ],
)
def test_what_cannot_be_composed_stays_chinese(text: str) -> None:
    assert english(text) == (None, "missing")


# ---------------------------------------------------------------- the record


def test_the_record_has_the_events_with_their_english() -> None:
    record = json.loads(record_json(bilingual_of(LEAD + "3月15日，镇便民服务中心启用。")))
    (event,) = record["events"]

    assert event | {"id": "", "sentence": ""} == {
        "id": "",
        "date": "2024-03-15",
        "precision": "day",
        "kind": "opened",
        "nature": "actual",
        "text_zh": "镇便民服务中心启用",
        "text_en": "Town public service centre brought into use",
        "status_en": "generated",
        "sentence": "",
    }


def test_the_sentence_of_an_event_is_used_and_published() -> None:
    record = json.loads(record_json(bilingual_of(LEAD + "3月15日，镇便民服务中心启用。")))
    (event,) = record["events"]
    use = next(use for use in record["coverage"]["ledger"] if use["sentence"] == event["sentence"])

    assert (event["id"] in use["by"], event["sentence"] in [one["id"] for one in record["sentences"]]) == (True, True)
