"""The people whom an article names, as JSON: officials and other public figures only."""

from typing import Any

from policy_digest.model import BilingualDigest


def record_people(bilingual: BilingualDigest) -> list[dict[str, Any]]:
    """``people``: private individuals are in no file; ``sentences`` are those that the page quotes."""
    return [
        {
            "id": person.id,
            "name_zh": person.name.zh,
            "name_en": person.name.en,
            "standing": person.standing,
            "posts": [{"post_zh": post.zh, "post_en": post.en} for post in person.posts],
            "sentences": list(person.sentences),
        }
        for person in bilingual.people
    ]
