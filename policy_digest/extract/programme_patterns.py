"""The words of ``data/programmes.yml`` as patterns: what stands before, after and at the end of a programme's name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from policy_digest.lexicon.genre import Programmes

_BRIDGES = "了|好|起|起来|实|以|并"
NAME = r"[一-龥A-Za-z0-9+·-]"
"""A character of a name without quotation marks."""


@dataclass(frozen=True, slots=True)
class ProgrammePatterns:
    """The lexicon's words as patterns, made once for a lexicon."""

    head_after: re.Pattern[str]
    head_near: re.Pattern[str]
    head_in_list: re.Pattern[str]
    head_at_end: re.Pattern[str]
    verb_before: re.Pattern[str]
    verb: re.Pattern[str]
    list_verb: re.Pattern[str]
    after: re.Pattern[str]
    refused_before: re.Pattern[str]
    refused_after: re.Pattern[str]
    refused_end: re.Pattern[str]
    formula: re.Pattern[str]
    bare: re.Pattern[str]
    bare_own: re.Pattern[str]
    heads: re.Pattern[str]
    own_heads: re.Pattern[str]
    list_end: re.Pattern[str]
    generic: re.Pattern[str]


def _any(words: Sequence[str] | frozenset[str]) -> str:
    """An alternation, longest first; equal lengths by code point, so that it is always the same."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=4)
def patterns_of(rules: Programmes) -> ProgrammePatterns:
    """The patterns of ``rules``, made once."""
    head, link, verb = _any(frozenset(rules.heads)), _any(rules.links), _any(rules.verbs)
    return ProgrammePatterns(
        head_after=re.compile(rf"(?P<mid>(?:{link}|{head}){{0,6}})(?P<head>{head})(?!化|性|率)"),
        head_near=re.compile(rf"(?P<mid>[一-龥]{{1,4}}?)(?P<head>{head})(?!化|性|率)"),
        head_in_list=re.compile(
            rf"等(?:一批|多个|多项|各类|系列|优秀|特色|重点|品牌|新|{link}){{0,4}}?(?P<head>{head})"
        ),
        head_at_end=re.compile(rf"(?P<head>{head})$"),
        verb_before=re.compile(rf"(?:{verb})(?:{_BRIDGES})?$"),
        verb=re.compile(verb),
        list_verb=re.compile(_any(rules.verbs | rules.list_verbs)),
        after=re.compile(_any(rules.after)),
        refused_before=re.compile(rf"(?:{_any(rules.refused_before)})(?:了)?$"),
        refused_after=re.compile(_any(rules.refused_after)),
        refused_end=re.compile(rf"(?:{_any([word for word in rules.refused_after if len(word) > 1])})$"),
        formula=re.compile("|".join(sorted(rules.formulas))),
        bare=re.compile(
            rf"(?:{verb})(?:了|好)?(?P<name>{NAME}{{2,18}}?(?P<head>{_any(rules.bare)}))(?=[，,。；;、]|建设|的|等|和|$)"
        ),
        bare_own=re.compile(
            rf"(?:^|(?<=[，,。；;、])|{verb})(?:了)?(?P<name>{NAME}{{0,12}}?(?P<head>{_any(rules.bare_own)}))(?!治|律|规)"
        ),
        heads=re.compile(_any(rules.bare)),
        own_heads=re.compile(_any(rules.bare_own)),
        list_end=re.compile(rf"等(?:一批|多个|多项|各类|系列|优秀|特色|重点|{link}){{0,4}}?(?P<head>{head})"),
        generic=re.compile(rf"^(?:{_any(rules.generic)})+|(?:{_any(rules.generic)})+$"),
    )
