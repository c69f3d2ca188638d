"""Noun phrases that can stand for a speaker, read from the words of one sentence.

No parser: a run of capitalised words, or a noun for those who speak ("aides", "ministry"), with
what stands before it ("Head librarian Tomasz Wierzba": the role) and the little that may follow
("of both parties").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.text.speech.agents import ADVERBS, BE, DETERMINERS, PREPOSITIONS, PRONOUNS, kind_of
from etl.text.speech.nominal import Nominal
from etl.text.speech.okinas import with_okina
from etl.text.speech.phrase import Phrase
from etl.text.speech.sentence_words import PARTY, Word, run_end
from etl.text.speech.speech_verbs import finite
from etl.text.states import STATES
from etl.text.words import words

_SHORTENED = re.compile(r"(?:i|we|you|they|he|she|it|that|there|what|who|let)['’]")
_NOT_FIRST = words(
    "but and or yet so if when while as although though because since whether what why how where",
    "no not nobody none it its there here then now asked speaking citing according following",
    "among nothing everyone everybody someone anyone somebody whatever like unlike given despite",
    "for in on at by with from to of after before during under over meanwhile instead still even",
    "also only perhaps today yesterday tomorrow last next this that these those each every many",
    "most some all any such both neither either more much few several read watch photo image",
    "video dear please surely honestly frankly sadly clearly finally certainly let take give",
    "consider imagine say transcript furthermore moreover otherwise eventually additionally",
    "similarly you your yours ago",
    "consequently hence nevertheless nonetheless conversely alternatively initially originally",
    "previously ultimately increasingly notably importantly unfortunately apparently specifically",
)
_TIMES = words("times years months weeks days hours")
_MONTHS = words("may jan feb mar apr jun jul aug sep sept oct nov dec")
_SOME = words(
    "one two three four some many most several both all few dozens hundreds none",
)
_SMALL = PREPOSITIONS | DETERMINERS | ADVERBS


def nominals(text: str, found: Sequence[Word], first: int, last: int) -> Iterator[Nominal]:
    """Yield the phrases that can stand for a speaker among some words, in order."""
    at, begins, governed = first, first, False
    while at < last:
        word = found[at]
        if word.low in PREPOSITIONS and not _names_office(found, at, last):
            part = word.low == "of" and at > first and found[at - 1].low in _SOME
            governed, begins = not part or governed, at + 1
        elif word.low in DETERMINERS:
            governed = governed and not (at > first and found[at - 1].low not in PREPOSITIONS)
            begins = at
        elif word.low in ADVERBS or not word.text[0].isalnum():
            begins = at + 1
        elif not (_can_begin(found, at) or (kind_of(word.text) and not _heads(found, at))):
            opens = at == 0 and word.low in PRONOUNS  # "She employs 610 people"
            small = opens or word.low in _NOT_FIRST or word.low in BE or _heads(found, at)
            begins = at + 1 if small and not _names_office(found, at, last) else begins
        else:
            if governed and begins < at and _two(found, at, last):
                governed, begins = False, at  # "In the closing session Odell Krantz …"
            if governed and _names_paper(found, at, last):
                governed, begins, at = False, at + 1, at + 1
            nominal = Phrase(found, at, last).nominal(text, begins, governed)
            if nominal:
                yield with_okina(text, found, nominal)
                at, begins = nominal.last, nominal.last + 1
                governed = governed and _leads_to_state(found, at + 1)
            elif PARTY.match(word.text) and not (word.text.isupper() and len(word.text) > 4):
                at = run_end(found, at, last)
        at += 1


def _heads(found: Sequence[Word], at: int) -> bool:
    """Tell whether what may be many is a verb: "who heads", "who chairs"."""
    return at > 0 and found[at - 1].low == "who" and found[at].low[-1] == "s"


def _is_time(found: Sequence[Word], at: int) -> bool:
    """Tell whether a time is counted: "Three times", "Four years ago"."""
    return at + 1 < len(found) and found[at + 1].text in _TIMES  # but "Financial Times"


def _names_paper(found: Sequence[Word], at: int, last: int) -> bool:
    """Tell whether a paper is told of before who gave it: "In a September filing Lee asked"."""
    paper = found[at].text.islower() and kind_of(found[at].text) == "document"
    return paper and at + 1 < last and _can_begin(found, at + 1)


def _leads_to_state(found: Sequence[Word], at: int) -> bool:
    """Tell whether the state that a place lies in follows: ", Georgia"."""
    return at + 1 < len(found) and found[at].text == "," and found[at + 1].low in STATES


def _two(found: Sequence[Word], at: int, last: int) -> bool:
    """Tell whether two capitalised words follow a noun that is no trade of theirs."""
    before = found[at - 1]
    plain = before.text.islower() and not kind_of(before.text)
    if not plain or before.low in _SMALL or before.low in ("former", "late", "retired"):
        return False
    return at + 1 < last and found[at].capital and found[at + 1].capital


def _names_office(found: Sequence[Word], at: int, last: int) -> bool:
    """Tell whether a preposition begins a title: "Under Secretary"."""
    return found[at].low == "under" and at + 1 < last and found[at + 1].low == "secretary"


def _can_begin(found: Sequence[Word], at: int) -> bool:
    word = found[at]
    if at == 0 and word.low[-3:] == "ing" and len(found) > 1 and found[1].low not in finite():
        return False  # "Speaking in Ohio"; but "Beijing said"
    after = found[at + 1].low if at + 1 < len(found) else ""
    if (at == 0 and word.low[-2:] == "ed" and after == "by") or _is_time(found, at):
        return False  # "Called by the sponsors, Ann Roe told", "Three times the members asked"
    if not word.capital or word.low in _NOT_FIRST or word.low in PRONOUNS:
        return False
    if word.low in _MONTHS and at + 1 < len(found) and found[at + 1].text[0] in ".0123456789":
        return False  # "a letter dated May 12"
    return not _SHORTENED.match(word.low)
