"""The name of each figure: what a good statistical table would print at the head of its row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from policy_digest.extract import facts
from policy_digest.extract.compose import compose, resized, root
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.phrases import (
    MASK,
    Phrase,
    blank,
    clause_end,
    clause_start,
    fill_brackets,
    read_left,
    read_right,
    relative,
    strip_change,
    strip_rank,
    strip_subject,
)
from policy_digest.extract.subjects import complete, conjuncts, is_pairwise, owned, owner_of, series
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.names import Names
from policy_digest.model import Article, Indicator

_SHARE = re.compile(r"^(.*?)(?:占到|占据|约占|占(?![比地用有道领线]))(.+?)的?(?:比重|比例|份额|比)?$")
_CONTRIBUTION = re.compile(r"([^\x00]*?)对([^对\x00]+)贡献率$")
_PULL = re.compile(r"^(.*?)拉动(.+?)(?:增长)?$")
_SECTOR = re.compile(r"第[一二三]产业")
_ASPECT = re.compile(r"分.{1,6}看")
_HIDDEN = re.compile(r"[XxＸ×*某]{1,4}\s*[万亿]?\s*(?:元|亩|斤|公斤|吨|人|户|个|家)?")
_DONE_SHARE = re.compile(r"^(.*?)(?:完成|达到)了?([^完成]*?(?:目标|任务|计划|预算|工程量|工作量))(?:数|任务|目标)?的?$")
_PLAN = re.compile(r"(?:任务|目标|计划|年初预算|预期目标)数?$")
_CLASSIFIED = ("item", "person", "household", "vehicle", "visit")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention's name. ``of``: what changed; ``rank_of``: what is ranked; ``fact`` is shared by mentions of one fact."""

    indicator: Indicator
    of: str | None
    rank_of: str | None
    ref_area: str | None
    fact: str


@dataclass(slots=True)
class _Told:
    """What a section has told so far, for clauses that leave their subject out."""

    names: list[tuple[Mention, str]] = field(default_factory=list)
    owner: str = ""

    def last(self) -> str:
        """The last name of a figure that is no change or rank."""
        return next((name for mention, name in reversed(self.names) if mention.kind not in ("change", "rank")), "")

    def changed(self) -> str:
        """What the last change was a change of."""
        return next((name for mention, name in reversed(self.names) if mention.kind == "change"), "")

    def last_quantity(self) -> str:
        """What was told last, be it a figure or a change."""
        return self.names[-1][1] if self.names else ""

    def recent(self, count: int) -> tuple[str, ...]:
        """The last ``count`` names of figures that are no changes, in order; empty where there are fewer."""
        found = [name for mention, name in self.names if mention.kind not in ("change", "rank")][-count:]
        return tuple(found) if len(found) == count else ()


def name_readings(readings: Sequence[Reading], article: Article, lexicon: Lexicon) -> tuple[tuple[Named, ...], ...]:
    """One ``Named`` for each mention of each reading, in order. Readings stand in the order of the text."""
    names = lexicon.names
    pairs = names.pairs if names.is_altered(article.source.text) else {}
    told, section, named = _Told(), None, []
    for reading in readings:
        if reading.section.id != section:
            told, section = _Told(), reading.section.id
        named.append(_name_reading(_restored(reading, pairs), told, article, names))
    return tuple(named)


def _restored(reading: Reading, pairs: Mapping[str, str]) -> Reading:
    folded = reading.folded
    for printed in sorted(pairs, key=lambda word: (-len(word), word)):
        folded = folded.replace(printed, pairs[printed])
    folded = fill_brackets(folded, tuple((m.start, m.end) for m in reading.mentions))
    return replace(reading, folded=blank(folded, reading.masks))


def _name_reading(reading: Reading, told: _Told, article: Article, names: Names) -> tuple[Named, ...]:
    if not reading.folded.lstrip(MASK).startswith("其中"):
        told.owner = told.owner if "其中" in reading.folded else ""
    result: list[Named] = []
    given: dict[int, str] = {}
    for index, mention in enumerate(reading.mentions):
        if index not in given:
            given.update(_name_series(reading, index, told, names))
        name = given[index]
        told.names.append((mention, name))
        if owner := owner_of(name, names):
            told.owner = owner
        result.append(_finish(name, mention, reading, article, names))
    return tuple(result)


