"""What differs between the ledger of published values and what is read now, value by value, and why."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from policy_digest.model import BilingualDigest, BilingualEdit, Difference, Ledger, LedgerRow, Observation, Reason

COMPARED = ("name", "value", "value_max", "unit", "bound", "nature", "period", "area")
"""The columns whose difference is one of values."""

# By what a value of another sentence is taken for the one recorded, the surest first.
_LIKENESS = (("name", "value", "unit", "period"), ("name", "period", "unit"), ("name", "unit"), ("value", "unit"))


def ledger_rows(digests: Iterable[BilingualDigest]) -> tuple[LedgerRow, ...]:
    """A row for each observation of the digests, sorted by slug and id."""
    rows = (row for digest in digests for row in _rows(digest))
    return tuple(sorted(rows, key=lambda row: (row.slug, row.id)))


def _rows(digest: BilingualDigest) -> Iterator[LedgerRow]:
    record = digest.digest.record
    shown = {mark.observation: row for section in digest.sections for row in section.rows for mark in row.marks}
    sentences = {s.id: s.text for s in record.article.all_sentences}
    for observation in record.observations:
        row = shown.get(observation.id)
        zh = row.value.zh if row else observation.as_printed
        shown_as = (row.name.en if row else None) or "", zh, (row.value.en if row else None) or zh
        yield _row(digest.slug, observation, sentences[observation.sentence], shown_as)


def _row(slug: str, observation: Observation, sentence: str, shown: tuple[str, str, str]) -> LedgerRow:
    return LedgerRow(
        slug,
        observation.id,
        _cell(observation.indicator.name_zh),
        _number(observation.obs_value),
        _number(observation.value_max),
        observation.unit_measure,
        observation.bound,
        observation.nature,
        observation.time_period or "",
        _cell(observation.ref_area or ""),
        _hash(sentence),
        *map(_cell, shown),
    )


def _cell(words: str) -> str:
    return " ".join(words.split())


def _number(number: Decimal | None) -> str:
    """A value in plain notation without needless zeros, so that 84.60 and 84.6 are one."""
    text = "" if number is None else f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def differences(digests: Sequence[BilingualDigest], ledger: Ledger) -> tuple[Difference, ...]:
    """Every value that is not as recorded, the latest correction first, then by slug and place in the text.

    What no correction explains has no date and comes last. Nothing differs from a ledger that is not there.
    """
    if not ledger.is_there:
        return ()
    recorded: dict[str, list[LedgerRow]] = {}
    for row in ledger.rows:
        recorded.setdefault(row.slug, []).append(row)
    found = [d for digest in digests for d in _of_article(digest, recorded.get(digest.slug, []))]
    left = sorted(recorded.keys() - {digest.slug for digest in digests})
    found += [Difference(slug, None, None, None, "article-gone", count=len(recorded[slug])) for slug in left]
    by_slug = sorted(found, key=lambda difference: difference.slug)
    return tuple(sorted(by_slug, key=lambda difference: difference.date, reverse=True))


def _of_article(digest: BilingualDigest, old: Sequence[LedgerRow]) -> Iterator[Difference]:
    """The differences of one article, each once, in the order of the text; those that left it come last."""
    new = list(_rows(digest))
    if not old:
        if new:
            yield Difference(digest.slug, digest.title, None, None, "article-new", count=len(new))
        return
    told: set[tuple[object, ...]] = set()
    hashes = sentence_hashes(digest)
    for before, after in _paired(old, new):
        if before and after and _values(before) == _values(after):
            continue
        difference = _difference(digest, before, after, hashes)
        key = (before and _values(before), after and _values(after), difference.reason)
        if key not in told:
            told.add(key)
            yield difference


def aligned(digest: BilingualDigest, old: Sequence[LedgerRow]) -> Mapping[str, str]:
    """The recorded observations of an article that it has now, by id, each with the id it has now."""
    return {before.id: after.id for before, after in _paired(old, list(_rows(digest))) if before and after}


def _values(row: LedgerRow) -> tuple[str, ...]:
    return tuple(getattr(row, column) for column in COMPARED)


def _paired(old: Sequence[LedgerRow], new: Sequence[LedgerRow]) -> Iterator[tuple[LedgerRow | None, LedgerRow | None]]:
    """Each new row with the recorded one that it is, by id, else by likeness; then the recorded ones without any."""
    by_id = {row.id: row for row in old}
    pairs: dict[str, LedgerRow] = {row.id: by_id[row.id] for row in new if row.id in by_id}
    left = [row for row in old if row.id not in pairs]
    came = [row for row in new if row.id not in pairs]
    for columns in _LIKENESS:
        waiting: dict[tuple[str, ...], list[LedgerRow]] = {}
        for row in left:
            waiting.setdefault(_key(row, columns), []).append(row)
        for row in came:
            if row.id not in pairs and (alike := waiting.get(_key(row, columns))):
                pairs[row.id] = alike.pop(0)
        taken = {row.id for row in pairs.values()}
        left = [row for row in left if row.id not in taken]
    yield from ((pairs.get(row.id), row) for row in new)
    yield from ((row, None) for row in left)


def _key(row: LedgerRow, columns: Iterable[str]) -> tuple[str, ...]:
    return tuple(getattr(row, column) for column in columns)


def _difference(
    digest: BilingualDigest, old: LedgerRow | None, new: LedgerRow | None, hashes: frozenset[str]
) -> Difference:
    edits = _edits(digest, {row.id for row in (old, new) if row})
    reason: Reason = "corrected" if edits else _reason(old, new, hashes)
    return Difference(digest.slug, digest.title, old, new, reason, edits)


def _reason(old: LedgerRow | None, new: LedgerRow | None, hashes: frozenset[str]) -> Reason:
    """Why a value that no correction explains differs; ``hashes`` are those of the article's sentences."""
    if old is None:
        return "new"
    if new is not None:
        return "reading" if old.sentence == new.sentence else "source"
    return "reading" if old.sentence in hashes else "gone"


def sentence_hashes(digest: BilingualDigest) -> frozenset[str]:
    """The hashes of an article's sentences, as the ledger has them."""
    sections = digest.digest.record.article.sections
    return frozenset(_hash(s.text) for section in sections for s in section.all_sentences)


def _hash(sentence: str) -> str:
    """Twelve hexadecimal digits of a sentence's words, however its lines are broken."""
    return hashlib.sha256("".join(sentence.split()).encode()).hexdigest()[:12]


def _edits(digest: BilingualDigest, ids: set[str]) -> tuple[BilingualEdit, ...]:
    """The corrections of an observation; of the section it stood in, where that was hidden."""
    sections = {o.section for o in digest.digest.record.as_read if o.id in ids}
    return tuple(
        edit
        for edit in digest.edits
        if ids & {*edit.edit.targets} or (edit.edit.action == "hide" and edit.edit.target_id in sections)
    )
