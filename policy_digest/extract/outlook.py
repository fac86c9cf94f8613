"""Outlook: which sections tell of plans, and the years that a section and its speaker stand in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from policy_digest.extract.evidence import Why
from policy_digest.extract.mood import sets_tasks
from policy_digest.extract.periods import Before, periods, year_of
from policy_digest.lexicon.figures import Figures
from policy_digest.lexicon.folding import fold
from policy_digest.model import Article, Section

_FEWEST_TASKS = 3
_WORK_REPORT = re.compile("政府工作报告|人大.{0,4}工作报告")
_WORK_OF_YEAR = re.compile("(?:20\\d\\d年|今年)(?:度)?的?(?:主要|重点)工作$")
"""A heading that tells of plans, but of what was done in a text that its title calls an account of that year."""

_FORWARD = re.compile(
    "预期|[下]半年|下一?步|下一?阶段|明年|来年|今后|未来|打算|计划|思路|展望|安排|部署|新一年|新的一年|接下来"
)
"""What a heading under one that looks back must say to tell of plans (but 落实发展目标)."""

_OPENS_YEAR = re.compile(r"[，,、：:]*(?:全年|今年|当年|(?P<year>\d{4})年(?![\d一二三四五六七八九十前上下至—-]))")
_WHOLE_YEAR = re.compile("全年|下半年|年度")
_REPORTS = re.compile(
    r"^\D{0,8}(?:\d{4}年)?(?:(?:1|一)(?:月份?)?[-—–~～至到]\d{1,2}月|[前上][一二三四五六七八九十半\d]+(?:个月|年|季度)|[上下]半年|\d{1,2}月份?)[^。]*?(?:同比|环比)"
)
"""A first sentence that reports a part of a year (2024年1至9月，共受理案件…，同比…): so does all that follows."""

_SO_FAR = "今年以来"
_TERM = re.compile(r"\d{4}/\d{4}")
_PAST_YEAR = re.compile("(?:过去|刚刚过去的)一年|去年|上年")
_SHORT, _OPENING = 200, 40  # characters: a longer text that opens with 去年 is of that year
_LAST_YEAR = re.compile(
    "(?<![比较与同和跟超过于由从占是为达的])去年(?!同期|同比|相比|[底末初的]|[^,;。]{0,8}(?:相比|相同|持平|基础))"
)
_THIS_YEAR = re.compile(
    "(?<!预计)(?<!计划)(?<!力争)(?<!确保)(?<!争取)今年(?![^,;。]{0,6}(?:[可将拟要能]|计划|预计|有望|力争|确保|打算|争取))"
)
_FIRST_SENTENCES = 6
_YEAR = len("2024")


@dataclass(frozen=True, slots=True)
class Stance:
    """How a section is to be read.

    ``ahead`` says that it tells of plans, ``mixed`` that its heading names both what was done and plans, ``is_review``
    that a heading looks back, ``tells_aims`` that it names aims and what came of them. ``period`` is
    what its headings say or the ``document``'s, ``spoken`` the year that 今年 means. ``why`` is what told the plans,
    ``dated_by`` the heading that told the period, where one did.
    """

    section: Section
    ahead: bool
    mixed: bool
    period: str | None
    spoken: int | None
    document: str | None = None
    is_review: bool = False
    why: Why | None = None
    dated_by: str = ""
    tells_aims: bool = False


def stances(article: Article, figures: Figures) -> Iterator[Stance]:
    """The stance of each section in order.

    A heading of plans governs its subsections, and those of its own rank behind it that do not look back.
    """
    stated = article.metadata.time_period
    document = stated.value if stated else None
    spoken = _spoken(article, document, figures)
    is_plan = _is_plan(article, figures)
    tasks = Why("cues.yml", "ahead, done") if _is_task_list(article, figures) else None
    tasks = tasks or (Why("cues.yml", "plan-title") if is_plan else None)
    stretch = _stretch(article, document, spoken, figures)
    title = article.metadata.title
    is_account = bool(title and figures.lookback.search(title.value))
    path: list[Stance] = []
    for section in article.sections:
        older = next((s for s in path if s.section.level == section.level), None)
        path = [s for s in path if s.section.level < section.level]
        stance = _stance(section, path[-1] if path else None, older, tasks, document, spoken, figures)
        if is_account and _WORK_OF_YEAR.search(section.heading or "") and stance.period == document:
            above = path[-1] if path else None
            ahead = above.ahead if above else tasks is not None
            stance = replace(stance, ahead=ahead, is_review=not ahead, why=stance.why if ahead else None)
        if stretch and stance.period == document and (is_plan or not stance.ahead):
            stance = replace(stance, period=stretch)
        elif stance.ahead and not is_plan and stance.period == stretch:
            stance = replace(stance, period=document)
        path.append(stance)
        is_open = not (stance.ahead or stance.is_review or is_account)
        tasked = is_open and sets_tasks(section, figures)
        yield replace(stance, ahead=True, why=Why("cues.yml", "effort, intent")) if tasked else stance


def spoken_year(article: Article, figures: Figures) -> int | None:
    """The year that 今年 means in ``article``; None where its period is not known."""
    stated = article.metadata.time_period
    return _spoken(article, stated.value if stated else None, figures)


def _stance(
    section: Section,
    parent: Stance | None,
    older: Stance | None,
    tasks: Why | None,
    document: str | None,
    spoken: int | None,
    figures: Figures,
) -> Stance:
    heading = section.heading or ""
    told, back = bool(figures.headings.search(heading)), bool(figures.lookback.search(heading))
    if told and parent is not None and parent.is_review and not _FORWARD.search(heading):
        told = _is_later(_heading_period(heading, document, spoken, figures), parent.period)
    period = _heading_period(heading, document, spoken, figures)
    above = parent.ahead if parent else tasks is not None
    follows = section.level > 1 and older is not None and older.ahead and not back
    if follows and not told and period is None and older is not None:
        period, heading = older.period, older.dated_by
    ahead = above or (told and not back) or follows
    is_review = (back and not told) or (not told and parent is not None and parent.is_review)
    governing = period or (parent.period if parent else document)
    tells_aims = bool(figures.signs.aims_told.search(heading)) or (parent is not None and parent.tells_aims)
    dated_by = heading if period else parent.dated_by if parent else ""
    why = _why(section, parent, older if follows and not told else None, tasks, figures) if ahead else None
    is_review = is_review and not ahead
    return Stance(section, ahead, told and back, governing, spoken, document, is_review, why, dated_by, tells_aims)


def _is_later(period: str | None, reviewed: str | None) -> bool:
    """Whether the year that a heading names comes after what the heading above it reviews."""
    year, before = year_of(period), year_of(reviewed)
    return year is not None and before is not None and year > before


def _why(
    section: Section, parent: Stance | None, older: Stance | None, tasks: Why | None, figures: Figures
) -> Why | None:
    """What told that a section tells of plans: the text as a whole, a heading above it, one before it, or its own."""
    above = parent.why if parent else tasks
    words = figures.headings.search(section.heading or "")
    own = Why("natures.yml", "outlook-heading", section.heading or "") if words else None
    return above or (older.why if older else own)


def _heading_period(heading: str, document: str | None, spoken: int | None, figures: Figures) -> str | None:
    dates = periods(fold(heading, figures.simplified), Before(year_of(document), spoken), figures)
    told = [d.iso for d in dates if d.governs and d.anchors and d.iso]
    if _SO_FAR in heading and str(year_of(document)) in told:
        return str(year_of(document))  # 2019年以及今年以来工作总结: what the year so far brought says so itself
    if spoken is not None and str(spoken) in told and spoken != year_of(document):
        return str(spoken)
    return told[0] if len(told) == 1 else None


def _stretch(article: Article, document: str | None, spoken: int | None, figures: Figures) -> str | None:
    """The part of the document's year that the title or the sentence that introduces the text says it is of."""
    title = article.metadata.title
    first = article.sections[0].sentences[:_FIRST_SENTENCES] if article.sections else ()
    opening = [fold(s.text, figures.simplified) for s in first]
    texts = [fold(title.value, figures.simplified)] if title else []
    texts += [text for text in opening if figures.signs.introduces.search(text)]
    reports = opening and _REPORTS.search(opening[0]) and not _other_stretch(article, year_of(document))
    reported = opening[0][:_OPENING] if reports else ""
    texts += [reported] if reported else []
    for text in texts if document and len(document) == _YEAR else ():
        dates = periods(text, Before(year_of(document), spoken), figures)
        is_month = text is reported
        told = [d.iso for d in dates if d.governs and (d.anchors or is_month) and d.iso and "-" in d.iso]
        if told and year_of(told[0]) == year_of(document):
            return told[0]
    return None


