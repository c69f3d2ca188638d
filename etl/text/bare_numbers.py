"""A policy's number standing alone for its name: "907 is an annual decision", "repeal 907".

Only where it acts, is acted on or is quoted as a name, never as a count; context it needs like any
name that is not strong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.records import Policy
from etl.text.needles import Needle
from etl.text.patterns import Pattern

_IN_NAME = re.compile(r"^(?:[^\d]{1,24}[ -]|§ ?)(\d{3,4})$|^(\d{3,4})[ -][^\d]{3,24}$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_GOES_ON = r"is|was|has|had|must|should|will|would|remains|does"
# As folded text has them: in small letters, every quote and apostrophe the plain one.
_ACTS = rf"(?=[\"']? (?:{_GOES_ON}|isn't|wasn't|doesn't|cannot|hinders|hurts)\b)"
_DONE = r"(?!')(?=[.,;:!?)\"]|$| (?:and|or|for|to|in|as|because|by|on|after|before|again|now|if)\b)"
_SAYING = ("that", "because", "while", "whether", "if", "why", "says")
_ON_IT = (
    *("repeal", "repealing", "repealed", "waive", "waiving", "waived", "enforce", "enforcing"),
    *("scrap", "scrapping", "abolish", "abolishing", "suspend", "suspending", "invoke", "lifting"),
    *("circumvent", "bypass", "uphold", "repeal of", "waiver of", "enforcement of", "violation of"),
)


def numbers(policy: Policy) -> Iterator[str]:
    """Yield the numbers that stand beside a word in a policy's names, years left out."""
    found = {}
    for alias in policy.aliases:
        match = _IN_NAME.match(alias.text)
        number = (match[1] or match[2]) if match else None
        if number and not _YEAR.fullmatch(number):
            found[number] = True
    yield from found


def number_pattern(number: str) -> Pattern:
    """Return the pattern of a number that may stand alone as a name.

    >>> told = number_pattern("907").regex
    >>> [bool(told.search(text)) for text in ("they say that 907 is old", "of 907 tons")]
    [True, False]
    """
    opens = ("[\"'(]", "[.!?:;] ", "[.!?][\"'] ", "  ", *(f" {word} " for word in _SAYING))
    subject = "|".join([rf"(?<=\A{number})", *(f"(?<={before}{number})" for before in opens)])
    acted_on = "|".join(f"(?<= {words} {number})" for words in _ON_IT)
    quoted = rf"(?=[\"'])(?<=[\"']{number})"
    noun = r"(?= (?:waivers?|restrictions?)\b)"
    return _pattern(number, rf"(?:{_ACTS}(?:{subject})|{_DONE}(?:{acted_on})|{noun}|{quoted})")


def listed_number_pattern(number: str) -> Pattern:
    """Return the pattern of a number that a policy lists as one of its names.

    >>> told = listed_number_pattern("907").regex
    >>> [bool(told.search(text)) for text in ("and 907 was kept", "of 907 tons")]
    [True, False]
    """
    return _pattern(number, rf"(?=[\"']?s? (?:{_GOES_ON}|waivers?|restrictions?)\b|[\"'])")


def _pattern(number: str, then: str) -> Pattern:
    needle = Needle(number, begins=True, ends=True)
    size = len(number)
    return Pattern(number[:3], number + then, "any", size, ((needle, 0),), size)
