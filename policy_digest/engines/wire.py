"""One HTTP call with ``requests``: a body sent, a body received within a time, and every failure in plain words.

``requests`` rather than the ``openai`` library, because a run counts every call, waits exactly as long as it is told to
and lets no word of an endpoint out unread; that library repeats calls by itself, gives up on long waits, prints what a
server echoes, and brings a dozen packages that change every week.
"""

import email.utils
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policy_digest.engines.addresses import Address
from policy_digest.engines.errors import LackingError

if TYPE_CHECKING:
    import requests

_CONNECT = 30.0  # seconds to reach a host
_MOST_BYTES = 8_000_000
_CHUNK = 16_384


class WireError(Exception):
    """No answer came; its words say why and hold nothing of the address. ``is_timeout``: the call may be paid for."""

    def __init__(self, words: str, *, is_timeout: bool = False) -> None:
        super().__init__(words)
        self.is_timeout = is_timeout


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer of any status. ``retry_after`` is how many seconds it asks to wait, None where it does not say."""

    status: int
    body: str
    retry_after: float | None = None


@dataclass(frozen=True, slots=True)
class Wire:
    """The way to an endpoint. ``key`` goes into a header and nowhere else; ``timeout`` (seconds) bounds a call."""

    address: Address
    key: str = field(repr=False)
    timeout: float

    def post(self, body: bytes) -> Answered:
        """Send ``body`` (JSON) and return the answer. Raises WireError where none came."""
        import requests
        import urllib3

        deadline = time.monotonic() + self.timeout
        try:
            with requests.Session() as session, self._sent(session, body) as response:
                received = self._received(response, deadline)
                waited = _seconds(response.headers.get("Retry-After"))
                return Answered(response.status_code, received, waited)
        except requests.ConnectTimeout:
            raise WireError("no connection: nobody answers there") from None
        except (requests.Timeout, urllib3.exceptions.TimeoutError):
            raise self._late() from None
        except requests.exceptions.SSLError:
            raise WireError("no secure connection: its certificate is not accepted, or it speaks no TLS") from None
        except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
            raise WireError(_plain(error)) from None

    def _sent(self, session: "requests.Session", body: bytes) -> "requests.Response":
        """Send the call on a connection of its own: one that was kept while a model thought may be gone."""
        session.trust_env = not self.address.is_local  # proxies are for hosts elsewhere
        return session.post(
            self.address.url,
            data=body,
            headers={"Content-Type": "application/json", "Accept": "application/json"},
            timeout=(min(_CONNECT, self.timeout), self.timeout),
            stream=True,
            allow_redirects=False,
            auth=self._sign,
        )

    def _sign(self, request: "requests.PreparedRequest") -> "requests.PreparedRequest":
        """Put the key into its header. Being there, this also keeps a password of ~/.netrc from being sent."""
        from requests.auth import HTTPBasicAuth

        if self.key:
            request.headers["Authorization"] = f"Bearer {self.key}"
        elif self.address.login:
            user, password = (part.encode("utf-8") for part in self.address.login)
            HTTPBasicAuth(user, password)(request)
        return request

    def _received(self, response: "requests.Response", deadline: float) -> str:
        """The body as text, read until the deadline: a server that sends a little now and then is late too."""
        received = bytearray()
        while chunk := response.raw.read1(_CHUNK, decode_content=True):
            received += chunk
            if time.monotonic() > deadline:
                raise self._late()
            if len(received) > _MOST_BYTES:
                raise WireError(f"an answer of more than {_MOST_BYTES} bytes")
        return received.decode("utf-8", errors="replace")

    def _late(self) -> WireError:
        return WireError(f"no answer within {self.timeout:g} seconds", is_timeout=True)


def check_installed() -> None:
    """Raise LackingError where ``requests`` is not installed."""
    try:
        import requests  # noqa: F401 - only whether it is there
    except ModuleNotFoundError as error:
        raise LackingError("requests", "llm") from error


def _seconds(header: str | None) -> float | None:
    """Read ``Retry-After``: seconds, or an HTTP date; None where it is neither."""
    if header is None:
        return None
    try:
        seconds = float(header)
    except ValueError:
        date = email.utils.parsedate_tz(header)
        if date is None:
            return None
        seconds = email.utils.mktime_tz(date) - time.time()
    return max(0.0, seconds) if seconds == seconds else None


def _plain(error: BaseException) -> str:
    """Say what a connection failed by, in the system's words: those of the library hold the address."""
    told: BaseException | None = error
    while told is not None:
        if isinstance(told, OSError) and told.strerror:
            return f"no connection: {told.strerror}"
        reasons = [
            reason for reason in (*told.args, getattr(told, "reason", None)) if isinstance(reason, BaseException)
        ]
        told = reasons[0] if reasons else told.__cause__ or told.__context__
    return "the connection broke off"
