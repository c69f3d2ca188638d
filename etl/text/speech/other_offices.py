"""Somebody's office before or behind the name in other languages than English, and whose it is.

"Глава МИД Ирана X", "Milli Məclisin deputatı X", "X, président du Conseil arménien".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.speech.name_runs import LINKS
from etl.text.speech.other_words import ARTICLES, NO_NAMES, PREPOSITIONS, is_acronym, role_noun
from etl.text.speech.sentence_words import Word
from etl.text.speech.speech_verbs_other import OTHER

HEAD_FINAL = ("az", "tr", "hy")  # an office stands just before the name, with its owner before it
_FAR = 9  # words from an office to the name
_LONG = 8  # words of an office behind a name
_FATHERS = re.compile(r"(?:ович|евич|овна|евна|ич)\w{0,2}$")


def owns_office(found: Sequence[Word], at: int, last: int, tongue: str) -> bool:
    """Tell whether a lone name behind an office says whose that is: "maire de Sète", "Ирана"."""
    if at + 1 == last and found[at].low in LINKS:
        return True
    if at != last:
        return False
    before, name = found[at - 1].low, found[at].text
    if tongue == "ru":
        owner = re.search(r"(?:а|ии|и|ы)$", name) and not re.search(r"(?:[ое]ва|ина|ая)$", name)
        return bool(owner) or is_acronym(name)
    if (tongue == "de" and name.endswith("s")) or re.match(r"[dD]['’]", name):
        return True
    return tongue not in HEAD_FINAL and (before in LINKS or before in PREPOSITIONS)


def office_before(found: Sequence[Word], first: int, last: int, tongue: str) -> tuple[int, int]:
    """Return where the office before a name begins, and where the name itself does."""
    inside = [at for at in range(first, last) if role_noun(found[at].text)]
    if inside:
        office = inside[-1]
        begins = first if tongue in HEAD_FINAL else office
        return begins, _name_first(found, office, office + 1, last, tongue)
    back = 1 if tongue in HEAD_FINAL else _FAR
    for at in range(first - 1, max(first - back, 0) - 1, -1):
        word = found[at]
        if at < 0 or word.low in OTHER:
            break
        if role_noun(word.text):
            while tongue == "ru" and at and role_noun(found[at - 1].text):
                at -= 1  # "пресс-секретарь президента"
            begins = at
            while tongue in HEAD_FINAL and begins and _is_owner(found[begins - 1]):
                begins -= 1
            return begins, _name_first(found, at, first, last, tongue)
        if not word.text[0].isalnum() and not (word.text == "," and at == first - 1):
            break
    return first, first


def _is_owner(word: Word) -> bool:
    """Tell whether a word can say whose an office is that follows it."""
    return word.capital and word.low not in NO_NAMES


def _name_first(found: Sequence[Word], office: int, first: int, last: int, tongue: str) -> int:
    """Return where a name begins behind an office and whose that is: "глава МИД Ирана X Y"."""
    if tongue in HEAD_FINAL or last - first < 2 or found[first - 1].text == ",":
        return first
    if tongue == "ru":
        fathers = _FATHERS.search(found[last - 1].text)
        return last - (2 if fathers else 1)
    owned = found[first - 1].low in LINKS or found[first - 1].low in PREPOSITIONS
    return first + 1 if owned else first


def office_named(text: str, found: Sequence[Word], begins: int, ends: int) -> str | None:
    """Return an office as it is called, from its noun to the name."""
    while ends > begins and not found[ends - 1].text[0].isalnum():
        ends -= 1
    if begins >= ends:
        return None
    told = text[found[begins].start : found[ends - 1].end]
    noun = found[begins].text
    called = role_noun(noun)
    if called and re.match(r"[а-яё]", called):
        return called + told[len(noun) :]
    return re.sub(r"^[LlDd]['’]", "", told)


def office_behind(text: str, found: Sequence[Word], last: int) -> tuple[int, str | None]:
    """Return where an office behind a name ends, and what it is: "X, président du Conseil,"."""
    at = last + 2
    if at >= len(found) or found[last + 1].text != ",":
        return last, None
    at += found[at].low in ARTICLES and at + 1 < len(found)
    if not role_noun(found[at].text) or found[at].low in OTHER:
        return last, None
    ends = at
    while ends + 1 < len(found) and ends - at < _LONG and found[ends + 1].text[0].isalnum():
        if found[ends + 1].low in OTHER:
            return last, None
        ends += 1
    plain = ends == at or not found[at + 1].capital or is_acronym(found[at + 1].text)
    return (ends, text[found[at].start : found[ends].end]) if plain else (last, None)
