"""What surrounds a figure: the words of its clause on both sides, and what its section has told so far."""

import re
from dataclasses import dataclass, field

from policy_digest.extract.endings import strip_change
from policy_digest.extract.hearing import BREAKS, MASK, clause_end, clause_start
from policy_digest.extract.mention import SIZES, Mention, Reading

_JOINTS = re.compile(r"、|(?:和(?![美谐平睦顺静田])|与(?!会)|以及|(?<!以)及(?![格时以]))(?=[^、]{0,12}$)")
AIM = re.compile("(?:(?<!公共)(?<!基金)预算|任务|目标|计划|指标)(?:数|值|额|量)?$|完成(?:率|比例)$")
"""Names of aims and of how much of one was done: what grows is not they, but what they are for."""

_TURNED = re.compile(r".{1,3}[至到]")
_FROM = re.compile(
    r"(?<=标准)[由从][^，,、由从标\x00]{0,3}标准$|(?<=水平)[由从][^，,、由从水\x00]{0,3}水平$|"
    r"[由从](?:年初|年底|[去上前]年[初末底]?|[^，,、由从\x00]{1,4}(?:时|之初|前|年[初末底]?)|最初|原来|起初|过去)的?$"
)
_VILLAGES = re.compile("^村(?=村(?!通))")
_LINK = re.compile(r"[\s、,，/和及]{0,2}(?:共计|合计|总计|共|计)?(?:约|近|超过|超|达)?")
RECOVERED = "恢复至同期水平的比例"
TO_WHOM = ("对", "为", "给", "向", "使", "让")
_KIND = 2  # characters: what two counted things end alike in
_FAR = 24  # figures: none is told of one farther before it
_FAR_AWAY = 240  # characters: nothing is told of what was told farther away
REACH = 90  # characters: no name is told from farther away, and a line without a stop stays quick

OF_WHOLE = re.compile(
    "(?:全[村镇乡县区市州省]|[全本我该](?:社区|街道)|辖区|境内|[本我该][村镇乡县区市])(?:内)?(?:总|共|国土|行政)?(?:面积|户数|人口|户籍人口|常住人口)(?:达|约|为|有)*$"
)
"""What is told of a place as a whole, whatever was told before (全村总面积)."""

HIDDEN_AMOUNT = re.compile(
    r"[XxＸ×*某]{1,4}\s*[万亿]?\s*(?:元|亩|斤|公斤|吨|人|户|个|家)?|(?<=[值额入资款税])[百千]?[万亿]元$"
)
"""An amount that the text leaves out (完成XX万元)."""


