"""The bodies that a text has named so far: what "it", "its" and "the company" can stand for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from etl.text.speech.agents import kind_of, singular
from etl.text.speech.people import Person
from etl.text.speech.told_bodies import BODY_NOUN, apposed_to, is_place, stands_alone, told_as_body
from etl.text.words import words

_BACK = 60  # namings that are looked back on
_NEARER = 3  # sentences that a subject is nearer than what is only mentioned
_OFFICE = re.compile(
    r"\b(?:executive|CEO|president|chair\w*|founder|director|manager|counsel|lawyer|attorney|head"
    r"|owner|economist|analyst|spokes\w+|officer|lobbyist) (?:of|at|for|with) (?:the )?"
    r"([A-Z][\w&’'-]*(?: (?:(?:of|for|and|&|the) ){0,2}[A-Z][\w&’'-]*){0,6})"
)
_BODY_FIRST = re.compile(
    rf"(?:[\w-]+ ){{0,5}}?{BODY_NOUN}(?:$|[,.;]| (?:of|for|that|which|in|with)\b)"
)
_BEGINS = re.compile(r"(?:^|[,.;:!?—–”\"»\n]|\b(?:said|says|added|and|by|to|that))\s*(?:The )?$")
_LINKS = words("of the for and to on against")
_NO_NAMES = words(
    "two three four five six seven eight nine ten eleven twelve dozens hundreds thousands many",
    "most several some few both others none all each either neither more",
)


class _Naming(NamedTuple):
    start: int
    sentence: int
    name: str
    subject: bool
    untitled: bool
    spoke: bool


class MetBodies:
    """The bodies named so far, in order; `known` finds a person or body by name.

    The role of one is what the text calls it: "a coalition of fishers".
    """

    def __init__(self, text: str, known: Callable[[str, int], Person | None]) -> None:
        """Begin before the first sentence."""
        self._text = text
        self._known = known
        self._namings: list[_Naming] = []
        self._seen: dict[str, Person | None] = {}

    def meet(
        self,
        start: int,
        sentence: int,
        name: str,
        subject: bool,
        role: str | None = None,
        spoke: bool = False,
    ) -> None:
        """Note a name that stands in the text, whether or not it is a body's."""
        told = _Naming(start, sentence, _bare(name), subject, role is None, spoke)
        self._namings.append(told)

    def meet_employers(self, told: str, start: int, sentence: int) -> None:
        """Note the bodies that a sentence names in somebody's office: "president of Lampco"."""
        for match in _OFFICE.finditer(told):
            self.meet(start + match.start(1), sentence, match[1], False)

    def body(self, name: str, at: int) -> Person | None:
        """Return the body of a name; None where it is a person's, or nothing tells."""
        name = _bare(name)
        if name not in self._seen:
            self._seen[name] = self._read(name, at)
        return self._seen[name]

    def before(self, at: int) -> list[Person]:
        """Return the bodies named before a place, the likeliest meant last."""
        found: dict[str, tuple[int, int, Person]] = {}
        for naming in self._namings[-_BACK:]:
            body = self.body(naming.name, naming.start) if naming.start < at else None
            if body:
                rank = naming.sentence + _NEARER * naming.subject
                found[body.name] = max(
                    (rank, naming.start, replace(body, acting=True)),
                    found.get(body.name, (-1, -1, body)),
                    key=lambda told: told[:2],
                )
        return [body for _, _, body in sorted(found.values(), key=lambda told: told[:2])]

    def subject_before(self, at: int) -> tuple[int, str]:
        """Return where what "it" can stand for was last a subject, and its name; -1 where nothing.

        A lone name that is nobody's surname is no person either: "Lampco sued. It said".
        """
        for naming in reversed(self._namings[-_BACK:]):
            if naming.subject and naming.start < at:
                body = self.body(naming.name, naming.start)
                if body or (naming.untitled and self._is_no_person(naming)):
                    return naming.start, body.name if body else naming.name
        return -1, ""

    def _is_no_person(self, naming: _Naming) -> bool:
        """Tell whether nothing speaks for a person in a name that has no title."""
        known = self._known(naming.name, naming.start)
        parts = naming.name.split()
        if len(parts) == 1:
            before = self._text[max(0, naming.start - 12) : naming.start]
            told = naming.spoke and known is None and naming.name.lower() not in _NO_NAMES
            told = told and _BEGINS.search(before) is not None
            return told and not is_place(self._text, naming.name, naming.start)
        plain = all(len(p) > 2 and p.isalpha() and p[0].isupper() for p in parts)
        alone = known is None or (known.role is None and known.name == naming.name)
        return (
            len(parts) > 2
            and plain
            and alone
            and not stands_alone(self._text, naming.name, naming.start)
        )

    def _read(self, name: str, at: int) -> Person | None:
        known = self._known(name, at)
        if known and known.body:
            return replace(known, role=apposed_to(self._text, known.name, at))
        if known and (" " not in name or (known.name == name and _is_persons(known.role))):
            return None
        told = _is_bodys(known.role if known else None) or told_as_body(self._text, name, at)
        return Person(name, at, apposed_to(self._text, name, at), True) if told else None


def is_titled(phrase: str) -> bool:
    """Tell whether a phrase is a name in whole: "Barge Operators of the Heartland"."""
    parts = phrase.split()
    capitals = [part for part in parts if part[0].isupper()]
    return len(capitals) > 1 and all(p[0].isupper() or p in _LINKS for p in parts)


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he (?=[A-Z])|(?:'s|’s)$|(?<=s)[’']$", "", name)


def _is_persons(role: str | None) -> bool:
    """Tell whether a role is one person's: "chamber of commerce president"."""
    nouns = [w.lower() for w in re.findall(r"[\w-]+", (role or "").split(",")[0])]
    return any(kind_of(w) == "person" and singular(w) == w for w in nouns)


def _is_bodys(role: str | None) -> bool:
    """Tell whether a role is a body's: "a trade group of farmers"."""
    return bool(_BODY_FIRST.match(role or "")) and not _is_persons(role)
