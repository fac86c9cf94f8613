"""Places as the collection tells them apart: by official code where there is one, else by name; and their levels."""

import re
from collections.abc import Mapping

from policy_digest.lexicon import Lexicon
from policy_digest.model import BilingualDigest, BilingualRow, Text
from policy_digest.model.series import NATIONS, Area, Level

_LEVELS: tuple[tuple[re.Pattern[str], Level], ...] = (
    (re.compile("(?:省|自治区|特别行政区)$"), "province"),
    (re.compile("(?:自治州|地区|盟)$"), "prefecture"),
    (re.compile("(?:村|社区|嘎查|居委会)$"), "village"),
    (re.compile("(?:镇|乡|街道|苏木)$"), "town"),
    (re.compile("(?<![新园开发])[县区旗]$"), "county"),
)
_OF_LENGTH: Mapping[int, Level] = {9: "town", 12: "village"}


def area_of(row: BilingualRow, digest: BilingualDigest, words: Lexicon) -> Area | None:
    """The place of a row: its own, else that of its article; None where neither is told."""
    if row.place is None:
        return _area(digest.place, digest.place_code) if digest.place else None
    name = row.place.zh
    place = words.terms.places.get(name)
    code = place.codes[0] if place and len(place.codes) == 1 else None
    own = _area(row.place, code)
    if code or digest.place is None or own.level not in ("village", None):
        return own
    # A village by itself is told from one of the same name elsewhere by the place that the article is about.
    return Area(f"{digest.place_code or digest.place.zh}/{name}", row.place, own.level)


def _area(name: Text, code: str | None) -> Area:
    return Area(code or name.zh, name, _of_code(code) if code else _of_name(name.zh))


def _of_code(code: str) -> Level:
    if len(code) in _OF_LENGTH:
        return _OF_LENGTH[len(code)]
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def _of_name(name: str) -> Level | None:
    """The level that a name's generic part tells; a 市 without a code may be of any."""
    if name in NATIONS:
        return "nation"
    return next((level for pattern, level in _LEVELS if pattern.search(name)), None)