@dataclass(slots=True)
class Told:
    """What a section has told so far, for clauses that leave their subject out.

    ``plain`` are the names that are no change's or rank's.
    """

    names: list[tuple[Mention, str]] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    begun: int = 0
    owner: str = ""
    village: str = ""

    def leave_brackets(self, text: str, start: int) -> None:
        """Put what a bracket closed before ``start`` told of before its whole: what follows goes on from the whole."""
        last = self.names[-1][0] if len(self.names) > self.begun else None
        opened = text.rfind("(", 0, last.start) if last else -1
        if last is None or opened < 0 or text.find(")", opened, last.start) >= 0 or text.find(")", last.end, start) < 0:
            return
        inside = sum(mention.start > opened for mention, _ in self.names[self.begun :])
        at = len(self.names) - inside - 1
        if at >= self.begun:
            told = self.names.pop(at)
            if _is_plain(told[0]):
                self.plain.pop(len(self.plain) - 1 - sum(_is_plain(mention) for mention, _ in self.names[at:]))
            self.tell(*told)

    def tell(self, mention: Mention, name: str) -> None:
        """Take in that a figure was told, and by what name."""
        self.names.append((mention, name))
        if _is_plain(mention):
            self.plain.append(name)

    def last(self) -> str:
        """The last name of a figure that is no change or rank."""
        return self.plain[-1] if self.plain else ""

    def subject(self) -> str:
        """What this sentence, or else the section, told last of that is no change, rank, aim or share of one."""
        plain = (
            name
            for told, name in reversed(self.names[-_FAR:])
            if told.kind not in ("change", "rank") and not AIM.search(name)
        )
        return next(plain, "")

    def amount(self) -> str:
        """The last name of a count or a magnitude."""
        return next((name for mention, name in reversed(self.names) if mention.kind in ("count", "level")), "")

    def kin(self, mention: Mention, skip: int = 0) -> str:
        """What a figure whose clause names nothing tells of: what its sentence told last, with a change or without.

        ``skip`` leaves out so many of the last names; a rank may be ranked again. Another sentence's name holds
        only for a figure of the same unit and kind.
        """
        ranked = mention.kind == "rank"
        own = (name for told, name in reversed(self.own(skip)) if (ranked or told.kind != "rank"))
        own = (name for name in own if not (ranked and name.endswith(RECOVERED)))
        if found := next(own, ""):
            return found
        alike = (mention.kind, mention.unit_measure)
        others = (
            known
            for known in reversed(self.names[max(self.begun - _FAR, 0) : self.begun])
            if is_near(known[0], mention)
        )
        return next((name for told, name in others if (told.kind, told.unit_measure) == alike), "")

    def own(self, skip: int = 0) -> list[tuple[Mention, str]]:
        """The last figures of this sentence with their names, ``skip`` left out at the end: never more than a few."""
        until = len(self.names) - skip
        return self.names[max(self.begun, until - _FAR) : until]

    def again(self, mention: Mention) -> str:
        """The name of the same amount, told before (这52公里)."""
        amount = (mention.value, mention.unit_measure)
        told = reversed(self.names[-_FAR:])
        return next((name for before, name in told if (before.value, before.unit_measure) == amount), "")

    def latest(self) -> str:
        """The name that was told last, whatever it is."""
        return self.names[-1][1] if self.names else ""

    def changed(self) -> str:
        """What the last change was a change of."""
        return next((name for mention, name in reversed(self.names) if mention.kind == "change"), "")

    def last_quantity(self, *, grew: bool = False) -> str:
        """What was told last, be it a figure or a change; no share where it ``grew`` by so many per cent."""
        told = reversed(self.names[-_FAR:])
        names = (n for mention, n in told if not (grew and mention.kind == "share") and not AIM.search(n))
        return next(names, "") or (self.names[-1][1] if self.names else "")

    def is_series(self, count: int) -> bool:
        """Whether the last ``count`` figures, none less, were told together: all of one unit, in this sentence."""
        last = self.own()[-count:]
        kinds = {(mention.kind, mention.unit_measure) for mention, _ in last}
        return len(last) == count and len(kinds) == 1 and last[0][0].kind not in ("change", "rank")

    def ranked(self, count: int) -> tuple[str, ...]:
        """The names of the last ``count`` figures of this sentence where all are ranks; else none."""
        last = self.own()[-count:]
        alike = len(last) == count and all(mention.kind == "rank" for mention, _ in last)
        return tuple(name for _, name in last) if alike else ()

    def recent(self, count: int) -> tuple[str, ...]:
        """The last ``count`` names of figures that are no changes, in order; empty where one sentence has fewer."""
        told = [(mention, name) for mention, name in self.names[-_FAR:] if _is_plain(mention)][-count:]
        alike = len(told) == count and len({mention.sentence.id for mention, _ in told}) == 1
        return tuple(name for _, name in told) if alike else ()


def _is_plain(mention: Mention) -> bool:
    return mention.kind not in ("change", "rank")


def is_near(before: Mention, mention: Mention) -> bool:
    """Whether ``before`` stands so few characters before ``mention`` that its name may hold for it."""
    return mention.sentence.start + mention.start - before.sentence.start - before.start <= _FAR_AWAY


def chain(reading: Reading, index: int) -> tuple[int, int]:
    """The first and the last of the figures that tell of one thing in several units (36户112人; 4处、约200米)."""
    first = last = index
    while first and _is_linked(reading, first - 1):
        first -= 1
    while last + 1 < len(reading.mentions) and _is_linked(reading, last):
        last += 1
    return first, last


