"""Every number of a text is accounted for, as extract reads it, by rules that stand in the tables."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_digest import lexicon
from policy_digest.cli.explain import lines
from policy_digest.extract import extract
from policy_digest.extract.accounts import Account
from policy_digest.extract.evidence import Why
from policy_digest.extract.explain import explain
from policy_digest.lexicon.folding import fold
from policy_digest.lexicon.tables import FOLDER
from policy_digest.model import Article
from policy_digest.numerals import ARABIC
from policy_digest.parse import parse
from policy_digest.read import read_source
from tests.made_readings import article
from tests.projects import run, tree

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
PIECES = st.sampled_from(
    [
        "全年完成税收9.15亿元", "同比增长9%", "，", "。", "\n\n", "\n", "约1.3万人", "　", "十余件", "“四位一体”",
        "2024年1—11月", "位居全市第一", "4000—6000斤", "三分之一", "3/4个", "\uff14．\uff10\uff12万亩", "一", "12",
        "13.0:43.0:44.0", "百万", "第", "个", "%", "-", "(", "x", "3,144", "数百", "由3个增至", "5个百分点",
        "：", "将", "、", "二三十五", "# 一、工作", "## 2025年安排", "1. ", "图1 税收",
        "| 指标 | 2024年 |\n| --- | --- |\n| 税收(万元) | 12 |",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join)
OPEN = re.compile(ARABIC)


def accounts(text: str, period: str | None = "2024") -> tuple[Account, ...]:
    """The accounts of a text of Qinghe Town."""
    return explain(article(text, period), lexicon.load())


@cache
def of_seed(path: Path) -> tuple[Article, tuple[Account, ...]]:
    read = parse(read_source(path), lexicon.load())
    return read, explain(read, lexicon.load())


def told(text: str, printed: str, field: str, period: str | None = "2024") -> str:
    """How a step of a figure is printed."""
    shown = [line.strip() for line in lines([a for a in accounts(text, period) if a.as_printed == printed])]
    return next(re.split(r" {2,}", line, maxsplit=1)[-1] for line in shown if line.startswith(f"{field} "))


def not_read_once(read: Article, found: tuple[Account, ...]) -> list[str]:
    """The Arabic numerals of the sentences that are in no account, or in more than one."""
    simplified = lexicon.load().figures.simplified
    wrong = []
    for section in read.sections:
        for sentence in section.sentences:
            for match in OPEN.finditer(fold(sentence.text, simplified)):
                start, end = sentence.span(*match.span())
                theirs = [n for a in found if a.spot.id == sentence.id for n in a.numerals if n[0] <= start < n[1]]
                if len(theirs) != 1 or theirs[0][1] < end:
                    wrong.append(match[0])
    return wrong


# ---------------------------------------------------------------- as extract reads it


@pytest.mark.parametrize("path", SEEDS, ids=[p.stem for p in SEEDS])
def test_the_figures_of_a_seed_are_those_that_extract_reads(path: Path) -> None:
    read, found = of_seed(path)

    figures = Counter(figure.observation for account in found for figure in account.figures)

    assert figures == Counter(extract(read, lexicon.load()).observations)


@pytest.mark.parametrize("path", SEEDS, ids=[p.stem for p in SEEDS])
def test_every_arabic_numeral_of_a_seed_is_listed_once(path: Path) -> None:
    assert not_read_once(*of_seed(path)) == []


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_the_figures_of_any_text_are_those_that_extract_reads(text: str) -> None:
    figures = Counter(figure.observation for account in accounts(text) for figure in account.figures)

    assert figures == Counter(extract(article(text), lexicon.load()).observations)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_arabic_numeral_of_any_text_is_listed_once(text: str) -> None:
    assert not_read_once(article(text), accounts(text)) == []


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_no_number_of_a_text_is_left_out_wherever_it_stands(text: str) -> None:
    listed = [numeral for account in accounts(text) for numeral in account.numerals]

    digits = [m.start() for m in re.finditer(r"\d", fold(text, lexicon.load().figures.simplified))]

    assert [d for d in digits if sum(start <= d < end for start, end in listed) != 1] == []


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_every_account_stands_where_it_says(text: str) -> None:
    assert all(text[a.start : a.end] == a.as_printed for a in accounts(text))


# ---------------------------------------------------------------- the rules that are named


def ids(table: str) -> frozenset[str]:
    """What the rules of a table are called: ids, the uses of cues, the rows' words or, of bounds, their sides."""
    figures, names = lexicon.load().figures, lexicon.load().names
    match table:
        case "units.tsv":
            return frozenset(figures.units)
        case "bounds.tsv":
            return frozenset({"before", "after"})
        case "changes.tsv":
            return frozenset({""})
        case "wording_pairs.tsv":
            return frozenset(lexicon.load().wording.pairs)
        case "catalogue.yml":
            return frozenset(entry.id for entry in names.entries)
    text = (FOLDER / table).read_text(encoding="utf-8")
    return frozenset(re.findall(rf"\b{'use' if table == 'cues.yml' else 'id'}: ([\w-]+)", text))


