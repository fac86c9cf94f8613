"""Find the place a text is about: the administrative name that it names most, first and in its title."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policy_digest.lexicon.structure import Structure, Suffix
from policy_digest.model import Stated
from policy_digest.parse.words import Words

_LONGEST = 5  # characters of a name before its suffix
# Words that a name does not contain: what stands left of it.
_NEVER_INSIDE = frozenset(
    "距的在由和与对于从是将向为被让到及把给以了全各该本我某每等新这其上下内外前后中共名个大家年月日同会按经据就"
)
_MAY_BEGIN = frozenset("新大中上下前后同和会经家平安")  # … and yet names begin with these (新乡县, 大厂县, 和平区)
_TITLE, _LEAD, _SUBJECT, _OWN = 12, 3, 2, 3  # weights against one plain mention
_LEAST = 5  # a name of less weight is only passing by
_NATIONAL = 10  # how often a text speaks of the whole country to be about it
_FIRST, _LAST = 6_000, 1_000  # characters at each end of a text
_ENOUGH = 0.5  # the share of a shorter reading's count from which a longer one is the name


class _Mention(NamedTuple):
    """A reading of a name: how many characters before the suffix, and where it stands."""

    name: str
    suffix: Suffix
    words: Words
    start: int


_DATE = re.compile("(?:年度?|第?[一二三四]季度|前三季度|[上下]半年度?|月份?|日)+")
"""What a date goes on with behind its digits: no part of a place's name (2023年度石桥乡)."""


def find_place(title: Words | None, body: Sequence[Words], structure: Structure) -> Stated | None:
    """Return the place that a text is about, as printed, or None where it names none often enough."""
    whole = [title, *body] if title else list(body)
    body = _ends_of(body)
    texts = [title, *body] if title else body
    mentions = [mention for words in texts for mention in _mentions(words, structure)]
    counts = Counter(mention.name for mention in mentions)
    chosen = list(_longest(mentions, counts))
    own = _OwnWords(texts)
    weights: Counter[str] = Counter()
    for mention in chosen:
        weights[mention.name] += _weight(mention, title, body)
    named = {mention.name: mention.suffix for mention in chosen}
    for name, suffix in named.items():
        stem = name.removesuffix(suffix.suffix)
        if title and len(stem) >= 2 and stem in title.text:
            weights[name] += _TITLE
    most = max(weights.values(), default=0)
    for name, suffix in named.items():
        if weights[name] >= _LEAST and weights[name] * (1 + _OWN) + _TITLE >= most:
            weights[name] += _OWN * min(own[suffix], weights[name])
    for name, short in structure.provinces.items():
        if title and (name in title.text or (short in title.text and not any(n.startswith(short) for n in weights))):
            weights[name] += _TITLE
    best = max(weights, key=lambda name: (weights[name], -_first(texts, name), name), default=None)
    if best is None or weights[best] < _LEAST:
        return _nation(whole, structure)
    return _stated(best, title, whole, structure)


def _ends_of(body: Sequence[Words]) -> list[Words]:
    """The first and the last paragraphs of a text: a place that it is about is named in them."""
    size, kept, position = sum(len(words.text) for words in body), [], 0
    for words in body:
        if position < _FIRST or size - position < _LAST:
            kept.append(words)
        position += len(words.text)
    return kept


def _nation(texts: Sequence[Words], structure: Structure) -> Stated | None:
    """Return the nation of a text that speaks of the whole country often."""
    for name, own in structure.nations.items():
        counts = {word: sum(words.text.count(word) for words in texts) for word in own}
        first = next((words for words in texts for word in own if word in words.text), None)
        if first is not None and sum(counts.values()) >= _NATIONAL:
            at = min(first.text.find(word) for word in own if word in first.text)
            return Stated(name, "text", *first.cut(at, at + 2).span)
    return None


def _stated(name: str, title: Words | None, texts: Sequence[Words], structure: Structure) -> Stated:
    for words in texts:
        at = structure.simplified.read(words.text).find(name)
        if at >= 0:
            basis = "title-line" if words is title else "text"
            return Stated(name, basis, *words.cut(at, at + len(name)).span)
    return Stated(name, "title-line" if title else "text")


def _first(texts: Sequence[Words], name: str) -> int:
    return next((at for at, words in enumerate(texts) if name in words.text), len(texts))


