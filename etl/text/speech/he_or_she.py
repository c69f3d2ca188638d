"""Whether a text calls somebody "he" or "she": by a title, a role, or a pronoun after the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.speech.people import Person
from etl.text.words import words

REACH = 240  # characters after a name in which a pronoun still tells
HE, SHE = "he", "she"
_HE = words(
    "mr mister sir lord king prince father brother monsignor congressman chairman spokesman",
    "assemblyman councilman businessman alderman widower son husband grandfather uncle fisherman",
    "statesman fireman policeman serviceman",
)
_SHE = words(
    "mrs ms miss dame lady queen princess mother sister congresswoman chairwoman spokeswoman",
    "assemblywoman councilwoman businesswoman alderwoman widow daughter wife grandmother aunt",
    "stateswoman policewoman servicewoman actress",
)
# Of "him" and of "her" that owns nothing the subject is another: "Ann Roe did not answer him".
_PRONOUN = re.compile(
    r"\b(?:(he|himself|his)|(she|herself|her(?= \w)(?! (?:that|to|in|at|on|and|for|not|about|a|an"
    r"|the|as|when|if|he|she|it|by|with|from|why|how|what|or|but|again|there)\b)))\b"
)
_STOP = re.compile(r"[.!?;“”\"»]\s|\n")


def he_or_she(text: str, people: Sequence[Person]) -> dict[str, str]:
    """Return HE or SHE by the full name of each person that the text tells it of.

    The pronoun counts that follows the first naming in its sentence, before anyone else is named.
    """
    told = {}
    for nth, person in enumerate(people):
        if person.body:
            continue
        after = people[nth + 1].start if nth + 1 < len(people) else len(text)
        known = _by_role(person.role) or _by_title(text, person.start)
        known = known or _by_pronoun(text, person.start + len(person.name), after)
        if known:
            told[person.name] = known
    return told


def _by_role(role: str | None) -> str | None:
    parts = set(re.findall(r"[a-z]+", (role or "").lower()))
    if bool(parts & _HE) == bool(parts & _SHE):
        return None
    return HE if parts & _HE else SHE


def _by_title(text: str, start: int) -> str | None:
    """Return what the word before a name tells: "Ms. Vos"."""
    before = re.findall(r"[A-Za-z]+", text[max(0, start - 16) : start])
    return _by_role(before[-1]) if before else None


def _by_pronoun(text: str, end: int, after: int) -> str | None:
    limit = min(end + REACH, after)
    stop = _STOP.search(text, end, limit)
    limit = stop.start() if stop else limit
    match = _PRONOUN.search(text, end, limit)
    return (HE if match[1] else SHE) if match else None
