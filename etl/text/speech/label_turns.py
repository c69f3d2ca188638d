"""The labels that sentences of transcripts begin with, and whether a text is a transcript."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from etl.text.sentences import Sentence, split
from etl.text.speech.label_shapes import (
    ASKS,
    CAPITAL,
    COURTESY,
    HEADS,
    LABEL,
    OF_HEARING,
    OF_RECORD,
    PLAYS,
    QUOTED,
    ROLED,
    SELF,
    TURN,
    Label,
    asked_by,
)
from etl.text.speech.questions import asked_plainly

MOST = 200  # sentences that are looked at for labels
_FEWEST = 2  # speakers in a hearing or a forum
Told = tuple[Label, int]  # a label, and where what is said begins behind it


def is_transcript(sentences: Sequence[Sentence]) -> bool:
    """Tell whether a text marks who speaks: by turns, or by a label with a title, role or name."""
    of_record = any(OF_RECORD.match(s.text) for s in sentences[:MOST])
    if of_record or first_question(sentences) is not None:
        return True
    found = [m for s in sentences[:MOST] if (m := LABEL.match(s.text))]
    names = {m["name"] for m in found}
    if any(m["role"] or m["aside"] or COURTESY.match(m["name"]) for m in found) or names & PLAYS:
        return True
    if 1 < len(found) == len(names):  # "RAILS: …" "ROADS: …" are headings, unless of someone told
        text = " ".join(s.text for s in sentences[:MOST])
        return any(_is_somebody(name.title(), text) for name in names)
    many = len(found) > 1 or bool(turns(sentences)) or bool(asked_plainly(sentences[:MOST]))
    return many or _is_hearing(sentences) or _is_forum(sentences)


def _is_hearing(sentences: Sequence[Sentence]) -> bool:
    """Tell whether two or more speak by title: "Mr. Roe. Thank you." "Ms. Vos: I do." """
    titles = set()
    for one, after in pairwise(sentences[:MOST]):
        match = OF_HEARING.match(one.text) if one.paragraph == after.paragraph else None
        if match is None and (turn := TURN.match(one.text)) and COURTESY.match(turn["name"]):
            match = turn
        if match:
            titles.add(match[0])
    return len(titles) >= _FEWEST


def _is_forum(sentences: Sequence[Sentence]) -> bool:
    """Tell whether two or more speak by name and role: "Ann Roe, a baker, 45: I would keep it." """
    names = set()
    for paragraph in _paragraphs(sentences[:MOST]):
        said = QUOTED.sub("", " ".join(s.text for s in paragraph))
        if (match := ROLED.match(paragraph[0].text)) and SELF.search(said):
            names.add(match["name"])
    return len(names) >= _FEWEST


def _paragraphs(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    return [list(told) for _, told in groupby(sentences, lambda s: s.paragraph)]


def first_question(sentences: Sequence[Sentence]) -> int | None:
    """Return where the first question of an interview in Q and A begins, or of those who ask."""
    told = [(s.start, told[0]) for s in sentences[:MOST] if (told := asked_by(s.text))]
    names = {name for _, name in told}
    if names - {"A", "Q"} or len(names) == 2:
        return told[0][0]
    plain = asked_plainly(sentences[:MOST])
    return sentences[min(plain)].start if plain else None


def turns(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return who takes turns in an interview as labels tell it: "Roe: No." "Post: Why?" "Roe: …".

    One speaks again after another did, in words that speak to someone, and one is somebody.
    """
    found = [(m["name"], s.text) for s in sentences[:MOST] if (m := TURN.match(s.text))]
    told = [turn for turn in found if turn[0] not in HEADS]
    titled = {name for name, _ in told if COURTESY.match(name)}
    often = Counter(name for name, _ in groupby(name for name, _ in told))
    again = {name for name, times in often.items() if times > 1}
    if not any("?" in text or SELF.search(text) for name, text in told if name in again):
        return frozenset(titled) if len(titled) >= _FEWEST else frozenset()
    if not any(_is_somebody(name, " ".join(s.text for s in sentences[:MOST])) for name in again):
        return frozenset()
    at = [i for i, (name, _) in enumerate(told) if name in again]
    first = at[0] - (at[0] > 0 and "?" in told[at[0] - 1][1])  # who asks first may ask but once
    return frozenset(name for name, _ in told[first : at[-1] + 1]) | titled


def _is_somebody(name: str, text: str) -> bool:
    """Tell whether a label has a title, is a part, or a name told in full in the text."""
    last = name.split()[-1]
    if COURTESY.match(name) or last.upper() in PLAYS:
        return True
    before = r"(?!The |An? |In |On |At |For |By |But |And |If |So |His |Her |Our |Its |My )"
    return bool(re.search(rf"\b{before}{CAPITAL} {re.escape(last)}\b(?!:)", text))


@lru_cache(maxsize=4)
def labels_told(text: str) -> list[Told | None]:
    """Return the label that each sentence of a transcript begins with, None where with none."""
    sentences = split(text)
    taking = turns(sentences)
    hearing = _is_hearing(sentences)
    begins = {told[0].start for told in _paragraphs(sentences)}
    return [_told(s, taking, hearing, s.start in begins) for s in sentences]


def _told(sentence: Sentence, taking: frozenset[str], hearing: bool, first: bool) -> Told | None:
    """Return the name and the role of the label that a sentence begins with."""
    text = sentence.text
    if match := OF_RECORD.match(text) or (OF_HEARING.match(text) if hearing else None):
        who = match.groupdict()
        return (who["name"] or who.get("in_it") or who["office"], None), match.end()
    if asked := asked_by(text):
        return asked, next(m.end() for m in [ASKS.match(text)] if m)
    if (match := TURN.match(text)) and match["name"] in taking:
        return (match["name"], None), match.end()
    if match := LABEL.match(text):
        return (match["name"], match["role"]), match.end()
    match = ROLED.match(text) if first else None
    return ((match["name"], match["role"]), match.end()) if match else None
