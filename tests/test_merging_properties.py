"""Whatever an editor wrote and however the article changes, a merge loses nothing and gettext takes the file."""

import polib
from hypothesis import example, given
from hypothesis import strategies as st

from policy_digest.model import id_of
from policy_digest.translate.merging import empty
from policy_digest.translate.provenance import unsigned
from tests.catalogues import SLUG, english, entries_of, merge, said

SENTENCES = (
    "修建道路12公里。",
    "修建道路15公里。",
    "修建公路15公里。",
    "清理河湖3处。",
    "清理河湖3处，栽种垂柳。",
    "引进企业。",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=6)
NOTES = st.sampled_from(("", "reviewer: Li Wen", "origin: project translation\nsee the plan", "model: small-1"))


@st.composite
def catalogues(draw: st.DrawFn) -> str:
    """A catalogue of a few sentences, some twice by other contexts, in any state, in force or obsolete."""
    catalogue, keys = empty(SLUG), set[tuple[str, str]]()
    for zh in draw(st.lists(st.sampled_from(SENTENCES), max_size=8)):
        context = draw(st.sampled_from((id_of("s", zh), f"{id_of('s', zh)}-2", "sentence", "bullet")))
        is_obsolete = draw(st.booleans())
        if (context, zh) in keys:
            continue
        keys.add((context, zh))
        entry = polib.POEntry(msgctxt=context, msgid=zh, tcomment=draw(NOTES), obsolete=is_obsolete)
        entry.msgstr = draw(st.sampled_from(("", "One.", "Two.", "Three.")))
        if entry.msgstr and draw(st.booleans()):
            entry.flags.append("fuzzy")
            entry.previous_msgid = draw(st.sampled_from((None, "更早的一句。", SENTENCES[0])))
        catalogue.append(entry)
    return str(catalogue)


def reviewed(text: str) -> set[tuple[str, str]]:
    """Each Chinese with the English that would be called reviewed, were every ``fuzzy`` only taken away."""
    entries = (entry for entry in entries_of(text) if entry.msgstr and not entry.obsolete)
    return {(entry.msgid, entry.msgstr) for entry in entries if "reviewer: Li Wen" in entry.tcomment.splitlines()}


def written(text: str) -> set[tuple[str, str]]:
    """Each English and each line of comment, with every Chinese that it is told of: its own and the earlier one."""
    found = set()
    for entry in entries_of(text):
        for words in (entry.msgstr, *entry.tcomment.splitlines()):
            found |= {(zh, words) for zh in (entry.msgid, entry.previous_msgid) if words and zh}
    return found


def _told_of(entry: polib.POEntry) -> tuple[str, ...]:
    return (entry.msgid, entry.previous_msgid or entry.msgid) if entry.msgstr else ("",)


def lost(before: str, after: str) -> list[tuple[str, str]]:
    """Each English and each line of comment that is told of neither of its Chinese any more.

    A comment without an English goes with its sentence, whatever the words of that are now. A signature may have
    become the note that it was for an earlier wording.
    """
    kept = written(after)
    kept |= {("", words) for _, words in kept}
    return [
        (entry.msgid, words)
        for entry in entries_of(before)
        for words in (entry.msgstr, *entry.tcomment.splitlines())
        if words and kept.isdisjoint((zh, told) for zh in _told_of(entry) for told in (words, unsigned(words)))
    ]


@given(catalogues(), TEXTS)
def test_no_english_and_no_comment_is_lost(existing: str, texts: list[str]) -> None:
    again = merge(said(*dict.fromkeys(texts)), existing)
    assert lost(existing, again) == []


@given(catalogues(), TEXTS, TEXTS)
def test_nothing_is_lost_by_two_changes_either(existing: str, first: list[str], second: list[str]) -> None:
    once = merge(said(*dict.fromkeys(first)), existing)
    again = merge(said(*dict.fromkeys(second)), once)
    assert lost(existing, again) == []


@given(catalogues(), TEXTS)
def test_a_merged_file_has_each_key_once(existing: str, texts: list[str]) -> None:
    entries = polib.pofile(merge(said(*dict.fromkeys(texts)), existing), wrapwidth=0)
    keys = [(entry.msgctxt, entry.msgid) for entry in entries]
    assert len(keys) == len(set(keys))


@given(catalogues(), TEXTS)
def test_merging_again_changes_no_byte(existing: str, texts: list[str]) -> None:
    once = merge(said(*dict.fromkeys(texts)), existing)
    assert merge(said(*dict.fromkeys(texts)), once) == once


@given(catalogues(), TEXTS)
def test_what_is_in_force_is_the_article_in_its_order(existing: str, texts: list[str]) -> None:
    messages = said(*dict.fromkeys(texts))
    entries = [e for e in polib.pofile(merge(messages, existing), wrapwidth=0) if not e.obsolete]
    assert [(entry.msgctxt, entry.msgid) for entry in entries] == [message.key for message in messages]


@given(catalogues(), TEXTS)
def test_no_translation_of_other_words_is_taken_for_a_finished_one(existing: str, texts: list[str]) -> None:
    catalogue = polib.pofile(existing, wrapwidth=0)
    finished = {(entry.msgid, entry.msgstr) for entry in catalogue if entry.msgstr and not entry.fuzzy}
    messages = said(*dict.fromkeys(texts))
    told = zip(messages, english(merge(messages, existing)), strict=True)
    assert {(message.zh, en) for message, (en, flags, _) in told if en and "fuzzy" not in flags} - finished == set()


SIGNED = f'''{empty(SLUG)}
# reviewer: Li Wen
msgctxt "{id_of("s", SENTENCES[0])}"
msgid "{SENTENCES[0]}"
msgstr "One."
'''


@given(catalogues(), TEXTS, TEXTS)
@example(SIGNED, [SENTENCES[1]], [SENTENCES[2]])
def test_no_signature_is_carried_on_to_other_words(existing: str, first: list[str], second: list[str]) -> None:
    signed = {
        (entry.msgid, entry.msgstr) for entry in entries_of(existing) if entry.tcomment.startswith("reviewer: Li Wen")
    }
    once = merge(said(*dict.fromkeys(first)), existing)
    again = merge(said(*dict.fromkeys(second)), once)
    assert (reviewed(once) | reviewed(again)) - signed == set()
