"""What of an article awaits an editor, each with its file and line: values for ``status`` to print."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policy_digest.cli.abouts import WAITING
from policy_digest.cli.waiting_english import awaited_english
from policy_digest.model import BilingualDigest, Lines


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that awaits an editor; ``line`` is from 1, 0 for the article as a whole."""

    kind: str
    path: str
    line: int
    words: str


def waiting(
    bilingual: BilingualDigest, path: str, places: Mapping[tuple[str, str], tuple[str, int]]
) -> tuple[Waiting, ...]:
    """All that awaits an editor in one article, by kind in the order of ``WAITING``, then by file and line.

    ``path`` is the article's; ``places`` are file and line of each entry of its PO file by (msgctxt, msgid).
    """
    order = list(WAITING)
    sidecar = bilingual.digest.record.article.source.sidecar.path or path
    found = [
        Waiting(kind, sidecar if kind == "correction" else path, line, words) for kind, line, words in _found(bilingual)
    ]
    found += [Waiting(kind, *place, words) for kind, place, words in awaited_english(bilingual, path, places)]
    return tuple(sorted(found, key=lambda one: (order.index(one.kind), one.path, one.line, one.words)))


def _found(bilingual: BilingualDigest) -> Iterator[tuple[str, int, str]]:
    yield from _numbers(bilingual)
    yield from _gaps(bilingual)
    yield from _findings(bilingual)


def _numbers(bilingual: BilingualDigest) -> Iterator[tuple[str, int, str]]:
    """The numbers that nothing reads, and the figures that have no indicator."""
    text = bilingual.digest.record.article.source.text
    lines = Lines(text)
    for number in bilingual.digest.coverage.numbers:
        if number.verdict == "unread":
            before = text[max(0, number.start - 8) : number.start].rpartition("\n")[2]
            behind = text[number.end : number.end + 8].partition("\n")[0]
            around = f"{before}{number.as_printed}{behind}".strip()
            yield "unread", lines.at(number.start), f"{number.as_printed} in {around}"
    for observation in bilingual.digest.record.observations:
        if observation.indicator.id is None:
            words = f"{observation.indicator.name_zh} {' '.join(observation.as_printed.split())}"
            yield "unnamed", lines.at(observation.start), words


def _gaps(bilingual: BilingualDigest) -> Iterator[tuple[str, int, str]]:
    article = bilingual.digest.record.article
    lines = Lines(article.source.text)
    starts = {sentence.id: sentence.start for sentence in article.all_sentences}
    starts |= {section.id: section.heading_span[0] for section in article.sections if section.heading_span}
    for gap in (*bilingual.digest.gaps, *(gap for section in bilingual.digest.sections for gap in section.gaps)):
        start = starts.get(gap.sentence or gap.section or "")
        yield "gap", 0 if start is None else lines.at(start), f"{gap.kind} {gap.words or ''}".rstrip()


def _findings(bilingual: BilingualDigest) -> Iterator[tuple[str, int, str]]:
    """Tensions, restorations to judge (each pair of words once, with its count) and corrections in force."""
    record = bilingual.digest.record
    lines = Lines(record.article.source.text)
    for tension in bilingual.digest.tensions:
        sides = " / ".join(dict.fromkeys(side.words for side in tension.sides))
        listed = f" / {tension.listed.name}" if tension.listed else ""
        yield "tension", lines.at(tension.sides[0].start), f"{tension.kind} {sides}{listed}"
    likely = [one for one in record.wording.restorations if one.grade == "likely"]
    first = {(one.printed, one.restored): one.start for one in reversed(likely)}
    places = Counter((one.printed, one.restored) for one in likely)
    for (printed, restored), start in first.items():
        yield "restoration", lines.at(start), f"{printed} → {restored} ({places[printed, restored]})"
    for edit in bilingual.digest.edits:
        field = f" {edit.field}" if edit.field else ""
        yield "correction", edit.line, f"{edit.action} {edit.target}{field}: {edit.what} ({edit.by}, {edit.date})"