def _name_series(reading: Reading, index: int, told: _Told, names: Names) -> dict[int, str]:
    """The names of the figures told together with the mention ``index``, which is the first of them."""
    group = _shared(reading, index) or tuple(i for i in series(reading, index) if i >= index)
    if len(group) > 1 and (is_pairwise(reading, index) or reading.mentions[index].kind == "rank"):
        text = strip_subject(_left(reading, index), names)
        found = conjuncts(text, len(group), names) or (() if text else told.recent(len(group)))
        if found:
            kind = reading.mentions[index].kind
            return {i: _sectored(_tidy(name, names), kind, reading, told) for i, name in zip(group, found, strict=True)}
    return {index: _name_one(reading, index, told, names)}


def _shared(reading: Reading, index: int) -> tuple[int, ...]:
    start = reading.mentions[index].start
    same = tuple(i for i, mention in enumerate(reading.mentions) if mention.start == start and i >= index)
    return same if len(same) > 1 else ()


def _left(reading: Reading, index: int) -> str:
    """The words of the clause before a figure, from the figure before it on."""
    start = reading.mentions[index].start
    floor = max((m.end for m in reading.mentions[:index] if m.end <= start), default=0)
    begin = clause_start(reading.folded, start)
    text = reading.folded[max(begin, floor) : start]
    return text[text.rfind("、") + 1 :] if floor > begin else text


def _right(reading: Reading, index: int) -> str:
    """The words of the clause behind a figure, up to the next figure."""
    end = reading.mentions[index].end
    ceiling = min((m.start for m in reading.mentions[index + 1 :] if m.start >= end), default=len(reading.folded))
    stop = clause_end(reading.folded, end)
    text = reading.folded[end : min(stop, ceiling)]
    return text[: text.rfind("、")] if ceiling < stop and "、" in text else text


def _name_one(reading: Reading, index: int, told: _Told, names: Names) -> str:
    mention = reading.mentions[index]
    match mention.kind:
        case "change":
            name = _name_changed(reading, index, told, names)
        case "rank":
            name = _name_ranked(reading, index, told, names)
        case "share":
            name = _name_share(reading, index, told, names)
        case _:
            name = _name_amount(reading, index, told, names)
    name = _tidy(name, names) or told.last() or reading.section.heading or mention.unit_zh
    return owned(name, told.owner) if "其中" in reading.folded[: mention.start] or told.owner else name


def _name_changed(reading: Reading, index: int, told: _Told, names: Names) -> str:
    mention = reading.mentions[index]
    phrase = read_left(strip_change(_left(reading, index)), names)
    if phrase.verb == "拉动":
        return (phrase.subject or root(told.last(), names)) + phrase.verb + phrase.noun
    base = _base(phrase)
    if mention.unit_measure != "percentage_point":
        base = re.sub(r"(?:同比)?(?:增速|增幅|增长率|涨幅|降幅)$", "", base)
    if base:
        return _sectored(complete(base, told.last(), names), mention.kind, reading, told)
    return _unsaid(reading, index, told, names)


def _sectored(name: str, kind: str, reading: Reading, told: _Told) -> str:
    """``name`` with what of it changed, where it is a bare sector (分产业看, 第一产业增长…)."""
    if kind != "change" or not _SECTOR.fullmatch(name):
        return name
    aspect = re.sub("增速$", "", told.changed()) if _ASPECT.search(reading.folded) else ""
    return name + (aspect or "增加值")


def _unsaid(reading: Reading, index: int, told: _Told, names: Names) -> str:
    """What changed where the clause does not say: what the clause before told, with a figure or without."""
    mention = reading.mentions[index]
    start = clause_start(reading.folded, mention.start)
    floor = max((m.end for m in reading.mentions[:index] if m.end <= mention.start), default=0)
    text = reading.folded[max(clause_start(reading.folded, start - 1) if start else 0, floor) : max(start - 1, 0)]
    base = _base(read_left(strip_change(_HIDDEN.sub("", text)), names))
    if floor < start and base.endswith(names.measures):
        return base
    if mention.kind == "share":
        return told.last()
    if mention.unit_measure == "percentage_point" and told.names and told.names[-1][0].kind == "change":
        return re.sub("增速$", "", told.changed()) + "增速"
    return told.last_quantity()


