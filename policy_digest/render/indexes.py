"""The indexes of the collection and their parts: figures, commitments, programmes, places, organisations."""

from policy_digest.model import Collection
from policy_digest.render.explorer import explorer_pages
from policy_digest.render.followed import Sheet, followed_pages
from policy_digest.render.organisations import organisation_pages


def index_pages(collection: Collection) -> tuple[Sheet, ...]:
    """The pages of the indexes, each index before its parts."""
    return (*explorer_pages(collection), *followed_pages(collection), *organisation_pages(collection))
