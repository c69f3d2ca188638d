"""Names of bills made comparable, and which of them come back every year as another matter."""

from __future__ import annotations

import re

from etl.text.words import words

_YEARS = re.compile(
    r"\b(?:acts?|resolution|code|amendments?)(?: of| for|,)? (\d{4})(?:[-–/]\d{2,4})?\b", re.I
)
_PAREN = re.compile(r"\s*\([^()]*\)")
_ANNUAL = re.compile(
    r"\bfiscal years?\b|\bfy ?\d{2,4}\b|\bappropriations?\b|\b(?:congressional )?budget\b.*\byear"
    r"|\b(?:national defense|intelligence|coast guard|state department|department of state"
    r"|department of defense|military construction)[\w ,]* authorization acts?\b"
    r"|\bndaa\b|\bcontinuing resolution\b|\bomnibus\b|\bextenders?\b|\breconciliation\b",
    re.IGNORECASE,
)
_ANNUAL_PURPOSE = re.compile(
    r"\bmaking (?:[\w-]+ ){0,4}appropriations\b"
    r"|\bauthorize appropriations for (?:the )?fiscal year \d{4} for\b"
    r"|\bcongressional budget for\b",
    re.IGNORECASE,
)
_PROCEDURAL = re.compile(
    r"\bproviding for (?:the |further )?(?:consideration|adjournment|a joint session)"
    r"|\belect\w* (?:a |certain )?(?:members?|officers?|minority|majority)|\badjourn"
    r"|\bauthorizing the use of\b|\bprinting of\b|\bcommittee (?:funding|expenses)"
    r"|\bexpenditures (?:by|of)\b|\bquestion of the privileges\b|\brules of the\b"
    r"|\bnotify(?:ing)? the president\b|\bquorum\b|\brelative to the death\b|\bcondolences\b"
    r"|\b(?:honou?r|congratulat|commemorat|recogniz|commend|celebrat)ing\b"
    r"|\bdesignation of\b|\bdesignating\b.*\b(?:day|week|month|year)\b"
    r"|\bwaiving a requirement of\b",
    re.IGNORECASE,
)
_SMALL = words(
    "a an and act acts amend amendment amendments as at authorize bill by certain code commission",
    "congress establish extend federal for from improve in into its joint law make making may",
    "national new of on or other our out program prohibit proposing protect protection provide",
    "purposes reform relating relief require resolution respect secretary section states support",
    "that the this title to under united us with",
)


def short_name(title: str | None) -> str | None:
    """Return a bill's name without its year and signs; None where nothing is left.

    >>> short_name("Armenian Protection Act of 2023"), short_name("ARMENIAN PROTECTION ACT")
    ('armenian protection act', 'armenian protection act')
    """
    text = _PAREN.sub("", title or "").replace("’", "'")
    text = re.sub(
        r"^(?:an original |a )?(?:bill|joint resolution|resolution|act) (?=to |for )",
        "",
        text.strip(),
        flags=re.IGNORECASE,
    )
    text = _YEARS.sub(lambda found: found[0][: found.start(1) - found.start()], text)
    text = re.sub(r"\b(?:of|for)\s*$", "", text.strip(" .,"), flags=re.IGNORECASE)
    name = " ".join(re.findall(r"\w+", text.replace("'", "").replace(".", "").lower()))
    return name or None


def is_annual(title: str | None, official_title: str | None = None) -> bool:
    """Return whether titles tell of what Congress does anew every year.

    >>> is_annual("National Defense Authorization Act for Fiscal Year 2024"), is_annual("KOSA")
    (True, False)
    """
    return bool(_ANNUAL.search(title or "") or _ANNUAL_PURPOSE.search(official_title or ""))


def is_procedural(*titles: str | None) -> bool:
    """Return whether a title tells of the chamber's own business or of a day's honours.

    >>> is_procedural("Electing Members to certain standing committees")
    True
    """
    return any(_PROCEDURAL.search(t) for t in titles if t)


def telling_words(*titles: str | None) -> frozenset[str]:
    """Return the words of titles that tell one bill from another."""
    found = re.findall(r"[a-z]{4,}|\d{3,}[a-z]?", " ".join(t for t in titles if t).lower())
    return frozenset(w for w in found if w not in _SMALL and not re.fullmatch(r"(?:19|20)\d\d", w))
