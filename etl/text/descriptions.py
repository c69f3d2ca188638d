"""Whom a description stands for among those met: "the presidential aide", "the two senators"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.agents import kind_of, singular
from etl.text.bodies import bodies_meant
from etl.text.people import Person

_PARTIES = ("democrat", "republican", "independent")
_SYNONYMS = {
    "aide": "assistant adviser advisor",
    "lawmaker": "rep. sen. senator congress representative congressman congresswoman",
    "congressman": "rep. representative",
    "congresswoman": "rep. representative",
    "senator": "sen. senator",
    "diplomat": "ambassador minister envoy",
    "official": "secretary head director minister assistant deputy",
    "scholar": "analyst professor fellow",
    "expert": "analyst professor fellow",
    "analyst": "expert scholar professor fellow",
}


def _may_be(party: str, person: Person) -> bool:
    """Tell whether somebody's role is of Congress, and of no other party."""
    told = re.search(r"\b([DRI])-", person.role or "")
    of_congress = re.search(
        r"\b(?:Sen|Rep|Senator|Representative|Congress\w+)\b", person.role or ""
    )
    return bool(of_congress) and (told is None or told[1].lower() == party[0])


def head_noun(parts: Sequence[str]) -> str | None:
    """Return the noun of a description: the last before "of", "for" …

    >>> head_noun("The senior official of the ministry".split())
    'official'
    """
    cut = next((i for i, p in enumerate(parts) if p in ("of", "for", "in", "at", "who")), None)
    return next((p for p in reversed(parts[:cut]) if kind_of(p)), None)


def is_many(speaker: str) -> bool:
    noun = (head_noun(speaker.split()) or "").lower()
    return kind_of(noun) == "body" or (kind_of(noun) == "person" and singular(noun) != noun)


def meant(noun: str, parts: Sequence[str], met: Sequence[Person]) -> list[Person]:
    """Return whom a noun describes: "the presidential aide" is an assistant, "the senators" two."""
    if kind_of(noun) == "body":
        return bodies_meant(noun, len(parts) == 2, met)
    if kind_of(noun) != "person":
        return []
    one = singular(noun)
    wanted = {one, *_SYNONYMS.get(one, "").split()}
    if parts[-3:] == ["head", "of", "state"]:
        wanted = {"president", "king", "queen", "emir", "sultan"}
    persons = [p for p in met if not p.body]
    fits = [p for p in persons if p.role and any(word in p.role.lower() for word in wanted)]
    if one != noun:
        return fits[-3:] or (persons[-2:] if len(parts) == 2 else [])
    acting = [p for p in persons if p.acting] or persons
    if one in _PARTIES and all(part[0].isupper() for part in parts[1:-1]):
        same = [p for p in acting if _may_be(one, p)]  # "the New Jersey Democrat"
        return fits[-1:] or same[-1:]
    sole = len(parts) == 3 and len(persons) == 1 and parts[1][0].isupper()
    told = len(parts) == 2 or (sole and parts[1] not in ("House", "Senate", "White"))
    return fits[-1:] or (acting[-1:] if told else [])
