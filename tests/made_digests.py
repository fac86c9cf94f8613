"""Hand-made values of the later stages, for tests that need a digest without parsing one: an invented town."""

from dataclasses import replace
from decimal import Decimal

from policy_digest.model import (
    Article,
    Bullet,
    Coverage,
    Digest,
    Gap,
    Indicator,
    Metadata,
    Observation,
    Paragraph,
    Programme,
    Record,
    Row,
    Section,
    SectionDigest,
    Sentence,
    SentenceUse,
    Source,
    Stated,
)

TITLE = "青禾镇稳步前行"
HEADING = "乡村振兴"
WORDS = "2024年，青禾镇完成税收9.15亿元，同比下降36.17%。"
PROGRAMME = "田间课堂"
CAPTION = "村民在田间听课。"
TEXT = f"{TITLE}\n{HEADING}\n{WORDS}\n{CAPTION}\n"


def observation(span: str, text: str = WORDS, start: int = 0, **changes: object) -> Observation:
    """An observation of ``span`` in ``text``, which begins at ``start`` of the source; every field can be changed."""
    begin = start + text.index(span)
    made = Observation(
        id=f"o-{begin}",
        indicator=Indicator("tax", "税收", "Tax revenue"),
        kind="level",
        as_printed=span,
        start=begin,
        end=begin + len(span),
        sentence="s-1",
        section="h-1",
        number=None,
        unit_mult=0,
        unit_measure="item",
        unit_zh="",
        obs_value=None,
        bound="eq",
        value_max=None,
        nature="actual",
        obs_status="A",
        change=None,
        rank=None,
        ref_area="青禾镇",
        time_period="2024",
        period_source="explicit",
        fact=f"f-{begin}",
        derived=False,
        rule="made",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def figure(span: str, number: str, mult: int, code: str, zh: str, text: str = WORDS, **changes: object) -> Observation:
    """An observation whose value follows from its number and scale."""
    value = Decimal(number).scaleb(mult)
    given = {"number": Decimal(number), "unit_mult": mult, "unit_measure": code, "unit_zh": zh, "obs_value": value}
    return observation(span, text, **{**given, **changes})


def digest(*, words: str = WORDS, observations: tuple[Observation, ...] | None = None, title: str = TITLE) -> Digest:
    """A digest of one section with one sentence, one programme, one caption and one gap."""
    text = f"{title}\n{HEADING}\n{words}\n{CAPTION}\n"
    start = text.index(words)
    sentence = Sentence("s-1", words, start, start + len(words))
    begin = text.index(CAPTION)
    caption = Sentence("s-2", CAPTION, begin, begin + len(CAPTION))
    heading = text.index(HEADING)
    section = Section(
        id="h-1",
        level=2,
        number=None,
        heading=HEADING,
        deck=None,
        heading_span=(heading, heading + len(HEADING)),
        paragraphs=(Paragraph("body", (sentence,)),),
        captions=(caption,),
        gap=None,
    )
    metadata = Metadata(
        title=Stated(title, "title-line", 0, len(title)),
        ref_area=Stated("青禾镇", "title-line"),
        time_period=Stated("2024", "text"),
        authors=(Stated("田兆玉", "byline"),),
    )
    source = Source("seeds/qinghe.txt", "qinghe", "0" * 64, "utf-8", "txt", text)
    article = Article("qinghe-2024", source, metadata, (section,))
    placed = (
        tuple(replace(o, start=o.start + start, end=o.end + start) for o in observations)
        if observations is not None
        else (figure("9.15亿元", "9.15", 8, "CNY", "元", start=start),)
    )
    rows = tuple(Row(o.fact, (o.id,)) for o in placed)
    programme = Programme("p-1", PROGRAMME, "method", ("s-1",))
    bullet = Bullet("b-1", words, ("s-1",))
    gaps = (Gap("g-1", "no-date", None),)
    shown = SectionDigest("h-1", (bullet,), rows, ("p-1",), (), ())
    uses = (SentenceUse("s-1", "used", None, ("b-1",)), SentenceUse("s-2", "used", None, ("s-2",)))
    record = Record(article, placed, (programme,), ())
    return Digest(record, (bullet,), rows[:1], (shown,), gaps, Coverage(uses, ()))
