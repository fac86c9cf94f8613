"""The pieces that a name is cut into: what they are, what stands at either end of them, how they stand side by side."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeGuard

from policy_digest.lexicon.words import Role, Word
from policy_digest.translate.inflect import gerund

_ACTORS = re.compile(
    "(?:人|员|工|者|生|民|儿|群众|干部|儿童|妇女|对象|青年|师|干|官|手|军人|户|企业|公司|机构|主体|工厂|车间|劳动力|国家|地区|省份|游客|旅客|观众|团队|合作社|学校|助理|委员|代表|专家|选手|骨干|名师|模范|能手|人才|职工|医生|博士|硕士|士兵)$"
)
_BODIES = re.compile("(?:馆|院|室|银行|所|站|中心|部门|学校|企业|公司|机构|法院|政府|景区|平台)$")
_HOLDERS = re.compile("(?:[小中]学|[高初]中|幼儿园|[高院]校|园区|小区|街|巷|街巷)$")
"""Schools and streets, which have a part in a deed as bodies and places do."""

_KEPT = re.compile("(?:家庭|单位|法人|经营)$")
AREAS = re.compile("(?:[县区市镇乡村]|村庄|街道|社区|城市)$")

_BEFORE_VERBS = {"计划": ("planned ", "planned to be ", "plan to "), "新": ("new ", "newly ", "newly ")}
_OWNERS = re.compile("(?:企业|公司|集团|单位|机构|部门|园区|开发区|学校|高校|院校|医院|银行|合作社)$")
_BOTH = re.compile(r"(?<=[a-z]) (?:and|or) (?=[a-z]+(?:ed|t|n|de)\b)")
_OF_ABILITY = ("服务", "治理", "保障", "供给")
_SITE = re.compile("(?:园区|园|基地|机场|港|平台|中心|大桥|水库|电站|煤矿)$")
_ABSTRACT = re.compile("(?:质量|能力|水平|条件|高质量发展|均衡发展|环境整治|碳达峰工作)$")
_PROJECTS = re.compile("(?:项目|工程|试点[县市区]?|示范[县市区]?)$")
_PAYERS = re.compile("(?:财政|政府)$")
_ONE_WORD = re.compile(
    "和[平谐睦美气合解]|[共温缓总之中饱人]和|与[会时]|[参给赋]与|及[时格]|[以普涉惠触波]及|等[级次候于同]|[平高中初对]等"
)
"""Words that begin or end with what else stands between two things (和, 与, 及, 等)."""
_MANY = 3
_PHRASE = re.compile(r"\b(?:of|in|into|for|with|at|to|aged)\b")
_PREPOSITION = re.compile(" (?:for|as|in|to|into|on|by|with)$")

MARKS = re.compile(r"[“”\"「」『』《》‘’\s]")
"""Marks around words, and blanks: a name is read without them."""

Piece = Word | str
"""A word of the table, or what lies between two as it stands."""


def is_a(piece: Piece | None, role: Role) -> TypeGuard[Word]:
    """Whether a piece is a word of that role."""
    return isinstance(piece, Word) and piece.role == role


def begins_with_act(pieces: Sequence[Piece]) -> bool:
    """Whether the first piece is something that people do themselves."""
    return bool(pieces) and is_a(pieces[0], "act")


def whole(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with no character alone: one that no table holds makes the word beside it another (数字产业|化)."""
    found: list[Piece] = []
    for piece in _untorn(pieces):
        last = found[-1] if found else None
        is_one = last is not None and ((_is_alone(piece) and _can_join(last)) or (_is_alone(last) and _can_join(piece)))
        found[-1:] = [name_of((*found[-1:], piece))] if is_one else [*found[-1:], piece]
    return found


