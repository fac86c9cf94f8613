"""Digests made by hand for the tests of the pages: invented towns, every kind of piece a page can show."""

from dataclasses import dataclass
from decimal import Decimal

from policy_digest.model import (
    Article,
    BilingualDigest,
    BilingualItem,
    BilingualRow,
    BilingualSection,
    Commitment,
    Coverage,
    Digest,
    Gap,
    Indicator,
    Kind,
    Metadata,
    Nature,
    Observation,
    Paragraph,
    Programme,
    Record,
    Section,
    SectionDigest,
    Sentence,
    Source,
    SourceMark,
    Stated,
    Status,
    Text,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as a test tells it: the sentence is ``before + figure + after``."""

    name: str
    name_en: str | None
    before: str
    figure: str
    after: str
    value_en: str
    number: str
    unit: str
    nature: Nature = "actual"
    kind: Kind = "level"
    note: tuple[str, str] | None = None
    indicator: str | None = None
    sentence_en: str | None = None


QINGHE = (
    Told(
        *("税收", "Tax revenue", "全年预计完成税收", "9.15亿元", "。", "CNY 915 million", "9.15", "CNY"),
        nature="expected",
        indicator="tax-revenue",
    ),
    Told(
        *(
            "夏玉米单产",
            "Summer maize yield",
            "西坡科技小院的夏玉米单产达到",
            "812公斤/亩",
            "，为全县最高。",
            "812 kg/mu",
            "812",
        ),
        unit="kg/mu",
        sentence_en="Summer maize at the West Slope backyard reached 812 kg per mu, the highest in the county.",
    ),
    Told(
        *(
            "诉求量增速",
            "Change in complaints",
            "接诉即办提质降量，诉求量同比下降",
            "36.5%",
            "。",
            "\u221236.5%",
            "-36.5",
            "percent",
        ),
        kind="change",
        note=("同比", "year on year"),
    ),
    Told(
        *("综合排名", "Overall rank", "11月考核期综合排名", "全区第一", "。", "1st in the district", "1", "rank"),
        kind="rank",
        note=("全区", "in the district"),
    ),
    Told(
        *(
            "高标准农田面积",
            "High-standard farmland",
            "到2025年建成高标准农田",
            "4.02万亩",
            "。",
            "40,200 mu (2,680 ha)",
        ),
        number="4.02",
        unit="mu",
        nature="target",
    ),
    Told(
        *("就业人数", None, "帮助", "近2000名", "村民在家门口就业。", "nearly 2,000 people", "2000", "person"),
        kind="count",
    ),
)


def text(zh: str, en: str | None = None, status: Status | None = None) -> Text:
    """A text whose status follows from whether there is English, unless given."""
    return Text(zh, en, status or ("project" if en else "missing"))


def identity(letter: str, slug: str, number: int) -> str:
    """An id of the right shape that differs for each slug."""
    return f"{letter}-{sum(map(ord, slug)) * 97 + number:010x}"


def observation(told: Told, slug: str, number: int, sentence: Sentence) -> Observation:
    """The record's entry of a told figure."""
    start = sentence.start + len(told.before)
    return Observation(
        id=identity("o", slug, number),
        indicator=Indicator(told.indicator, told.name, told.name_en),
        kind=told.kind,
        as_printed=told.figure,
        start=start,
        end=start + len(told.figure),
        sentence=sentence.id,
        section="h-0000000001",
        number=Decimal(told.number),
        unit_mult=8 if "亿" in told.figure else 0,
        unit_measure=told.unit,
        unit_zh="",
        obs_value=Decimal(told.number).scaleb(8 if "亿" in told.figure else 0),
        bound="eq",
        value_max=None,
        nature=told.nature,
        obs_status="A" if told.nature == "actual" else "F",
        change=None,
        rank=None,
        ref_area="青禾镇",
        time_period="2024",
        period_source="context",
        fact=identity("f", slug, number),
        derived=False,
        rule="made",
    )


def row(told: Told, found: Observation) -> BilingualRow:
    """The table row of a told figure, with one source mark."""
    en = told.sentence_en
    mark = SourceMark(
        found.id, found.sentence, told.before, told.figure, told.after, text(told.before + told.figure + told.after, en)
    )
    return BilingualRow(
        anchor=found.id,
        indicator=told.indicator,
        name=text(told.name, told.name_en, "generated" if told.name_en else "missing"),
        value=Text(told.figure, told.value_en, "generated"),
        period=Text("2024年", "2024", "generated"),
        nature=told.nature,
        kind=told.kind,
        note=Text(*told.note, "generated") if told.note else None,
        place=None,
        marks=(mark,),
    )


def item(name: str, words: Text, sentence: Sentence, kind: str | None = None) -> BilingualItem:
    """A bullet or list entry that stands on one sentence."""
    return BilingualItem(name, words, kind, (sentence.id,))


def made_digest(
    slug: str = "qinghe-2024",
    *,
    title: str = "青禾镇：小镇大治理",
    place: str = "青禾镇",
    period: str = "2024",
    figures: tuple[Told, ...] = QINGHE,
    extra: tuple[str, ...] = (),
    rights: str | None = None,
) -> BilingualDigest:
    """A digest of an invented article of ``figures``' sentences and ``extra`` ones (a bullet each)."""
    plain = (
        "坚持党建引领，78个党支部组成“一张网”工作机制。",
        "下一步，将持续优化营商环境。",
        "村民在晾晒玉米。",
        *extra,
    )
    words = (*(told.before + told.figure + told.after for told in figures), *plain)
    sentences, start = [], 0
    for number, sentence in enumerate(words):
        sentences.append(Sentence(identity("s", slug, number), sentence, start, start + len(sentence)))
        start += len(sentence) + 1
    observations = tuple(observation(told, slug, n, sentences[n]) for n, told in enumerate(figures))
    article = _article(slug, title, place, period, sentences, len(figures), rights)
    return _bilingual(article, figures, observations, sentences)


def _article(
    slug: str, title: str, place: str, period: str, sentences: list[Sentence], figures: int, rights: str | None
) -> Article:
    source = Source(f"seeds/{slug}.txt", slug, "ab" * 32, "utf-8", "txt", "\n".join(s.text for s in sentences))
    captions = (sentences[figures + 2],)
    body = tuple(s for s in sentences if s not in captions)
    sections = (
        Section(
            "h-0000000001", 2, "一、", "党建引领", "织密“一张网”", (0, 0), (Paragraph("body", body),), captions, None
        ),
        Section("h-0000000002", 3, None, "美丽乡村", None, (0, 0), (), (), "heading-only"),
        Section("h-0000000003", 2, None, "思路", None, (0, 0), (), (), None),
    )
    metadata = Metadata(
        title=Stated(title, "title-line"),
        ref_area=Stated(place, "text"),
        time_period=Stated(period, "text"),
        credited_to=Stated("青禾报", "byline"),
        rights=Stated(rights, "sidecar") if rights else None,
    )
    return Article(slug, source, metadata, sections)


def _bilingual(
    article: Article, figures: tuple[Told, ...], observations: tuple[Observation, ...], sentences: list[Sentence]
) -> BilingualDigest:
    slug, count = article.slug, len(figures)
    party, outlook, caption, extra = (
        sentences[count],
        sentences[count + 1],
        sentences[count + 2],
        sentences[count + 3 :],
    )
    programme = Programme(identity("p", slug, 1), "“一张网”工作机制", "mechanism", (party.id,))
    commitment = Commitment(identity("c", slug, 1), outlook.id, outlook.text, "2025", None)
    gap = Gap(identity("g", slug, 1), "heading-only", "h-0000000002")
    record = Record(article, observations, (programme,), (commitment,))
    details = tuple(SectionDigest(s.id, (), (), (), (), (gap,) if s.gap else ()) for s in article.sections)
    rows = tuple(row(told, found) for told, found in zip(figures, observations, strict=True))
    bullets = (item(identity("b", slug, 0), text(party.text, "78 Party branches form a “one net” mechanism."), party),)
    bullets += tuple(item(identity("b", slug, n), text(s.text), s) for n, s in enumerate(extra, 1))
    first, second, third = article.sections
    empty = BilingualItem(
        gap.id, Text("有标题而无正文。", "A heading with no text under it.", "generated"), "heading-only", ()
    )
    programmes = (item(programme.id, text(programme.name_zh, "“One net” mechanism"), party, "mechanism"),)
    captions = (item(identity("k", slug, 1), text(caption.text), caption),)
    promised = text(outlook.text, "Next, the business environment will go on being improved.", "machine")
    commitments = (item(commitment.id, promised, outlook),)
    party_led = ("一、", text("党建引领", "Led by the Party"), text("织密“一张网”"))
    countryside = (None, text("美丽乡村", "Beautiful countryside"), None)
    outlook_heading = (None, text("思路", "Outlook", "machine"), None)
    sections = (
        BilingualSection(first.id, 2, *party_led, bullets, rows, programmes, (), captions, ()),
        BilingualSection(second.id, 3, *countryside, (), (), (), (), (), (empty,)),
        BilingualSection(third.id, 2, *outlook_heading, (), (), (), commitments, (), ()),
    )
    metadata = article.metadata
    return BilingualDigest(
        slug=slug,
        digest=Digest(record, (), (), details, (gap,), Coverage((), ())),
        title=text(metadata.title.value if metadata.title else "", "Qinghe: a small town, well governed"),
        subtitle=None,
        place=text(metadata.ref_area.value, "Qinghe Town") if metadata.ref_area else None,
        period=text(f"{metadata.time_period.value}年", metadata.time_period.value) if metadata.time_period else None,
        credited_to=text("青禾报", "Qinghe Daily"),
        authors=(text("林一"), text("周二")),
        in_brief=(bullets[0], item(identity("b", slug, 900), text(sentences[0].text), sentences[0])),
        headline=rows[:6],
        sections=sections,
        gaps=(empty,),
    )
