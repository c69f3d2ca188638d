"""Which attribution governs a place in a text, or a sentence that only goes on with a quotation."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from etl.text.attribution import Attribution
from etl.text.holders import Reading
from etl.text.quotations import overlapping
from etl.text.sentences import Sentence

BACK = 3  # sentences before a quotation in which its speaker may be told
MOSTLY = 0.5  # of a sentence, that a quotation covers which goes on in it
# "Asked about the waiver, Lee said": what stands before the speaker is theirs to answer.
_OPENING = re.compile(
    r"[“\"‘]?(?:When |Once |While |If )?(?:\w+ly )?[A-Z]?\w+(?:ed|ing)\b", re.ASCII
)
_WOULD = re.compile(r"\b(?:would|will|could|may|might|should)\b")


def governing(
    read: Reading, index: int, start: int, quotation: tuple[int, int] | None
) -> Attribution | None:
    """Return the attribution that a place is under, in a sentence and perhaps a quotation."""
    if quotation:
        return _of_quotation(read, index, quotation)
    return _of_report(read.spoken[index], read.sentences[index], start)


def going_on(read: Reading, index: int) -> Attribution | None:
    """Return whose quotation a sentence goes on with that tells no speaker itself."""
    sentence = read.sentences[index]
    for quotation in overlapping(read.quotations, sentence.start, sentence.end):
        first, last = max(quotation[0], sentence.start), min(quotation[1], sentence.end)
        if last - first >= MOSTLY * (sentence.end - sentence.start):
            return _of_quotation(read, index, quotation)
    return None


def _of_report(spoken: list[Attribution], sentence: Sentence, start: int) -> Attribution | None:
    """Return the attribution that governs a place outside quotation marks.

    Of several who say it together that is the first; who speaks of an act, or of what another would
    say, outweighs that other. An act told aside, "the bill, introduced by Roe,", governs nothing.
    """
    before = [a for a in spoken if a.verb_end <= start and not a.trails]
    words = [a for a in before if not a.acts and not _may(a, sentence)]
    if before:
        nearest = (words or before)[-1]
        return next(said for said in before if said.start == nearest.start)
    aside = [a for a in spoken if a.trails and not a.acts]
    around = aside or [a for a in spoken if a.start < start < a.verb_end]
    if around:
        return around[0]
    opening = _OPENING.match(sentence.text)
    inside = opening and spoken and "," not in sentence.text[: start - sentence.start]
    return spoken[0] if inside else None


def _may(said: Attribution, sentence: Sentence) -> bool:
    """Tell whether somebody does not speak, but would: "the advisers would recommend"."""
    return (
        _WOULD.search(sentence.text, said.start - sentence.start, said.verb_end - sentence.start)
        is not None
    )


def _of_quotation(read: Reading, index: int, quotation: tuple[int, int]) -> Attribution | None:
    """Return the attribution of a quotation: beside it, else of the speaker it continues."""
    first = bisect_right(read.sentences, quotation[0], key=_end)
    last = min(bisect_left(read.sentences, quotation[1], key=_end), len(read.sentences) - 1)
    beside = [
        a
        for i in {first, index, last}
        for a in read.spoken[i]
        if a.end <= quotation[0] or a.start >= quotation[1]
    ]
    if beside:
        return min(beside, key=lambda a: _apart(a, quotation))
    for back in range(first - 1, max(-1, first - BACK - 1), -1):
        if read.spoken[back]:
            return read.spoken[back][-1]
    after = read.spoken[last + 1][:1] if last + 1 < len(read.spoken) else []
    return after[0] if after else None


def _end(sentence: Sentence) -> int:
    return sentence.end


def _apart(said: Attribution, quotation: tuple[int, int]) -> int:
    return max(quotation[0] - said.verb_end, said.start - quotation[1], 0)
