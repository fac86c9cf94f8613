import html
import string

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from policy_digest.render.escape import anchor, cell, escape, finalize, front_matter
from policy_digest.render.language import Place

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "toc"]
HOSTILE = (
    "<script>alert(1)</script>",
    "[点我](javascript:alert(1))",
    "![图](x.png){: onerror=alert(1) }",
    "标题 {: onclick=alert(1) #stolen }",
    "{{ config }} {% include 'secrets' %}",
    "```\ncode\n```",
    "| a | b |\n| - | - |",
    "# 标题",
    '--8<-- "/etc/passwd"',
    "&amp;&#60;b&#62;",
    "1. 一\n- 二\n* 三\n+ 四",
    "> 引\n    缩进",
    "*强调* __粗__ `码` ~~删~~",
    "[ref]: javascript:alert(1)",
    "<!-- 注 --> <?php ?> <![CDATA[x]]>",
    "\x02wzxhzdk:0\x03 klzzwxh:0001",
    "https://example.org a@example.org",
    "行\u2028分\u2029隔\x0b\x0c\x85止",
    "右\u202e左",
)


def shown(words: str) -> str:
    """The words as one line, without what escaping drops: controls and the marks that reorder text."""
    dropped = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *"\u2028\u2029\u202a\u202b\u202c\u202d\u202e"}
    dropped |= {"\u2066", "\u2067", "\u2068", "\u2069", "\ufeff"}
    return " ".join("".join(" " if letter in dropped else letter for letter in words).split())


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_paragraph_reaches_the_reader_as_the_words_it_is(words):
    page = markdown.markdown(escape(words), extensions=EXTENSIONS)

    assert html.unescape(page.removeprefix("<p>").removesuffix("</p>")) == shown(words)


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_heading_gets_neither_an_attribute_nor_an_id_of_its_own(words):
    page = markdown.markdown(f"## {escape(words)} {{: #h-1 }}", extensions=EXTENSIONS)

    assert html.unescape(page.removeprefix('<h2 id="h-1">').removesuffix("</h2>")) == shown(words)


@settings(deadline=None, max_examples=300)
@given(st.text(st.characters(codec="utf-8")))
def test_any_words_at_all_come_through_markdown_unchanged(words):
    page = markdown.markdown(f"前{escape(words)}后", extensions=EXTENSIONS)

    assert html.unescape(page) == f"<p>前{shown(words)}后</p>"


def test_no_ascii_punctuation_is_left_bare():
    assert not set(string.punctuation) - set("&#;") & set(escape(string.punctuation))


@pytest.mark.parametrize(("value", "printed"), [(None, ""), (12, "12"), (Markup("<b>"), "<b>"), ("<b>", "&#60;b&#62;")])
def test_a_template_prints_markup_as_it_is_and_all_else_escaped(value, printed):
    assert finalize(value) == printed


def test_front_matter_cannot_be_broken_out_of():
    assert front_matter('题"\n---\nhide: true') == '"题&#34; &#45;&#45;&#45; hide&#58; true"'


@pytest.mark.parametrize("name", ["", "o 1", 'a"b', "党", "1a", "a}b"])
def test_an_anchor_that_is_no_ascii_name_is_refused(name):
    with pytest.raises(ValueError, match="cannot be an anchor"):
        anchor(name)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-一", "'-一"),
        ("\t=1", "'=1"),
        ("-36.5", "-36.5"),
        ("-36.5%", "-36.5%"),
        ("税收", "税收"),
        ("两\n行", "两 行"),
    ],
)
def test_a_spreadsheet_takes_no_cell_for_a_formula_and_a_number_for_a_number(words, written):
    assert cell(words) == written


@pytest.mark.parametrize(("target", "shown"), [("zh/places/110112-a/", "../places/110112-a/"), ("zh/a&b/", None)])
def test_an_address_stands_as_it_is_only_where_nothing_in_it_means_anything(target: str, shown: str | None) -> None:
    assert Place("zh", "zh/digests/", {}).to(target) == (shown or "&#46;&#46;&#47;a&#38;b&#47;")
