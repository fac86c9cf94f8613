"""English of headings and of programmes' names, composed of their words; what no table holds stays Chinese, marked."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from policy_digest.lexicon.words import Role, Word
from policy_digest.translate.compose import Composer
from policy_digest.translate.inflect import gerund
from policy_digest.translate.named import Composed
from policy_digest.translate.phrases import marked
from policy_digest.translate.pieces import MARKS, Piece, capital, inflected, is_a, leading, side_by_side, trailing

_NUMBERED = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十百\d]+[)）、.．]\s*|第[一二三四五六七八九十]+[章节部分]+\s*|[一二三四五六七八九十]是)"
)
_CLAUSES = re.compile(r"[，,；;：:。\s—]+")
_QUOTED = re.compile('^[“"「](?P<inner>[^”"」]+)[”"」](?P<rest>.*)$')
_SEVERAL = re.compile(r"[二两三四五六七八九十双\d]")
_BODY = re.compile("(?:中心|[站厅馆所室会节]|活动|仪式|系统|平台|热线|机制|工程|项目|行动)$")
_PLAN = re.compile(r"\d+th Five-Year Plan")
_SHORT, _LONGEST_PLACE = 2, 12
_GENERIC = frozenset("省市州盟区县旗镇乡村")
_NEVER_INSIDE: Final[tuple[Role, ...]] = ("verb", "act", "measure", "count", "per")
_DEEDS: Final[tuple[Role, ...]] = ("verb", "act")
_MOST_UNKNOWN = 0.5  # the share of a name's characters outside every table above which no English is made of it


def programme(name_zh: str, composer: Composer) -> Composed | None:
    """The English of a programme: “四评”机制 → “[四评 Siping]” mechanism. None where nothing of it is known."""
    match = _QUOTED.match(name_zh)
    composer.is_one = match is not None or not _SEVERAL.match(name_zh)
    inner, rest = (match["inner"], match["rest"]) if match else ("", name_zh)
    pieces = composer.pieces(MARKS.sub("", rest))
    told = composer.thing(pieces, "")
    strange = tuple(dict.fromkeys(composer.unknown))
    if not match:
        is_thing = not strange or any(map(_says_what, pieces))
        is_told = told and is_thing and sum(map(len, strange)) <= _MOST_UNKNOWN * len(name_zh)
        return Composed(capital(told), strange) if is_told else None
    if strange or not told:
        return None
    said = composer.thing(composer.pieces(MARKS.sub("", inner).replace("，", "、")), "")
    is_word = len(composer.words.cut(inner)) == 1  # “双拥”: known as a whole, and not put together of two characters
    if composer.unknown or (len(inner) <= _SHORT and not is_word):
        return Composed(f"“{marked(inner)}” {told}", (inner,))
    return Composed(f"“{capital(said)}” {told}")


def _says_what(piece: Piece) -> bool:
    """Whether a word tells what a thing is: no quality, and no name (中国康湾 tells only whose it is)."""
    return isinstance(piece, Word) and not is_a(piece, "adj") and not piece.en[:1].isupper()


def thing(words_zh: str, composer: Composer) -> Composed | None:
    """The English of a thing within a sentence: a listed place alone or behind what is there, or a plain name.

    青禾镇“社区餐桌” → “Community dining table” of Qinghe Town. None where something is done in it or too
    little is known.
    """
    if place := composer.place(words_zh):
        return Composed(place)
    at, place = _placed(words_zh, composer)
    made = _named(words_zh[at:], composer)
    return Composed(f"{made.en} of {place}", made.unknown) if made and place else made


def _named(name: str, composer: Composer) -> Composed | None:
    """The English of a plain name, a quoted one as that of a programme (“百日攻坚”行动), or in quotation marks."""
    quoted = _QUOTED.match(name)
    if quoted and quoted["rest"]:
        return programme(name, composer)
    composer.is_one = not _SEVERAL.match(name)
    pieces = composer.pieces(MARKS.sub("", name))
    is_named = bool(pieces) and (_is_plain(pieces) or _is_body(pieces))
    told = composer.thing(pieces, "") if is_named else ""
    unknown = tuple(dict.fromkeys(composer.unknown))
    if not told or sum(map(len, unknown)) > _MOST_UNKNOWN * len(name):
        return None
    return Composed(f"“{capital(told)}”" if quoted else told, unknown)


def _is_body(pieces: Sequence[Piece]) -> bool:
    """Whether words name a body, a place or an occasion by the one thing that is done there (诉求处置中心)."""
    inner, last = pieces[:-1], pieces[-1]
    deeds = [n for n, piece in enumerate(inner) if any(is_a(piece, role) for role in _NEVER_INSIDE)]
    is_one = deeds == [len(inner) - 1] and is_a(inner[-1], "verb")
    return is_one and is_a(last, "noun") and _BODY.search(last.zh) is not None


def _placed(words: str, composer: Composer) -> tuple[int, str | None]:
    """Where what follows a listed place begins, and the place's English; 0 where none does."""
    for end in range(min(len(words) - _SHORT, _LONGEST_PLACE), _SHORT, -1):
        if words[end - 1] in _GENERIC and (place := composer.place(words[:end])):
            return end, place
    return 0, None


