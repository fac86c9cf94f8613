"""What an editor corrects in a sidecar, and what that did: both values, by whom, when and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Action = Literal["change", "hide", "add", "rename"]
Target = Literal["observation", "bullet", "programme", "section", "gap"]


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry of a sidecar's ``corrections``.

    It addresses its object by ``id`` or by ``words`` of the text, which ``within`` (the key ``in``) tells from others.
    ``values`` are the fields it sets, as written; the name that ``rename`` gives stands there too. ``line`` is that of
    the sidecar, from 1.
    """

    action: Action
    target: Target
    by: str
    date: str
    why: str
    line: int
    id: str | None = None
    words: str | None = None
    within: str | None = None
    values: tuple[tuple[str, str], ...] = ()

    @property
    def fields(self) -> Mapping[str, str]:
        """What it sets, by field."""
        return dict(self.values)


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that a correction did. ``id`` stays as long as what is corrected, the field and the date do.

    ``what`` names the object in the text's words; ``field`` is None where the whole object was hidden or added; ``was``
    and ``now`` are as read and as corrected, None where there was or is nothing. ``others`` are further mentions of the
    same fact, and the same bullet in another place, that were corrected with it.
    """

    id: str
    action: Action
    target: Target
    target_id: str
    what: str
    field: str | None
    was: str | None
    now: str | None
    by: str
    date: str
    why: str
    line: int
    others: tuple[str, ...] = ()

    @property
    def targets(self) -> tuple[str, ...]:
        """The ids of all that it corrected."""
        return (self.target_id, *self.others)

    @property
    def is_idle(self) -> bool:
        """Whether the text is read so without it by now."""
        return self.field is not None and self.was == self.now
