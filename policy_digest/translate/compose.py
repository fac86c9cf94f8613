"""English names by grammar: 改造老旧小区数 → Old residential compounds renovated, from the words of ``words_en.tsv``.

A name is cut into words. What it measures goes to the front (道路里程 → length of roads), what was done goes behind
(新建公园数 → parks newly built), a counted head is plural. Nothing is guessed: a word that no table holds stays
Chinese, with its romanisation, in brackets.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from policy_digest.lexicon.words import Role, Word
from policy_digest.translate.cutting import cut
from policy_digest.translate.phrases import Phrases
from policy_digest.translate.pieces import (
    Piece,
    begins_with_act,
    has_link,
    has_noun,
    has_object,
    inflected,
    is_a,
    is_given,
    is_itself_counted,
    is_long,
    leading,
    measures,
    name_of,
    names_actors,
    names_bodies,
    owners,
    planned,
    reached,
    second_deed,
    side_by_side,
    spaced,
    subject_of,
    trailing,
    whole,
)
from policy_digest.translate.whose import gives_work, is_area, is_place, names_payers, of_family, paid_for, people_of

_WORK = {"完成": "completed", "开展": "carried out"}
_INTO = re.compile("^(?P<in>[纳列归编]入)|^(?:被|获评)|为$")
_DRIVES = re.compile("(?:带动|撬动|拉动|推动|促进|引领|支撑|服务|覆盖|供应|共享)$")
_HELPS = re.compile("(?:帮扶|帮助|支持|扶持|援助|促进|引导|组织|指导|助力)$")
_EASES = re.compile("(?:解决|化解|消除|减轻|免除|减免|改善|保障|提高|落实)$")
_OF_WHOM = re.compile(f"{_DRIVES.pattern}|^[纳列归编]入$")
_EVENT = re.compile("(?:会|活动|学习|日|培训|演练|检查|讲座)$")
_CAPACITY = "capacity"
_POOR = re.compile("(?:residents$|people(?= (?:in|at|lifted|monitored|living) ))")
_VILLAGES = re.compile("(?:村|镇|乡|县|社区|小区)$")


_DEEDS: Final[tuple[tuple[Role, str], ...]] = (("verb", "other"), ("act", "ing"))


@dataclass(slots=True)
class Composer(Phrases):
    """The composition of the names of one text, from the phrases of their words."""

    def share(self, part: str, total: str) -> str:
        """A part as a share of a total."""
        told, pieces = self.of(self.pieces(part)), self.pieces(total)
        of = f"the {self.of(pieces)} total" if pieces and is_a(pieces[-1], "adj") else self.of(pieces)
        return f"{told} as a share of {of}" if told else f"share of {of}"

    def pieces(self, name: str) -> list[Piece]:
        """The pieces of a name, those apart that English leaves out."""
        found = planned(whole(cut(name, self.words, self.unit)))
        return [piece for piece in found if isinstance(piece, str) or piece.role != "drop"]

    def work(self, pieces: Sequence[Piece]) -> str:
        """Some words as the name of a work: renovation of old residential communities."""
        deeds, rest = leading(pieces, "verb")
        if not deeds:
            rest, deeds = trailing(pieces, "verb")
        return f"{self._joined(deeds, 'en')} of {self.thing(rest, '')}" if deeds and rest else self.of(pieces)

    def of(self, pieces: Sequence[Piece]) -> str:
        """The English of some words: those that stand in front of all or behind all are taken off first."""
        if not pieces:
            return ""
        last = pieces[-1]
        if per := next((piece for piece in pieces if is_a(piece, "per")), None) if len(pieces) > 1 else None:
            return spaced((per.en, self.of([piece for piece in pieces if piece is not per]), per.other))
        if paid := paid_for(pieces):
            return f"{paid} {self.of(pieces[:-1])}"
        if is_a(last, "measure"):
            return self._measured(*measures(pieces))
        if is_a(last, "count") and gives_work(pieces[:-1]):
            return f"{last.other or 'people'} given work through {self.thing(pieces[:-2], '')}"
        if is_a(last, "count") and (at := subject_of(pieces[:-1])):
            return f"{self.thing(pieces[:at], '')} ({self.of(pieces[at:-1])})"
        if is_a(last, "count"):
            return self._done(pieces[:-1], last.other) if pieces[:-1] else (last.other or "number")
        return self._done(pieces, "")

    def _measured(self, pieces: Sequence[Piece], told: Sequence[Word]) -> str:
        """A measure, or several side by side (产量和产值), and what it is of."""
        english = side_by_side([measure.en for measure in told])
        if not pieces:
            return english
        if not english:
            return self.of(pieces)
        if told[-1].other and all(is_a(piece, "verb") for piece in pieces):
            return f"{english} {self._joined(pieces, 'other')}"
        if all(is_a(piece, "behind") for piece in pieces):
            return f"{english} {self._modifiers(pieces)}"
        if not any(isinstance(piece, str) or piece.role != "adj" for piece in pieces):
            return f"{self._modifiers(pieces)} {english}"
        if told[-1].other == "on" and names_payers(pieces):
            return f"{self._modifiers(pieces)} {english}"
        if told[-1].other:
            rest, deeds = trailing(pieces, "verb") if english == _CAPACITY else (pieces, ())
            return spaced((self._joined(deeds, "en"), english, told[-1].other if rest else "", self.of(rest)))
        if not any(is_a(piece, "measure") for piece in pieces) and (told_of := self._told_of(pieces, english)):
            return told_of
        if " of " in english and is_place(pieces):
            return f"{english} in {self.thing(pieces, '')}"
        return f"{self._modifiers(pieces)} {english}"

    def _told_of(self, pieces: Sequence[Piece], measure: str) -> str | None:
        """A measure with what it is of behind it, where that is too long to stand before it: remediation rate of …."""
        rest, deeds = trailing(pieces, "verb")
        rest, kinds = trailing(rest, "adj")
        told = self._modifiers(rest)
        is_covered = measure.startswith("coverage") and told.count(" ") > 1  # toilets of a kind
        if not rest or not (is_long(told) or is_covered):
            return None
        if measure.startswith("coverage") and (at := reached(rest)):
            return f"{measure} of {self.thing(rest[at:], '')} by {self.thing(rest[:at], '')}"
        return spaced((self._modifiers(kinds), self._joined(deeds, "en"), measure, "of", self.of(rest)))

    # ------------------------------------------------------------ what was done, and what does something

    def _done(self, pieces: Sequence[Piece], counted: str) -> str:
        """A thing and what was done to it, or what it does; ``counted`` are the people where no noun names them."""
        if counted == "households" and is_itself_counted(trailing(pieces, "verb")[0]):
            counted = ""
        if at := second_deed(pieces):
            return f"{self._done(pieces[:at], counted)} and {self._done(pieces[at + 1 :], counted)}"
        if counted == "times":
            return self.thing(pieces, "") if _EVENT.search(name_of(pieces)) else f"times {self._done(pieces, '')}"
        verbs, rest = leading(pieces, "verb")
        if not verbs:
            rest, verbs = trailing(pieces, "verb")
        if verbs and (has_object(rest) or (has_link(rest) and _OF_WHOM.search(name_of(verbs)))):
            return self.thing(pieces, counted)
        if verbs and counted == "people" and not names_actors(rest) and (told := self._helped(verbs, rest)):
            return told
        if verbs and rest and not begins_with_act(rest):
            return self._undergone(rest, verbs, counted)
        if verbs and not rest:
            return f"{counted} {self._joined(verbs, 'other')}" if counted else self._joined(verbs, "en")
        acts, rest = leading(pieces, "act")
        if acts:
            return self._acting(acts, rest, counted)
        if counted and (told := self._received(pieces)):
            return told
        for at, piece in enumerate(pieces):
            if is_a(piece, "act") and not any(is_a(one, "link") for one in pieces):
                return self._inner(pieces[:at], piece, pieces[at + 1 :], counted)
        return self.thing(pieces, counted)

    def _received(self, pieces: Sequence[Piece]) -> str | None:
        """People to whom a body did something: 博物馆接待观众人次."""
        for at, piece in enumerate(pieces):
            if is_a(piece, "verb") and names_actors(pieces[at + 1 :]) and names_bodies(pieces[:at]):
                return f"{self.thing(pieces[at + 1 :], '')} {piece.other} by {self.thing(pieces[:at], '')}"
        return None

    def _helped(self, deeds: Sequence[Piece], rest: Sequence[Piece]) -> str | None:
        """People for whom something was done: helped in taking up jobs, or with their problems solved."""
        rest = [piece for piece in rest if not is_a(piece, "link")]
        at = people_of(rest)
        if not at:
            return None
        people, done = self.thing(rest[:at], ""), self._joined(deeds, "other")
        if not is_a(rest[at], "act"):
            eased = f"{people} with {self.thing(rest[at:], '')} {done}"
            return eased if _EASES.search(name_of(deeds)) else None
        acts, told = leading(rest[at:], "act")
        doing = spaced((self._joined(acts, "ing"), self.thing(told, "") if told else ""))
        return f"{people} {done} in {doing}" if _HELPS.search(name_of(deeds)) else None

    def _undergone(self, rest: Sequence[Piece], deeds: Sequence[Piece], counted: str) -> str:
        """What was done to a thing; people who are none of the thing have it (户数: households with …)."""
        done = self._joined(deeds, "other")
        if counted and is_a(rest[-1], "adj"):
            return f"{self._modifiers(rest)} {counted} {done}"
        if not counted or names_actors(rest) or not has_noun(rest):
            return f"{self.thing(rest, counted)} {done}"
        thing = self.thing(rest, "")
        return f"{counted} receiving {thing}" if is_given(deeds) else f"{counted} with {thing} {done}"

    def _acting(self, acts: Sequence[Piece], rest: Sequence[Piece], counted: str) -> str:
        """People who do something: the counted noun, or the last noun of the name, or the deed itself."""
        rest = rest[:-1] if rest and is_a(rest[-1], "link") else rest
        if rest and (names_actors(rest) or is_area(rest, acts)) and not has_link(rest):
            at = 0 if any(is_a(piece, "join") and names_actors(rest[:n]) for n, piece in enumerate(rest)) else -1
            subject = self._nouns(rest[at:], is_plural=True)
            told = self.thing(rest[:at], "") if rest[:at] else ""
            return spaced((subject, self._joined(acts, "ing"), told))
        if has_link(rest):
            at = next(n for n, piece in enumerate(rest) if is_a(piece, "link"))
            if rest[at + 1 :]:
                told = self.thing(rest[:at], "") if rest[:at] else ""
                return spaced((self.thing(rest[at + 1 :], counted), self._joined(acts, "ing"), told))
        told = self.thing(rest, "") if rest else ""
        if counted or not told:
            return spaced((counted, self._joined(acts, "ing"), told)) if counted else self._joined(acts, "en")
        is_passive = any(is_a(piece, "act") and piece.base.startswith("be ") for piece in acts)
        return spaced((told, self._joined(acts, "done"))) if is_passive else spaced((self._joined(acts, "ing"), told))

    def _inner(self, before: Sequence[Piece], act: Word, after: Sequence[Piece], counted: str) -> str:
        """A thing that does something (农民工返乡, 学科进入…); people counted by what they do (养老保险参保人数)."""
        doing = inflected(act, "ing")
        told = self.thing(after, "") if after else ""
        if after and names_actors(after):
            return spaced((told, doing, self.thing(before, "")))
        if names_actors(before) or not counted:
            return spaced((self.thing(before, ""), doing, told))
        if not has_noun(before):
            return spaced((self.thing(before, counted), doing, told))
        return spaced((counted, doing, told)) + f" ({self.thing(before, '')})"

    # ------------------------------------------------------------ a noun and what stands before it

    def thing(self, pieces: Sequence[Piece], counted: str) -> str:
        """A noun with what stands before it; words before 的 that say what was done stand behind it."""
        at = max((n for n, piece in enumerate(pieces) if is_a(piece, "link")), default=-1)
        if at > 0:
            return self._linked(pieces[:at], pieces[at + 1 :], counted)
        nouns = [piece for piece in pieces if not is_a(piece, "link")]
        if at := of_family(nouns):
            return f"{self.thing(nouns[at:], counted)} from {self.thing(nouns[:at], '')}"
        at = owners(nouns)
        whose = f" of {self._nouns(nouns[:at], is_plural=True)}" if at else ""
        words = self._nouns(nouns[at:], is_plural=True) + whose
        if counted == "households" and _POOR.match(words):
            return _POOR.sub(counted, words)
        if counted == "households" and _VILLAGES.search(name_of(nouns)):
            return f"households in {words}"
        is_itself = counted == "times" or (counted == "events" and is_a(nouns[-1], "noun") and nouns[-1].other)
        if not counted or is_itself or names_actors(nouns):
            return words
        return f"{counted} ({words})" if has_noun(nouns) else f"{words} {counted}"

    def _linked(self, left: Sequence[Piece], right: Sequence[Piece], counted: str) -> str:
        head = self.of(right) if right else counted
        for role, form in _DEEDS:
            done, object_ = leading(left, role)
            if done and object_ and role == "verb" and not _DRIVES.search(name_of(done)):
                return f"{head} {self._had(done, object_)}"
            if done:
                form = "ing" if object_ else form
                return spaced((head, self._joined(done, form), self.thing(object_, "") if object_ else ""))
            agent, done = trailing(left, role)
            if done and role == "verb":
                is_theirs = (is_place(right) or names_bodies(right)) and not names_bodies(agent)
                if is_theirs and has_noun(agent) and not names_actors(agent):
                    return f"{head} with {self.thing(agent, '')} {self._joined(done, 'other')}"
                return f"{head} {self._joined(done, 'other')} by {self.thing(agent, '')}"
            if done:
                return f"{head} with {self.thing(agent, '')} {self._joined(done, 'ing')}"
        for at, piece in enumerate(left):
            if is_a(piece, "act") or is_a(piece, "verb"):
                told = spaced((self.thing(left[:at], ""), inflected(piece, "ing"), self.thing(left[at + 1 :], "")))
                return f"{head} with {told}"
        if is_a(left[-1], "measure") and head != counted:
            of_a_measure = any(is_a(piece, "measure") for piece in left[:-1])
            return f"{head} with {self.of(left) if of_a_measure else self._modifiers(left)}"
        return f"{self._modifiers(left)} {head}"

    def _had(self, done: Sequence[Piece], object_: Sequence[Piece]) -> str:
        """What came about for the thing named behind 的: named as …, included in …, with … provided."""
        deed, told = self._joined(done, "other"), self.thing(object_, "")
        if is_a(object_[-1], "verb") and (work := _WORK.get(name_of(done))):
            is_treated = object_[-1].zh == "治理" and has_noun(object_[:-1])
            return f"with {self.thing(object_[:-1], '')} treated" if is_treated else f"with {told} {work}"
        if name_of(done).endswith("至"):
            return f"{deed} to {told}"
        if lead := _INTO.search(name_of(done)):
            return f"{deed} {'in' if lead['in'] else 'as'} {told}"
        return f"receiving {told}" if is_given(done) else f"with {told} {deed}"