def _other_stretch(article: Article, year: int | None) -> bool:
    """Whether a sentence opens with the whole of the document's year, or this year."""
    if any(_WHOLE_YEAR.search(section.heading or "") for section in article.sections):
        return True
    opened = (_OPENS_YEAR.match(s.text) for section in article.sections for s in section.sentences)
    return any(match and (match["year"] is None or int(match["year"]) == year) for match in opened)


def _spoken(article: Article, document: str | None, figures: Figures) -> int | None:
    """The year in which the text speaks: the one after the document's where a heading plans for it.

    A heading may call that year 今年 where another looks back on the document's year, or the document on several. A
    text that tells of its year by number, of 去年 as of what it reviews, and of nothing done 今年 speaks in the next
    year too; one that tells of what was done 今年 before it comes to its plans does not.
    """
    year = year_of(document)
    if year is None or document is None:
        return None
    title = article.metadata.title
    if title and _WORK_REPORT.search(title.value) and f"{year + 1}年" in title.value:
        return year + 1
    headings = [s.heading for s in article.sections if s.heading]
    plans = [h for h in headings if figures.headings.search(h)]
    looks_back = any(figures.lookback.search(h) and (f"{year}年" in h or _PAST_YEAR.search(h)) for h in headings)
    if any(_SO_FAR in h and f"{year}年" in h for h in headings):
        return year + 1
    is_term = _TERM.fullmatch(document) is not None
    is_next = any(f"{year + 1}年" in h or ((looks_back or is_term) and "今年" in h) for h in plans)
    if is_next and not is_term and _calls_this_year(article, figures):
        return year
    return year + 1 if is_next or _calls_last_year(article, year) else year


