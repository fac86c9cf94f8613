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
            "sides": [
                _side(side, shown) for side, shown in zip(found[tension.id].sides, tension.sides, strict=False)
            ],
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
    return {"name": listed.name, "parent": listed.parent, "authority": listed.authority} if listed else None


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