def _untorn(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those as one of which the table's 和, 与, 及 or 等 is only a part (和|平), with a name before it."""
    found: list[Piece] = []
    for piece in pieces:
        is_torn = bool(found) and (_is_alone(found[-1]) or _is_alone(piece))
        if is_torn and _ONE_WORD.fullmatch(name_of((found[-1], piece))):
            piece = name_of((found.pop(), piece))
            piece = name_of((found.pop(), piece)) if found and isinstance(found[-1], str) else piece
        found.append(piece)
    return found


def planned(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with 计划 or 新 before a verb as one verb: 计划更新电梯数, lifts planned to be replaced."""
    first = name_of(pieces[:1])
    if len(pieces) < 2 or first not in _BEFORE_VERBS or not is_a(pieces[1], "verb"):
        return list(pieces)
    verb, forms = pieces[1], _BEFORE_VERBS[first]
    told = (form + word for form, word in zip(forms, (verb.en, verb.other, verb.base), strict=True))
    return [Word(first + verb.zh, "verb", *told), *pieces[2:]]


def _is_alone(piece: Piece) -> bool:
    return isinstance(piece, str) and len(piece) == 1 and "一" <= piece <= "鿿"


def _can_join(piece: Piece) -> bool:
    return isinstance(piece, str) or piece.role in ("noun", "adj", "verb", "act")


def has_link(pieces: Sequence[Piece]) -> bool:
    """Whether a 的 is among them."""
    return any(is_a(piece, "link") for piece in pieces)


def has_noun(pieces: Sequence[Piece]) -> bool:
    """Whether a noun, or a word that no table holds, is among them."""
    return any(isinstance(piece, str) or piece.role == "noun" for piece in pieces)


def names_actors(pieces: Sequence[Piece]) -> bool:
    """Whether the last word names people or bodies: they are the ones who are counted and who do things."""
    last = next((piece for piece in reversed(pieces) if not is_a(piece, "behind")), None)
    return is_a(last, "noun") and _ACTORS.search(last.zh) is not None


def owners(pieces: Sequence[Piece]) -> int:
    """Where the words end that say whose a thing is: firms or bodies of a kind (省属企业|利润), or 0.

    One short word alone stands before the thing (企业职工: enterprise employees), and so do all before a project.
    """
    if not pieces or _PROJECTS.search(name_of(pieces[-1:])):
        return 0
    for at in range(1, len(pieces)):
        owner = pieces[at - 1]
        if not is_a(owner, "noun") or not owner.other or not _OWNERS.search(owner.zh):
            continue
        if not (is_a(pieces[at], "noun") or (is_a(pieces[at], "adj") and is_a(pieces[-1], "noun"))):
            continue
        is_kind = at > 1 or is_long(owner.en)
        if is_kind and not any(is_a(one, "join") or _PAYERS.search(name_of([one])) for one in pieces[: at - 1]):
            return at
    return 0


def reached(pieces: Sequence[Piece]) -> int:
    """Where the words begin that say what is covered by those before them (幼儿园|乡镇), or 0 where none does."""
    at = len(pieces) - 1
    while at > 1 and is_a(pieces[at - 1], "adj"):
        at -= 1
    last = pieces[-1] if at > 0 else None
    is_place = is_a(last, "noun") and (AREAS.search(last.zh) or _BODIES.search(last.zh)) is not None
    is_of_place = any(AREAS.search(name_of([piece])) for piece in pieces[:at])
    return at if is_place and not is_of_place and not _PROJECTS.search(name_of(pieces[:at])) else 0


def subject_of(pieces: Sequence[Piece]) -> int:
    """Where the things end that are counted, where what is told of them is no thing (市州|空气质量), or 0."""
    last = pieces[-1] if pieces else None
    if isinstance(last, str) or last is None or last.role not in ("noun", "verb") or not _ABSTRACT.search(last.zh):
        return 0
    for at in range(len(pieces) - 1, 0, -1):
        thing = pieces[at - 1]
        if is_a(thing, "noun") and thing.other and thing.zh not in _OF_ABILITY:
            return 0 if any(is_a(one, "verb") or is_a(one, "act") for one in pieces[:-1]) else at
    return 0


def is_given(deeds: Sequence[Piece]) -> bool:
    """Whether what was done to a thing gave it to somebody (people receiving childcare subsidies)."""
    return name_of(deeds) in ("发放", "提供", "给予", "兑现", "享受")


def is_site(noun: Word) -> bool:
    """Whether a noun is one of those of which a name of its own tells one (昆冈工业园区)."""
    return _SITE.search(noun.zh) is not None


def is_long(english: str) -> bool:
    """Whether words are too many, or hold a phrase, to stand before a noun."""
    return english.count(" ") >= _MANY or _PHRASE.search(english) is not None


def capital(words: str) -> str:
    """The words with a capital at their beginning, behind a quotation mark too."""
    at = words.startswith("“")
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]


def name_of(pieces: Sequence[Piece]) -> str:
    """The Chinese of the pieces."""
    return "".join(piece if isinstance(piece, str) else piece.zh for piece in pieces)


def names_bodies(pieces: Sequence[Piece]) -> bool:
    """Whether the last word names a body that does something to people."""
    last = pieces[-1] if pieces else None
    return is_a(last, "noun") and _BODIES.search(last.zh) is not None


def is_itself_counted(pieces: Sequence[Piece]) -> bool:
    """Whether 户 counts the things named themselves, firms, platforms or homes, and no households that have them."""
    last = pieces[-1] if pieces else None
    return names_bodies(pieces) or (is_a(last, "noun") and _KEPT.search(last.zh) is not None)


def has_object(pieces: Sequence[Piece]) -> bool:
    """Whether a deed's object follows, and behind 的 who has a part in it: (实施)社保试点的县, counties with pilots."""
    at = max((n for n, piece in enumerate(pieces) if is_a(piece, "link")), default=0)
    doers = pieces[at + 1 :]
    is_named = bool(doers) and name_of(pieces[:at]).endswith(name_of(doers))  # 获评产业集群的集群
    is_site = bool(doers) and any(sites.search(name_of(doers)) for sites in (AREAS, _HOLDERS))
    is_doer = is_named or is_site or names_actors(doers) or names_bodies(doers)
    is_work = at > 1 and is_a(pieces[at - 1], "verb") and not has_link(pieces[:at])  # 完成污水治理的村
    return at > 0 and (is_a(pieces[at - 1], "noun") or is_work) and is_doer


def second_deed(pieces: Sequence[Piece]) -> int:
    """Where the word stands that joins two deeds, each with its thing (建设公办园|和|认定民办园), or 0."""
    joins = [n for n, piece in enumerate(pieces[:-2]) if n > 1 and _is_and(piece) and is_a(pieces[n + 1], "verb")]
    if len(joins) != 1 or has_link(pieces) or not is_a(pieces[0], "verb"):
        return 0
    at = joins[0]
    return at if is_a(pieces[at - 1], "noun") and is_a(pieces[-1], "noun") else 0


def _is_and(piece: Piece) -> bool:
    return is_a(piece, "join") and piece.zh in ("和", "并")


def leading(pieces: Sequence[Piece], role: Role) -> tuple[Sequence[Piece], Sequence[Piece]]:
    """The words of ``role`` that ``pieces`` begin with, joins among them, and the rest."""
    end = 0
    for n, piece in enumerate(pieces):
        if is_a(piece, role):
            end = n + 1
        elif not (is_a(piece, "join") and end):
            break
    if end < len(pieces) and is_a(pieces[end], "join"):  # 租赁和商务服务业: the first word is a thing, as the second is
        return pieces[:0], pieces
    return pieces[:end], pieces[end:]


def trailing(pieces: Sequence[Piece], role: Role) -> tuple[Sequence[Piece], Sequence[Piece]]:
    """The rest, and the words of ``role`` that ``pieces`` end with, joins among them."""
    start = len(pieces)
    for n in range(len(pieces) - 1, -1, -1):
        if is_a(pieces[n], role):
            start = n
        elif not (is_a(pieces[n], "join") and start < len(pieces)):
            break
    return pieces[:start], pieces[start:]


def measures(pieces: Sequence[Piece]) -> tuple[Sequence[Piece], Sequence[Word]]:
    """What is measured, and the measures that ``pieces`` end with, joins among them."""
    rest, found = trailing(pieces, "measure")
    measures = [piece for piece in found if is_a(piece, "measure")]
    is_one = len(measures) < 2 or any(is_a(a, "measure") and is_a(b, "measure") for a, b in pairwise(found))
    return (pieces[:-1], measures[-1:]) if is_one else (rest, measures)


def side_by_side(words: Sequence[str]) -> str:
    """Words side by side, each once: built, renovated and opened; an or between two of them is between all."""
    parts = [part for word in words for part in _BOTH.split(word)] if len(words) > 1 else list(words)
    told = list(dict.fromkeys(part for part in parts if part))
    join = " or " if any(" or " in word for word in words) else " and "
    return join.join((", ".join(told[:-1]), told[-1]) if len(told) > 1 else told)


def inflected(word: Word, form: str) -> str:
    """A verb as it is asked for: ``en`` the noun, ``other`` the participle, ``ing`` what does it now."""
    if form == "done":
        return _PREPOSITION.sub("", word.base.removeprefix("be "))
    if form == "ing":
        return word.base.removeprefix("be ") if word.base.startswith("be ") else gerund(word.base or word.en)
    return word.other if form == "other" and word.role == "verb" else word.en


def spaced(words: Sequence[str]) -> str:
    """The words that are not empty, with a space between; one that is the same as the one before is left out."""
    told = " ".join(word for word in words if word).replace(" ,", ",").split()
    return " ".join(word for n, word in enumerate(told) if n == 0 or word.lower() != told[n - 1].lower())
