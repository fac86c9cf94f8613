"""``llms.txt``: what the site is and where its data are, for language models that read a site's root."""

import re
from collections.abc import Iterable, Mapping

from policy_digest.model import Collection
from policy_digest.render.addresses import Root
from policy_digest.render.language import Place
from policy_digest.render.linked import full_title
from policy_digest.render.opendata.package import ABOUT

MOST_DIGESTS = 100
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#!|])")


_RULES = (
    "Every page stands in Chinese under zh/ and in English under en/, with the same anchors. A figure is what its "
    "source says, not what is so: quote it with its period, its nature (actual, expected or target) and its sentence, "
    "and link to its row. English marked as machine translation has not been reviewed. The Chinese prevails."
)
_DATA = (
    ("Data package", "data/datapackage.json", "all files, with columns, sources, licence and checksums"),
    ("Digests", "data/digests.jsonl", "a line for each digest"),
    ("Figures", "data/indicators.csv", "a row for each figure with its sentence"),
    ("Commitments", "data/commitments.csv", "a row for each commitment"),
    ("Commitments followed", "data/commitment_links.csv", "a row for each link to what a later document says"),
    ("Programmes", "data/programmes.csv", "a row for each programme"),
    ("Like mechanisms", "data/mechanisms.csv", "a row for each mechanism of a kind that several places have"),
    ("Gaps", "data/gaps.csv", "what the texts do not say"),
    ("Terms", "data/terms.csv", "terms with their English and its authority"),
    ("JSON Schema of a record", "data/record.schema.json", "the whole record of an article, data/<slug>.json"),
)
_DOCUMENTS = (
    ("Method", "en/about/method/", "how figures are read, and what is not done"),
    ("Open data", "en/data/", "dictionary of the columns, examples, how to cite"),
)


def llms_txt(collection: Collection, interface: Mapping[str, str], root: Root) -> str:
    """The file: a summary, the rules of use, the data files, and the newest digests; Markdown, in English."""
    place = Place("en", "", interface)

    def links(entries: Iterable[tuple[str, str, str]]) -> list[str]:
        return [f"- [{name}]({root.seen_from('llms.txt', target)}): {about}" for name, target, about in entries]

    digests = (
        (_plain(full_title(digest, place)), f"en/digests/{digest.slug}/", _plain(digest.title.zh))
        for digest in collection.digests[:MOST_DIGESTS]
    )
    parts = (("Data", links(_DATA)), ("Documentation", links(_DOCUMENTS)), ("Digests", links(digests)))
    sections = [line for heading, listed in parts for line in ("", f"## {heading}", "", *listed)]
    return "\n".join(["# Policy Digest", "", f"> {ABOUT.en}", "", _RULES, *sections, ""])


def _plain(words: str) -> str:
    """Words of an article on one line, in which no character is Markdown's."""
    return _MARKS.sub(r"\\\1", " ".join(words.split()))
