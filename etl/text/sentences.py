"""Sentences of a text with their places in it, in every language that Lawbeat reads.

Paragraphs are split first, then sentences; a dot after an abbreviation, an initial or an ordinal
does not end one. Offsets always hold: `text[s.start:s.end] == s.text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from etl.text.states import SHORT, STATES
from etl.text.words import words

LONGEST = 1500  # a "sentence" past this is no sentence: lists, tables, text without dots

_ENDERS = ".!?…。！？؟۔։।॥"
_CLOSERS = "\"'”’»)\\]】」』›“"
_END = re.compile(
    rf"(?:[{_ENDERS}]+[{_CLOSERS}]*(?=\s|$)|[。！？।॥]+[{_CLOSERS}]*|(?<=[ա-և]):(?=\s|$))"
)
_NEXT = re.compile(r"\s*[^\w\s]{0,4}\s?(\w[\w’']*)")
_LAST = re.compile(r"(\w[\w.]*)$")
_INITIALS = re.compile(r"^(?:\w|(?:\w{1,2}\.)+\w{1,2})$")
_PAPER = re.compile(r"^(?:\w\.)+(?:(?:con\.)?res|amdt|rept|doc)$")  # H.Res. 744, S.Amdt. 12
_DIGITS = re.compile(r"^\d{1,3}$")
_IN_STATE = re.compile(r", ([A-Z][\w. ]{1,5})$")
_DASH = re.compile(r"\s(?:\([^()]{2,40}\)\s?)?(?:—|–|-{1,2})\s")  # perhaps behind a wire's name

_ABBREVIATIONS = words(
    "rep reps sen sens sec secs gov govs mr mrs ms dr prof gen col lt sgt capt maj adm amb atty",
    "pres cpl pvt exec rept dkt supp subch sess dist cir jt mon tues thurs con rec rt mio mrd",
    "ald cllr cmdr msgr brig hon rev st fig vs pp par pt ch cf subsec para cl tit div dept est",
    "approx inc ltd co corp jr sr fed reg regs stat pub res amdt cong del supt asst viz al ed",
    "eds vol bros jan feb mar apr jun jul aug sept oct nov dec г гг т тт стр ст ч им ул др пр",
    "тыс млн млрд трлн руб см напр п пп рис проф акад ген зам св mme mlle av env núm sra srta",
    "ud uds pág lic ing nr abs bzw usw ggf vgl str sayfa yy vb bax",
)
# These are abbreviations only before a figure.
_BEFORE_FIGURES = words("no nos art arts amend app doc docs prop proc sched pct ave ste hr ex")
_FIGURE = re.compile(r"\d|[IVXL]{2,6}$|[VX]$")
_TITLES = words("rep reps sen sens gov lt atty")  # after a state: "Calif. Gov. Ann Roe"
_PLACE = re.compile(r"(?:\b(?:in|of|from|to|at|near|for|across|through)|,)\s+$")
# After an abbreviation that may also end a sentence ("in the U.S. The law"), these begin another.
_STARTERS = words(
    "the a an in on at it its he she they we i you this that these those but and or so if when as",
    "while for from after before under with without there here his her their our no not now then",
    "yet still what who why how some many most both all since although though because",
    "в на он она они это но и не как по после к за il elle ils les le la mais en el los las pero",
    "der die das er sie es aber",
)
_MONTHS = words(
    "januar februar märz april mai juni juli august september oktober november dezember"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands in the text; `paragraph` counts from 0."""

    start: int
    end: int
    text: str
    paragraph: int


def split(text: str) -> list[Sentence]:
    """Return the sentences of a text in order; nothing but white space lies between them.

    >>> [s.text for s in split("Rep. A. Smith of the U.S. House spoke. It passed.")]
    ['Rep. A. Smith of the U.S. House spoke.', 'It passed.']
    """
    return [
        Sentence(start, end, text[start:end], number)
        for number, (first, last) in enumerate(paragraphs(text))
        for left, right in _cuts(text, first, last)
        for start, end in _short(text, left, right)
    ]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each paragraph; wrapped lines belong together."""
    gap = r"\n[^\S\n]*\n\s*" if _is_wrapped(text) else r"\s*\n\s*"
    start = 0
    for match in re.finditer(gap, text):
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _is_wrapped(text: str) -> bool:
    """Tell whether lines were broken to a width: none long, and most of those that go on full."""
    lines = text.split("\n")
    if any(len(line) > 100 for line in lines):
        return False
    going_on = [line for line, after in pairwise(lines) if line.strip() and after.strip()]
    return sum(len(line) >= 45 for line in going_on) * 2 > len(going_on)


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the sentences within one paragraph."""
    left = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _ends_here(text, match.start(), match.end(), end):
            continue
        yield left, match.end()
        left = match.end()
    if left < end:
        yield left, end


def _ends_here(text: str, dot: int, after: int, end: int) -> bool:
    """Tell whether the mark at `dot` ends a sentence, from the words beside it."""
    follows = _NEXT.match(text, after, min(end, after + 60))
    word = follows[1] if follows else ""
    if follows is None or word[:1].islower():
        return follows is None
    if text[dot] != "." or after != dot + 1:
        return True
    if _is_dateline(text, dot):
        return False
    before = _LAST.search(text, max(0, dot - 24), dot)
    if before is None:
        return True
    last = before[1].casefold()
    if last in _BEFORE_FIGURES:
        return not _FIGURE.match(word)
    if last in SHORT and word.casefold() in _TITLES:  # but "He lives in Pa. Gov. Roe spoke."
        return bool(_PLACE.search(text, max(0, before.start() - 12), before.start()))
    if last in _ABBREVIATIONS or _is_short(last):
        is_initial = len(word) == 1 and text[follows.end() : follows.end() + 1] == "."
        return word.casefold() in _STARTERS and not is_initial
    return not (_DIGITS.match(last) and word.casefold() in _MONTHS)


def _is_short(word: str) -> bool:
    """Tell whether a word before a dot is initials ("U.S", "J") or what a chamber numbers."""
    initials = _INITIALS.match(word) and not word.isdigit()
    return bool(initials or _PAPER.match(word))


def _is_dateline(text: str, dot: int) -> bool:
    """Tell whether a dot stands after a state and before a dash: "BATH, Pa. — Ann Roe"."""
    state = _IN_STATE.search(text, max(0, dot - 9), dot) if _DASH.match(text, dot + 1) else None
    return state is not None and re.sub(r"[. ]", "", state[1]).casefold() in STATES


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretch without white space at its edges, in pieces of bounded length."""
    while start < end:
        while start < end and text[start].isspace():
            start += 1
        cut = end
        if end - start > LONGEST:
            space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = space if space > 0 else start + LONGEST
        last = cut
        while last > start and text[last - 1].isspace():
            last -= 1
        if last > start:
            yield start, last
        start = cut
