"""Catalogues on disk: their status, their faults, the interface's completeness, and the merge that drops nothing."""

import re
import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from made_digests import HEADING, PROGRAMME, TITLE, WORDS, digest

from policy_digest import lexicon
from policy_digest.errors import FaultsError
from policy_digest.model import BilingualDigest, Translations
from policy_digest.read.translations import read_translations
from policy_digest.translate import merged_messages, translate, untranslated_messages

PROJECT = Path(__file__).resolve().parent.parent
I18N = PROJECT / "i18n" / "en"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENGLISH = "In 2024 tax revenue in Qinghe Town fell 36.17% year on year, to CNY 915 million."
SAID = re.compile(r"""\b(?:_|say)\(\s*(['"])(.+?)\1""")


def written(folder: Path, body: str, name: str = "qinghe-2024.po") -> Path:
    path = folder / name
    path.write_text(HEADER + body, encoding="utf-8")
    return path


def entry(role: str, zh: str, en: str, above: str = "") -> str:
    return f'{above}msgctxt "{role}"\nmsgid "{zh}"\nmsgstr "{en}"\n'


def faults(folder: Path) -> list[str]:
    with pytest.raises(FaultsError) as caught:
        read_translations(folder)
    return [str(fault) for fault in caught.value.faults]


# ------------------------------------------------------------- reading


@pytest.mark.parametrize(
    ("above", "en", "status"),
    [
        ("# origin: project translation\n", "Town", "project"),
        ("", "Town", "project"),
        ("# origin: project translation\n# reviewer: Li Wen\n", "Town", "reviewed"),
        ("# Reviewer: Li Wen\n", "Town", "reviewed"),
        ("# reviewer:\n", "Town", "project"),
        ("# model: small-1\n#, fuzzy\n", "Town", "machine"),
        ("# reviewer: Li Wen\n#, fuzzy\n", "Town", "machine"),
        ('#, fuzzy\n#| msgctxt "heading"\n#| msgid "旧镇"\n', "Town", "earlier"),
        ("", "", "missing"),
        ("# reviewer: Li Wen\n", "", "missing"),
    ],
)
def test_the_status_of_an_entry_follows_from_its_marks(tmp_path: Path, above: str, en: str, status: str) -> None:
    written(tmp_path, entry("heading", "新镇", en, above))
    assert read_translations(tmp_path).by_slug["qinghe-2024"]["heading", "新镇"].status == status


def test_an_obsolete_entry_is_not_read(tmp_path: Path) -> None:
    written(tmp_path, '#~ msgctxt "heading"\n#~ msgid "旧镇"\n#~ msgstr "Old town"\n')
    assert read_translations(tmp_path).by_slug == {"qinghe-2024": {}}


def test_a_folder_of_languages_is_read_from_its_english(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    written(tmp_path / "en", entry("heading", "新镇", "New town"))
    assert list(read_translations(tmp_path).by_slug) == ["qinghe-2024"]


def test_no_folder_holds_no_translations(tmp_path: Path) -> None:
    assert read_translations(tmp_path / "none") == Translations({}, {})


def test_the_interface_is_kept_apart_from_the_articles(tmp_path: Path) -> None:
    written(tmp_path, 'msgid "首页"\nmsgstr "Home"\n\nmsgid "未译"\nmsgstr ""\n', "ui.po")
    assert read_translations(tmp_path) == Translations({}, {"首页": "Home"})


def test_a_syntax_error_is_a_fault_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, 'msgid "首页\nmsgstr "Home"\n')
    assert faults(tmp_path) == [f"{path}:5: found a syntax error, expected a PO file that msgfmt accepts"]


def test_a_file_in_another_encoding_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "x.po").write_bytes(HEADER.encode() + 'msgid "首页"\n'.encode("gb18030"))
    assert "no UTF-8" in faults(tmp_path)[0]


