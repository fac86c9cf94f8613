"""Old texts and new ones aligned by place and likeness: which new text is a changed wording of which old one.

What stands between the same unchanged neighbours is held against each other first, each with what stands at its place;
then what is left, wherever it stands, by likeness alone. No step tries every old text with every new one.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

_TOKEN = re.compile(r"\d+(?:\.\d+)?|\w")
NAMES: Final = frozenset(("programme", "indicator"))
BAND = 12
"""How far from its relative place a text is looked for among changed neighbours."""
COMMON = 40
"""Among how many texts a character or two in a row tell nothing any more."""
MOST = 6
"""With how many old texts a new one is compared that has no like at its place."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The least likeness (0 to 1) of a changed wording: at its very place, among its neighbours, anywhere."""

    placed: float
    near: float
    anywhere: float


# Two sentences of one report that have nothing to do with each other are alike to .26 at most in 99 of 100 cases; names
# of different things to .8 (周边村庄数, 周边村庄人数).
PROSE: Final = Floors(0.27, 0.5, 0.62)
NAME: Final = Floors(0.6, 0.82, 0.82)


@dataclass(frozen=True, slots=True)
class Placed:
    """A text in its sequence; only texts of one kind (a sentence, a programme) are held against each other."""

    kind: str
    text: str


Pair = tuple[int, int]


def aligned(old: Sequence[Placed], new: Sequence[Placed], same: Mapping[int, int]) -> Mapping[int, int]:
    """New index → old index of each changed wording; each old text goes to one new one at most.

    ``same`` are the new texts that have their old one already (new index → old index); ``old`` and ``new`` stand in
    the order of their texts.
    """
    profiles = _Profiles()
    found: dict[int, int] = {}
    for olds, news in _blocks(old, new, same):
        found.update(_by_place(old, new, olds, news, profiles))
    taken = {*same.values(), *found.values()}
    olds = [at for at in range(len(old)) if at not in taken]
    news = [at for at in range(len(new)) if at not in same and at not in found]
    return found | _by_likeness(old, new, olds, news, profiles)


def chain(pairs: Iterable[tuple[int, int, float]]) -> list[Pair]:
    """The pairs (place in one order, place in the other, weight) of the heaviest chain that rises in both orders."""
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    columns = sorted({pair[1] for pair in ordered})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(columns) + 1)  # prefix maxima: (weight, index of the last pair)
    before: list[int] = []
    for index, (_, column, weight) in enumerate(ordered):
        at = bisect_left(columns, column)
        best, last = _most_before(tree, at)
        before.append(last)
        _raise(tree, at + 1, (best + weight, index))
    _, last = _most_before(tree, len(columns))
    found: list[Pair] = []
    while last >= 0:
        found.append(ordered[last][:2])
        last = before[last]
    return found[::-1]


def _most_before(tree: Sequence[tuple[float, int]], at: int) -> tuple[float, int]:
    best = (0.0, -1)
    while at > 0:
        if tree[at][0] > best[0]:
            best = tree[at]
        at -= at & -at
    return best


def _raise(tree: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    while at < len(tree):
        if value[0] > tree[at][0]:
            tree[at] = value
        at += at & -at


def _blocks(
    old: Sequence[Placed], new: Sequence[Placed], same: Mapping[int, int]
) -> Iterator[tuple[list[int], list[int]]]:
    """The old and the new texts between two unchanged neighbours, those of each kind apart."""
    kept = chain((at, same[at], 1.0) for at in same)
    settled = frozenset(same.values())
    for (new_from, old_from), (new_to, old_to) in pairwise([(-1, -1), *kept, (len(new), len(old))]):
        olds, news = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
        for at in range(old_from + 1, old_to):
            if at not in settled:
                olds[old[at].kind].append(at)
        for at in range(new_from + 1, new_to):
            if at not in same:
                news[new[at].kind].append(at)
        yield from ((olds[kind], news[kind]) for kind in news if kind in olds)


def _by_place(
    old: Sequence[Placed], new: Sequence[Placed], olds: Sequence[int], news: Sequence[int], profiles: "_Profiles"
) -> dict[int, int]:
    """Pair the texts of one block in their order; where as many went as came, each stands at a place of its own."""
    floors = _floors(new[news[0]])
    is_even = len(olds) == len(news)
    pairs = []
    for row, at in enumerate(news):
        middle = row * len(olds) // len(news)
        for column in range(max(0, middle - BAND), min(len(olds), middle + BAND + 1)):
            is_placed = is_even and row == column
            likeness = profiles.likeness(old[olds[column]].text, new[at].text)
            if likeness >= (floors.placed if is_placed else floors.near):
                pairs.append((row, column, likeness**2))
    return {news[row]: olds[column] for row, column in chain(pairs)}


def _by_likeness(
    old: Sequence[Placed], new: Sequence[Placed], olds: Sequence[int], news: Sequence[int], profiles: "_Profiles"
) -> dict[int, int]:
    """Pair what moved and was changed: the likest first, of the old texts that share rare pairs of characters."""
    having = defaultdict[tuple[str, str], list[int]](list)
    for at in olds:
        for gram in profiles.of(old[at].text):
            having[old[at].kind, gram].append(at)
    pairs = []
    for at in news:
        told = (having.get((new[at].kind, gram), ()) for gram in profiles.of(new[at].text))
        shared = Counter(index for places in told if len(places) <= COMMON for index in places)
        for index, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:MOST]:
            likeness = profiles.likeness(old[index].text, new[at].text)
            if likeness >= _floors(new[at]).anywhere:
                pairs.append((-likeness, at, index))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, index in sorted(pairs):
        if at not in found and index not in taken:
            found[at] = index
            taken.add(index)
    return found


def _floors(placed: Placed) -> Floors:
    return NAME if placed.kind in NAMES else PROSE


@dataclass(frozen=True, slots=True)
class _Profiles:
    """What each text is made of: characters, whole numbers and pairs of them, each with how often it came before."""

    known: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, text: str) -> frozenset[str]:
        if text not in self.known:
            times: Counter[str] = Counter()
            grams = set()
            tokens = _TOKEN.findall(text)
            for gram in (*tokens, *map("".join, pairwise(tokens))):
                times[gram] += 1
                grams.add(f"{times[gram]} {gram}")
            self.known[text] = frozenset(grams)
        return self.known[text]

    def likeness(self, one: str, other: str) -> float:
        """Twice what both have, by what each has (Dice): 1 for the same words in the same order, 0 for none."""
        mine, theirs = self.of(one), self.of(other)
        return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0
