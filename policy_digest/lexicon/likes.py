"""Characters and their likes: what is read in place of a character, as long as the character itself."""

import re
from collections.abc import Mapping

from policy_digest.lexicon.tables import read_rows


class Likes(dict[int, str]):
    """The like of each code point, as for ``str.translate``."""

    def __init__(self, likes: Mapping[int, str]) -> None:
        super().__init__(likes)
        self._any = re.compile(f"[{''.join(re.escape(chr(code)) for code in likes)}]" if likes else "(?!)")

    def within(self, text: str) -> bool:
        """Whether ``text`` holds a character that has a like."""
        return self._any.search(text) is not None

    def read(self, text: str) -> str:
        """``text`` with the likes of its characters, of the same length."""
        return self._any.sub(self._like, text) if self and self.within(text) else text

    def _like(self, match: re.Match[str]) -> str:
        return self[ord(match[0])]


def simplified() -> Likes:
    """The simplified likes of traditional characters. Raises FaultsError for a malformed entry."""
    rows = read_rows("simplified", ("traditional", "simplified"))
    return Likes({ord(row["traditional"]): row["simplified"] for row in rows})
