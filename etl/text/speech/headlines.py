"""Who speaks in a headline: "ANCA Demands U.S. Uphold It", "Farm Act must go, says senator".

Headlines set verbs in capitals, leave "is" and "are" out ("Congress urged to enforce it"), put a
speaker before a colon or behind a dash, and a label or an outlet at their ends.
"""

from __future__ import annotations

import re

from etl.text.speech.agents import kind_of
from etl.text.speech.attribution import Attribution
from etl.text.speech.governing import governing
from etl.text.speech.headline_case import HEADLINE_VERBS, recased
from etl.text.speech.headline_frames import by_marks, core, is_counted, on_it
from etl.text.speech.headline_names import Told
from etl.text.speech.headline_verbs import by_verbs
from etl.text.speech.holders import Reading, holder_of
from etl.text.words import words

__all__ = ["headline_voice", "recased"]

_PASSIVE = re.compile(r" (?:to|over|by|on|for|as|after|amid|in|at|about|of)\b")
# With a preposition these are done by their subject: "Roe called for", "voted on".
_OWN_DOING = words(
    "called agreed argued voted complained testified appealed lobbied objected responded replied",
    "pushed pointed prayed hoped pleaded railed commented reflected spoke lashed fumed worried",
    "decided insisted promised pledged vowed threatened refused offered petitioned",
)
_ASKED = words("urged asked told pressed pressured called warned advised encouraged pushed")
_ASKS = re.compile(
    r"(?:will|would|should|shall|can|could|do|does|did|is|are|was|were|has|have|who|what|why|how"
    r"|where|when|which)\b",
    re.IGNORECASE,
)
_NO_SPEECH = words("continue continues consider considers assess assesses")
_GUILTY = (" guilty", " not guilty")
_TOPIC = 4  # words of a topic before its colon, at most


def headline_voice(start: int, read: Reading) -> Told | None:
    """Return who says a place of a headline, with the role; None where it is the outlet's own.

    `read` is the headline, recased and taken apart.
    """
    first, last, label = core(read.text, start)
    text, place = read.text[first:last], start - first
    quotation = next((q for q in read.quotations if q[0] <= start < q[1]), None)
    if is_counted(label) or (not quotation and text.rstrip().endswith("?") and _ASKS.match(text)):
        return None
    if on := on_it(text, place, label):
        return on
    said = governing(read, 0, start, quotation) if len(read.sentences) == 1 else None
    said = said or _in_subject(start, read)
    if said and said.start >= first and (told := _told(said, read)):
        return told
    return by_marks(text, place) or _of_topic(start, read) or by_verbs(text, place)


def _told(said: Attribution, read: Reading) -> Told | None:
    """Return whom an attribution stands for; None where something is done to them."""
    last = read.text[: said.verb_end].rsplit(" ", 1)[-1].lower()
    silent = last in _NO_SPEECH or read.text.startswith(_GUILTY, said.verb_end)
    if silent or _is_done_to(said, read, last):
        return None
    holder, role = holder_of(said, read)
    verb = holder is not None and holder.split()[-1].lower() in HEADLINE_VERBS
    return (holder, role) if holder and not verb else None  # "Lamp Guild renews call"


def _in_subject(start: int, read: Reading) -> Attribution | None:
    """Return who speaks whose name the place is part of: "Lamp Act backers say"."""
    told = (a for said in read.spoken for a in said)
    said = next((a for a in told if a.start == start < a.verb_end), None)
    return said if said and kind_of(said.speaker.split()[-1]) in ("person", "body") else None


def _of_topic(start: int, read: Reading) -> Told | None:
    """Return who speaks after a topic and a colon: "Lamp Act: Roe demands answers"."""
    colon = read.text.find(": ", start)
    if colon < 0 or len(read.text[:colon].split()) > _TOPIC:
        return None
    told = (a for said in read.spoken for a in said if a.start > colon and not a.acts)
    said = next(told, None)
    return _told(said, read) if said else None


def _is_done_to(said: Attribution, read: Reading, verb: str) -> bool:
    """Tell whether something is done to the subject: "Congress urged to enforce it"."""
    if not verb.endswith("ed") and verb != "told":
        return False
    after = _PASSIVE.match(read.text, said.verb_end)
    if after is None or said.trails:
        return False
    return verb in _ASKED if after[0] == " to" else verb not in _OWN_DOING
