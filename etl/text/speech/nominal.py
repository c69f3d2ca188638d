"""A phrase that can stand for a speaker: who it names or describes, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from etl.text.speech.agents import PLURALS, kind_of, singular


@dataclass(frozen=True, slots=True)
class Nominal:
    """A phrase that can stand for a speaker; `first` and `last` count words."""

    first: int
    last: int
    name: str
    role: str | None
    kind: str  # named, described, pronoun, document, owner
    governed: bool = False  # by a preposition, so that it is no subject


Found = tuple[Nominal, int, int, bool]  # who, where it stands, whether it tells of an act


def is_many(subject: Nominal) -> bool:
    """Tell whether a subject can have a verb in the plural: "they", "aides", "two senators"."""
    if subject.kind == "pronoun":
        return subject.name.lower() not in ("he", "she")
    last = next((w for w in reversed(subject.name.split()) if kind_of(w)), "")
    return singular(last.lower()) != last.lower() or last.lower() in PLURALS


def is_person(subject: Nominal) -> bool:
    """Tell whether a subject is one person by name."""
    return subject.kind == "named" and not any(kind_of(w) == "body" for w in subject.name.split())
