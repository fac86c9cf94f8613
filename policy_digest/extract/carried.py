"""What a figure's clause leaves out because it was told just before: the thing counted, the accident, the topic."""

import re
from itertools import pairwise

from policy_digest.extract.compose import HERDS, compose
from policy_digest.extract.context import REACH, Told, clause_before, floor_of
from policy_digest.extract.hearing import BREAKS, MASK, clause_start
from policy_digest.extract.mention import SIZES, Mention, Reading
from policy_digest.extract.phrases import Phrase, read_left, strip_subject
from policy_digest.lexicon.names import Names

COUNT = re.compile(
    r"(?:户数|人数|人次|场次|批次|剂次|家次|台次|册次|笔数|张数|套数|(?<![案访])件数|起数|个数|次数|数)$"
)
_SIZE = re.compile(r"(?:户数|人数|人次|场次|笔数|张数|套数|(?<![案访])件数|起数|量|面积|里程|长度|数)$")
_SUMS = ("合计", "共计", "总计", "累计", "共")
_HERDED = re.compile(f"(?:{'|'.join(HERDS)})$")
_KEPT = re.compile(f"(?:{'|'.join(HERDS)})量$|(?:种植|播种|养殖|栽植)面积$")
_HAPPENS = (
    "脱贫",
    "开工",
    "竣工",
    "完工",
    "投产",
    "达产",
    "投用",
    "退出",
    "减员",
    "出列",
    "毕业",
    "就业",
    "返乡",
    "返贫",
    *("搬迁", "受灾", "成灾", "绝收"),
)
_WITH_OBJECT = ("造林", "植树", "种草", "育苗", "修路")
"""Verbs that hold what was done: they are done to nothing told before."""

_HAPPENED = re.compile(f"(?:{'|'.join(_HAPPENS)})$")
_HARM = ("死亡人数", "受伤人数", "伤亡人数", "死伤人数", "失踪人数", "直接经济损失", "经济损失")
_HURT = {"伤人数": "受伤人数", "亡人数": "死亡人数", "死人数": "死亡人数"}
_ACCIDENT = re.compile(r".*(?:事故|火灾|火情|灾害|灾情|洪灾|险情|车祸)")
_LATELY = 60  # figures: a name told farther back is not taken for the same
_GROUPS = ("person", "household")
_SPENT_ON = ("CNY", "visit")
_SPENT = re.compile("^(?:用于|投向)|的(?=..$)")
_TOPIC = re.compile(r"(?:^|[。；;，,)\s\x00])([^。；;，,()（）:：\s\x00\d]{2,8})[:：]$")
_LEADS = ("其中", "如下", "情况", "包括", "分别", "方面", "统计", "显示", "表明")
_WHOLE = re.compile(
    r"(?:(?:全|本|我|该)(?:省|市|县|区|旗|州|乡|镇|街道|社区|村|屯|组|场)|街道|社区|辖区|境内|辖区内)?(?:现|总|共计?|合计|仅|约)*有?"
)
_TERRITORIES = re.compile(r"总户数$|(?:组|[村庄屯寨]|社区|居委会|村委会|街道|乡镇|面积)数?$|面积$")
_WORKS = ("项目", "工程")
_PER_MANY = re.compile("(每[十百千万]+(?:人|户|名|位|亩|公顷)[^\\W\\d]{0,4}?)(?:拥有|有|达)")
_OF_WORK = re.compile("(?:项目|工程)(?:概算|计划)?总?投资额?")
_RESIDENTS = re.compile("(?:全体|城镇|农村|城乡)(?:常住)?居民")
_PER_CAPITA = re.compile("(?:居民|农民)(人均.+)$")


