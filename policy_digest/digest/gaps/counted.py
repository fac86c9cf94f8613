"""Projects or measures that are counted as drawn up or planned, where nobody says which they are."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from policy_digest.digest.gaps.found import Found
from policy_digest.digest.texts import Told
from policy_digest.lexicon import Lexicon

_CLAUSE = re.compile("[,;:]")
_COUNT = re.compile(r"(?P<count>(?<!\d)(?:\d{1,4}|[二三四五六七八九十两]+)[余多]?[个项条件])")
_THING = re.compile("项目|措施|举措|任务|事项|实事|工程|办法")
_COUNTED = re.compile(rf"{_COUNT.pattern}[^\W\d]{{0,8}}?(?P<thing>{_THING.pattern})")
_BEFORE, _BEHIND = 80, 200  # how far before a count and behind it its sentence is read
_YEAR = re.compile(r"\d{4}年")
_FIRST = re.compile(r"^(?:一[是要、]|\(一\)|1[.、]|第一|首先)")
_NEAR = 4  # sentences behind a count in which its list may begin


def only_counted(texts: Sequence[Told], lexicon: Lexicon) -> Iterator[Found]:
    """Each such count, unless its clauses, the next sentence or another place of the text may say which they are."""
    body = [told for told in texts if not told.is_caption]
    patterns = lexicon.gaps.patterns
    counts = Counter((m["count"], m["thing"]) for told in body for m in _COUNTED.finditer(told.text))
    for number, told in enumerate(body):
        for match in patterns["counted"].finditer(told.text):
            following = body[number + 1 : number + 1 + _NEAR]
            if not _is_counted_again(match["words"], counts) and not _is_listed(told, match, following, lexicon):
                start, end = match.span("words")
                yield Found(
                    told.sentence.offset(start), "unlisted", told.section.id, told.sentence.id, told.printed(start, end)
                )


def _is_listed(told: Told, match: re.Match[str], following: Sequence[Told], lexicon: Lexicon) -> bool:
    """Whether words about the count may name one of the things, their fields, their cost or their time.

    Where a section ends with the count, the headings of the next may be the list.
    """
    listing = lexicon.gaps.patterns["lists"]
    before = ",".join(_CLAUSE.split(told.text[max(0, match.start() - _BEFORE) : match.start()])[-2:])
    if listing.search(_YEAR.sub("", before)) or listing.search(told.text, match.end(), match.end() + _BEHIND):
        return True
    if not following:
        return False
    if following[0].section.id != told.section.id or any(_FIRST.match(after.text) for after in following):
        return True
    is_other = lexicon.gaps.patterns["new-matter"].match(following[0].text) is not None
    return not is_other and listing.search(following[0].text) is not None


def _is_counted_again(words: str, counts: Mapping[tuple[str, str], int]) -> bool:
    """Whether the text counts as many of the like at another place (22个项目中): what they are is told there."""
    count, things = _COUNT.search(words), _THING.findall(words)
    own = _COUNTED.search(words) is not None
    return count is not None and bool(things) and counts.get((count["count"], things[-1]), 0) > own
