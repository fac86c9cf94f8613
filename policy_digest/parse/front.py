"""What stands before a text and after it: title, occasion, speaker, date, couplet; closing formula, signature."""

import re

from policy_digest.lexicon.structure import Structure
from policy_digest.parse.blocks import ASIDE, Part, is_sentence

ENDS_NO_HEADING = tuple("，,、；;：:。！？!?（(“《")
_ABOVE = frozenset({"subtitle", "date", "byline"})
_LONGEST_TITLE = 60
_LONGEST_CREDIT = 80
_LAST_LINES = 12
_HALF = re.compile("[\u4e00-\u9fff]+")


def read_front(parts: list[Part], structure: Structure) -> list[Part]:
    """Read what stands before the text: title, subtitle, occasion, speaker, date, an opening couplet."""
    end = _front_end(parts, structure)
    titled = _title(parts, end, structure)
    title = parts[titled].text if titled is not None else None
    after = False
    for at, part in enumerate(parts[:end]):
        if part.role not in {"body", "heading"} or (part.role == "heading" and at != titled and part.text != title):
            after = after or part.role == "byline"
            continue
        if at == titled:
            parts[at] = part._replace(role="title")
            after = True
        elif title is not None and part.text in title:
            parts[at] = part._replace(role="furniture")
        else:
            parts[at] = _beside_title(part, structure, is_after=after)
    return _two_lines(_subtitle(parts, titled), titled)


def _two_lines(parts: list[Part], titled: int | None) -> list[Part]:
    """Join a title that stands in two lines, the second at once before what else stands above the text."""
    if titled is None or titled + 2 >= len(parts):
        return parts
    first, second, third = parts[titled : titled + 3]
    if second.role != "body" or second.text.endswith(ENDS_NO_HEADING) or third.role not in _ABOVE:
        return parts
    if first.marked or second.gap > 1 or not 4 <= len(second.text) <= _LONGEST_TITLE:
        return parts
    return [*parts[:titled], first._replace(words=first.words.followed_by(second.words)), *parts[titled + 2 :]]


def _front_end(parts: list[Part], structure: Structure) -> int:
    for at, part in enumerate(parts):
        if part.role in ASIDE or (part.role == "heading" and part.level == 1):
            continue
        if part.role != "body" or structure.has("salutation", part.text) or structure.has("number", part.text):
            return at
        if structure.has("credit", part.text) or structure.has("subtitle", part.text) or is_couplet(part.text):
            continue
        if is_sentence(part.text) or len(part.text) > _LONGEST_TITLE:
            return at
    return len(parts)


def _title(parts: list[Part], end: int, structure: Structure) -> int | None:
    """Return where the title stands: a line above the only heading of level 1, that heading, or a first line."""
    tops = [at for at, part in enumerate(parts) if part.role == "heading" and part.level == 1]
    plain = [at for at, part in enumerate(parts[:end]) if _may_be_title(part, structure)]
    if plain and (len(tops) != 1 or plain[0] < tops[0]):
        return plain[0] if _is_title(parts, plain[0], end, structure) else None
    return tops[0] if len(tops) == 1 and tops[0] < end else None


def _may_be_title(part: Part, structure: Structure) -> bool:
    kinds = ("subtitle", "date", "credit", "salutation", "speaker")
    return (
        part.role == "body"
        and 4 <= len(part.text) <= _LONGEST_TITLE
        and not part.text.endswith(ENDS_NO_HEADING)
        and not is_couplet(part.text)
        and not any(structure.has(kind, part.text) for kind in kinds)  # type: ignore[arg-type]
    )


def _is_title(parts: list[Part], at: int, end: int, structure: Structure) -> bool:
    """Whether a first line is the title of the whole, not the heading of a first section."""
    part = parts[at]
    if structure.has("masthead", part.text) or any(other.text == part.text for other in parts[at + 1 : end]):
        return True
    following = parts[at + 1 : at + 3]
    if any(next_.role in {"byline", "heading"} and next_.level <= 1 for next_ in following):
        return True
    if any(structure.has(kind, next_.text) for next_ in following for kind in ("subtitle", "date", "salutation")):
        return True
    return len(part.text) >= 12 and at + 1 < len(parts)


def _beside_title(part: Part, structure: Structure, *, is_after: bool) -> Part:
    if structure.has("credit", part.text):
        return part._replace(role="caption")
    if structure.has("subtitle", part.text):
        return part._replace(role="subtitle")
    if structure.has("date", part.text):
        return part._replace(role="date")
    if is_after and structure.has("speaker", part.text):
        return part._replace(role="speaker")
    return part._replace(role="epigraph") if is_couplet(part.text) else part


def _subtitle(parts: list[Part], titled: int | None) -> list[Part]:
    """A heading of level 1 below a title line is the subtitle; of several subtitles the first counts."""
    tops = [at for at, part in enumerate(parts) if part.role == "heading" and part.level == 1]
    if titled is not None and len(tops) == 1 and titled < tops[0]:
        parts[tops[0]] = parts[tops[0]]._replace(role="subtitle")
    seen: set[str] = set()
    for at, part in enumerate(parts):
        if part.role == "subtitle":
            if seen:
                parts[at] = part._replace(role="furniture")
            seen.add(part.text)
    return parts


def is_couplet(text: str) -> bool:
    """Whether a line is two halves of equal length, five to nine characters each, as a verse has them."""
    halves = _HALF.findall(text)
    return (
        len(halves) == 2
        and len(halves[0]) == len(halves[1])
        and 5 <= len(halves[0]) <= 9
        and re.fullmatch(r"[\u4e00-\u9fff]+[，,；; 　]+[\u4e00-\u9fff]+[。！!.]?", text) is not None
    )


def read_back(parts: list[Part], structure: Structure) -> list[Part]:
    """Read what ends the text, from its last line upwards: date, signature, closing formula."""
    for at in range(len(parts) - 1, max(-1, len(parts) - _LAST_LINES), -1):
        part = parts[at]
        if part.role in ASIDE:
            continue
        if part.role != "body":
            break
        if structure.has("date", part.text):
            parts[at] = part._replace(role="date")
        elif structure.has("signature", part.text) or structure.has("closing", part.text):
            parts[at] = part._replace(role="closing")
        elif structure.has("credit", part.text) and len(part.text) <= _LONGEST_CREDIT:
            parts[at] = part._replace(role="caption")
        else:
            break
    return parts
