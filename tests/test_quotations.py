"""Quotations of known documents: a passage close to a known wording is shown beside it, the wording itself is not."""

import json
import shutil
from pathlib import Path

import pytest
from told import bilingual_of, digest_of

from policy_digest.errors import FaultsError
from policy_digest.lexicon import documents
from policy_digest.lexicon.tables import FOLDER, read_entries, read_rows
from policy_digest.render import record_json
from tests.test_tensions import seed

KEYS = ("id", "wording", "document_zh", "document_en", "year", "url", "checked", "examples", "counterexamples")
RULES = read_entries("documents", KEYS)
TELLING = read_rows("telling_words", ("word", "example"))
WORDING = "健全党组织领导的自治、法治、德治相结合的城乡基层治理体系，完善共建共治共享的社会治理制度"
CLOSE = WORDING.replace("基层治理体系", "底层办理系统")


def told(words: str) -> list[str]:
    """The wordings that a text in which a report tells these words is close to."""
    quoted = words if words.endswith("。") else f"报告提出，{words}。"
    return [one.known.id for one in digest_of(f"云溪镇召开大会。{quoted}全镇抓好落实。").quotations]


@pytest.mark.parametrize(("known", "words"), [(e["id"], w) for e in RULES for w in e["examples"]])
def test_a_passage_close_to_a_wording_is_found(known: str, words: str) -> None:
    assert told(words) == [known]


@pytest.mark.parametrize(("known", "words"), [(e["id"], w) for e in RULES for w in e["counterexamples"]])
def test_the_wording_itself_and_what_shares_a_few_words_are_no_finding(known: str, words: str) -> None:
    assert told(words) == [], known


@pytest.mark.parametrize("row", TELLING, ids=lambda row: row["word"])
def test_words_told_as_a_documents_are_read_without_quotation_marks(row: dict[str, str]) -> None:
    found = digest_of(f"{row['example']}{CLOSE}。").quotations

    assert [one.side.words for one in found] == [CLOSE]


@pytest.mark.parametrize(
    "words",
    [
        f"“{WORDING.replace('，', ',')}”",
        "“健全黨組織領導的自治、法治、德治相結合的城鄉基層治理體系，完善共建共治共享的社會治理制度”",
        "“坚持和发展新时代‘枫桥经验’，健全党组织领导的自治、法治、德治相结合的城乡基层治理体系，完善共建共治共享的社会治理制度”",
    ],
    ids=["width", "traditional", "more before it"],
)
def test_the_wording_in_another_script_or_a_longer_quotation_is_the_wording(words: str) -> None:
    assert told(words) == []


def test_a_close_passage_in_running_words_is_no_quotation() -> None:
    text = f"云溪镇坚持党建引领，着力{CLOSE}，各项工作取得新的成效，群众的满意度不断提升，为高质量发展提供了保障。"

    assert digest_of(text).quotations == ()


def test_both_altered_quotations_of_seed_003_are_found() -> None:
    found = [one.known.id for one in seed("003").quotations]

    assert found == ["third-plenum-2024-grassroots-governance", "no-1-document-2021-rejuvenation"]


def test_seed_000_quotes_no_document_wrongly() -> None:
    assert seed("000").quotations == ()


def test_the_record_has_both_wordings_and_the_citation() -> None:
    (found,) = json.loads(record_json(bilingual_of(f"全会提出，“{CLOSE}”。")))["quotations"]

    assert (found["words"], found["wording"], found["year"]) == (CLOSE, WORDING, 2024)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"year": "soon"}, "year 'soon'"),
        ({"checked": "perhaps"}, "checked 'perhaps'"),
        ({"url": "ftp://example.org"}, "url 'ftp://example.org'"),
        ({"id": RULES[0]["id"]}, f"id '{RULES[0]['id']}' again"),
    ],
)
def test_a_malformed_entry_is_told_with_its_file_and_line(tmp_path: Path, change: dict, found: str) -> None:
    for each in ("documents.yml", "telling_words.tsv"):
        shutil.copy(FOLDER / each, tmp_path)
    entry = dict.fromkeys(KEYS, "a") | {"year": 2020, "url": None, "checked": "official"}
    entry |= {"examples": [], "counterexamples": []} | change
    path = tmp_path / "documents.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}- {json.dumps(entry)}\n", encoding="utf-8")

    with pytest.raises(FaultsError) as raised:
        documents.load(folder=tmp_path)

    line = path.read_text(encoding="utf-8").count("\n")
    assert [(fault.line, fault.found) for fault in raised.value.faults] == [(line, found)]
