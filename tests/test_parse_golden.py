"""The seeds' structure, whole: every heading, deck, caption, gap, paragraph, sentence and piece of metadata.

The golden files were read against the seeds, line by line. ``python -m tests.test_parse_golden`` prints the dumps: put
one in its file only after reading what changed.
"""

from pathlib import Path

import pytest

from policy_digest import lexicon
from policy_digest.model import Article, Section, Source, Stated
from policy_digest.parse import parse
from policy_digest.read import read_source

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "golden" / "structure"
SEEDS = {"majuqiao-2020": "000_249ee3d0ef67950e.txt", "yongledian-2024": "003_9f6dcb3548ddb190.txt"}


def read_seed(name: str) -> Article:
    return parse(read_source(ROOT / "seeds" / name), lexicon.load())


def dump(article: Article) -> str:
    lines = [f"slug: {article.slug}"]
    names = ("title", "subtitle", "ref_area", "time_period", "credited_to", "date_published")
    lines += [f"{name}: {show(getattr(article.metadata, name), article.source)}" for name in names]
    lines += [f"author: {show(author, article.source)}" for author in article.metadata.authors]
    lines += [f"aside: {show(aside, article.source)}" for aside in article.aside]
    for section in article.sections:
        lines += ["", *dump_section(section)]
    return "\n".join(lines) + "\n"


def show(stated: Stated | None, source: Source) -> str:
    if stated is None:
        return "–"
    place = (
        f" @{stated.start}–{stated.end} ‹{source.text[stated.start : stated.end]}›" if stated.start is not None else ""
    )
    return f"{stated.value} ({stated.basis}{place})"


def dump_section(section: Section) -> list[str]:
    heading = "lead" if section.heading is None else f"{section.number or ''}{section.heading}"
    lines = [f"{'#' * section.level} {heading}".strip()]
    if section.deck:
        lines.append(f"  deck: {section.deck}")
    if section.gap:
        lines.append(f"  gap: {section.gap}")
    lines += [f"  caption: {caption.text}" for caption in section.captions]
    for paragraph in section.paragraphs:
        lines.append(f"  [{paragraph.role}]")
        lines += [f"    {sentence.start}–{sentence.end} {sentence.text}" for sentence in paragraph.sentences]
    return lines


@pytest.mark.parametrize(("slug", "name"), SEEDS.items())
def test_the_structure_of_a_seed_is_the_one_that_was_read_against_its_text(slug: str, name: str) -> None:
    expected = (GOLDEN / f"{slug}.txt").read_text(encoding="utf-8")

    article = read_seed(name)

    assert dump(article) == expected


if __name__ == "__main__":
    for seed in SEEDS.values():
        print(dump(read_seed(seed)))
