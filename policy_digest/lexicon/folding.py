"""Folding: a text as the rules read it, character for character as long as the text itself."""

from policy_digest.lexicon.likes import Likes

WIDE = Likes(
    {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {0x3000: " ", 0xA0: " ", 0x2212: "-", 0x2236: ":", 0xFE30: ":", 0xFF0E: "."}
    | {0xFE50: ",", 0xFE52: ".", 0xFE54: ";", 0xFE55: ":", 0xFE6A: "%"}
)
"""Full-width ASCII and the ideographic space to half-width; the minus, ratio and small signs to their ASCII likes."""


def fold(text: str, simplified: Likes) -> str:
    """``text`` with full-width signs as half-width and traditional characters as simplified, of the same length."""
    text = (simplified.read(text) if simplified else text).replace("，", ",")
    return WIDE.read(text) if WIDE.within(text) else text  # most sentences hold no wide sign but commas
