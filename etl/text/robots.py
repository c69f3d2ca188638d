"""robots.txt by RFC 9309: what a site lets a program read.

The longest rule that fits decides, Allow where two are as long; `*` and `$` mean what they mean
there. Python's own parser takes the first rule that fits and knows neither sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

MOST_BYTES = 512_000  # read at least so much, says the RFC
_LINE = re.compile(r"^\s*([a-z-]+)\s*:\s*([^#]*)", re.I)
_UNRESERVED = "/*$!&'()+,;=:@~?%"


@dataclass(frozen=True)
class Rules:
    """What one program is told: paths it may read and may not, and how long to wait between."""

    paths: tuple[tuple[str, bool], ...] = ()  # pattern, and whether it is allowed
    delay_s: float | None = None

    def allow(self, path: str) -> bool:
        """Return whether a path, its query with it, may be read."""
        asked = _plain(path or "/")
        fits = [(len(pattern), allowed) for pattern, allowed in self.paths if _fits(pattern, asked)]
        return max(fits, default=(0, True))[1]


def read_robots(content: bytes, agent: str) -> Rules:
    """Return the rules for `agent`, a bare name in lower case; else those for everybody.

    >>> rules = read_robots(b"User-agent: *\\nDisallow: /search\\nAllow: /search/help$", "lawbeat")
    >>> rules.allow("/search?q=x"), rules.allow("/search/help"), rules.allow("/news/1")
    (False, True, True)
    """
    own: list[tuple[str, str]] = []
    everybody: list[tuple[str, str]] = []
    named: set[str] = set()
    found_own, in_rules = False, False
    for line in content[:MOST_BYTES].decode("utf-8", "replace").splitlines():
        told = _LINE.match(line.lstrip("\ufeff"))
        if not told:
            continue
        word, value = told[1].lower(), told[2].strip()
        if word == "user-agent":
            named = set() if in_rules else named
            named.add(value.partition("/")[0].strip().lower())
            in_rules, found_own = False, found_own or agent in named
        elif word in ("allow", "disallow", "crawl-delay"):
            in_rules = True
            for group in (own if agent in named else None, everybody if "*" in named else None):
                if group is not None:
                    group.append((word, value))
    return _rules(own if found_own else everybody)


def _rules(told: list[tuple[str, str]]) -> Rules:
    paths = [(_plain(path), word == "allow") for word, path in told if word != "crawl-delay"]
    waits = [float(v) for w, v in told if w == "crawl-delay" and re.fullmatch(r"\d{1,6}\.?\d*", v)]
    return Rules(tuple((path, ok) for path, ok in paths if path), max(waits, default=None))


def _plain(path: str) -> str:
    """Return a path in its one percent-encoded form, `*` and `$` as they stand."""
    return quote(unquote(path.replace("%2F", "%252F").replace("%2f", "%252F")), safe=_UNRESERVED)


def _fits(pattern: str, path: str) -> bool:
    """Return whether a pattern fits the beginning of a path, in time that grows with the path."""
    first, *more = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at, ends = len(first), pattern.endswith("$")
    if not more:
        return not ends or at == len(path)
    for piece in more[:-1]:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    if ends:
        return path.endswith(more[-1]) and len(path) - len(more[-1]) >= at
    return path.find(more[-1], at) >= 0
