"""Whom "he", "she", "it" and "they" stand for: who spoke or acted last before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from etl.text.speech.agents import head_noun, kind_of, singular
from etl.text.speech.known_people import KnownPeople
from etl.text.speech.met_bodies import MetBodies
from etl.text.speech.people import Person
from etl.text.speech.second_parts import in_quotes
from etl.text.speech.spoken_turns import Held, Turn
from etl.text.words import words

MANY = words("they we their which ils ellos they sie")
_PARTS = words("majority minority")
_SOON = 3  # sentences in which somebody without a name is still meant
_FAR = 2_000  # characters in which two were named together
_ASIDE = r"(?: \([^()]{2,30}\)|, [^,;.]{2,40}(?=,))?"
_TITLES = r"(?:[A-Z][\w-]*\.? |(?:her|his|the) \w+,? ){0,4}"
_AND = re.compile(rf"{_ASIDE},? and {_TITLES}")
_COMMA = re.compile(rf"{_ASIDE}, {_TITLES}")
_ENDS = re.compile(r"[.!?][\"”»]?\s")
_BACK = 40  # turns of speech that are looked back on


class Pronouns:
    """Reads pronouns by the turns, people and bodies of one text so far."""

    def __init__(self, text: str, known: KnownPeople, bodies: MetBodies) -> None:
        """Begin before the first sentence."""
        self._text = text
        self._known = known
        self._bodies = bodies
        self.turns: list[Turn] = []
        self.paper_at = -1  # where a paper was last the subject of a sentence

    def read(self, pronoun: str, at: int) -> Held:
        """Return whom a pronoun at a place stands for, with the role."""
        who = pronoun.lower()
        if who == "i":
            return None, None
        turns = [t for t in self.turns[-_BACK:] if t.start < at]
        if who == "it":
            return self._it(at, turns)
        if who in MANY:
            return self._they(who, at, [t for t in turns if t.many])
        last = self.person(who, at)
        if new := self._newly_told(who, at, last[0]):
            return new.name, new.role
        return last if last[0] else self._nearest(who, at)

    def _newly_told(self, who: str, at: int, last: str | None) -> Person | None:
        """Return who is told to be "she" and was first named since the one of whom nothing is told.

        "Ann Roe left. That drew a retort from Dee Fox, chairwoman of the Guild. She said"
        """
        turns = [t for t in self.turns[-_BACK:] if t.start < at]
        spoke = [t.holder for t in turns if t.named and not t.many]
        if last is None or (self._known.is_told(who, last) and spoke[-1:] == [last]):
            return None
        since = max(t.start for t in turns if t.holder == last)
        end = _ENDS.search(self._text, since, at)  # not in the sentence of that one
        met = [p for p in self._known.met(at) if end and p.start > end.start() and not p.body]
        told = [p for p in met if self._known.is_told(who, p.name)]
        told = [p for p in told if not in_quotes(self._text, p.start)]
        return told[-1] if told else None

    def person(self, who: str, at: int, named: bool = False) -> Held:
        """Return who spoke or acted last that a pronoun can stand for, best one with a name."""
        turns = [t for t in self.turns[-_BACK:] if t.start < at and not t.many]
        single = [t for t in turns if self._may_be(who, t, at) and (t.named or not named)]
        single = [t for t in single if not self._known.was_other(who, t.holder)] or single
        last = next((t for t in reversed(single) if t.named), None) or next(reversed(single), None)
        if single and not named and self._is_new(single[-1], at):
            last = single[-1]
        return (last.holder, last.role) if last else (None, None)

    def _is_new(self, turn: Turn, at: int) -> bool:
        """Tell whether somebody without a name has just come in: "A cook says no. He says"."""
        new = not turn.named and turn.holder.split()[0] in ("A", "An")
        return new and 0 < len(_ENDS.findall(self._text, turn.start, at)) < _SOON

    def _may_be(self, who: str, turn: Turn | Person, at: int) -> bool:
        name = turn.name if isinstance(turn, Person) else turn.holder
        named = isinstance(turn, Person) or turn.named
        return self._known.may_be(who, name) and not (named and self._bodies.body(name, at))

    def _it(self, at: int, turns: Sequence[Turn]) -> Held:
        """Return the body that spoke or was a subject last before a place, else the one named."""
        spoke = [(t.start, t.holder) for t in turns if _is_one_body(t)]
        start, name = max([*spoke, self._bodies.subject_before(at)])
        if start < self.paper_at < at:  # "The bill is late. It says"
            return None, None
        if not name:
            near = self._bodies.before(at)
            return (near[-1].name, None) if near else (None, None)
        return name, None

    def _they(self, who: str, at: int, turns: Sequence[Turn]) -> Held:
        both = self._coordinated(at) if who == "they" else []
        if both and (not turns or both[0].start > turns[-1].start):
            return " and ".join(p.name for p in both), both[0].role
        if turns:
            return turns[-1].holder, turns[-1].role
        near = self._bodies.before(at) if who != "we" else []
        return (near[-1].name, None) if near else (None, None)

    def _nearest(self, who: str, at: int) -> Held:
        """Return who was named last before a place; "he" may also stand before the name."""
        named = [p for p in self._known.met(at) if not p.body and self._may_be(who, p, at)]
        acting = [p for p in named if p.acting] or named
        person = acting[-1] if acting else self._known.after(at)
        return (person.name, person.role) if person else (None, None)

    def joined(self, at: int, size: int) -> list[Person]:
        """Return the last two or three people before a place that are named together."""
        met = [p for p in self._known.met(at) if not p.body]
        for end in range(len(met), size - 1, -1):
            several = met[end - size : end]
            between = [
                self._text[one.start + len(one.name) : other.start]
                for one, other in pairwise(several)
            ]
            commas = all(_COMMA.fullmatch(told) for told in between[:-1])
            if at - several[0].start < _FAR and _AND.fullmatch(between[-1]) and commas:
                return several
        return []

    def _coordinated(self, before: int) -> list[Person]:
        """Return the last two people before a place that "and" joins."""
        met = [p for p in self._known.met(before) if not p.body]
        for one, other in zip(met[-2::-1], met[:0:-1], strict=False):
            between = self._text[one.start + len(one.name) : other.start]
            if len(between) < 60 and re.search(r"\band\b", between):
                return [one, other]
        return []


def _is_one_body(turn: Turn) -> bool:
    """Tell whether who spoke is one body by a noun: "the ministry", not "aides"."""
    parts = turn.holder.split()
    plain = not turn.named and parts[0].lower() in ("the", "a", "an")
    noun = (head_noun(parts) or "").lower() if plain else ""
    return kind_of(noun) == "body" and singular(noun) == noun and noun not in _PARTS
