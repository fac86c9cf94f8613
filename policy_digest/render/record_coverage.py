"""Coverage as JSON: counts, and the ledger of sentences and numbers."""

from typing import Any

from policy_digest.model import Coverage, NumberUse, SentenceUse


def coverage_object(coverage: Coverage) -> dict[str, Any]:
    """Counts of sentences and numbers by what became of them, then an entry for each in the order of the text."""
    return {
        "sentences": coverage.sentences(),
        "used": coverage.sentences("used"),
        "set_aside": coverage.sentences("set-aside"),
        "unread": coverage.sentences("unread"),
        "numbers": coverage.numerals(),
        "numbers_observed": coverage.numerals("observation"),
        "numbers_rejected": coverage.numerals("rejected"),
        "numbers_unread": coverage.numerals("unread"),
        "ledger": [_sentence(use) for use in coverage.uses],
        "number_ledger": [_number(number) for number in coverage.numbers],
    }


def _sentence(use: SentenceUse) -> dict[str, Any]:
    return {"sentence": use.sentence, "status": use.status, "reason": use.reason, "by": list(use.by)}


def _number(number: NumberUse) -> dict[str, Any]:
    return {
        "as_printed": number.as_printed,
        "start": number.start,
        "end": number.end,
        "sentence": number.sentence,
        "numerals": number.numerals,
        "verdict": number.verdict,
        "reason": number.reason or None,
        "observations": list(number.observations),
    }