class _OwnWords(dict[Suffix, int]):
    """How many words of each suffix there are with which a text speaks of its own place (全镇, 镇党委)."""

    def __init__(self, texts: Sequence[Words]) -> None:
        super().__init__()
        self._text = "\n".join(words.text for words in texts)

    def __missing__(self, suffix: Suffix) -> int:
        self[suffix] = sum(self._text.count(word) for word in suffix.own)
        return self[suffix]


def _weight(mention: _Mention, title: Words | None, body: Sequence[Words]) -> int:
    if mention.words is title:
        return _TITLE
    is_subject = mention.start == 0 or mention.words.text[mention.start - 1] in "，,。；;：:“（( 年月日"
    is_lead = bool(body) and mention.words is body[0]
    return 1 + (_SUBJECT if is_subject else 0) + (_LEAD if is_lead else 0)


def _mentions(words: Words, structure: Structure) -> Iterator[_Mention]:
    """Yield every reading of every name, the shortest first."""
    text = structure.simplified.read(words.text)
    for suffix, start, at in _suffixed(text, words.text, structure):
        for length in range(1, min(_LONGEST, at - start) + 1):
            name = text[at - length : at] + suffix.suffix
            if _is_barred(name, length, structure):
                break
            if name not in structure.not_places:
                yield _Mention(name, suffix, words, at - length)


def _suffixed(text: str, printed: str, structure: Structure) -> Iterator[tuple[Suffix, int, int]]:
    """Yield each suffix that a name may have, where the Chinese before it begins that is no date's, and its place."""
    find = structure.place_suffix.search
    start = known = -1  # where the stretch at hand begins, and how far it is known
    match = find(text)
    while match:
        at, begin = match.span()
        floor = known if known > 0 else 0
        while begin > floor and "\u4e00" <= printed[begin - 1] <= "\u9fff":
            begin -= 1
        if begin != known:
            start = _begins(text, begin)
        known = max(begin, at)
        if at <= start:
            match = find(text, at + 1)
            continue
        suffix, behind = structure.suffixes[match.group()], text[match.end() : match.end() + 1]
        if suffix.level != "village" and not (behind and behind in suffix.never_before):
            yield suffix, start, at
        match = find(text, match.end())


def _begins(text: str, start: int) -> int:
    """Where words begin behind the rest of a date that stands at ``start``."""
    date = _DATE.match(text, start) if text[start - 1 : start].isdigit() else None
    return date.end() if date else start


def _is_barred(name: str, length: int, structure: Structure) -> bool:
    first = name[0]
    if first in _NEVER_INSIDE and (first not in _MAY_BEGIN or length > 3):
        return True
    if name[:2] in structure.never_in_places or (length > 1 and first in structure.suffixes):
        return True
    endings = structure.no_place_endings  # shorter endings were asked of the readings before
    return name in endings or (length == 1 and not endings.isdisjoint([name[at:] for at in range(1, len(name))]))


def _longest(mentions: list[_Mention], counts: Counter[str]) -> Iterator[_Mention]:
    """Yield for each place in the text the longest reading that most mentions of the shorter one share."""
    at = 0
    while at < len(mentions):
        group = [mentions[at]]
        while at + len(group) < len(mentions) and _is_longer(mentions[at + len(group)], group[-1]):
            group.append(mentions[at + len(group)])
        at += len(group)
        best = _best(group, counts)
        if best is not None:
            yield best


def _is_longer(mention: _Mention, than: _Mention) -> bool:
    return mention.words is than.words and mention.name.endswith(than.name) and mention.start == than.start - 1


def _best(group: list[_Mention], counts: Counter[str]) -> _Mention | None:
    best: _Mention | None = None
    for mention in group:
        stem = len(mention.name) - len(mention.suffix.suffix)
        is_bounded = _is_bounded(mention)
        if best is None:
            if stem >= 2 or (is_bounded and mention.suffix.suffix in {"县", "镇"}):
                best = mention
            continue
        if counts[mention.name] >= max(2, _ENOUGH * counts[best.name]) or (is_bounded and counts[best.name] == 1):
            best = mention
    if best is None or (counts[best.name] == 1 and not any(_is_bounded(m) for m in group if m.name == best.name)):
        return None
    return best


def _is_bounded(mention: _Mention) -> bool:
    """Whether nothing that could be part of the name stands before it."""
    if mention.start == 0:
        return True
    before = mention.words.text[mention.start - 1]
    return not "\u4e00" <= before <= "\u9fff" or before in _NEVER_INSIDE or before in "市县区省州年度季"
