"""The organisations that an article names, as JSON."""

from typing import Any

from policy_digest.model import BilingualDigest
from policy_digest.render.views import quoted_sentences


def record_organisations(bilingual: BilingualDigest) -> list[dict[str, Any]]:
    """``organisations``: ``sentences`` are those that the page quotes, ``sentence_count`` counts all that name it."""
    quoted = quoted_sentences(bilingual)
    return [
        {
            "id": one.id,
            "name_zh": one.name.zh,
            "standard_zh": one.standard,
            "name_en": one.name.en,
            "status_en": one.name.status,
            "kind": one.kind,
            "relative": one.is_relative,
            "sentence_count": len(one.sentences),
            "sentences": [sentence for sentence in one.sentences if sentence in quoted],
        }
        for one in bilingual.organisations
    ]
