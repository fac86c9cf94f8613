"""People: who is named, with which post; a wrong name is worse than none; private individuals are shown nowhere."""

import json
import shutil
from pathlib import Path

import pytest
from malformed import faults_of
from told import bilingual_of, record_of

from policy_digest import lexicon
from policy_digest.collate import collate
from policy_digest.lexicon import people
from policy_digest.lexicon.tables import FOLDER, read_entries
from policy_digest.model import Translations
from policy_digest.render import data_files, record_json, render
from policy_digest.translate.people import post_text
from tests.test_tensions import seed

RULES = read_entries("posts", ("rule", "words", "examples", "counterexamples"))
OF_PEOPLE = ("official", "public", "private", "private-form", "firm", "after-name")
SENTENCES = [entry for entry in RULES if entry["rule"] in OF_PEOPLE]
WORDS = [entry for entry in RULES if entry["rule"] not in OF_PEOPLE]
TEXT = "2024年，云溪镇党委书记周明远说，道路修好了。村民赵桂兰和居民黄女士都说方便。奥运冠军林海燕走进校园。"


def shown(text: str) -> list[str]:
    """Those who are listed, each with the first post as printed."""
    return ["，".join((one.name_zh, *one.posts[:1])) for one in record_of(text).people if one.standing != "private"]


@pytest.mark.parametrize("text", [t for e in SENTENCES for t in e["examples"]])
def test_each_rule_reads_its_examples(text: str) -> None:
    sentence, told = text.rsplit(" = ", 1)

    assert shown(sentence) == [told]


@pytest.mark.parametrize("text", [t for e in SENTENCES for t in e["counterexamples"]])
def test_nobody_is_listed_in_the_counterexamples(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize("entry", WORDS, ids=lambda entry: entry["rule"])
def test_a_list_of_words_holds_to_its_examples(entry: dict) -> None:
    is_characters = entry["rule"] in ("surname", "no-given")
    words = set("".join(entry["words"])) if is_characters else set(entry["words"])

    held = [word in words for word in (*entry["examples"], *entry["counterexamples"])]

    assert held == [True] * len(entry["examples"]) + [False] * len(entry["counterexamples"])


@pytest.mark.parametrize(
    "text",
    [
        "镇党委书记、镇长分别包联重点村。",
        "副书记全程跟进，主任高效办理。",
        "村支部书记于5月10日组织党员大会。",
        "各村书记成了领路人，队长常说要带好头。",
        "局长安全生产职责进一步压实。",
        "会长单位和理事长单位共同发起倡议。",
        "区长热线、市长信箱等渠道更加畅通。",
        "书记项目有序推进，主任接待日群众点赞。",
        "教授团队驻点指导，院士工作站落户。",
        "运动员在赛场上表现出色，教练应邀讲课。",
        "镇长任组长，副镇长任副组长。",
    ],
)
def test_words_behind_a_post_are_no_name(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("据云溪镇镇长欧阳文介绍，项目已经开工。", "欧阳文，云溪镇镇长"),
        ("“我们有信心。”镇党委副书记何平表示。", "何平，镇党委副书记"),
        ("镇党委书记 周明远 出席仪式。", "周明远，镇党委书记"),
        ("近日，记者采访了云溪村党支部书记李秀英。", "李秀英，云溪村党支部书记"),
        ("全国人大代表陈秀兰宣讲全会精神。", "陈秀兰，全国人大代表"),
        ("鎮黨委書記陳國強說，要辦好實事。", "陳國強，鎮黨委書記"),
    ],
)
def test_a_name_is_read_with_its_post_as_printed(text: str, told: str) -> None:
    assert shown(text) == [told]


def test_names_listed_behind_a_post_share_it() -> None:
    assert shown("副镇长张涛、赵静分别作了汇报。") == ["张涛，副镇长", "赵静，副镇长"]


def test_a_later_sentence_that_names_someone_counts_too() -> None:
    (found,) = record_of("镇长周明远说，路修好了。周明远表示，明年再修一段。").people

    assert len(found.sentences) == 2


def test_a_doctrine_that_bears_a_name_names_nobody() -> None:
    (found,) = record_of("学习周明远总书记的讲话。深入学习周明远新时代治水思想。").people

    assert len(found.sentences) == 1


