"""The body of an answer of ``/chat/completions``, held against the form that all endpoints share."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from policy_digest.engines.errors import ReplyError


@dataclass(frozen=True, slots=True)
class Completion:
    """What an endpoint answered. ``asked`` and ``answered`` are tokens, None where it does not tell them."""

    content: str
    is_cut: bool
    asked: int | None
    answered: int | None


def completion_of(body: str) -> Completion:
    """Read an answer. Raises ReplyError for one that is no chat completion."""
    told = _json(body)
    choices = told.get("choices") if isinstance(told, dict) else None
    first = choices[0] if isinstance(choices, list) and choices else None
    message = first.get("message") if isinstance(first, dict) else None
    if not isinstance(told, dict) or not isinstance(first, dict) or not isinstance(message, dict):
        raise ReplyError("the answer was no chat completion")
    usage = told.get("usage")
    content = message.get("content")
    return Completion(
        content if isinstance(content, str) else "",
        first.get("finish_reason") == "length",
        _count(usage, "prompt_tokens"),
        _count(usage, "completion_tokens"),
    )


def complaint_of(body: str) -> str:
    """The words of an endpoint that refused a call: those under ``error``, else the body."""
    told = _json(body)
    error = told.get("error") if isinstance(told, dict) else None
    words = error.get("message") if isinstance(error, dict) else error
    return words if isinstance(words, str) else body


def _json(body: str) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _count(usage: object, name: str) -> int | None:
    count = usage.get(name) if isinstance(usage, Mapping) else None
    is_count = isinstance(count, int) and not isinstance(count, bool) and count >= 0
    return count if is_count else None
