"""What a lexicon's table says of a malformed entry at its end."""

from collections.abc import Callable
from pathlib import Path

import pytest

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon.tables import FOLDER


def faults_of(entry: str, table: str, folder: Path, load: Callable[..., object]) -> list[Fault]:
    """The faults that ``load`` tells of ``table`` with ``entry`` added, in ``folder``; each is in the entry's line."""
    path = folder / table
    path.write_text(f"{(FOLDER / table).read_text(encoding='utf-8').rstrip()}\n{entry}\n", encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        load(folder=folder)
    faults = list(raised.value.faults)
    line = path.read_text(encoding="utf-8").count("\n")
    assert {(fault.path, fault.line) for fault in faults} == {(str(path), line)}
    return faults
