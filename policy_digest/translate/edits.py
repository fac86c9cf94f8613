"""Corrections in both languages: what they are about, what it was and what it is, as far as that can be computed."""

from collections.abc import Mapping

from policy_digest.lexicon.names import Names
from policy_digest.model import BilingualEdit, Digest, Edit, Observation, Text
from policy_digest.translate.gaps import gap_words
from policy_digest.translate.periods import period_text
from policy_digest.translate.rows import Sources, place_text, source_mark
from policy_digest.translate.values import english_value

NATURES = {
    "actual": Text("实际", "actual", "generated"),
    "expected": Text("预计", "expected", "generated"),
    "target": Text("目标", "target", "generated"),
}
BOUNDS = {
    "eq": Text("等于", "exactly", "generated"),
    "ge": Text("不少于", "at least", "generated"),
    "gt": Text("多于", "more than", "generated"),
    "le": Text("不多于", "at most", "generated"),
    "lt": Text("少于", "less than", "generated"),
    "approx": Text("约", "about", "generated"),
}
ROLES = {"name": "programme", "heading": "heading", "deck": "deck", "text": "bullet"}
_OF_TARGETS = {"bullet": "bullet", "programme": "programme", "section": "heading"}


def bilingual_edits(digest: Digest, sources: Sources, names: Names) -> tuple[BilingualEdit, ...]:
    """The edits of a digest that change something, in the sidecar's order."""
    before = {observation.id: observation for observation in digest.record.as_read}
    now = {observation.id: observation for observation in digest.record.observations}
    return tuple(_edit(edit, before, now, digest, sources, names) for edit in digest.edits if not edit.is_idle)


def _edit(
    edit: Edit,
    before: Mapping[str, Observation],
    now: Mapping[str, Observation],
    digest: Digest,
    sources: Sources,
    names: Names,
) -> BilingualEdit:
    read, corrected = before.get(edit.target_id), now.get(edit.target_id)
    return BilingualEdit(
        edit,
        _what(edit, read or corrected, digest, sources, names),
        None if edit.was is None else _side(edit, edit.was, read, digest, sources),
        None if edit.now is None else _side(edit, edit.now, corrected, digest, sources),
    )


def _what(edit: Edit, observation: Observation | None, digest: Digest, sources: Sources, names: Names) -> Text:
    """What was corrected: a figure by its name and value, other things by their words."""
    if edit.target == "gap":
        told = _gap(edit.what, digest, sources)
        return told if told.en else gap_words(edit.what, sources.texts, names)
    if observation is None:
        return sources.texts.text(_OF_TARGETS.get(edit.target, "bullet"), edit.what)
    name = sources.texts.name(observation.indicator.name_zh, observation.indicator.name_en)
    value = _value(observation, sources)
    english = f"{name.en}: {value}" if name.en and value else None
    return Text(edit.what, english, "generated" if english else "missing")


def _side(edit: Edit, words: str, observation: Observation | None, digest: Digest, sources: Sources) -> Text:
    """One of the two values of an edit."""
    if edit.field == "nature":
        return NATURES[words]
    if edit.field == "bound":
        return BOUNDS.get(words, Text(words, words, "generated"))
    if edit.field == "time_period":
        return period_text(words)
    if edit.field == "ref_area":
        return place_text(words, sources.terms)
    if edit.field == "kind":
        return Text(words, words, "generated")
    if edit.field in ("value", None) and observation is not None:
        english = _value(observation, sources)
        return Text(words, english, "generated" if english else "missing")
    if edit.field == "indicator" and observation is not None:
        return sources.texts.name(words, observation.indicator.name_en)
    if edit.field == "text_en":
        return Text(words, words, "generated")
    if edit.target == "gap":
        return _gap(words, digest, sources)
    return sources.texts.text(ROLES.get(edit.field or "", "gap"), words)


def _gap(words: str, digest: Digest, sources: Sources) -> Text:
    """A gap in an editor's words or in the lexicon's, those that name no heading."""
    gaps = (*digest.gaps, *(gap for section in digest.sections for gap in section.gaps))
    english = next((gap.text_en for gap in gaps if gap.text_zh == words and gap.text_en), None)
    english = english or next((pair.en for pair in sources.terms.gaps.values() if pair.zh == words), None)
    return Text(words, english, "project" if english else "missing")


def _value(observation: Observation, sources: Sources) -> str | None:
    """A figure in English; None where its sentence is not shown any more."""
    if observation.sentence not in sources.sentences:
        return None
    return english_value(observation, source_mark(observation, sources), sources.terms, sources.area_zh)
