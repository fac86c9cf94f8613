"""Mozilla's translation model on this machine, by ``fxtranslate``: no network but for the first fetch of the model.

Untested with the model itself, which could not be fetched where this was written: what is tested is how the library is
loaded and called, and what is said where it or its model is missing.
"""

import importlib.metadata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policy_digest.engines.batches import Batch, Translated
from policy_digest.engines.errors import LackingError, ReplyError, StoppedError

if TYPE_CHECKING:
    from fxtranslate import Translator

# The tags under which Mozilla has listed its model of simplified Chinese.
_TAGS = ("zh", "zh-Hans")


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """A translation model; it is given nothing but the text, restored where its wording was altered."""

    translator: "Translator"
    model: str

    def ask(self, batch: Batch) -> Translated:
        """Translate each text by itself. Raises ReplyError for a text without an English."""
        return Translated({brief.id: self._english(brief.source) for brief in batch.briefs})

    def _english(self, zh: str) -> str:
        english = " ".join(self.translator.translate_long(zh).split())
        if not english:
            raise ReplyError("the model had no English for it")
        return english


def load_local() -> LocalEngine:
    """Load the model, fetched at first use. Raises LackingError without the library, StoppedError without the model."""
    try:
        from fxtranslate import Translator
    except ModuleNotFoundError as error:
        raise LackingError("fxtranslate", "mt") from error
    reasons = []
    for tag in _TAGS:
        try:
            translator = Translator.load(tag, "en")
        except ValueError as error:
            reasons.append(str(error))
            continue
        return LocalEngine(translator, f"fxtranslate {importlib.metadata.version('fxtranslate')} {tag}-en")
    raise StoppedError(f"no translation model: {reasons[0]}")
