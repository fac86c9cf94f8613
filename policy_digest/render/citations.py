"""How to cite a digest, for reference managers: BibTeX and CSL-JSON. The sentence to copy is in the page's template."""

import json
from typing import Any

from policy_digest.model import BilingualDigest
from policy_digest.render.addresses import Root
from policy_digest.render.language import TAGS, Place

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_"},
}


def bibtex(bilingual: BilingualDigest, place: Place, root: Root) -> str:
    """The digest as an entry of a BibTeX file (UTF-8)."""
    address = root.absolute(f"{place.language}/digests/{bilingual.slug}/")
    fields = {
        "author": f"{{{tex(place.say('政策文摘'))}}}",
        "title": f"{{{tex(place.words(bilingual.title))}}}",
        "note": tex(_note(bilingual, place)),
        "language": "english" if place.language == "en" else "chinese",
    }
    fields |= {"url": address.replace("{", "%7B").replace("}", "%7D")} if address else {}
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{policy-digest-{bilingual.slug},\n{lines}}}"


def csl_json(bilingual: BilingualDigest, place: Place, root: Root) -> str:
    """The digest as a list of one item in CSL-JSON, as Zotero and pandoc read it."""
    metadata = bilingual.digest.record.article.metadata
    item: dict[str, Any] = {
        "id": f"policy-digest-{bilingual.slug}",
        "type": "webpage",
        "title": place.words(bilingual.title),
        "author": [{"literal": place.say("政策文摘")}],
        "container-title": place.say("政策文摘"),
        "language": TAGS[place.language],
        "note": _note(bilingual, place),
    }
    if metadata.title and place.words(bilingual.title) != metadata.title.value:
        item["original-title"] = metadata.title.value
    if metadata.date_published:
        parts = [int(part) for part in metadata.date_published.value.split("-") if part.isdecimal()]
        item["original-date"] = {"date-parts": [parts]}
    address = root.absolute(f"{place.language}/digests/{bilingual.slug}/")
    if address:
        item["URL"] = address
    return json.dumps([item], ensure_ascii=False, indent=2)


def tex(words: str) -> str:
    """``words`` on one line, as TeX prints them."""
    return "".join(_TEX.get(character, character) for character in " ".join(words.split()))


def _note(bilingual: BilingualDigest, place: Place) -> str:
    """What the digest is of: to whom the article is credited, and the checksum of the file that was read."""
    source = bilingual.digest.record.article.source.sha256
    if bilingual.credited_to:
        credit = place.words(bilingual.credited_to)
        return place.say("文章摘编，原文署名{credit}，原文文件 SHA-256 {hash}", credit=credit, hash=source)
    return place.say("文章摘编，原文文件 SHA-256 {hash}", hash=source)
