"""The merge of an article's PO file: entries follow their words, and nothing that an editor wrote is dropped."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from made_digests import CAPTION, HEADING, PROGRAMME, TITLE, WORDS, digest

from policy_digest import lexicon
from policy_digest.model import BilingualDigest, Bullet, Paragraph, Sentence, Text, Translations
from policy_digest.read.translations import read_translations
from policy_digest.translate import Message, merged_messages, messages_of, translate, untranslated_messages
from tests.catalogues import SLUG, TERMS, active, english, entries_of, merge, obsolete, said, translated

ROAD, LAKE, MILL = "全镇修建道路12公里。", "清理河湖3处，栽种垂柳。", "引进面粉企业，带动农户增收。"
ROAD_EN, LAKE_EN, MILL_EN = "12 km of roads were built.", "Three lakes were cleaned up.", "A flour mill came."


def told(**changes: str) -> BilingualDigest:
    return translate(digest(**changes), Translations({}, {}), lexicon.load())  # type: ignore[arg-type]


def three() -> str:
    return translated(merge(said(ROAD, LAKE, MILL)), 全镇=ROAD_EN, 清理=LAKE_EN, 引进=MILL_EN)


# ------------------------------------------------------------- what a new file holds


def test_a_new_article_gets_every_text_once_empty_and_by_its_id() -> None:
    entries = polib.pofile(merged_messages(told(), None, TERMS), wrapwidth=0)
    assert [(e.msgctxt, e.msgid, e.msgstr) for e in entries] == [
        ("title", TITLE, ""),
        ("h-1.heading", HEADING, ""),
        ("s-1", WORDS, ""),
        ("p-1", PROGRAMME, ""),
        ("s-2", CAPTION, ""),
    ]


def test_an_entry_tells_its_roles_its_place_and_its_terms() -> None:
    entries = active(merged_messages(told(), None, TERMS))
    assert (entries[WORDS].comment, entries[HEADING].comment) == (
        f"sentence, bullet · {HEADING} · qinghe.txt:3\n税收 = tax revenue",
        f"heading · {HEADING} · qinghe.txt:2\n{HEADING} = {TERMS.terms[HEADING].en}",
    )


def test_untranslated_texts_are_listed_in_the_order_of_the_article() -> None:
    roles = [message.role for message in untranslated_messages(told())]
    assert roles == ["title", "sentence", "programme", "caption"]


def test_a_message_is_known_by_its_context_and_its_words() -> None:
    assert [m.key for m in messages_of(told())][:3] == [("title", TITLE), ("h-1.heading", HEADING), ("s-1", WORDS)]


def test_an_entry_serves_its_words_whatever_id_they_have_now() -> None:
    stored = {("s-9-2", WORDS): Text(WORDS, "In English.", "reviewed")}
    made = translate(digest(), Translations({SLUG: stored}, {}), lexicon.load())
    section = made.sections[0]
    assert {section.bullets[0].text.en, section.rows[0].marks[0].translation.en} == {"In English."}


def test_a_sentence_that_stands_twice_has_one_entry() -> None:
    twice = digest(words=WORDS + "\n" + WORDS, observations=())
    first, second = Sentence("s-1", WORDS, 10, 20), Sentence("s-1-2", WORDS, 30, 40)
    section = replace(twice.record.article.sections[0], paragraphs=(Paragraph("body", (first, second)),))
    record = replace(twice.record, article=replace(twice.record.article, sections=(section,)))
    shown = replace(twice.sections[0], bullets=(Bullet("b-1", WORDS, ("s-1-2",)), Bullet("b-2", WORDS, ("s-1",))))
    made = translate(replace(twice, record=record, sections=(shown,)), Translations({}, {}), lexicon.load())
    assert [message.context for message in messages_of(made) if message.zh == WORDS] == ["s-1"]


# ------------------------------------------------------------- what stays


def test_merging_twice_changes_no_byte() -> None:
    once = merged_messages(told(), None, TERMS)
    assert merged_messages(told(), once, TERMS) == once


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('msgstr ""\n\n#. programme', 'msgstr ""\n""\n\n#. programme'),
        ("\n\n#. heading", "\n\n\n#. heading"),
        ('msgctxt "h-1.heading"', '#, no-wrap, c-format\nmsgctxt "h-1.heading"'),
        ("#. heading", "# as in the plan of 2019\n#. heading"),
    ],
    ids=["wrapped", "spaced", "flags", "comment"],
)
def test_a_file_as_an_editor_left_it_comes_back_byte_for_byte(was: str, becomes: str) -> None:
    edited = merged_messages(told(), None, TERMS).replace(was, becomes)
    assert (becomes in edited, merged_messages(told(), edited, TERMS)) == (True, edited)


def test_flags_comments_and_the_head_stay_where_other_entries_change() -> None:
    edited = (
        three().replace('msgctxt "s-', '#, no-wrap, mine\nmsgctxt "s-', 1).replace("# origin", "# see §4\n# origin", 1)
    )
    edited = edited.replace("Language-Team: English", "Language-Team: Qinghe") + "\n# the end\n"
    again = merge(said(ROAD, LAKE), edited)
    kept = ("#, no-wrap, mine\n", "# see §4\n", "Language-Team: Qinghe", "\n# the end\n")
    assert [words for words in kept if again.count(words) != 1] == []


def test_a_sentence_put_in_before_its_like_takes_no_translation_away() -> None:
    edited = translated(merge(said(ROAD, LAKE)), 全镇=ROAD_EN, 清理=LAKE_EN)
    again = merge(said(LAKE, ROAD, LAKE)[1:], edited)
    assert english(again) == [(ROAD_EN, "", None), (LAKE_EN, "", None)]


def test_the_entry_of_a_sentence_has_the_id_of_its_present_place() -> None:
    again = merge(said(LAKE, ROAD, LAKE)[1:], merge(said(ROAD, LAKE)))
    assert [entry.msgctxt for entry in active(again).values()] == [m.context for m in said(LAKE, ROAD, LAKE)[1:]]


# ------------------------------------------------------------- what changed


def test_a_changed_sentence_hands_its_translation_on_as_fuzzy() -> None:
    again = merge(said(ROAD, LAKE.replace("垂柳", "柳树"), MILL), three())
    assert english(again) == [(ROAD_EN, "", None), (LAKE_EN, "fuzzy", LAKE), (MILL_EN, "", None)]


def test_a_changed_sentence_is_told_as_a_translation_of_an_earlier_wording(tmp_path: Path) -> None:
    changed = LAKE.replace("垂柳", "柳树")
    (tmp_path / f"{SLUG}.po").write_text(merge(said(ROAD, changed), three()), encoding="utf-8")
    texts = read_translations(tmp_path).by_slug[SLUG].values()
    assert [(text.zh, text.status) for text in texts] == [(ROAD, "project"), (changed, "earlier")]


def test_between_unchanged_neighbours_a_sentence_may_be_changed_beyond_likeness_alone() -> None:
    rewritten = "今年清理河湖多处，两岸种上了垂柳和桃树。"
    again = merge(said(ROAD, rewritten, MILL), three())
    assert english(again)[1] == (LAKE_EN, "fuzzy", LAKE)


def test_another_sentence_at_the_same_place_gets_no_translation_that_is_not_its_own() -> None:
    again = merge(said(ROAD, "完成税收9.15亿元。", MILL), three())
    assert (english(again)[1], obsolete(again)) == (("", "", None), {LAKE: LAKE_EN})


def test_place_decides_between_twins() -> None:
    first, second = "东村新建公园3个，面积6亩。", "西村新建公园5个，面积9亩。"
    edited = translated(merge(said(first, ROAD, second)), 东村="East.", 西村="West.")
    again = merge(said("西村新建公园5个，面积6亩。", ROAD, "东村新建公园5个，面积9亩。"), edited)
    assert [words for words, _, _ in english(again)] == ["East.", "", "West."]


def test_several_sentences_changed_in_a_row_keep_their_order() -> None:
    again = merge(said(*(words.replace("。", "，受到好评。") for words in (ROAD, LAKE, MILL))), three())
    assert english(again) == [(e, "fuzzy", z) for e, z in ((ROAD_EN, ROAD), (LAKE_EN, LAKE), (MILL_EN, MILL))]


def test_sentences_that_changed_places_keep_their_translations() -> None:
    assert english(merge(said(MILL, ROAD, LAKE), three())) == [(e, "", None) for e in (MILL_EN, ROAD_EN, LAKE_EN)]


def test_sentences_that_changed_places_and_words_are_still_known() -> None:
    again = merge(said(MILL.replace("农户", "村民"), ROAD.replace("12", "15"), LAKE), three())
    assert [words for words, _, _ in english(again)] == [MILL_EN, ROAD_EN, LAKE_EN]


def test_the_longer_half_of_a_split_sentence_gets_the_translation() -> None:
    edited = translated(merge(said("清理河湖3处，栽种垂柳，新建步道，方便村民散步。")), 清理="All of it.")
    again = merge(said("清理河湖3处。", "栽种垂柳，新建步道，方便村民散步。"), edited)
    assert [words for words, _, _ in english(again)] == ["", "All of it."]


def test_of_two_joined_sentences_both_translations_are_kept() -> None:
    again = merge(said(f"{ROAD[:-1]}，{LAKE}", MILL), three())
    assert sorted([english(again)[0][0], *obsolete(again).values()]) == sorted([ROAD_EN, LAKE_EN, LAKE_EN])


def test_the_wording_that_was_translated_is_kept_through_further_changes() -> None:
    again = merge(said(ROAD, LAKE.replace("垂柳", "柳树"), MILL), three())
    again = merge(said(ROAD, LAKE.replace("垂柳", "柳树和桃树"), MILL), again)
    assert (english(again)[1], list(obsolete(again))) == ((LAKE_EN, "fuzzy", LAKE), [LAKE])


def test_a_stale_earlier_wording_of_a_finished_entry_gives_way() -> None:
    catalogue = polib.pofile(three(), wrapwidth=0)
    catalogue[1].previous_msgid = "更早的一句。"
    again = merge(said(ROAD, LAKE.replace("垂柳", "柳树"), MILL), str(catalogue))
    assert english(again)[1] == (LAKE_EN, "fuzzy", LAKE)


def test_a_machine_translation_whose_chinese_changes_is_of_an_earlier_wording() -> None:
    machine = three().replace('msgctxt "s-', '#, fuzzy\nmsgctxt "s-')
    again = merge(said(ROAD, LAKE.replace("垂柳", "柳树"), MILL), machine)
    assert english(again) == [(ROAD_EN, "fuzzy", None), (LAKE_EN, "fuzzy", LAKE), (MILL_EN, "fuzzy", None)]


SIGNED = "# reviewer: Li Wen\n# reviewed: in May\n# origin"
WAS_SIGNED = "note: an earlier wording was reviewed by Li Wen\nnote: an earlier wording was reviewed: in May\norigin"


def test_a_signature_is_not_for_the_changed_wording_even_when_fuzzy_is_only_taken_away(tmp_path: Path) -> None:
    changed = LAKE.replace("垂柳", "柳树")
    again = merge(said(ROAD, changed, MILL), three().replace("# origin", SIGNED))
    (tmp_path / f"{SLUG}.po").write_text(again.replace("#, fuzzy\n", ""), encoding="utf-8")
    texts = read_translations(tmp_path).by_slug[SLUG].values()
    assert [(text.zh, text.status) for text in texts] == [(ROAD, "reviewed"), (changed, "project"), (MILL, "reviewed")]


def test_a_signature_becomes_a_note_and_sleeps_as_it_was() -> None:
    again = merge(said(ROAD, LAKE.replace("垂柳", "柳树"), MILL), three().replace("# origin", SIGNED))
    comments = {(entry.obsolete, entry.msgid): entry.tcomment for entry in entries_of(again)}
    told = comments[False, LAKE.replace("垂柳", "柳树")], comments[True, LAKE]
    assert told == (
        f"{WAS_SIGNED}: project translation",
        "reviewer: Li Wen\nreviewed: in May\norigin: project translation",
    )


def test_a_wording_that_is_back_has_its_signature_and_leaves_no_copy() -> None:
    signed = three().replace("# origin", SIGNED)
    again = merge(said(ROAD, LAKE.replace("垂柳", "柳树"), MILL), signed)
    assert merge(said(ROAD, LAKE, MILL), again) == signed


def test_a_note_without_a_translation_goes_with_its_sentence() -> None:
    noted = merge(said(ROAD, LAKE)).replace("#. sentence · qinghe.txt:2", "# ask the town\n#. sentence · qinghe.txt:2")
    again = merge(said(ROAD, LAKE.replace("垂柳", "柳树")), noted)
    assert [entry.tcomment for entry in active(again).values()] == ["", "ask the town"]


def test_a_name_is_not_handed_to_its_neighbour() -> None:
    names = [
        Message(f"p-{n}", "programme", words, "", n) for n, words in enumerate(("清河夜话", "枫桥经验", "六清工作"))
    ]
    edited = translated(merge(names), 清河="Riverside talks", 枫桥="Fengqiao model", 六清="Six clean-ups")
    again = merge([names[0], Message("p-9", "programme", "田间课堂", "", 1), names[2]], edited)
    assert (english(again)[1], obsolete(again)) == (("", "", None), {"枫桥经验": "Fengqiao model"})


# ------------------------------------------------------------- what vanished, and what comes back


def test_a_vanished_translation_becomes_obsolete() -> None:
    again = merge(said(ROAD, MILL), three())
    assert (english(again), obsolete(again)) == ([(ROAD_EN, "", None), (MILL_EN, "", None)], {LAKE: LAKE_EN})


def test_a_vanished_sentence_that_is_back_is_as_it_was() -> None:
    edited = three().replace("# origin: project translation", "# reviewer: Li Wen\n# origin: project translation")
    assert merge(said(ROAD, LAKE, MILL), merge(said(ROAD, MILL), edited)) == edited


@pytest.mark.parametrize("mark", ["", "#, fuzzy\n", "#, fuzzy, no-wrap\n"], ids=["signed", "machine", "flags"])
def test_a_changed_sentence_whose_old_words_are_back_is_as_it_was(mark: str) -> None:
    signed = three().replace("# origin", "# reviewer: Li Wen\n# origin")
    edited = merge(said(ROAD, LAKE, MILL), signed.replace('msgctxt "s-', f'{mark}msgctxt "s-'))
    again = merge(said(ROAD, LAKE.replace("垂柳", "柳树"), MILL), edited)
    assert merge(said(ROAD, LAKE, MILL), again) == edited


def test_what_was_written_for_the_new_words_is_kept_when_the_old_are_back() -> None:
    changed = LAKE.replace("垂柳", "柳树")
    again = translated(merge(said(ROAD, changed, MILL), three()), 清理="Lakes, and willows.")
    back = merge(said(ROAD, LAKE, MILL), again)
    assert (english(back)[1], obsolete(back)) == ((LAKE_EN, "", None), {changed: "Lakes, and willows."})


def test_a_changed_sentence_that_vanished_is_back_with_the_wording_that_was_translated() -> None:
    changed = said(ROAD, LAKE.replace("垂柳", "柳树"), MILL)
    edited = merge(changed, three())
    gone = merge(said(ROAD), merge(said(ROAD, MILL), edited.replace("# origin", "# see the plan\n# origin")))
    assert english(merge(changed, gone))[1] == (LAKE_EN, "fuzzy", LAKE)


def test_an_english_that_an_editor_took_away_stays_away() -> None:
    doubled = three() + f'\n#~ msgctxt "bullet"\n#~ msgid "{LAKE}"\n#~ msgstr "Other words."\n'
    again = merge(said(ROAD, LAKE, MILL), doubled.replace(f'msgstr "{LAKE_EN}"', 'msgstr ""'))
    assert (english(again)[1][0], obsolete(again)) == ("", {LAKE: "Other words."})


def test_an_empty_entry_that_vanishes_leaves_nothing_behind() -> None:
    assert LAKE not in merge(said(ROAD, MILL), merge(said(ROAD, LAKE, MILL)))


def test_an_obsolete_entry_that_gettext_would_refuse_beside_its_like_is_set_apart() -> None:
    doubled = three() + f'\n#~ msgctxt "{said(LAKE)[0].context}"\n#~ msgid "{LAKE}"\n#~ msgstr "Other words."\n'
    again = polib.pofile(merge(said(ROAD, LAKE), doubled), wrapwidth=0)
    keys = [(entry.msgctxt, entry.msgid) for entry in again]
    assert (len(keys), "Other words." in {entry.msgstr for entry in again}) == (len(set(keys)), True)


# ------------------------------------------------------------- files of earlier versions, and long ones


OLD_ROLES = f"""msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# origin: project translation
msgctxt "title"
msgid "{TITLE}"
msgstr "Qinghe Moves Ahead"

