"""Names of places that are one character away from a listed name, or from another that the text prints more often."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from policy_digest.lexicon import Lexicon
from policy_digest.model import Article, Listed, Sentence, Side

Found = tuple[str, tuple[Side, ...], Listed | None]
_HAN = "[\u4e00-\u9fff]"
_GENERIC = re.compile("(?:社区|街道|[村镇乡])$")
_LEAST_STEM = 3
_NAMED = re.compile(rf"(?<!{_HAN})({_HAN}{{3,5}}(?:社区|街道|[村镇乡]))(?!{_HAN}?[委级])")
_NO_NAME = re.compile("[的了在和与及到从对将把由等是为有各全每个所几多]")


def misspelt(article: Article, lexicon: Lexicon) -> Iterator[Found]:
    """Each such name once, where it first stands."""
    sentences = _sentences(article)
    texts = {s.id: s.text.translate(lexicon.figures.simplified) for s in sentences}
    listed = _listed(article, "\n".join(texts.values()), lexicon.tensions.divisions)
    found: dict[str, Found] = {}
    for sentence in sentences:
        for name, start in _likes(texts[sentence.id], tuple(listed), lexicon):
            written = sentence.text[start : start + len(name[0])]
            found.setdefault(written, (written, (_side(sentence, start, written),), listed[name[1]]))
    yield from found.values()
    yield from _spelt_twice(sentences, texts, lexicon, frozenset(found))


def _sentences(article: Article) -> list[Sentence]:
    every = [s for section in article.sections for s in (*section.sentences, *section.captions)]
    return sorted(every, key=lambda sentence: sentence.start)


def _listed(article: Article, text: str, divisions: Mapping[str, Mapping[str, Listed]]) -> Mapping[str, Listed]:
    """The names within the places that the article is about or names."""
    area = article.metadata.ref_area
    own = [names for parent, names in divisions.items() if (area and area.value.endswith(parent)) or parent in text]
    return {name: listed for names in own for name, listed in names.items()}


def _side(sentence: Sentence, start: int, words: str) -> Side:
    begin, end = sentence.span(start, start + len(words))
    return Side(words, begin, end, sentence.id)


def _likes(text: str, names: tuple[str, ...], lexicon: Lexicon) -> Iterator[tuple[tuple[str, str], int]]:
    """What stands in ``text`` one character away from one of ``names`` and is none of them, with where it stands."""
    if not names:
        return
    distinct = lexicon.tensions.distinct
    for match in _pattern(names).finditer(text):
        name = names[int((match.lastgroup or "n0")[1:].partition("_")[0])]
        written = match[match.lastgroup or 0]
        if written in names:
            continue
        [(own, other)] = [pair for pair in zip(written, name, strict=True) if pair[0] != pair[1]]
        if not (own in distinct and other in distinct) and not _NO_NAME.search(own):
            yield (written, name), match.start()


@lru_cache(maxsize=16)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """One alternation of the names of three characters and more before the generic part, with one character free.

    A lookahead, so that a match may begin inside another. The first character stays: before a name it may be a verb's.
    """
    ways = []
    for n, name in enumerate(names):
        stem = len(_GENERIC.sub("", name))
        if stem >= _LEAST_STEM:
            ways += [f"(?P<n{n}_{at}>{name[:at]}{_HAN}{name[at + 1 :]})" for at in range(1, stem)]
    return re.compile(f"(?={'|'.join(ways) or '(?!)'})")


def _spelt_twice(
    sentences: Iterable[Sentence], texts: Mapping[str, str], lexicon: Lexicon, told: frozenset[str]
) -> Iterator[Found]:
    """A name that the text prints once, one character away from a name that it prints more often."""
    whole = "\n".join(texts.values())
    counted = {name: whole.count(name) for name in dict.fromkeys(_NAMED.findall(whole)) if _is_name(name, lexicon)}
    often = tuple(name for name, count in counted.items() if count > 1)
    seen: set[str] = set()
    for sentence in sentences:
        for (written, name), start in _likes(texts[sentence.id], often, lexicon):
            if whole.count(written) == 1 and written not in told | seen:
                seen.add(written)
                first = next(s for s in sentences if name in texts[s.id])
                sides = (_side(first, texts[first.id].index(name), name), _side(sentence, start, written))
                yield f"{name}、{written}", sides, None


def _is_name(words: str, lexicon: Lexicon) -> bool:
    known = lexicon.structure
    is_word = words in known.not_places or words.endswith(tuple(known.no_place_endings))
    return not is_word and not any(part in words for part in known.never_in_places) and not _NO_NAME.search(words)
