"""The address of an endpoint, with its secrets kept apart from what may be shown."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

from policy_digest.engines.hiding import Secrets, secrets_of

_COMPLETIONS = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Address:
    """Where calls go. ``url`` is for the call alone: its query may hold a key. ``shown`` is for people.

    ``login`` is a user name and password that stood in the address. ``is_local``: on this machine; ``is_open``: the
    way there is neither local nor encrypted.
    """

    url: str
    shown: str
    login: tuple[str, str] | None
    secrets: Secrets
    is_local: bool
    is_open: bool

    def __repr__(self) -> str:
        return f"<{self.shown}>"


def address_of(base: str) -> Address:
    """Read the base address of an OpenAI-compatible endpoint (``https://host/v1``). Raises ValueError for another."""
    parts = urlsplit(base.strip())
    host = parts.hostname
    if parts.scheme not in ("http", "https") or not host or any(ord(char) <= 32 for char in base.strip()):
        raise ValueError("not an address")
    path = parts.path.rstrip("/").removesuffix(_COMPLETIONS)
    place = f"[{host}]" if ":" in host else host
    place += f":{parts.port}" if parts.port else ""  # raises ValueError for a port that is none
    login = (unquote(parts.username or ""), unquote(parts.password or "")) if "@" in parts.netloc else None
    queried = [value for _, value in parse_qsl(parts.query)]
    written = (parts.username, parts.password, *(login or ()), ":".join(login or ()))  # the last as a header has it
    is_local = _is_local(host)
    return Address(
        url=urlunsplit((parts.scheme, place, path + _COMPLETIONS, parts.query, "")),
        shown=f"{parts.scheme}://{place}{path}",
        login=login,
        secrets=secrets_of(*written, parts.query, *queried),
        is_local=is_local,
        is_open=parts.scheme == "http" and not is_local,
    )


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
