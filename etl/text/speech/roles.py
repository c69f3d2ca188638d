"""The role that stands after a name in apposition; one before it is read with the name."""

from __future__ import annotations

import re

from etl.text.speech.agents import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, kind_of, singular
from etl.text.speech.speech_verbs import NOUNS_TOO, finite
from etl.text.states import STATES
from etl.text.words import words

_ROLE_AFTER = re.compile(
    r",\s+(?:\d{1,3},\s+)?((?:an?\s|the\s|who\sis\s)?(?=[\w])[^,;:\"“”()]{4,160}?"
    r"(?:,\s(?:an?d?\s)?[^,;:\"“”()]{3,60}?){0,1}?)"
    r"(?:,|(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bDr)(?<!\bMr)(?<!\bGen)(?<!\bSt)\.|;|$"
    r"|\s(?=(?:told|said|says)\b))"
)
_ROLE_NOUN = re.compile(
    r"(?i)\b(?:assistant|aide|adviser|advisor|head|director|president|chair\w*|chief|officer"
    r"|minister|secretary"
    r"|spokes\w+|ambassador|envoy|diplomat|senator|congress\w+|representative|lawmaker|member"
    r"|professor|analyst"
    r"|expert|scholar|historian|lawyer|counsel|attorney|judge|sheriff|farmer|teacher|nurse|doctor"
    r"|librarian"
    r"|owner|founder|editor|reporter|correspondent|journalist|economist|engineer|manager|leader"
    r"|official|fellow"
    r"|researcher|commissioner|mayor|governor|general|colonel|captain|executive|coordinator"
    r"|organizer|organiser"
    r"|veteran|pastor|rabbi|bishop|student|author|activist|advocate|consultant|steward|republican"
    r"|democrat"
    r"|sponsor|treasurer|clerk|rancher|grower|worker|developer|physician|pilot|operator|candidate"
    r"|critic"
    r"|lobbyist|deputy|dean|trustee|agent|archivist|broker|driver|mother|father|widow|widower|son"
    r"|daughter"
    r"|politician|commentator|columnist|negotiator|speaker|whip|principal|banker|trader"
    r"|investor)s?\b"
)


_AUXILIARY = words("has have had is was are were will would did does could should")
_SHORT = re.compile(r"[DRI]-[\w. ]+")
_PARTY = re.compile(
    r"(?: \(|, )(?P<party>[DRI]-[A-Z][A-Za-z]*(?:\.[A-Z][a-z]*)*(?:\.(?=[,)]))?)"
    r"(?P<place> [A-Z][a-z]+(?: [A-Z][a-z]+)?(?=[),]))?(?:[- ]?\d+(?:st|nd|rd|th)?)?(?=[),.; ]|$)"
)
_COURTESY = re.compile(
    r"(?i)(?:dr|mr|mrs|ms|miss|prof|sir|dame|hon|comrade|(?:his |her )?excellency)\.?"
)
_NO_ROLE = re.compile(
    r"(?:who|whose|whom|which|and|but|along|together|like|with|in|on|at|for|from|after|before|when"
    r"|while|where|since|as|to|by|via|per|about|not|pictured|left|right|above|\d+|\w+ed by"
    r"|of all|(?!king|ranking)\w+ing)\b"
)
_NOT_IN_ROLES = PREPOSITIONS | DETERMINERS | ADVERBS | PRONOUNS
_ONE = re.compile(r"(?:an?|the|another|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|\w+['’]s)\s")
_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|did|does|includes?|if|that)\b")
_ACTS = re.compile(r"(?!retired|elected|appointed|self-\w+|so-called)\w+ed\s")  # ", received"
# What somebody did is no role, what they lead is: "a Democrat who chairs the panel".
_TELLS_MORE = re.compile(
    r",? (?:which|whose|whom"
    r"|who (?!chairs|heads|leads|runs|represents|directs|serves|sits))\b"
)
_GOES_ON = re.compile(r",? (?:who|which|whose|whom)\b")


def role_of(title: str | None, text: str, end: int) -> str | None:
    """Return the role of a name by the title before it and what is told after it.

    Both are kept: of a member of Congress they say together who it is, "Sen. (R-Maine)".
    """
    party = _PARTY.match(text, end)
    told = party["party"] + (party["place"] or "") if party else role_after(text, end)
    return with_title(title, told)


def with_title(title: str | None, told: str | None) -> str | None:
    """Return a title with what is told beside it; "Dr." and the like give way to what is told.

    >>> with_title("Sen.", "R-Maine"), with_title("Judge", "a Texan"), with_title("Dr.", "a cook")
    ('Sen. (R-Maine)', 'Judge, a Texan', 'a cook')
    """
    if not title or not told or title in told:
        return told or title
    if _SHORT.fullmatch(told):
        return f"{title} ({told})"
    return told if _COURTESY.fullmatch(title) else f"{title}, {told}"


def aside_role(aside: str) -> str | None:
    """Return what an aside tells of whom it follows; None where it tells none: "who was late".

    >>> aside_role("a Guild baker"), aside_role("along with Ann Roe"), aside_role("however")
    ('a Guild baker', None, None)
    """
    if _NO_ROLE.match(aside) or re.sub(r"\.| (?=\w\.)", "", aside).casefold() in STATES:
        return None
    role = _GOES_ON.split(aside)[0]
    told = _ONE.match(role) or _ROLE_NOUN.search(role) or any(map(kind_of, role.split()))
    return role if told else None


def role_after(text: str, end: int) -> str | None:
    """Return the role told after a name: ", head of the trade department,"."""
    match = _ROLE_AFTER.match(text, end)
    if match is None:
        return None
    if _NO_ROLE.match(match[1]) and not match[1].startswith("who is "):
        return None
    role = re.sub(r"^(?:who is|now|an?|the)\s(?:an?\s)?", "", " ".join(match[1].split()))
    role = _TELLS_MORE.split(role)[0] or role
    first = role.partition(" ")[0].lower()
    verb = first in finite() and first not in NOUNS_TOO and kind_of(first) != "person"
    if first in _AUXILIARY or verb:  # ", told reporters"
        return None
    if re.match(r"(?:who|which|and|but)\b", role) or _ACTS.match(match[1]):
        return None
    if match[0][-1].isspace() and _ONE.match(match[1]):  # "Bath, the clerk said": no comma
        return None
    noun = _ROLE_NOUN.search(role)
    near = noun and noun.start() < 60 and not _CLAUSE.search(role, 0, noun.start())
    return role if near or _is_trade(match[1]) else None


def _is_trade(told: str) -> bool:
    """Tell whether an aside begins with somebody's trade: "a physicist at", "bond trader with"."""
    head = re.split(r"\b(?:of|for|from|in|at|with|on|to|who|and)\b", told, maxsplit=1)[0]
    if not head.strip():
        return False
    *before, noun = head.split()
    single = singular(noun.lower()) == noun.lower() and told[0].islower()
    bare = single and not any(w.lower() in _NOT_IN_ROLES or w in finite() for w in before)
    return kind_of(noun) == "person" and (bare or _ONE.match(told) is not None)
