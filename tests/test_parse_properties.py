"""What holds for every text: offsets point at the words, and no character is lost or read twice."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from policy_digest import lexicon
from policy_digest.model import Article, Source
from policy_digest.parse import parse
from policy_digest.parse.sentences import split
from policy_digest.parse.words import gather

LEXICON = lexicon.load()
MARKUP = re.compile(
    r"[\s#>|*_=•+\-!\[\]():：。—―－–~·a-z./\u200b]"
)  # marks, and the stops and dashes that headings shed
PIECES = [
    "青禾镇2024年工作总结",
    "# 青禾这一年",
    "## 成效",
    "### 党建",
    "#### 红色引擎",
    "一、工作回顾",
    "（二）乡村振兴",
    "1.粮食生产",
    "青禾镇新建公园3个，税收增长5.2%。",
    "“我们有信心！”张望禾说，“柳河会更好。”",
    "“钱从哪里来？”“人往哪里去？”等问题得到回答。",
    "柳河乡攻坚克难，",
    "完成投资3.2",
    "亿元",
    "。",
    "；",
    "”",
    "• 改造道路2公里",
    "| 指标 | 数值 |",
    "> 奋斗青禾",
    "图1 地区生产总值",
    "村民采收番茄。",
    "来源：青禾日报",
    "作者：张望禾 李柳",
    "发布时间：2024-12-03",
    "各位代表：",
    "打印",
    "【字号：",
    "大",
    "】",
    "- 3 -",
    "特此报告。",
    "青禾镇人民政府",
    "2025年1月8日",
    "**重点**工作",
    "[详情](http://a.cn)",
    "GDP growth",
    "全年实现",
    "工业",
    "……",
    "《谁来种地？》一文",
    "（注：不含柳河。）",
    "春风浩荡满眼新,击鼓催征又一程。",
    "坚守初心；坚定信心；坚持恒心。",
    "=====",
    "-----",
    "5",
    "8000",
    "余人次，出动",
    "45块。",
    "第2页",
    "税收 3.2 亿元，增长 7%。",
    "壩上活動廣場",
]
GAPS = ["\n", "\n\n", "\n\n\n\n", "\r\n", "\u3000\u3000", " ", "\n　　", "", "\u200b", "\t", "\f"]
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=30).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
LETTERS = st.text(alphabet='青禾。！？!?…“”（）《》「」"，;#|>-*.1a \n\r\t\u3000\u200b[]()_=一、', max_size=80)


def read(text: str) -> Article:
    return parse(Source("a.txt", "a", "0" * 64, "utf-8", "txt", text), LEXICON)


def set_aside(article: Article) -> list[tuple[int, int]]:
    """The stretches of the source that are set aside."""
    spans = [(aside.start, aside.end) for aside in article.aside]
    return [(start, end) for start, end in spans if start is not None and end is not None]


def headings(article: Article) -> list[tuple[int, int]]:
    """The stretches of the source that are shown as titles and headings; a page number may stand inside one."""
    spans = [(stated.start, stated.end) for stated in (article.metadata.title, article.metadata.subtitle) if stated]
    for section in article.sections:
        spans += [span for span in (section.heading_span, section.deck_span) if span]
    return [(start, end) for start, end in spans if start is not None and end is not None]


def told(article: Article) -> list[tuple[int, int]]:
    """Every stretch of the source that the article shows or sets aside; a page number may stand inside a sentence."""
    sentences = [s for section in article.sections for s in (*section.sentences, *section.captions)]
    shown = [(sentence.start, sentence.end) for sentence in sentences]
    return [*set_aside(article), *headings(article), *shown]


@settings(max_examples=300, deadline=None)
@given(st.one_of(TEXTS, LETTERS))
def test_a_sentence_s_offsets_point_at_its_characters(text: str) -> None:
    for section in read(text).sections:
        for sentence in (*section.sentences, *section.captions):
            for position, char in enumerate(sentence.text):
                there = text[sentence.offset(position)]
                assert there == char or (char == " " and there.isspace())
            assert (sentence.start, sentence.end) == sentence.span(0, len(sentence.text))


@settings(max_examples=300, deadline=None)
@given(st.one_of(TEXTS, LETTERS))
def test_no_stretch_is_read_twice(text: str) -> None:
    article = read(text)

    places = Counter(place for start, end in set_aside(article) for place in range(start, end))
    pages = set(places)
    places.update(place for start, end in headings(article) for place in range(start, end) if place not in pages)
    for section in article.sections:
        for sentence in (*section.sentences, *section.captions):
            places.update({sentence.offset(position) for position in range(len(sentence.text))})
    assert [place for place, times in places.items() if times > 1] == []


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_word_is_lost(text: str) -> None:
    article = read(text)

    shown = bytearray(len(text))
    for start, end in told(article):
        shown[start:end] = b"\1" * (end - start)
    numbers = set("".join(section.number or "" for section in article.sections))
    lost = {char for at, char in enumerate(text) if not shown[at] and not MARKUP.match(char)}
    assert lost <= numbers


@settings(max_examples=300, deadline=None)
@given(LETTERS)
def test_sentences_joined_are_the_paragraph(text: str) -> None:
    line = text.replace("\n", " ").replace("\r", " ")
    words = gather(line, [(0, len(line))])

    pieces = [piece.text for piece in split(words)]

    assert "".join("".join(pieces).split()) == "".join(line.split())


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_ids_are_unique_and_the_same_each_time(text: str) -> None:
    article, again = read(text), read(text)

    ids = [section.id for section in article.sections]
    ids += [s.id for section in article.sections for s in (*section.sentences, *section.captions)]
    assert len(ids) == len(set(ids))
    assert article == again


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_section_without_body_says_so(text: str) -> None:
    for section in read(text).sections:
        if section.paragraphs or section.heading is None:
            assert section.gap is None
        elif section.captions:
            assert section.gap in {"captions-only", None}
