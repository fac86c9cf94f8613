"""Organisations: which are read as one, what makes two names one, and what the index and the record show of them."""

import json
import re
import shutil
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from malformed import faults_of
from test_render_pages import INTERFACE, Elements, ids
from told import bilingual_of, record_of

from policy_digest.collate import collate
from policy_digest.lexicon import organisations
from policy_digest.lexicon.tables import FOLDER, read_entries, read_rows
from policy_digest.model import BilingualDigest, BilingualOrganisation, Collection, Stated, Text, Translations
from policy_digest.render import data_files, record_json, render
from policy_digest.render.followed import WHOLE
from policy_digest.render.organisations import organisation_pages
from tests.test_tensions import seed

RULES = read_entries("organisations", ("rule", "words", "examples", "counterexamples"), ("kind",))
READING = [entry for entry in RULES if entry["rule"] in ("head", "firm", "office")]
WORDS = [entry for entry in RULES if entry not in READING]
BOTH = ("zh", "en")


def names(text: str) -> list[str]:
    return [one.standard for one in record_of(text).organisations]


def pages(*digests: BilingualDigest) -> dict[str, str]:
    return {page.path: page.body for page in render(collate(digests), Translations({}, INTERFACE))}


def plain(body: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def of_place(text: str, slug: str, place: str) -> BilingualDigest:
    """The digest of a text as that of a place, under a slug of its own."""
    told = bilingual_of(text)
    record = told.digest.record
    metadata = replace(record.article.metadata, ref_area=Stated(place, "sidecar"))
    record = replace(record, article=replace(record.article, slug=slug, metadata=metadata))
    return replace(told, slug=slug, digest=replace(told.digest, record=record), place=Text(place, None, "missing"))


@pytest.mark.parametrize("text", [text for entry in READING for text in entry["examples"]])
def test_each_rule_reads_its_examples(text: str) -> None:
    sentence, told = text.rsplit(" = ", 1)
    assert names(sentence) == told.split("、")


@pytest.mark.parametrize("text", [text for entry in READING for text in entry["counterexamples"]])
def test_the_counterexamples_name_no_organisation(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("entry", WORDS, ids=lambda entry: entry["rule"])
def test_a_list_of_words_holds_to_its_examples(entry: dict) -> None:
    words = set(entry["words"])
    held = [word in words for word in (*entry["examples"], *entry["counterexamples"])]
    assert held == [True] * len(entry["examples"]) + [False] * len(entry["counterexamples"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("与清华大学、江西师范大学共建实验室。", ["清华大学", "江西师范大学"]),
        ("北京大学第三医院延庆院区开诊。", ["北京大学第三医院"]),
        ("中山大学附属江西医院挂牌。", ["中山大学附属江西医院"]),
        ("会同国家发展改革委、财政部组织验收。", ["国家发展改革委", "财政部"]),
        ("江西农商银行吸收合并青石银行。", ["江西农商银行"]),
        ("推动江西省儿童医院建设，推动青海大学提质。", ["江西省儿童医院", "青海大学"]),
        ("高等院校中，青海高等研究院率先挂牌。", ["青海高等研究院"]),
    ],
)
def test_a_name_begins_and_ends_where_a_reader_says(text: str, told: list[str]) -> None:
    assert names(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "鼓励大学生返乡，公司治理更加规范，法院系统深化改革。",
        "改造285所县中医院、1000所县妇幼保健院，支持5000所中心乡镇卫生院。",
        "现在，我代表省人民政府向大会报告工作。",
        "各市教育局、全省法院、每个区人民法院都要落实。",
        "医保定点社区卫生服务中心全部联网。",
        "科技部门和教育部门协同发力。",
        "支持一批省级场景实验室，建好建强省高等研究院。",
        "江西省公办幼儿园、江西上市公司、江西集团数量增加。",
        "建立省市县博物馆联动机制。",
        "十九届全国人民代表大会召开。",
        "青禾镇走访渡口区住建局。",
        "配备社区医院三所，年末乡有小学六所。",
        "推动产业集团、企业集团、二十国集团合作。",
    ],
)
def test_classes_and_parts_of_words_are_no_organisation(text: str) -> None:
    assert names(text) == []


def test_one_name_is_one_organisation_with_every_sentence_that_names_it() -> None:
    (found,) = record_of("学校与青海大学签约。项目由青海大学承担。青海大学派出专家。").organisations
    assert len(found.sentences) == 3


def test_traditional_characters_are_printed_and_joined_with_simplified_ones() -> None:
    (found,) = record_of("與青海醫院簽約。青海医院派出专家。").organisations
    assert (found.name_zh, found.standard, len(found.sentences)) == ("青海醫院", "青海医院", 2)


def test_an_altered_name_is_kept_as_printed_with_its_standard_form() -> None:
    found = {one.standard: one.name_zh for one in seed("003").record.organisations}
    assert (found["中国农业大学"], found["清华大学"]) == ("我国农业大学", "清华大学")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("与清华大学签约。", "Tsinghua University"),
        ("通州区人民法院开庭。", "People’s Court of Tongzhou District"),
        ("区农业农村局培训农民。", "District Agriculture and Rural Affairs Bureau"),
        ("与青海大学签约。", "Qinghai University"),
        ("青禾集团实现扭亏。", None),
        ("白银集团实现扭亏。", None),
        ("上海市第一人民医院南昌医院开诊。", None),
        ("与江西职业技术学院签约。", "Jiangxi Vocational and Technical College"),
        ("中国青禾基金会捐款。", None),
    ],
)
def test_english_comes_of_tables_and_known_words_or_there_is_none(text: str, english: str | None) -> None:
    (found,) = bilingual_of(text).organisations
    assert (found.name.en, found.name.status) == (english, "generated" if english else "missing")


