"""The digests of both seeds as a reader would see them; read against the texts before they were kept.

Run with ``UPDATE_GOLDEN=1`` to write them anew, then read what changed.
"""

import os
from pathlib import Path

import pytest

from policy_digest.digest import digest
from policy_digest.extract import extract
from policy_digest.lexicon import load
from policy_digest.model import Digest
from policy_digest.parse import parse
from policy_digest.read import read_source

ROOT = Path(__file__).parent
SEEDS = sorted((ROOT.parent / "seeds").glob("*.txt"))


def told(made: Digest) -> str:
    record = made.record
    printed = {observation.id: observation.as_printed for observation in record.observations}
    lines = ["in brief", *(f"  * {bullet.text_zh}" for bullet in made.in_brief)]
    lines += ["headline", *(f"  = {printed[row.observations[0]]}" for row in made.headline)]
    lines += ["gaps", *(f"  ? {gap.kind}" for gap in made.gaps)]
    names = {programme.id: programme for programme in record.programmes}
    plans = {commitment.id: commitment for commitment in record.commitments}
    for section, part in zip(made.sections, record.article.sections, strict=True):
        lines.append(f"{'#' * part.level} {part.heading or '(lead)'}{f' / {part.deck}' if part.deck else ''}")
        lines += [f"  ? {gap.kind} {gap.words or ''}".rstrip() for gap in section.gaps]
        lines += [f"  * {bullet.text_zh}" for bullet in section.bullets]
        lines += [f"  p {names[name].kind}: {names[name].name_zh}" for name in section.programmes]
        lines += [f"  c {plans[name].horizon or '-'}: {plans[name].text_zh}" for name in section.commitments]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_the_digest_of_a_seed_is_as_it_was_read(seed: Path) -> None:
    golden = ROOT / "golden" / "digest" / f"{seed.stem}.txt"
    lexicon = load()

    text = told(digest(extract(parse(read_source(seed, limit=2_000_000), lexicon), lexicon), lexicon))
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")

    assert text == golden.read_text(encoding="utf-8")
