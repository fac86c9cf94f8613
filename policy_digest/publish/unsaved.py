"""Answers that could not be put into their catalogue, kept beside it: ``i18n/en/<slug>.unsaved.po``."""

from pathlib import Path

from policy_digest.publish.pages import write_file


def keep_unsaved(path: Path, text: str | None) -> None:
    """Write the answers to ``path``; with None, remove the file: they are in their catalogue now."""
    if text is None:
        path.unlink(missing_ok=True)
    else:
        write_file(path, text.encode("utf-8"))
