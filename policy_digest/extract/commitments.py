"""Sentences that say what will be done: those of outlook sections, and those elsewhere with a cue of their own."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policy_digest.extract.folding import as_printed, simplified_sections
from policy_digest.extract.horizons import Years, heading_times, horizon_of, opening_horizon, years_of
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.genre import Commitments
from policy_digest.lexicon.marks import clause_spans, clauses, quoted_spans
from policy_digest.model import Article, Commitment, Observation, Paragraph, Section, Sentence, id_of

_SHORT_QUOTE = 18
_COLONS = frozenset("：:")
_SHARE_OF_PLANS, _SHARE_OF_ACCOUNTS = 0.6, 0.5


def find_commitments(
    article: Article, observations: Sequence[Observation], lexicon: Lexicon, simplified: Sequence[Section] | None = None
) -> tuple[Commitment, ...]:
    """The article's commitments in the order of the text, each with its horizon and its target where it has one.

    ``simplified`` are the ``simplified_sections``, where they are at hand.
    """
    rules = lexicon.genre.commitments
    targets = _targets(observations)
    years = years_of(article, lexicon.figures)
    printed = {sentence.id: sentence.text for section in article.sections for sentence in section.sentences}
    sections = simplified_sections(article, lexicon.figures.simplified) if simplified is None else simplified
    seen: Counter[str] = Counter()
    commitments = []
    for sentence, words, horizon in _planned(sections, rules, years, targets):
        text = printed[sentence.id]
        seen[text] += 1
        name = id_of("c", article.slug, text, str(seen[text]))
        said = _as_said(words, sentence.text, text)
        commitments.append(Commitment(name, sentence.id, said, horizon, targets.get(sentence.id)))
    return tuple(commitments)


def _as_said(words: str, read: str, printed: str) -> str:
    """A part of ``read``, which may end in a stop of ours, in the characters of ``printed``."""
    body = words if words in read else words[:-1]
    return as_printed(body, read, printed) + words[len(body) :]


def _targets(observations: Iterable[Observation]) -> Mapping[str, str]:
    """The first target of each sentence, or else its first expected figure."""
    found: dict[str, str] = {}
    for nature in ("target", "expected"):
        for observation in observations:
            if observation.nature == nature:
                found.setdefault(observation.sentence, observation.id)
    return found


def _planned(
    sections: Sequence[Section], rules: Commitments, text_years: Years, targets: Mapping[str, str]
) -> Iterator[tuple[Sentence, str, str | None]]:
    """Each planned sentence with the words of it that say the plan, and its horizon."""
    for section, is_outlook, inherited in _outlooks(sections, rules, text_years):
        horizon, years, is_account = inherited, text_years.of_heading(inherited), False
        are_tasks = _is_list_of_tasks(_items(section), rules)
        for paragraph in section.paragraphs:
            is_list_of_tasks = are_tasks or _is_list_of_tasks(paragraph, rules)
            for sentence in paragraph.sentences:
                words = _plain(sentence.text)
                if is_list_of_tasks:
                    own = horizon_of(words, 0, rules, years)
                    yield sentence, sentence.text, own or (str(years.spoken) if years.spoken else None)
                elif is_outlook:
                    opening, does_hold = opening_horizon(words, rules, years)
                    if opening and (does_hold or horizon is None):
                        horizon = opening
                    is_act = _is_act(words, rules)
                    is_account = not is_act and (is_account or bool(rules.patterns["looks-back"].match(words)))
                    if is_act or (sentence.id in targets and not is_account):
                        own = horizon_of(words, 0, rules, years, is_ahead=True) or opening
                        inherits = not rules.patterns["no-time"].search(words)
                        yield sentence, sentence.text, own or (horizon if inherits else None)
                elif (cue := _cue(sentence.text, rules)) is not None:
                    yield sentence, _part(sentence.text, cue), horizon_of(sentence.text, cue, rules, years)


def _outlooks(
    sections: Sequence[Section], rules: Commitments, years: Years
) -> Iterator[tuple[Section, bool, str | None]]:
    """Each section, whether it looks ahead, and the horizon its heading gives; subsections take after their parent."""
    parents: list[tuple[int, bool, str | None]] = []
    has_looked_back = False
    for section in sections:
        before: tuple[int, bool, str | None] = (0, False, None)
        while parents and parents[-1][0] >= section.level:
            before = parents.pop()
        above = parents[-1] if parents else (0, False, None)
        heading = " ".join(filter(None, (section.heading, section.deck)))
        follows = has_looked_back and before[0] == section.level and before[1]
        is_outlook = _looks_ahead(heading, rules, years, is_among_plans=above[1] or follows)
        has_looked_back |= rules.patterns["review-heading"].search(heading) is not None
        inherited = above[2] or (before[2] if follows else None)
        horizon = (horizon_of(heading, 0, rules, years) or inherited) if is_outlook else None
        below = horizon
        if is_outlook and (times := heading_times(section, rules, years)):
            horizon, below = times
        elif section.heading is not None and is_outlook:
            horizon = below = horizon or _first_horizon(section, rules, years)
        if section.heading is not None:
            parents.append((section.level, is_outlook, below))
        yield section, is_outlook and not _tells_mostly(section, rules), horizon


def _looks_ahead(heading: str, rules: Commitments, years: Years, *, is_among_plans: bool) -> bool:
    """Whether a heading announces plans, or stands among such and does not say that it looks back."""
    if is_among_plans:
        return rules.patterns["account"].search(heading) is None
    if rules.patterns["review-heading"].search(heading) or not rules.patterns["outlook-heading"].search(heading):
        return False
    told = [int(match["year"]) for match in rules.horizons["year"].finditer(heading)]
    return not (told and years.reviewed is not None and max(told) < years.reviewed)


def _tells_mostly(section: Section, rules: Commitments) -> bool:
    """Whether most sentences of a section tell what was done, whatever its heading says."""
    told = sum(rules.patterns["told"].search(sentence.text) is not None for sentence in section.sentences)
    return told > _SHARE_OF_ACCOUNTS * len(section.sentences)


def _first_horizon(section: Section, rules: Commitments, years: Years) -> str | None:
    for sentence in section.sentences[:1]:
        return opening_horizon(_plain(sentence.text), rules, years)[0]
    return None


# ---------------------------------------------------------------- is it a plan?


def _plain(text: str) -> str:
    """The words of a sentence without its list mark."""
    return text.lstrip("•·-—*● \u3000")


def _is_act(words: str, rules: Commitments) -> bool:
    """Whether a sentence of an outlook section says what will be done (and is no greeting and no account)."""
    if rules.patterns["done"].search(words):
        return False
    blanked = _blanked(words)
    if words[-1:] in _COLONS:
        return False  # it announces what follows: 今年要抓好以下工作：
    act, joint, stated = (rules.patterns[rule] for rule in ("act", "joint", "stated"))
    for start, end in clauses(blanked):
        clause = blanked[start:end]
        joined = joint.match(clause)
        if act.search(clause[joined.end() :] if joined else clause) and not stated.search(clause):
            return True
    return False


def _cue(text: str, rules: Commitments) -> int | None:
    """Where the cue stands that makes a sentence a plan; None where it has none."""
    blanked = _blanked(text)
    blanked = rules.patterns["not-cue"].sub(lambda match: "□" * len(match[0]), blanked)
    match = rules.patterns["cue"].search(blanked)
    if match is None or rules.patterns["missed"].search(_part(blanked, match.start())):
        return None
    return match.start()


def _part(text: str, position: int) -> str:
    """The part of a sentence, between semicolons outside quotations, that holds ``position``; it ends in a stop."""
    ends = [end for _, end in clause_spans(text) if text[end - 1] in "；;"]
    start = max((end for end in ends if end <= position), default=0)
    end = min((end for end in ends if end > position), default=len(text))
    return text[start:end].rstrip("；;") + ("。" if end < len(text) else "")


def _blanked(text: str) -> str:
    """``text`` with its short quotations as blanks: a cue in a name is none."""
    for start, end in quoted_spans(text):
        if end - start <= _SHORT_QUOTE + 2:
            text = text[:start] + "□" * (end - start) + text[end:]
    return text


def _items(section: Section) -> Paragraph:
    """The list items of a section as one paragraph."""
    items = tuple(s for p in section.paragraphs if p.role == "list-item" for s in p.sentences)
    return Paragraph("list-item", items)


def _is_list_of_tasks(paragraph: Paragraph, rules: Commitments) -> bool:
    """Whether list items are tasks: three or more, most begin with an act, and none tells of something done."""
    if paragraph.role != "list-item" or len(paragraph.sentences) < 3:
        return False
    texts = [_plain(sentence.text) for sentence in paragraph.sentences]
    if any(rules.patterns["item-done"].search(text) for text in texts):
        return False
    open_ended = [text for text in texts if rules.patterns["item-task"].match(text)]
    return len(open_ended) >= _SHARE_OF_PLANS * len(texts)
