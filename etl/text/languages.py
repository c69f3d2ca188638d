"""Which language a passage is in, from its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

_SCRIPTS = (
    ("hy", "\u0530-\u058f"),
    ("ka", "\u10a0-\u10ff"),
    ("ar", "\u0600-\u06ff"),
    ("he", "\u0590-\u05ff"),
    ("el", "\u0370-\u03ff"),
    ("hi", "\u0900-\u097f"),
    ("bn", "\u0980-\u09ff"),
    ("ja", "\u3040-\u30ff"),
    ("zh", "\u4e00-\u9fff"),
    ("ko", "\uac00-\ud7af"),
    ("ru", "\u0400-\u04ff"),
)
_COMMON = {
    "en": "the of and to in that is for on it with as was by be at from has have are this which "
    "not",
    "fr": "le la les des et du une dans que qui pour sur est au par pas aux ce cette avec l d n",
    "es": "el la los las de que y en un una por con para del se su es al no lo como más",
    "pt": "o os as de que e em um uma por com para do da se não no na dos ao",
    "it": "il lo gli di che e un una per con del della si non nel dei è la al",
    "de": "der die das und den von zu mit ist im für auf nicht ein eine dem des sich es werden",
    "nl": "de het een en van in dat is op te met voor niet zijn aan er",
    "tr": "ve bir bu için ile olarak da de olan daha gibi sonra kadar ancak olduğunu eden",
    "az": "və bir bu üçün ilə olan də da ki edib daha olaraq sonra görə isə olduğunu əgər",
}
_WORDS = {name: frozenset(words.split()) for name, words in _COMMON.items()}
_UKRAINIAN = re.compile("[їєґі]", re.IGNORECASE)


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a text's language, or 'und' where nothing tells.

    >>> language_of("The law is on the books."), language_of("Поправка мешает Баку.")
    ('en', 'ru')
    """
    sample = text[:4000]
    letters = sum(sign.isalpha() for sign in sample)
    for code, signs in _SCRIPTS:
        if letters and len(re.findall(f"[{signs}]", sample)) * 3 > letters:
            return "uk" if code == "ru" and _UKRAINIAN.search(sample) else code
    words = Counter(re.findall(r"\w+", sample.lower()))
    if words and re.search("[əƏ]", sample):
        return "az"
    scores = {code: sum(words[w] for w in known) for code, known in _WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    if scores[best] == 0:
        return "en" if letters and sample.isascii() else "und"
    return best