def heading(heading_zh: str, composer: Composer) -> Composed | None:
    """The English of a heading clause by clause: what is done as an -ing form, else the things that it names.

    None where more than a word a clause is in no table, or a clause is more than a verb with its object, or things.
    """
    clauses = [clause for clause in _CLAUSES.split(_NUMBERED.sub("", heading_zh)) if clause]
    told = [_clause(MARKS.sub("", clause), composer) for clause in clauses]
    unknown = tuple(dict.fromkeys(composer.unknown))
    is_strange = len(unknown) > len(told) or sum(map(len, unknown)) > _MOST_UNKNOWN * len(heading_zh)
    if not told or not all(told) or is_strange:
        return None
    return Composed(capital(", ".join(clause for clause in told if clause)), unknown)


def _clause(clause: str, composer: Composer) -> str | None:
    pieces = composer.pieces(clause)
    return (_formed(clause, composer) if len(pieces) > 1 else None) or _built(pieces, composer)


def _formed(clause: str, composer: Composer) -> str | None:
    """The English of a clause of a form that the table has: {x}取得新进展 → new progress in {x}."""
    manner = takewhile(lambda piece: is_a(piece, "drop"), composer.words.cut(clause))
    clause = clause[sum(len(piece.zh) for piece in manner if is_a(piece, "drop")) :]
    for pattern, english in composer.words.forms:
        match = pattern.fullmatch(clause)
        known = len(composer.unknown)
        things = {name: _thing(name, words, composer) for name, words in match.groupdict().items()} if match else {}
        if things and all(things.values()):
            return english.format(**things)
        del composer.unknown[known:]
    return None


def _thing(name: str, words: str, composer: Composer) -> str | None:
    """The English of what stands in a form: {p} is a listed place, {t} a time, all others are things."""
    if name == "p":
        return composer.place(words)
    pieces = composer.pieces(words)
    told = composer.thing(pieces, "") if pieces and _is_plain(pieces) else None
    return _PLAN.sub(r"the \g<0>", told) if told and name == "t" else told


def _built(pieces: Sequence[Piece], composer: Composer) -> str | None:
    """What is done to something, or a thing; words of manner before the verb are left out."""
    while len(pieces) > 1 and is_a(pieces[0], "adj") and is_a(pieces[1], "verb"):
        pieces = pieces[1:]
    if len(pieces) == 1:
        only = pieces[0]
        is_deed = is_a(only, "verb") and " " in only.base
        return gerund(only.base) if isinstance(only, Word) and is_deed else composer.of(pieces) or None
    verbs, rest = _leading_deeds(pieces)
    if len(verbs) == 1 and rest and is_a(rest[0], "verb") and len(rest) > 1 and _is_plain(rest[1:]):
        return f"{gerund(verbs[0].base)} the {rest[0].en} of {composer.thing(rest[1:], '')}"
    if verbs:
        doing = side_by_side([gerund(verb.base) for verb in verbs])
        return f"{doing} {composer.thing(rest, '')}" if rest and _is_plain(rest) else None
    rest, done = trailing(pieces, "verb")
    if len(done) > 1 or not _is_plain(rest):
        return None
    deeds = [f"{inflected(verb, 'en')} of" for verb in done if is_a(verb, "verb")]
    return " ".join((*deeds, composer.thing(rest, ""))) or None


def _leading_deeds(pieces: Sequence[Piece]) -> tuple[list[Word], Sequence[Piece]]:
    """The verb that a clause begins with, or several with 和 or 、 between, and its object."""
    for role in _DEEDS:
        done, rest = leading(pieces, role)
        verbs = [piece for piece in done if is_a(piece, role)]
        if verbs:
            is_joined = len(done) == 2 * len(verbs) - 1
            return (verbs, rest) if is_joined else (verbs[:1], pieces[1:])
    return [], pieces


def _is_plain(pieces: Sequence[Piece]) -> bool:
    """Whether words name things: nothing is done among them, save in the last word (乡村建设), which is no quality."""
    inner = pieces[:-1]
    is_named = not any(is_a(piece, role) for piece in inner for role in _NEVER_INSIDE)
    return is_named and not (pieces and is_a(pieces[-1], "adj"))
