"""Whose text an article is, and which outlet it relays: read from how its sentences sign and cite.

"…, News.Az reports." at the end of a sentence is the carrier's own signature; "told The Washington
Times", "in an interview with X", "citing X" and "according to X" name the one it relays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from etl.text.people import UPPER

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


def carrier(text: str, outlets: Sequence[str] = ()) -> str | None:
    """Return the outlet that signs the text as its own, named as in the list where it is there.

    >>> carrier("It deserves praise, News.Az reports.")
    'News.Az'
    """
    for name in (_listed(tuple(outlets)), _BY_SHAPE):
        for shape in (_SIGNATURE, _SOURCE_LINE, _DATELINE):
            found = _pattern(shape, f"(?P<outlet>{name})").search(text) if name else None
            if found:
                return _as_listed(found["outlet"], outlets)
    return None


@lru_cache(maxsize=32)
def _pattern(shape: str, name: str) -> re.Pattern[str]:
    return re.compile(shape.format(name=name), re.MULTILINE)


def cited_outlet(text: str, outlets: Sequence[str] = (), own: str | None = None) -> str | None:
    """Return the outlet that an article relays, the first it cites that is not its own.

    >>> cited_outlet("The aide told The Washington Times that it hinders peace.")
    'The Washington Times'
    """
    cited = [_as_listed(name, outlets) for name in _citations(text, tuple(outlets))]
    own = own or carrier(text, outlets)
    return next((name for name in cited if not own or _plain(name) != _plain(own)), None)


def _citations(text: str, outlets: tuple[str, ...]) -> Iterator[str]:
    found = [
        (match.start(), match["cited"] or match["reporting"])
        for name in (_listed(outlets), _BY_SHAPE)
        if name
        for match in _pattern(_CITED, name).finditer(text)
    ]
    for _, name in sorted(found):
        yield _with_article(text, name)


def _with_article(text: str, name: str) -> str:
    """Return the name with the "The" that the text gives it as its own."""
    return (
        f"The {name}" if not name.startswith(("The ", "the ")) and f"The {name}" in text else name
    )


@lru_cache(maxsize=8)
def _listed(outlets: tuple[str, ...]) -> str:
    """Return the alternatives of the known names, the longest first, each with or without "The"."""
    names = sorted({_plain_case(name) for name in outlets if len(name) > 2}, key=len, reverse=True)
    body = "|".join(re.escape(name) for name in names)
    return rf"(?:[Tt]he )?(?:{body})(?![\w-])" if names else ""


def _plain_case(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name.strip())


def _plain(name: str) -> str:
    return re.sub(r"^the |\W", "", name.casefold())


def _as_listed(name: str, outlets: Sequence[str]) -> str:
    """Return the spelling of the list for a name, else the name as it stands."""
    return next((listed for listed in outlets if _plain(listed) == _plain(name)), name)
