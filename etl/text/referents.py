"""Whom the words that name a speaker stand for: a surname, a pronoun, "the presidential aide"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from etl.text.agents import kind_of
from etl.text.attribution import Attribution
from etl.text.descriptions import head_noun, is_many, meant
from etl.text.he_or_she import he_or_she
from etl.text.main_subjects import main_subject
from etl.text.nominal import Nominal
from etl.text.people import Person, full_name
from etl.text.roles import with_title
from etl.text.sentence_words import PARTY, Word
from etl.text.words import words

Held = tuple[str | None, str | None]  # a holder's full name and role
_MANY = words("they we their which ils ellos они sie")
_KNOWN = words("the this its their his her")
_FAR = 3_000  # characters in which a paper was told
_BACK = 40  # people, and turns of speech, that are looked back on

_GROUPS = words("group organization organisation nonprofit charity company firm outfit maker")
_PAPER = re.compile(r"(?:filing|letter|statement|brief|report|memo|petition|complaint|testimony)$")
SITE = re.compile(
    r"^\w+\.(?:az|am|com|net|org|ru|tr|info|news|tv|co|eu|ge|ir|il|uk)$", re.IGNORECASE
)


class _Turn(NamedTuple):
    """Who spoke or was a subject: a pronoun may stand for it afterwards."""

    start: int
    holder: str
    role: str | None
    many: bool
    named: bool


class Referents:
    """Reads the attributions of one text in order and says whom each stands for."""

    def __init__(self, text: str, people: Sequence[Person]) -> None:
        """Begin before the first sentence, with everyone whom the text names."""
        self._text = text
        self._people = people
        self._starts = [person.start for person in people]
        self._by_name = {name: p for p in reversed(people) for name in (p.name, p.short) if name}
        self._by_surname: dict[str, list[Person]] = {}
        for person in people:
            self._by_surname.setdefault(person.surname.casefold(), []).append(person)
        self._turns: list[_Turn] = []
        self._sex = he_or_she(text, people)

    def read(
        self, told: Sequence[Word], heads: Sequence[Nominal], spoken: Iterable[Attribution]
    ) -> list[Held]:
        """Return whom the attributions of the next sentence stand for."""
        if subject := self._subject(told, heads):
            turn = _Turn(told[0].start, subject.name, subject.role, False, True)
            self._turns.append(turn)
        return [self._follow(said) for said in spoken]

    def _follow(self, said: Attribution) -> Held:
        if said.kind == "pronoun":
            return self._of_pronoun(said)
        if SITE.search(said.speaker):
            return None, None  # "…, News.Az reports": a site credits itself, the voice is its own
        holder, role = self._named(said) if said.kind == "named" else self._told(said)
        known = self._by_name.get(holder)
        if not said.acts:
            many = known.body if known else is_many(said.speaker)
            named = known is not None or said.kind == "named"
            self._turns.append(_Turn(said.start, holder, role, many, named))
        return holder, role

    def _met(self, before: int) -> Sequence[Person]:
        at = bisect_left(self._starts, before)
        return self._people[max(0, at - _BACK) : at]

    def _named(self, said: Attribution) -> tuple[str, str | None]:
        """Return the full name that a name stands for, and the role told anywhere."""
        who = re.sub(r"^[Tt]he (?=[A-Z])|(?:'s|’s)$", "", said.speaker)
        same = self._by_name.get(who)
        if same is None and not any(kind_of(part) == "body" for part in who.split()):
            same = self._by_last_name(who, said.start)
        if same is None:
            return who, said.role
        of_all = same.role and PARTY.match(same.role)  # "Reps. Bo Lee (R-OH) and Ann Roe (D-TX)"
        return same.name, with_title(said.role, same.role) if of_all else same.role or said.role

    def _by_last_name(self, who: str, before: int) -> Person | None:
        last = who.split()[-1]
        same = full_name(last, self._by_surname.get(last.casefold(), ()), before)
        if same and " " in who and who not in same.name and same.name not in who:
            return same if who[0] == same.name[0] else None
        return same

    def _told(self, said: Attribution) -> tuple[str, str | None]:
        """Return whom a description stands for, where the text told it before."""
        who = re.sub(r"(?:'s|’s)$", "", said.speaker)
        parts = who.split()
        if len(parts) == 1 and (same := self._by_last_name(who, said.start)):
            return same.name, same.role
        noun = head_noun(parts)
        if parts[0].lower() in _KNOWN and noun:
            those = meant(noun.lower(), parts, self._met(said.start))
            if those:
                return " and ".join(p.name for p in those), those[0].role
        if parts[0].lower() == "the" and (by := self._meant_by(who, noun, said.start)):
            return by.holder, by.role
        if parts[0].lower() in ("his", "her") and (owner := self._last_single(said.start)):
            return " ".join([f"{owner}'s", *parts[1:]]), said.role
        return re.sub(r"^[Tt]he (?=[A-Z])", "", who), said.role

    def _meant_by(self, who: str, noun: str | None, before: int) -> _Turn | None:
        """Return the body that "the group" is, or who wrote "the filing", if they spoke last."""
        turn = next((t for t in reversed(self._turns[-_BACK:]) if t.named), None)
        if turn and _PAPER.search(who):  # "In a filing the Guild …. The law, the filing says, …"
            paper = re.escape(who.split()[-1])
            wrote = rf"\b(?:in|with|by) (?:an?|its|his|her|their) (?:[\w-]+ ){{0,3}}{paper}\b"
            told = self._text[max(0, turn.start - 100, before - _FAR) : before]
            return turn if re.search(wrote, told, re.IGNORECASE) else None
        group = noun and noun.lower() in _GROUPS and len(who.split()) == 2
        return turn if group and turn and self._is_group(turn) else None

    def _is_group(self, turn: _Turn) -> bool:
        """Tell whether who spoke is a body by its role, or by small words in its name."""
        role = head_noun((turn.role or "").split())
        small = re.search(r" (?:for|against|of|without|on|to) ", turn.holder)
        return kind_of((role or "").lower()) == "body" or bool(small)

    def _last_single(self, before: int) -> str | None:
        """Return the full name of who spoke or acted last before a place."""
        turns = [t for t in self._turns[-_BACK:] if t.start < before and not t.many and t.named]
        return turns[-1].holder if turns else None

    def _of_pronoun(self, said: Attribution) -> Held:
        """Return whom a pronoun stands for: who spoke or acted last before it."""
        who = said.speaker.lower()
        if who == "i":
            return None, None
        turns = [t for t in self._turns[-_BACK:] if t.start < said.start]
        if who == "it":
            return self._of_it(said, turns)
        if who in _MANY:
            return self._of_they(who, said, [t for t in turns if t.many])
        single = [t for t in turns if not t.many and self._may_be(who, t.holder)]
        last = next((t for t in reversed(single) if t.named), None) or next(reversed(single), None)
        return (last.holder, last.role) if last else self._nearest(said, False)

    def _may_be(self, who: str, name: str) -> bool:
        """Tell whether "he" or "she" can stand for somebody, by what the text tells of them."""
        return self._sex.get(name, who) == who or who not in ("he", "she")

    def _of_it(self, said: Attribution, turns: Sequence[_Turn]) -> Held:
        """Return the body that spoke or was named last before a place."""
        known = [self._by_name.get(t.holder) for t in turns]
        bodies = [p for p in known if p and p.body]
        return (bodies[-1].name, None) if bodies else self._nearest(said, True)

    def _of_they(self, who: str, said: Attribution, turns: Sequence[_Turn]) -> Held:
        both = self._coordinated(said.start) if who == "they" else []
        if both and (not turns or both[0].start > turns[-1].start):
            return " and ".join(p.name for p in both), both[0].role
        if turns:
            return turns[-1].holder, turns[-1].role
        return self._nearest(said, True) if who != "we" else (None, None)

    def _nearest(self, said: Attribution, body: bool) -> Held:
        """Return who was named last before a place; "he" may also stand before the name."""
        who = said.speaker.lower()
        named = [p for p in self._met(said.start) if p.body == body and self._may_be(who, p.name)]
        acting = [p for p in named if p.acting] or named
        if acting:
            return acting[-1].name, acting[-1].role
        after = self._people[bisect_left(self._starts, said.start) :][:_BACK]
        person = next((p for p in after if not p.body), None)
        return (person.name, person.role) if person and not body else (None, None)

    def _coordinated(self, before: int) -> list[Person]:
        """Return the last two people before a place that "and" joins."""
        met = [p for p in self._met(before) if not p.body]
        for one, other in zip(met[-2::-1], met[:0:-1], strict=False):
            between = self._text[one.start + len(one.name) : other.start]
            if len(between) < 60 and re.search(r"\band\b", between):
                return [one, other]
        return []

    def _subject(self, told: Sequence[Word], heads: Sequence[Nominal]) -> Person | None:
        """Return the person whose name opens a sentence as its subject."""
        head = main_subject(self._text, told, heads)
        if head is None or head.kind != "named":
            return None
        person = self._by_name.get(head.name) or self._by_last_name(head.name, told[head.last].end)
        return person if person and not person.body else None
