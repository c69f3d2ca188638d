"""Languages and countries as exports write them, as the codes of ISO 639-1 and 3166 alpha-2."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global

# As GDELT, Media Cloud and the archives of the press call them, where CLDR says it otherwise.
_COUNTRIES = {
    name: code
    for code, names in {
        "US": "usa; u s; u s a; america; united states of america",
        "GB": "uk; great britain; england; scotland; wales; northern ireland",
        "RU": "russian federation",
        "KR": "republic of korea; korea south",
        "KP": "korea north",
        "IR": "islamic republic of iran",
        "TR": "turkey",
        "CZ": "czech republic",
        "SK": "slovak republic",
        "MM": "burma; myanmar",
        "MK": "macedonia",
        "PS": "palestine",
        "VN": "viet nam",
        "HK": "hong kong",
        "MO": "macau",
        "SY": "syrian arab republic",
        "SZ": "swaziland",
        "CI": "ivory coast",
    }.items()
    for name in names.split("; ")
}
_NO_COUNTRIES = frozenset(["EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"])
_LANGUAGES = {
    name: code
    for code, names in {
        "no": "norwegian; norwegian bokmal; nb",
        "zh": "mandarin; chinese simplified; chinese traditional",
        "az": "azeri",
        "bn": "bengali",
        "es": "castilian",
        "fa": "farsi",
        "he": "iw",
        "tl": "tagalog",
    }.items()
    for name in names.split("; ")
}
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?(?:[-_].*)?", re.I)


def language_code(told: str | None) -> str | None:
    """Return the code of a language told by name, code or tag; None for what is none.

    >>> language_code("Azerbaijani"), language_code("en-US"), language_code("Klingonese")
    ('az', 'en', None)
    """
    text = _plain(told)
    if not text:
        return None
    tag = _TAG.fullmatch((told or "").strip())
    codes = _codes("languages")
    if tag and (code := _shortest(tag[1].lower())) in codes.values():
        return _LANGUAGES.get(code, code)
    return _LANGUAGES.get(text) or codes.get(text)


def country_code(told: str | None) -> str | None:
    """Return the code of a country told by name or code; None for what is none.

    >>> country_code("United States"), country_code("aze"), country_code("Utopia")
    ('US', 'AZ', None)
    """
    text = _plain(told)
    codes = _codes("territories")
    if known := _COUNTRIES.get(text) or codes.get(text):
        return known
    code = text.upper()
    if len(code) == 3:
        code = get_global("territory_aliases").get(code, [""])[0]
    return code if code in codes.values() and code not in _NO_COUNTRIES else None


def _shortest(code: str) -> str:
    """Return the two letters of a language's three, where it has them."""
    return str(get_global("language_aliases").get(code, code))[:2] if len(code) == 3 else code


@cache
def _codes(kind: str) -> dict[str, str]:
    names = getattr(Locale("en"), kind)
    return {
        _plain(name): code for code, name in names.items() if re.fullmatch(r"[A-Za-z]{2}", code)
    }


def _plain(told: str | None) -> str:
    text = (told or "")[:100].casefold().replace("&", " ").replace(" and ", " ")
    return " ".join(re.sub(r"[\W_]+", " ", text).split())
