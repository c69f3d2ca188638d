"""Citations in one form, however they are written: `usc/22/5812`, `public-law/102/511`.

The forms, each with as many parts as the citation tells:

- `usc/22/5812`: a section of the United States Code, without what stands below it, a note as its
  section; `usc-chapter/26/1`, `usc-appendix/50/1701`, `cfr/31/501`, `stat/131/1229`
- `public-law/102/511/s907`: a public law and a part of it; parts are written as in USLM: `dH` a
  division, `tIX` a title, `stF` a subtitle, `ch1` a chapter, `ptB` a part, `s907` a section
- `act/freedom-support-act/s907`: a part of an Act that is called by its name
"""

from __future__ import annotations

import re
from functools import lru_cache

MOST = 120  # sections that a range may stand for

_DASHES = re.compile(r"[‐-―−]")
_USLM = re.compile(r"^/?us/")
_LEVEL = re.compile(r"^(st|ch|pt|sch|[dts])([\w.-]+)$")
_PLAIN = re.compile(r"\d+")
_YEAR = re.compile(r",? (?:of|for)? ?(?:fiscal years? )?((?:1[89]|20)\d\d)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_OF_LAW = {"pl": "public-law", "pvtl": "private-law"}
_ORDER = ("d", "t", "st", "ch", "sch", "pt", "s")


@lru_cache(maxsize=8192)
def normal(cite: str) -> str:
    """Return a parsable citation of the bill mark-up, or an address of USLM, in the one form.

    >>> normal("pl/102/511"), normal("/us/usc/t22/s5812/b"), normal("/us/pl/118/50/dH")
    ('public-law/102/511', 'usc/22/5812', 'public-law/118/50/dH')
    >>> normal("usc/42/1395w–4"), normal("/us/usc/t26/ch1"), normal("/us/usc/t7/s1501/etseq")
    ('usc/42/1395w-4', 'usc-chapter/26/1', 'usc/7/1501')
    """
    plain = _DASHES.sub("-", cite.strip()).strip("/")
    kind, *rest = [part for part in _USLM.sub("", plain).split("/") if part] or [""]
    kind = _OF_LAW.get(kind.lower(), kind.lower())
    if kind in ("usc", "cfr") and rest and rest[0].startswith("t") and rest[0][1:2].isdigit():
        return _code(kind, rest)
    if kind in ("usc", "usc-chapter", "usc-appendix", "cfr"):
        return "/".join([kind, *rest[:2]]).lower()
    if kind in ("public-law", "private-law"):
        return in_law("/".join([kind, *rest[:2]]), rest[2:])
    return "/".join([kind, *rest])


def _code(kind: str, rest: list[str]) -> str:
    """Return the form of a USLM address within a code: title, then section or chapter."""
    title = rest[0][1:].lower()
    if title.endswith("a") and title[:-1].isdigit():  # t50a is the appendix of title 50
        kind, title = f"{kind}-appendix", title[:-1]
    levels = [m for part in rest[1:] if (m := _LEVEL.match(part))]
    section = next((m[2] for m in levels if m[1] == "s"), None)
    if section:
        return f"{kind}/{title}/{section}".lower()
    chapter = next((m[2] for m in levels if m[1] == "ch"), None)
    return f"{kind}-chapter/{title}/{chapter}".lower() if chapter else f"{kind}/{title}"


def in_law(law: str, parts: list[str]) -> str:
    """Return the form of a part of a law: a section needs no title, for it is counted through.

    >>> in_law("public-law/104/104", ["tV", "s509"]), in_law("act/x-act", ["tIV", "ch1"])
    ('public-law/104/104/s509', 'act/x-act/tIV/ch1')
    """
    levels: dict[str, str] = {}
    for part in parts:
        if match := _LEVEL.match(part):
            number = match[2].lower() if match[1] == "s" else match[2]
            levels.setdefault(match[1], number)
        elif part[:1].isdigit():
            levels.setdefault("s", part.lower())
    kept = ("d", "s") if "s" in levels else _ORDER
    named = [f"{kind}{levels[kind]}" for kind in kept if kind in levels]
    return "/".join([law, *named])


def act_of(name: str) -> tuple[str, int | None]:
    """Return the form of an Act's name, and the year that the name ends with.

    >>> act_of("the Trade Act of 1974"), act_of("FREEDOM Support Act")
    (('act/trade-act', 1974), ('act/freedom-support-act', None))
    """
    told = " ".join(name.split())
    year = _YEAR.search(told)
    words = re.findall(
        r"[a-z0-9]+", _ARTICLE.sub("", told[: year.start()] if year else told).lower()
    )
    return "act/" + "-".join(words), int(year[1]) if year else None


def sections(first: str, last: str | None = None) -> list[str]:
    """Return the sections that a citation names: of a range each, `2295-1` being one section.

    >>> sections("2431", "2439")[:2], sections("2295", "1"), sections("1395w", "4")
    (['2431', '2432'], ['2295-1'], ['1395w-4'])
    """
    first = _DASHES.sub("-", first)
    if last is None:
        return [first]
    if _PLAIN.fullmatch(first) and _PLAIN.fullmatch(last) and len(last) >= len(first):
        low, high = int(first), int(last)
        if low < high <= low + MOST:
            return [str(number) for number in range(low, high + 1)]
        return [first, last] if low < high else [first]
    return [f"{first}-{_DASHES.sub('-', last)}"]


def within(cite: str, wider: str) -> bool:
    """Return whether a citation is of the thing that `wider` names or of a part of it."""
    return cite == wider or cite.startswith(wider + "/")
