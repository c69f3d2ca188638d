"""Which language a text is in: by its script where one language alone has it, else by a model.

The model is that of py3langid (it lies in the package, nothing is fetched): on 7,827 headlines of
forty languages its English is right in .998. It takes a second to load and is loaded for the first
text that needs it; a long text full of the commonest English words does not.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from etl.text.words import words

_SCRIPTS = (
    ("hy", "\u0530-\u058f"),
    ("ka", "\u10a0-\u10ff"),
    ("he", "\u0590-\u05ff"),
    ("el", "\u0370-\u03ff"),
    ("bn", "\u0980-\u09ff"),
    ("pa", "\u0a00-\u0a7f"),
    ("gu", "\u0a80-\u0aff"),
    ("ta", "\u0b80-\u0bff"),
    ("te", "\u0c00-\u0c7f"),
    ("kn", "\u0c80-\u0cff"),
    ("ml", "\u0d00-\u0d7f"),
    ("si", "\u0d80-\u0dff"),
    ("th", "\u0e00-\u0e7f"),
    ("lo", "\u0e80-\u0eff"),
    ("my", "\u1000-\u109f"),
    ("km", "\u1780-\u17ff"),
    ("am", "\u1200-\u137f"),
    ("ko", "\uac00-\ud7af"),
    ("ja", "\u3040-\u30ff"),
    ("zh", "\u4e00-\u9fff"),
)
_BEYOND_LATIN = re.compile("[\u0370-\u1fff\u3040-\ud7ff]")
# Kana may be few among the characters shared with Chinese, which itself is full of Latin names.
_SHARES = {"ja": 0.1, "zh": 0.3}
_LANGUAGES = words(
    "af ar az be bg bs ca cs cy da de en es et eu fa fi fr ga hi hr hu id is it kk ku ky lt lv mk ",
    "mn mr ms mt ne nl no pl ps pt ro ru sk sl so sq sr sv sw tg tk tl tr tt ug uk ur uz vi",
)
_ENGLISH = words("the of and to in that is was for on with as by it from has")
_ONLY_ENGLISH = words("the and with from has that he she we should")
_SHORTEST = 30  # letters, some 40 characters; under that a name or two decide
_READ = 1_000  # characters
# Of the words: none of 379 texts of some eighty words in other languages had as many, and of single
# headlines six of 3,180.
_SURELY_ENGLISH, _SURELY_ENGLISH_IF_SHORT = 0.12, 0.2
_SHORT = 60  # words
_LEAST = 0.4  # of the probability of the model: answers .95 of short headlines, right in .994


@lru_cache(maxsize=4096)
def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or None where nothing tells.

    >>> language_of("Մերի և Արմեն"), language_of("The law of the land is to be kept in force.")
    ('hy', 'en')
    >>> language_of("907")
    """
    sample = text[:_READ]
    letters = sum(map(str.isalpha, sample))
    if own := _by_script(sample, letters):
        return own
    found = re.findall(r"[^\W\d_]+", sample.lower())
    if letters < _SHORTEST:
        return "en" if sample.isascii() and not _ONLY_ENGLISH.isdisjoint(found) else None
    surely = _SURELY_ENGLISH if len(found) >= _SHORT else _SURELY_ENGLISH_IF_SHORT
    if sum(word in _ENGLISH for word in found) >= surely * len(found):
        return "en"
    code, probability = _model().classify(sample)
    return str(code) if probability >= _LEAST else None


def _by_script(sample: str, letters: int) -> str | None:
    if not _BEYOND_LATIN.search(sample):
        return None
    for code, signs in _SCRIPTS:
        if letters and len(re.findall(f"[{signs}]", sample)) > _SHARES.get(code, 0.5) * letters:
            return code
    return None


@cache
def _model() -> Any:
    # Slow to load, so only when it is needed.
    from py3langid.langid import (  # type: ignore[import-untyped,unused-ignore]
        MODEL_FILE,
        LanguageIdentifier,
    )

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(sorted(_LANGUAGES))
    return model
