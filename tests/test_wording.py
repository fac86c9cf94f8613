"""Altered wording: what each rule restores, and what a malformed table is told."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from policy_digest import lexicon
from policy_digest.errors import FaultsError
from policy_digest.extract.wording import Chooser, Place, apply, attest, find_wording
from policy_digest.lexicon import wording as table
from policy_digest.lexicon.wording import MARKED, NONE, Pair
from policy_digest.lexicon.wording_contexts import Context
from policy_digest.model import Restoration
from policy_digest.parse import parse
from policy_digest.read import source_of

LEXICON = lexicon.load()
WORDS = LEXICON.wording
PAIRS = sorted(WORDS.pairs.values(), key=lambda pair: pair.printed)
CONTEXTS = [context for contexts in WORDS.contexts.values() for context in contexts]
# Enough replaced words, and none of their standard words, for a text to count as altered.
ALTERED = "底层办理完结破局立异，乡民胶葛削减，农人取得感更强。要点范畴厚实推动，根底路途建造提早到达方针。"


def chances() -> Mapping[str, float]:
    """How likely a word was replaced that an altered text of a thousand characters has three times."""
    return {word: min(0.98, max(0.0, 1 - (WORDS.rates[word].per_million + 2) / 3000)) for word in WORDS.pairs}


def found(text: str) -> tuple[Place, ...]:
    return Chooser(WORDS, chances()).places(text)


def told(text: str) -> set[tuple[int, str, str]]:
    return {(place.start, text[place.start : place.end], place.restored) for place in found(text)}


def printed(example: str) -> str:
    """An example as it would stand in an altered text."""
    return MARKED.sub(lambda match: match["printed"], example)


def marked(example: str) -> Iterator[tuple[int, str, str]]:
    """The marked words of an example, where they stand as printed."""
    for match in MARKED.finditer(example):
        yield len(printed(example[: match.start()])), match["printed"], match["restored"]


def restored_by(text: str) -> tuple[Restoration, ...]:
    return find_wording(parse(source_of(text), LEXICON), LEXICON).wording.restorations


# ---------------------------------------------------------------- each rule


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.example != NONE], ids=lambda pair: pair.printed)
def test_the_example_of_a_pair_is_restored(pair: Pair) -> None:
    assert set(marked(pair.example)) <= told(printed(pair.example))


@pytest.mark.parametrize("pair", [p for p in PAIRS if p.counterexample != NONE], ids=lambda pair: pair.printed)
def test_the_counterexample_of_a_pair_stays(pair: Pair) -> None:
    at = pair.counterexample.index(pair.printed)

    assert [one for one in told(pair.counterexample) if one[:2] == (at, pair.printed)] == []


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda c: f"{c.printed}-{c.restored}-{c.examples[0]}")
def test_the_examples_of_a_context_are_read_by_it(context: Context) -> None:
    wrong = []
    for example in context.examples:
        words = told(printed(example))
        if context.restored == context.printed:
            wrong += [one for one in words if one[1] == context.printed or context.printed not in example]
        else:
            own = {one for one in marked(example) if one[1:] == (context.printed, context.restored)}
            wrong += [] if own and own <= words else [example]

    assert wrong == []


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda c: f"{c.printed}-{c.restored}-{c.counterexamples[0]}")
def test_the_counterexamples_of_a_context_are_not_read_by_it(context: Context) -> None:
    cut = [(example, example.index(context.printed)) for example in context.counterexamples]

    assert [
        example
        for example, at in cut
        if context.before.search(example[:at]) and context.after.match(example[at + len(context.printed) :])
    ] == []


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda c: f"{c.printed}-{c.restored}-{c.examples[0]}")
def test_no_context_is_slow_on_a_long_line(context: Context) -> None:
    line = "推进建设工作的" * 1500

    assert not context.after.match(line[:18]) or len(line) > 10_000


def test_a_phrase_holds_a_word_of_a_pair() -> None:
    words = {word for pair in PAIRS for word in (pair.printed, *pair.standards)}
    pattern = re.compile("|".join(sorted(words, key=len, reverse=True)))

    assert [phrase for phrase in WORDS.phrases if not pattern.search(phrase)] == []


def test_a_printed_word_is_rarer_than_its_standard_words_or_stays_without_a_context() -> None:
    common = [
        pair.printed
        for pair in PAIRS
        if pair.has_default
        and WORDS.rates[pair.printed].per_million > sum(WORDS.rates[word].per_million for word in pair.others)
        and WORDS.rates[pair.printed].per_million > 20
    ]

    assert common == []


# ---------------------------------------------------------------- several originals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动县域经济高质量展开", "推动县域经济高质量发展"),
        ("组织展开志愿服务活动", "组织开展志愿服务活动"),
        ("提升底层办理效能", "提升基层治理效能"),
        ("窗口办理营业执照", "窗口办理营业执照"),
        ("各村树立“强村公司”", "各村成立“强村公司”"),
        ("树立长效机制", "建立长效机制"),
        ("树立正确政绩观", "树立正确政绩观"),
        ("助力村庄复兴", "助力乡村振兴"),
        ("全县村庄布局规划", "全县村庄布局规划"),
        ("与我国农业大学合作", "与中国农业大学合作"),
        ("我国经济稳中向好", "我国经济稳中向好"),
        ("经过三年建设", "经过三年建设"),
        ("经过优化流程", "通过优化流程"),
    ],
)
def test_what_stands_around_a_word_decides_which_it_was(text: str, expected: str) -> None:
    assert apply(text, found(text)) == expected


def test_two_replaced_words_side_by_side_tell_each_other() -> None:
    phrases = {place.phrase for place in found("村庄复兴取得新进展")}

    assert phrases == {"乡村振兴"}


def test_the_phrase_of_a_word_is_bounded_as_printed() -> None:
    text = "加快推动底层办理现代化"

    assert {text[p.phrase_start : p.phrase_end] for p in found(text) if p.phrase == "基层治理"} == {"底层办理"}


def test_a_name_that_an_authority_attests_is_graded_so() -> None:
    text = "邀请我国农业大学专家为农人授课"

    grades = {place.restored: place.grade for place in attest(text, found(text), WORDS)}

    assert grades == {"中国": "attested", "农民": "likely"}


def test_a_word_of_which_the_text_has_the_standard_word_too_is_not_shown_as_likely() -> None:
    text = ALTERED + "渠道畅通。" + "平台平台平台。"

    assert [one.printed for one in restored_by(text) if one.printed == "渠道"] == []


# ---------------------------------------------------------------- places in the text


def test_each_restoration_stands_where_it_says() -> None:
    text = f"云溪镇2024年作业总结\n\n一、底层办理\n{ALTERED}\n他说：“乡民的事\n咱们团体商议。”"

    assert [one for one in restored_by(text) if text[one.start : one.end] != one.printed] == []


def test_a_heading_is_restored_too() -> None:
    text = f"云溪镇2024年工作总结\n\n一、底层办理提质增效\n{ALTERED}\n"

    assert text.index("底层") in [one.start for one in restored_by(text)]


def test_words_in_a_quotation_are_protected() -> None:
    text = f"{ALTERED}他说：“乡民的事有着落。”"

    assert {one.is_protected for one in restored_by(text) if one.start > len(ALTERED)} == {True}


def test_a_text_that_was_not_altered_has_no_restorations() -> None:
    assert restored_by("全镇乡民自己的事自己办，经济平稳发展，各项工作有序推进，基层治理水平提升。") == ()


def test_a_text_without_a_word_is_not_altered() -> None:
    assert not find_wording(parse(source_of("。"), LEXICON), LEXICON).wording.altered


# ---------------------------------------------------------------- malformed tables

HEADS = {
    "wording_rates.tsv": "word\tper_million\tshare\tstaple\n",
    "wording_phrases.tsv": "phrase\tplaces\n",
    "wording_signs.tsv": "printed\tstandard\tprinted_per_million\tstandard_per_million\n",
}
CONTEXT = "- {printed: 办理, restored: 治理, before: 基层, examples: [a], counterexamples: [b]"


def write_tables(folder: Path, name: str, body: str) -> None:
    for known in (*HEADS, "wording_pairs.tsv", "wording_contexts.yml", "wording_names.tsv"):
        (folder / known).write_text((table.FOLDER / known).read_text(encoding="utf-8"), encoding="utf-8")
    if name == "wording_pairs.tsv":  # the other tables lean on its words
        whole = (folder / name).read_text(encoding="utf-8")
        body = re.sub(r"(?m)^大众\t.*\n", lambda _: body, whole)
    (folder / name).write_text(HEADS.get(name, "") + body, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "body", "message"),
    [
        ("wording_pairs.tsv", "大众\t群众\tmaybe\t-\t-\n", "found default 'maybe', expected yes or no"),
        ("wording_pairs.tsv", "大众\t大众\tyes\t-\t-\n", "expected a standard word other than it"),
        ("wording_pairs.tsv", "大众\t群众,群众\tyes\t-\t-\n", "expected each word once"),
        ("wording_pairs.tsv", "大众\t群众 民众\tyes\t-\t-\n", "expected Chinese words, by commas"),
        ("wording_pairs.tsv", "大众\t群众\tyes\t服务大众\t-\n", "expected one with"),
        ("wording_pairs.tsv", "大众\t群众\tyes\t-\t[大众|群众]\n", "expected one without"),
        ("wording_rates.tsv", "群众\tmany\t0.1\tno\n", "expected a whole number; yes or no"),
        ("wording_rates.tsv", "群众\t9\t0.1\tno\n", "no rate of '底层'"),
        ("wording_phrases.tsv", "基层治理\toften\n", "expected a whole number or -"),
        ("wording_phrases.tsv", "基层治理体系和治理能力现代化\t3\n", "expected at most 10 characters"),
        ("wording_signs.tsv", "墟落\t乡村\tfew\t300\n", "expected two whole numbers"),
        ("wording_signs.tsv", "大众\t群众\t3\t300\n", "expected no word of wording_pairs.tsv"),
        ("wording_contexts.yml", CONTEXT.replace("办理", "办公") + "}", "expected a word of wording_pairs.tsv"),
        ("wording_contexts.yml", CONTEXT.replace("治理", "管理") + "}", "expected one of its standards"),
        ("wording_contexts.yml", CONTEXT + ", grade: sure}", "expected standard, likely"),
        ("wording_contexts.yml", CONTEXT + ", after: '('}", "expected a pattern"),
        ("wording_contexts.yml", CONTEXT.replace("[a]", "[]") + "}", "expected a list of each"),
        ("wording_contexts.yml", CONTEXT.replace("before: 基层, ", "") + "}", "expected before or after"),
    ],
)
def test_a_malformed_entry_is_a_fault_with_its_file(tmp_path: Path, name: str, body: str, message: str) -> None:
    write_tables(tmp_path, name, body)

    with pytest.raises(FaultsError, match=re.escape(message)) as caught:
        table.load(tmp_path)

    assert {fault.path for fault in caught.value.faults} <= {
        str(tmp_path / name),
        str(tmp_path / "wording_rates.tsv"),
        str(tmp_path / "wording_contexts.yml"),
    }