def again(reading: Reading, index: int, verb: str, told: Told, names: Names) -> str:
    """The name of a count told by a verb alone, of what its sentence counted before (排查纠纷5起，调解4起)."""
    mention = reading.mentions[index]
    if not verb or verb in _WITH_OBJECT or f"{verb}人数" in _HARM or mention.unit_zh.endswith("次"):
        return ""
    if mention.kind != "count" and mention.unit_measure not in SIZES:
        return ""
    alike = (name for before, name in reversed(told.own()) if _is_like(before, mention))
    words = _SIZE.sub("", next(alike, ""))
    if words and verb.endswith(words):
        return ""  # the verb holds the thing (党员1260名,发展党员46名)
    if verb in HERDS and _HERDED.search(words):
        return _HERDED.sub(verb, words) + "量"
    tokens = [token for token in names.tokens(words) if token.role in ("act", "both", "light")]
    if not tokens and (first := names.opening(words)) and first.role in ("act", "both"):
        tokens = [first]  # the verb of a wording that the catalogue has (办理信访)
    done = bool(tokens) and tokens[0].start == 0 and tokens[0].end < len(words)
    if done:
        words = words[next((one.end for one, two in pairwise(tokens) if one.end < two.start), tokens[-1].end) :]
        words = words.removeprefix("的")
        tokens = []
    if words and verb in _HAPPENS and not tokens and not words.endswith((*names.things, *names.persons)):
        return ""
    if words and verb in _HAPPENS:
        words = _HAPPENED.sub("", words)
        words = words.removesuffix(tokens[-1].word) if tokens and tokens[-1].end == len(words) else words
        return compose(Phrase("", "", words.removeprefix("的").removesuffix("新") + verb), "", mention, names)
    if tokens and tokens[-1].end == len(words):
        return compose(Phrase("", "", words[: tokens[-1].start].removesuffix("新") + verb), "", mention, names)
    words = words.removeprefix(verb)
    return compose(Phrase("", verb, words), "", mention, names) if words and (done or mention.unit_zh != "人") else ""


def _is_like(before: Mention, mention: Mention) -> bool:
    return before.kind == mention.kind and before.unit_zh == mention.unit_zh


def listed_with(reading: Reading, index: int, noun: str, told: Told) -> str:
    """The name of a thing listed behind another that was kept or grown alike (出栏生猪2万头、肉牛900头)."""
    own, mention = told.own(), reading.mentions[index]
    if not own or not noun or noun.endswith(HERDS):
        return ""
    before, name = own[-1]
    gap = reading.folded[before.end : mention.start]
    match = _KEPT.search(name)
    is_like = before.kind == mention.kind and before.unit_measure == mention.unit_measure
    kept = match and (gap == "、" + noun or (gap[1:] == noun and gap[:1] in (",", "，") and match[0].endswith("量")))
    return noun + match[0] if match and kept and is_like else ""


def begun(reading: Reading, index: int, verb: str, told: Told, names: Names) -> str:
    """The name of a count told by a verb alone, of what the clause before names without one (推进项目，开工5个)."""
    mention = reading.mentions[index]
    if not verb or mention.kind != "count" or any(_is_like(before, mention) for before, _ in told.own()):
        return ""
    thing = read_left(clause_before(reading, index), names).noun
    return compose(Phrase("", "", thing + verb), "", mention, names) if thing.endswith(names.things) else ""


def summed(reading: Reading, index: int, left: str, names: Names) -> str:
    """The name of a figure that sums up the clause before (资助两类大学生，合计60名), where that tells no figure."""
    start = clause_start(reading.folded, reading.mentions[index].start)
    floor = floor_of(reading, index)
    if not start or not left.endswith(_SUMS):
        return ""
    before = clause_start(reading.folded, start - 1)
    if floor > before:
        return _summed_pairs(reading, index, before, names)
    return compose(read_left(reading.folded[before : start - 1][-REACH:], names), "", reading.mentions[index], names)


def _summed_pairs(reading: Reading, index: int, start: int, names: Names) -> str:
    """The name of a sum of figures told in pairs (甲、乙的支出分别为2亿元、1亿元，合计3亿元): what all are told of."""
    first = next((mention for mention in reading.mentions[:index] if mention.start >= start), None)
    said = reading.folded[start : first.start if first else start]
    if "分别" not in said:
        return ""
    return _SPENT.sub("", strip_subject(said, names))


def of_all(reading: Reading, index: int, left: str, right: str, told: Told) -> str:
    """The name of the households or the people of a place, where no more is said of them (全镇1200户4300人)."""
    mention = reading.mentions[index]
    name = {"household": "总户数", "person": "总人口"}.get(mention.unit_measure)
    words = left.strip(MASK)
    if mention.kind != "count" or name is None or right.strip(MASK) not in ("", "口") or not _WHOLE.fullmatch(words):
        return ""
    if right.startswith("口"):
        return name
    before = told.own()[-1][1] if told.own() else ""
    return name if any(mark in words for mark in "省市县区旗州乡镇街社村") or _TERRITORIES.search(before) else ""


def told_of(name: str, reading: Reading, index: int, told: Told, names: Names) -> str:
    """``name`` with the accident or the topic that its sentence tells it of (事故5起、死亡4人; 消防领域：事故5起)."""
    name = _HURT.get(name, name)
    if name in _HARM:
        return _accident(reading, index, told) + name
    stem = COUNT.sub("", name)
    topic = _topic(reading, index, names) if len(stem) <= 3 else ""
    return topic + name if topic and not topic.endswith(stem) else name


