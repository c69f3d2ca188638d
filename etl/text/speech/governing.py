"""Which attribution governs a place in a text, or a sentence that only goes on with a quotation."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from etl.text.sentences import Sentence
from etl.text.speech.attribution import Attribution
from etl.text.speech.holders import Reading
from etl.text.speech.quotations import overlapping
from etl.text.speech.speech_verbs import finite

BACK = 3  # sentences before a quotation in which its speaker may be told
MOSTLY = 0.5  # of a sentence, that a quotation covers which goes on in it
# "Asked about the waiver, Lee said": what stands before the speaker is theirs to answer.
_OPENING = re.compile(
    r"[“\"‘]?(?:When |Once |While |If )?(?:\w+ly )?[A-Z]?\w+(?:ed|ing)\b", re.ASCII
)
# Who says so after all of it, "Gabon asked for a waiver, Ann Roe announced", tells of the rest.
_TELLS = re.compile(
    r"\b(?:said|says|told|announced|added|wrote|confirmed|noted|explained|stressed|testified|argued"
    r"|warned|insisted|acknowledged|estimated|recalled|claimed|cautioned|complained|conceded|contended"
    r"|declared|emphasi[sz]ed|lamented|maintained|observed|predicted|quipped|remarked|tweeted"
    r"|underscored|vowed|suggested|testified|asserted)$"
)
_HAD = re.compile(r"\b(?:had|has|have)\b")
# "On the waiver, Ann Roe said no."
_ON_IT = re.compile(r"(?:And |But )?(?:On|As for|As to|Of|About|Regarding) (?!\w+day\b)[^,]*$")
_TO_SPEAKER = re.compile(r"[^,;:]{0,40}, $")
_AGAINST = re.compile(r";|, (?:but|while|whereas|though|although) ")
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are|being) (?:\w+ly |also )?$")
_FROM = re.compile(r"^(?!over|with|to ).* from ")
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
    before = [a for a in spoken if _stands_before(a, sentence, start)]
    if before and (outer := _outer(spoken, sentence, start)):
        return outer
    words = [a for a in before if not a.acts and not _may(a, sentence)]
    words = [a for a in words if not _is_retold(a, words, sentence)]
    if words and before[-1].acts and _new_clause(words[-1], before[-1], sentence):
        words = []
    if before:
        nearest = (words or before)[-1]
        return next(said for said in before if said.start == nearest.start)
    aside = [a for a in spoken if a.trails and not a.acts]
    around = aside or [a for a in spoken if a.start < start < a.verb_end]
    if around:
        return around[0]
    opening = _OPENING.match(sentence.text)
    if met := _met(spoken, sentence, start):
        return met
    inside = opening and spoken and "," not in sentence.text[: start - sentence.start]
    return spoken[0] if inside or (spoken and _is_on(sentence, start, spoken[0])) else None


def _is_on(sentence: Sentence, start: int, said: Attribution) -> bool:
    """Tell whether a sentence opens with what somebody speaks on: "On the waiver, Roe said"."""
    at = start - sentence.start
    opens = _ON_IT.match(sentence.text, 0, at)
    return bool(opens and _TO_SPEAKER.match(sentence.text, at, said.start - sentence.start))


def _stands_before(said: Attribution, sentence: Sentence, start: int) -> bool:
    """Tell whether a place follows what says it, and not only an aside: "and, Roe said, LAW"."""
    if said.verb_end > start:
        return False
    between = sentence.text[said.verb_end - sentence.start : start - sentence.start]
    return not said.trails or not set(between) & set(",;:—–()")


def _met(spoken: list[Attribution], sentence: Sentence, start: int) -> Attribution | None:
    """Return by whom a place is praised or blamed: "LAW was praised by", "drew fire from"."""
    for said in spoken:
        between = sentence.text[max(0, start - sentence.start) : said.start - sentence.start]
        if said.start < start or set(between) & set(",;:—–()"):
            continue
        told = sentence.text[said.start - sentence.start : said.verb_end - sentence.start]
        passive = _PASSIVE.search(between) and told.split()[0] in finite()
        if said.acts and (passive or _FROM.search(told)):
            return said
    return None


def _outer(spoken: list[Attribution], sentence: Sentence, start: int) -> Attribution | None:
    """Return who says all of a sentence at its end, another's words in it too."""
    for said in spoken:
        first, last = said.start - sentence.start, said.verb_end - sentence.start
        after = said.start >= start and said.trails and not said.acts
        if (
            after
            and sentence.text[:first].endswith((", ", ",” ", '," '))
            and _TELLS.search(sentence.text, 0, last)
        ):
            return said
    return None


def _new_clause(said: Attribution, act: Attribution, sentence: Sentence) -> bool:
    """Tell whether an act stands against what was said: "Roe said no, but Lee voted for it"."""
    between = sentence.text[said.verb_end - sentence.start : act.start - sentence.start]
    opposed = sentence.text.startswith(("While ", "Although ", "Though ")) and "," in between
    return opposed or _AGAINST.search(between) is not None


def _is_retold(said: Attribution, words: list[Attribution], sentence: Sentence) -> bool:
    """Tell whether another tells what somebody had said: "Ann Roe said Bo Lee had urged it"."""
    first, last = said.start - sentence.start, said.verb_end - sentence.start
    if not _HAD.search(sentence.text, first, last):
        return False
    tellers = (a for a in words if a.verb_end <= said.start and a.speaker != said.speaker)
    return any(
        not set(",;:—") & set(sentence.text[a.verb_end - sentence.start : first]) for a in tellers
    )


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
