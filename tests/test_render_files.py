import csv
import io
import json
import re
from dataclasses import replace

import pytest
from made_bilinguals import QINGHE, made_digest
from told import bilingual_of

from policy_digest.collate import collate
from policy_digest.model import Metadata
from policy_digest.render import data_files, record_json
from policy_digest.render.opendata.figures import COLUMNS


def files(*digests, site_url=""):
    return {page.path: page.body for page in data_files(collate(digests or [made_digest()]), site_url=site_url)}


def rows(*digests):
    return list(csv.DictReader(io.StringIO(files(*digests)["data/indicators.csv"].removeprefix("\ufeff"))))


def test_the_table_opens_in_excel_and_names_its_columns():
    assert files()["data/indicators.csv"].startswith("\ufeff" + ",".join(COLUMNS) + "\r\n")


def test_the_table_has_a_row_for_each_observation():
    assert [row["name_zh"] for row in rows()] == [told.name for told in QINGHE]


def test_a_row_of_the_table_tells_the_figure_whole():
    row = rows()[0]

    assert {
        name: row[name] for name in ("slug", "as_printed", "number", "unit_mult", "obs_value", "nature", "sentence")
    } == {
        "slug": "qinghe-2024",
        "as_printed": "9.15亿元",
        "number": "9.15",
        "unit_mult": "8",
        "obs_value": "915000000",
        "nature": "expected",
        "sentence": "全年预计完成税收9.15亿元。",
    }


def test_a_row_of_the_table_leads_to_its_place_on_the_page():
    assert rows()[0]["url_fragment"] == f"#{made_digest().digest.record.observations[0].id}"


def test_a_row_of_the_table_and_the_record_say_what_the_page_notes_beside_a_figure():
    notes = [told.note for told in QINGHE]
    observations = json.loads(record_json(made_digest()))["observations"]

    assert [(row["note_zh"], row["note_en"]) for row in rows()] == [note or ("", "") for note in notes]
    assert [(one["note_zh"], one["note_en"]) for one in observations] == [note or (None, None) for note in notes]


def test_growth_a_year_on_average_is_told_apart_from_growth_on_the_year_before():
    made = bilingual_of("2024年，青禾镇税收增长6.2%。五年来粮食产量年均增长3.1%。\n")

    told = {row["as_printed"]: (row["note_zh"], row["note_en"]) for row in rows(made)}

    assert told == {"6.2%": ("同比", "year on year"), "3.1%": ("年均", "annual average")}


def test_a_value_as_it_was_read_before_a_correction_has_no_note():
    made = made_digest()
    record = replace(made.digest.record, as_read=made.digest.record.observations)
    made = replace(made, digest=replace(made.digest, record=record))

    assert {one["note_zh"] for one in json.loads(record_json(made))["as_read"]} == {None}


def test_a_name_from_an_article_is_no_formula():
    told = replace(QINGHE[0], name='=HYPERLINK("http://example.org")')

    assert rows(made_digest(figures=(told,)))[0]["name_zh"] == '\'=HYPERLINK("http://example.org")'


def test_a_fall_stays_a_number():
    assert rows()[2]["obs_value"] == "-36.5"


def test_a_sentence_that_no_page_quotes_is_not_in_the_table():
    digest = made_digest()
    section = replace(digest.sections[0], rows=digest.sections[0].rows[1:])
    digest = replace(digest, sections=(section, *digest.sections[1:]), headline=(), in_brief=())

    assert [row["sentence"] for row in rows(digest)][:2] == ["", "西坡科技小院的夏玉米单产达到812公斤/亩，为全县最高。"]


def test_a_section_without_a_body_says_so_in_the_record():
    assert [section["gap"] for section in json.loads(record_json(made_digest()))["sections"]] == [
        None,
        "heading-only",
        None,
    ]


def test_numbers_are_decimal_words_in_the_record():
    found = json.loads(record_json(made_digest()))["observations"][0]

    assert (found["number"], found["unit_mult"], found["obs_value"]) == ("9.15", 8, "915000000")


def test_a_title_that_the_source_does_not_give_is_no_title_in_the_record():
    made = made_digest()
    article = replace(made.digest.record.article, metadata=Metadata())
    untitled = replace(made, digest=replace(made.digest, record=replace(made.digest.record, article=article)))

    assert json.loads(record_json(untitled))["article"]["title_zh"] is None


def test_the_record_is_one_line():
    assert "\n" not in record_json(made_digest())


def test_the_record_holds_the_keys_that_are_promised():
    record = json.loads(record_json(made_digest()))

    promised = {
        "schema",
        "slug",
        "source",
        "article",
        "sections",
        "sentences",
        "observations",
        "programmes",
        "commitments",
    }
    assert promised | {"gaps", "coverage"} <= set(record)


