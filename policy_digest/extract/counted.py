"""What a count counts: the noun behind it, and how much of the phrase before it belongs to that noun."""

import re

from policy_digest.extract.behind import read_right, relative
from policy_digest.extract.hearing import MASK
from policy_digest.extract.mention import CLASSIFIED, Mention
from policy_digest.extract.phrases import Phrase, read_left, without_aspect
from policy_digest.lexicon.names import Names

_PEOPLE = ("党员", "干部", "群众", "志愿者", "职工", "村民", "居民", "教师", "医生", "队员", "网格员", "人员", "学生")
_DOERS = ("企业", "户", "村", "单位", "学校", "公司", "机构", "家庭", "合作社", "部门", "社区", "乡镇", "商户")
_JOINED = re.compile("(?:、|(?<![共总饱])和|(?<![惠涉普波以])及|(?<![参给])与)$")
_CARRIED_OUT = ("完成", "实施", "推进", "开展", "启动", "完成了", "实施了", "开展了", "推进了", "启动了")
_GENERIC = ("行动", "项目", "工程", "活动", "任务", "措施", "产品")
_LONGEST_LIST = 20  # characters
_LONGEST_VERB = 3  # characters
_MANY = 2  # marks of a list: so many things listed before a count are what it counts


def is_joined(left: str) -> bool:
    """Whether ``left``, the words between two figures, ends by adding the second's noun to the first's (3座桥和)."""
    return bool(_JOINED.search(left.rstrip(MASK)))


def counted_noun(mention: Mention, phrase: Phrase, left: str, right: str, names: Names) -> tuple[str, str]:
    """The noun behind a figure and the rest of the clause, where the figure counts or measures that noun."""
    classified = mention.unit_measure in CLASSIFIED and mention.kind != "level"
    done = bool(phrase.verb) and not phrase.noun
    bare = done or (not phrase.subject and not phrase.verb and len(phrase.noun) in (0, 2))
    bare = bare or is_joined(left)
    if not (classified or bare) or (right.startswith("的") and phrase.noun):
        return "", ""
    counted, rest = read_right(right, names)
    if mention.unit_measure in ("person", "household") or mention.unit_zh == "家" or left.endswith("在"):
        counted, rest = _doing(counted, rest, names)
    first = names.first(rest) if counted and left.rstrip(MASK).endswith(_CARRIED_OUT) else None
    if first and not first.start:
        ends = rest[first.end : first.end + 1] in ("", "的", "和", "及", "与", "等")
        return (counted + first.word, rest[first.end :]) if ends and first.role == "act" else (counted, rest)
    return counted, rest


def short(phrase: Phrase, names: Names) -> Phrase:
    """``phrase`` with its noun of two characters as a verb, or nothing if it is a light one (推广新品种8个)."""
    if len(phrase.noun) != 2:
        return phrase
    left_out = names.roles.get(phrase.noun) == "light" or phrase.noun.endswith(names.things)
    return Phrase("", "" if left_out else phrase.noun, "")


def is_doer(mention: Mention, phrase: Phrase, right: str, names: Names) -> bool:
    """Whether people named before their number did what stands behind it (在职党员860人认领微心愿)."""
    if mention.unit_measure != "person" or not phrase.noun.endswith(_PEOPLE):
        return False
    first = names.first(right)
    return first is not None and not first.start and first.role == "act" and first.end < len(right)


def deed_of(right: str, names: Names) -> str:
    """What people did, where that alone stands behind their number (带动320人就业; 312户享受低保)."""
    tokens = names.tokens(right)
    whole = len(tokens) == 1 and tokens[0].start == 0 and tokens[0].end == len(right)
    if whole:
        return right if tokens[0].role in ("act", "both") else ""
    return relative(without_aspect(right, names), names)


def introduced(phrase: Phrase, counted: str, left: str, rest: str, names: Names) -> Phrase:
    """``phrase`` without what only lists or precedes the counted thing (甲、乙等3个平台; 党委抓总、3个小组落实)."""
    words = left.rstrip(MASK)
    if not counted or not words.endswith(("、", "等", "和", "以及")):
        return phrase
    tokens = names.tokens(words) if words.endswith("等") else ()
    acts = [token for token in tokens if token.role == "act" or (token.role == "both" and not token.start)]
    if (
        counted in _GENERIC
        and not rest.strip(MASK)
        and words.endswith("等")
        and (things := _listed_things(words, names))
    ):
        return Phrase("", "", things, open=True)
    opens = acts and sum(token.end - token.start for token in tokens if token.end <= acts[0].start) == acts[0].start
    return Phrase("", acts[0].word if opens and len(acts[0].word) <= _LONGEST_VERB else "", "")


def _listed_things(words: str, names: Names) -> str:
    """The list that ``words`` end with, where it is short, without the verb that leads it in; else nothing."""
    first = names.opening(words)
    things = words[first.end :] if first and not first.start and first.role in ("act", "drop", "light") else words
    return things if len(things) <= _LONGEST_LIST and "、" in things else ""


def listed(phrase: Phrase, counted: str, left: str, names: Names) -> Phrase:
    """``phrase`` without what is listed before the counted thing that sums it up (供水、供暖、养护3项工程)."""
    if not counted or left.count("、") < _MANY or left.endswith(("、", "等", "和", "以及")):
        return phrase
    first = read_left(left.partition("、")[0], names)
    return Phrase("", first.verb if first.noun else "", "")


def _doing(counted: str, rest: str, names: Names) -> tuple[str, str]:
    """``counted`` and what they did, where a verb that may be a noun too ends their name (农户发展庭院经济)."""
    for token in names.tokens(counted):
        who, deed = counted[: token.start], counted[token.start :]
        doers = len(who) > 1 and who.endswith((*names.persons, *_DOERS))
        if token.role == "both" and doers and len(counted) - token.end > 1 and not counted.endswith(names.things):
            return who, deed + rest
    return counted, rest
