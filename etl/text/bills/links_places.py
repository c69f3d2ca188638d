"""Where a text of Congress cites or names a policy, and what each place would do to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from etl.records import Policy
from etl.text.bills.links_clauses import Clause, clause
from etl.text.bills.links_effects import verdict
from etl.text.bills.links_targets import Scope, Target, is_bare
from etl.text.bills.links_verdict import Verdict
from etl.text.citations import find
from etl.text.names import find_mentions

RANK = (
    "creates",
    "repeals",
    "enforces",
    "strengthens",
    "weakens",
    "waives",
    "exempts",
    "mentions",
)
"""Effects, those that change most for a policy first."""
SURE = ("high", "medium", "low")

_SECTION_OF = re.compile(
    r"\bsections? (\d+\w*)(?:\([\w)(]{1,20})*,? of (?:the |title \w+ of the )?$", re.I
)
_OF_YEAR = re.compile(r",? (?:of|for) (?:fiscal year )?(\d{4})\b", re.IGNORECASE)
_CITED_AS = re.compile(r"\bmay be (?:cited|known|referred to) as\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text that cites or names a policy."""

    policy_id: str
    start: int
    end: int
    cite: str | None  # None where the policy is named
    sure: bool  # a citation, or a name that needs no context


@dataclass(frozen=True, slots=True)
class Found:
    """A clause about a policy, and what it would do."""

    policy_id: str
    cite: str | None
    clause: Clause
    verdict: Verdict
    start: int


def found(text: str, scope: Scope, bare: bool = False) -> list[Found]:
    """Return what a text would do to each policy, once a clause.

    `bare` where a mere "Section 907" with its context around it counts, as in a title or summary:
    in the text of a bill it may be a section of that bill, and counts only beside a citation.
    """
    kept: dict[tuple[str, str], Found] = {}
    for place in places(text, scope, bare):
        here = about(text, place, scope.targets[place.policy_id])
        if here is None:
            continue
        key = (place.policy_id, here.clause.wording)
        if key not in kept or weight(here.verdict) < weight(kept[key].verdict):
            kept[key] = here
    return list(kept.values())


def weight(of: Verdict) -> tuple[int, int]:
    """Return how far behind others a verdict stands: what is only named comes last."""
    return (SURE.index(of.sure) + 3 * (of.effect == "mentions"), RANK.index(of.effect))


def about(text: str, place: Place, aim: Target) -> Found | None:
    """Return the clause at a place and its verdict, None where it is about something else."""
    at = clause(text, place.start, place.end)
    if aim.denies(at.reference) or _CITED_AS.search(at.sentence):
        return None
    told = verdict(at, aim.of_waiver(at.reference))
    if at.is_heading:
        if told.effect == "mentions":
            return None  # the line that it heads says more, or names the policy as well
        told = Verdict(told.effect, told.why + ", by a heading", lower(told.sure))
    vague = (
        place.cite in aim.notes
        and "note" not in at.reference
        and not any(aim.cited_by(c) for c in find(at.reference) if c.cite != place.cite)
    )
    if not place.sure or vague:
        told = Verdict(told.effect, told.why, lower(told.sure))
    return Found(place.policy_id, place.cite, at, told, place.start)


def lower(sure: str) -> str:
    """Return the next lower confidence."""
    return SURE[min(SURE.index(sure) + 1, 2)]


def places(text: str, scope: Scope, bare: bool) -> list[Place]:
    """Return the places that cite a policy, then those that name it without a citation there."""
    cited = [
        Place(policy_id, c.start, c.end, c.cite, True)
        for c in find(text)
        for policy_id, aim in scope.targets.items()
        if aim.cited_by(c)
    ]
    named = list(_named(text, scope))
    sure = {p.policy_id for p in (*cited, *named) if p.sure}
    kept = [
        p
        for p in named
        if not any(c.start <= p.start < c.end and c.policy_id == p.policy_id for c in cited)
        and (bare or p.policy_id in sure or not is_bare(text[p.start : p.end]))
    ]
    return cited + kept


def _named(text: str, scope: Scope) -> Iterator[Place]:
    """Yield the names in a text, but for those of another section of the same law."""
    by_id = {p.policy_id: p for p in scope.english}
    article = {"article_id": "", "title": None, "text": text, "snippet": None}
    for m in find_mentions([article], scope.english):
        if find(m.alias):
            continue  # a citation, and found as one with the whole name and year of its law
        other = _SECTION_OF.search(text, max(0, m.start - 80), m.start)
        known = scope.targets[m.policy_id].numbers
        if other and known and other[1].lower() not in known:
            continue
        year = _OF_YEAR.match(text, m.end)
        if year and (own := _years(by_id[m.policy_id], m.alias)) and year[1] not in own:
            continue
        yield Place(m.policy_id, m.start, m.end, None, _is_strong(by_id[m.policy_id], m.alias))


def _is_strong(policy: Policy, name: str) -> bool:
    folded = _folded(name)
    return any(alias.strong and _folded(alias.text) == folded for alias in policy.aliases)


def _years(policy: Policy, name: str) -> set[str]:
    """Return the years that a policy's own names put behind this name.

    A law that is made anew each year is told from its sisters by nothing else.
    """
    folded = _folded(name)
    told = [(alias.text, _OF_YEAR.search(alias.text)) for alias in policy.aliases]
    return {y[1] for text, y in told if y and _folded(text[: y.start()]) == folded}


def _folded(name: str) -> str:
    return re.sub(r"\W+", " ", name.casefold()).strip().rstrip("s")


def best(verdicts: Iterable[Verdict]) -> Verdict | None:
    """Return the verdict that tells most, None of none."""
    return min(verdicts, key=weight, default=None)