def _calls_this_year(article: Article, figures: Figures) -> bool:
    """Whether what stands before the plans tells of things done 今年 and of nothing done 去年."""
    headings = (section.heading or "" for section in article.sections)
    is_plan = (figures.headings.search(heading) and not figures.lookback.search(heading) for heading in headings)
    reviewed = takewhile(lambda pair: not pair[1], zip(article.sections, is_plan, strict=True))
    text = "".join(sentence.text for section, _ in reviewed for sentence in section.sentences)
    return bool(_THIS_YEAR.search(text) and not _LAST_YEAR.search(text))


def _calls_last_year(article: Article, year: int) -> bool:
    text, stated = article.source.text, article.metadata.time_period
    opens = len(text) > _SHORT and "去年，" in text[:_OPENING].replace(",", "，")
    is_said = f"{year}年" in text or (opens and stated is not None and stated.basis == "sidecar")
    return bool(is_said and "去年" in text and _LAST_YEAR.search(text) and not _THIS_YEAR.search(text))


def _is_plan(article: Article, figures: Figures) -> bool:
    """Whether the title says that the text is a plan (工作要点, 实施方案)."""
    title = article.metadata.title
    return bool(title and figures.plan_titles.search(title.value) and not figures.lookback.search(title.value))


def _is_task_list(article: Article, figures: Figures) -> bool:
    """Whether a text is a list of tasks: items only, none told as done, most of them opened by a word of work ahead."""
    paragraphs = [p for s in article.sections for p in s.paragraphs]
    if len(paragraphs) < _FEWEST_TASKS or any(p.role != "list-item" for p in paragraphs):
        return False
    if any(figures.done.search(sentence.text) for p in paragraphs for sentence in p.sentences):
        return False
    openings = [p.sentences[0].text for p in paragraphs if p.sentences]
    return 2 * sum(bool(figures.ahead.match(text)) for text in openings) >= len(openings)
