"""What a model answered, held against what it was asked."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

from policy_digest.engines.batches import Batch
from policy_digest.engines.errors import ReplyError
from policy_digest.engines.lines import one_line

_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_FENCED = re.compile(r"\A```\w*\n(?P<inner>.*)\n```\Z", re.DOTALL)
_MOST: Final = (200, 15)
"""A translation is longer than so many characters and so many times its Chinese only where a model has gone astray."""


def translations_of(content: str, batch: Batch) -> Mapping[str, str]:
    """The English by id. Raises ReplyError unless ``content`` is a JSON object with every id of the batch once.

    A model's thoughts before it, and the fence of a code block around it, are left out. Line breaks become spaces.
    """
    try:
        answer = json.loads(_bare(content), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise ReplyError("the answer was no JSON") from error
    wanted = {brief.id: brief for brief in batch.briefs}
    if not isinstance(answer, dict):
        raise ReplyError("the answer was no JSON object")
    if wrong := [f"without {name}" for name in wanted.keys() - answer.keys()]:
        raise ReplyError(f"the answer was {', '.join(sorted(wrong))}")
    if answer.keys() - wanted.keys():
        raise ReplyError("the answer had ids that were not asked for")
    return {name: _english(answer[name], brief.source) for name, brief in wanted.items()}


def _bare(content: str) -> str:
    bare = _THOUGHT.sub("", content).strip()
    fenced = _FENCED.match(bare)
    return fenced["inner"] if fenced else bare


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """A JSON object; raises ReplyError where it has a key twice."""
    if len({key for key, _ in pairs}) < len(pairs):
        raise ReplyError("the answer had an id twice")
    return dict(pairs)


def _english(value: object, zh: str) -> str:
    if not isinstance(value, str):
        raise ReplyError("the answer had a value that is no text")
    english = one_line(value)
    if not english:
        raise ReplyError("the answer had an empty translation")
    if english == " ".join(zh.split()) and not zh.isascii():
        raise ReplyError("the answer gave the Chinese back")
    if len(english) > _MOST[0] + _MOST[1] * len(zh):
        raise ReplyError("the answer had a translation that is far too long")
    return english
