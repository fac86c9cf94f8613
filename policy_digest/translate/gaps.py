"""Gaps in both languages: what is missing, in the lexicon's words, and the source's words that are short of it."""

from dataclasses import replace

from policy_digest.lexicon.names import Names
from policy_digest.model import BilingualItem, Digest, Gap, Text
from policy_digest.translate.qualified import joined
from policy_digest.translate.texts import QUOTES, Texts

_ROLES = ("programme", "indicator", "sentence")
_OF_INDICATORS = ("no-value", "no-target", "part-only", "part-of-year")
"""Kinds of gaps whose words name an indicator."""

FIGURES_LACK = (*_OF_INDICATORS, "unlisted", "masked")
"""Kinds of gaps whose words are told by tables, as figures are."""

_GROWTHS = ("增速", "增幅", "增长率")


def bilingual_gap(gap: Gap, digest: Digest, texts: Texts, names: Names) -> BilingualItem:
    """Tell a gap in the lexicon's words. Raises KeyError for a kind that ``gaps.yml`` does not hold."""
    quote = gap_words(gap.words, texts, names, kind=gap.kind) if gap.words else None
    if quote is not None and quote.en is None and gap.kind == "unlisted":
        quote = _counted(quote, gap, digest, texts)
    sentences = (gap.sentence,) if gap.sentence else ()
    if gap.text_zh:
        text = Text(gap.text_zh, gap.text_en, "project" if gap.text_en else "missing")
        return BilingualItem(gap.id, text, gap.kind, sentences, quote)
    words = texts.terms.gaps[gap.kind]
    heading = _heading(gap, digest, texts)
    zh = words.zh.format(heading=heading.zh)
    english = words.en.format(heading=heading.en or heading.zh)
    return BilingualItem(gap.id, Text(zh, english, "generated"), gap.kind, sentences, quote)


def gap_words(words: str, texts: Texts, names: Names, *, kind: str = "") -> Text:
    """The words of a gap as printed, with the translators' English, or that of what they name.

    That is a programme, a term, an indicator or a sentence.
    """
    bare = QUOTES.sub("", words)
    stored = texts.text("gap", words)
    if stored.en is not None:
        return stored
    for form in (words, bare, f"“{bare}”", f"{words}。"):
        known = texts.first(_ROLES, form, is_composed=kind == "no-content" and not form.endswith("。"))
        if known.en is not None:
            return Text(words, known.en, known.status)
    if english := _indicator(texts.standard(bare), names):
        return Text(words, english, "generated")
    return (
        replace(texts.name(texts.standard(bare), None), zh=words)
        if kind in _OF_INDICATORS
        else Text(words, None, "missing")
    )


def _counted(quote: Text, gap: Gap, digest: Digest, texts: Texts) -> Text:
    """The words of a count with the English of its figure (Projects to be carried out: 22), where that is exact."""
    for one in digest.record.observations:
        is_of_words = one.sentence == gap.sentence and one.as_printed in quote.zh
        if is_of_words and one.kind == "count" and one.bound == "eq" and one.number is not None:
            name = texts.name(one.indicator.name_zh, one.indicator.name_en, is_count=True)
            if name.en is not None:
                return Text(quote.zh, f"{name.en}: {one.number:,}", name.status)
    return quote


def _indicator(words: str, names: Names) -> str | None:
    """The English of an indicator of the catalogue, or of its growth."""
    entry = names.find(words)
    if entry is not None and entry.name_en:
        return entry.name_en
    stem = next((words.removesuffix(growth) for growth in _GROWTHS if words.endswith(growth)), None)
    of = names.find(stem) if stem else None
    return joined(f"Growth of {of.name_en}") if of and of.name_en else None


def _heading(gap: Gap, digest: Digest, texts: Texts) -> Text:
    for section in digest.record.article.sections:
        if section.id == gap.section and section.heading:
            return texts.text("heading", section.heading)
    return Text("", "", "generated")