def test_the_same_name_in_two_digests_is_one_entry() -> None:
    made = collate(
        [of_place("与青海大学签约。", "a-2023", "青石镇"), of_place("青海大学派出专家。", "b-2023", "云溪镇")]
    )
    assert [(one.standard, len(one.uses)) for one in made.organisations] == [("青海大学", 2)]


def test_an_office_told_by_its_level_is_one_in_each_place() -> None:
    text = "区农业农村局培训农民。"
    made = collate([of_place(text, slug, place) for slug, place in (("a", "甲区"), ("b", "乙区"), ("c", "甲区"))])
    told = sorted((one.place.zh, len(one.uses)) for one in made.organisations if one.place)
    assert told == [("乙区", 1), ("甲区", 2)]


def test_similar_names_are_not_joined() -> None:
    made = collate([bilingual_of("与青海大学、青海师范大学、青海大学附属医院签约。")])
    assert sorted(one.standard for one in made.organisations) == ["青海大学", "青海大学附属医院", "青海师范大学"]


TEXT = "2024年，青禾镇与青海大学共建实训基地3个。今年，青海大学派出专家20名。金石集团实现扭亏。"


@pytest.mark.parametrize("language", BOTH)
def test_an_entry_leads_to_the_sentences_that_its_digest_shows(language: str) -> None:
    digest = bilingual_of(TEXT)
    found = pages(digest)
    index = unescape(found[f"{language}/organisations/index.md"])
    anchors = re.findall(rf'href="\.\./digests/{digest.slug}/#([^"]+)"', index)
    body = unescape(found[f"{language}/digests/{digest.slug}.md"])
    assert (len(anchors) >= 2, [one for one in anchors if f'id="{one}"' not in body]) == (True, [])


@pytest.mark.parametrize(
    ("language", "told"), [("zh", "1 句，摘编未引"), ("en", "sentences not quoted in the digest: 1")]
)
def test_a_sentence_that_no_page_quotes_is_counted_and_not_printed(language: str, told: str) -> None:
    digest = bilingual_of("2024年，青禾镇修建道路12公里。大家都说，青海大学是一所好学校，校园里花开得很好看。")
    quoted = {line.sentence for line in digest.coverage.lines if line.status == "used"}
    hidden = [one for one in digest.organisations if not quoted & set(one.sentences)]
    body = plain(pages(digest)[f"{language}/organisations/index.md"])
    assert (len(hidden), told in body, "花开得很好看" in body) == (1, True, False)


def test_both_languages_have_the_same_anchors_and_links() -> None:
    found = pages(bilingual_of(TEXT), seed_digest())
    zh, en = (Elements(re.sub("<br>", "", found[f"{one}/organisations/index.md"].split("---\n", 2)[2])) for one in BOTH)
    links = [[a.get("href") for tag, a, _ in page.found if tag == "a"] for page in (zh, en)]
    assert (ids(zh), links[0], len(ids(zh)) == len(set(ids(zh)))) == (ids(en), links[1], True)


def seed_digest() -> BilingualDigest:
    """A digest of an altered text: printed and restored names."""
    digest = bilingual_of("2024年，云溪镇与青海大学签约。")
    one = digest.organisations[0]
    altered = replace(one, name=Text("我国农业大学", "China Agricultural University", "generated"), is_restored=True)
    return replace(digest, slug="altered", organisations=(replace(altered, standard="中国农业大学"),))


