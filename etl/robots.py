"""Whether a page may be asked for: each host's robots.txt, fetched once a run.

None there (404 and its like) allows everything; none to be had (a server's fault, no answer, asked
to wait) allows nothing for now.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from etl.answers import Failed
from etl.hosts import origin
from etl.text.robots import Rules, read_robots
from etl.web import Web

NAME = "lawbeat"  # as AGENT of etl/web.py begins
LARGEST = 5_000_000
TOO_MANY = 429


class Disallowed(Failed):
    """A page that its site asks programs to leave alone."""

    @property
    def hard(self) -> bool:
        """The site means it."""
        return True


class NotNow(Failed):
    """A host whose robots.txt cannot be had: nothing of it is asked in this run."""


@dataclass
class Robots:
    """The robots.txt of every host asked in one run; `place` says where an address is asked."""

    web: Web
    place: Callable[[str], str] = lambda url: url
    _known: dict[str, Rules | NotNow] = field(default_factory=dict)

    def check(self, url: str) -> Rules:
        """Return the rules of the host that holds a page; raises `Disallowed` or `NotNow`."""
        host = origin(url)
        if host not in self._known:
            self._known[host] = self._ask(host)
        rules = self._known[host]
        if isinstance(rules, NotNow):
            raise rules
        asked = urlsplit(url)
        if not rules.allow(asked.path + (f"?{asked.query}" if asked.query else "")):
            raise Disallowed("the site's robots.txt does not allow it")
        return rules

    def _ask(self, host: str) -> Rules | NotNow:
        place = self.place(f"{host}/robots.txt")
        try:
            return read_robots(self.web.get(place, largest=LARGEST).content, NAME)
        except Failed as error:
            if error.status and 400 <= error.status < 500 and error.status != TOO_MANY:
                self.web.patience.worked(place)  # having none is no failure
                return Rules()
            return NotNow(f"its robots.txt cannot be had ({error})")
