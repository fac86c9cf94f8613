"""What is wished of an endpoint beyond what all of them do, and what is given up where one refuses it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from policy_digest.engines.batches import Batch
from policy_digest.engines.prompts import schema_of

Form = Literal["schema", "object", "text"]
"""How an answer's form is asked for: by JSON Schema, as any JSON object, or in the prompt alone."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """The optional parameters of a call. ``limit`` names the one that bounds the answer's tokens, empty for none."""

    form: Form = "schema"
    limit: Literal["max_tokens", "max_completion_tokens", ""] = "max_tokens"
    has_temperature: bool = True

    def parameters(self, batch: Batch, most_tokens: int) -> Mapping[str, object]:
        """The parameters as they are sent."""
        told: dict[str, object] = {"temperature": 0} if self.has_temperature else {}
        if self.limit:
            told[self.limit] = most_tokens
        if self.form == "schema":
            schema = {"name": "translations", "strict": True, "schema": schema_of(batch)}
            told["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif self.form == "object":
            told["response_format"] = {"type": "json_object"}
        return told


def fewer(wishes: Wishes, words: str) -> Wishes | None:
    """What to wish for instead where an endpoint refused a call with ``words``; None where nothing is left to give up.

    The parameter that the words name is given up, else the form of the answer.
    """
    if wishes.has_temperature and "temperature" in words:
        return replace(wishes, has_temperature=False)
    if wishes.limit == "max_tokens" and "max_completion_tokens" in words:
        return replace(wishes, limit="max_completion_tokens")
    if wishes.limit and wishes.limit in words:
        return replace(wishes, limit="")
    if wishes.form != "text":
        return replace(wishes, form="object" if wishes.form == "schema" else "text")
    return None
