"""Organisations: whole names of single ones, told from classes of them. Nothing is better than a wrong name.

A name is one that the lexicon knows; or what closes a name (大学) behind a place, with only such words between as a
name holds; or an office behind the level that it is of (区农业农村局); or a firm behind a mark or a verb. What a rule
of ``data/organisations.yml`` calls a class, or cuts, is no name.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.organisations import Organisations
from policy_digest.lexicon.terms import Terms
from policy_digest.model import Article, Organisation, Section, id_of

_RUN = re.compile("[一-龥A-Za-z·]+$")
_ALL = re.compile("[全各每该本我某多两跨所家个批座名\\d]$")
_UNIT = re.compile("(?P<stem>[一-龥]{2,3})(?:自治县|[省市区县旗镇乡村]|街道|社区)")
_GENERIC = re.compile("(?:街道|[省市区县旗镇乡村])$")
_LEVELS = re.compile("[省市区县旗镇乡村]{2}|自治|政府")
_OF_KNOWN = re.compile("附属|第[一二三四五六七八九十]")
_CLASS_OF_FIRMS = re.compile("^[省市区县镇村国大小十二三数家批]|企业|产业|行业|公司|机构|合作社")
_GROUP = "集团"
_LONGEST_GROUP = 4
_LONGEST_NAME, _LONGEST_PLACE = 26, 8
_LONGEST_MIDDLE = 16


class _Named(NamedTuple):
    """Where a name stands, and what it is."""

    start: int
    end: int
    kind: str
    is_relative: bool = False


def find_organisations(article: Article, lexicon: Lexicon, sections: Sequence[Section]) -> tuple[Organisation, ...]:
    """The organisations of ``article`` in the order of their first mention, each with the sentences that name it.

    ``sections`` are those of the article in simplified characters and standard words, each text as long as printed.
    """
    printed = article.by_id
    area = article.metadata.ref_area
    reader = _Reader(lexicon.organisations, lexicon.terms, _stems(lexicon.terms.folded(area.value)) if area else ())
    found: dict[str, list[tuple[str, _Named, str]]] = {}
    for section in sections:
        for sentence in section.all_sentences:
            for named in reader.named(sentence.text):
                name = sentence.text[named.start : named.end]
                told = printed[sentence.id].text[named.start : named.end]
                found.setdefault(name, []).append((sentence.id, named, told))
    return tuple(_organisation(article.slug, name, mentions) for name, mentions in found.items())


def _organisation(slug: str, name: str, mentions: Sequence[tuple[str, _Named, str]]) -> Organisation:
    _, named, told = mentions[0]
    sentences = tuple(dict.fromkeys(sentence for sentence, _, _ in mentions))
    kind = named.kind
    return Organisation(id_of("g", slug, name), told, name, kind, named.is_relative, sentences)  # type: ignore[arg-type]


def _stems(area: str) -> tuple[str, ...]:
    """The names by which a text may call its own place: whole, and without the word for what it is."""
    names = () if _ALL.match(area[:1]) else (area, _GENERIC.sub("", area))
    return tuple(name for name in names if len(name) > 1)


class _Reader:
    """Reads the names out of texts; ``own`` are names of the text's own place."""

    def __init__(self, words: Organisations, terms: Terms, own: Sequence[str]) -> None:
        self._words, self._places, self._own = words, terms.places, frozenset(own)
        self._terms = terms

    def named(self, text: str) -> tuple[_Named, ...]:
        """The names of ``text`` in its order, none within another."""
        found = sorted({*self._known(text), *self._closed(text)}, key=lambda one: (one.start, -one.end))
        kept: list[_Named] = []
        for one in found:
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
            elif one.end > kept[-1].end:
                kept[-1] = one._replace(start=kept[-1].start, is_relative=kept[-1].is_relative)
        return tuple(kept)

    def _known(self, text: str) -> Iterator[_Named]:
        for match in self._words.names.finditer(text):
            if not self._words.after.match(text, match.end()):
                yield _Named(match.start(), match.end(), self._words.known[match[0]].kind)

    def _closed(self, text: str) -> Iterator[_Named]:
        for head in self._words.heads.finditer(text):
            if self._words.after.match(text, head.end()):
                continue
            run = _RUN.search(text, max(0, head.start() - _LONGEST_NAME), head.start())
            start = self._cut(text, run.start() if run else head.start(), head.start())
            begin = self._begin(text, start, head)
            if begin is not None:
                yield _Named(begin, head.end(), self._words.kinds[head[0]])
            elif self._is_office(text, start, head):
                yield _Named(start, head.end(), self._words.kinds[head[0]], is_relative=True)

    def _cut(self, text: str, start: int, end: int) -> int:
        """Where a name may begin at the earliest: behind the last word that none contains."""
        for word in self._words.cut.finditer(text, start, end):
            start = start if word["whole"] else word.end()
        return start

    def _begin(self, text: str, start: int, head: re.Match[str]) -> int | None:
        """Where the name begins that ``head`` closes; None where it is none."""
        for at in range(start, head.start()):
            size = self._place(text, at, head.start())
            if size and self._is_name(text[at : head.start()], size, head[0]):
                return start if text[start:at].endswith(self._words.lead) else at
        stem = text[start : head.start()]
        unit = _UNIT.match(text, start, head.start())
        if (
            unit
            and self._is_unit(unit, text[max(0, start - 1) : start])
            and self._is_name(stem, unit.end() - start, head[0])
        ):
            return start
        is_firm = head[0] in self._words.firms and self._is_firm(stem, head[0])
        return start if is_firm and self._place(text, start, head.start()) < len(stem) else None

    def _place(self, text: str, at: int, end: int) -> int:
        """How long the place is that stands at ``at``, or the organisation that has others (北京大学第三医院)."""
        for size in range(min(_LONGEST_PLACE, end - at), 1, -1):
            words = text[at : at + size]
            place = self._places.get(words)
            if words in self._own or (place and place.kind != "within"):
                return size
            if words in self._words.known and _OF_KNOWN.match(text, at + size, end):
                return size
        return 0

    def _is_unit(self, unit: re.Match[str], before: str) -> bool:
        """Whether words that end as a place does are the name of one that no list has: they hold no other word."""
        stem = unit["stem"]
        if any(
            stem[at : at + size] in self._terms.words.table for size in (2, 3) for at in range(len(stem) - size + 1)
        ):
            return False
        is_told = _ALL.match(stem[0]) or _LEVELS.search(stem) or before.isdecimal()
        return not is_told and not self._words.heads.search(stem) and not unit[0].endswith(self._terms.not_places)

    def _is_firm(self, stem: str, head: str) -> bool:
        """Whether words behind a mark or a verb are the name of a firm; of a group only short ones are."""
        if self._words.classes.search(stem) or _CLASS_OF_FIRMS.search(stem):
            return False
        return 2 <= len(stem) <= _LONGEST_GROUP if head == _GROUP else len(stem) >= 3

    def _is_name(self, words: str, size: int, head: str) -> bool:
        """Whether words that begin with a place, ``size`` long, leave a name of what ``head`` closes."""
        if len(words) - size > _LONGEST_MIDDLE or self._words.classes.search(words + head[:1]):
            return False
        return len(words) > size or head not in self._words.weak

    def _is_office(self, text: str, start: int, head: re.Match[str]) -> bool:
        """Whether an office is told by its level alone, behind a mark or a verb, and not one of several."""
        is_one = not _ALL.search(text, max(0, start - 1), start)
        return is_one and self._words.offices.fullmatch(text, start, head.end()) is not None