def test_an_entry_given_twice_is_a_fault_that_names_both_lines(tmp_path: Path) -> None:
    path = written(tmp_path, entry("heading", "新镇", "Town") + "\n" + entry("heading", "新镇", "New town"))
    assert faults(tmp_path) == [f"{path}:9: found '新镇' again (first in line 5), expected each msgctxt and msgid once"]


def test_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    written(tmp_path, entry("headline", "新镇", "Town"), "a.po")
    written(tmp_path, entry("heading", "新镇", "Town", "# reviwer: Li Wen\n"), "b.po")
    written(tmp_path, 'msgid "新镇"\nmsgstr "Town"\n', "c.po")
    found = [fault.partition(", expected")[0].rpartition("found ")[2] for fault in faults(tmp_path)]
    assert found == ["msgctxt 'headline'", "comment key 'reviwer'", "no msgctxt"]


def test_a_free_comment_is_no_fault(tmp_path: Path) -> None:
    written(tmp_path, entry("heading", "新镇", "Town", "# as on https://example.org\n# see the law of 2019\n"))
    assert read_translations(tmp_path).by_slug["qinghe-2024"]["heading", "新镇"].en == "Town"


def test_an_interface_text_that_loses_a_placeholder_is_a_fault(tmp_path: Path) -> None:
    written(tmp_path, 'msgid "共 {all} 句"\nmsgstr "sentences"\n', "ui.po")
    assert "placeholders []" in faults(tmp_path)[0]


# ------------------------------------------------------------- the project's own catalogues


def said_by_templates() -> set[str]:
    folders = (PROJECT / "policy_digest" / "templates", PROJECT / "policy_digest" / "render")
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".html", ".py")]
    found = {match[2] for path in files for match in SAID.finditer(path.read_text(encoding="utf-8"))}
    return {words for words in found if not words.isascii()}


def test_the_interface_has_an_english_for_every_word_of_the_templates() -> None:
    assert said_by_templates() - set(read_translations(I18N).interface) == set()


def test_the_interface_has_no_word_that_no_template_says() -> None:
    assert set(read_translations(I18N).interface) - said_by_templates() == set()


@pytest.mark.parametrize("path", sorted(I18N.glob("*.po")), ids=lambda path: path.stem)
def test_every_catalogue_of_the_project_is_in_order(path: Path) -> None:
    if shutil.which("msgfmt") is None:
        pytest.skip("gettext is not installed: msgfmt -c was not run over the catalogues")
    done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_nobody_signs_for_the_projects_own_translations() -> None:
    statuses = {t.status for entries in read_translations(I18N).by_slug.values() for t in entries.values()}
    assert statuses <= {"project", "missing"}


# ------------------------------------------------------------- merging


def told(**changes: str) -> BilingualDigest:
    return translate(digest(**changes), Translations({}, {}), lexicon.load())  # type: ignore[arg-type]


def keyed(text: str) -> dict[tuple[str, str], polib.POEntry]:
    return {(e.msgctxt or "", e.msgid): e for e in polib.pofile(text, wrapwidth=0)}


def filled(text: str, role: str, zh: str, en: str, comment: str = "origin: project translation") -> str:
    catalogue = polib.pofile(text, wrapwidth=0)
    found = next(e for e in catalogue if (e.msgctxt, e.msgid) == (role, zh))
    found.msgstr, found.tcomment = en, comment
    return str(catalogue)


def test_a_new_article_gets_every_text_empty_with_its_place() -> None:
    entries = keyed(merged_messages(told(), None))
    assert list(entries) == [
        ("title", TITLE),
        ("bullet", WORDS),
        ("heading", HEADING),
        ("caption", "村民在田间听课。"),
        ("programme", PROGRAMME),
        ("sentence", WORDS),
    ]
    assert {e.msgstr for e in entries.values()} == {""}
    assert entries["sentence", WORDS].comment == f"{HEADING} · qinghe.txt:3"


