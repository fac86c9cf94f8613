"""An OpenAI-compatible endpoint as an engine: hosted, or local such as llama-server or Ollama."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn

from policy_digest.engines.batches import Batch, Translated
from policy_digest.engines.budget import Spending
from policy_digest.engines.completions import Completion, complaint_of, completion_of
from policy_digest.engines.errors import LengthError, ReplyError, StoppedError
from policy_digest.engines.hiding import Secrets
from policy_digest.engines.prompts import Prompt, prompt_of
from policy_digest.engines.replies import translations_of
from policy_digest.engines.wire import Answered, Wire, WireError
from policy_digest.engines.wishes import Wishes, fewer

_BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_REFUSED_KEY = frozenset({401, 403})
_REFUSED_FORM = frozenset({400, 415, 422})
_TOO_LONG = ("context length", "context_length", "context size", "context_size", "context window")
_NO_MONEY = "insufficient_quota"
_LONGEST_PAUSE = 60.0


@dataclass(frozen=True, slots=True)
class Patience:
    """How often a failed call is made again, and the longest wait (seconds) that an endpoint may ask for."""

    retries: int = 5
    longest: float = 300.0
    pause: float = 1.0

    def seconds(self, attempt: int, asked: float | None) -> float:
        """How long to wait before the next attempt: what the endpoint asks for, else twice as long each time."""
        return min(_LONGEST_PAUSE, self.pause * 2.0**attempt) if asked is None else asked


@dataclass(slots=True)
class ChatEngine:
    """Asks a model for the English of batches. ``tell`` hears of what goes on, in words without secrets."""

    wire: Wire
    model: str
    most_tokens: int
    spending: Spending
    tell: Callable[[str], None]
    secrets: Secrets
    patience: Patience = field(default_factory=Patience)
    wishes: Wishes = field(default_factory=Wishes)

    def ask(self, batch: Batch) -> Translated:
        """Return the English of a batch's texts.

        Raises ReplyError where the answer cannot be used, SpentError where the budget has no room for a call and
        StoppedError where the endpoint cannot be worked with.
        """
        prompt = prompt_of(batch)
        completion = self._completion(prompt, batch)
        if completion.is_cut:
            raise LengthError(f"the answer was cut off at {self.most_tokens} tokens (--max-tokens)")
        texts = translations_of(completion.content, batch)
        if any(self.secrets.stand_in(text) for text in texts.values()):
            raise ReplyError("the answer had the key in it")
        return Translated(texts, prompt.hash)

    def _completion(self, prompt: Prompt, batch: Batch) -> Completion:
        """Call until the endpoint takes the call; what it does not know is not asked of it again."""
        while True:
            answered = self._answered(prompt, self._body(prompt, batch))
            if answered.status == 200:
                return self._counted(prompt, answered)
            self.wishes = self._given_up(answered)

    def _counted(self, prompt: Prompt, answered: Answered) -> Completion:
        """Read a completion and count its tokens; where it does not tell them, by its characters."""
        try:
            completion = completion_of(answered.body)
        except ReplyError:
            self.spending.end(prompt.characters, len(answered.body), is_told=False)
            raise
        asked, told = completion.asked, completion.answered
        if asked is None or told is None:
            self.spending.end(prompt.characters, len(completion.content), is_told=False)
        else:
            self.spending.end(asked, told, is_told=True)
        return completion

    def _body(self, prompt: Prompt, batch: Batch) -> bytes:
        parameters = self.wishes.parameters(batch, self.most_tokens)
        body = {"model": self.model, "messages": prompt.messages, "stream": False, **parameters}
        return json.dumps(body).encode("ascii")

    def _answered(self, prompt: Prompt, body: bytes) -> Answered:
        """Call as often as patience has it, until there is an answer that is not of a busy or failing endpoint."""
        attempt = 0
        while True:
            self.spending.begin(prompt.characters, self.most_tokens)
            answered, reason = self._attempt(prompt, body)
            if answered is not None and answered.status not in _BUSY:
                return answered
            asked = answered.retry_after if answered else None
            if answered is not None and _NO_MONEY in answered.body:
                raise StoppedError(f"{self._place}: {reason}")
            self._wait(reason, attempt, asked)
            attempt += 1

    def _attempt(self, prompt: Prompt, body: bytes) -> tuple[Answered | None, str]:
        try:
            answered = self.wire.post(body)
        except WireError as error:
            if error.is_timeout:  # the endpoint may have worked, and may be paid, for all of it: fewer texts take less
                self.spending.end(prompt.characters, self.most_tokens, is_told=False)
                raise ReplyError(f"{error} (--timeout)") from None
            return None, str(error)
        return answered, f"status {answered.status}: {self._complaint(answered)}"

    def _wait(self, reason: str, attempt: int, asked: float | None) -> None:
        """Wait before the next attempt. Raises StoppedError where it was the last, or the wait is too long."""
        seconds = self.patience.seconds(attempt, asked)
        if attempt == self.patience.retries:
            raise StoppedError(f"{self._place}: {reason} ({attempt + 1} attempts)")
        if seconds > self.patience.longest:
            words = f"asks to wait {seconds:.0f} seconds; run again then, or raise --max-wait"
            raise StoppedError(f"{self._place} {words} ({reason})")
        self.tell(f"{reason}; again in {seconds:.3g} s")
        time.sleep(seconds)

    def _given_up(self, answered: Answered) -> Wishes:
        """What to wish for after a refusal. Raises ReplyError for a batch that is too long, else StoppedError."""
        words = answered.body.lower()
        if answered.status == 413 or (answered.status in _REFUSED_FORM and any(said in words for said in _TOO_LONG)):
            raise LengthError(f"the texts were too long for the model (status {answered.status})")
        less = fewer(self.wishes, words) if answered.status in _REFUSED_FORM else None
        if less is None:
            self._stop(answered)
        self.tell(f"status {answered.status}: {self._complaint(answered)}; asking with {less.form}")
        return less

    def _stop(self, answered: Answered) -> NoReturn:
        status = answered.status
        if status in _REFUSED_KEY:  # its words are about the key, and may hold a part of it
            raise StoppedError(f"{self._place} refused the key (status {status}): is OPENAI_API_KEY right?")
        if 300 <= status < 400:
            raise StoppedError(f"{self._place} sends calls elsewhere (status {status}): is OPENAI_BASE_URL right?")
        raise StoppedError(f"{self._place}: status {status}: {self._complaint(answered)}")

    @property
    def _place(self) -> str:
        return self.wire.address.shown

    def _complaint(self, answered: Answered) -> str:
        return self.secrets.hidden(complaint_of(answered.body)) or "no words"
