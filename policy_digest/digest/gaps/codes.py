"""Short forms that say nothing by themselves and that the text nowhere explains: “六清”, “4F”, KPR."""

import re
from collections.abc import Iterator, Mapping, Sequence

from policy_digest.digest.gaps.found import Found
from policy_digest.digest.texts import Told
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.marks import quoted_spans

_DIGITS = {"两": 2, "双": 2, "百": 100, "多": 2} | {digit: n for n, digit in enumerate("一二三四五六七八九十", 1)}
_LISTED = 80  # how far before a code the list may stand that it sums up
_END = re.compile("[。;!?]")
_PAIR = re.compile("(?:一[^一]{1,2}){2,4}")  # 一湖一山 names as many things as it has numbers

_Patterns = Mapping[str, re.Pattern[str]]


def unexpanded(texts: Sequence[Told], lexicon: Lexicon) -> Iterator[Found]:
    """The first place of each short form, unless some place of it in the article explains it."""
    patterns = lexicon.gaps.patterns
    first: dict[str, Found] = {}
    explained: set[str] = set()
    for told in texts:
        for start, end in _codes(told.text, lexicon):
            words = bare(told.text[start:end])
            if _is_explained(told.text, start, end, words, patterns):
                explained.add(words)
            place = Found(
                told.sentence.offset(start),
                "unexpanded",
                told.section.id,
                told.sentence.id,
                told.printed(start, end),
            )
            first.setdefault(words, place)
    return (place for words, place in first.items() if words not in explained)


def bare(words: str) -> str:
    """``words`` without the quotation marks around them."""
    return words.strip('“”"「」『』')


def is_short_form(words: str, lexicon: Lexicon) -> bool:
    """Whether the words of a quotation are a short form, one that everybody knows included."""
    return any(lexicon.gaps.patterns[rule].fullmatch(words) for rule in ("code", "known-code"))


def _codes(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    patterns = lexicon.gaps.patterns
    known = patterns["known-code"]
    for start, end in quoted_spans(text):
        is_code = patterns["code"].fullmatch(text, start + 1, end - 1) or (
            patterns["quoted-code"].match(text, start) and not _has_word(text[start + 1 : end - 1], lexicon)
        )
        if is_code and not known.fullmatch(text, start + 1, end - 1):
            yield start, end
    for match in patterns["bare-code"].finditer(text):
        if not known.fullmatch(match[0]):
            yield match.span()


def _has_word(words: str, lexicon: Lexicon) -> bool:
    """Whether a word of the genre stands in ``words`` (科技 in 硬科技); of 疏整促 each character is one cut short."""
    return any(len(token.word) > 1 for token in lexicon.names.tokens(words))


def _is_explained(text: str, start: int, end: int, words: str, patterns: _Patterns) -> bool:
    """Whether its meaning follows, stands in brackets around it, or is the list right before it."""
    if patterns["explains"].match(text, end) or text[start - 1 : start] == "(":
        return True
    parts = words.count("一") if _PAIR.fullmatch(words) else _DIGITS.get(words[0], 0)
    before = _END.split(text[max(0, start - _LISTED) : start])[-1]
    if parts < 2 or before.endswith("、"):
        return False
    beside = re.split("[,:]", before)[-1]
    if len(re.findall("[、和与]" if parts == 2 else "、", beside)) >= parts - 1:
        return True
    return patterns["listing"].search(before) is not None and len(re.findall("[、,]", before)) >= parts - 1
