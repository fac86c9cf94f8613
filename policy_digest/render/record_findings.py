"""What a digest found, as JSON: inner tensions and derived values, kept apart from the observations."""

from typing import Any

from policy_digest.model import BilingualDigest, BilingualSide, Side


def record_tensions(bilingual: BilingualDigest) -> list[dict[str, Any]]:
    """``tensions``: what does not go together, with the words of each side and where they stand in the source."""
    found = {tension.id: tension for tension in bilingual.digest.tensions}
    return [
        {
            "id": tension.id,
            "kind": tension.kind,
            "text_zh": tension.statement.zh,
            "text_en": tension.statement.en,
            "sides": [_side(side, shown) for side, shown in zip(found[tension.id].sides, tension.sides, strict=False)],
            "listed": _listed(bilingual, tension.id),
        }
        for tension in bilingual.tensions
    ]


def _side(side: Side, shown: BilingualSide) -> dict[str, Any]:
    return {
        "words": side.words,
        "start": side.start,
        "end": side.end,
        "sentence": side.sentence,
        "observation": side.observation,
        "value_zh": shown.value.zh,
        "value_en": shown.value.en,
    }


def _listed(bilingual: BilingualDigest, tension: str) -> dict[str, str] | None:
    listed = next(one.listed for one in bilingual.digest.tensions if one.id == tension)
    if listed is None:
        return None
    authority = {"authority_zh": listed.authority_zh, "authority_en": listed.authority_en}
    return {"name": listed.name, "parent": listed.parent, **authority}


def record_derived(bilingual: BilingualDigest) -> list[dict[str, Any]]:
    """``derived_values``: none of them is an observation; ``inputs`` are those they follow from."""
    shown = {derived.id: derived for derived in bilingual.derived}
    return [
        {
            "id": derived.id,
            "kind": derived.kind,
            "name_zh": shown[derived.id].name.zh,
            "name_en": shown[derived.id].name.en,
            "value": f"{derived.value:f}",
            "number": f"{derived.number:f}",
            "unit_mult": derived.unit_mult,
            "unit_measure": derived.unit_measure,
            "ref_area": derived.ref_area,
            "time_period": derived.time_period,
            "formula_zh": shown[derived.id].formula.zh,
            "formula_en": shown[derived.id].formula.en,
            "inputs": list(derived.inputs),
            "derived": True,
        }
        for derived in bilingual.digest.derived
    ]


def record_quotations(bilingual: BilingualDigest) -> list[dict[str, Any]]:
    """``quotations``: passages that are close to a known official wording, and are not it, with its citation."""
    return [
        {
            "id": quotation.id,
            "words": quotation.side.words,
            "start": quotation.side.start,
            "end": quotation.side.end,
            "sentence": quotation.side.sentence,
            "known": quotation.known.id,
            "wording": quotation.known.wording,
            "document_zh": quotation.known.document_zh,
            "document_en": quotation.known.document_en,
            "year": quotation.known.year,
            "url": quotation.known.url,
            "checked": quotation.known.checked,
            "likeness": f"{quotation.likeness:f}",
        }
        for quotation in bilingual.digest.quotations
    ]
