"""The events that an article dates, as JSON."""

from typing import Any

from policy_digest.model import BilingualDigest


def record_events(bilingual: BilingualDigest) -> list[dict[str, Any]]:
    """``events``: each with its date at its precision, in the order of the text."""
    return [
        {
            "id": event.id,
            "date": event.date,
            "precision": event.precision,
            "kind": event.kind,
            "nature": "target" if event.is_planned else "actual",
            "text_zh": event.text.zh,
            "text_en": event.text.en,
            "status_en": event.text.status,
            "sentence": event.sentences[0],
        }
        for event in bilingual.events
    ]
