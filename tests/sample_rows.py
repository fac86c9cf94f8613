"""``make rows``: rows of texts that no one has translated, drawn by lot for a reader who judges their English.

    python -m tests.sample_rows --draw 60 --lot 1 report.txt …

A sidecar beside a text (``report.yml``) is read. Each row stands with its Chinese, its English and the sentence that
it is of; the last line tells how many of all rows have a name, and how many of them stand without a mark.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from policy_digest import lexicon
from policy_digest.digest import digest
from policy_digest.extract import extract
from policy_digest.lexicon import Lexicon
from policy_digest.model import BilingualRow, Translations
from policy_digest.parse import parse
from policy_digest.read import read_source
from policy_digest.translate import translate

NOTHING_STORED = Translations({}, {})


def rows_of(path: Path, known: Lexicon) -> tuple[BilingualRow, ...]:
    """The rows of all tables of one text, with no translation stored."""
    record = extract(parse(read_source(path), known), known)
    made = translate(digest(record, known), NOTHING_STORED, known)
    return tuple(row for section in made.sections for row in section.rows)


def told(row: BilingualRow) -> Iterator[str]:
    """A row in lines: name, value, period, place and note in both languages, then its sentence."""
    pairs = [("name", row.name), ("value", row.value), ("period", row.period), ("place", row.place), ("note", row.note)]
    for what, text in pairs:
        if text is not None:
            yield f"  {what:<7} {text.zh}  =  {text.en}" + (f"  [{text.status}]" if text.status != "generated" else "")
    mark = row.marks[0]
    yield f"  nature  {row.nature}"
    yield f"  text    {mark.before[-120:]}【{mark.figure}】{mark.after[:60]}"


def main() -> int:
    """Print the rows that were drawn; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path, metavar="TEXT")
    parser.add_argument("--draw", type=int, default=60, help="how many rows (60)")
    parser.add_argument("--lot", type=int, default=1, help="the number that the drawing begins with (1)")
    options = parser.parse_args()
    known = lexicon.load()
    rows = [(path.stem, row) for path in options.texts for row in rows_of(path, known)]
    drawn = random.Random(options.lot).sample(rows, min(options.draw, len(rows)))  # noqa: S311 - no secret
    for number, (stem, row) in enumerate(drawn, 1):
        print(f"{number}. {stem}", *told(row), "", sep="\n")
    named = [row for _, row in rows if row.name.en]
    whole = sum(row.name.status == "generated" for row in named)
    print(f"{len(rows)} rows, {len(named)} with an English name, {whole} without a mark")
    return 0


if __name__ == "__main__":
    sys.exit(main())
