"""What a bill's titles, summary and subjects tell of a policy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from etl.records import Policy
from etl.text.bills.links_places import Found, found, lower, weight
from etl.text.bills.links_targets import Scope, Target
from etl.text.bills.links_verdict import Verdict
from etl.text.citation_forms import within

# A bill that is called by the name of a law, and by one of these, changes the law.
_CHANGES = re.compile(
    r"repeal|reauthori|amend|exten|technical|sunset|terminat|reform|implement|moderni|enhanc", re.I
)
_ENDS = re.compile(r"\b(?:repeal|sunset|abolish|end|ending|eliminat\w+)\b", re.IGNORECASE)
CONTEXT = 400  # signs of another text of the bill, near enough to each other to serve

_LABEL = re.compile(
    r"\((?:Sec|Title|Subtitle|Division)s?\.? [^)]{1,40}\)"
)  # of a summary's own parts
_TAIL = re.compile(r",? (?:of|for) (?:fiscal year )?\d{4}$", re.IGNORECASE)


_Rows = dict[tuple[str, str], tuple[Verdict, Found | None, str]]


def told(bill: Mapping[str, Any], scope: Scope) -> Iterator[dict[str, Any]]:
    """Yield what titles, summary and law number tell of each policy, the most telling of each.

    `bill` holds bill_id, titles (one a line), official_title, summary, subjects and law_number.
    """
    titles = [t for t in (bill["titles"] or "").split("\n") if t]
    texts = {
        "title": "\n".join(dict.fromkeys(titles)),
        "official title": bill["official_title"] or "",
        "summary": _LABEL.sub("", bill["summary"] or ""),
    }
    rows = _most_telling(texts, f"Subjects: {bill['subjects'] or ''}", scope)
    congress = int(str(bill["bill_id"]).rpartition("-")[2])
    for policy in scope.policies:
        aim = scope.targets[policy.policy_id]
        is_named = (policy.policy_id, "title") in rows
        if own := named_after(policy, aim, titles, congress, is_named):
            rows[policy.policy_id, "title"] = (own[0], None, own[1])
        if law := _became(bill["law_number"], aim):
            rows[policy.policy_id, "law number"] = (law, None, f"Public Law {bill['law_number']}")
    for (policy_id, place), row in rows.items():
        yield _row(bill["bill_id"], policy_id, place, *row)


def _most_telling(texts: Mapping[str, str], subjects: str, scope: Scope) -> _Rows:
    """Return the most telling place of each policy in each text."""
    rows: _Rows = {}
    for place, here in _found(texts, subjects, scope):
        verdict = _of_title(here) if place == "title" else here.verdict
        key = (here.policy_id, place)
        if key not in rows or weight(verdict) < weight(rows[key][0]):
            rows[key] = (verdict, here, here.clause.wording)
    return rows


def _found(texts: Mapping[str, str], subjects: str, scope: Scope) -> Iterator[tuple[str, Found]]:
    """Yield the places in titles and summary; what stands in the others serves as context."""
    for place, text in texts.items():
        others = [words[:CONTEXT] for other, words in texts.items() if other != place]
        context = "\n\n".join((subjects, *others))
        for here in found(f"{text}\n\n{context}", scope, bare=True) if text else ():
            if here.start < len(text):
                yield place, here


def _became(law_number: str | None, aim: Target) -> Verdict | None:
    """Return what it means that a bill became the law that the policy's citation names."""
    law = f"public-law/{(law_number or '').replace('-', '/')}"
    if law_number and any(within(cite, law) for cite in aim.cites):
        return Verdict("creates", "it became the law that the policy stands in", "high")
    return None


def _of_title(here: Found) -> Verdict:
    """Return what a short title tells: `Sunset Section 230 Act` is no sentence, but says enough."""
    if here.verdict.effect == "mentions" and _ENDS.search(here.clause.wording):
        return Verdict("repeals", "its title says that it ends it", "medium")
    if here.verdict.effect == "mentions":
        return Verdict("mentions", "its title names it", here.verdict.sure)
    return here.verdict


def named_after(
    policy: Policy, aim: Target, titles: list[str], congress: int, is_named: bool
) -> tuple[Verdict, str] | None:
    """Return what it means that a bill bears the policy's name, and that title.

    `is_named` tells whether the titles name the policy by the rules that hold for any text. Such a
    bill creates the policy where that is no law yet, or became one in this Congress or a
    later one. A bill that the policy's file counts for or against it by its title turns it so.
    """
    for title in titles:
        plain = _TAIL.sub("", title).casefold()
        is_new = is_named and _open(aim, congress) and not _CHANGES.search(title)
        if is_new and _bears_name(policy, title):
            return Verdict("creates", "it bears the policy's name", "high"), title
        for phrases, effect in ((policy.keeps, "strengthens"), (policy.drops, "weakens")):
            if any(p.endswith("Act") and p.casefold() == plain for p in phrases):
                side = "for" if effect == "strengthens" else "against"
                return Verdict(
                    effect, f"the policy file counts it {side} the policy", "medium"
                ), title
    return None


def _bears_name(policy: Policy, title: str) -> bool:
    names = [a.text for a in policy.aliases if a.language == "en"]
    own = [n for n in names if n.casefold() in policy.name.casefold()]
    own += [a.text for a in policy.aliases if a.strong and a.language == "en"]
    return any(re.match(rf"{re.escape(name)}(?!\w)", title, re.IGNORECASE) for name in own)


def _open(aim: Target, congress: int) -> bool:
    """Return whether the policy was no law yet when this Congress sat."""
    in_force = any(cite.startswith("usc/") for cite in aim.cites)
    return congress <= aim.congress if aim.congress else not in_force


def _row(
    bill_id: str, policy_id: str, place: str, verdict: Verdict, here: Found | None, wording: str
) -> dict[str, Any]:
    return {
        "bill_id": bill_id,
        "policy_id": policy_id,
        "found_in": place,
        "pattern": place.removeprefix("official "),
        "effect": verdict.effect,
        "why": verdict.why,
        "confidence": verdict.sure if place != "summary" else lower(verdict.sure),
        "cite": here.cite if here else None,
        "wording": wording,
    }
