"""One English word in its American and its British spelling, and as one or many."""

from __future__ import annotations

import re

# A stem that both share, what each goes on with, and what may follow. That "senatour" would count
# too does no harm, since nobody writes it.
_BOTH = (
    (re.compile(r"(\w{2,}[iy])[sz](ations?|e[sd]?|ing)$"), "[sz]"),
    (re.compile(r"(\w{2,}[^aeiou\W])ou?r(s?)$"), "ou?r"),
    (re.compile(r"(\w{2,}en)[cs]e(s?)$"), "[cs]e"),
    (re.compile(r"(program)(?:me)?(s?)$"), "(?:me)?"),
    (re.compile(r"(cent|fib|theat)(?:er|re)(s?)$"), "(?:er|re)"),
)
_IN_Y = re.compile(r"\w[^aeiou\W]y$")


def english(word: str, last: bool) -> tuple[str, str]:
    """Return what always stands of a word in small letters, and a pattern of how it goes on.

    The last word of a name may stand in the plural.

    >>> english("defence", last=False), english("nurses", last=True)
    (('defen', '[cs]e'), ('nurses', ''))
    >>> english("authorization", last=False), english("subsidy", last=True)
    (('authori', '[sz]ation'), ('subsid', '(?:y|ies)'))
    """
    if last and _IN_Y.search(word):
        return word[:-1], "(?:y|ies)"
    stem, ending = next(
        ((told[1], between + told[2]) for form, between in _BOTH if (told := form.match(word))),
        (word, ""),
    )
    plural = last and len(word) >= 3 and not word.endswith("s")
    return stem, ending + ("(?:es|s)?" if plural else "")
