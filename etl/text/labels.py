"""Who speaks in a transcript: the label before a sentence, "ROE:", "Ann Roe:", "Q (Lee):"."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Protocol

from etl.text.label_shapes import (
    CAPITAL,
    COURTESY,
    HEADS,
    LABEL,
    NARRATES,
    OF_RECORD,
    OURS,
    PLAYS,
    QUOTED,
    SAID,
    SELF,
    TURN,
    Label,
    asked_by,
)
from etl.text.people import Person, full_name
from etl.text.sentences import Sentence, split

NEAR = 5  # sentences that one label stands for, whatever they are like
MOST = 200  # sentences that are looked at for labels


class Labelled(Protocol):
    """What is needed of a text that was taken apart."""

    @property
    def text(self) -> str: ...
    @property
    def sentences(self) -> list[Sentence]: ...
    @property
    def people(self) -> list[Person]: ...
    @property
    def transcript(self) -> bool: ...


def is_transcript(sentences: list[Sentence]) -> bool:
    """Tell whether a text marks who speaks: by turns, or by a label with a title, role or name."""
    of_record = any(OF_RECORD.match(s.text) for s in sentences[:MOST])
    if of_record or _first_question(sentences) is not None:
        return True
    found = [m for s in sentences[:MOST] if (m := LABEL.match(s.text))]
    names = {m["name"] for m in found}
    if any(m["role"] or m["aside"] or COURTESY.match(m["name"]) for m in found) or names & PLAYS:
        return True
    if 1 < len(found) == len(names):  # "RAILS: …" "ROADS: …" are headings, unless of someone told
        text = " ".join(s.text for s in sentences[:MOST])
        return any(_is_somebody(name.title(), text) for name in names)
    return len(found) > 1 or bool(_turns(sentences))


def _first_question(sentences: list[Sentence]) -> int | None:
    """Return where the first question of an interview in Q and A begins, or of those who ask."""
    told = [(s.start, told[0]) for s in sentences[:MOST] if (told := asked_by(s.text))]
    names = {name for _, name in told}
    return told[0][0] if names - {"A", "Q"} or len(names) == 2 else None


def _turns(sentences: list[Sentence]) -> frozenset[str]:
    """Return who takes turns in an interview as labels tell it: "Roe: No." "Post: Why?" "Roe: …".

    One speaks again after another did, in words that speak to someone, and one is somebody.
    """
    found = [(m["name"], s.text) for s in sentences[:MOST] if (m := TURN.match(s.text))]
    told = [turn for turn in found if turn[0] not in HEADS]
    turns = Counter(name for name, _ in groupby(name for name, _ in told))
    again = {name for name, times in turns.items() if times > 1}
    if not any("?" in text or SELF.search(text) for name, text in told if name in again):
        return frozenset()
    if not any(_is_somebody(name, " ".join(s.text for s in sentences[:MOST])) for name in again):
        return frozenset()
    at = [i for i, (name, _) in enumerate(told) if name in again]
    first = at[0] - (at[0] > 0 and "?" in told[at[0] - 1][1])  # who asks first may ask but once
    return frozenset(name for name, _ in told[first : at[-1] + 1])


def _is_somebody(name: str, text: str) -> bool:
    """Tell whether a label has a title, is a part, or a name told in full in the text."""
    last = name.split()[-1]
    if COURTESY.match(name) or last.upper() in PLAYS:
        return True
    before = r"(?!The |An? |In |On |At |For |By |But |And |If |So |His |Her |Our |Its |My )"
    return bool(re.search(rf"\b{before}{CAPITAL} {re.escape(last)}\b(?!:)", text))


def label_of(read: Labelled, index: int) -> Label | None:
    """Return who speaks a sentence of a transcript, with the role; None where none is marked."""
    label = _labels(read.text)[index] if read.transcript else None
    if label is None or label[0] in ("Q", "A"):  # whoever asks is nobody
        return _answers(read) if label and label[0] == "A" else None
    name, end = COURTESY.sub("", label[0]), read.sentences[index].end
    if len(name) < 5 and name.isupper() and not full_name(name, read.people, end):
        name = _spelled(name, read.text)
    known = full_name(name.split()[-1], read.people, end)
    same = known and (name.isupper() or name == known.surname or name.endswith(known.name))
    if known and same and not known.name.isupper():
        return known.name, label[1] or known.role
    return name.title() if name.isupper() else name, label[1]


@lru_cache(maxsize=256)
def _spelled(initials: str, text: str) -> str:
    """Return what initials stand for in a text, "Daily Post" of "DP"; themselves where nothing."""
    letters = [rf"{letter}[a-z][\w’'-]*" for letter in initials if letter.isalpha()]
    match = re.search(r"\b" + r" (?:of (?:the )?)?".join(letters), text) if letters else None
    return match[0] if match else initials


def _asks(role: str | None) -> bool:
    return (role or "-").split()[-1].lower() in ("correspondent", "reporter", "editor")


def _answers(read: Labelled) -> Label | None:
    """Return who is interviewed: the one person told before the first question, or that acts."""
    asked = _first_question(read.sentences) or 0
    met = [p for p in read.people if not p.body and p.start < asked and not _asks(p.role)]
    alone = met if len(met) == 1 else [p for p in met if p.acting]
    return (alone[0].name, alone[0].role) if len(alone) == 1 else None


@lru_cache(maxsize=4)
def _labels(text: str) -> list[Label | None]:
    """Return the label that each sentence of a transcript stands under; None where it narrates."""
    sentences = split(text)
    turns = _turns(sentences)
    told = [_told(s.text, turns) for s in sentences]
    whole = {label[0].split()[-1]: label for label in told if label and label[1]}
    speaks = _speaks(sentences, [bool(label) for label in told])
    found: list[Label | None] = [None] * len(told)
    for at, end in pairwise([i for i, label in enumerate(told) if label] + [len(told)]):
        label = told[at]
        last = _stands(speaks, at, end)
        found[at:last] = [whole.get(label[0], label) if label else None] * (last - at)
    return found


def _stands(speaks: list[bool | None], at: int, end: int) -> int:
    """Return where a label stands no more: at the next, at narration, or past the last words."""
    last = min(at + NEAR + 1, end)
    for index in range(at + 1, end):
        if speaks[index] is False:
            return index
        if speaks[index]:
            last = max(last, index + 1)
    return end if end < len(speaks) else last


def _speaks(sentences: list[Sentence], told: list[bool]) -> list[bool | None]:
    """Tell of each sentence whether its paragraph speaks or narrates; None where neither is clear.

    Where labels begin paragraphs, all of such a paragraph speaks; else each sentence is looked at.
    """
    later = [at for at in range(1, len(told)) if told[at]]
    begin = [at for at in later if sentences[at - 1].paragraph < sentences[at].paragraph]
    laid_out = 2 * len(begin) > len(later)
    found: list[bool | None] = []
    for _, group in groupby(sentences, lambda s: s.paragraph if laid_out else s.start):
        unit = [s.text for s in group]
        labelled = laid_out and any(told[len(found) : len(found) + len(unit)])
        found += [labelled or _is_speech(" ".join(unit))] * len(unit)
    return found


def _is_speech(text: str) -> bool | None:
    """Tell whether words speak for themselves or tell of someone; None where it is not clear."""
    plain = QUOTED.sub("", text)
    told = NARRATES.search(plain) or (plain != text and SAID.search(plain))
    if told and not SELF.search(plain):
        return False
    return bool(SELF.search(plain) or OURS.search(plain)) or None


def _told(sentence: str, turns: frozenset[str]) -> Label | None:
    """Return the name and the role of the label that a sentence begins with."""
    if match := OF_RECORD.match(sentence):
        return match["name"] or match["office"], None
    if asked := asked_by(sentence):
        return asked
    if (match := TURN.match(sentence)) and match["name"] in turns:
        return match["name"], None
    match = LABEL.match(sentence)
    return (match["name"], match["role"]) if match else None
