"""Headlines as plain sentences: verbs in small letters, quotations in double marks, no ALL CAPS."""

from __future__ import annotations

import re
from functools import cache

from etl.text.speech.agents import ADVERBS, DETERMINERS, PLURALS, PREPOSITIONS, kind_of, singular
from etl.text.speech.sentence_words import TITLES
from etl.text.speech.speech_verbs import NOUNS_TOO, acts, bases, finite
from etl.text.words import words

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_SMALL = PREPOSITIONS | DETERMINERS | ADVERBS | words("and or but that to is are be it its as not")
_QUOTED = re.compile(r"(?<!\w)['‘](?=\w)(?!\d\ds)((?:[^'‘’“”\"]|(?<=\w)['’](?=\w)){2,})['’](?!\w)")
# Verbs that headlines alone have; the rest of each stands in `headline_verbs`.
HEADLINE_VERBS = words(
    "rips ripped weighs weigh hits hit pushes push hints hint sues sue pans knocks bashes",
    "trashes lambasts lambasted excoriates castigates bemoans balks comes takes doubles pours",
    "throws raises raise sounds sound renews renew joins join fires savages skewers torches",
    "reintroduces",
    "won't can't doesn't don't attacked branded panned dubbed attacks rip double lash pour take",
    "reaffirms reaffirm seek",
)
_OF_MANY = bases() | words(
    "weigh hit push hint sue raise sound renew join rip double lash pour take seek"
)
# What goes with a verb before it: "Hits Out", "Raises Concerns", "Takes Aim", "Doubles Down".
_PARTICLES = words(
    "out back up down off aim cold concerns concern alarm alarms questions doubts objections",
    "support opposition calls call push weight behind against yes no",
)
# Of an act, or of a thing, or part of a name: "United States", "State Department", "Bath Post".
_NO_VERBS = words(
    "states state post posts authors tables drafts offers lead object counsel proposed alleged",
    "suspected estimated reported noted detailed leads led",
)
# Before a verb of many: "Senators Press", "Roe to Demand".
_BEFORE_BASE = words("to not will would must should won't can't don't doesn't and")
_AGENCIES = words("US UN EU UK GOP EPA FDA GAO FCC USDA NATO IMF WTO FBI CIA DHS IRS NGO MP MPS")
_SAY = words("say warn argue claim insist fear believe tell complain")
# " | Lamp News", " - Bath Tribune"
_TAIL = re.compile(
    r" \| | [—–-] (?=[^—–-]*\b(?:Times|Post|News|Journal|Herald|Tribune|Gazette|Chronicle|Weekly"
    r"|Daily|Telegraph|Observer|Press|Register|Star|Sun|Standard|Examiner|Advertiser|Mail|Mirror|Globe|Review|Monitor|Today|Agency|Radio|TV"
    r"|Magazine|Reuters|BBC|CNN|Politico|TASS|AFP|AP)$|[\w-]+\.[A-Za-z]{2,4}$)"
)
_NOT_AFTER = re.compile(r"$|[,:;.!?]|\s[—–;|-]|\s(?:Act|Court|Board|Bill|Law|Office|Fund|Bureau)\b")
_TRAILS = re.compile(r"[,”—–] (?:\S+ ){1,5}$")
_LEAST = 3  # words that show how a headline is written
_MOSTLY = 0.6  # of its words, that begin with a capital


@cache
def _verbs() -> frozenset[str]:
    return (finite() | acts() | HEADLINE_VERBS) - _NO_VERBS


def recased(headline: str) -> str:
    """Return a headline in which verbs and small words have no capitals; of the same length.

    Single marks around a quotation become double ones, ALL CAPS become Title Case, and " ; " stands
    before an outlet and behind a label.

    >>> recased("ANCA Demands U.S. Uphold It"), recased("Roe says the Farm Act must go")
    ('ANCA demands U.S. Uphold it', 'Roe says the Farm Act must go')
    >>> recased("ROE: 'FARM ACT MUST GO'"), recased("Guild’s Plea Backs ‘Farm Act’")
    ('Roe: “Farm Act must Go”', "Guild's Plea backs “Farm Act”")
    """
    text = _TAIL.sub(" ; ", _QUOTED.sub(r"“\1”", headline).replace("’", "'"))
    told = list(_WORD.finditer(text))
    if len(told) < _LEAST or sum(m[0][0].isupper() for m in told) < _MOSTLY * len(told):
        return text
    if text.isupper():
        text = _WORD.sub(_titled, text)
    for match in list(_WORD.finditer(text))[1:]:
        if _has_no_capital(text, match):
            at = match.start()
            text = text[:at] + text[at].lower() + text[at + 1 :]
    return text


def _titled(match: re.Match[str]) -> str:
    """Return a word of ALL CAPS with one capital; an acronym as it is."""
    word = match[0]
    if word in _AGENCIES or not re.search("[AEIOUYÀ-Ý]", word):
        return word
    low = word[0] + word[1:].lower()
    return low if len(low) == len(word) else word


def _has_no_capital(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word has its capital only from the headline."""
    word = match[0]
    low = word.lower()
    if word[0] + low[1:] != word or not word[0].isupper() or len(low) != len(word):
        return False
    before = text[: match.start()].split()
    last = before[-1] if before else ""
    if low in _SMALL:
        return last.rstrip(".").lower() not in TITLES  # "Sen. Will Poe"
    if low in _PARTICLES and last.islower() and last in _verbs():
        return True
    if low not in _verbs() or _is_noun(low, text[: match.start()], text[match.end() :]):
        return False
    says = last[-1:] in (",", "”") and low in _SAY  # "…, Say Farmers"
    return low not in _OF_MANY or says or _many(before)


def _is_noun(low: str, before: str, after: str) -> bool:
    """Tell whether what may be a verb is none: "False Claims Act", "Energy Demands, Eyes"."""
    if low not in NOUNS_TOO:
        return False
    trails = _TRAILS.search(before) is not None  # "…, Roe Claims"
    return bool(_NOT_AFTER.match(after)) and not trails


def _many(before: list[str]) -> bool:
    """Tell whether words can be the subject of a verb of many: "Senators", "Roe, Lee"."""
    last = before[-1].lower()
    plural = last.endswith("s") and not last.endswith(("ss", "'s")) and last not in ("states", "us")
    many = any(kind_of(w) == "person" and singular(w) != w for w in map(str.lower, before))
    joined = many or any(word == "and" or word.endswith(",") for word in before[-3:-1])
    return plural or joined or last in PLURALS or last in _BEFORE_BASE
