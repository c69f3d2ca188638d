"""The names and nouns for speakers in a sentence of another language than English.

A person's office may stand before the name ("глава МИД Ирана X") or behind it ("X, président du
Conseil"); a phrase after a preposition is no subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.text.speech.name_runs import LINKS, Span, name_runs
from etl.text.speech.other_nouns import (
    FIRST_ADJECTIVE,
    Told,
    goes_on,
    has_adjective,
    is_governed,
    is_noun,
    noun_phrase,
)
from etl.text.speech.other_offices import (
    HEAD_FINAL,
    office_before,
    office_behind,
    office_named,
    owns_office,
)
from etl.text.speech.other_words import (
    ARTICLES,
    NO_NAMES,
    PREPOSITIONS,
    body_noun,
    is_acronym,
    role_noun,
)
from etl.text.speech.sentence_words import Word
from etl.text.speech.speech_verbs_other import OTHER


def phrases(text: str, found: Sequence[Word], tongue: str) -> list[Told]:
    """Return the names of a sentence and the nouns for speakers without one, in order."""
    named = [told for run in name_runs(found) for told in _named(text, found, run, tongue)]
    taken = {at for told in named for at in range(told.first, told.last + 1)}
    loose: list[Told] = []
    for at in range(len(found)):
        within = at in taken or (loose and at <= loose[-1].last)
        if not within and (told := noun_phrase(text, found, at, taken, tongue)):
            loose.append(told)
    bodies = [one for one in loose if one.body]
    named = [t for t in named if not any(b.first < t.first and t.last <= b.last for b in bodies)]
    return sorted([*named, *loose])


def _named(text: str, found: Sequence[Word], run: Span, tongue: str) -> Iterator[Told]:
    """Yield what a run of capitalised words names, with the office before or behind it."""
    first, last = _trimmed(found, run, tongue)
    begins, at = office_before(found, first, last, tongue)
    if _is_no_name(found, first, last, tongue):
        return
    if begins < last and owns_office(found, at, last, tongue):
        return
    while at < last and (found[at].low in LINKS or (begins < at and is_acronym(found[at].text))):
        at += 1
    name = re.sub(r"^[LDld]['’]", "", text[found[at].start : found[last].end])
    nouns = begins == at and any(body_noun(word.text) for word in found[at : last + 1])
    short = is_acronym(found[at].text) and tongue not in HEAD_FINAL
    body = nouns or short or is_acronym(found[last].text)
    role = office_named(text, found, begins, at)
    ends = last
    if role is None and not body:
        ends, role = office_behind(text, found, last)
    yield Told(begins, ends, name, role, True, body, is_governed(found, begins, tongue))


def _is_no_name(found: Sequence[Word], first: int, last: int, tongue: str) -> bool:
    """Tell whether a run is a small word, or part of the phrase of a noun."""
    if _is_of_noun(found, first, last, tongue):
        return True
    if first < last:
        return False
    word = found[last]
    if role_noun(word.text) or word.low in NO_NAMES:
        return True
    more = tongue == "ru" and last + 1 < len(found) and goes_on(found, last + 1, tongue)
    adjective = has_adjective(found, last, tongue)  # "Commission européenne"
    return body_noun(word.text) and (more or adjective)  # "Министерство обороны"


def _trimmed(found: Sequence[Word], run: Span, tongue: str) -> Span:
    """Return a run without the small words before it and the places behind it."""
    first, last = run
    while first < last and _is_small(found, first, tongue):
        first += 1
    for at in range(first, last):
        if tongue == "hy" and re.search(r"(?:ը|նն)$", found[at].text):
            return first, at
    while first < last and tongue == "az" and re.search(r"(?<!za)[dt][aə]n?$", found[last].text):
        last -= 1
    return first, last


def _is_small(found: Sequence[Word], at: int, tongue: str) -> bool:
    word = found[at]
    begins = at == 0 or not found[at - 1].text[0].isalnum()
    described = (
        tongue == "ru"
        and begins
        and found[at + 1].capital
        and re.search(r"(?:[^с]кий|ый|ой|ая|ое|ие|ые|ший)$", word.low)
    )
    party = tongue == "tr" and re.search(r"['’]l[ıiuü]$", word.text)
    small = word.low in ARTICLES or word.low in OTHER or word.low in NO_NAMES
    small = small or (word.low in PREPOSITIONS and tongue not in HEAD_FINAL)
    return bool(small or word.low in LINKS or described or party)


def _is_of_noun(found: Sequence[Word], first: int, last: int, tongue: str) -> bool:
    """Tell whether a run belongs to a noun beside it: "ԱԳ նախարար", "посольство США"."""
    if tongue in HEAD_FINAL:
        return last + 1 < len(found) and is_noun(found[last + 1])
    if tongue == "ru" and first == last and FIRST_ADJECTIVE.search(found[last].text):
        nouns = [word for word in found[last + 1 : last + 3] if is_noun(word)]
        return any(body_noun(word.text) for word in nouns)
    before = first - 1 - (first > 1 and found[first - 1].low in LINKS)
    near = (
        (tongue == "ru" and first == last)
        or before < first - 1
        or re.match(r"d['’]", found[first].text)
    )
    return (
        bool(near)
        and before >= 0
        and found[before].text[0].islower()
        and (body_noun(found[before].text))
    )
