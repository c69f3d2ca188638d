"""Which language a text is in: English, or which of those whose speakers are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from etl.text.speech.name_runs import LINKS
from etl.text.speech.sentence_words import Word
from etl.text.speech.speech_verbs_other import OTHER
from etl.text.words import words

_ENGLISH = words("the of and to in a that is for was on it with as he said not be at by")
_ONLY_ENGLISH = words("the of and to that for with said not be at by it his was is")
# Verbs of speech elsewhere that are no English words.
_VERBS = OTHER - words(
    "bat rat lance propose accuse critique resume dice plaide considera note refuse tonne tranche"
)
_COMMON = {
    "fr": words(
        "le la les l' des du de est une et que qui pour dans par au aux sur pas ne selon ce"
    ),
    "es": words("el la los las de del que y en una por para con no se es al su según lo"),
    "de": words(
        "der das und ist nicht den dem des von zu mit sich ein eine für auf wie laut dass im",
        "sei nach aus wird werden sind",
    ),
    "tr": words("ve bir bu için ile da de olduğunu göre dedi daha çok"),
    "az": words("və bu ki bir ilə üçün edib deyib görə bildirib"),
}
_OTHERS = frozenset().union(*_COMMON.values()) - _ENGLISH
_ELISION = re.compile(r"(?:[ldnsjcmt]|qu)['’]\w", re.IGNORECASE)
_NEAR = 4
_FEW, _CLEARLY = 40, 6  # words, one in so many of which are commonest in English
_SURE = 50  # for a letter that only one language has
_MARKS = {"az": "əƏ", "tr": "ışğİüöç", "es": "ñ¿¡áíóú", "fr": "èêçàœ", "de": "äöüß„"}


def is_english(found: Sequence[Word]) -> bool:
    """Tell whether words are English: by its commonest ones, else where nothing speaks against it.

    >>> from etl.text.speech.sentence_words import words_of
    >>> [is_english(words_of(t, 0, len(t))) for t in ("Ann Roe told them.", "«Sí», dijo Ana Ruiz.")]
    [True, False]
    """
    letters = [w for w in found if w.text[0].isalpha()]
    english = sum(w.low in _ENGLISH for w in letters)
    if len(letters) > _FEW and english * _CLEARLY >= len(letters):
        return True
    if not any(w.low in _ONLY_ENGLISH for w in letters) and any(w.low in _VERBS for w in letters):
        return False
    told = [w for nth, w in enumerate(letters) if not _links(letters, nth)]
    low = [w.text if nth else w.low for nth, w in enumerate(told)]
    others = sum(word in _OTHERS or bool(_ELISION.match(word)) for word in low)
    if others > 1 and others > english:
        return False
    if english * 14 >= len(letters):
        return True
    return not any(w.low in OTHER or not w.text.isascii() for w in letters)


def _links(found: Sequence[Word], at: int) -> bool:
    """Tell whether a word stands within a name: "Ana de la Roe"."""
    if found[at].low not in LINKS:
        return False
    before = next((w for w in found[max(0, at - _NEAR) : at][::-1] if w.low not in LINKS), None)
    after = next((w for w in found[at : at + _NEAR] if w.low not in LINKS), None)
    return bool(before and after and before.capital and after.capital)


@lru_cache(maxsize=8)
def tongue_of(text: str) -> str:
    """Return the language of a text that is not English: ru (any Cyrillic), hy, ar, az, tr, es, …

    >>> tongue_of("Prezident deyib ki, qərar verilib."), tongue_of("Das ist nicht wahr.")
    ('az', 'de')
    """
    told = text[:4000]
    for tongue, letters in (("ru", "[а-яё]"), ("hy", "[ա-և]"), ("ar", "[ء-ي]")):
        if len(re.findall(letters, told)) * 3 > len(re.findall(r"[^\W\d_]", told)):
            return tongue
    found = re.findall(r"[^\W\d_]+['’]?", told.lower())
    scores = {
        tongue: sum(word in common for word in found)
        + sum(told.count(mark) for mark in _MARKS[tongue])
        + (tongue == "az") * _SURE * ("ə" in told)
        for tongue, common in _COMMON.items()
    }
    return max(scores, key=lambda tongue: scores[tongue])