# origin: project translation
msgctxt "bullet"
msgid "{WORDS}"
msgstr "In 2024 Qinghe Town collected CNY 915 million in tax, 36.17% less than the year before."

msgctxt "heading"
msgid "{HEADING}"
msgstr "Rural revitalisation"

#, fuzzy
msgctxt "caption"
msgid "{CAPTION}"
msgstr "Villagers listen."

# ask the town
msgctxt "programme"
msgid "{PROGRAMME}"
msgstr ""

# reviewer: Li Wen
msgctxt "sentence"
msgid "{WORDS}"
msgstr "Tax revenue in Qinghe Town came to CNY 915 million in 2024, down 36.17% year on year."
"""


def test_a_file_with_roles_for_contexts_is_taken_over_whole() -> None:
    again = merged_messages(told(), OLD_ROLES, TERMS)
    entries = polib.pofile(again, wrapwidth=0)
    assert [(e.msgctxt, e.msgstr, e.tcomment, e.flags, e.obsolete) for e in entries] == [
        ("title", "Qinghe Moves Ahead", "origin: project translation", [], 0),
        ("h-1.heading", "Rural revitalisation", "", [], 0),
        (
            "s-1",
            "Tax revenue in Qinghe Town came to CNY 915 million in 2024, down 36.17% year on year.",
            "reviewer: Li Wen",
            [],
            0,
        ),
        ("p-1", "", "ask the town", [], 0),
        ("s-2", "Villagers listen.", "", ["fuzzy"], 0),
        ("bullet", OLD_ROLES.split('msgstr "')[3].partition('"')[0], "origin: project translation", [], 1),
    ]


def test_a_file_with_roles_for_contexts_is_read_before_a_build_takes_it_over(tmp_path: Path) -> None:
    (tmp_path / f"{SLUG}.po").write_text(OLD_ROLES, encoding="utf-8")
    made = translate(digest(), read_translations(tmp_path), lexicon.load())
    shown = (made.title, made.sections[0].heading, made.sections[0].bullets[0].text, made.sections[0].captions[0].text)
    assert [text.status for text in shown if text] == ["project", "project", "reviewed", "machine"]


def test_a_long_file_of_which_every_sentence_changed_is_merged() -> None:
    words = [
        f"第{n}村修建道路{n % 97}公里，新增{'甲乙丙丁戊'[n % 5]}类企业{n % 89}家，栽种{'杨柳槐榆'[n % 4]}树。"
        for n in range(500)
    ]
    edited = translated(merge(said(*words)), 第="In English.")
    again = merge(said(*(text.replace("修建道路", "新修公路") for text in words)), edited)
    assert {previous for _, _, previous in english(again)} == set(words)


@pytest.mark.parametrize(
    "tool", [("msgfmt", "-c", "-o", "/dev/null"), ("msgattrib", "-o", "/dev/null")], ids=lambda t: t[0]
)
def test_gettext_accepts_a_merged_file(tmp_path: Path, tool: tuple[str, ...]) -> None:
    if shutil.which(tool[0]) is None:
        pytest.skip(f"gettext is not installed: {tool[0]} was not run over a merged file")
    path = tmp_path / "x.po"
    again = merge(said(ROAD, LAKE.replace("垂柳", "柳树")), merge(said(ROAD, LAKE, "全新的一句。"), three()))
    path.write_text(again, encoding="utf-8")
    done = subprocess.run([*tool, str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, "#~|" in again or "#~" in again, "#|" in again) == (0, "", True, True)


def test_what_gettext_rewraps_reads_the_same_and_is_not_rewritten(tmp_path: Path) -> None:
    if shutil.which("msgcat") is None:
        pytest.skip("gettext is not installed: no catalogue was wrapped by msgcat")
    path = tmp_path / f"{SLUG}.po"
    path.write_text(translated(merge(said(ROAD, LAKE)), 清理=f"{LAKE_EN} " * 12), encoding="utf-8")
    before = read_translations(tmp_path).by_slug
    subprocess.run(["msgcat", "--width=60", "-o", str(path), str(path)], check=True)
    wrapped = path.read_text(encoding="utf-8")
    assert (read_translations(tmp_path).by_slug, merge(said(ROAD, LAKE), wrapped)) == (before, wrapped)
