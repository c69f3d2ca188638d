"""Words of speech that only tell what a thing is called: "what locals call the branch bill"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.speech.agents import ADVERBS, BE
from etl.text.speech.sentence_words import Word
from etl.text.speech.speech_verbs import finite
from etl.text.words import words

_BACK = 90  # characters before "call" in which "what locals" stands
_PLACE = r"(?: (?:here|there|in town|around here|(?:in|around) (?:[A-Z][\w-]+|the [a-z]+)))?"
_ADVERB = r"(?: (?:still|now|often|sometimes|simply|just|usually|have come to|like to|only))*"
_THEIR = r"(?:(?:some|many|most|the|its|local|older|longtime|other|almost) )*"
_ANYONE = (
    r"(?:people|locals|residents|everyone|everybody|folks|neighbou?rs|villagers|townspeople"
    r"|islanders|regulars|old-timers)"
)
_INSIDERS = (
    r"(?:insiders|officials|aides|staff|staffers|workers|traders|lawyers|lobbyists|reporters"
    r"|lawmakers|farmers|doctors|nurses|teachers|engineers|soldiers|bankers)"
)
_WHAT = r"(?:\b[Ww]hat|(?<!\bin )(?<!\bon )(?<!\bat )\bwhich)"
_ANYONE_CALLS = re.compile(rf"{_WHAT} {_THEIR}{_ANYONE}{_PLACE}{_ADVERB} $")
_INSIDERS_CALL = re.compile(rf"{_WHAT} {_THEIR}{_INSIDERS}{_PLACE}{_ADVERB} $")
_OFTEN = re.compile(
    r", (?:often|sometimes|commonly|widely|informally|popularly|formerly|better|usually|so|locally"
    r"|colloquially|unofficially|officially) $"
)
# "the city's worst fire" is a view, "the branch bill" a name.
_IS_NAME = re.compile(
    r" (?:it\b|[“\"‘']?(?:the (?!(?:[\w’'-]+ ){0,5}?(?:worst|best|most|only|first|largest|biggest"
    r"|\w{3,}est|real)\b)|[A-Z]))"
)
ASKED = words(
    "asked pressed questioned quizzed grilled prodded pushed challenged interviewed prompted",
    "interrupted heckled needled probed",
)
_NO_PURPOSE = words(
    "needless suffice enough fair safe hard easy sad sorry strange wrong it is was odd difficult",
    "nothing something anything much little right tempting",
)


def only_names(text: str, found: Sequence[Word], at: int) -> bool:
    """Tell whether a verb tells of a name or of hearsay: "locals call the", "is said to"."""
    low = found[at].low
    if low in ("call", "calls", "called"):
        return _is_called(text, found[at], low)
    after = [w.low for w in found[at + 1 : at + 4]]
    if low != "said" or after[:1] != ["to"]:
        return False
    if after[1:2] == ["have"] and after[2:] and after[2] in finite():  # "is said to have put it"
        return False
    before = at - 1
    while before > 0 and found[before].low in ADVERBS:
        before -= 1
    return before >= 0 and found[before].low in BE


def _is_called(text: str, word: Word, low: str) -> bool:
    before = text[max(0, word.start - _BACK) : word.start]
    if low == "called" and _OFTEN.search(before):
        return True
    if not _IS_NAME.match(text, word.end):
        return False
    return bool(_ANYONE_CALLS.search(before) or (low != "called" and _INSIDERS_CALL.search(before)))


def is_saying(found: Sequence[Word], at: int) -> bool:
    """Tell whether "to say" stands in a set phrase: "needless to say", "that is to say"."""
    return at > 1 and found[at - 1].low == "to" and found[at - 2].low in _NO_PURPOSE


def is_asked(found: Sequence[Word]) -> bool:
    """Tell whether a sentence opens with what its speaker was asked: "Pressed by Bo Lee to say"."""
    return len(found) > 1 and found[0].low in ASKED and not found[1].capital
