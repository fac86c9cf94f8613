"""Named methods, mechanisms, brands, campaigns, plans and projects: told from other quoted and unquoted words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policy_digest.extract.folding import as_printed, simplified_sections
from policy_digest.extract.programme_patterns import NAME, ProgrammePatterns, patterns_of
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.genre import Programmes
from policy_digest.lexicon.marks import quoted_spans
from policy_digest.model import Article, Programme, Section, id_of

_STOPS = re.compile("[。！？!?…]")
_JOINS = frozenset(("", "、", "和", "与", "及", "以及", "，", ","))
_FUNCTION_WORDS = re.compile(
    r"[的等和与及对为向把将了在是被其这那各每]|\d+[个项家条处批]|[一两几]批|\d+年|\d+[万亿]?[名人]|以及|通过|进行|关于"
)
_PLAN_PERIOD = re.compile("十[一二三四五六七八九]?五")
# “县乡村”三级联动和跨区协作的工作机制: what it is stands far from the quotation, after 的
_FAR_HEAD = re.compile("(?P<mid>[一-龥]{2,14}的)(?P<head>工作机制|机制|模式|工作法|体系)")
_IDLE = re.compile(r"[\s、，,·“”‘’\"]")
_BY_WAY_OF = re.compile(
    "的?(?:方式|形式|模式|方法|办法)|为(?:载体|平台|抓手|依托|主)"
)  # of 以案说法工作法 it is a part
_AHEAD = re.compile("(?:在建|在谈|储备|签约|拟建|意向)[^，。；]{0,4}$")
_DISTRICT = re.compile("(?:[省市县区乡镇村]|街道)$")
_CLAUSES = re.compile("[，,；;]")
_INNER = re.compile("‘[^‘’]{2,18}’")
_NEAR, _FAR = 12, 48
_LONGEST_QUOTE = 36
_LONGEST_WITH_COMMA = 18


class _Found(NamedTuple):
    """One mention: ``key`` joins mentions of one programme; ``strong`` where a head or an own name says what it is.

    ``printed`` is the key as the source prints it, where it was read in other words; an id is made from it.
    """

    key: str
    name: str
    kind: str
    sentence: str | None
    strong: bool
    printed: str = ""


def find_programmes(
    article: Article, lexicon: Lexicon, simplified: Sequence[Section] | None = None
) -> tuple[Programme, ...]:
    """The programmes an article names, in the order of their first mention, each with the sentences that name it.

    A programme named in a heading only has no sentences. ``simplified`` are the ``simplified_sections``, where they
    are at hand.
    """
    rules = lexicon.genre.programmes
    patterns = patterns_of(rules)
    sections = simplified_sections(article, lexicon.figures.simplified) if simplified is None else simplified
    texts = _texts(sections)
    quotes = [quoted_spans(text) for text, _ in texts]
    printed = [text for text, _ in (texts if sections is article.sections else _texts(article.sections))]
    found = [
        mention if text == own else _printed(mention, text, own)
        for (text, sentence), quoted, own in zip(texts, quotes, printed, strict=True)
        for mention in _in_text(text, sentence, quoted, rules, patterns)
    ]
    known = {mention.key: mention for mention in found}
    told = zip(texts, quotes, strict=True)
    again = [
        mention for (text, sentence), quoted in told if quoted for mention in _repeats(text, sentence, quoted, known)
    ]
    return _joined(article.slug, found, again, {sentence: n for n, (_, sentence) in enumerate(texts)})


def _printed(mention: _Found, read: str, printed: str) -> _Found:
    return mention._replace(
        name=as_printed(mention.name, read, printed), printed=as_printed(mention.key, read, printed)
    )


def _texts(sections: Iterable[Section]) -> tuple[tuple[str, str | None], ...]:
    """Each text of an article with its sentence's id; headings have none."""
    texts: list[tuple[str, str | None]] = []
    for section in sections:
        texts += [(heading, None) for heading in (section.heading, section.deck) if heading]
        texts += [(sentence.text, sentence.id) for sentence in section.all_sentences]
    return tuple(texts)


