"""Whom names and descriptions stand for: "Mayor Lee", "the company", "its petition", "the pair"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.speech.agents import head_noun, kind_of
from etl.text.speech.descriptions import group_size, may_be_all, meant
from etl.text.speech.known_people import KnownPeople
from etl.text.speech.met_bodies import MetBodies
from etl.text.speech.own_papers import Papers, owner_noun, owner_pronoun
from etl.text.speech.people import Person
from etl.text.speech.pronouns_meant import Pronouns
from etl.text.speech.roles import with_title
from etl.text.speech.sentence_words import PARTY
from etl.text.speech.spoken_turns import Turn
from etl.text.words import words

Meant = tuple[str, str | None]  # a full name, or the words as they are, and a role
_KNOWN = words("the this its their his her")
_OWNERS = {"his": "he", "her": "she"}
_BY_NOUN = re.compile(r"[Tt]he [a-z]")  # "The company", whose petition it is
_COUNTED = re.compile(r"\b(?:[Bb]oth|[Tt]he (?:two|three)) $")  # before "senators"
_OWNED = re.compile(r"\b(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?:first|latest|second|last|only|own) $")
_CALLED = re.compile(r",? (?:called|named|known as)\b")


class Phrases:
    """Reads names and descriptions by the people, bodies and papers of one text so far."""

    def __init__(
        self,
        text: str,
        known: KnownPeople,
        bodies: MetBodies,
        pronouns: Pronouns,
        papers: Papers,
    ) -> None:
        """Begin before the first sentence."""
        self._text = text
        self._known = known
        self._bodies = bodies
        self._pronouns = pronouns
        self._papers = papers

    def read(self, kind: str, who: str, role: str | None, at: int) -> Meant:
        """Return whom a name or description at a place stands for, with the role told anywhere."""
        if kind == "named" and not _BY_NOUN.match(who):
            return self._named(who, role, at)
        return self._told(re.sub(r"(?:'s|’s)$", "", who), role, at)

    def _named(self, who: str, role: str | None, at: int) -> Meant:
        who = re.sub(r"^[Tt]he (?=[A-Z])|(?:'s|’s)$", "", who)
        same = self._known.by_name(who)
        if same is None and not any(kind_of(part) == "body" for part in who.split()):
            same = self._known.by_last_name(who, at, role)
        if same is None:
            return who, role
        of_all = same.role and PARTY.match(same.role)  # "Reps. Bo Lee (R-OH) and Ann Roe (D-TX)"
        return same.name, with_title(role, same.role) if of_all else same.role or role

    def _told(self, who: str, role: str | None, at: int) -> Meant:
        parts = who.split()
        if len(parts) == 1 and (same := self._known.by_last_name(who, at)):
            return same.name, same.role
        if wrote := self._wrote(who, at):
            return wrote
        if those := self._group(parts, at) or self._described(parts, at):
            if isinstance(those, Turn):
                return those.holder, those.role
            same_role = None if those[0].body else those[0].role
            return " and ".join(p.name for p in those), same_role
        if pronoun := _OWNERS.get(parts[0].lower()):
            owner = self._pronouns.person(pronoun, at, named=True)[0]
            if owner:
                return " ".join([f"{owner}'s", *parts[1:]]), role
        return re.sub(r"^[Tt]he (?=[A-Z])", "", who), role

    def _group(self, parts: Sequence[str], at: int) -> list[Person]:
        """Return the two or three whom "the pair", "both senators" or "the two men" are."""
        before = _COUNTED.search(self._text, max(0, at - 12), at)
        told = [*before[0].lower().split(), *parts] if before else parts
        size = group_size(told)
        several = self._pronouns.joined(at, size) if size else []
        return several if may_be_all(told[-1], several) else []

    def _described(self, parts: Sequence[str], at: int) -> list[Person] | Turn:
        """Return whom "the official" or "the company" is; an empty list where nothing tells."""
        noun = head_noun(parts)
        if noun is None or parts[0].lower() not in _KNOWN:
            return []
        if len(parts) == 2 and (again := self._told_again(parts, at)):
            return again
        return meant(noun.lower(), parts, self._known.met(at), self._bodies.before(at))

    def _told_again(self, parts: Sequence[str], at: int) -> Turn | None:
        """Return who spoke as "a U.S. official" where "the official" follows, if nobody since."""
        if parts[0].lower() not in ("the", "this") or kind_of(parts[1].lower()) == "document":
            return None
        last = next((t for t in reversed(self._pronouns.turns) if t.start < at), None)
        if last is None or last.named or last.holder.split()[0].lower() not in ("a", "an", "one"):
            return None
        if _CALLED.match(self._text, last.start + len(last.holder)):
            return None  # "A union called Lamp Bridge"
        return last if head_noun(last.holder.split()) == parts[1] else None

    def _wrote(self, who: str, at: int) -> Meant | None:
        """Return whose words a paper is: "its petition", "the firm's letter", "the speech"."""
        if owned := _OWNED.search(self._text, max(0, at - 24), at):
            who = f"{owned[0]}{who}"
        if pronoun := owner_pronoun(who):
            one = pronoun in ("he", "she")
            held = self._pronouns.person(pronoun, at) if one else self._pronouns.read(pronoun, at)
            return (held[0], held[1]) if held[0] else None
        if noun := owner_noun(who):
            return self._told(noun, None, at)
        return self._papers.whose(who, at)
