"""The links from bills to policies: each place that a bill's text, titles or summary offers.

`confidence` is how sure it is that the bill would do this to this policy:

- high: the text cites the policy, or names it by a name that is its own, and the verb of the same
  sentence tells the effect (or nothing in the sentence is about it, for a mere mention)
- medium: the effect is told by the lines or the heading above, or is a wish of Congress, or the
  policy's file counts a bill of this title for or against it; or a name needs its context
- low: both, or an amendment whose words do not tell which way it turns; or the bill is only
  related to one that is about the policy
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from etl.records import Policy
from etl.text.bills.links_places import Found, Place, about, found, weight
from etl.text.bills.links_related import Known, related
from etl.text.bills.links_targets import Scope, scope
from etl.text.bills.links_titles import told

MOST = 12  # places kept of one policy in one version: the Act itself names itself on every page

_MARKED = "parsable citation"
_NUMBER = re.compile(r"^\s*(?:sec(?:tion)?\.?)\s+([\w.-]+?)\.?(?:\s|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class BillLink:
    """A place in or about a bill that ties it to a policy, and what it would do to it."""

    link_id: str
    bill_id: str
    policy_id: str
    found_in: str  # text, title, official title, summary, law number, related bill
    pattern: str  # parsable citation, citation in text, name in text, or as `found_in`
    effect: str
    why: str
    confidence: str  # high, medium, low
    version: str | None = None
    version_on: date | None = None
    section: str | None = None
    cite: str | None = None
    wording: str | None = None  # the sentence; of a related bill the relation


_Held = dict[str, tuple[Found, BillLink]]  # by the words of the clause


def links(
    blocks: Iterable[Mapping[str, Any]],
    marked: Iterable[Mapping[str, Any]],
    bills: Iterable[Mapping[str, Any]],
    relations: Iterable[Mapping[str, Any]],
    policies: Sequence[Policy],
) -> list[BillLink]:
    """Return every link, the most telling first within a bill, a policy and a version.

    `blocks`: sections of texts that may cite a policy, as bill_id, version, version_on, block;
    `marked`: marked-up citations, as in staged.bill_citations; `bills`: titles and summaries;
    `relations`: bill_id, related_bill_id, relation.
    """
    known = scope(policies)
    found_here = [*in_texts(blocks, marked, known), *told_of(bills, known)]
    tied = [Known(k.bill_id, k.policy_id, k.effect, k.confidence) for k in found_here]
    tied += [Known(b.bill_id, p.policy_id, b.effect, "high") for p in policies for b in p.bills]
    return found_here + [_link(**row) for row in related(relations, tied)]


def in_texts(
    blocks: Iterable[Mapping[str, Any]],
    marked: Iterable[Mapping[str, Any]],
    policies: Scope,
) -> list[BillLink]:
    """Return the places in the texts themselves, `MOST` of a policy in a version at most."""
    read: dict[str, list[Found]] = {}  # versions and companions say the same again
    kept: dict[tuple[str, str, str], _Held] = defaultdict(dict)
    for block in blocks:
        words = block["block"]
        if words not in read:
            read[words] = found(words, policies)
        for place in read[words]:
            held = kept[block["bill_id"], block["version"], place.policy_id]
            held[place.clause.wording] = (place, _of_text(block, place))
    for row, place in _marked(marked, policies):
        _mark(kept[row["bill_id"], row["version"], place.policy_id], row, place)
    return [
        link
        for held in kept.values()
        for _, link in sorted(held.values(), key=lambda pair: weight(pair[0].verdict))[:MOST]
    ]


def _mark(held: _Held, row: Mapping[str, Any], place: Found) -> None:
    """Say of a place that it is marked up, or add it where its words alone did not tell it."""
    words = place.clause.wording
    known = [other for other in held if words in other or other in words]
    for other in known:
        link = replace(held[other][1], pattern=_MARKED, cite=row["cite"])
        held[other] = (held[other][0], link)
    if not known:
        held[words] = (place, _of_text(row, place))


def _of_text(row: Mapping[str, Any], place: Found) -> BillLink:
    """Return the link that a place in a text makes."""
    number = _NUMBER.match(row.get("block") or "")
    pattern = "name in text" if place.cite is None else "citation in text"
    return _link(
        bill_id=row["bill_id"],
        policy_id=place.policy_id,
        found_in="text",
        pattern=pattern if "block" in row else _MARKED,
        effect=place.verdict.effect,
        why=place.verdict.why,
        confidence=place.verdict.sure,
        version=row["version"],
        version_on=row["version_on"],
        section=row.get("section") or (number[1] if number else None),
        cite=place.cite,
        wording=place.clause.wording,
    )


def _marked(
    rows: Iterable[Mapping[str, Any]], policies: Scope
) -> Iterator[tuple[Mapping[str, Any], Found]]:
    """Yield the clauses of marked-up citations; their words may name no section themselves."""
    for row in rows:
        words = row["words"] or ""
        passage = row["passage"] or words
        start = passage.find(words)
        for policy_id, aim in policies.targets.items():
            if words and start >= 0 and aim.holds(row["cite"]):
                place = Place(policy_id, start, start + len(words), row["cite"], True)
                if (here := about(passage, place, aim)) is not None:
                    yield row, here


def told_of(bills: Iterable[Mapping[str, Any]], policies: Scope) -> Iterator[BillLink]:
    """Yield what titles and summaries tell, once a bill, policy and place."""
    for bill in bills:
        for row in told(bill, policies):
            yield _link(**row)


def _link(**row: Any) -> BillLink:
    """Return a link with its name, the same from build to build while the words stay."""
    parts = ("bill_id", "policy_id", "found_in", "version", "section", "wording")
    key = "|".join(str(row.get(part)) for part in parts)
    return BillLink(link_id=hashlib.sha256(key.encode()).hexdigest()[:16], **row)
