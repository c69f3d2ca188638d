"""Whose text an article is, and which outlet it relays: read from how its sentences sign and cite.

"…, News.Az reports." at the end of a sentence is the carrier's own signature; "told The Washington
Times", "in an interview with X", "citing X" and "according to X" name the one it relays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from etl.text.speech.people import UPPER

_DOMAIN = (
    r"[A-Z][\w-]{1,24}\.(?:[Aa]z|[Aa]m|[Cc]om|[Oo]rg|[Nn]et|[Rr]u|[Gg]e|[Tt]v|[Tt]r|[Ii]nfo"
    r"|[Uu]k|[Ee]u|[Dd]e|[Ff]r)"
)
_KIND = (
    r"(?:Times|Post|News|Journal|Herald|Tribune|Gazette|Chronicle|Weekly|Daily|Telegraph|Guardian"
    r"|Observer"
    r"|Press|Mail|Mirror|Globe|Examiner|Inquirer|Independent|Review|Monitor|Today|Agency|Standard"
    r"|Spectator"
    r"|Interest|Policy|Television|Radio|TV)"
)
_BY_SHAPE = (
    rf"(?:[Tt]he )?(?:{_DOMAIN}|(?:[{UPPER}][\w’'&-]+ ){{1,3}}{_KIND}|[A-Z]{{2,4}} News)(?![\w-])"
)
_KINDS = frozenset(re.findall(r"\w+", _KIND.replace("?:", ""))) | {"News"}
_AROUND = 200  # characters: no signature and no citation reaches farther from the name
_SIGNATURE = (
    r"(?:[,—–-] ?|\()(?:as )?(?:{name})(?:'s [\w ]{{1,40}})? (?:reports|reported|informs|writes"
    r"|says|has learned"
    r"|сообщает|пишет|передает|передаёт|xəbər verir|bildirir)\b[^.]{{0,60}}[.)]?"
)
_SOURCE_LINE = (
    r"(?:[Ss]ource: |[Cc]orrespondent (?:of|for) |сообщает |передает |передаёт )(?:{name})"
)
_DATELINE = r"^(?:[A-Z][\w ,]{{2,40}} [—–-] )?\(?(?:{name})\)? ?[—–-] "
_CITED = (
    r"(?:(?:told|telling|tells|(?:in )?an? (?:exclusive )?(?:interview|conversation|comment|op-ed"
    r"|article|piece)s?"
    r"(?: \w+)? (?:with|to|for|by|in)|citing|cites|quoted by|quoting|quotes|according to|as "
    r"reported by|reported by"
    r"|published (?:by|in|on)|writing in|writes? (?:in|for)|wrote (?:in|for)|with reference to"
    r"|referring to"
    r"|со ссылкой на|в интервью|по данным|istinadən|müsahibəsində"
    r"|remarks to|a statement to|article (?:in|by)|column (?:in|for)|piece (?:in|for))"
    r" (?:the |The |газет\w+ |издани\w+ |«|“|\")?(?P<cited>{name})"
    r"|(?P<reporting>{name}) (?:reports|reported|wrote|writes|has reported|quoted|cited|noted)\b)"
)
# "the National Weather Service" cites no National; "told Reuters Monday" does cite Reuters.
_WORD = re.compile("[A-Z][a-z]+")
_ALONE = r"(?! (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z])"
_SIGNS = " .,;:!?…()[]{}«»“”„‟\"'‘’`*_-–—|/"
_SITE = re.compile(_DOMAIN)
_JOINED = re.compile("[—–/|'’]")  # "Times’s", "Times—said"


def carrier(text: str, outlets: Sequence[str] = ()) -> str | None:
    """Return the outlet that signs the text as its own, named as in the list where it is there.

    >>> carrier("It deserves praise, News.Az reports.")
    'News.Az'
    """
    for names in (_present(text, tuple(outlets)), (_BY_SHAPE,)):
        for shape in (_SIGNATURE, _SOURCE_LINE, _DATELINE):
            signed = [f"(?P<outlet>{name})" for name in names]
            if found := _found(shape, signed, text, tuple(outlets)):
                return _as_listed(min(found)[2], outlets)
    return None


def _found(
    shape: str, names: Sequence[str], text: str, outlets: tuple[str, ...]
) -> list[tuple[int, int, str]]:
    """Return where a shape with one of some names stands: its place, less its length, the name.

    Only what is around a word that may be of an outlet's name is looked at.
    """
    return [
        (match.start(), -len(match[0]), match[match.lastgroup or 0])
        for name in names
        for start, end in _places(text, outlets)
        for match in _pattern(shape, name).finditer(text, start, end)
    ]


@lru_cache(maxsize=4096)
def _pattern(shape: str, name: str) -> re.Pattern[str]:
    return re.compile(shape.format(name=name), re.MULTILINE)


@lru_cache(maxsize=4)
def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(_SIGNS) for word in _JOINED.sub(" ", text).split())


@lru_cache(maxsize=4)
def _present(text: str, outlets: tuple[str, ...]) -> tuple[str, ...]:
    """Return patterns of the listed names that stand in a text, each with or without "The"."""
    words = _words(text)
    return tuple(
        rf"(?:[Tt]he )?{re.escape(name)}{_ALONE if _WORD.fullmatch(name) else ''}(?![\w-])"
        for name in _listed(text, words, outlets)
    )


def _listed(text: str, words: frozenset[str], outlets: tuple[str, ...]) -> list[str]:
    return [name for first, name in _by_first_word(outlets) if first in words and name in text]


@lru_cache(maxsize=4)
def _places(text: str, outlets: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a text around all that may be an outlet's name."""
    words = _words(text)
    marks = {w for w in words if w in _KINDS or ("." in w and _SITE.fullmatch(w))}
    marks.update(_listed(text, words, outlets))
    if not marks:
        return ()
    body = "|".join(re.escape(mark) for mark in sorted(marks, key=lambda m: (-len(m), m)))
    places: list[tuple[int, int]] = []
    for match in re.finditer(body, text):
        start, end = _to_spaces(text, match.start() - _AROUND, match.end() + _AROUND)
        if places and start <= places[-1][1]:
            places[-1] = places[-1][0], end
        else:
            places.append((start, end))
    return tuple(places)