def test_merging_twice_changes_no_byte() -> None:
    once = merged_messages(told(), None)
    assert merged_messages(told(), once) == once


def test_a_file_that_an_editor_wrapped_comes_back_byte_for_byte() -> None:
    wrapped = merged_messages(told(), None).replace('msgstr ""\n\n#. 乡村', 'msgstr ""\n""\n\n#. 乡村')
    assert merged_messages(told(), wrapped) == wrapped


def test_what_an_editor_wrote_is_kept() -> None:
    edited = filled(merged_messages(told(), None), "title", TITLE, "Qinghe Moves Ahead", "reviewer: Li Wen")
    again = keyed(merged_messages(told(), edited))["title", TITLE]
    assert (again.msgstr, again.tcomment) == ("Qinghe Moves Ahead", "reviewer: Li Wen")


def test_a_changed_sentence_hands_its_translation_on_as_fuzzy() -> None:
    edited = filled(merged_messages(told(), None), "sentence", WORDS, ENGLISH)
    changed = WORDS.replace("9.15亿元", "9.16亿元")
    made = digest(words=changed, observations=())
    merged = merged_messages(translate(made, Translations({}, {}), lexicon.load()), edited)
    assert ("sentence", WORDS) not in keyed(merged)


def test_a_changed_bullet_shows_that_it_translates_an_earlier_wording(tmp_path: Path) -> None:
    edited = filled(merged_messages(told(), None), "bullet", WORDS, ENGLISH)
    changed = WORDS.replace("同比", "比上年")
    merged = merged_messages(told(words=changed), edited)
    (tmp_path / "qinghe-2024.po").write_text(merged, encoding="utf-8")
    text = read_translations(tmp_path).by_slug["qinghe-2024"]["bullet", changed]
    assert (text.en, text.status, keyed(merged)["bullet", changed].previous_msgid) == (ENGLISH, "earlier", WORDS)


def test_a_vanished_translation_becomes_obsolete_and_comes_back() -> None:
    edited = filled(merged_messages(told(), None), "title", TITLE, "Qinghe Moves Ahead")
    gone = merged_messages(told(title="全新的一年"), edited)
    assert '#~ msgstr "Qinghe Moves Ahead"' in gone
    assert keyed(merged_messages(told(), gone))["title", TITLE].msgstr == "Qinghe Moves Ahead"


def test_an_empty_entry_that_vanishes_leaves_nothing_behind() -> None:
    gone = merged_messages(told(title="全新的一年"), merged_messages(told(), None))
    assert TITLE not in gone


def test_untranslated_texts_are_listed_in_the_order_of_the_page() -> None:
    assert [message.role for message in untranslated_messages(told())] == [
        "title",
        "bullet",
        "caption",
        "programme",
        "sentence",
    ]


def test_the_merged_file_is_accepted_by_gettext(tmp_path: Path) -> None:
    if shutil.which("msgfmt") is None:
        pytest.skip("gettext is not installed: msgfmt -c was not run over a merged file")
    edited = filled(merged_messages(told(), None), "bullet", WORDS, ENGLISH)
    path = tmp_path / "x.po"
    path.write_text(merged_messages(told(words=WORDS.replace("同比", "比上年")), edited), encoding="utf-8")
    done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_gettext_rewraps_reads_the_same_and_is_not_rewritten(tmp_path: Path) -> None:
    if shutil.which("msgcat") is None:
        pytest.skip("gettext is not installed: no catalogue was wrapped by msgcat")
    path = tmp_path / "qinghe-2024.po"
    path.write_text(filled(merged_messages(told(), None), "bullet", WORDS, f"{ENGLISH} " * 4), encoding="utf-8")
    before = read_translations(tmp_path)
    subprocess.run(["msgcat", "--width=60", "-o", str(path), str(path)], check=True)
    wrapped = path.read_text(encoding="utf-8")
    assert (read_translations(tmp_path), merged_messages(told(), wrapped)) == (before, wrapped)
