"""The people whom a text names."""

from dataclasses import dataclass
from typing import Literal

Standing = Literal["official", "public", "private"]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named in a text: an official, another public figure, or a private individual, who is shown nowhere.

    ``posts`` are the words before the name as printed (镇党委书记), each once; ``sentences`` those that name them.
    """

    id: str
    name_zh: str
    standing: Standing
    posts: tuple[str, ...]
    sentences: tuple[str, ...]