@pytest.mark.parametrize(("language", "told"), [("zh", "〔还原：中国农业大学〕"), ("en", "[ restored: 中国农业大学]")])
def test_a_printed_name_stands_beside_its_restored_form(language: str, told: str) -> None:
    body = plain(pages(seed_digest())[f"{language}/organisations/index.md"])
    assert f"我国农业大学 {told}" in body


def test_where_one_text_prints_the_standard_name_that_heads_the_entry() -> None:
    body = plain(pages(seed_digest(), bilingual_of("与中国农业大学签约。"))["zh/organisations/index.md"])
    assert re.search("中国农业大学 China Agricultural University .*文中作 我国农业大学 〔还原：中国农业大学〕", body)


def test_the_english_says_what_it_is() -> None:
    body = plain(pages(bilingual_of(TEXT))["en/organisations/index.md"])
    assert ("青海大学 Qinghai University generated from data" in body, "金石集团 not translated" in body) == (
        True,
        True,
    )


def test_an_index_of_more_than_a_page_holds_is_told_by_kind() -> None:
    digest = bilingual_of(TEXT)
    one = digest.organisations[0]
    many = tuple(replace(one, id=f"g-{n:010x}", standard=f"青海第{n}大学") for n in range(WHOLE + 1))
    made = collate([replace(digest, organisations=many)])
    found = {page.path: page.body for page in render(made, Translations({}, INTERFACE))}
    assert (
        tuple(sheet.address for sheet in organisation_pages(made)),
        found["zh/organisations/index.md"].count("<tr "),
        found["en/organisations/education.md"].count('<tr role="row" id='),
    ) == (("organisations/", "organisations/education/"), 0, WHOLE + 1)


def test_hostile_words_open_nothing() -> None:
    digest = bilingual_of(TEXT)
    words = Text("<img src=x onerror=alert(1)>{{ 7*7 }}", '"><script>1</script>', "generated")
    hostile: tuple[BilingualOrganisation, ...] = (replace(digest.organisations[0], name=words, is_restored=True),)
    made = pages(replace(digest, organisations=hostile, place=words))
    bodies = [made[f"{language}/organisations/index.md"].split("---\n", 2)[2] for language in BOTH]
    assert [re.findall(r"<(?:img|script)|\{\{", body) for body in bodies] == [[], []]


def test_the_record_tells_organisations_with_the_sentences_that_are_quoted() -> None:
    digest = bilingual_of(TEXT)
    record = json.loads(record_json(digest))
    known = {sentence["id"] for sentence in record["sentences"]}
    first = record["organisations"][0]
    assert (first["name_zh"], first["kind"], first["sentence_count"]) == ("青海大学", "education", 2)
    assert {one for told in record["organisations"] for one in told["sentences"]} <= known


def test_the_sitemap_has_the_index() -> None:
    files = data_files(collate([bilingual_of(TEXT)]), site_url="https://example.org/")
    assert "https://example.org/en/organisations/" in next(page.body for page in files if page.path == "sitemap.xml")


def test_an_empty_collection_says_that_there_is_nothing() -> None:
    found = {page.path: page.body for page in render(Collection(()), Translations({}, INTERFACE))}
    assert "No organisations yet." in plain(found["en/organisations/index.md"])


def test_a_long_line_is_read_quickly() -> None:
    assert names("青海大学，" * 10 + "建设" * 5000 + "公司大学医院" * 800 + "。")[:1] == ["青海大学"]


@pytest.mark.parametrize("table", ["organisations", "organisations_en"])
def test_every_english_name_is_plain_words(table: str) -> None:
    columns = {"organisations": ("name", "kind", "en"), "organisations_en": ("word", "en")}
    rows = read_rows(table, columns[table])
    assert [row for row in rows if not re.fullmatch(r"[A-Z][A-Za-z0-9’.,&\- ]+", row["en"])] == []


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("- {rule: odd, words: [a], examples: [], counterexamples: []}", "rule 'odd'"),
        ("- {rule: cut, kind: court, words: [a], examples: [], counterexamples: []}", "rule 'cut'"),
        ("- {rule: head, kind: club, words: [a], examples: [], counterexamples: []}", "kind 'club'"),
        ("- {rule: cut, words: a, examples: [], counterexamples: []}", "words a"),
    ],
)
def test_a_malformed_rule_is_a_fault_with_its_line(tmp_path: Path, entry: str, found: str) -> None:
    for name in ("organisations.tsv", "organisations_en.tsv"):
        shutil.copy(FOLDER / name, tmp_path)
    assert [fault.found for fault in faults_of(entry, "organisations.yml", tmp_path, organisations.load)] == [found]