def _base(phrase: Phrase) -> str:
    return phrase.verb + phrase.noun if phrase.noun else phrase.subject + phrase.verb


def _name_ranked(reading: Reading, index: int, told: _Told, names: Names) -> str:
    mention = reading.mentions[index]
    phrase = read_left(strip_rank(_left(reading, index)), names)
    base = _base(phrase)
    if not base:
        base = _achieved(reading, mention, names) or told.last()
    return base


def _achieved(reading: Reading, mention: Mention, names: Names) -> str:
    """What follows a rank that comes first (率先完成100%绿电办公): the words behind the verb, without figures."""
    text = reading.folded[mention.end : clause_end(reading.folded, mention.end)]
    text = re.sub(r"[\d.,%]+", "", text).lstrip("的")
    tokens = names.tokens(text)
    if not tokens or tokens[0].start or tokens[0].role not in ("drop", "act", "both"):
        return ""
    return read_right(text[tokens[0].end :], names)[0]


def _name_share(reading: Reading, index: int, told: _Told, names: Names) -> str:
    left = strip_change(_left(reading, index))
    if match := _CONTRIBUTION.search(left):
        subject = read_left(match[1], names).words or root(told.last(), names)
        return f"{subject}对{match[2]}贡献率"
    if match := _SHARE.match(left[left.rfind(MASK) + 1 :]):
        subject = read_left(match[1], names).words
        subject = _unsaid(reading, index, told, names) if subject in ("", "总量", "总额", "规模", "其") else subject
        return f"{subject}占{match[2].strip('的')}比重"
    if match := _DONE_SHARE.search(left):
        subject = read_left(match[1], names).words or told.last()
        return f"{subject}{match[2]}完成比例"
    phrase = read_left(left, names)
    base = phrase.words
    counted, _ = read_right(re.sub(r"^(?:以上|左右|以下)", "", _right(reading, index)), names)
    if not base or (counted and not base.endswith(names.measures)):
        ending = "" if counted.endswith(names.measures) else "占比"
        return f"{phrase.verb}{counted}{ending}" if counted else base or _unsaid(reading, index, told, names)
    if base in names.heads:
        return complete(base, told.last(), names)
    return base if base.endswith(names.measures) else base + "占比"


def _name_amount(reading: Reading, index: int, told: _Told, names: Names) -> str:
    mention, left, right = reading.mentions[index], _left(reading, index), _right(reading, index)
    phrase = read_left(left, names)
    if _continues(reading, index, left):
        return told.last()
    if name := _name_chained(reading, index, names):
        return name
    if name := _purpose(phrase, mention, right, names):
        return name
    counted, rest = _counted(mention, phrase, right, names)
    if counted and not phrase.verb and not phrase.open and mention.kind == "count" and (did := relative(rest, names)):
        return compose(Phrase("", "", did + "的", open=True), counted, mention, names)
    if counted and phrase.words == phrase.noun and len(phrase.noun) == 2 and not phrase.open and not left.endswith("等"):
        phrase = Phrase("", "" if names.roles.get(phrase.noun) == "light" else phrase.noun, "")
    name = compose(phrase, counted, mention, names)
    if not phrase.words and not counted or not name:
        return _inherited(reading, index, told)
    return complete(name, told.last(), names)


def _inherited(reading: Reading, index: int, told: _Told) -> str:
    """The name of a figure whose clause says only that it was reached (增长5%、达到8亿元; 16万户70万人)."""
    mention = reading.mentions[index]
    name = told.last_quantity() if index and reading.mentions[index - 1].kind == "change" else told.last()
    return resized(_PLAN.sub("", name), mention)