def is_there(why: Why) -> bool:
    """Whether a rule stands in its table; several are told as a list."""
    return not why.table or set(re.split(r"(?: \+|,) ", why.rule)) <= ids(why.table)


MANY = """# 青禾镇2024年工作总结

## 一、工作回顾

2024年，全镇完成税收3亿元，同比增长5%，居全市第三。前三季度接待游客突破8300万。拨打12345热线，一批项目开工。工业用电量近百亿千瓦时。
税收增速由11%回落至7%，快于全市2个百分点。未能完成税收3亿元的目标。财政收入任务174万，村集体收益破百万。

## 二、下一步工作打算

下一步，新建公园3个，力争完成投资3亿元，解决600多留守儿童托管问题。
"""


@pytest.mark.parametrize("text", [MANY, *(path.read_text(encoding="utf-8") for path in SEEDS)], ids=["many", *"12"])
def test_every_rule_that_is_named_stands_in_its_table(text: str) -> None:
    found = accounts(text)

    whys = [a.why for a in found if a.why] + [w for a in found for f in a.figures for s in f.steps for w in s.whys]

    assert [why for why in whys if not is_there(why)] == []


def test_the_words_of_a_rule_that_decided_a_step_stand_in_the_text() -> None:
    steps = [step for a in accounts(MANY) for figure in a.figures for step in figure.steps]

    words = {why.words for step in steps for why in step.whys}

    assert {w for w in words if not all(part in MANY.replace("，", ",") for part in w.split("…"))} == set()


# ---------------------------------------------------------------- what is no figure

NO_FIGURES = [
    ("拨打12345热线。", "12345", ("rejected", "code", "masks.yml", "hotline")),
    ("前三季度税收增长。", "前三季度", ("rejected", "date", "periods.yml", "quarters-3")),
    ("2024年3月税收增长。", "2024年3月", ("rejected", "date", "", "")),
    ("“十四五”规划编制完成。", "“十四五”", ("rejected", "date", "periods.yml", "plan-14")),
    ("一批项目开工。", "一批", ("rejected", "indefinite", "", "counting")),
    ("两家企业相邻。", "两家", ("rejected", "narrative", "", "counting")),
    ("每周开会3次。", "3次", ("rejected", "recurrence", "", "counting")),
    ("力争居全市第一方阵。", "全市第一方阵", ("rejected", "slogan", "ranks.yml", "scope-place")),
    ("全镇37贤达回乡。", "37", ("unread", "no-unit", None, None)),
    ("共二三十五处。", "二三十五", ("unread", "ill-formed", None, None)),
    ("上5万亿两个台阶。", "两", ("unread", "no-pattern", None, None)),
]


@pytest.mark.parametrize(("text", "printed", "expected"), NO_FIGURES, ids=[text for text, *_ in NO_FIGURES])
def test_a_number_that_is_no_figure_has_its_reason_and_rule(
    text: str, printed: str, expected: tuple[str, str, str | None, str | None]
) -> None:
    (found,) = [a for a in accounts(text) if a.as_printed == printed]

    assert (found.verdict, found.reason, found.why and found.why.table, found.why and found.why.rule) == expected


def test_a_date_tells_its_period() -> None:
    (found,) = accounts("前三季度税收增长。")

    assert found.period == "2024-01/2024-09"


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("比2015年增加公园3个。", "2015年", "governs no figure"),
        ("由2015年的5个增至8个。", "2015年", "governs the next figure alone"),
        ("项目7月可投产。", "7月", "governs its clause alone"),
        ("第三季度增长。", "第三季度", "its year is not known"),
    ],
)
def test_a_date_that_governs_little_says_so(text: str, printed: str, words: str) -> None:
    (found,) = [a for a in accounts(text, None if "year is" in words else "2024") if a.as_printed == printed]

    assert words in found.note


