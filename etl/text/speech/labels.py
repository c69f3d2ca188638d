"""Who speaks in a transcript: the label before a sentence, "ROE:", "Ann Roe:", "Q (Lee):"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Protocol

from etl.text.sentences import Sentence, split
from etl.text.speech.label_shapes import (
    COURTESY,
    DIRECTION,
    NARRATES,
    OURS,
    QUOTED,
    SAID,
    SELF,
    Label,
)
from etl.text.speech.label_turns import first_question, labels_told
from etl.text.speech.people import Person, full_name
from etl.text.speech.questions import asked_plainly

NEAR = 5  # sentences that one label stands for, whatever they are like


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
    @property
    def writers(self) -> Sequence[str | None]: ...


def label_of(read: Labelled, index: int) -> Label | None:
    """Return who speaks a sentence of a transcript, with the role; None where none is marked.

    On a page of letters, and in a statement told whole, that is its writer.
    """
    if writer := read.writers[index]:
        return writer, None
    label = _labels(read.text)[index] if read.transcript else None
    if label is None or label[0] in ("Q", "A"):  # whoever asks is nobody
        return _answers(read) if label and label[0] == "A" else None
    name, end = COURTESY.sub("", label[0]), read.sentences[index].end
    if len(name) < 5 and name.isupper() and not full_name(name, read.people, end):
        name = _spelled(name, read.text)
    known = full_name(name.split()[-1], read.people, end)
    same = known and (name[-2:].isupper() or name == known.surname or name.endswith(known.name))
    if known and same and not known.name[-2:].isupper():
        return known.name, label[1] or known.role
    return _in_small(name), label[1]


def _in_small(name: str) -> str:
    """Return a name in capitals as prose has it: "Ann Roe" of "ANN ROE", "McRoe" of "McROE"."""
    small = (re.match(r"(?:Ma?c|D[ei]|L[ae]|Van)(?=[A-Z]{2})", part) for part in name.split())
    return " ".join(
        m[0] + part[m.end() :].title() if m else part.title() if name[-2:].isupper() else part
        for part, m in zip(name.split(), small, strict=True)
    )


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
    asked = _first_asked(read.text)
    met = [p for p in read.people if not p.body and p.start < asked and not _asks(p.role)]
    alone = met if len(met) == 1 else [p for p in met if p.acting]
    return (alone[0].name, alone[0].role) if len(alone) == 1 else None


@lru_cache(maxsize=4)
def _first_asked(text: str) -> int:
    return first_question(split(text)) or 0


@lru_cache(maxsize=4)
def _labels(text: str) -> list[Label | None]:
    """Return the label that each sentence of a transcript stands under; None where it narrates."""
    sentences = split(text)
    if letters := asked_plainly(sentences):
        return [(letters[i], None) if i in letters else None for i in range(len(sentences))]
    told = [told[0] if told else None for told in labels_told(text)]
    whole = {label[0].split()[-1]: label for label in told if label and label[1]}
    speaks = _speaks(sentences, [bool(label) for label in told])
    found: list[Label | None] = [None] * len(told)
    for at, end in pairwise([i for i, label in enumerate(told) if label] + [len(told)]):
        label = told[at]
        last = _stands(speaks, at, end)
        found[at:last] = [whole.get(label[0], label) if label else None] * (last - at)
    directs = (DIRECTION.match(s.text) is not None for s in sentences)
    return [None if nobody else label for nobody, label in zip(directs, found, strict=True)]


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