def _to_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch widened to white space, so that no word is cut."""
    wide = text.rfind(" ", 0, max(0, start))
    after = text.find(" ", end)
    return max(0, wide), len(text) if after < 0 else after


@lru_cache(maxsize=8)
def _by_first_word(outlets: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    names = {_plain_case(name) for name in outlets}
    return tuple((re.split(r"[\s—–/|'’]", n)[0].strip(_SIGNS), n) for n in names if len(n) > 2)


def cited_outlet(text: str, outlets: Sequence[str] = (), own: str | None = None) -> str | None:
    """Return the outlet that an article relays, the first it cites that is not its own.

    >>> cited_outlet("The aide told The Washington Times that it hinders peace.")
    'The Washington Times'
    """
    cited = [_as_listed(name, outlets) for name in _citations(text, tuple(outlets))]
    own = own or carrier(text, outlets)
    return next((name for name in cited if not own or _plain(name) != _plain(own)), None)


def _citations(text: str, outlets: tuple[str, ...]) -> Iterator[str]:
    names = (*_present(text, outlets), _BY_SHAPE)
    for _, _, name in sorted(_found(_CITED, names, text, outlets)):
        yield _with_article(text, name)


def _with_article(text: str, name: str) -> str:
    """Return the name with the "The" that the text gives it as its own."""
    return (
        f"The {name}" if not name.startswith(("The ", "the ")) and f"The {name}" in text else name
    )


def _plain_case(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name.strip())


def _plain(name: str) -> str:
    return re.sub(r"^the |\W", "", name.casefold())


def _as_listed(name: str, outlets: Sequence[str]) -> str:
    """Return the spelling of the list for a name, else the name as it stands."""
    return next((listed for listed in outlets if _plain(listed) == _plain(name)), name)
