"""Names of places that are one character away from a listed name, or from another that the text prints more often."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from policy_digest.lexicon import Lexicon
from policy_digest.model import Article, Listed, Sentence, Side

Found = tuple[str, tuple[Side, ...], Listed | None]
_HAN = "[\u4e00-\u9fff]"
_GENERIC = re.compile("(?:社区|街道|[村镇乡])$")
_LEAST_STEM = 3
_ENDING = re.compile("(?:社区|街道|[村镇乡])(?![委级])")
_BEFORE = re.compile(f"(?<!{_HAN}){_HAN}{{3,5}}$")
_LONGEST_STEM = 5
_NO_NAME = re.compile("[的了在和与及到从对将把由等是为有各全每个所几多]")


class _Index(NamedTuple):
    """Names, and each by what is left of it without one character (where that stood, what is before and behind)."""

    names: frozenset[str]
    likes: Mapping[tuple[int, str, str], str]
    sizes: tuple[int, ...]


def misspelt(article: Article, lexicon: Lexicon) -> Iterator[Found]:
    """Each such name once, where it first stands."""
    sentences = _sentences(article)
    texts = {s.id: lexicon.figures.simplified.read(s.text) for s in sentences}
    listed = _listed(article, "\n".join(texts.values()), lexicon.tensions.divisions)
    index = _index(listed)
    found: dict[str, Found] = {}
    for sentence in sentences:
        for like, name, start in _likes(texts[sentence.id], index, lexicon):
            written = sentence.text[start : start + len(like)]
            found.setdefault(written, (written, (_side(sentence, start, written),), listed[name]))
    yield from found.values()
    yield from _spelt_twice(sentences, texts, lexicon, frozenset(found))


def _sentences(article: Article) -> list[Sentence]:
    every = article.all_sentences
    return sorted(every, key=lambda sentence: sentence.start)


def _listed(article: Article, text: str, divisions: Mapping[str, Mapping[str, Listed]]) -> Mapping[str, Listed]:
    """The names within the places that the article is about or names."""
    area = article.metadata.ref_area
    own = [names for parent, names in divisions.items() if (area and area.value.endswith(parent)) or parent in text]
    return {name: listed for names in own for name, listed in names.items()}


def _side(sentence: Sentence, start: int, words: str) -> Side:
    begin, end = sentence.span(start, start + len(words))
    return Side(words, begin, end, sentence.id)


def _likes(text: str, index: _Index, lexicon: Lexicon) -> Iterator[tuple[str, str, int]]:
    """What stands in ``text`` one character away from a name and is none, that name, and where it stands.

    The first character is not compared: before a name it may be a verb's or another surname.
    """
    distinct = lexicon.tensions.distinct
    for ending in _ENDING.finditer(text) if index.sizes else ():
        for size in index.sizes:
            start = ending.start() - size
            written = text[start : ending.end()] if start >= 0 else ""
            if not written or written in index.names:
                continue
            for at in range(1, size):
                name = index.likes.get((at, written[:at], written[at + 1 :]))
                if name and not {name[at], written[at]} <= distinct and not _NO_NAME.search(written[at]):
                    yield written, name, start


def _index(names: Iterable[str]) -> _Index:
    """The names of three characters and more before the generic part, by what is left without one of them."""
    stems = {name: len(_GENERIC.sub("", name)) for name in names}
    long = {name: size for name, size in stems.items() if size >= _LEAST_STEM}
    likes = {(at, name[:at], name[at + 1 :]): name for name, size in long.items() for at in range(1, size)}
    return _Index(frozenset(stems), likes, tuple(sorted(set(long.values()), reverse=True)))


def _spelt_twice(
    sentences: Iterable[Sentence], texts: Mapping[str, str], lexicon: Lexicon, told: frozenset[str]
) -> Iterator[Found]:
    """A name that the text prints once, one character away from a name that it prints more often."""
    whole = "\n".join(texts.values())
    counted = {name: whole.count(name) for name in dict.fromkeys(_named(whole)) if _is_name(name, lexicon)}
    index = _index(name for name, count in counted.items() if count > 1)
    seen: set[str] = set()
    for sentence in sentences:
        for written, name, start in _likes(texts[sentence.id], index, lexicon):
            if whole.count(written) == 1 and written not in told | seen:
                seen.add(written)
                first = next(s for s in sentences if name in texts[s.id])
                sides = (_side(first, texts[first.id].index(name), name), _side(sentence, start, written))
                yield f"{name}、{written}", sides, None


def _named(text: str) -> Iterator[str]:
    """What may be a place's name in ``text``: three to five characters behind a mark, and a generic part."""
    for ending in _ENDING.finditer(text):
        if stem := _BEFORE.search(text, max(0, ending.start() - _LONGEST_STEM - 1), ending.start()):
            yield stem[0] + ending[0]


def _is_name(words: str, lexicon: Lexicon) -> bool:
    known = lexicon.structure
    is_word = words in known.not_places or words.endswith(tuple(known.no_place_endings))
    return not is_word and not any(part in words for part in known.never_in_places) and not _NO_NAME.search(words)
