"""Who appears in a text: people and bodies by name, with the role that stands beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from etl.text.speech.agents import head_noun, kind_of, singular
from etl.text.speech.nominal import Nominal
from etl.text.speech.noun_phrases import nominals
from etl.text.speech.roles import role_of, with_title
from etl.text.speech.sentence_words import Word, of_several
from etl.text.states import STATES
from etl.text.words import words

_SHORT = 3  # letters of a state's abbreviation, which may be somebody's name
UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŘŚŞŠȘŤȚŪŮŰŹŻŽƏА-ЯЁԱ-Ֆ"
_LOCAL = words(
    "in at near outside inside across around from into throughout toward towards",
)
_PLACES = words(
    "act amendment street avenue boulevard road lake river falls city county valley beach island",
    "bay creek mountain hill park plaza hall lodge corridor states state united accord accords",
    "day genocide code law section north south east west new capitol tribune gazette monday",
    "tuesday wednesday thursday friday saturday sunday january february march april june july",
    "august september october november december war register karabakh sea ocean gulf district",
)
# "(ANCA)", "(EdTrust)", "(the Guild)"; but not "(Roe)", whose aide somebody is.
_ACRONYM = re.compile(
    r" \((?:the (?=[A-ZА-ЯЁ])|(?![DRI]-)(?=[A-ZА-ЯЁ][^ ()]*[A-ZА-ЯЁ]))([A-Za-zА-Яё&.-]{2,12})\)"
)
_IS_BODY = re.compile(
    r"^[A-Z]{3,6}$|\w\.(?:[A-Z]|[a-z]{2,4}\b)|\b(?:Times|Post|News|Journal|Herald|Radio)$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named, where first, and the role told anywhere; `body` where it is no person."""

    name: str
    start: int
    role: str | None = None
    body: bool = False
    short: str | None = None  # ANCA
    acting: bool = False  # it is the subject of a sentence somewhere

    @property
    def surname(self) -> str:
        """Return the last word of the name, without a suffix."""
        return re.sub(r",? (?:Jr|Sr)\.?$", "", self.name).split()[-1]


def people(
    text: str, sentences: Iterable[tuple[Sequence[Word], Sequence[Nominal]]]
) -> list[Person]:
    """Return the people and bodies that a text names, in order of appearance, each once.

    `sentences` are the words of each, and the phrases in it that can stand for a speaker.
    """
    found: dict[str, Person] = {}
    for told, heads in sentences:
        for person in _in_sentence(text, told, heads):
            name = _met_as(person, found.values())
            found[name] = _joined(found.get(name), person)
    return sorted(found.values(), key=lambda person: person.start)


def _in_sentence(text: str, told: Sequence[Word], heads: Sequence[Nominal]) -> Iterator[Person]:
    """Yield whom one sentence names, with what it tells of each."""
    offices = {n.last + 2: n for n in heads if n.kind == "described" and _is_office(told, n)}
    shared: Nominal | None = None
    owners = [o for n in heads if n.kind == "described" for o in _owners(text, told, n)]
    named = [n for n in heads if n.kind in ("named", "owner")]
    for nth, head in enumerate([*named, *owners]):
        person = _person(text, told, head)
        office = offices.get(head.first)
        apposed = told[head.first].capital and told[head.first - 1].text == ","
        if office and person and apposed:  # "The mayor of Bath, Ann Roe,"
            person = replace(person, role=_of_office(_plain(office.name), person.role))
        if any(of_several(word) for word in told[head.first : head.last]):
            shared = head  # "Sens. Bo Lee and Ann Roe"
        elif shared and person and told[head.first - 1].low == "and":
            person = replace(person, role=with_title(shared.role, person.role))
        if person and nth == 0 and (not head.governed or head.kind == "owner"):
            person = replace(person, acting=True)
        if person:
            yield person


def _is_office(told: Sequence[Word], one: Nominal) -> bool:
    """Tell whether a phrase may be the office of who is named next: not "Meeting the mayor,"."""
    met = told[0].low.endswith("ing") and all(word.text != "," for word in told[: one.first])
    noun = head_noun(one.name.split()) or ""
    return kind_of(noun) == "person" and singular(noun.lower()) == noun.lower() and not met


def _of_office(office: str | None, told: str | None) -> str | None:
    """Return the role told beside a name, or the office where that is none, or but "Dr."."""
    return told if with_title(told, office) != office else office


def _owners(text: str, told: Sequence[Word], head: Nominal) -> list[Nominal]:
    """Return whose it is, by full name, where a description says so: "Sen. Bo Lee's office"."""
    ends = [at for at in range(head.first, head.last) if told[at].possessive and told[at].capital]
    found = (o for end in ends for o in nominals(text, told, head.first, end + 1))
    return [o for o in found if o.kind in ("named", "owner") and " " in o.name]


def _met_as(person: Person, known: Iterable[Person]) -> str:
    """Return the full name of someone met before whose surname comes up: "Lee, a Democrat,"."""
    if person.body or " " in person.name:
        return person.name
    same = full_name(person.name, (p for p in known if " " in p.name), person.start)
    return same.name if same else person.name


def _joined(known: Person | None, new: Person) -> Person:
    if known is None:
        return new
    return replace(
        known,
        role=known.role or new.role,
        short=known.short or new.short,
        acting=known.acting or new.acting,
    )


def _person(text: str, told: Sequence[Word], head: Nominal) -> Person | None:
    """Return what a name stands for; None where it is a place, a day or a bare first word."""
    name = head.name.removesuffix("'s").removesuffix("’s")
    start = text.find(name, told[head.first].start)
    end = start + len(name)
    parts = name.split()
    short = _ACRONYM.match(text, end)
    if short or _IS_BODY.search(name) or any(kind_of(part) == "body" for part in parts):
        name = re.sub(r"^[Tt]he ", "", name)
        return Person(name, start, None, True, short[1] if short else None)
    role = role_of(_plain(head.role), text, end)
    if any(part.lower() in _PLACES for part in parts) or _is_state(name):
        return None
    if len(parts) < 2 and role is None:
        return None
    before = told[head.first - 1].low if head.first else ""
    if before in _LOCAL and role is None:
        return None
    return Person(name, start, role)


def _is_state(name: str) -> bool:
    """Tell whether a name is a state's: "Rep. Bo Lee of Maine, the panel's top Democrat,"."""
    return len(name) > _SHORT and name.casefold() in STATES


def _plain(role: str | None) -> str | None:
    """Return a role without the article before it."""
    return re.sub(r"^(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) ", "", role) if role else None


def full_name(surname: str, known: Iterable[Person], before: int) -> Person | None:
    """Return the person a surname stands for: the one of that name met last before a place."""
    wanted = surname.casefold()
    fits = [p for p in known if not p.body and p.surname.casefold() == wanted]
    whole = [p for p in fits if " " in p.name] or fits
    earlier = [p for p in whole if p.start <= before]
    return max(earlier, key=lambda p: p.start) if earlier else (whole[0] if whole else None)
