"""Speakers whom a headline tells by verbs of its own: "Roe rips it", "it is hailed by Roe"."""

from __future__ import annotations

import re

from etl.text.speech.agents import kind_of, singular
from etl.text.speech.headline_names import Told
from etl.text.speech.nominal import Nominal, is_many
from etl.text.speech.people import UPPER
from etl.text.speech.sentence_words import Word, words_of
from etl.text.speech.speech_verbs import bases
from etl.text.speech.subjects import left_of
from etl.text.speech.subjects_after import first_from
from etl.text.words import words

_VERBS = re.compile(
    r" (?:rip(?:s|ped)?|weighs? in|hits? (?:out|back)|push(?:es)? (?:to|for|back|against)|hints?"
    r"|sues?|pans|knocks|bashes|trashes|torches|skewers|savages|attacks|lambast(?:s|ed)|excoriates"
    r"|castigates|bemoans|balks|fires back|comes? out|takes? aim|doubles? down|pours? cold"
    r"|seeks? to|lash out|reaffirms?"
    r"|throws (?:weight|support)|raises? (?:concerns?|alarms?|doubts?|questions|objections?)"
    r"|sounds? (?:the )?alarm|renews? (?:calls?|push|plea)|joins? (?:calls?|push)"
    r"|(?:won't|can't|doesn't|don't|(?:will|does|do|did) not) (?:believe|want|support|back|vote"
    r"|endorse|accept)"
    r"|“?(?i:confident|adamant|sure|optimistic|sceptical|skeptical|hopeful|worried|disappointed"
    r"|dismayed|outraged|furious|alarmed|delighted|proud|thrilled)\b)(?!\w)"
)
_OF_MANY = words(
    "rip weigh hit push hint sue come take double pour raise sound renew join seek reaffirm lash",
)
_DONE = (
    "(?:defended|slammed|blasted|branded|called|dubbed|labell?ed|critici[sz]ed|condemned|praised"
    "|hailed|attacked|denounced|welcomed|opposed|backed|supported|rejected|questioned|mocked"
    "|ripped|panned|lauded|endorsed|dismissed|decried|derided|applauded|cheered|lambasted"
    "|deplored|assailed|rebuked)"
)
_BY = re.compile(rf"\b{_DONE} (?:(?:as )?(?:an? )?(?:“[^”]*” )?)by (?:the )?")
_FROM = re.compile(
    r"\b(?:under (?:fire|attack)|(?:draws?|faces?|sparks?|meets?|wins?|gets?|earns?|gains?)"
    r" (?:fire|criticism|backlash|anger|outcry|opposition|resistance|pushback|praise|support"
    r"|backing|applause|scorn|flak|ire)) (?:from|of) (?:the )?",
    re.IGNORECASE,
)
_WHERE = re.compile(r" (?:in|at|over|after|as|amid|during|on|ahead) .*")
_SAY_MANY = re.compile(
    r"[,”] (?:say|warn|argue|claim|insist|fear|believe|tell|complain) ((?:[\w'-]+ ){0,3}[\w'-]+)$"
)
_NAME = rf"[{UPPER}][\w.'-]*(?: [{UPPER}][\w'-]*)?"
_LISTED = re.compile(rf"({_NAME}), (?:{_NAME},? )([a-z]+) ")


def by_verbs(text: str, place: int) -> Told | None:
    """Return who a headline, without label and outlet, says something of a place of it."""
    found = words_of(text, 0, len(text))
    return (
        _done(text, found) or _say_many(text) or _listed(text, place) or _does(text, found, place)
    )


def _done(text: str, found: list[Word]) -> Told | None:
    """Return by whom it is praised or blamed: "Lamp Act slammed by the Guild as reckless"."""
    match = _BY.search(text) or _FROM.search(text)
    told = _told(first_from(text, found, match.end())) if match else None
    return (_WHERE.sub("", told[0]), told[1]) if told else None


def _say_many(text: str) -> Told | None:
    """Return the many who say it: "Lamp Act could backfire, warn experts"."""
    match = _SAY_MANY.search(text)
    noun = match[1].split()[-1].lower() if match else ""
    many = kind_of(noun) in ("person", "body") and singular(noun) != noun
    return (match[1], None) if match and many else None


def _listed(text: str, place: int) -> Told | None:
    """Return the first of two whom a comma joins: "Roe, Lee urge Senate to act"."""
    match = _LISTED.match(text)
    return (match[1], None) if match and match[2] in bases() and match.end() <= place else None


def _does(text: str, found: list[Word], place: int) -> Told | None:
    """Return the subject of a verb that headlines have: "Roe rips Lamp Act"."""
    match = _VERBS.search(text)
    if not match or (match.start() > place and ": " in text[place : match.start()]):
        return None
    at = next(i for i, w in enumerate(found) if w.start > match.start())
    subject = left_of(text, found, at, 0)
    if subject is None or found[subject.last].end != match.start():
        return None
    joined = subject.first > 0 and found[subject.first - 1].low == "and"
    return (
        None if found[at].low in _OF_MANY and not (joined or is_many(subject)) else _told(subject)
    )


def _told(head: Nominal | None) -> Told | None:
    """Return who a phrase stands for; None where it is a pronoun or a paper."""
    if head is None or head.kind not in ("named", "described"):
        return None
    return head.name, head.role
