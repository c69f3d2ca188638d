"""Where a sentence says who speaks.

Verbs of speech have a subject; "according to", "in his view" and "by" name a speaker without one;
a colon may stand in place of a verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.text.sentences import Sentence
from etl.text.speech.attribution_other import by_other_verbs
from etl.text.speech.attribution_phrases import by_colon, by_phrases
from etl.text.speech.quotations import overlapping
from etl.text.speech.sentence_words import Word
from etl.text.speech.spoken_verbs import Verbs

_AFTER_COMMA = re.compile(
    r"[,?!—–][\"”»’]? (?!(?:while|but|whereas|though|although|because|or|yet|if|and) )"
    r"(?:(?:[a-z][\w-]*|of|[A-Z][\w.-]*) ){0,6}$"
)
# "the law — Ann Roe calls it a tax — must go"
_OPENS_ASIDE = re.compile(r"(?: [—–-]|\() ?$")
_ENDS_ASIDE = re.compile(r"[^—–()]{0,160}?(?: ?[—–]| - |\))")
_SET_OFF = re.compile(r"(?: (?!that|to|it|how|why)[\w’'.-]+){0,8}\s*(?:[,.;:—–\"“)]|$)")
_AT_END = re.compile(
    r" (?:on|at|in|during|after|before|[A-Z]\w+day)"
    r"(?: (?!that|to|it|how|why|he|she|they|is|are|was|were|would|will|has|had)[\w’'.-]+){0,16}\.$"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One place where a text says who speaks; `trails` where it follows what was said."""

    start: int
    end: int
    verb_end: int
    speaker: str
    role: str | None
    trails: bool
    kind: str  # named, described, pronoun, document
    acts: bool  # it tells of an act, not of words


def attributions(
    text: str,
    sentence: Sentence,
    marks: Sequence[tuple[int, int]],
    found: Sequence[Word],
    english: bool,
) -> list[Attribution]:
    """Return the attributions in one sentence that stand outside quotation marks, in order."""
    start, end = sentence.start, sentence.end
    inside = overlapping(marks, start, end)
    if english:
        spoken = [*Verbs(text, found, inside).read(), *by_phrases(text, found, start, end)]
        spoken += by_colon(text, found, inside, spoken)
    else:
        spoken = list(by_other_verbs(text, found, inside, start, end))
    said: dict[tuple[int, str], Attribution] = {}
    for nominal, first, last, is_act in spoken:
        if not any(a < first < b for a, b in inside):
            set_off = _trails(text, first, last, start, end)
            told = nominal.name, nominal.role, set_off, nominal.kind, is_act
            said.setdefault((last, nominal.name), Attribution(first, last, last, *told))
    return sorted(said.values(), key=lambda a: a.start)


def _trails(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Tell whether an attribution is set off by commas, so that it governs its whole sentence."""
    if _OPENS_ASIDE.search(text[start:first]) and _ENDS_ASIDE.match(text, last, end):
        return True
    ends = _SET_OFF.match(text, last, end) or _AT_END.match(text[last:end])
    return bool(_AFTER_COMMA.search(text[start:first])) and bool(ends)
