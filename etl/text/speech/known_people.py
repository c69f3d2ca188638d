"""The people and bodies of a text by name and surname, and whether one is "he" or "she"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from etl.text.speech.he_or_she import he_or_she
from etl.text.speech.people import Person, full_name

_BACK = 40  # people that are looked back on
_SURE = 2  # times that somebody was read as "he", after which they are no "she"


class KnownPeople:
    """Everyone whom a text names, found by what it calls them."""

    def __init__(self, text: str, people: Sequence[Person]) -> None:
        """Take the people of a text in order of appearance."""
        self._people = people
        self._starts = [person.start for person in people]
        self._by_name = {name: p for p in reversed(people) for name in (p.name, p.short) if name}
        self._by_surname: dict[str, list[Person]] = {}
        for person in people:
            self._by_surname.setdefault(person.surname.casefold(), []).append(person)
        self._by_first: dict[str, list[Person]] = {}
        for person in people:
            if not person.body and " " in person.name:
                self._by_first.setdefault(person.name.split()[0], []).append(person)
        self._last_called: dict[str, str] = {}
        self._called: Counter[tuple[str, str]] = Counter()
        self._sex = he_or_she(text, people)

    def by_name(self, name: str) -> Person | None:
        """Return who has just that full or short name."""
        return self._by_name.get(name)

    def find(self, name: str, before: int) -> Person | None:
        """Return who has a name, else whom its last word means at a place."""
        return self._by_name.get(name) or self.by_last_name(name, before)

    def by_last_name(self, who: str, before: int, title: str | None = None) -> Person | None:
        """Return whom the last word of a name means at a place, if the rest does not gainsay it.

        Of several with one surname the title before it tells which: "Mayor Lee".
        """
        last = who.split()[-1]
        alike = self._by_surname.get(last.casefold(), [])
        titled = [p for p in alike if _has_title(p, title)] if title else []
        same = full_name(last, titled or alike, before) or self._by_first_name(who, before)
        if same and " " in who and who not in same.name and same.name not in who:
            return same if who[0] == same.name[0] else None
        return same

    def _by_first_name(self, who: str, before: int) -> Person | None:
        """Return the only person met whose first name a lone word is: "Ann said"."""
        if " " in who:
            return None
        of_name = [p for p in self._by_first.get(who, ()) if p.start < before]
        return of_name[0] if len(of_name) == 1 else None

    def met(self, before: int) -> Sequence[Person]:
        """Return who was named before a place, in order, not too far back."""
        at = bisect_left(self._starts, before)
        return self._people[max(0, at - _BACK) : at]

    def after(self, start: int) -> Person | None:
        """Return the first person named after a place."""
        later = self._people[bisect_left(self._starts, start) :][:_BACK]
        return next((p for p in later if not p.body), None)

    def may_be(self, who: str, name: str) -> bool:
        """Tell whether "he" or "she" can stand for somebody, by what the text tells of them."""
        if who not in ("he", "she"):
            return True
        other = "she" if who == "he" else "he"
        called = self._called[name, other] >= _SURE and not self._called[name, who]
        return self._sex.get(name, other if called else who) == who

    def was_other(self, who: str, name: str) -> bool:
        """Tell whether somebody was last read as the other: "he" where "she" is asked for."""
        return {who, self._last_called.get(name, who)} == {"he", "she"}

    def is_told(self, who: str, name: str) -> bool:
        """Tell whether the text tells that "he" or "she" is right for somebody."""
        return self._sex.get(name) == who

    def learn(self, who: str, name: str, before: int) -> None:
        """Note that "he" or "she" was said of somebody; sure where nobody else can be meant."""
        self._called[name, who] += 1
        self._last_called[name] = who
        others = [p for p in self.met(before) if not p.body and p.name != name]
        if not any(self.may_be(who, p.name) for p in others):
            self._sex.setdefault(name, who)


def _has_title(person: Person, title: str) -> bool:
    """Tell whether somebody's role has a title's last word: "Mayor", "Sen."."""
    last = title.split()[-1].strip(".").casefold()
    return last in re.findall(r"[\w-]+", (person.role or "").casefold())