def test_an_office_told_once_makes_an_official() -> None:
    (found,) = record_of("村民周明远说，路修好了。今年，村支书周明远带领大家修渠。").people

    assert (found.standing, found.posts) == ("official", ("村支书",))


def test_the_people_of_seed_003_are_those_a_reader_names() -> None:
    found = {(one.name_zh, one.standing) for one in seed("003").record.people}

    assert found == {
        ("彭凯泉", "official"),
        ("韩建培", "official"),
        ("武大靖", "public"),
        ("老王", "private"),
        ("黄女士", "private"),
    }


def test_seed_000_names_nobody() -> None:
    assert seed("000").record.people == ()


def test_private_individuals_are_in_no_list_of_the_record() -> None:
    found = json.loads(record_json(bilingual_of(TEXT)))["people"]

    assert [one["name_zh"] for one in found] == ["周明远", "林海燕"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_private_individuals_are_on_no_index_page(language: str) -> None:
    pages = {page.path: page.body for page in render(collate([bilingual_of(TEXT)]), Translations({}, {}))}

    body = pages[f"{language}/people/index.md"]

    assert [name in body for name in ("周明远", "林海燕", "赵桂兰", "黄女士")] == [True, True, False, False]


def test_the_index_leads_to_the_sentence_on_the_digest_page() -> None:
    bilingual = bilingual_of(TEXT)
    pages = {page.path: page.body for page in render(collate([bilingual]), Translations({}, {}))}
    first = bilingual.people[0].id

    index, page = pages["zh/people/index.md"], pages[f"zh/digests/{bilingual.slug}.md"]
    assert (f"#{first}" in index, f'id="{first}"' in page) == (True, True)


def test_the_sitemap_has_the_index() -> None:
    files = data_files(collate([bilingual_of(TEXT)]), site_url="https://example.org/")

    assert "https://example.org/en/people/" in next(page.body for page in files if page.path == "sitemap.xml")


@pytest.mark.parametrize(
    ("post", "english"),
    [
        ("镇党委书记", "secretary of the town Party committee"),
        ("永乐店镇镇长", "head of the town, Yongledian Town"),
        ("青禾镇镇长", "head of the town, Qinghe Town (romanised, unverified)"),
        ("永乐店镇党委书记", "secretary of the town Party committee, Yongledian Town"),
        ("镇生态环境业务中心负责人", None),
        ("北京青禾科技研究院院长", None),
        ("常务副镇长", "deputy head of the town"),
        ("奥运冠军", "Olympic champion"),
    ],
)
def test_a_post_has_its_english_and_its_place(post: str, english: str | None) -> None:
    assert post_text(post, lexicon.load()).en == english


def test_an_unknown_institution_is_shown_in_chinese_on_the_english_page() -> None:
    bilingual = bilingual_of("云溪镇水务服务站负责人韩立说，水变清了。")
    pages = {page.path: page.body for page in render(collate([bilingual]), Translations({}, {}))}

    body = pages[f"en/digests/{bilingual.slug}.md"]

    assert '<span lang="zh-Hans" data-pagefind-ignore>云溪镇水务服务站负责人</span>' in body


def test_a_manager_with_a_public_post_is_listed_with_that_post() -> None:
    assert shown("青禾公司总经理韩立说，订单多了。县人大代表韩立走进车间。") == ["韩立，县人大代表"]


def test_every_listed_post_has_an_english() -> None:
    posts = [word for e in RULES if e["rule"] in ("official", "public", "after-name") for word in e["words"]]

    assert [post for post in posts if post_text(post, lexicon.load()).en is None] == []


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("- {rule: odd, words: [a], examples: [], counterexamples: []}", "rule 'odd'"),
        ("- {rule: cut, words: a, examples: [], counterexamples: []}", "words a"),
        ("- {rule: cut, examples: [], counterexamples: []}", "no 'words'"),
    ],
)
def test_a_malformed_entry_is_told_with_its_file_and_line(tmp_path: Path, entry: str, found: str) -> None:
    shutil.copy(FOLDER / "posts_en.tsv", tmp_path)

    assert [fault.found for fault in faults_of(entry, "posts.yml", tmp_path, people.load)] == [found]