def _is_linked(reading: Reading, index: int) -> bool:
    one, two = reading.mentions[index], reading.mentions[index + 1]
    if one.kind != "count" or one.unit_zh == two.unit_zh or (two.kind != "count" and two.unit_measure not in SIZES):
        return False
    gap, text = reading.folded[one.end : two.start], reading.folded
    if two.kind not in ("count", "level") or not _LINK.fullmatch(gap):
        return False
    ended = text[two.end : two.end + 1] in ("", "、", ")", *BREAKS)
    return ended or not gap.strip() or text.endswith(TO_WHOM, 0, one.start)


def floor_of(reading: Reading, index: int) -> int:
    """Where the figure before a mention ends; 0 where there is none. Mentions stand in the order of the text."""
    start, before = reading.mentions[index].start, index - 1
    while before >= 0 and reading.mentions[before].end > start:
        before -= 1
    return reading.mentions[before].end if before >= 0 else 0


def _ceiling_of(reading: Reading, index: int) -> int:
    end, after = reading.mentions[index].end, index + 1
    while after < len(reading.mentions) and reading.mentions[after].start < end:
        after += 1
    return reading.mentions[after].start if after < len(reading.mentions) else len(reading.folded)


def left_of(reading: Reading, index: int) -> str:
    """The words of the clause before a figure, from the figure before it on."""
    mention = reading.mentions[index]
    start = mention.start
    floor = floor_of(reading, index) if index else 0
    begin = clause_start(reading.folded, start)
    text = reading.folded[max(begin, floor, start - REACH) : start]
    if word := mention.bounded_by or ("过" if mention.bound == "gt" else ""):
        is_change = mention.kind == "change"  # whose words are cut by their own beginning
        text = text.removesuffix(word) if len(text) > len(word) and not is_change else text
        text = text.replace(f"{word}占", "占")
    text = _VILLAGES.sub("", text[text.rfind("、") + 1 :]) if floor > begin else text
    return _FROM.sub("", text) if "从" in text or "由" in text else text


def clause_before(reading: Reading, index: int) -> str:
    """The words of the clause before a figure's clause, from the figure before it on."""
    start = clause_start(reading.folded, reading.mentions[index].start)
    begin = clause_start(reading.folded, start - 1) if start else 0
    return reading.folded[max(begin, floor_of(reading, index)) : max(start - 1, 0)][-REACH:]


def right_of(reading: Reading, index: int) -> str:
    """The words of the clause behind a figure, up to the next figure."""
    end = reading.mentions[index].end
    ceiling = _ceiling_of(reading, index)
    stop = clause_end(reading.folded, end)
    text = reading.folded[end : min(stop, ceiling, end + REACH)]
    joints = list(_JOINTS.finditer(text)) if ceiling < stop else []
    text = text[: joints[-1].start()] if joints else text
    return _before_next_list(text, reading.folded[ceiling:stop]) if joints and ceiling < stop else text


def _before_next_list(text: str, behind: str) -> str:
    """``text`` up to a 和 behind which the things are listed that the next figure counts (2个…项目和甲、乙3个…项目)."""
    first, joint, _ = text.rpartition("和")
    return first if joint and len(first) >= _KIND and first[-_KIND:] in behind else text


def is_last(reading: Reading, index: int) -> bool:
    """Whether a count's clause holds no figure behind it."""
    end = reading.mentions[index].end
    stop = clause_end(reading.folded, end)
    return _ceiling_of(reading, index) >= stop


def is_continued(reading: Reading, index: int, left: str) -> bool:
    """Whether a figure goes on from the one before it in its clause (由3个增至5个)."""
    begun = index > 0 and reading.mentions[index - 1].end > clause_start(reading.folded, reading.mentions[index].start)
    between = left.strip(MASK)
    return begun and bool(between) and (bool(_TURNED.fullmatch(between)) or not strip_change(between))