def test_an_unread_number_shows_what_follows_it() -> None:
    (found,) = accounts("全镇37贤达回乡。")

    assert "(贤达回乡: no row of units.tsv)" in found.note


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        ("# 青禾镇2024年工作总结\n\n税收3亿元。", "2024年", ("title", "rejected")),
        ("# 青禾镇新建公园3个\n\n税收3亿元。", "3", ("title", "unread")),
        ("# 总结\n\n## 新建公园3个\n\n税收上升。", "3", ("heading", "unread")),
        ("# 总结\n\n## 一、公园\n\n税收上升。", "一", ("mark", "rejected")),
        ("# 总结\n\n税收上升。\n\n图2 公园一角\n\n税收上升。", "图2", ("caption", "rejected")),
        ("# 总结\n\n税收上升。\n\n图2 公园3处\n\n税收上升。", "3", ("caption", "unread")),
        ("# 总结\n\n来源：青禾镇人民政府 2025-01-15\n\n税收上升，粮食丰收，群众满意。", "2025", ("byline", "rejected")),
    ],
    ids=["date in title", "title", "heading", "mark", "number of caption", "caption", "byline"],
)
def test_a_number_outside_the_sentences_says_where_it_stands(
    text: str, printed: str, expected: tuple[str, str]
) -> None:
    (found,) = [a for a in accounts(text) if a.as_printed == printed]

    assert (found.spot.kind, found.verdict) == expected


TABLE = """| 指标 | 2023年 | 占比 | 备注 |
| --- | --- | --- | --- |
| 财政收入(万元) | 1200 | 30% | 12 |
| 5个村 | 40 | 2% | 13 |
"""


@pytest.mark.parametrize(
    ("printed", "verdict", "words"),
    [
        ("2023年", "rejected", "the head of a table"),
        ("12", "rejected", "tells no value, growth or share"),
        ("5个村", "rejected", "the name of a table's row"),
        ("40", "unread", "tells a unit"),
    ],
)
def test_a_number_of_a_table_that_is_no_figure_says_why(printed: str, verdict: str, words: str) -> None:
    (found,) = [a for a in accounts(TABLE) if a.as_printed.strip() == printed]

    assert (found.verdict, words in found.note) == (verdict, True)


# ---------------------------------------------------------------- how a figure was read

