"""Folding: a text as the rules read it, character for character as long as the text itself."""

from collections.abc import Mapping

WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    0xA0: " ",
    0x2212: "-",
    0x2236: ":",
    0xFF0E: ".",
}
"""Full-width ASCII and the ideographic space to half-width; the minus and ratio signs to their ASCII likes."""


def fold(text: str, simplified: Mapping[int, str]) -> str:
    """``text`` with full-width signs as half-width and traditional characters as simplified, of the same length."""
    return text if text.isascii() else text.translate(simplified).translate(WIDE)
