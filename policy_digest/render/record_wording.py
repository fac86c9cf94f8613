"""The wording of an article in its JSON record: whether it was altered, how sure that is, and each restored word."""

from typing import Any

from policy_digest.model import Restoration, Wording


def wording_object(wording: Wording) -> dict[str, Any]:
    """``altered``, the evidence, and ``pairs`` in the text's order, each with its place and grade."""
    return {
        "altered": wording.altered,
        "score": f"{wording.score:f}",
        "characters": wording.characters,
        "substitutes": wording.substitutes,
        "usual_substitutes": f"{wording.usual_substitutes:f}",
        "standards": wording.standards,
        "usual_standards": f"{wording.usual_standards:f}",
        "staples": f"{wording.staples:f}",
        "pairs": [_pair(one) for one in wording.restorations],
    }


def _pair(one: Restoration) -> dict[str, Any]:
    return {
        "printed": one.printed,
        "restored": one.restored,
        "grade": one.grade,
        "reason": one.reason,
        "start": one.start,
        "end": one.end,
        "phrase": one.phrase,
        "printed_phrase": one.printed_phrase,
        "protected": one.is_protected,
    }
