"""What stands on both sides of a line's break: whether a sentence was broken there, or a text has ended."""

import re

from policy_digest.lexicon.structure import Structure

STOPS = "。！？!?；;：:…"
CLOSERS = "”’」』）)》】\"'"
SENTENCE_STOPS = "。！？!?…"
NEVER_FIRST = "，。、；：！？”’）》」』】％,.;:!?)%…·℃‰"
_NEVER_LAST = "（《“「『【‘("
_CLAUSE = "，、,"
LONGEST_HEADING = 30
_BRACKETS = (("（", "）"), ("(", ")"), ("《", "》"), ("“", "”"), ("「", "」"), ("【", "】"))
_CLOSER = re.compile("[" + re.escape("".join(closer for _, closer in _BRACKETS)) + "]")
_NEAR = 40
_INNER_STOP = re.compile(r"[。！？!?；;](?=[^\s”’」』）)》】\"'])")
_INNER_MARK = re.compile("[，、,]")
_ROW = re.compile(r"[^，。；]*\S(?:[ \u3000]{2,}|\t+)\S+(?:[ \u3000]{2,}|\t+)\S[^，。；]*$")
_DIGIT = re.compile(r"\d")
_BARE = re.compile(r"(?!(?:19|20)\d\d$)\d[\d.,]*[%％‰]?$")
_NUMBER = re.compile(r"(?:^|[^\d\-—–/.:：年A-Za-z])\d[\d,]*(?:\.\d+)?$")
_POINT = re.compile(r"[\u4e00-\u9fff]\s?\d+\.$|\d\s?[-—–~～至:：]$")
_RANGE = re.compile(r"[-—–~～至]\d")
_DATE_SO_FAR = re.compile(r"\d(?P<part>[年月])$")
_DATE_RESTS = {"年": re.compile(r"\d{1,2}\s?(?:月|[-—–~～至]|$)"), "月": re.compile(r"\d{1,2}\s?(?:日|$)")}
_YEAR = re.compile(r"\D(?:19|20)\d\d$")
_DATE = re.compile(r"(?:\d{1,2}\s?[-—–~至]{1,2}\s?)?\d{1,4}\s?[年月]")
_ITEM = re.compile("[一二三四五六七八九十]{1,2}是")


def is_open(text: str) -> bool:
    """Whether a line ends without a stop."""
    if text[-1:] in CLOSERS:
        text = text.rstrip(CLOSERS)
    return not text or text[-1] not in STOPS


def is_torn(above: str, below: str, structure: Structure) -> bool:
    """Whether a break parts what belongs together: a sign and its word, a number and its unit, a pair of brackets."""
    if below[0] in NEVER_FIRST or above[-1] in _NEVER_LAST:
        return True
    above, below = above[-_NEAR:], below[:_NEAR]
    if above[-1].isdecimal() and _parts_number(above, below, structure):
        return True
    if below[0].isdecimal() and _POINT.search(above):
        return True
    return bool(_CLOSER.search(below)) and is_open(above) and any(_is_parted(above, below, *pair) for pair in _BRACKETS)


def _parts_number(above: str, below: str, structure: Structure) -> bool:
    """Whether a number goes on: with its unit, the other end of a range, or as a year."""
    if _YEAR.search(above):
        return below[0] == "年" or _RANGE.match(below) is not None
    is_number = _NUMBER.search(above) and structure.measure.match(structure.simplified.read(below))
    return is_number is not None or _RANGE.match(below) is not None


def is_row(text: str) -> bool:
    """Whether a line has cells that stand apart, as the rows of a table do."""
    return _ROW.match(text) is not None


def is_mid_date(above: str, below: str) -> bool:
    """Whether a break parts a date (2024年 / 3月, 3月 / 5日)."""
    begun = _DATE_SO_FAR.search(above)
    return begun is not None and _DATE_RESTS[begun["part"]].match(below) is not None


def is_mid_clause(above: str, below: str, structure: Structure) -> bool:
    """Whether a clause goes on behind a break: after a comma, or with a figure that ends one (…总值 / 31.88亿元，…)."""
    return above[-1] in _CLAUSE or structure.figure.match(structure.simplified.read(below[:_NEAR])) is not None


def is_broken(above: str, below: str, structure: Structure) -> bool:
    """Whether both sides of a break tell that it parts a clause."""
    return is_torn(above, below, structure) or is_mid_clause(above, below, structure)


def is_number(text: str) -> bool:
    """Whether a line is a number and nothing else; a year may be more."""
    return _BARE.match(text) is not None


def has_stop(text: str) -> bool:
    """Whether a sentence ends inside a line."""
    return _INNER_STOP.search(text) is not None


def is_sentence_begun(text: str) -> bool:
    """Whether a text without a stop at its end is no heading: sentences stand before, or clauses with figures."""
    return has_stop(text) or (has_clauses(text) and _DIGIT.search(text) is not None)


def has_clauses(text: str) -> bool:
    """Whether a comma stands inside a line."""
    return _INNER_MARK.search(text) is not None


def is_under_way(text: str, structure: Structure) -> bool:
    """Whether a text without a stop at its end wants more: a sentence that has begun, clauses longer than a heading."""
    is_long = len(text) > LONGEST_HEADING and has_clauses(text)
    return is_long or is_sentence_begun(text) or is_unfinished(text, structure)


def is_unfinished(text: str, structure: Structure) -> bool:
    """Whether a text ends with a word that no text ends with (…的, …共计)."""
    return structure.has("unfinished", structure.simplified.read(text[-_NEAR:]))


def parts_figure(above: str, below: str) -> bool:
    """Whether a break parts a figure from its words: no figure with its unit ends above, and no date begins below."""
    is_above, is_below = above[-1].isdecimal(), below[0].isdecimal() and _DATE.match(below) is None
    return is_above != is_below


def is_item(above: str, below: str) -> bool:
    """Whether an item told in words begins behind a break (二是…), though no stop ends what stands above."""
    return _ITEM.match(below) is not None and above[-1] != "十"


def _is_parted(above: str, below: str, opener: str, closer: str) -> bool:
    at = above.rfind(opener)
    if at < 0 or closer in above[at:]:
        return False
    end = below.find(closer)
    return end >= 0 and opener not in below[:end]
