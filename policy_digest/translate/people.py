"""People in both languages: names romanised, posts by table with the place they are of, else as printed in brackets."""

import re

from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.marks import lowered
from policy_digest.model import BilingualPerson, Digest, Person, Text
from policy_digest.translate.places import UNVERIFIED, english_person, english_place
from policy_digest.translate.texts import Texts

_INSTITUTION = re.compile("(?:[局所站队院校厂店社会办处科室团行]|(?<!支)部|中心|公司|集团|企业|机构)副?$")

_RANKS = ("head", "director", "deputy head", "deputy director")
"""Posts that are told with what they are of."""

SHOWN = 3
"""How many of the sentences that name someone a page quotes."""


def bilingual_people(digest: Digest, texts: Texts, lexicon: Lexicon) -> tuple[BilingualPerson, ...]:
    """The officials and public figures of a digest; private individuals are shown nowhere."""
    return tuple(_person(person, texts, lexicon) for person in digest.record.people if person.standing != "private")


def _person(person: Person, texts: Texts, lexicon: Lexicon) -> BilingualPerson:
    return BilingualPerson(
        id=person.id,
        name=Text(person.name_zh, english_person(person.name_zh, lexicon.terms), "generated"),
        standing=person.standing,
        posts=tuple(_post(post, texts, lexicon) for post in person.posts),
        sentences=person.sentences[:SHOWN],
    )


def _post(post: str, texts: Texts, lexicon: Lexicon) -> Text:
    """A printed post in English; of an institution that no table holds, with its name composed of its words."""
    told = post_text(post, lexicon)
    if told.en is not None:
        return told
    standard, known = texts.standard("".join(post.split())), lexicon.people.english
    start = next((at for at in range(1, len(standard)) if standard[at:] in known), 0)
    if known.get(standard[start:]) not in _RANKS or _is_of_place(standard[:start], lexicon):
        return told
    made = texts.text("programme", standard[:start])
    is_told = made.en is not None and made.status == "generated"
    return Text(post, f"{known[standard[start:]]} of the {lowered(made.en or '')}", "generated") if is_told else told


def _is_of_place(words: str, lexicon: Lexicon) -> bool:
    """Whether words begin with the name of a place, which keeps its capital."""
    found = (english_place(words[:end], lexicon.terms) for end in range(2, len(words)))
    return any(place and not place.endswith(UNVERIFIED) for place in found)


def post_text(post: str, lexicon: Lexicon) -> Text:
    """Give a printed post its English: 永乐店镇镇长 → head of the town, Yongledian Town."""
    folded = lexicon.terms.folded("".join(post.split()))
    known = lexicon.people.english
    for start in range(len(folded)):
        ending = folded[start:]
        term = lexicon.terms.terms.get(ending)
        english = known.get(ending) or (term.en if term else None)
        if english:
            told = _with_place(english, folded[:start], ending, lexicon)
            return Text(post, told, "generated" if told else "missing")
    return Text(post, None, "missing")


def _with_place(english: str, before: str, ending: str, lexicon: Lexicon) -> str | None:
    """Name the place whose post it is; its generic part may be the ending's first character (青禾镇党委书记).

    None where an institution without an English stands before: a bare “head” would not say of what.
    """
    if not before:
        return english
    for name in (before, before + ending[0]):
        if name.endswith(tuple("省市区县旗镇乡村")) and (place := english_place(name, lexicon.terms)):
            return f"{english}, {place}"
    return None if _INSTITUTION.search(before) else english
