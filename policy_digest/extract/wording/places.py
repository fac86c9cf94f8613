"""Places: the replaced words of one stretch of text, and what each stands for, by what stands around it.

Each word's candidates are held, with their neighbours as restored, against the phrases that the genre has. A neighbour
may be a replaced word itself (村庄复兴 is 乡村振兴), so that it is first taken for the likeliest word, and all words
are chosen again once each has its neighbours.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from policy_digest.extract.wording.evidence import Evidence, find_phrase
from policy_digest.lexicon.wording import Pair, WordingTable
from policy_digest.lexicon.wording_contexts import Context
from policy_digest.model import Grade

_REACH = 18  # characters on each side that may tell
_CLEAR = 3.0  # how many times as much a word must be worth as its rivals
_UNSEEN = 2.5  # in how many places the printed word may stand in a phrase that was too rare to be counted
_ROUNDS = 3  # a word tells its neighbour, which may tell it; in the last nothing is supposed
_LIKELY, _SUPPOSED = 0.85, 0.5  # the chances from which a word is shown as likely, or taken for one for its neighbours


class Place(NamedTuple):
    """A word of a stretch and what it stands for; ``phrase`` is the known phrase that it makes with its neighbours.

    ``phrase_start`` and ``phrase_end`` bound the phrase's words as printed.
    """

    start: int
    end: int
    restored: str
    grade: Grade
    reason: str
    phrase: str = ""
    phrase_start: int = 0
    phrase_end: int = 0


class Choice(NamedTuple):
    """What a word is taken for and why; without a grade it is only supposed, or stays as printed.

    ``left`` characters of ``phrase`` stand before the word.
    """

    word: str
    grade: Grade | None = None
    reason: str = ""
    phrase: str = ""
    left: int = 0


class Form(NamedTuple):
    """A printed word in a stretch that may have been replaced."""

    start: int
    end: int
    pair: Pair


class _Around(NamedTuple):
    """What stands on both sides of a word: restored, and as printed."""

    left: str
    right: str
    printed_left: str
    printed_right: str


class Chooser:
    """What words stand for in one text; the same word between the same neighbours is chosen for once."""

    def __init__(self, table: WordingTable, chances: Mapping[str, float]) -> None:
        """Take the chances that each printed word of the text is a replaced one (``chances`` of this package)."""
        self._table = table
        self._chances = chances
        self._chosen: dict[tuple[str, _Around], Choice] = {}

    def places(self, text: str) -> tuple[Place, ...]:
        """The replaced words of a stretch (simplified characters) in order, each with what it stands for."""
        pairs = self._table.pairs
        forms = [Form(m.start(), m.end(), pairs[m[0]]) for m in self._table.forms.finditer(text)]
        choices = [self.suppose(form.pair) for form in forms]
        for turn in range(_ROUNDS if forms else 0):
            before = choices
            choices = _decided(text, forms, before, self, is_last=turn == _ROUNDS - 1)
            if choices == before and not any(map(_is_supposed, forms, choices)):
                break
        return tuple(_places(forms, choices))

    def suppose(self, pair: Pair) -> Choice:
        """What a word is taken for before its neighbours are known."""
        return Choice(pair.standards[0] if self._chances.get(pair.printed, 0.0) >= _SUPPOSED else pair.printed)

    def choose(self, pair: Pair, around: _Around) -> Choice:
        """What a word is taken for by what stands around it."""
        key = pair.printed, around
        if key not in self._chosen:
            self._chosen[key] = _choose(pair, around, self._table, self._chances.get(pair.printed, 0.0))
        return self._chosen[key]


def _is_supposed(form: Form, choice: Choice) -> bool:
    return choice.grade is None and choice.word != form.pair.printed


def _decided(
    text: str, forms: Sequence[Form], choices: Sequence[Choice], chooser: Chooser, *, is_last: bool
) -> list[Choice]:
    """Choose again for each word, by its neighbours as they were chosen: those before it just now."""
    decided: list[Choice] = []
    left, last = "", 0
    for index, form in enumerate(forms):
        left = (left + text[last : form.start])[-_REACH:]
        around = _Around(
            left,
            _restored_behind(text, forms, choices, index),
            text[max(0, form.start - _REACH) : form.start],
            text[form.end : form.end + _REACH],
        )
        choice = chooser.choose(form.pair, around)
        if choice.grade is None and not choice.reason and not is_last:
            choice = chooser.suppose(form.pair)
        decided.append(choice)
        left, last = left + choice.word, form.end
    return decided


def _restored_behind(text: str, forms: Sequence[Form], choices: Sequence[Choice], index: int) -> str:
    """What stands behind a word, restored."""
    words, last, size = [], forms[index].end, 0
    for at in range(index + 1, len(forms)):
        start, end, _ = forms[at]
        if size >= _REACH or start - last >= _REACH:
            break
        words += [text[last:start], choices[at].word]
        size += start - last + len(choices[at].word)
        last = end
    words.append(text[last : last + _REACH])
    return "".join(words)[:_REACH]


def _choose(pair: Pair, around: _Around, table: WordingTable, chance: float) -> Choice:
    """The choice for a word by what stands around it."""
    if context := _context(table.contexts.get(pair.printed, ()), around):
        is_kept = context.restored == pair.printed
        return Choice(context.restored, None if is_kept else context.grade, "context")
    told = [(word, find_phrase(word, around.left, around.right, table)) for word in pair.others]
    told.append((pair.printed, _as_printed(pair.printed, around, table)))
    size = max(len(found.phrase) for _, found in told) or len(pair.printed)
    worth = {word: _worth(word, found, pair, chance, size) for word, found in told}
    best, found = max(told, key=lambda one: worth[one[0]])
    if best == pair.printed:
        return _without_phrase(pair, chance) if not found.worth else Choice(pair.printed, None, "phrase")
    if not found.worth:
        return _without_phrase(pair, chance)
    is_clear = all(worth[best] >= _CLEAR * value for word, value in worth.items() if word != best)
    return Choice(
        best, "standard" if is_clear else "likely", "phrase" if is_clear else "nearer", found.phrase, found.left
    )


def _as_printed(word: str, around: _Around, table: WordingTable) -> Evidence:
    """The phrase that the printed word makes: a genuine one has its neighbours as printed as well."""
    restored = find_phrase(word, around.left, around.right, table)
    return max(restored, find_phrase(word, around.printed_left, around.printed_right, table))


def _without_phrase(pair: Pair, chance: float) -> Choice:
    """The choice where nothing around a word tells: the likeliest word, if that is likely at all."""
    if pair.has_default or chance >= _LIKELY:
        return Choice(pair.standards[0], "likely", "default")
    return Choice(pair.printed)


def _worth(word: str, found: Evidence, pair: Pair, chance: float, size: int) -> float:
    """What a candidate is worth: by its phrase (of ``size`` characters), and by how likely the word was replaced."""
    if word == pair.printed:
        return (found.worth + _UNSEEN * size) * (1 - chance)
    return found.worth * chance


def _context(contexts: Sequence[Context], around: _Around) -> Context | None:
    for context in contexts:
        is_before = context.before.search(around.left) or context.before.search(around.printed_left)
        if is_before and (context.after.match(around.right) or context.after.match(around.printed_right)):
            return context
    return None


def _places(forms: Sequence[Form], choices: Sequence[Choice]) -> Iterator[Place]:
    """The places whose word is another, with their phrases' bounds in the text as printed."""
    for index, (form, choice) in enumerate(zip(forms, choices, strict=True)):
        if choice.grade is None or choice.word == form.pair.printed:
            continue
        start, end = form.start, form.end
        if choice.phrase:
            start = _backward(forms, choices, index, choice.left)
            end = _forward(forms, choices, index, len(choice.phrase) - choice.left - len(choice.word))
        yield Place(form.start, form.end, choice.word, choice.grade, choice.reason, choice.phrase, start, end)


def _backward(forms: Sequence[Form], choices: Sequence[Choice], index: int, size: int) -> int:
    """The position as printed that stands ``size`` restored characters before a word, at a word's edge."""
    at = forms[index].start
    while size > 0:
        index -= 1
        gap = at - forms[index].end if index >= 0 else size
        if gap >= size:
            return at - size
        size -= gap + len(choices[index].word)
        at = forms[index].start
    return at


def _forward(forms: Sequence[Form], choices: Sequence[Choice], index: int, size: int) -> int:
    """The position as printed that stands ``size`` restored characters behind a word, at a word's edge."""
    at = forms[index].end
    while size > 0:
        index += 1
        gap = forms[index].start - at if index < len(forms) else size
        if gap >= size:
            return at + size
        size -= gap + len(choices[index].word)
        at = forms[index].end
    return at


def apply(text: str, found: Sequence[Place]) -> str:
    """``text`` with its replaced words restored."""
    pieces, last = [], 0
    for place in found:
        pieces += [text[last : place.start], place.restored]
        last = place.end
    return "".join([*pieces, text[last:]])
