"""The addresses that were published, of pages and of rows, and where those lead that nothing has now."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """An address once published, below the folder of a language: a page (``digests/a-2024/``) or a row of a digest.

    A row's has its anchor (``digests/a-2024/#f-0123456789``) and the ``observation`` that it shows. A digest's has the
    ``stem`` of its article and the address of its ``place``, empty where it names none.
    """

    address: str
    stem: str = ""
    place: str = ""
    observation: str = ""

    @property
    def slug(self) -> str:
        """The digest that it is or is part of; empty for other pages."""
        folder, _, rest = self.address.partition("/")
        return rest.partition("/")[0] if folder == "digests" else ""

    @property
    def anchor(self) -> str:
        """The anchor of a row; empty for a page."""
        return self.address.partition("#")[2]


@dataclass(frozen=True, slots=True)
class FormerRow:
    """The address of a row that the page of ``slug`` has under another anchor now, or not at all.

    ``observation`` is what the page has now; where the figure is gone, what the row showed when it was recorded.
    """

    address: str
    slug: str
    observation: str

    @property
    def anchor(self) -> str:
        """The anchor that it had."""
        return self.address.partition("#")[2]


@dataclass(frozen=True, slots=True)
class Addresses:
    """All that were recorded, sorted; ``moved`` are the slugs of digests that have another now, each with that one.

    ``former_rows`` have another anchor now, ``gone_rows`` are on their digest's page no more.
    """

    recorded: tuple[Address, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    former_rows: tuple[FormerRow, ...] = ()
    gone_rows: tuple[FormerRow, ...] = ()


NO_ADDRESSES = Addresses()
