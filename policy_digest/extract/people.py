"""People: who is named behind a post, a title or a word for anybody. Nothing is better than a wrong name.

A name is a surname of the lexicon with one or two characters, behind such a word, and before punctuation or a word
that may follow a name. The rules are those of ``data/posts.yml``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.people import People
from policy_digest.model import Article, Person, Sentence, Standing, id_of

_HAN = re.compile("[\u4e00-\u9fff]")
_RUN = re.compile("[\u4e00-\u9fffA-Za-z\u00d7]+$")
_HEADS_OF_ANY = ("负责人", "相关负责人")
_SPACES = re.compile("[ \u3000]{0,2}")
_ORGAN = re.compile(
    "[国省市区县旗镇乡村局办委部科所站队院校会社组队厅团]|中心|街道|公司|支部|政府|企业|集团|[厂店场行]"
)
_DOCTRINE = re.compile("[^，,；;。]{0,12}思想")
_LONGEST_POST = 28
_GIVEN = (2, 1)


class _Named(NamedTuple):
    """A name where it stands, with what the words about it say."""

    name: str
    post: str
    standing: Standing


def find_people(article: Article, lexicon: Lexicon) -> tuple[Person, ...]:
    """The people of ``article`` in the order of their first mention."""
    sentences = _sentences(article)
    simplified = lexicon.figures.simplified
    texts = {s.id: simplified.read(s.text) for s in sentences}
    told: dict[str, list[_Named]] = {}
    for sentence in sentences:
        for named in _named(sentence.text, texts[sentence.id], lexicon.people):
            told.setdefault(named.name, []).append(named)
    naming = _naming(told, sentences)
    return tuple(_person(article.slug, name, mentions, naming[name]) for name, mentions in told.items())


def _naming(names: Iterable[str], sentences: Sequence[Sentence]) -> Mapping[str, list[str]]:
    """The sentences that name each of ``names``, by id; a doctrine that bears a name (…思想) names nobody."""
    found: dict[str, list[str]] = {name: [] for name in names}
    by_first: dict[str, list[str]] = {}
    for name in found:
        by_first.setdefault(name[0], []).append(name)
    first = re.compile(f"[{''.join(by_first)}]" if by_first else "(?!)")
    for sentence in sentences:
        here = dict.fromkeys(
            name
            for match in first.finditer(sentence.text)
            for name in by_first[match[0]]
            if sentence.text.startswith(name, match.start())
            and not _DOCTRINE.match(sentence.text, match.start() + len(name))
        )
        for name in here:
            found[name].append(sentence.id)
    return found


def _sentences(article: Article) -> list[Sentence]:
    every = article.all_sentences
    return sorted(every, key=lambda sentence: sentence.start)


def _person(slug: str, name: str, mentions: Sequence[_Named], naming: Sequence[str]) -> Person:
    """One person; an office or title told anywhere makes the standing."""
    standings = {mention.standing for mention in mentions}
    standing = next(one for one in ("official", "public", "private") if one in standings)
    posts = dict.fromkeys(mention.post for mention in mentions if mention.standing == standing and mention.post)
    return Person(id_of("n", slug, name), name, standing, tuple(posts), tuple(naming))


def _named(printed: str, text: str, people: People) -> Iterator[_Named]:
    """The names of a sentence; ``text`` is ``printed`` in simplified characters, of the same length."""
    for head in people.heads.finditer(text):
        start = head.end() + len((_SPACES.match(text, head.end()) or head)[0])
        if called := people.called.match(text, start):
            yield _Named(printed[called.start() : called.end()], "", "private")
            continue
        post = printed[_post_start(text, head.start(), people) : head.end()]
        of_firm = head[0] in _HEADS_OF_ANY and text.endswith(people.firms, 0, head.start())
        standing: Standing = "private" if of_firm else people.standings[head[0]]
        for begin, end in _names_from(text, start, people):
            yield _Named(printed[begin:end], post, standing)
    for title in people.after.finditer(text):
        start = title.start() - 3
        if start >= 0 and _is_name(text[start : title.start()], people) and not _is_run_on(text, start, people):
            yield _Named(printed[start : title.start()], title[0], "official")


def _names_from(text: str, start: int, people: People) -> Iterator[tuple[int, int]]:
    """The name at ``start``, and those listed behind it (副镇长张涛、赵静)."""
    while end := _name_end(text, start, people):
        yield start, end
        if text[end : end + 1] not in ("、", "和"):
            return
        start = end + 1


def _name_end(text: str, start: int, people: People) -> int | None:
    """Where the name ends that begins at ``start``; None where none does."""
    size = 2 if text[start : start + 2] in people.compounds else 1
    if size == 1 and text[start : start + 1] not in people.surnames:
        return None
    shorter = start + size + 1
    if _may_end(text, shorter, people) and _is_name(text[start:shorter], people):
        return shorter
    longer = start + size + 2
    return longer if _may_end(text, longer, people) and _is_name(text[start:longer], people) else None


def _may_end(text: str, end: int, people: People) -> bool:
    """Whether a name may end there: at the text's end, before punctuation, or before a word that may follow."""
    if end > len(text):
        return False
    return end == len(text) or not _HAN.match(text, end) or people.follows.match(text, end) is not None


def _is_name(words: str, people: People) -> bool:
    """Whether the words are a surname with a given name, and no word that only begins with a surname."""
    size = 2 if words[:2] in people.compounds else 1
    given = words[size:]
    if (size == 1 and words[0] not in people.surnames) or not all(_HAN.match(one) for one in words):
        return False
    if len(given) not in _GIVEN or words[:2] in people.not_names or given[-1] in people.no_given:
        return False
    return not people.follows.match(given)


def _is_run_on(text: str, start: int, people: People) -> bool:
    """Whether what stands before a title begins inside a longer word of an office (国务院副总理)."""
    return people.heads.search(text, start, start + 3) is not None


def _post_start(text: str, head: int, people: People) -> int:
    """Where the printed post begins: as far back as the words of the office reach (镇党委书记, not 据镇党委书记)."""
    run = _RUN.search(text, max(0, head - _LONGEST_POST), head)
    if run is None:
        return head
    start = run.start()
    for word in people.cut.finditer(text, run.start(), head):
        start = word.end()
    deputy = head - 1 if text[max(0, head - 1) : head] == "副" else head
    before = text[start:deputy]
    is_whole = start > head - _LONGEST_POST or start == 0
    return start if is_whole and (not before or _ORGAN.search(before)) else deputy
