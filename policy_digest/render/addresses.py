"""Addresses of the site: absolute where the site's own is known, else relative to the file they stand in."""

from dataclasses import dataclass
from urllib.parse import quote

from policy_digest.render.language import relative

# What may stand in an address as it is; all else (spaces, quotation marks, angle brackets) is percent-encoded.
_OF_ADDRESSES = ":/?#[]@!$&'()*+,;=~%"


@dataclass(frozen=True, slots=True)
class Root:
    """The site's root; ``address`` ends with a slash, and is empty where it is not known."""

    address: str = ""

    def absolute(self, target: str) -> str | None:
        """The address of ``target`` (from the site's root), None where the site's is not known."""
        return f"{self.address}{target}" if self.address else None

    def seen_from(self, page: str, target: str) -> str:
        """The address of ``target`` for the file at ``page``, both from the site's root."""
        return self.absolute(target) or relative(page.rpartition("/")[0] + "/" if "/" in page else "", target)


def root_of(site_url: str) -> Root:
    """The root at ``site_url``, whatever white space or slash it ends with."""
    return Root(f"{quote(site_url.strip().rstrip('/'), safe=_OF_ADDRESSES)}/" if site_url.strip() else "")
