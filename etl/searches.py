"""Searches: what to ask a search engine so that it finds what speaks of a policy.

A name that says it all is asked for by itself; a name that needs context, together with one of the
policy's words of context. What an engine takes in one question is short, so names come in groups.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from etl.records import Policy

SHORTEST = 4  # letters and digits of a name that is one word: engines refuse shorter ones


@dataclass(frozen=True)
class Search:
    """One question for one policy; its series tells it apart, and changes when it does."""

    policy_id: str
    language: str
    query: str

    @property
    def series(self) -> str:
        """Return the name under which it is noted through which moment this was asked."""
        mark = hashlib.sha256(self.query.encode()).hexdigest()[:8]
        return f"{self.policy_id}/{self.language}/{mark}"


def plain(name: str) -> str:
    """Return a name as words of letters, marks and digits, as engines split them.

    >>> plain("Section-907"), plain('the "FREEDOM" Support Act'), plain("धारा 907")
    ('Section 907', 'the FREEDOM Support Act', 'धारा 907')
    """
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in name.replace("’", "'"))
    return " ".join("".join(kept).split())


def askable(names: Iterable[str]) -> list[str]:
    """Return names that an engine takes, plain, each once; without those that another implies.

    >>> askable(["Section 907", "section907", "§ 907", "Section 907 waiver", "907", "Section-907"])
    ['Section 907', 'section907']
    """
    found: dict[str, str] = {}
    for name in map(plain, names):
        telling = len(name) >= SHORTEST and any(c.isalpha() for c in name)
        if telling:
            found.setdefault(name.casefold(), name)
    return [name for low, name in found.items() if not _implied(low, found)]


def _implied(name: str, names: Iterable[str]) -> bool:
    return any(other != name and f" {other} " in f" {name} " for other in names)


def quoted(name: str) -> str:
    """Return a phrase in quotation marks, a word as it is.

    >>> quoted("Section 907"), quoted("KOSA")
    ('"Section 907"', 'KOSA')
    """
    return f'"{name}"' if " " in name else name


def either(names: Sequence[str]) -> str:
    """Return the names as alternatives.

    >>> either(["KOSA"]), either(["KOSA", "KIDS Act"])
    ('KOSA', '(KOSA OR "KIDS Act")')
    """
    told = " OR ".join(map(quoted, names))
    return f"({told})" if len(names) > 1 else told


def groups(names: Sequence[str], fits: Callable[[Sequence[str]], bool]) -> list[list[str]]:
    """Return the names in groups that fit; one that does not even fit alone is left out."""
    found: list[list[str]] = []
    for name in names:
        if found and fits([*found[-1], name]):
            found[-1].append(name)
        elif fits([name]):
            found.append([name])
    return found


def leading(names: Sequence[str], longest: int) -> list[str]:
    """Return the first names, as many as are not longer than that together as alternatives."""
    kept: list[str] = []
    for name in names:
        if len(either([*kept, name])) <= longest:
            kept.append(name)
    return kept


def questions(
    strong: Sequence[str],
    weak: Sequence[str],
    context: Sequence[str],
    longest: int,
    both: str = " ",
) -> list[str]:
    """Return the questions that find any of the names, none longer than that.

    A name that is not strong is asked for with the first words of context, up to two fifths of the
    question, as this engine says `both`; without any it is not asked for.
    """
    beside = leading(context, longest * 2 // 5)
    asked = [either(g) for g in groups(strong, lambda g: len(either(g)) <= longest)]
    if beside:
        room = longest - len(either(beside)) - len(both)
        near = groups(weak, lambda g: len(either(g)) <= room)
        asked += [f"{either(g)}{both}{either(beside)}" for g in near]
    return asked


def names(policy: Policy, languages: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return a policy's strong names and the others, in these languages, as they can be asked."""
    wanted = set(languages)
    told = [a for a in policy.aliases if a.language in wanted]
    strong = askable(a.text for a in told if a.strong)
    return strong, askable(a.text for a in told if not a.strong)


def script(text: str) -> str:
    """Return the script of a text by its first letter.

    >>> script("907-я поправка"), script("Section 907")
    ('CYRILLIC', 'LATIN')
    """
    letter = next((c for c in text if c.isalpha()), "a")
    return unicodedata.name(letter, "LATIN").partition(" ")[0]