def _purpose(phrase: Phrase, mention: Mention, right: str, names: Names) -> str:
    """What money was for, where only a verb stands before it (发放165万元保障困难群众生活)."""
    tokens = names.tokens(right)
    if mention.unit_measure != "CNY" or phrase.noun or phrase.subject or not phrase.verb or not tokens:
        return ""
    if tokens[0].start or tokens[0].role not in ("act", "both", "drop", "light", "cut"):
        return ""
    matter = right[tokens[0].end :].strip()[:14]
    return f"{matter}{tokens[0].word if tokens[0].role == 'both' else ''}资金" if len(matter) > 1 else ""


def _continues(reading: Reading, index: int, left: str) -> bool:
    """Whether a figure goes on from the one before it in its clause (由3个增至5个)."""
    begun = index > 0 and reading.mentions[index - 1].end > clause_start(reading.folded, reading.mentions[index].start)
    return begun and bool(left.strip(MASK)) and not strip_change(left.strip(MASK))


def _name_chained(reading: Reading, index: int, names: Names) -> str:
    """The name of one of two counts before one 的 (115家企业2348人的就业问题: both were helped with the same)."""
    mentions, mention = reading.mentions, reading.mentions[index]
    first = index - 1 if _right(reading, index).startswith("的") and index else index
    if first + 1 >= len(mentions):
        return ""
    one, two = mentions[first], mentions[first + 1]
    between = reading.folded[one.end : two.start]
    behind = reading.folded[two.end : clause_end(reading.folded, two.end)]
    counted, _ = read_right(between, names)
    verb = read_left(_left(reading, first), names).verb
    if not behind.startswith("的") or counted != between.strip() or not counted or not verb:
        return ""
    matter, _ = read_right(behind, names)
    if index == first:
        return compose(Phrase("", verb, matter + "的", open=True), counted, mention, names)
    return compose(Phrase("", verb, matter), "", mention, names)


def _counted(mention: Mention, phrase: Phrase, right: str, names: Names) -> tuple[str, str]:
    """The noun behind a figure and the rest of the clause, where the figure counts or measures that noun."""
    classified = mention.unit_measure in _CLASSIFIED and mention.kind != "level"
    bare = not phrase.subject and (not phrase.noun or (not phrase.verb and len(phrase.noun) == 2))
    if not (classified or bare) or (right.startswith("的") and phrase.noun):
        return "", ""
    return read_right(right, names)


def _tidy(name: str, names: Names) -> str:
    """``name`` without the place or the bound that stood before it."""
    return facts.without_place(name, names)


def _finish(name: str, mention: Mention, reading: Reading, article: Article, names: Names) -> Named:
    start = clause_start(reading.folded, mention.start)
    area = facts.ref_area(reading.folded[start : mention.start], article, names)
    pull = _PULL.match(name) if mention.kind == "change" else None
    of = name if mention.kind == "change" else None
    if pull:
        of, name = pull[2], f"{pull[1]}拉动{pull[2]}增长"
    if of and (entry := names.find(of)):
        of = entry.name_zh
    rank_of = name if mention.kind == "rank" else None
    indicator = Indicator(None, name) if pull else _indicator(name, mention, names)
    return Named(indicator, of, rank_of, area, facts.fact(article.slug, indicator.name_zh, area, mention))


def _indicator(name: str, mention: Mention, names: Names) -> Indicator:
    plain = mention.kind not in ("change", "rank")
    entry = names.find(name, mention.unit_measure if plain else None)
    english = entry.name_en if entry else None
    base = entry.name_zh if entry and len(name) < 4 else name
    if plain:
        return Indicator(entry.id if entry else None, base, english)
    if mention.kind == "rank":
        return Indicator(f"{entry.id}_rank" if entry else None, base, english and f"Rank by {english}")
    if (mention.base or "").startswith("vs:") and mention.unit_measure == "percentage_point":
        against = (mention.base or "").removeprefix("vs:")
        return Indicator(None, f"{base}与{against}之差", None)
    if mention.unit_measure == "percent":
        return Indicator(f"{entry.id}_growth" if entry else None, base + "增速", english and f"Growth of {english}")
    return Indicator(f"{entry.id}_change" if entry else None, base + "增减", english and f"Change in {english}")