def _in_text(
    text: str,
    sentence: str | None,
    quotes: Sequence[tuple[int, int]],
    rules: Programmes,
    patterns: ProgrammePatterns,
) -> Iterator[_Found]:
    for chain in _chains(text, quotes) if quotes else ():
        yield from _in_chain(text, sentence, chain, rules, patterns)
    if sentence is not None:
        blanked = _blanked(text, quotes)
        if "等" in blanked:
            yield from _in_lists(blanked, sentence, rules, patterns)
        yield from _bare(blanked, sentence, rules, patterns)


# ---------------------------------------------------------------- in quotation marks


def _chains(text: str, quotes: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], ...]]:
    """Quotations that stand side by side, joined at most by 、 or 和: they share a verb and a head."""
    chain: list[tuple[int, int]] = []
    for quote in quotes:
        if chain and text[chain[-1][1] : quote[0]] not in _JOINS:
            yield tuple(chain)
            chain = []
        chain.append(quote)
    if chain:
        yield tuple(chain)


def _in_chain(
    text: str,
    sentence: str | None,
    chain: tuple[tuple[int, int], ...],
    rules: Programmes,
    patterns: ProgrammePatterns,
) -> Iterator[_Found]:
    before, after = text[max(0, chain[0][0] - _NEAR) : chain[0][0]], text[chain[-1][1] : chain[-1][1] + _FAR]
    listed = patterns.head_in_list.match(after)
    for quote in chain:
        inner = text[quote[0] + 1 : quote[1] - 1].strip()
        if _is_speech(inner, text[max(0, quote[0] - _NEAR) : quote[0]]) or len(inner) < 2:
            continue
        own = _own_head(text, quote[1], patterns)
        has_head = own is not None or listed is not None
        if _is_refused(inner, before, after, rules, patterns, has_head=has_head):
            continue
        if own:
            kind = rules.heads[own["head"]]
            yield _Found(_key(inner), f"“{inner}”{own['mid']}{own['head']}", kind, sentence, strong=True)
            continue
        closing = patterns.head_after.match(after) or listed
        kind = _kind_of(inner, closing["head"] if closing else None, rules, patterns)
        is_told = kind != "initiative" or listed or patterns.after.match(after) or patterns.verb_before.search(before)
        if is_told:
            yield _Found(_key(inner), inner, kind, sentence, strong=False)


def _own_head(text: str, end: int, patterns: ProgrammePatterns) -> re.Match[str] | None:
    """The head that closes a name begun by a quotation: known words lead to it, or a few that are no verb."""
    linked = patterns.head_after.match(text, end)
    if linked:
        return linked
    near = patterns.head_near.match(text, end)
    if near and not _FUNCTION_WORDS.search(near["mid"]) and not patterns.verb.search(near["mid"]):
        return near
    far = _FAR_HEAD.match(text, end)
    return far if far and not patterns.verb.search(far["mid"]) else None


def _is_speech(inner: str, before: str) -> bool:
    if _STOPS.search(inner) or len(inner) > _LONGEST_QUOTE or inner[-1:] in "，,；;：:":
        return True
    has_speaker = before.rstrip().endswith(("：", ":")) or before.endswith(("说，", "说,", "提出，", "提出,"))
    return bool(_CLAUSES.search(inner)) and (has_speaker or len(inner) > _LONGEST_WITH_COMMA)


def _is_refused(
    inner: str, before: str, after: str, rules: Programmes, patterns: ProgrammePatterns, *, has_head: bool
) -> bool:
    if inner.strip("，。、 ") in rules.refused or _PLAN_PERIOD.fullmatch(inner):
        return True
    if has_head:
        return False
    if patterns.refused_end.search(inner) or patterns.refused_after.match(after):
        return True
    return patterns.refused_before.search(before) is not None


def _kind_of(inner: str, closing: str | None, rules: Programmes, patterns: ProgrammePatterns) -> str:
    """What kind of programme quoted words are: by their own last word, by the list's head, or as a formula."""
    own = patterns.head_at_end.search(inner)
    if own and len(inner) - len(own["head"]) >= 2:
        return rules.heads[own["head"]]
    if closing:
        return rules.heads[closing]
    return "policy" if patterns.formula.fullmatch(inner) else "initiative"


# ---------------------------------------------------------------- without quotation marks