@pytest.mark.parametrize("part", ["observations", "commitments"])
def test_each_sentence_that_the_record_names_is_in_it(part):
    record = json.loads(record_json(made_digest()))

    assert {entry["sentence"] for entry in record[part]} <= {sentence["id"] for sentence in record["sentences"]}


def unquoted():
    """A digest one of whose sentences no page quotes."""
    digest = made_digest(extra=("这一句没有人引用。",))
    section = digest.sections[0]
    return replace(digest, sections=(replace(section, bullets=section.bullets[:1]), *digest.sections[1:]))


def stating(digest, rights):
    article = digest.digest.record.article
    metadata = replace(article.metadata, rights=replace(article.metadata.title, value=rights))
    record = replace(digest.digest.record, article=replace(article, metadata=metadata))
    return replace(digest, digest=replace(digest.digest, record=record))


def test_a_sentence_that_no_page_quotes_is_not_published():
    assert "这一句没有人引用" not in files(unquoted())["data/qinghe-2024.json"]


@pytest.mark.parametrize(
    ("rights", "published"),
    [
        ("CC BY 4.0", True),
        ("CC0-1.0", True),
        ("公有领域", True),
        ("版权所有", False),
        ("not CC BY", False),
        ("", False),
    ],
)
def test_the_whole_text_is_published_only_where_its_rights_allow(rights, published):
    body = files(stating(unquoted(), rights))["data/qinghe-2024.json"]

    assert ("这一句没有人引用" in body) is published


def test_a_record_for_the_editor_alone_holds_every_sentence():
    assert "这一句没有人引用" in record_json(unquoted(), all_sentences=True)


def test_without_an_address_there_is_no_sitemap():
    assert sorted(files()) == [
        "404.html",
        "assets/explorer/rows.json",
        "data/commitment_links.csv",
        "data/commitments.csv",
        "data/csv-metadata.json",
        "data/datapackage.json",
        "data/digests.jsonl",
        "data/gaps.csv",
        "data/indicators.csv",
        "data/mechanisms.csv",
        "data/programmes.csv",
        "data/qinghe-2024.json",
        "data/record.schema.json",
        "data/sidecar.schema.json",
        "data/terms.csv",
        "en/feed.xml",
        "index.html",
        "llms.txt",
        "robots.txt",
        "zh/feed.xml",
    ]


def test_the_sitemap_names_each_page_with_its_mirror():
    body = files(site_url="https://example.org/policy-digest")["sitemap.xml"]

    assert (
        "<url><loc>https://example.org/policy-digest/zh/digests/qinghe-2024/</loc>"
        '<xhtml:link rel="alternate" hreflang="zh-Hans" href="https://example.org/policy-digest/zh/digests/qinghe-2024/"/>'
        '<xhtml:link rel="alternate" hreflang="en" href="https://example.org/policy-digest/en/digests/qinghe-2024/"/></url>'
    ) in body


def test_the_sitemap_carries_no_date():
    assert "lastmod" not in files(site_url="https://example.org/")["sitemap.xml"]


@pytest.mark.parametrize("path", ["index.html", "404.html"])
def test_the_root_pages_ask_no_other_host(path):
    assert not re.findall(r"(?:src|href)=[\"']?(?:https?:)?//", files()[path])


def test_the_root_page_leads_to_both_languages_without_scripts():
    assert re.findall(r'<a href="([^"]+)"', files()["index.html"]) == ["zh/", "en/"]


def test_the_404_page_knows_the_folder_that_the_site_is_in():
    body = files(site_url="https://example.org/policy-digest/")["404.html"]

    assert re.findall(r'<a href="([^"]+)"', body) == ["/policy-digest/zh/", "/policy-digest/en/"]


def test_an_address_is_written_into_the_sitemap_as_data():
    body = files(site_url='https://example.org/a&b "c"/<d>/')["sitemap.xml"]

    assert re.findall("<loc>(.*?)</loc>", body)[0] == "https://example.org/a&amp;b%20%22c%22/%3Cd%3E/zh/"


def test_an_address_adds_no_line_to_the_file_for_robots():
    assert len(files(site_url="https://example.org/\nDisallow: /")["robots.txt"].splitlines()) == 3


def test_a_404_page_that_knows_no_address_says_so():
    body = files()["404.html"]

    assert (re.findall(r'<a href="', body), "shorten the address" in body) == ([], True)


def test_a_404_page_that_knows_the_address_makes_no_excuse():
    assert "shorten the address" not in files(site_url="https://example.org/policy-digest/")["404.html"]
