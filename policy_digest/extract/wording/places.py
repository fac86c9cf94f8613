"""Places: the replaced words of one stretch of text, and what each stands for, by what stands around it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policy_digest.lexicon.wording import Context, Pair, WordingTable
from policy_digest.model import Grade

_REACH = 8  # characters on each side that may tell
_CLEAR = 3  # how many times as often a phrase must be used as its rival
_BY_HAND = 5  # what a set phrase that was not counted is worth
_ROUNDS = 2  # a word tells its neighbour, which may tell it


class Place(NamedTuple):
    """A word of a stretch and what it stands for; ``phrase`` is the known phrase at ``at`` of the restored words.

    ``before`` and ``behind`` are how many characters of the phrase stand on each side, as printed.
    """

    start: int
    end: int
    restored: str
    grade: Grade
    reason: str
    phrase: str = ""
    phrase_start: int = 0
    phrase_end: int = 0


class _Choice(NamedTuple):
    """What a word is taken for, why, and the phrase that told (``left`` of its characters stand before the word)."""

    word: str
    grade: Grade | None
    reason: str = ""
    phrase: str = ""
    left: int = 0


class _Form(NamedTuple):
    start: int
    end: int
    pair: Pair


def places(text: str, table: WordingTable) -> tuple[Place, ...]:
    """The replaced words of ``text`` (simplified characters, one stretch) in order, each with what it stands for."""
    forms = [_Form(m.start(), m.end(), table.pairs[m[0]]) for m in table.forms.finditer(text)]
    if not forms:
        return ()
    choices = [_Choice(form.pair.standards[0] if form.pair.has_default else form.pair.printed, None) for form in forms]
    for _ in range(_ROUNDS):
        choices = _decided(text, forms, choices, table)
    return tuple(_places(text, forms, choices))


def _decided(text: str, forms: Sequence[_Form], choices: Sequence[_Choice], table: WordingTable) -> list[_Choice]:
    """Choose again for each word, by its neighbours as they were chosen: those before it just now."""
    decided: list[_Choice] = []
    behind = [*choices]
    left, last = "", 0
    for index, form in enumerate(forms):
        left = (left + text[last : form.start])[-_REACH:]
        right = _restored_behind(text, forms, behind, index)
        choice = _choose(form.pair, left, right, text[form.end : form.end + _REACH], table)
        decided.append(choice)
        left, last = left + choice.word, form.end
    return decided


def _restored_behind(text: str, forms: Sequence[_Form], choices: Sequence[_Choice], index: int) -> str:
    """What stands behind a word, restored."""
    words, last, size = [], forms[index].end, 0
    for form, choice in zip(forms[index + 1 :], choices[index + 1 :], strict=False):
        if size >= _REACH or form.start - last >= _REACH:
            break
        words += [text[last : form.start], choice.word]
        size += form.start - last + len(choice.word)
        last = form.end
    words.append(text[last : last + _REACH])
    return "".join(words)[:_REACH]


def _choose(pair: Pair, left: str, right: str, printed_right: str, table: WordingTable) -> _Choice:
    if context := _context(table.contexts.get(pair.printed, ()), left, right, printed_right):
        return _Choice(context.restored, context.grade, "context")
    told = [_evidence(word, left, right, table) for word in dict.fromkeys((*pair.others, pair.printed))]
    best = max(told, key=lambda one: one[0])
    others = [one[0] for one in told if one is not best]
    if best[0] and best[0] >= _CLEAR * max(others):
        return best[1]
    if best[0] and best[1].word in pair.others:
        return best[1]._replace(grade="likely", reason="nearer")
    if pair.has_default and not best[0]:
        return _Choice(pair.standards[0], "likely", "default")
    return _Choice(pair.printed, None)


def _context(contexts: Sequence[Context], left: str, right: str, printed_right: str) -> Context | None:
    for context in contexts:
        if context.before.search(left) and (context.after.match(right) or context.after.match(printed_right)):
            return context
    return None


def _evidence(word: str, left: str, right: str, table: WordingTable) -> tuple[float, _Choice]:
    """How much a word between ``left`` and ``right`` is worth by the known phrases it makes there, and the choice."""
    best, choice = 0.0, _Choice(word, None)
    for before in range(min(len(left), _REACH) + 1):
        for behind in range(min(len(right), _REACH - before) + 1):
            if before + behind == 0:
                continue
            phrase = left[len(left) - before :] + word + right[:behind]
            worth, grade, reason = _worth(phrase, table)
            if worth > best or (worth == best and worth and len(phrase) > len(choice.phrase)):
                best, choice = worth, _Choice(word, grade, reason, phrase, before)
    return best, choice


def _worth(phrase: str, table: WordingTable) -> tuple[float, Grade, str]:
    if name := table.names.get(phrase):
        return 1e6, "attested", name.authority
    counted = table.phrases.get(phrase)
    if counted is None:
        return 0.0, "standard", ""
    return float(counted or _BY_HAND) * len(phrase), "standard", "phrase"


def _places(text: str, forms: Sequence[_Form], choices: Sequence[_Choice]) -> Iterator[Place]:
    """The places whose word is another, with their phrases' bounds in ``text``."""
    restored_at = _positions(forms, choices)
    for index, (form, choice) in enumerate(zip(forms, choices, strict=True)):
        if choice.grade is None or choice.word == form.pair.printed:
            continue
        start, end = form.start, form.end
        if choice.phrase:
            start = _printed(forms, choices, restored_at, restored_at[index] - choice.left)
            end = _printed(forms, choices, restored_at, restored_at[index] - choice.left + len(choice.phrase))
        yield Place(form.start, form.end, choice.word, choice.grade, choice.reason, choice.phrase, start, end)


def _positions(forms: Sequence[_Form], choices: Sequence[_Choice]) -> list[int]:
    """Where each form stands in the restored text."""
    positions, shift = [], 0
    for form, choice in zip(forms, choices, strict=True):
        positions.append(form.start + shift)
        shift += len(choice.word) - (form.end - form.start)
    return positions


def _printed(forms: Sequence[_Form], choices: Sequence[_Choice], positions: Sequence[int], at: int) -> int:
    """The position in the text as printed of position ``at`` of the restored text."""
    shift = 0
    for form, choice, position in zip(forms, choices, positions, strict=True):
        if position + len(choice.word) > at:
            break
        shift += (form.end - form.start) - len(choice.word)
    return at + shift


def apply(text: str, found: Sequence[Place]) -> str:
    """``text`` with its replaced words restored."""
    pieces, last = [], 0
    for place in found:
        pieces += [text[last : place.start], place.restored]
        last = place.end
    return "".join([*pieces, text[last:]])


