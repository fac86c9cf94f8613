"""Ids that hold across rebuilds: of what a thing is and of its words, never of a count over the collection."""

import hashlib


def id_of(prefix: str, *words: str) -> str:
    """``prefix``, a hyphen, and ten hexadecimal digits of the SHA-256 of ``words``, a line each."""
    digest = hashlib.sha256("\n".join(words).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:10]}"
