"""How a plan's figures are named: the aim itself, and how much of it was done, both by what the aim is for."""

import re

from policy_digest.extract.context import HIDDEN_AMOUNT, Told, clause_before, floor_of, left_of
from policy_digest.extract.hearing import MASK, clause_start
from policy_digest.extract.mention import Reading
from policy_digest.extract.phrases import read_left
from policy_digest.lexicon.names import Names

_KINDS = ("预算", "任务", "目标", "计划", "指标")
_KIND = "|".join(_KINDS)
_WHOSE = (
    "(?:全年|年度|年初|本年|当年|半年|季度|全部|总|既定|预期|考核|工作|人大|人代会|调整|下达|确定|上级|[省市区县]级|[市县]定|"
    f"原定|计划|约束性|各项|的|{MASK})*"
)
_AIM = re.compile(
    rf"^(?P<subject>.*?)(?P<said>(?:超额|已|提前|累计|仅|只)*(?:完成了?|为|是|占到?|达到?|相当于|超过?|不及|低于))?"
    rf"(?P<aim>{_WHOSE}(?P<matter>[^,，、完成占为是{MASK}]{{0,8}}?)(?P<kind>(?:指标|目标|计划)?(?:{_KIND}))(?:数|值|额|量)?)的?$"
)
_ENDS = re.compile(rf"{_WHOSE}(?P<kind>{_KIND})(?:数|值|额|量)?$")
_WORK = re.compile(r"^(?P<subject>.*?)(?:完成|达到)了?(?P<work>[^完成]*?(?:工程量|工作量))的?$")


def _aim_of(left: str) -> re.Match[str] | None:
    """The aim that ``left`` ends with, if it does."""
    return _AIM.match(left) if any(kind in left for kind in _KINDS) else None


def name_aim(left: str, told: Told, names: Names) -> str:
    """The name of an aim whose clause says no more than that it is one (为全年任务740万元), by what was told before."""
    match = _aim_of(left)
    if match is None or match["matter"] or (match["subject"] and read_left(match["subject"], names).words):
        return ""
    subject, aim = told.subject(), match["aim"].replace(MASK, "").removeprefix("的")
    return subject + aim if subject and match["said"] else ""


def name_completion(reading: Reading, index: int, told: Told, names: Names) -> str:
    """The name of a share that tells how much of an aim was done; empty where it tells something else."""
    mention, before = reading.mentions[index], reading.mentions[index - 1] if index else None
    if before is not None and reading.folded[before.end : mention.start].strip(" )）") in ("的", ""):
        aim = told.names[-1][1] if told.names else ""
        if before.unit_measure != "percent" and (ends := _ENDS.search(aim)):
            return f"{aim[: ends.start()]}{ends['kind']}完成率"
    left = left_of(reading, index)
    if work := _WORK.match(left):
        subject = read_left(work["subject"], names).words or _subject(reading, index, told, names)
        return f"{subject}{work['work'].strip(MASK)}完成比例"
    match = _aim_of(left)
    if match is None or not match["said"]:
        return ""
    subject = read_left(match["subject"], names).words
    if match["matter"]:
        return f"{match['matter']}{match['kind']}完成率" if len(match["matter"]) > 1 else ""
    return f"{subject or _subject(reading, index, told, names)}{match['kind']}完成率"


def completions(left: str, things: tuple[str, ...]) -> tuple[str, ...]:
    """The names of shares that tell how much of each aim was done (分别完成全年任务的42%、34%), by what it is for."""
    match = _aim_of(left)
    if match is None or not match["said"] or match["matter"]:
        return ()
    return tuple(f"{thing}{match['kind']}完成率" for thing in things)


def _subject(reading: Reading, index: int, told: Told, names: Names) -> str:
    """What an aim is for, where its clause does not say: what the clause before tells without a figure."""
    start = clause_start(reading.folded, reading.mentions[index].start)
    words = read_left(HIDDEN_AMOUNT.sub("", clause_before(reading, index)), names).words
    is_new = floor_of(reading, index) < start and words.endswith(names.measures)
    return words if is_new else told.subject() or words
