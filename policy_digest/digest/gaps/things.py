"""Things that a clause says are set up and nobody says more of: a brand, an institute, a platform, a network."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from policy_digest.digest.gaps.found import Found
from policy_digest.digest.texts import Told
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.marks import clause_spans
from policy_digest.model import Record

_TAIL = 5  # characters at the end of a name by which the text speaks of it again
_MOST_BESIDE = 5  # characters beside a name in its clause that tell nothing of it, the clause's mark among them
_SAYS_WHAT_FOR = re.compile(
    r"^(?:为|联合|会同|携手|整合|汇集|吸纳|邀请|依托|利用|流转|盘活|覆盖)|\d月"
    r"|(?:投资|投入|出资|筹资|耗资|斥资|争取|安排)[^,]{0,12}?\d[^,]{0,6}?元|(?:占地|总面积|建筑面积)[^,]{0,8}?\d"
)


class _SetUp(NamedTuple):
    told: Told
    start: int
    end: int
    kind: str

    @property
    def words(self) -> str:
        """The name as the rules read it."""
        return self.told.text[self.start : self.end]


class _Mention(NamedTuple):
    """A clause that speaks of something: how long it is, in which sentence, from where."""

    length: int
    sentence: str
    start: int


def only_set_up(texts: Sequence[Told], record: Record, lexicon: Lexicon) -> Iterator[Found]:
    """The names of such things, where no other clause tells of them, nor the one before or the next sentence."""
    plans = {commitment.sentence: commitment.text_zh.rstrip("。") for commitment in record.commitments}
    named = {programme.name_zh for programme in record.programmes}
    set_up = [
        _SetUp(told, *match.span("words"), match["kind"])
        for told in texts
        for match in (() if told.is_caption else lexicon.gaps.patterns["set-up"].finditer(told.text))
        if not _is_planned(told, match.start(), plans.get(told.sentence.id))
    ]
    if not set_up:
        return
    mentions = _mentions({one.words[-_TAIL:] for one in set_up}, texts)
    following = {told.sentence.id: after.text for told, after in pairwise(texts)}
    for one in set_up:
        words = one.told.printed(one.start, one.end)
        is_told = _is_told_before(one) or _is_told_next(one, following.get(one.told.sentence.id, ""))
        if words not in named and not is_told and not _is_told_of(one, mentions[one.words[-_TAIL:]]):
            sentence = one.told.sentence
            yield Found(sentence.offset(one.start), "no-content", one.told.section.id, sentence.id, words)


def _is_planned(told: Told, start: int, plan: str | None) -> bool:
    """Whether it stands in the part of its sentence that says a plan, or behind that part."""
    return plan is not None and start >= told.sentence.text.find(plan)


def _mentions(tails: set[str], texts: Sequence[Told]) -> Mapping[str, Sequence[_Mention]]:
    """The clauses of the body that hold each of ``tails``, the longest first."""
    found: dict[str, list[_Mention]] = {tail: [] for tail in tails}
    sizes = sorted({len(tail) for tail in tails})
    for told in texts:
        for start, end in clause_spans(told.text) if not told.is_caption else ():
            held = {told.text[at : at + size] for size in sizes for at in range(start, end - size + 1)} & tails
            for tail in held:
                found[tail].append(_Mention(end - start, told.sentence.id, start))
    return {tail: sorted(mentions, reverse=True) for tail, mentions in found.items()}


def _is_told_of(one: _SetUp, mentions: Sequence[_Mention]) -> bool:
    """Whether a clause other than its own holds the thing's name and more than idle words beside it."""
    own = next((start for start, end in clause_spans(one.told.text) if start <= one.start < end), 0)
    others = (m for m in mentions[:2] if (m.sentence, m.start) != (one.told.sentence.id, own))
    return any(mention.length > len(one.words) + _MOST_BESIDE for mention in others)


def _is_told_before(one: _SetUp) -> bool:
    """Whether the clause before says what it is for, of what it is made, what it cost or when it was (为方便群众办事).

    Other figures there are of something else (年育苗1000万株,成功申报…项目).
    """
    clauses = re.split("[,;:]", one.told.text[: one.start])
    return len(clauses) > 1 and _SAYS_WHAT_FOR.search(clauses[-2]) is not None


def _is_told_next(one: _SetUp, following: str) -> bool:
    """Whether the next sentence begins with its kind (成立青禾研究院。研究院由…) or 该."""
    return following.startswith((one.kind, "该"))
