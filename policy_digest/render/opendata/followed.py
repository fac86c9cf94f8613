"""The rows that join documents: what later ones say of a commitment, and the mechanisms that several places have."""

from collections.abc import Iterable, Mapping

from policy_digest.model import BilingualDigest, Evidence, FollowedCommitment, Likeness, TimeState
from policy_digest.render.opendata.tables import Row

LINK_COLUMNS = ("slug", "id", "rule", "later_slug", "later_id", "later_period", "url_fragment")
MECHANISM_COLUMNS = (
    *("mechanism", "mechanism_zh", "mechanism_en", "slug", "place", "period", "programme", "words_zh", "url_fragment"),
)
TIME_STATUS: Mapping[TimeState, str] = {"passed": "passed", "open": "not_passed", "unstated": "not_stated"}


def target_ids(followed: FollowedCommitment, sentence: str, first: str | None) -> tuple[str, ...]:
    """The observations in the words of a commitment that are targets or expected, ``first`` before the others.

    ``first`` is the target of the whole ``sentence``; it is none of a part of it that says another.
    """
    marks = (mark for row in followed.targets for mark in row.marks)
    words = followed.item.text.zh
    found = [mark.observation for mark in marks if mark.sentence == sentence and mark.figure in words]
    leads = [first] if first and (not found or first in found) else []
    return tuple(dict.fromkeys((*leads, *found)))


def link_rows(commitments: Iterable[FollowedCommitment]) -> Iterable[Row]:
    """A row for each link of a commitment that its page shows, by digest and in the order of the text."""
    rows: dict[tuple[str, str, str, str], Row] = {}
    for one in commitments:
        for found in one.evidence:
            key = (one.digest.slug, one.item.id, found.digest.slug, _said(found))
            rows[key] = (*key[:2], found.rule, *key[2:], _period(found.digest), f"#{found.anchor}")
    return rows.values()


def mechanism_rows(likenesses: Iterable[Likeness]) -> Iterable[Row]:
    """A row for each mechanism of a kind that two places or more have."""
    for kind in likenesses:
        for like in kind.likes:
            place = like.digest.place.zh if like.digest.place else ""
            yield (
                *(kind.id, kind.name.zh, kind.name.en, like.digest.slug, place, _period(like.digest)),
                *(like.programme or "", like.words.zh, f"#{like.anchor}"),
            )


def _said(found: Evidence) -> str:
    """The observation or the programme that a later document says it by."""
    if found.row is not None:
        return found.row.marks[0].observation
    return found.item.id if found.item else ""


def _period(digest: BilingualDigest) -> str:
    stated = digest.digest.record.article.metadata.time_period
    return stated.value if stated else ""