STEPS = [
    ("税收3亿元。", "3亿元", "number", "3 × 10^8: Arabic digits"),
    ("新建三个公园。", "三个", "number", "3: Chinese digits"),
    ("税收下降3%。", "3%", "number", "3: Arabic digits, a fall"),
    ("产蜜4000—6000斤。", "4000—6000斤", "number", "4000 to 6000: Arabic digits"),
    ("成绩居全市前列。", "全市前列", "number", "none: only a part of a ranking is told"),
    ("税收3亿元。", "3亿元", "unit", "元 = CNY: units.tsv 元"),
    (
        "亩产650公斤/亩。",
        "650公斤/亩",
        "unit",
        "公斤/亩 = kg/mu: kg in the table, changed by the words around it (units.tsv 公斤)",
    ),
    ("村集体收益破百万。", "百万", "unit", "not written, CNY: told by a name near it, 收益 (cues.yml money)"),
    (
        "解决600多留守儿童托管。",
        "600多",
        "unit",
        "not written, person: told by a name near it, 留守儿童 (cues.yml implied-person)",
    ),
    ("投资12、15和18亿元。", "12", "unit", "not written, CNY: as of the figure behind it"),
    ("收入比缩小至2.12，", "2.12", "unit", "not written, other:ratio: an index or a ratio, by its name"),
    ("占三分之一。", "三分之一", "unit", "percent: a fraction, in per cent"),
    ("近百名干部。", "百名", "bound", "lt: 近 (bounds.tsv before)"),
    ("电梯100部以上。", "100部", "bound", "ge: 以上 (bounds.tsv after)"),
    ("税收900余万元。", "900余万元", "bound", "ge: 余, 多, 几 or 数 in the numeral"),
    ("落户上百家企业。", "百家", "bound", "ge: 上 before a round number"),
    ("产蜜4000—6000斤。", "4000—6000斤", "bound", "range: two numbers"),
    ("成绩居全市前三。", "全市前三", "bound", "le: its words tell a part of a ranking"),
    ("税收同比增长9%。", "9%", "change", "yoy, up: 同比 (bases.yml yoy), 增长 (changes.tsv)"),
    ("税收增长9%。", "9%", "change", "yoy, up: no base is told, so since a year before, 增长 (changes.tsv)"),
    ("税收快于全市2个百分点。", "2个百分点", "change", "vs:全市, up: 快于全市 (bases.yml above)"),
    (
        "税收、投资分别增长9%、8%。",
        "8%",
        "change",
        "yoy, up: as the figure before it in the list, no base is told, so since a year before, 增长 (changes.tsv)",
    ),
    (
        "税收保持9%以上增长。",
        "9%",
        "change",
        "yoy, up: no base is told, so since a year before, growth is told behind it 以上增长",
    ),
    (
        "近五年，税收增长9%。",
        "9%",
        "change",
        "since:2019, up: no base is told, so since before the years told of as one, 增长 (changes.tsv)",
    ),
    (
        "税收降幅收窄0.9个百分点。",
        "0.9个百分点",
        "change",
        "yoy, up: no base is told, so since a year before, points by which a fall narrowed or widened 收窄",
    ),
    ("税收同比-3.5%。", "-3.5%", "change", "yoy, down: a minus before the number, 同比 (bases.yml yoy)"),
    ("产值翻一番。", "翻一番", "change", "yoy, up: no base is told, so since a year before, a doubling 翻一番"),
    ("税收居全市第三。", "全市第三", "rank", "3: within 全市, 全市第三 (ranks.yml scope-place)"),
    (
        "税收增速和财力增速居全市第三。",
        "全市第三",
        "rank",
        "3: within 全市, told of two things (cues.yml shared-rank), 全市第三 (ranks.yml scope-place)",
    ),
    ("成绩位列第二。", "第二", "rank", "2: no set told, 第二 (ranks.yml verb-place)"),
    ("前三季度，税收3亿元。", "3亿元", "period", "2024-01/2024-09, explicit: 前三季度 (periods.yml quarters-3)"),
    ("2023年底，税收3亿元。", "3亿元", "period", "2023, explicit: 2023年底 (periods.yml end-of)"),
    ("上半年税收增长。新建公园3个。", "3个", "period", "2024-01/2024-06, inherited: 上半年 in line 1"),
    ("每年可增收3万元。", "3万元", "period", "none, context: holds in no one year, 每年 (periods.yml every-year)"),
    ("税收3亿元。", "3亿元", "period", "2024, context: the article's (sidecar)"),
    ("# 总结\n\n## 2023年工作回顾\n\n税收3亿元。", "3亿元", "period", "2023, context: the heading 2023年工作回顾"),
    (
        "合格率由90%提高到95%。",
        "90%",
        "period",
        "none: what was, before the turn of a passage from one value to another, 由90% (cues.yml turn)",
    ),
    (
        "近五年，项目落地。合格率由90%提高到95%。",
        "95%",
        "period",
        "2024, inherited: the end of 近五年 in line 1, behind the turn of a passage",
    ),
    ("2020—2024年，合格率由90%提高到95%。", "95%", "period", "2024, explicit: at the end of 2020/2024, 2020—2024年"),
    ("税收3亿元。", "3亿元", "nature", "actual: nothing says otherwise"),
    ("预计税收3亿元。", "3亿元", "nature", "expected: 预计 (natures.yml expected)"),
    ("力争完成税收3亿元。", "3亿元", "nature", "target: 力争 (natures.yml target-aim)"),
    ("财政收入任务174万元。", "174万元", "nature", "target: its own words say so, 任务 (cues.yml own-nature)"),
    (
        "未能完成税收3亿元的目标。",
        "3亿元",
        "nature",
        "target: an aim that was not reached, 未能完成…的目标 (cues.yml missed)",
    ),
    (
        "合格率由90%提高到95%。",
        "90%",
        "nature",
        "actual: what was, before the turn of a passage from one value to another",
    ),
    ("将治理140平方公里范围内的违建。", "140平方公里", "nature", "actual: says within what, not how much is aimed at"),
    (
        "# 总结\n\n## 下一步打算\n\n新建公园3个。",
        "3个",
        "nature",
        "target: the heading tells of plans, 下一步打算 (natures.yml outlook-heading)",
    ),
    (
        "# 总结\n\n## 下一步打算\n\n2022年，新建公园3个。",
        "3个",
        "nature",
        "actual: the text speaks of plans, but the year told ended before it speaks",
    ),
    (
        "下一步，我镇将做好以下工作：\n\n新建公园3个。",
        "3个",
        "nature",
        "target: this paragraph or section has turned to what is to be done, 下一步 (cues.yml opening)",
    ),
    (
        "• 加快建设公园24处\n\n• 推进改造小区10个\n\n• 力促5座水闸完工\n",
        "24处",
        "nature",
        "target: the text is a list of tasks (cues.yml ahead, done)",
    ),
    (
        "# 青禾镇2024年工作要点\n\n新建公园3个。",
        "3个",
        "nature",
        "target: the title says that the text is a plan (cues.yml plan-title)",
    ),
    (
        "# 青禾镇报告\n\n## 工作成效和下一步打算\n\n力争税收增长。新建公园3个。",
        "3个",
        "nature",
        "target: a sentence before it aims at something, in a section that also tells of plans",
    ),
    ("完成税收3亿元。", "3亿元", "name", "税收: from the words before it (catalogue.yml tax_revenue)"),
    (
        "新建3个驿站。",
        "3个",
        "name",
        "新建驿站数: put together: 新建 (from the words before it) + 驿站 (from the words behind it) + 数 (added)",
    ),
    ("完成税收3亿元，增长9%。", "9%", "name", "税收增速: 税收, told before, of 3亿元 (catalogue.yml tax_revenue)"),
    ("达到9%。", "9%", "name", "比例: no words near it name it"),
    ("税收3亿元。", "3亿元", "place", "青禾镇: the article's (sidecar)"),
    ("在西槐庄村，新建公园3个。", "3个", "place", "西槐庄村: named in the sentence"),
    ("在西槐庄村，新建公园3个。村里种树5棵。", "5棵", "place", "西槐庄村: named before in the section"),
    (
        TABLE,
        "1200",
        "unit",
        "元 = CNY: told by its column's head, its row's, a column of units or a line above the table",
    ),
    (TABLE, "1200", "table", "value: its column is headed 2023年"),
    (TABLE, "1200", "period", "2023, explicit: its column's head"),
    (TABLE, "1200", "nature", "actual: its column's head names no aim"),
    (
        "| 指标 | 2025年目标 |\n| --- | --- |\n| 税收(万元) | 12 |\n",
        "12",
        "nature",
        "target: its column's head says so",
    ),
]


