"""Whom a description stands for among those met: "the presidential aide", "the two senators"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.speech.agents import head_noun, kind_of, singular
from etl.text.speech.bodies import bodies_meant
from etl.text.speech.people import Person
from etl.text.words import words

_PARTIES = ("democrat", "republican", "independent")
_SYNONYMS = {
    "aide": "assistant adviser advisor",
    "lawmaker": "rep. sen. senator congress representative congressman congresswoman",
    "general": "gen.",
    "colonel": "col.",
    "judge": "hon.",
    "justice": "judge",
    "governor": "gov.",
    "professor": "prof.",
    "representative": "rep. congressman congresswoman",
    "president": "leader",
    "ambassador": "amb. envoy",
    "envoy": "ambassador amb.",
    "congressman": "rep. representative",
    "congresswoman": "rep. representative",
    "senator": "sen. senator",
    "diplomat": "ambassador minister envoy",
    "official": "secretary head director minister assistant deputy",
    "scholar": "analyst professor fellow",
    "expert": "analyst professor fellow",
    "analyst": "expert scholar professor fellow",
}
_OFFICES = words(
    "senator representative congressman congresswoman ambassador minister governor mayor chairman",
    "chairwoman president secretary judge sheriff justice premier king queen bishop commissioner",
    "spokesman spokeswoman spokesperson envoy treasurer chancellor general admiral colonel",
)
_SIZES = {"both": 2, "pair": 2, "duo": 2, "couple": 2, "two": 2, "trio": 3, "three": 3}
_MEN = words("men women people friends authors")
_MEMBERS = words("senator representative congressman congresswoman")


def _may_be(party: str, person: Person) -> bool:
    """Tell whether somebody's role is of Congress, and of no other party."""
    told = re.search(r"\b([DRI])-", person.role or "")
    of_congress = re.search(
        r"\b(?:Sen|Rep|Senator|Representative|Congress\w+)\b", person.role or ""
    )
    return bool(of_congress) and (told is None or told[1].lower() == party[0])


def names_many(speaker: str) -> bool:
    noun = (head_noun(speaker.split()) or "").lower()
    return kind_of(noun) == "body" or (kind_of(noun) == "person" and singular(noun) != noun)


def group_size(parts: Sequence[str]) -> int:
    """Return how many people "the pair" or "both senators" are; 0 where it tells no number.

    >>> group_size("the two lawmakers".split()), group_size("the two countries".split())
    (2, 0)
    """
    low = [part.lower() for part in parts]
    size = next((_SIZES[part] for part in low if part in _SIZES), 0)
    rest = [part for part in low if part not in _SIZES and part not in ("the", "of", "those")]
    people = all(
        part in _MEN or (kind_of(part) == "person" and singular(part) != part) for part in rest
    )
    return size if low[0] in ("the", "both", "those") and len(rest) < 2 and people else 0


def may_be_all(noun: str, several: Sequence[Person]) -> bool:
    """Tell whether a noun can be all of some people: no senator is told to be a cook."""
    one = singular(noun.lower())
    if noun.lower() in _MEN or one not in _OFFICES | set(_PARTIES):
        return bool(several)
    wanted = {one, *_SYNONYMS.get(one, "").split()}
    told = [p.role.lower() for p in several if p.role]
    party = one in _PARTIES
    return all(any(w in role for w in wanted) or party or role[1:2] == "-" for role in told)


def meant(
    noun: str, parts: Sequence[str], met: Sequence[Person], bodies: Sequence[Person]
) -> list[Person]:
    """Return whom a noun describes: "the presidential aide" is an assistant, "the senators" two.

    `met` are those named before, in order; `bodies` the bodies, the likeliest last.
    """
    if kind_of(noun) == "body":
        bare = len(parts) == 2 and parts[0].lower() in ("the", "this")
        return bodies_meant(noun, bare, bodies)
    if kind_of(noun) != "person":
        return []
    one = singular(noun)
    persons = [p for p in met if not p.body]
    fits = [p for p in persons if p.role and any(w in p.role.lower() for w in _wanted(one, parts))]
    if one != noun:
        return fits[-3:] or (persons[-2:] if len(parts) == 2 else [])
    return fits[-1:] or _by_less(one, parts, [p for p in persons if p.acting] or persons)


def _wanted(one: str, parts: Sequence[str]) -> set[str]:
    """Return the words of which a role has one, if it is what a noun says."""
    if parts[-3:] == ["head", "of", "state"]:
        return {"president", "king", "queen", "emir", "sultan"}
    return {one, *_SYNONYMS.get(one, "").split()}


def _by_less(one: str, parts: Sequence[str], acting: Sequence[Person]) -> list[Person]:
    """Return whom a noun describes where nobody's role fits: by party, or who acted last."""
    if one in _PARTIES and all(part[0].isupper() for part in parts[1:-1]):
        return [p for p in acting if _may_be(one, p)][-1:]  # "the New Jersey Democrat"
    sole = len(parts) == 3 and len(acting) == 1 and parts[1][0].isupper()
    told = len(parts) == 2 or (sole and parts[1] not in ("House", "Senate", "White"))
    if one in _OFFICES:  # "the ambassador" is nobody who is told to be no such
        member = [p for p in acting if one in _MEMBERS and re.match(r"[DRI]-", p.role or "")]
        acting = member or [p for p in acting if sole and p.role is None]
    return list(acting[-1:]) if told else []
