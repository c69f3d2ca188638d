"""Who speaks beside a gerund or a quotation, where no subject of a known kind does.

"With the club's director, Mo Finch, calling it a gift"; "“It must go,” an old hand confided".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from etl.text.speech.agents import PREPOSITIONS, PRONOUNS, kind_of
from etl.text.speech.clauses import JOINS, MARKS, is_adverb
from etl.text.speech.described import described
from etl.text.speech.nominal import Nominal
from etl.text.speech.noun_phrases import nominals
from etl.text.speech.sentence_words import Word
from etl.text.speech.speech_verbs import INVERT
from etl.text.speech.subjects_after import apposed
from etl.text.words import words

_QUOTES = frozenset('“”"«»')
_ONE = words("a an the")
_PLAIN = 5  # words that a speaker of an unknown kind is told in, at most
_CLEAR = INVERT | words("said says told tells confided confides whispered replied recalls")
_SENT = words("message letter note statement cable telegram email reply call")
# What is written or done says something too, and is no speaker.
_THINGS = words(
    "readout cover jacket law act bill clause rule text section provision treaty deal order plan",
    "ban page line label sign plaque banner poster placard headline caption flyer flier leaflet",
    "pamphlet card tag note email message book booklet story saying proverb poem song verse motto",
    "slogan phrase form chart table figure poll evidence history idea reason point truth result",
    "fact day night morning moment week month year ad advertisement recording tape screen entry",
    "ledger log diary map list index title subtitle word voice inscription engraving stone wall",
    "door board stamp ticket receipt contract lease policy code manual handbook constitution",
    "preamble charter passage paragraph sentence summary abstract footnote appendix transcript",
    "record invitation caller-id logic theory argument thinking answer",
)


def named_beside(text: str, found: Sequence[Word], at: int) -> Nominal | None:
    """Return who speaks in ", with the club's director, Mo Finch, calling it a gift".

    So too in "a message from the mayor, Mo Finch, pledging" and "a letter from Mo Finch, asking".
    """
    if found[at - 1].text != ",":
        return None
    heads = list(nominals(text, found, max(0, at - 14), at - 1))
    last = heads[-1] if heads and heads[-1].last == at - 2 else None
    if last and last.kind == "named" and _sent_from(found, last.first):
        return last
    for office, name in pairwise(heads):
        apposed_to = name.kind == "named" and name.first == office.last + 2
        with_ = office.first > 0 and found[office.first - 1].low == "with"
        with_ = with_ or _sent_from(found, office.first)
        if apposed_to and with_ and name.last == at - 2 and office.kind == "described":
            return name
    return None


def _sent_from(found: Sequence[Word], at: int) -> bool:
    """Tell whether a phrase stands after "a message from"."""
    return at > 1 and found[at - 1].low == "from" and found[at - 2].low in _SENT


def stranger(text: str, found: Sequence[Word], at: int, floor: int) -> Nominal | None:
    """Return a speaker of any kind beside a quotation: "“No,” an usher confided", "says a hand"."""
    if found[at].low not in _CLEAR:
        return None
    return _stranger_before(text, found, at, floor) or _stranger_after(text, found, at)


def _stranger_before(text: str, found: Sequence[Word], at: int, floor: int) -> Nominal | None:
    end = at - 1
    while end > floor and is_adverb(found, end):
        end -= 1
    for first in range(end - 1, max(floor, end - 2 * _PLAIN) - 1, -1):
        before = found[first - 1].text if first else ""
        opens = (not before or before in MARKS) and _opens_quotation(found, at + 1)
        if found[first].low in _ONE and (opens or before in _QUOTES):
            return _told(text, found, first, end + 1)
    return None


def _stranger_after(text: str, found: Sequence[Word], at: int) -> Nominal | None:
    if at == 0 or at + 2 >= len(found) or found[at + 1].low not in _ONE:
        return None
    closes = found[at - 1].text in _QUOTES
    closes = closes or (found[at - 1].text == "," and at > 1 and found[at - 2].text in _QUOTES)
    if not closes:
        return None
    last = at + 1
    while last < len(found) and found[last].text not in MARKS and found[last].low not in JOINS:
        last += 1
    told = _told(text, found, at + 1, last)
    return apposed(text, found, told) if told else None


def _told(text: str, found: Sequence[Word], first: int, last: int) -> Nominal | None:
    """Return the speaker told in some words, by the noun before the first preposition in them."""
    ends = (i for i in range(first, last) if found[i].low in PREPOSITIONS)
    noun = next(ends, last) - 1
    if not 0 < noun - first <= _PLAIN or not found[noun].text.islower():
        return None
    inner = [w.low for w in found[first + 1 : noun + 1]]
    if (
        found[noun].low in _THINGS
        or kind_of(found[noun].text)
        or any(w in PRONOUNS or w in JOINS for w in inner)
    ):
        return None
    if not all(w.text[0].isalnum() for w in found[first:noun]):
        return None
    return described(text, found, noun, first, last, False)


def _opens_quotation(found: Sequence[Word], at: int) -> bool:
    """Tell whether a quotation begins at a place, perhaps after a comma or a colon."""
    at += at < len(found) and found[at].text in (",", ":")
    return at < len(found) and found[at].text in _QUOTES
