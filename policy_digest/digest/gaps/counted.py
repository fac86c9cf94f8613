"""Projects or measures that are counted as drawn up or planned, where nobody says which they are."""

import re
from collections.abc import Iterator, Sequence

from policy_digest.digest.gaps.found import Found
from policy_digest.digest.texts import Told
from policy_digest.lexicon import Lexicon

_CLAUSE = re.compile("[,;:]")
_COUNT = re.compile(r"(?:\d+|[二三四五六七八九十两]+)[余多]?[个项条件]")
_YEAR = re.compile(r"\d{4}年")
_FIRST = re.compile(r"^(?:一[是要、]|\(一\)|1[.、]|第一|首先)")
_NEAR = 4  # sentences behind a count in which its list may begin


def only_counted(texts: Sequence[Told], lexicon: Lexicon) -> Iterator[Found]:
    """Each such count, unless its clauses, the next sentence or another place of the text may say which they are."""
    body = [told for told in texts if not told.is_caption]
    patterns = lexicon.gaps.patterns
    everything = "\n".join(told.text for told in body)
    for number, told in enumerate(body):
        for match in patterns["counted"].finditer(told.text):
            following = body[number + 1 : number + 1 + _NEAR]
            if not _is_listed(told, match, following, lexicon) and not _is_counted_again(match, everything):
                start, end = match.span("words")
                yield Found(
                    told.sentence.offset(start), "unlisted", told.section.id, told.sentence.id, told.printed(start, end)
                )


def _is_listed(told: Told, match: re.Match[str], following: Sequence[Told], lexicon: Lexicon) -> bool:
    """Whether words about the count may name one of the things, their fields, their cost or their time.

    Where a section ends with the count, the headings of the next may be the list.
    """
    listing = lexicon.gaps.patterns["lists"]
    before = ",".join(_CLAUSE.split(told.text[: match.start()])[-2:])
    if listing.search(_YEAR.sub("", before)) or listing.search(told.text, match.end()):
        return True
    if not following:
        return False
    if following[0].section.id != told.section.id or any(_FIRST.match(after.text) for after in following):
        return True
    is_other = lexicon.gaps.patterns["new-matter"].match(following[0].text) is not None
    return not is_other and listing.search(following[0].text) is not None


def _is_counted_again(match: re.Match[str], everything: str) -> bool:
    """Whether the text counts as many of the like at another place (22个项目中): what they are is told there."""
    count = _COUNT.search(match["words"])
    thing = _COUNT.sub("", match["words"])[-2:]
    return count is not None and len(re.findall(rf"(?<!\d){count[0]}[^\W\d]{{0,8}}?{thing}", everything)) > 1
