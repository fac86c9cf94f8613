"""From bytes to text: UTF-8 first, then GB18030, each strictly; never a guess by statistics of bytes."""

import re
from dataclasses import dataclass

from policy_digest.errors import Fault, FaultsError

EXPECTED = "text in UTF-8 or GB18030"
_MARKS = (
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_DOCUMENTS = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
)
# C0 and C1 controls without tab and line ends; marks that turn the direction of writing.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_MOST_CONTROLS = 0.01  # a larger share of control characters than this is no text
# UTF-8 with a smaller share of broken characters than this is damaged UTF-8; of GB18030 read as it, nine of ten break.
_MOST_BROKEN = 0.4
_EVERYDAY = frozenset("，。、；：“”（）年月日的一和在人为有是全")
_LEAST_EVERYDAY = 0.03  # GB18030 with a smaller share of everyday characters than this is something else
_TOO_FEW = 12  # characters from which their share can be judged


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text: as many code points as the encoding holds, a byte-order mark among them."""

    text: str
    encoding: str
    notices: tuple[str, ...]


def decode(data: bytes, path: str) -> Decoded:
    """Decode ``data`` strictly. Raises FaultsError for binary data, for no known encoding and for damaged text."""
    for magic, what in _DOCUMENTS:
        if data.startswith(magic):
            raise FaultsError([Fault(path, 0, what, EXPECTED)])
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding is None and b"\0" in data:
        line, byte = _place(data, data.index(b"\0"))
        raise FaultsError([Fault(path, line, f"a NUL byte (byte {byte}): binary data", EXPECTED)])
    text, encoding = _strictly(data, path, encoding)
    return _cleaned(text, encoding, path)


def _strictly(data: bytes, path: str, encoding: str | None) -> tuple[str, str]:
    if encoding is not None:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError as error:
            raise FaultsError([_undecodable(data, path, encoding.upper(), error)]) from error
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        broken = error
    if _share_broken(data, "utf-8") < _MOST_BROKEN:
        raise FaultsError([_undecodable(data, path, "UTF-8", broken)]) from broken
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        if _share_broken(data, "utf-8") <= _share_broken(data, "gb18030"):
            raise FaultsError([_undecodable(data, path, "UTF-8", broken)]) from broken
        raise FaultsError([_undecodable(data, path, "GB18030", error)]) from error
    if not _is_plausible(text):
        raise FaultsError([Fault(path, 0, "bytes that make no Chinese text in UTF-8 or GB18030", EXPECTED)])
    return text, "gb18030"


def _undecodable(data: bytes, path: str, name: str, error: UnicodeDecodeError) -> Fault:
    line, byte = _place(data, error.start)
    return Fault(path, line, f"byte 0x{data[error.start]:02x} (byte {byte}) that is not {name}", EXPECTED)


def _place(data: bytes, position: int) -> tuple[int, int]:
    """The line of a byte and its place in the file, both from 1."""
    return data.count(b"\n", 0, position) + 1, position + 1


def _share_broken(data: bytes, encoding: str) -> float:
    """The share of what is no ASCII that ``encoding`` cannot read: which of two encodings nearly fits."""
    text = data.decode(encoding, errors="replace")
    foreign = sum(char > "\x7f" for char in text)
    return text.count("\ufffd") / foreign if foreign else 0.0


def _is_plausible(text: str) -> bool:
    foreign = [char for char in text if char > "\x7f"]
    everyday = sum(char in _EVERYDAY for char in foreign)
    return everyday >= _LEAST_EVERYDAY * len(foreign) or len(foreign) < _TOO_FEW


def _cleaned(text: str, encoding: str, path: str) -> Decoded:
    controls = list(_CONTROL.finditer(text))
    if not controls:
        return Decoded(text, encoding, _losses(text))
    first = controls[0]
    line = text.count("\n", 0, first.start()) + 1
    if len(controls) > max(_MOST_CONTROLS * len(text), 3):
        found = f"{len(controls)} control characters, the first U+{ord(first.group()):04X}: binary data"
        raise FaultsError([Fault(path, line, found, EXPECTED)])
    kinds = ", ".join(sorted({f"U+{ord(control.group()):04X}" for control in controls}))
    told = f"1 control character ({kinds}) read as a space, in line {line}"
    if len(controls) > 1:
        told = f"{len(controls)} control characters ({kinds}) read as spaces, the first in line {line}"
    return Decoded(_CONTROL.sub(" ", text), encoding, (told, *_losses(text)))


def _losses(text: str) -> tuple[str, ...]:
    count = text.count("\ufffd")
    if not count:
        return ()
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    if count == 1:
        return (f"1 character was lost before this file was saved (U+FFFD), in line {line}",)
    return (f"{count} characters were lost before this file was saved (U+FFFD), the first in line {line}",)
