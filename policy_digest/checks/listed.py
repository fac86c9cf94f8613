"""Which words belong to which figure of a list: 甲和乙分别增长5%和8%; A and B rose by 5% and 8%, respectively."""

import re
from collections.abc import Iterator, Mapping, Sequence

Span = tuple[int, int]

_ZH_JOINT = re.compile(r"[%％]?(?:个百分点|[万亿]?元|[^\d，。；,;]{0,4})?(?:、|和|与|及|，)")
_ZH_ITEM = re.compile("城(?=乡)|[^、，和与及]+")
_ZH_STOP = re.compile("[。；]")
_ZH_NEAR = 10
_EN_JOINT = re.compile(
    r"(?:%| percent| per cent| percentage points?| (?:million|billion|trillion)| yuan| tonn?e?s?)*"
    r"(?:,| and|, and)(?: \w+){0,2} ?(?:US)?\$?"
)
_EN_SEPARATOR = re.compile(", and | and |, ")
_EN_STOP = re.compile("[.;:] ")
_EN_NEAR = 35
_ZH_TURN = re.compile(
    "[^，。；]{0,8}?(?:增加|提高|上升|增长|下降|减少|降低|扩大|上调|降|升|增|减|缩短|压缩|延长)?(?:到|至)了?(?:约|近|超过?)?"
)
_EN_TURN = re.compile(r"[^,.;]{0,22}?\bto (?:\w+ ){0,3}(?:US)?\$?")


def turns(text: str, figures: Sequence[Span], *, in_english: bool) -> Mapping[int, int]:
    """The figures that are two ends of one change (从3提高到5), each with the other, by their places in ``figures``."""
    pattern = _EN_TURN if in_english else _ZH_TURN
    ends: dict[int, int] = {}
    for at in range(len(figures) - 1):
        if pattern.fullmatch(text, figures[at][1], figures[at + 1][0]):
            ends[at], ends[at + 1] = at + 1, at
    return ends


def chinese_items(text: str, figures: Sequence[Span]) -> Mapping[int, Span]:
    """The span of what each figure behind 分别 is of, by the figure's place in ``figures``; 城乡 are two items."""
    items: dict[int, Span] = {}
    for match in re.finditer("分别", text):
        run = _run(text, [at for at, span in enumerate(figures) if span[0] >= match.end()], figures, _ZH_JOINT)
        if len(run) < 2 or figures[run[0]][0] - match.end() > _ZH_NEAR:
            continue
        begin = _after_last(_ZH_STOP, text, 0, match.start())
        spans = [found.span() for found in _ZH_ITEM.finditer(text, begin, match.start())]
        if len(spans) >= len(run):
            items |= dict(zip(run, spans[-len(run) :], strict=True))
    return items


def english_items(text: str, figures: Sequence[Span]) -> Mapping[int, Span]:
    """The span of what each figure before "respectively" is of, by the figure's place in ``figures``."""
    items: dict[int, Span] = {}
    for match in re.finditer("respectively", text):
        before = [at for at, span in enumerate(figures) if span[1] <= match.start()]
        if not before or match.start() - figures[before[-1]][1] > _EN_NEAR:
            continue
        run = list(_run_back(text, before, figures))
        first = figures[run[0]][0]
        begin = _after_last(_EN_STOP, text, figures[run[0] - 1][1] if run[0] else 0, first)
        separators = [found.end() for found in _EN_SEPARATOR.finditer(text, begin, first)][-(len(run) - 1) :]
        if len(run) > 1 and len(separators) == len(run) - 1:
            cuts = [begin, *separators, first]
            items |= {at: (cuts[place], cuts[place + 1]) for place, at in enumerate(run)}
    return items


def _run(text: str, places: Sequence[int], figures: Sequence[Span], joint: re.Pattern[str]) -> list[int]:
    run: list[int] = []
    for at in places:
        if run and not joint.fullmatch(text, figures[run[-1]][1], figures[at][0]):
            break
        run.append(at)
    return run


def _run_back(text: str, places: Sequence[int], figures: Sequence[Span]) -> Iterator[int]:
    run = [places[-1]]
    for at in reversed(places[:-1]):
        if not _EN_JOINT.fullmatch(text, figures[at][1], figures[run[-1]][0]):
            break
        run.append(at)
    yield from reversed(run)


def _after_last(pattern: re.Pattern[str], text: str, begin: int, end: int) -> int:
    return max((found.end() for found in pattern.finditer(text, begin, end)), default=begin)
