"""The English tables of the lexicon: what they refuse, and what holds for every entry."""

import re
import shutil
from pathlib import Path

import pytest

from policy_digest.errors import FaultsError
from policy_digest.lexicon import terms as terms_table
from policy_digest.lexicon.tables import FOLDER
from policy_digest.translate.places import UNVERIFIED, english_place
from policy_digest.translate.ranks import english_scope

TERMS = terms_table.load()
HAN = re.compile(r"[\u4e00-\u9fff]")


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    """A copy of the lexicon's data with one text replaced in one file."""
    copy = folder / "data"
    shutil.copytree(FOLDER, copy)
    text = (copy / name).read_text(encoding="utf-8")
    assert old in text
    (copy / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return copy


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("units_en.tsv", "CNY\tcurrency", "CNY\tmoney", r"units_en\.tsv:\d+: found form 'money', expected one of"),
        (
            "units_en.tsv",
            "\t1/15\tha\t",
            "\t1:15\tha\t",
            r"units_en\.tsv:\d+: found factor '1:15', expected a fraction",
        ),
        ("units_en.tsv", "\t1/15\tha\t", "\t1/0\tha\t", r"factor '1/0'"),
        ("units_en.tsv", "\t1/15\tha\t", "\t1/15\t\t", r"factor '1/15'"),
        ("bounds_en.tsv", "近\tlt\tbefore", "近\tlt\tfront", r"bounds_en\.tsv:\d+: found side 'front'"),
        ("gazetteer.tsv", "\tstem\tTongzhou\n", "\tpart\tTongzhou\n", r"gazetteer\.tsv:\d+: found kind 'part'"),
        ("gazetteer.tsv", "\tstem\tTongzhou\n", "\tstem\t\n", r"gazetteer\.tsv:\d+: found no authority"),
        ("counties.tsv", "\tBeijing\twhole", "\tBeijing\tpart", r"counties\.tsv:\d+: found kind 'part'"),
        ("counties.tsv", "\n110101\t", "\n11010\t", r"counties\.tsv:\d+: found code '11010', expected 6, 9 or 12"),
        ("surnames.tsv", "\tyes\t", "\tsure\t", r"surnames\.tsv:\d+: found sure 'sure', expected one of"),
        ("terms.tsv", "\tofficial\t", "\tsure\t", r"terms\.tsv:\d+: found status 'sure'"),
        ("terms.tsv", "\tworking\theading\t\n", "\tofficial\theading\t\n", r"terms\.tsv:\d+: found no authority"),
    ],
)
def test_a_malformed_entry_is_refused_with_file_and_line(
    tmp_path: Path, name: str, old: str, new: str, fault: str
) -> None:
    with pytest.raises(FaultsError, match=fault):
        terms_table.load(changed(tmp_path, name, old, new))


def test_a_working_term_needs_no_authority() -> None:
    assert [term.zh for term in TERMS.terms.values() if not term.authority and term.status != "working"] == []


def test_every_place_of_the_gazetteer_is_found_by_its_name() -> None:
    sure = {zh: place.en for zh, place in TERMS.places.items() if place.en and place.kind != "within"}
    assert {zh: english_place(zh, TERMS) for zh in sure} == sure


@pytest.mark.parametrize("generic", TERMS.generics, ids=lambda generic: generic.zh)
def test_every_generic_part_is_translated_after_a_listed_stem(generic: terms_table.Pair) -> None:
    assert english_place(f"通州{generic.zh}", TERMS) == f"Tongzhou {generic.en}"


def test_a_listed_place_is_never_marked_unverified() -> None:
    sure = [zh for zh, place in TERMS.places.items() if place.en and place.kind != "within"]
    assert [zh for zh in sure if (english_place(zh, TERMS) or UNVERIFIED).endswith(UNVERIFIED)] == []


@pytest.mark.parametrize("scope", sorted(TERMS.scopes))
def test_every_scope_follows_a_rank_as_a_phrase(scope: str) -> None:
    assert english_scope(scope, TERMS, None).split(" ")[0] in ("in", "among", "on", "for")


def test_no_table_has_chinese_in_its_english() -> None:
    english = [unit.plural for unit in TERMS.units.values()] + [unit.to for unit in TERMS.units.values()]
    english += [word.en for word in TERMS.bounds] + [pair.en for pair in (*TERMS.ranks, *TERMS.generics)]
    english += [
        *TERMS.scopes.values(),
        *(name.en for name in TERMS.surnames.values()),
        *(en for pair in TERMS.nouns.values() for en in pair),
    ]
    english += [*TERMS.peoples.values()]
    english += [pair.en for pair in (*TERMS.comparisons.values(), *TERMS.gaps.values())]
    english += [term.en for term in TERMS.terms.values()] + [place.en for place in TERMS.places.values()]
    assert [text for text in english if HAN.search(text)] == []


def test_every_kind_of_bound_has_its_own_word() -> None:
    codes = {word.bound for word in TERMS.bounds if word.side == "code"}
    assert codes == {"eq", "ge", "gt", "le", "lt", "approx", "range"}


@pytest.mark.parametrize(
    ("zh", "period", "english"),
    [
        ("三城一区", "2020", "three science cities and one hi-tech area"),
        ("三城一区", "2021/2025", "three science cities and one demonstration area"),
        ("三城一区", "2024-01/2024-11", "three science cities and one demonstration area"),
        ("三城一区", None, "three science cities and one demonstration area"),
        ("保障性住房", "2011", "low-income housing"),
        ("保障性住房", "2013", "government-subsidised housing"),
        ("乡村振兴", "2011", "rural revitalisation"),
    ],
)
def test_a_term_that_changed_is_chosen_by_the_period(zh: str, period: str | None, english: str) -> None:
    assert TERMS.at(period).terms[zh].en == english


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        (
            "terms_dated.tsv",
            "新型城镇化 ../2015",
            "新型城镇化 before 2015",
            r"terms_dated\.tsv:\d+: found '新型城镇化 before 2015'",
        ),
        ("terms_dated.tsv", "新型城镇化 ../2015", "新新城镇化 ../2015", r"expected a term of terms\.tsv and its years"),
        ("terms_dated.tsv", "../2023", "../2024", r"found years of '三城一区' that overlap"),
        ("terms_dated.tsv", "\tofficial\t", "\tsure\t", r"terms_dated\.tsv:\d+: found status 'sure'"),
        ("terms.tsv", "\trural\t", "\tvillages\t", r"terms\.tsv:\d+: found type 'villages', expected one of"),
    ],
)
def test_a_malformed_dated_term_is_refused(tmp_path: Path, name: str, old: str, new: str, fault: str) -> None:
    with pytest.raises(FaultsError, match=fault):
        terms_table.load(changed(tmp_path, name, old, new))


def test_most_authorities_have_an_address() -> None:
    held = [term for term in TERMS.terms.values() if term.authority]
    assert all(term.address.startswith(("https://", "http://")) for term in held if term.address)
    assert sum(bool(term.address) for term in held) >= 0.95 * len(held)
