"""The rows of the tables of gaps, commitments and programmes: what the pages list, in page order."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from policy_digest.model import (
    BilingualDigest,
    BilingualItem,
    BilingualSection,
    Commitment,
    FollowedCommitment,
    Sentence,
)
from policy_digest.render.opendata.followed import TIME_STATUS, target_ids
from policy_digest.render.opendata.tables import Row

GAP_COLUMNS = (
    *("slug", "id", "kind", "section", "heading_zh", "words", "text_zh", "text_en", "sentence", "url_fragment"),
)
COMMITMENT_COLUMNS = (
    *("slug", "place", "period", "id", "section", "heading_zh", "text_zh", "text_en", "text_status", "statement_en"),
    *("cue", "horizon", "time_status", "target", "targets", "sentence", "url_fragment"),
)
PROGRAMME_COLUMNS = (
    *("slug", "place", "period", "id", "name_zh", "name_en", "name_status", "kind", "section", "heading_zh"),
    *("mentions", "sentence", "url_fragment"),
)


def gap_rows(bilingual: BilingualDigest) -> Iterable[Row]:
    """A row for each gap of a digest, those of the whole text first."""
    headings = {section.id: section.heading.zh for section in bilingual.sections if section.heading}
    quoted = _quoter(bilingual)
    placed = [(item, section.id) for section in bilingual.sections for item in section.gaps]
    listed = {item.id: (item, section) for item, section in reversed([*((one, "") for one in bilingual.gaps), *placed])}
    for item, section in reversed(listed.values()):
        yield (
            *(bilingual.slug, item.id, item.kind, section, headings.get(section)),
            *(item.quote.zh if item.quote else "", item.text.zh, item.text.en, quoted(item), f"#{item.id}"),
        )


def commitment_rows(bilingual: BilingualDigest, followed: Mapping[str, FollowedCommitment]) -> Iterable[Row]:
    """A row for each commitment that a digest's page lists; ``followed`` are those of the digest by id."""
    known = {commitment.id: commitment for commitment in bilingual.digest.record.commitments}
    quoted = _quoter(bilingual)
    for section, item in _listed(bilingual, "commitments"):
        yield (
            *(*_shared(bilingual), item.id, section.id, section.heading.zh if section.heading else ""),
            *(item.text.zh, item.text.en, item.text.status, item.statement.en if item.statement else ""),
            *_status(known.get(item.id), followed.get(item.id)),
            *(quoted(item), f"#{item.id}"),
        )


def _status(found: Commitment | None, followed: FollowedCommitment | None) -> tuple[str | None, ...]:
    """What the text calls a commitment, its horizon, whether that has passed, its first target and all of them."""
    if found is None or followed is None:
        return "", "", TIME_STATUS["unstated"], "", ""
    targets = target_ids(followed, found.sentence, found.target)
    called = followed.called.words if followed.called else ""
    return called, found.horizon, TIME_STATUS[followed.time], targets[0] if targets else "", " ".join(targets)


def programme_rows(bilingual: BilingualDigest) -> Iterable[Row]:
    """A row for each programme that a digest's page lists."""
    quoted = _quoter(bilingual)
    for section, item in _listed(bilingual, "programmes"):
        yield (
            *(*_shared(bilingual), item.id, item.text.zh, item.text.en, item.text.status, item.kind),
            *(section.id, section.heading.zh if section.heading else ""),
            *(len(item.sentences), quoted(item), f"#{item.id}"),
        )


def _shared(bilingual: BilingualDigest) -> tuple[str, str, str]:
    """The columns that tell the digest: its slug, place and period."""
    period = bilingual.digest.record.article.metadata.time_period
    return bilingual.slug, bilingual.place.zh if bilingual.place else "", period.value if period else ""


def _listed(bilingual: BilingualDigest, name: str) -> Iterator[tuple[BilingualSection, BilingualItem]]:
    """The items of a list of the sections, each once, in the section that lists it first."""
    seen = set[str]()
    for section in bilingual.sections:
        for item in getattr(section, name):
            if item.id not in seen:
                seen.add(item.id)
                yield section, item


def _quoter(bilingual: BilingualDigest) -> Callable[[BilingualItem], str]:
    """What gives the first source sentence of an item, empty where it stands on none."""
    sentences: Mapping[str, Sentence] = bilingual.digest.record.article.by_id

    def quoted(item: BilingualItem) -> str:
        return next((sentences[known].text for known in item.sentences if known in sentences), "")

    return quoted
