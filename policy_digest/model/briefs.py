"""What an engine is told of a text that it is to translate, and what it answers."""

from dataclasses import dataclass

Known = tuple[str, str]
"""Chinese words and the English that they have on the page."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A Chinese text without English, with what a translator needs beside it.

    ``id`` is unique within an article; ``keys`` are the (msgctxt, msgid) of the entries that it is the text of.
    ``kind`` is what it is on the page. ``restored`` is the text with replaced words put back where the article was
    altered, else None. ``before`` and ``after`` are the neighbouring sentences of a whole sentence, ``within`` is the
    sentence that a part of one stands in, all restored. ``figures`` are those of the text as computed, ``terms`` and
    ``names`` those that occur in it.
    """

    id: str
    keys: tuple[tuple[str, str], ...]
    kind: str
    zh: str
    restored: str | None = None
    section: str = ""
    before: str | None = None
    after: str | None = None
    within: str | None = None
    figures: tuple[Known, ...] = ()
    terms: tuple[Known, ...] = ()
    names: tuple[Known, ...] = ()

    @property
    def source(self) -> str:
        """The words to translate: restored where they were altered."""
        return self.restored or self.zh


@dataclass(frozen=True, slots=True)
class Subject:
    """What the article is that the texts are of: its title, place and period, empty where it tells none."""

    slug: str
    title: str = ""
    place: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The English of a brief's text; ``wrong`` is what a check says against it, empty where nothing is."""

    brief: Brief
    en: str
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where machine English comes from: the model's name, the day (ISO 8601), the hash of what it was asked."""

    model: str
    date: str
    prompt: str = ""
