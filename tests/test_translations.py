"""Catalogues on disk: their status, their faults, what is withheld, and the interface's completeness."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from policy_digest.errors import FaultsError
from policy_digest.model import Translations, Withheld, family_of, role_of
from policy_digest.read.translations import read_translations, translations_of

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


@pytest.mark.parametrize(
    ("context", "role"),
    [
        ("title", "title"),
        ("indicator", "indicator"),
        ("s-0123456789", "sentence"),
        ("s-0123456789-2", "sentence"),
        ("b-0123456789", "bullet"),
        ("c-0123456789", "commitment"),
        ("p-0123456789", "programme"),
        ("h-0123456789.heading", "heading"),
        ("h-0123456789-2.deck", "deck"),
        ("caption", "caption"),
        ("h-0123456789", None),
        ("h-0123456789.title", None),
        ("x-0123456789", None),
        ("", None),
    ],
)
def test_a_context_tells_what_a_text_is(context: str, role: str | None) -> None:
    assert role_of(context) == role


def test_sentences_and_what_is_made_of_them_are_of_one_family() -> None:
    families = [family_of(role) for role in ("sentence", "bullet", "commitment", "caption", "heading")]
    assert families == [*["prose"] * 4, "heading"]


def test_an_entry_is_known_by_file_and_line(tmp_path: Path) -> None:
    path = written(tmp_path, entry("title", "新镇", "Town") + "\n" + entry("s-1", "旧镇。", "Old town."))
    places = read_translations(tmp_path).places["qinghe-2024"]
    assert places == {("title", "新镇"): (str(path), 5), ("s-1", "旧镇。"): (str(path), 9)}


def test_what_the_check_refuses_of_a_fuzzy_entry_is_withheld_with_every_reason() -> None:
    catalogue = HEADER + entry("s-1", "投资3元，增长5%。", "Invested $3, up 6%.", "#, fuzzy\n")
    read = translations_of(catalogue, Path("qinghe-2024.po"))
    reasons = ("without 5", "with 6", "with 3 in dollars")
    assert read.withheld == {"qinghe-2024": (Withheld("s-1", "投资3元，增长5%。", "Invested $3, up 6%.", reasons),)}


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
