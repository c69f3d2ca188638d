"""Whether a word that is spelled as a verb of speech is one: "the claims", "16 states and"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.speech.agents import ADVERBS, BE, PREPOSITIONS, PRONOUNS, kind_of, singular
from etl.text.speech.nominal import Nominal
from etl.text.speech.sentence_words import Word
from etl.text.speech.speech_verbs import NOUNS_TOO
from etl.text.words import words

_NOUN_AFTER = words(
    "the a an his her their its no any such of for with this these our my your some own joint",
    "public to",
)
_OF_MANY = words("and of have had are were will would to with met")  # "16 Pacific states and"
NUMBERS = words(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty",
    "seventy eighty ninety hundred thousand dozen several many some few all most other those both",
    "various certain more fewer",
)

# "a ministry accused of it": no verb of the ministry's own.
_PARTICIPLES = {("led", "by"), ("thrown", "by"), ("accused", "of"), ("suspected", "of")}
_NARROWED = re.compile(r" (?:of|for|from|in|at|with|on|against|to) ")
_HAVE = words("has have had having he's she's they've i've we've")
_BY_DOING = words(
    "responded replied reacted answered countered concluded ended started opened closed followed",
)
_HOW = (
    words(
        "what which how email e-mail phone telephone mail letter text fax video radio post hand",
        "voice acclamation telegram proxy name",
    )
    | NUMBERS
)
_OF_PLURALS = words("are were have had show suggest put indicate")  # "Staff estimates put it at"


def is_noun(found: Sequence[Word], at: int) -> bool:
    """Tell whether what is spelled as a verb is none: "the claims", "to call", "was asked"."""
    if at == 0:
        return found[at].capital and len(found) > 1 and not found[1].capital
    low, before = found[at].low, found[at - 1].low
    after = found[at + 1].low if at + 1 < len(found) else ""
    if before in ("to", "be", "been", "being") or (low == "states" and after in _OF_MANY):
        return True
    if before[0].isdigit() and low[-1] == "s":  # "received 4,310 comments"
        return True
    if low in NOUNS_TOO and (
        before in _NOUN_AFTER
        or before in PREPOSITIONS
        or before.endswith(("'s", "’s"))
        or before in NUMBERS
        or _has_verb(found, at)
    ):
        return True
    return _is_participle(found, at, after)


def _is_participle(found: Sequence[Word], at: int, after: str) -> bool:
    """Tell whether something is done to the subject: "was asked", "adopted by Congress"."""
    low, before = found[at].low, found[at - 1].low
    if (low, after) in _PARTICIPLES and not any(
        w.low in ("whom", "which", "that") for w in found[max(0, at - 8) : at]
    ):
        return True
    if low == "written" and not any(w.low in _HAVE for w in found[max(0, at - 3) : at]):
        return True  # "first written in 2015"
    if low[-2:] == "ed" and after == "by" and low not in _BY_DOING and _is_doer(found, at + 2):
        return True  # "the clause, adopted by Congress"
    passive = before in BE or (at > 1 and before in ADVERBS and found[at - 2].low in BE)
    done = low[-2:] in ("ed", "en", "ld") or low == "put"
    return passive and done and low not in ("quoted", "troubled")


def _is_doer(found: Sequence[Word], at: int) -> bool:
    """Tell whether "by" names who did it, and not how: "rejected by 38 votes", "told by email"."""
    word = found[at] if at < len(found) else None
    return word is not None and word.text[0].isalpha() and word.low not in _HOW


def _has_verb(found: Sequence[Word], at: int) -> bool:
    """Tell whether a plural has a verb or a participle of its own: "estimates circulated at"."""
    if (
        found[at].low[-1] != "s"
        or found[at].low[-2:] == "ss"
        or at + 2 >= len(found)
        or found[at - 1].low in PRONOUNS
    ):
        return False
    after = found[at + 1].low
    return after in _OF_PLURALS or (after[-2:] == "ed" and found[at + 2].low in PREPOSITIONS)


def is_their_noun(word: Word, subject: Nominal) -> bool:
    """Tell whether a word is of many who cannot be its subject: "five friends, figures that"."""
    nouns = [w for w in _NARROWED.split(subject.name)[0].split() if kind_of(w) == "person"]
    plural = (
        subject.kind == "described" and nouns and singular(nouns[-1].lower()) != nouns[-1].lower()
    )
    return bool(plural) and word.low in NOUNS_TOO and word.low[-1] == "s" and word.low[-2:] != "ss"
