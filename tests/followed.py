"""The collection of project-written articles about an invented town, two later years of it, and a neighbour."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from policy_digest.model import BilingualDigest, Collection, Translations
from policy_digest.pipeline import Gathered, Request, gather

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "tests/collection"
TOWN, NEIGHBOUR = "qingshi", "yunxi"


@cache
def gathered(*stems: str) -> Gathered:
    """What a build gathers of these articles (``qingshi-2022``); of all where none is named."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "seeds").mkdir()
        (folder / "i18n/en").mkdir(parents=True)
        for path in sorted(ARTICLES.glob("*.txt")):
            if not stems or path.stem in stems:
                shutil.copy(path, folder / "seeds" / path.name)
        return gather(Request(folder / "seeds", folder / "i18n", ROOT / "i18n"))


def collection(*stems: str) -> Collection:
    """The collection of these articles."""
    return gathered(*stems).collection


def digests(*stems: str) -> tuple[BilingualDigest, ...]:
    """Their digests, the newest first."""
    return collection(*stems).digests


def interface() -> Translations:
    """The words of the pages, without translations of articles."""
    return Translations({}, gathered().translations.interface)
