"""Quotations of known documents: the wordings stay Chinese, the citation is in both languages."""

from policy_digest.model import BilingualQuotation, Digest, Quotation, Text
from policy_digest.translate.rows import Sources
from policy_digest.translate.tensions import words_mark


def bilingual_quotations(digest: Digest, sources: Sources) -> tuple[BilingualQuotation, ...]:
    """The passages of a digest that are close to a known wording."""
    return tuple(_quotation(quotation, sources) for quotation in digest.quotations)


def _quotation(quotation: Quotation, sources: Sources) -> BilingualQuotation:
    known = quotation.known
    return BilingualQuotation(
        id=quotation.id,
        mark=words_mark(quotation.side, sources.sentences, sources.texts),
        wording=known.wording,
        document=Text(f"{known.document_zh}，{known.year}年", dated(known.document_en, known.year), "generated"),
        url=known.url,
        checked=known.checked,
        likeness=f"{quotation.likeness:.0%}",
    )


def dated(document: str, year: int) -> str:
    """A document with its year, which its name may tell (No. 1 Central Document of 2021)."""
    return document if f"of {year}" in document else f"{document}, {year}"
