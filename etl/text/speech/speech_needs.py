"""What must follow a verb for it to be one of speech: "took the view", "put it down to"."""

from __future__ import annotations

import re
from functools import cache

from etl.text.speech.speech_idioms import AS, IDIOMS, MATTER

_UNDO = "(?:repeal|strike|end|block|waive|kill|extend|suspend|lift|bar|tighten|keep|restore|pass)"
# What is put, figured or guessed at a number.
_WHAT = r"(?:(?!to |into |on |off |up |aside |away )[^\s,;:]+ ){1,8}?"
_ABOUT = "(?:about |around |roughly |nearly |some |over |under |more than |less than |at least )?"
_TEN = "(?:one|two|three|four|five|six|seven|eight|nine|ten|half)"
_AT = rf"{_WHAT}at {_ABOUT}(?:[$€£]?(?!\d+(?::\d\d)? ?[ap]\.?m)\d|{_TEN}\b)"  # no hour
_DOWN_TO = r"(?:[^\s,;:]+ ){1,4}?down to (?![$€£\d])"  # a cause, no price
_AS = r"(?:among|as (?:an?|the|one))\b"  # to count rosewood is no speech
_MEMBERS = r"(?:(?:some|about|nearly|over|more than|almost) )?\d[\d,]* (?!minute|hour)"
_TO_THE_FLOOR = (
    r"to (?:X|Twitter|Facebook|Instagram|social media|the (?:\w+ )?(?:floor|podium|airwaves))\b"
)
# "puts it under Section 9" is no speech.
_IT = (
    r"it\b(?! (?:under|into|within|outside|above|below|behind|beyond|ahead|out|off|near"
    r"|on(?! (?:the )?record))\b)"
)
_PUT = rf"{_IT}|the (?:case|matter|number|figure)|{_AT}|{_DOWN_TO}"
_TAKE = (
    r"the (?:opposite |same )?view|issue|aim|exception"
    rf"|(?:an?|another) (?:swipe|jab|shot|dig) at (?:[A-Z]|{MATTER})"
    rf"|an? (?:(?:dim|different) view|(?:hard|tough|softer) line)|credit for|{_TO_THE_FLOOR}"
)
_MAKE = (
    r"clear|known|plain|it (?:clear|plain|known)|the (?:\w+ )?(?:case|argument|point)\b"
    r"|an? (?:\w+ )?(?:case|plea|pitch) (?:for|against|to)|(?:his|her|its|their) case"
    r"|no (?:secret|bones)"
)
_SEE = rf"no |in |it as|the |little |{AS}"
_GO = (
    r"on(?: to (?:say|argue|claim|call|note|add|urge|ask)| that|[,.;]|$)|further"
    r"|so far as to (?:say|call|claim|suggest|argue)"
    rf"|after {MATTER}"
)
_GIVE = r"his|her|their|assurances|notice that|voice to|a (?:\w+ )?(?:speech|warning)\b"
# These say something only with what follows them.
_ONLY_WITH = {
    "took": _TAKE,
    "takes": _TAKE,
    "put": _PUT,
    "puts": _PUT,
    "made": _MAKE,
    "makes": _MAKE,
    "saw": _SEE,
    "sees": _SEE,
    "went": _GO,
    "goes": _GO,
    "gave": _GIVE,
    "written": "that|to|back|in|of",
    "lash": "out",
    "side": "with",
    "sides": "with",
    "sided": "with",
    "lashed": "out",
    "lashes": "out",
    "gives": _GIVE,
    "laid": "out|the blame|into",
    "lays": "out|the blame|into",
    "left": "no doubt",
    "stood": "by|behind|with",
    "stands": "by|behind|with",
    "stand": "by|behind|with",
    "came": rf"out|down (?:hard )?on (?:[A-Z]|{MATTER})",
    "shot": "back",
    "held": "that|out hope|firm",
    "holds": "that|out hope",
    "hold": "that",
    "find": "that",
    "finds": "that",
    "found": "that|it",
    "read": "$^",
    "reads": "$^",
    "rule": "$^",
    "figure": rf"that|it\b|{_AT}",
    "figures": rf"that|it\b|{_AT}",
    "figured": rf"that|it\b|{_AT}",
    "guess": rf"that|it\b|{_AT}",
    "guesses": rf"that|it\b|{_AT}",
    "guessed": rf"that|it\b|{_AT}",
    "pegs": _AT,
    "pegged": _AT,
    "points": "out|to",
    "pointed": "out|to",
    "point": "out",
    "knew": "$^",
    "knows": "that",
    "felt": "that|it|the|betrayed",
    "spoke": rf"of|out|for(?! {_MEMBERS})|against|about|up|with|in|to",
    "speaks": rf"of|out|for(?! {_MEMBERS})|against|about|up|with|in|to",
    "speak": rf"of|out|for(?! {_MEMBERS})|against|about|up|in",
    "report": "that",
    "set": "out (?:why|how|what|the)",
    "counted": rf"that|it\b|him|on|off|among|her {_AS}|the [^,;:.]{{1,60}} {_AS}",
    "summed": "up|it",
    "sums": "up|it",
    "voted": "against|for|to |in favou?r|no|yes|nay|aye",
    "votes": "against|for|to |in favou?r|no|yes|nay|aye",
    "moved": f"to {_UNDO}",
    "sought": f"to {_UNDO}",
    "seeks": f"to {_UNDO}",
    "placed": "(?:a|his|her) hold",
    "blocked": "it|the|an?|this|that|one|[A-Z]",
    "quoted": "as",
    "cited": "as",
    "quotes": "$^",
    "cites": "$^",
    **IDIOMS,
}


@cache
def _after() -> dict[str, re.Pattern[str]]:
    return {verb: re.compile(rf" (?:{after})") for verb, after in _ONLY_WITH.items()}


def speaks(text: str, start: int, end: int) -> bool:
    """Tell whether a verb of speech that needs more has it after it: "took the view"."""
    needed = _after().get(text[start:end].lower())
    return needed is None or needed.match(text, end) is not None