@pytest.mark.parametrize(("text", "printed", "field", "expected"), STEPS, ids=[f"{s[0]}-{s[1]}-{s[2]}" for s in STEPS])
def test_a_figure_tells_how_it_was_read(text: str, printed: str, field: str, expected: str) -> None:
    assert told(text, printed, field) == expected


def test_a_name_in_restored_words_names_the_pairs_that_restored_them() -> None:
    _, found = of_seed(SEEDS[1])
    steps = {step.value: step for account in found for figure in account.figures for step in figure.steps}

    assert Why("wording_pairs.tsv", "大众", "群众") in steps["接待群众人次"].whys


def test_a_period_that_nothing_tells_says_what_would() -> None:
    assert told("税收3亿元。", "3亿元", "period", None) == (
        "none: the article's is not known: a sidecar may state it (time_period)"
    )


def test_two_things_of_one_rank_share_an_account() -> None:
    found = accounts("税收增速和财力增速居全市第三。")

    assert [len(account.figures) for account in found] == [2]


def test_a_figure_without_a_numeral_has_an_account_too() -> None:
    (found,) = accounts("成绩居全市前列。")

    assert (found.verdict, found.numerals) == ("figure", ())


def test_the_steps_come_in_the_order_in_which_they_are_checked() -> None:
    (figure,) = accounts("近百名干部。")[0].figures

    assert [step.field for step in figure.steps] == ["number", "unit", "bound", "period", "nature", "name", "place"]


# ---------------------------------------------------------------- on the command line

TEXT = "前三季度，全镇完成工业总产值84.6亿元，拨打12345热线，37贤达回乡。"
SHOWN = """\
s-0000000000  line 1  前三季度，全镇完成工业总产值84.6亿元，拨打12345热线，37贤达回乡。
  前三季度  not a figure: date          periods.yml quarters-3 → no period; its year is not known
  84.6亿元  工业总产值 = 8460000000 CNY    level, actual, eq
            number  84.6 × 10^8: Arabic digits
            unit    元 = CNY: units.tsv 元
            period  none: the article's is not known: a sidecar may state it (time_period)
            nature  actual: nothing says otherwise
            name    工业总产值: from the words before it (catalogue.yml gross_industrial_output)
            place   none: neither the text nor a sidecar tells one
  12345     not a figure: code          masks.yml hotline
  37        not read: no unit or classifier known behind it (贤达回乡: no row of units.tsv), and no rule rejects it

4 numbers: 1 figure, 2 rejected, 1 unread
"""


