"""Articles with simplified characters for traditional ones, for the rules that read more than a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from policy_digest.extract.wording.places import Place
from policy_digest.lexicon.likes import Likes
from policy_digest.model import Article, Paragraph, Section, Sentence, in_place


def is_simplified(text: str, simplified: Likes) -> bool:
    """Whether ``text`` holds no traditional character."""
    return not simplified.within(text)


_ANY_QUOTE = {ord(mark): "“" for mark in '”"「」『』'}
_QUOTES = frozenset("“”")


def simplified_sections(article: Article, simplified: Likes) -> tuple[Section, ...]:
    """The sections of ``article`` with simplified characters for traditional ones, for rules written in simplified."""
    if is_simplified(article.source.text, simplified):
        return article.sections

    def words(text: str | None) -> str | None:
        return simplified.read(text) if text else text

    def sentence(known: Sentence) -> Sentence:
        return replace(known, text=simplified.read(known.text)) if simplified.within(known.text) else known

    def paragraph(known: Paragraph) -> Paragraph:
        is_read = any(simplified.within(sentence.text) for sentence in known.sentences)
        return replace(known, sentences=tuple(map(sentence, known.sentences))) if is_read else known

    def section(known: Section) -> Section:
        told = [sentence.text for sentence in (*known.sentences, *known.captions)]
        if not simplified.within("\n".join([known.heading or "", known.deck or "", *told])):
            return known
        return replace(
            known,
            heading=words(known.heading),
            deck=words(known.deck),
            paragraphs=tuple(map(paragraph, known.paragraphs)),
            captions=tuple(map(sentence, known.captions)),
        )

    return tuple(map(section, article.sections))


def as_printed(words: str, read: str, printed: str) -> str:
    """``words``, found in ``read``, as ``printed`` (as long as ``read``) has them; their quotation marks stay.

    Words that do not stand together in ``read`` stay as they are.
    """
    at = -1 if read == printed else read.translate(_ANY_QUOTE).find(words.translate(_ANY_QUOTE))
    if at < 0:
        return words
    return "".join(
        new if new in _QUOTES else old for new, old in zip(words, printed[at : at + len(words)], strict=True)
    )


def restored_sections(sections: tuple[Section, ...], restored: Mapping[str, Sequence[Place]]) -> tuple[Section, ...]:
    """The sections of an altered text with the sentences and captions in standard words, each as long as before.

    Headings stay as they are, and so does a text without ``restored`` words.
    """
    if not restored:
        return sections

    def sentence(known: Sentence) -> Sentence:
        found = ((place.start, place.end, place.restored) for place in restored.get(known.id, ()))
        return replace(known, text=in_place(known.text, found))

    def section(known: Section) -> Section:
        paragraphs = tuple(replace(one, sentences=tuple(map(sentence, one.sentences))) for one in known.paragraphs)
        return replace(known, paragraphs=paragraphs, captions=tuple(map(sentence, known.captions)))

    return tuple(map(section, sections))
