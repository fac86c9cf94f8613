"""publish: the only writer. Generated pages go to ``docs/``, the two sites to a staging folder, and then into place.

``pages`` writes what the build owns under ``docs/``; ``kept`` the small committed files that a build may add to,
``kept_rows`` those that only ``record`` writes;
``staging`` holds the lock and the swap; ``site`` runs MkDocs and Pagefind.
"""

from policy_digest.publish.adopt import adopt
from policy_digest.publish.kept import keep_slugs, keep_translations
from policy_digest.publish.kept_rows import keep_addresses, keep_ledger
from policy_digest.publish.pages import Written, adopt_pages, is_owned, write_pages
from policy_digest.publish.site import SiteLayout, publish_site
from policy_digest.publish.staging import BusyError, hold, recover
from policy_digest.publish.unsaved import keep_unsaved

__all__ = [
    "BusyError",
    "SiteLayout",
    "Written",
    "adopt",
    "adopt_pages",
    "hold",
    "is_owned",
    "keep_addresses",
    "keep_ledger",
    "keep_slugs",
    "keep_translations",
    "keep_unsaved",
    "publish_site",
    "recover",
    "write_pages",
]
