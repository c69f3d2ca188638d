"""The role that stands beside a name: after it in apposition, before it as a title or in words."""

from __future__ import annotations

import re

TITLE = (
    r"(?:(?:(?:U\.?S\.?|US|American|Former|former|Acting|acting|Deputy|deputy|Assistant|assistant|"
    r"First|Prime|Vice|Foreign|Defen[cs]e|Speaker|House|Senate|Democratic|Republican|then-?|State"
    r"|State Department|White House|Pentagon|[A-Z][a-z]+(?:an|ani|ish|ese)) )*"
    r"(?:Reps?\.|Sens?\.|Gov\.|Amb\.|Dr\.|Prof\.|Gen\.|Col\.|Mr\.|Mrs\.|Ms\.|Judge|Justice"
    r"|Senator|Senators"
    r"|Representative|Congressman|Congresswoman|Congressmember|Governor|President|Vice President"
    r"|Prime Minister|(?:(?:Foreign|Defen[cs]e|Interior|Finance) )?Minister|Ambassador"
    r"|Secretary(?: of"
    r" (?:State|Defen[cs]e|Commerce|Homeland Security|the Treasury))?|Chairman|Chairwoman|Chair"
    r"|Speaker"
    r"|Leader|Spokesman|Spokeswoman|Spokesperson|spokesman|spokeswoman|spokesperson|Mayor|Sheriff"
    r"|Councilwoman|Councilman|Alderwoman|Alderman|Attorney General|General|Colonel|Professor"
    r"|Pastor"
    r"|Rabbi|Bishop|Commissioner|Director|Chief|Sergeant|Lt\.|Capt\.|Superintendent|Archbishop))"
)
_ROLE_AFTER = re.compile(
    r",\s+(?:\d{1,3},\s+)?((?:an?\s|the\s|who\sis\s)?(?=[\w])[^,;:\"“”()]{4,160}?"
    r"(?:,\s(?:an?d?\s)?[^,;:\"“”()]{3,60}?){0,1}?)"
    r"(?:,|\.|;|$|\s(?=(?:told|said|says)\b))"
)
_ROLE_BEFORE = re.compile(r"((?:(?:[a-z][\w-]*|of|[A-Z][\w.-]+|[A-Z]{2,}) ){1,6})$")
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


def role_after(text: str, end: int) -> str | None:
    """Return the role told after a name: ", head of the trade department," or " (D-NJ)"."""
    match = _ROLE_AFTER.match(text, end)
    if match is None:
        party = re.match(r" \(([DRI]-[A-Z][\w.]+)\)", text[end : end + 20])
        return party[1] if party else None
    role = re.sub(r"^(?:who is|an?|the)\s", "", " ".join(match[1].split()))
    noun = _ROLE_NOUN.search(role)
    return (
        role
        if noun and noun.start() < 60 and not re.match(r"(?:who|which|and|but)\b", role)
        else None
    )


def role_before(text: str, start: int) -> str | None:
    """Return a role such as "executive director" that stands right before the name."""
    match = _ROLE_BEFORE.search(text[max(0, start - 80) : start])
    if match is None:
        return None
    role = re.sub(
        r"^.*\b(?:said|says|told|added|by|to|with|that|and|the|from|a|an|as) ", "", match[1]
    )
    return role.strip() if _ROLE_NOUN.search(role) else None
