"""People in both languages: names romanised, posts by table with the place they are of, else as printed in brackets."""

import re

from policy_digest.lexicon import Lexicon
from policy_digest.model import BilingualPerson, Digest, Person, Text
from policy_digest.translate.places import english_person, english_place

_INSTITUTION = re.compile("(?:[局所站队院校厂店社会办处科室团行]|(?<!支)部|中心|公司|集团|企业|机构)副?$")

SHOWN = 3
"""How many of the sentences that name someone a page quotes."""


def bilingual_people(digest: Digest, lexicon: Lexicon) -> tuple[BilingualPerson, ...]:
    """The officials and public figures of a digest; private individuals are shown nowhere."""
    return tuple(_person(person, lexicon) for person in digest.record.people if person.standing != "private")


def _person(person: Person, lexicon: Lexicon) -> BilingualPerson:
    return BilingualPerson(
        id=person.id,
        name=Text(person.name_zh, english_person(person.name_zh, lexicon.terms), "generated"),
        standing=person.standing,
        posts=tuple(post_text(post, lexicon) for post in person.posts),
        sentences=person.sentences[:SHOWN],
    )


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
