"""Names of places that are one character away from a listed name, or from another that the text prints more often."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from policy_digest.digest.tensions.listed import listed_in
from policy_digest.lexicon import Lexicon
from policy_digest.model import Article, Listed, Sentence, Side

Found = tuple[str, tuple[Side, ...], Listed | None]
_HAN = "[\u4e00-\u9fff]"
_GENERIC = re.compile("(?:社区|街道|[村镇乡])$")
_LEAST_STEM, _LEAST_COUNTY_STEM = 3, 2
_ENDING = re.compile("(?:社区|街道|[村镇乡])(?![委级])")
_BEFORE = re.compile(f"(?<!{_HAN}){_HAN}{{3,5}}$")
_LONGEST_STEM = 5
_COUNTY = re.compile("(?:自治[县旗州]|[县区市旗盟])$")
_COUNTY_ENDING = re.compile("(?:自治[县旗州]|[县区市旗盟])(?![级委域长直内区政府])")
_PREFECTURE = "00"  # the end of a code of two levels
_JOINTS = "和与及在至到、"
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
    listed, counties = listed_in(article, "\n".join(texts.values()), lexicon)
    index, wide = _index(listed), _index(counties, _COUNTY, _LEAST_COUNTY_STEM)
    found: dict[str, Found] = {}
    for sentence in sentences:
        text = texts[sentence.id]
        near = [(each, listed) for each in _likes(text, index, lexicon)]
        near += [(each, counties) for each in _like_counties(text, wide, frozenset(counties), lexicon)]
        for (like, name, start), names in near:
            written = sentence.text[start : start + len(like)]
            found.setdefault(written, (written, (_side(sentence, start, written),), names[name]))
    yield from found.values()
    yield from _spelt_twice(sentences, texts, lexicon, frozenset(found))


def _sentences(article: Article) -> list[Sentence]:
    every = article.all_sentences
    return sorted(every, key=lambda sentence: sentence.start)


def _side(sentence: Sentence, start: int, words: str) -> Side:
    begin, end = sentence.span(start, start + len(words))
    return Side(words, begin, end, sentence.id)


def _likes(
    text: str, index: _Index, lexicon: Lexicon, endings: re.Pattern[str] = _ENDING
) -> Iterator[tuple[str, str, int]]:
    """What stands in ``text`` one character away from a name and is none, that name, and where it stands.

    The first character is not compared: before a name it may be a verb's or another surname.
    """
    distinct = lexicon.tensions.distinct
    for ending in endings.finditer(text) if index.sizes else ():
        for size in index.sizes:
            start = ending.start() - size
            written = text[start : ending.end()] if start >= 0 else ""
            if not written or written in index.names:
                continue
            for at in range(1, size):
                name = index.likes.get((at, written[:at], written[at + 1 :]))
                if name and not {name[at], written[at]} <= distinct and not _NO_NAME.search(written[at]):
                    yield written, name, start


def _like_counties(
    text: str, index: _Index, counties: frozenset[str], lexicon: Lexicon
) -> Iterator[tuple[str, str, int]]:
    """What stands in ``text`` one character away from a county, as ``_likes`` tells it, and can be nothing else.

    It begins where a name begins: behind a mark, behind what joins names or behind the name of a place. Another place
    of the gazetteer is none (玉山县 in a text of 唐山, which has 玉田县), nor is a word (都市, 片区) or a county's name
    in short or of old (大厂县 for 大厂回族自治县, 宣化县 for 宣化区).
    """
    places = lexicon.terms.places
    for written, name, start in _likes(text, index, lexicon, _COUNTY_ENDING):
        before, stem = text[:start], _COUNTY.sub("", written)
        if written in places or any(county.startswith(stem) for county in counties) or not _is_name(written, lexicon):
            continue
        if not re.match(_HAN, before[-1:]) or before.endswith((*_JOINTS, *_above(lexicon))):
            yield written, name, start


def _above(lexicon: Lexicon) -> Iterator[str]:
    """The names of provinces and prefectures, which may stand right before a county's."""
    return (name for code, name in lexicon.terms.gazetteer.named.items() if code.endswith(_PREFECTURE))


def _index(names: Iterable[str], generic: re.Pattern[str] = _GENERIC, least: int = _LEAST_STEM) -> _Index:
    """The names of ``least`` characters and more before the generic part, by what is left without one of them."""
    stems = {name: len(generic.sub("", name)) for name in names}
    long = {name: size for name, size in stems.items() if size >= least}
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
