"""Seeds: what bytes must hold before it is worth reading them for a policy's name.

A seed is a loose pattern over raw bytes (UTF-8, or letters written as `&#x431;`). It lets through
more than the names themselves: whoever finds one reads the place properly (`etl.text.names`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.records import Policy

STEM = 4  # letters that a declined word keeps at least
SHORT = 5  # letters of a name that must not go on: KOSA is not Kosach
LATIN = "\u024f"
_BETWEEN = re.compile(r"[\s\x00-/:-@\[-`{-\x7f§«»‐-‧]+")
_BEFORE = "[^0-9A-Za-z]"
_SIGN, _ENTITY = r"[^0-9A-Za-z\t\n]", "&#?[0-9A-Za-z]{2,6};"  # such as &nbsp; between two words
_GAP = f"(?:{_SIGN}{{1,3}}|{_SIGN}?{_ENTITY}{_SIGN}?)"
_NO_GAP = f"{_GAP}?"


def seeds(policies: Sequence[Policy]) -> tuple[str, ...]:
    """Return the patterns of all names of these policies, case to be ignored, in a fixed order.

    A name that is a mere number is no seed: numbers stand everywhere.
    """
    names = {alias.text for policy in policies for alias in policy.aliases}
    return tuple(sorted({seed for name in names if (seed := _seed(name))}))


def _seed(name: str) -> str | None:
    r"""Return the pattern of one name; of one in another script, the stem of its longest word.

    >>> re.search(_seed("The Act 12"), " the&nbsp;act-12,").group()
    ' the&nbsp;act-12,'
    >>> _seed("12") is None
    True
    """
    words = [word for word in _BETWEEN.split(name) if word]
    if all(word.isdigit() for word in words):
        return f"{_spelt('§')}{_NO_GAP}{_GAP.join(words)}[^0-9]" if words and "§" in name else None
    if foreign := max((w for w in words if w[0] > LATIN), key=len, default=None):
        return _spelt(_stem(foreign))
    last = words[-1] if words[-1].isascii() else _stem(words[-1])
    ends = "[^0-9]" if last.isdigit() else _BEFORE if len(name) <= SHORT else ""
    return _BEFORE + _GAP.join(map(_spelt, [*words[:-1], last])) + ends


def _stem(word: str) -> str:
    """Return what stays of a word whatever its ending."""
    return word[: max(STEM, len(word) - 2)]


def _spelt(word: str) -> str:
    return "".join(map(_letter, word))


def _letter(sign: str) -> str:
    """Return the ways a letter may be written: in bytes, large or small, or as an entity."""
    if sign.isascii():
        return sign.lower()
    forms = sorted({f for f in (sign.lower(), sign.upper(), sign) if len(f) == 1})
    ways = ["".join(f"\\x{byte:02x}" for byte in form.encode()) for form in forms]
    ways += [f"&#x0{{0,4}}{ord(form):x};" for form in forms]
    ways += [f"&#{ord(form)};" for form in forms]
    return f"(?:{'|'.join(ways)})"
