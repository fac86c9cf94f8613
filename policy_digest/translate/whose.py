"""Of whom, where and what words of a name tell: people and their families, places, things that money goes into."""

import re
from collections.abc import Sequence

from policy_digest.translate.pieces import AREAS, Piece, is_a, name_of

_PEOPLE = re.compile(
    "(?:人|人员|老人|老年人|儿童|妇女|学生|毕业生|幼儿|群众|青年|农民工|困难群体|职工|教师|对象|新生)$"
)
_INVESTED = re.compile(
    "(?:项目|工程|设施|设备|装备|公路|道路|铁路|高铁|轨道交通|地铁|机场|港口|电网|管网|水利|水运|事业|能源|交通)$"
)
_PAYING = re.compile("企业|公司|集团|国企|央企|政府|财政|中央|国债|专项债|民间|社会资本|外商|港澳台")
_PAYERS = re.compile("(?:中央|地方|各级|[省市区县](?:本?级)?)?(?:财政|政府)|中央|国家|企业|集体|个人|社会资本|社会力量")
_WORK_FOR = ("带动就业", "吸纳就业", "拉动就业")
_PAID_FOR = {"投资": "in", "到位资金": "for"}


def paid_for(pieces: Sequence[Piece]) -> str:
    """What is paid for the things named before it (investment in …, funds in place for …), or nothing.

    Nothing too where those are named who pay (企业投资), or where it is said what was done (建设项目投资).
    """
    *things, money = pieces
    thing = things[-1] if things else None
    if not is_a(money, "noun") or money.zh not in _PAID_FOR or not is_a(thing, "noun"):
        return ""
    is_plain = _INVESTED.search(thing.zh) and not _PAYING.search(name_of(things))
    is_done = is_a(things[0], "verb") or any(is_a(piece, "act") or is_a(piece, "link") for piece in things)
    return f"{money.en} {_PAID_FOR[money.zh]}" if is_plain and not is_done else ""


def names_payers(pieces: Sequence[Piece]) -> bool:
    """Whether words name those who pay, and nothing that they pay for (中央财政|投入)."""
    return _PAYERS.fullmatch(name_of(pieces)) is not None


def gives_work(pieces: Sequence[Piece]) -> bool:
    """Whether words say that some things or works gave people work (就业帮扶车间|带动就业)."""
    *things, deed = pieces or ("",)
    is_said = bool(things) and is_a(things[-1], "noun") and not is_a(things[0], "verb")
    return is_said and is_a(deed, "verb") and deed.zh in _WORK_FOR


def people_of(pieces: Sequence[Piece]) -> int:
    """Where people end of whom a thing or a deed is told behind them (留守老人|用餐问题), or 0."""
    for at in range(1, len(pieces)):
        is_whole = not any(is_a(piece, "verb") or is_a(piece, "act") or is_a(piece, "link") for piece in pieces[:at])
        if is_whole and names_people(pieces[:at]) and not is_a(pieces[at], "join"):
            return at
    return 0


def names_people(pieces: Sequence[Piece]) -> bool:
    """Whether the last word names people, whose English is plural so (elderly people)."""
    last = pieces[-1] if pieces else None
    return is_a(last, "noun") and bool(last.other) and _PEOPLE.search(last.zh) is not None


def is_place(pieces: Sequence[Piece]) -> bool:
    """Whether words name places of a kind (开发区, 市辖区)."""
    last = pieces[-1] if pieces else None
    return is_a(last, "noun") and bool(last.other) and AREAS.search(last.zh) is not None


def is_area(pieces: Sequence[Piece], acts: Sequence[Piece]) -> bool:
    """Whether one word names the places that do or have something (通高速公路|县)."""
    return len(pieces) == 1 and is_place(pieces) and not any(is_a(a, "act") and a.base.startswith("be ") for a in acts)


def of_family(pieces: Sequence[Piece]) -> int:
    """Where families end that people are from (困难家庭|老年人), or 0."""
    at = next((n for n, piece in enumerate(pieces[:-1], 1) if is_a(piece, "noun") and piece.zh.endswith("家庭")), 0)
    return at if at and names_people(pieces) and not any(is_a(piece, "join") for piece in pieces) else 0