def _blanked(text: str, quotes: Sequence[tuple[int, int]]) -> str:
    """``text`` with its quotations as blanks, as long as before."""
    if not quotes:
        return text
    pieces, last = [], 0
    for start, end in quotes:
        pieces += [text[last:start], "□" * (end - start)]
        last = end
    return "".join((*pieces, text[last:]))


def _in_lists(blanked: str, sentence: str, rules: Programmes, patterns: ProgrammePatterns) -> Iterator[_Found]:
    """The members of 「打造甲、乙、丙等品牌」 that stand without quotation marks."""
    for end in patterns.list_end.finditer(blanked):
        start = max(blanked.rfind(mark, 0, end.start()) for mark in "，,；;。：:") + 1
        items = blanked[start : end.start()].split("、")
        is_ahead = _AHEAD.search(end[0].removesuffix(end["head"]))
        verbs = list((patterns.list_verb if is_ahead else patterns.verb).finditer(items[0]))
        if len(items) < 2 or not verbs or rules.heads[end["head"]] == "policy" or end["head"] in rules.list_fields:
            continue
        items[0] = items[0][verbs[-1].end() :].removeprefix("了")
        names = [item for item in items if "□" not in item and not _DISTRICT.search(item)]
        if not all(re.fullmatch(f"{NAME}{{2,16}}", name) and _is_name(name, patterns) for name in names):
            continue
        for item in names:
            yield _Found(item, item, rules.heads[end["head"]], sentence, strong=True)


def _bare(blanked: str, sentence: str, rules: Programmes, patterns: ProgrammePatterns) -> Iterator[_Found]:
    for pattern, heads in ((patterns.bare, patterns.heads), (patterns.bare_own, patterns.own_heads)):
        for match in pattern.finditer(blanked) if heads.search(blanked) else ():
            stem = match["name"].removesuffix(match["head"])
            if pattern is patterns.bare_own:
                stem = stem[max((verb.end() for verb in patterns.verb.finditer(stem)), default=0) :]
                stem = stem.removeprefix("以") if _BY_WAY_OF.match(blanked, match.end()) else stem
            name = stem + match["head"]
            if (match["head"].endswith("长制") and not stem) or _is_name(stem, patterns):
                yield _Found(name, name, _bare_kind(match["head"], rules), sentence, strong=True)


def _bare_kind(head: str, rules: Programmes) -> str:
    """The kind of the longest known head that ``head`` ends with."""
    longest = max((word for word in rules.heads if head.endswith(word)), key=len, default="")
    return rules.heads.get(longest, "mechanism")


def _is_name(stem: str, patterns: ProgrammePatterns) -> bool:
    """Whether words tell one thing from others: at least two characters besides what any such thing could have."""
    if _FUNCTION_WORDS.search(stem) or patterns.verb.match(stem):
        return False
    return len(patterns.generic.sub("", stem)) >= 2


# ---------------------------------------------------------------- one programme, many mentions


def _key(inner: str) -> str:
    return _IDLE.sub("", inner)


def _repeats(
    text: str, sentence: str | None, quotes: Sequence[tuple[int, int]], known: dict[str, _Found]
) -> Iterator[_Found]:
    """Further mentions in quotation marks of programmes that the article names elsewhere with its evidence."""
    for start, end in quotes:
        inner = text[start + 1 : end - 1]
        for words in (inner, *(inner[a + 1 : b - 1] for a, b in quoted_spans(inner) or _inner_quotes(inner))):
            if first := known.get(_key(words)):
                yield _Found(first.key, words.strip(), first.kind, sentence, strong=False)


def _inner_quotes(inner: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _INNER.finditer(inner)) if "‘" in inner else ()


def _joined(
    slug: str, found: Sequence[_Found], again: Sequence[_Found], order: dict[str | None, int]
) -> tuple[Programme, ...]:
    groups: dict[str, list[_Found]] = {}
    for mention in (*found, *again):
        groups.setdefault(mention.key, []).append(mention)
    programmes = []
    for key, mentions in groups.items():
        best = next((m for m in mentions if m.strong), mentions[0])
        sentences = sorted({m.sentence for m in mentions if m.sentence is not None}, key=lambda s: order[s])
        programmes.append(
            Programme(id_of("p", slug, mentions[0].printed or key), best.name, best.kind, tuple(sentences))
        )
    return tuple(programmes)
