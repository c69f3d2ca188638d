"""Who speaks in a transcript: the "NAME:" before a sentence."""

from __future__ import annotations

import re
from typing import Protocol

from etl.text.people import Person, full_name
from etl.text.sentences import Sentence
from etl.text.words import words

_LABEL = re.compile(
    r"^(?P<clip>[<(\[](?:CLIP|SOT|BITE|TAPE|SOUND)[,:]? )?\[?"
    r"(?P<name>(?:[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+)(?: [A-ZÀ-Þ’'.-]{2,}){0,4})"
    r"(?P<aside> \([^)]{1,30}\))?(?:, (?P<role>[^:()\d–—]{3,60}))?"
    r"(?(clip)[\]:>)]|[\]:])\s"
)
# As the Congressional Record has them: "Mr. SMITH of Ohio. Thank you."
_OF_RECORD = re.compile(
    r"^(?:(?:(?:M[rR]|M[rR]?[sS]|Miss|D[rR])\.|Senator|Representative|Chair(?:man|woman)?|Secretary"
    r"|Ambassador|General) (?P<name>[A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?: [A-ZÀ-Þ’'-]{2,}){0,3})"
    r"(?: of [A-Z]\w+(?: [A-Z]\w+)?)?"
    r"|T(?:he|HE) (?P<office>CHAIR(?:MAN|WOMAN)?|SPEAKER|PRESIDING OFFICER|WITNESS|CLERK))"
    r"[.:](?=\s|$)"
)
_COURTESY = re.compile(
    r"^(?:[A-Z]{2,4}\.|MAYOR|SENATOR|REPRESENTATIVE|CHAIR(?:MAN|WOMAN)?|GOVERNOR|SECRETARY) "
)
_ASKS = re.compile(r"^(Q|A|QUESTION|ANSWER)[.:](?=\s|$)")
_PLAYS = words(
    "HOST CALLER ANCHOR REPORTER NARRATOR WITNESS GUEST OPERATOR MODERATOR CHAIR SPEAKER",
)
NEAR = 5  # sentences that one label can stand for
MOST = 200  # sentences that are looked at for labels


class Labelled(Protocol):
    """What is needed of a text that was taken apart."""

    @property
    def sentences(self) -> list[Sentence]: ...
    @property
    def people(self) -> list[Person]: ...
    @property
    def transcript(self) -> bool: ...


def is_transcript(sentences: list[Sentence]) -> bool:
    """Tell whether a text marks who speaks: twice, or once with a title or a role."""
    if any(_OF_RECORD.match(s.text) for s in sentences[:MOST]) or _is_asked(sentences) is not None:
        return True
    found = [m for s in sentences[:MOST] if (m := _LABEL.match(s.text))]
    sure = any(
        m["role"] or m["aside"] or m["name"] in _PLAYS or _COURTESY.match(m["name"]) for m in found
    )
    return len(found) > 1 or sure


def _is_asked(sentences: list[Sentence]) -> int | None:
    """Return where the first question of an interview in Q and A begins."""
    told = [(s.start, m[1][0]) for s in sentences[:MOST] if (m := _ASKS.match(s.text))]
    both = {letter for _, letter in told} == {"A", "Q"}
    return told[0][0] if both else None


def label_of(read: Labelled, index: int) -> tuple[str, str | None] | None:
    """Return who speaks a sentence of a transcript, with the role; None where none is marked."""
    if not read.transcript:
        return None
    asked = _is_asked(read.sentences)
    for back in range(index, max(-1, index - NEAR - 1), -1):
        text = read.sentences[back].text
        if asked is not None and (letter := _ASKS.match(text)):
            return _answers(read, asked) if letter[1][0] == "A" else None
        if told := _told(text):
            break
    else:
        return None
    label, role = told
    if label == "QUESTION":  # whoever asks at a briefing
        return None
    name = _COURTESY.sub("", label)
    known = full_name(name.split()[-1], read.people, read.sentences[index].end)
    if known and not known.name.isupper():
        return known.name, known.role
    return name.title(), role


def _answers(read: Labelled, asked: int) -> tuple[str, str | None] | None:
    """Return who is interviewed: the one person whom the text names before the first question."""
    met = [p for p in read.people if not p.body and p.start < asked]
    return (met[0].name, met[0].role) if len(met) == 1 else None


def _told(sentence: str) -> tuple[str, str | None] | None:
    """Return the name and the role of the label that a sentence begins with."""
    if match := _OF_RECORD.match(sentence):
        return match["name"] or match["office"], None
    match = _LABEL.match(sentence)
    return (match["name"], match["role"]) if match else None
