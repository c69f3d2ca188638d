"""A speaker told by a run of capitalised words, the titles and offices before it aside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.speech.agents import kind_of, singular
from etl.text.speech.described import THINGS, described
from etl.text.speech.nominal import Nominal
from etl.text.speech.sentence_words import PARTY, Word
from etl.text.speech.speech_verbs import INVERT
from etl.text.speech.titles import past_titles, role_before
from etl.text.words import words

_STYLES = words("excellency highness majesty holiness eminence")  # "His Excellency said"
_OF_A_NATION = re.compile(r"(?:ian|ese|ish|can|ean|iet|tic|eli|ani|ench|utch|reek)$")


def named(
    text: str, found: Sequence[Word], run: tuple[int, int], begins: int, governed: bool
) -> Nominal | None:
    """Return the speaker of a run of capitalised words; titles and nouns before it are its role."""
    end = run[1]
    name_at = past_titles(found, *run)
    if name_at > end:
        if found[end].low in _STYLES and found[begins].low in ("his", "her"):
            who = "he" if found[begins].low == "his" else "she"
            return Nominal(begins, end, who, None, "pronoun", governed)
        name = text[found[begins].start : found[end].end]
        return Nominal(begins, end, name, None, "described", governed)
    if found[end].low in THINGS and _are_of_it(found, run[0], end):
        return described(text, found, run[0], begins, end + 1, governed)
    if _is_thing(found, name_at, end) or (name_at == end and _describes(found, end)):
        return None
    name = text[found[name_at].start : found[end].end]
    if len(name) < 2 or not name[0].isalpha():
        return None
    if found[begins].text in INVERT or found[begins].text == "that":  # "said Sen. Mara Devlin"
        begins += 1
    role = role_before(text, found, begins, name_at)
    return Nominal(begins, end, name, role, "named", governed)


def _is_thing(found: Sequence[Word], first: int, end: int) -> bool:
    """Tell whether a run names a law, its number or a party, none of which speaks."""
    number = found[first].low in ("section", "h.r", "s")
    return number or found[end].low in THINGS or bool(PARTY.match(found[first].text))


def _are_of_it(found: Sequence[Word], first: int, end: int) -> bool:
    """Tell whether a run tells of many who hold to a law: "Defenders of the Lamp Act"."""
    low = found[first].low
    many = kind_of(found[first].text) == "person" and singular(low) != low
    return many and first < end and found[first + 1].low in ("of", "to")


def _describes(found: Sequence[Word], at: int) -> bool:
    """Tell whether a single word only describes what follows: "the Armenian lobby"."""
    follows = at + 1 < len(found) and found[at + 1].text.islower()
    return follows and _OF_A_NATION.search(found[at].low) is not None
