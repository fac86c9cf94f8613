"""Inner tensions in both languages: the statement in the lexicon's words, each side with its value and sentence."""

from collections.abc import Mapping

from policy_digest.lexicon.tensions import Tensions
from policy_digest.model import BilingualSide, BilingualTension, Digest, Sentence, Side, SourceMark, Tension, Text
from policy_digest.translate.computed import like_figure
from policy_digest.translate.periods import period_text
from policy_digest.translate.rows import Sources, place_text, row_name, source_mark
from policy_digest.translate.texts import Texts
from policy_digest.translate.values import chinese_value, english_value

LISTED_IN = Text("{parent}名录", "official list of {parent}", "generated")
PRINTED = Text("文中写法", "as the text has it", "generated")


def bilingual_tensions(digest: Digest, sources: Sources, tensions: Tensions) -> tuple[BilingualTension, ...]:
    """The tensions of a digest; raises KeyError for a case that ``tensions.yml`` does not hold."""
    return tuple(_tension(tension, sources, tensions) for tension in digest.tensions)


def _tension(tension: Tension, sources: Sources, tensions: Tensions) -> BilingualTension:
    sides = tuple(_side(side, sources) for side in tension.sides)
    if tension.listed:
        parent, name = place_text(tension.listed.parent, sources.terms), _name(tension.listed.name, sources)
        where = {"parent": parent.zh}, {"parent": _shown(parent)}
        named = Text(LISTED_IN.zh.format(**where[0]), (LISTED_IN.en or "").format(**where[1]), "generated")
        sides = (*sides, BilingualSide(named, name, None, None))
    return BilingualTension(tension.id, tension.kind, _statement(tension, sides, sources, tensions), sides)


def _statement(tension: Tension, sides: tuple[BilingualSide, ...], sources: Sources, tensions: Tensions) -> Text:
    words = tensions.cases[tension.case]
    values = _fields(tension, sides, sources)
    zh, english = (
        {key: text.zh for key, text in values.items()},
        {key: text.en or text.zh for key, text in values.items()},
    )
    return Text(words.zh.format(**zh), words.en.format(**english), "generated")


def _fields(tension: Tension, sides: tuple[BilingualSide, ...], sources: Sources) -> Mapping[str, Text]:
    """What a statement may name: about, computed, listed, parent, authority."""
    is_place = tension.kind == "place-name"
    names = [side.value if is_place else side.name for side in sides if side.mark is not None]
    if not is_place and tension.case != "like":
        names = names[:1] if tension.kind == "parts-total" and tension.case == "exceeds" else names[-1:]
    english = dict.fromkeys(name.en or name.zh for name in names)
    fields = {"about": Text(tension.about, "; ".join(english), "generated")}
    last = sources.observations.get(tension.sides[-1].observation or "")
    if tension.computed is not None and last is not None:
        fields["computed"] = like_figure(tension.computed, last, sources.terms)
    if tension.listed:
        parent = place_text(tension.listed.parent, sources.terms)
        fields["listed"] = Text(tension.listed.name, sides[-1].value.en, "generated")
        fields["parent"] = Text(parent.zh, _shown(parent), "generated")
        fields["authority"] = Text(tension.listed.authority_zh, tension.listed.authority_en, "generated")
    return fields


def _side(side: Side, sources: Sources) -> BilingualSide:
    if side.observation is None:
        return BilingualSide(
            PRINTED, _name(side.words, sources), None, words_mark(side, sources.sentences, sources.texts)
        )
    observation = sources.observations[side.observation]
    mark = source_mark(observation, sources)
    return BilingualSide(
        name=row_name(observation, sources.texts),
        value=Text(
            chinese_value(observation, mark, sources.terms),
            english_value(observation, mark, sources.terms, sources.area_zh),
            "generated",
        ),
        period=period_text(observation.time_period, is_ahead=observation.nature != "actual"),
        mark=mark,
    )


def words_mark(side: Side, sentences: Mapping[str, Sentence], texts: Texts) -> SourceMark:
    """Cut a sentence at words that are no figure."""
    sentence = sentences[side.sentence]
    start = sentence.position(side.start)
    end = sentence.position(side.end - 1) + 1
    return SourceMark(
        observation="",
        sentence=sentence.id,
        before=sentence.text[:start],
        figure=sentence.text[start:end],
        after=sentence.text[end:],
        translation=texts.text("sentence", sentence.text),
    )


def _name(name: str, sources: Sources) -> Text:
    """A name of a place. A page prints its characters beside the English: they are what the tension is about."""
    return Text(name, _shown(place_text(name, sources.terms)), "generated")


def _shown(place: Text) -> str:
    return place.en or place.zh
