"""Whose praise or blame something meets: "drew fire from Ann Roe", "over the objections of"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.text.speech.agents import PREPOSITIONS, kind_of
from etl.text.speech.attribution_papers import is_full
from etl.text.speech.nominal import Found, Nominal
from etl.text.speech.sentence_words import Word
from etl.text.speech.subjects_after import first_from
from etl.text.speech.together import together

_BLAME = (
    r"(?:criticisms?|condemnations?|rebukes?|opposition|objections?|protests?|pushback|blowback"
    r"|backlash|scorn|ridicule|derision|outrage|outcry|ire|anger|complaints?|skepticism|scepticism"
    r"|warnings?|denunciations?|resistance|jeers|dissent|dismay)"
)
_PRAISE = (
    r"(?:praise|applause|plaudits|acclaim|cheers|raves|endorsements?|kudos|compliments|approval"
    r"|accolades|commendations?)"
)
_MET = (
    r"(?:drew|draws?|drawn|drawing|won|wins?|winning|fac(?:ed|es?|ing)|met|meets?|prompt(?:ed|s|ing)"
    r"|spark(?:ed|s|ing)|earn(?:ed|s|ing)|got|gets|receiv(?:ed|es|ing)|brought|provok(?:ed|es|ing)"
    r"|attract(?:ed|s|ing)|came? (?:in for|under)|triggered|garner(?:ed|s|ing)|gain(?:ed|s)"
    r"|run into|ran into|despite|amid|after|followed|over)"
)
_MANY = r"(?:(?!from\b|by\b)[\w’'-]+ ){0,4}?"
_DREW = re.compile(
    rf"\b{_MET} {_MANY}(?:{_BLAME}|{_PRAISE}|fire|support|backing|attack)"
    rf"(?: (?:and|or) (?:{_BLAME}|{_PRAISE}))? from (?:both )?",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:criticism|condemnation|rebukes?|pushback|backlash|praise|denunciations?|objections?)"
    r" from (?:both )?",
    re.IGNORECASE,
)
_OVER = re.compile(
    r" the (?:(?<=[Oo]ver the )(?:objections?|protests|opposition)|(?<=[Tt]o the )(?:dismay|delight"
    r"|chagrin|anger|annoyance|consternation|applause|horror)|(?<=[Ww]ith the )(?:blessing|backing"
    r"|endorsement)) of "
)


def by_drawn(text: str, found: Sequence[Word], start: int, end: int) -> Iterator[Found]:
    """Yield whose praise or blame a sentence tells that something meets."""
    seen: set[int] = set()
    from_ = text.find(" from ", start, end) >= 0  # few sentences have it, and it is soon looked up
    for pattern in (_DREW, _FROM, _OVER) if from_ else (_OVER,):
        for match in pattern.finditer(text, start, end):
            head = first_from(text, found, match.end())
            if head is None or match.end() in seen or not _speaks(found, head, match.end()):
                continue
            seen.add(match.end())
            told = together(text, found, head, -1, 0)
            for one in told:
                yield one, match.start(), found[told[-1].last].end, True


def _speaks(found: Sequence[Word], head: Nominal, after: int) -> bool:
    """Tell whether those named right there are people or bodies: no place, paper or thing."""
    between = [w.low for w in found if after <= w.start < found[head.first].start]
    if any(low in PREPOSITIONS for low in between) or head.kind not in ("named", "described"):
        return False
    return is_full(head) or any(kind_of(w) in ("person", "body") for w in head.name.split())
