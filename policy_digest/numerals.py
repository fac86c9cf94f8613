"""Numerals: Arabic and Chinese digits to numbers, and the pieces of pattern that find them."""

from decimal import Decimal

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
PLACES = {"十": 1, "百": 2, "千": 3}
SCALES = {
    "": 0,
    "百": 2,
    "千": 3,
    "万": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "十亿": 9,
    "百亿": 10,
    "千亿": 11,
    "万余亿": 12,
    "万多亿": 12,
    "万亿": 12,
    "十万亿": 13,
}
"""Powers of ten that a number may be told in."""

ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
"""An Arabic numeral; a comma is a thousands mark only before groups of three."""

SCALE = r"(?:万[余多]亿|[十百千]?(?:万亿|亿|万)|[百千](?![瓦克米伏卡兆分]))"
"""A power of ten behind an Arabic numeral."""

HANZI_CLASS = "零〇一二两三四五六七八九十百千"


def arabic(text: str) -> Decimal:
    """The value of an Arabic numeral, thousands commas and all."""
    return Decimal(text.replace(",", ""))


def hanzi(text: str) -> Decimal | None:
    """The value of a Chinese numeral up to 万亿 (二百三十, 一千零五, 二〇二四, 百); None where it is ill formed."""
    if text in DIGITS:
        return Decimal(DIGITS[text])
    total = Decimal(0)
    for scale, power in (("万亿", 12), ("亿", 8), ("万", 4)):
        head, mark, rest = text.rpartition(scale)
        if mark and scale == "万" and head.endswith("亿"):
            continue
        if mark:
            part = _below_myriad(head) if head else Decimal(1)
            if part is None:
                return None
            total += part.scaleb(power)
            text = rest
    if not text:
        return total
    tail = _below_myriad(text)
    return None if tail is None else total + tail


def _below_myriad(text: str) -> Decimal | None:
    """The value of a numeral of digits and 十百千 only; a plain row of digits is read place by place (二〇二四)."""
    if text and all(c in DIGITS for c in text):
        if len(text) == 1 or len(text) > 2:
            return Decimal("".join(str(DIGITS[c]) for c in text))
        return Decimal(DIGITS[text[1]]) if text[0] in "零〇" else None
    total, digit, last = 0, None, 4
    for char in text:
        if char in DIGITS:
            if digit not in (None, 0):
                return None
            digit = DIGITS[char]
        elif char in PLACES:
            if PLACES[char] >= last:
                return None
            last = PLACES[char]
            total += (digit or 1) * 10**last
            digit = None
        else:
            return None
    return Decimal(total + (digit or 0))


def split_scale(text: str) -> tuple[str, str]:
    """A Chinese numeral as (numeral, scale): 三十五万 → (三十五, 万); a bare 百万 is (百, 万), a bare 万 (一, 万)."""
    for scale in ("万亿", "亿", "万") if text.endswith(("亿", "万")) else ():
        if text.endswith(scale):
            head = text[: -len(scale)]
            if not any(s in head for s in "万亿"):
                return head or "一", scale
            return text, ""
    return text, ""


def digit_pair(text: str) -> tuple[Decimal, Decimal] | None:
    """The two numbers of 五六 (5 to 6), 七八十 (70 to 80), 三四百; None where ``text`` is no such pair."""
    if len(text) < 2 or text[0] not in DIGITS or text[1] not in DIGITS:
        return None
    low, high = DIGITS[text[0]], DIGITS[text[1]]
    if high != low + 1 and (low, high) not in ((3, 5),):
        return None
    if len(text) == 2:
        return Decimal(low), Decimal(high)
    if len(text) == 3 and text[2] in PLACES:
        return Decimal(low).scaleb(PLACES[text[2]]), Decimal(high).scaleb(PLACES[text[2]])
    return None