def work_of(counted: str, reading: Reading, index: int, told: Told, names: Names) -> str:
    """The work that the clause before names, where projects are told of without it (推进球场建设，8个项目开工)."""
    mention = reading.mentions[index]
    if counted not in _WORKS or any(_is_like(before, mention) for before, _ in told.own()):
        return ""
    text = clause_before(reading, index)
    token = names.first(text)
    opens = token is not None and not token.start and token.role in ("act", "both", "drop")
    work = text[token.end :] if token and opens else ""
    return work if work.endswith("建设") and len(work) > len("建设") + 1 else ""


def of_accidents(found: tuple[str, ...]) -> tuple[str, ...]:
    """The names ``found`` in one list, deaths with the accidents listed before them (事故起数、死亡人数)."""
    match = next(filter(None, map(_ACCIDENT.match, found)), None)
    return tuple(match[0] + name if match and name in _HARM else name for name in found)


def in_full(name: str, left: str, mention: Mention, told: Told) -> str:
    """``name`` with what its clause takes for granted: per how many it is, of whom an income is, what was done."""
    per = _PER_MANY.match(left)
    if per and not name.startswith("每"):
        return per[1] + name
    if name == "投资" and mention.kind == "level":
        return "完成投资额" if "完成" in left else "投资额"
    if _OF_WORK.fullmatch(name) and mention.kind == "level" and told.own():
        works = told.own()[-1][1].removesuffix("数")
        return works + name[len("项目") :] if works.endswith(_WORKS) and len(works) > len("项目") else name
    match = _PER_CAPITA.search(told.last()) if _RESIDENTS.fullmatch(name) else None
    return name + match[1] if match and mention.unit_measure in ("CNY", "percent") else name


def _accident(reading: Reading, index: int, told: Told) -> str:
    """The accidents that the sentence told of last, those in brackets apart."""
    start = reading.mentions[index].start
    for before, name in reversed(told.own()):
        between = reading.folded[before.end : start]
        is_aside = ")" in between.partition("(")[0]
        if before.kind == "count" and not is_aside and (match := _ACCIDENT.match(COUNT.sub("", name))):
            return match[0]
    return ""


def _topic(reading: Reading, index: int, names: Names) -> str:
    """What stands before a colon at the head of a figure's clause, if it is a noun and no more."""
    start = clause_start(reading.folded, reading.mentions[index].start)
    match = _TOPIC.search(reading.folded[max(start - 12, 0) : start])
    if not match or match[1].endswith((*_LEADS, *BREAKS)):
        return ""
    acts = any(token.role in ("act", "drop", "cut") for token in names.tokens(match[1]))
    return "" if acts else match[1].strip(MASK)


def told_apart(name: str, reading: Reading, index: int, told: Told, names: Names) -> str:
    """``name`` with the topic that its sentence has gone on to, where the name was told of another before.

    发放低保金80万元，其中城市低保90户，发放低保金32万元: what is paid to the towns is no second sum of the whole.
    """
    mention = reading.mentions[index]
    if mention.unit_measure not in _SPENT_ON:
        return name
    first = max(len(told.names) - _LATELY, 0)
    recent = enumerate(told.names[first:], first)
    same = [at for at, (before, known) in recent if known == name and _is_like(before, mention)]
    if not same or any(told.names[at][0].value == mention.value for at in same):
        return name
    later = told.names[max(same[-1] + 1, told.begun) :]
    led = reading.folded[: mention.start]
    begin = max(led.rfind(mark) for mark in "。;；") + 1
    part = led.find("其中", begin)
    groups = (
        COUNT.sub("", known)
        for before, known in reversed(later)
        if before.kind == "count"
        and before.unit_measure in _GROUPS
        and (0 <= part < before.start or _is_first(before, begin, told))
    )
    spoken = ("act", "both", "light", "drop")
    nouns = (g for g in groups if len(g) > 1 and not any(t.role in spoken for t in names.tokens(g)))
    return joined(next(nouns, ""), name)


def _is_first(mention: Mention, begin: int, told: Told) -> bool:
    """Whether no figure but those of its chain stands between ``begin`` and ``mention``."""
    return all(
        before.start < begin or before.unit_measure in _GROUPS
        for before, _ in told.own()
        if before.start < mention.start
    )


def joined(topic: str, name: str) -> str:
    """``topic`` before ``name``, what ends the one and begins the other said once (城市低保 + 低保金发放额)."""
    if not topic or name.startswith(topic):
        return name
    shared = next((size for size in range(min(len(topic), len(name)), 1, -1) if topic.endswith(name[:size])), 0)
    return topic + name[shared:]