def test_explain_prints_every_number_of_a_text() -> None:
    done = run("explain", TEXT)

    assert (done.returncode, done.stderr, re.sub(r"s-\w{10}", "s-" + 10 * "0", done.stdout)) == (0, "", SHOWN)


def test_explain_prints_an_object_for_each_number_as_json() -> None:
    objects = [json.loads(line) for line in run("explain", "--json", TEXT).stdout.splitlines()]

    assert [(o["as_printed"], o["verdict"], o["numerals"]) for o in objects] == [
        ("前三季度", "rejected", [[1, 2]]),
        ("84.6亿元", "figure", [[14, 19]]),
        ("12345", "rejected", [[23, 28]]),
        ("37", "unread", [[31, 33]]),
    ]


def test_the_keys_of_the_json_are_those_that_are_promised() -> None:
    (found,) = [json.loads(line) for line in run("explain", "--json", "税收3亿元。").stdout.splitlines()]

    keys = "in id section line start end as_printed numerals verdict reason table rule period note figures"
    steps = [sorted(step) for step in found["figures"][0]["steps"]]
    assert (sorted(found), set(map(tuple, steps))) == (sorted(keys.split()), {("field", "note", "rules", "value")})


def test_explain_reads_a_file_with_its_sidecar_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "青禾镇.txt"
    path.write_text("完成税收3.2亿元。\n", encoding="utf-8")
    path.with_suffix(".yml").write_text('time_period: "2023"\n', encoding="utf-8")
    before = tree(tmp_path)

    done = run("explain", path)

    assert ("period  2023, context: the article's (sidecar)" in done.stdout, tree(tmp_path)) == (True, before)


def test_the_ids_of_a_file_are_those_that_extract_prints(tmp_path: Path) -> None:
    path = tmp_path / "青禾镇.txt"
    path.write_text("完成税收3.2亿元。\n", encoding="utf-8")
    (tmp_path / "slugs.tsv").write_text("stem\tslug\n青禾镇\tqinghe-old\n", encoding="utf-8")

    (told,) = json.loads(run("explain", "--json", path).stdout)["figures"]

    assert told["id"] == json.loads(run("extract", path).stdout)["observations"][0]["id"]


@pytest.mark.parametrize(
    ("argument", "words"),
    [
        ("nowhere.txt", "nowhere.txt: found no such file or directory, expected a readable file"),
        ("nowhere.md", "nowhere.md: found no such file or directory, expected a readable file"),
        (".", ".: found a folder, expected an article, .txt or .md, or a text"),
        ("", "TEXT: found an empty file, expected an article"),
        ("figures.csv", "figures.csv: found a '.csv' file, expected a .txt or .md file"),
    ],
)
def test_what_cannot_be_explained_is_told_with_code_1(argument: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "figures.csv").touch()

    done = run("explain", argument, folder=tmp_path)

    assert (done.returncode, done.stdout, done.stderr.splitlines()[0]) == (1, "", words)


def test_a_text_too_long_to_be_a_file_is_a_text() -> None:
    done = run("explain", "新建公园3个。" * 200)

    assert done.stdout.splitlines()[-1] == "200 numbers: 200 figures, 0 rejected, 0 unread"


def test_a_number_that_tells_two_things_and_one_in_a_heading_are_counted_as_such() -> None:
    text = "# 总结\n\n## 新建公园3个\n\n税收增速和财力增速居全市第三。"

    assert list(lines(accounts(text)))[-1] == (
        "2 numbers: 1 figure (2 observations, several of one number), 0 rejected, "
        "1 unread (1 of them in titles, headings and captions)"
    )


def test_a_long_number_has_a_line_of_its_own() -> None:
    shown = list(lines(accounts("“春风送暖百日攻坚行动计划”启动。")))

    assert shown[1:3] == ["  “春风送暖百日攻坚行动计划”", " " * 28 + "not a figure: name          masks.yml quoted"]
