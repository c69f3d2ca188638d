"""The role that stands after a name in apposition; one before it is read with the name."""

from __future__ import annotations

import re

from etl.text.speech_verbs import NOUNS_TOO, finite

_ROLE_AFTER = re.compile(
    r",\s+(?:\d{1,3},\s+)?((?:an?\s|the\s|who\sis\s)?(?=[\w])[^,;:\"“”()]{4,160}?"
    r"(?:,\s(?:an?d?\s)?[^,;:\"“”()]{3,60}?){0,1}?)"
    r"(?:,|\.|;|$|\s(?=(?:told|said|says)\b))"
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


def role_after(text: str, end: int) -> str | None:
    """Return the role told after a name: ", head of the trade department," or " (D-NJ)"."""
    match = _ROLE_AFTER.match(text, end)
    if match is None:
        party = re.match(r" \(([DRI]-[A-Z][\w.]+)\)", text[end : end + 20])
        return party[1] if party else None
    role = re.sub(r"^(?:who is|an?|the)\s", "", " ".join(match[1].split()))
    first = role.partition(" ")[0].lower()
    if first in finite() and first not in NOUNS_TOO:  # ", told reporters on Friday"
        return None
    noun = _ROLE_NOUN.search(role)
    return (
        role
        if noun and noun.start() < 60 and not re.match(r"(?:who|which|and|but)\b", role)
        else None
    )
