"""One row an act that waives a policy, or ends its waiver, with the days it holds.

A document of the record takes the place of a fact of the same year.

act_id: the policy, and the document or the year
kind: waiver or waiver_ended
extends: it continues a waiver before it
year: the year it was made in, or is told for
from_on: the first day it surely holds; of an act that ends a waiver, the first day without it
until_on: the last day it surely holds; null where that is not known, or where it has no end
may_from_on: the first day it may hold: earlier than from_on where the day of signature is not told
may_until_on: the last day it may hold; null where that is not known, or where it has no end
due_on: the first day that needs another; null where not known to the day
counted_from: what from_on is: effective (the document says so), signed or published
term: how long it lasts: its own days (the document says so), or the policy's term; null: not known
basis: document or fact
citation: volume and page of the Federal Register, or the document's number there
note: what the file of facts says beside it

key: act_id
check: kind in ('waiver', 'waiver_ended')
check: until_on >= from_on
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from etl.records import Policy
from etl.text.terms import Term, run_out, term

READS = {
    "documents": """
        select
            named.policy_id, named.act_kind as kind, named.extends, named.scope,
            named.holds_from_on, named.holds_until_on, documents.signed_on, documents.published_on,
            documents.instrument, documents.signer, documents.signer_role,
            coalesce(documents.citation, 'FR Doc. ' || documents.document_number) as citation,
            documents.document_id, documents.source_id, documents.source_path,
            coalesce(documents.url, documents.source_url) as source_url, null::varchar as note
        from matched.named_documents as named
        join staged.documents as documents using (document_id)
        where named.act_kind in ('waiver', 'waiver_ended')
        order by documents.signed_on is null, documents.citation is null, documents.document_id
    """,
    "facts": """
        select
            policy_id, year, 'waiver' as kind, false as extends, null::varchar as scope,
            null::date as holds_from_on, null::date as holds_until_on, signed_on, published_on,
            instrument, signer, signer_role, null::varchar as citation,
            null::varchar as document_id, source_id, source_path, source_url, note
        from staged.waivers
        where state = 'waived' and coalesce(signed_on, published_on) is not null
        order by policy_id, year
    """,
}
# A document of the Register is printed within a quarter of its signature: where only the day of
# print is known, the act may be older, and end earlier, by as much.
PRINTED_WITHIN = timedelta(days=90)
FARTHEST = timedelta(days=731)  # between signature and the day from which an act holds
DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class WaiverAct:
    """An act on a policy's waiver."""

    act_id: str
    policy_id: str
    kind: str
    extends: bool
    year: int
    from_on: date
    until_on: date | None
    may_from_on: date
    may_until_on: date | None
    due_on: date | None
    counted_from: str
    term: str | None
    signed_on: date | None
    published_on: date | None
    instrument: str | None
    signer: str | None
    signer_role: str | None
    citation: str | None
    scope: str | None
    document_id: str | None
    basis: str
    source_id: str | None
    source_path: str | None
    source_url: str | None
    note: str | None


ROW = WaiverAct


def rows(
    documents: Sequence[Mapping[str, Any]],
    facts: Sequence[Mapping[str, Any]],
    policies: Sequence[Policy],
) -> list[WaiverAct]:
    """Return every act once; undated documents tell no day and make no row."""
    followed = {p.policy_id: p for p in policies}
    acts: dict[tuple[str, str, date], WaiverAct] = {}
    for told in documents:
        if (act := _act(told, "document", followed.get(told["policy_id"]))) is not None:
            acts.setdefault((act.policy_id, act.kind, act.from_on), act)
    years = {(a.policy_id, a.year) for a in acts.values() if a.kind == "waiver"}
    rest = (f for f in facts if (f["policy_id"], f["year"]) not in years)
    return [*acts.values(), *_facts(rest, followed)]


def _facts(
    facts: Iterator[Mapping[str, Any]], followed: Mapping[str, Policy]
) -> Iterator[WaiverAct]:
    for told in facts:
        if (act := _act(told, "fact", followed.get(told["policy_id"]))) is not None:
            yield act


def _act(told: Mapping[str, Any], basis: str, policy: Policy | None) -> WaiverAct | None:
    rule = policy.waiver if policy else None
    since = _since(told, rule.counted_from if rule else "signed")
    if since is None:
        return None
    from_on, counted_from, slack = since
    year = told.get("year") or (told["signed_on"] or from_on).year
    own = {name: told[name] for name in WaiverAct.__dataclass_fields__ if name in told}
    own |= {"act_id": f"{told['policy_id']}:{told['document_id'] or year}", "year": year}
    own |= {
        "from_on": from_on,
        "may_from_on": _before(from_on, slack),
        "counted_from": counted_from,
    }
    span = term(rule.term) if rule else None
    return WaiverAct(**own, **_end(told, from_on, slack, span), basis=basis)


def _before(day: date, slack: timedelta) -> date:
    return day - slack if day > date.min + slack else day


def _end(
    told: Mapping[str, Any], from_on: date, slack: timedelta, span: Term | None
) -> dict[str, Any]:
    """Return until when an act holds; one that ends a waiver has no such day."""
    if told["kind"] == "waiver_ended":
        return {"until_on": None, "may_until_on": None, "due_on": None, "term": None}
    until_on, may_until_on, lasts = _until(told, from_on, slack, span)
    due_on = until_on + DAY if until_on and until_on == may_until_on else None
    return {"until_on": until_on, "may_until_on": may_until_on, "due_on": due_on, "term": lasts}


def _since(told: Mapping[str, Any], counted_from: str) -> tuple[date, str, timedelta] | None:
    """Return the first day, what it is, and by how much the act may be older."""
    signed, published, own = told["signed_on"], told["published_on"], told["holds_from_on"]
    if own and abs(own - (signed or published or own)) <= FARTHEST:
        return own, "effective", timedelta()
    days = {"signed": signed, "published": published}
    if day := days[counted_from]:
        return day, counted_from, timedelta()
    if counted_from == "signed" and published:
        return published, "published", PRINTED_WITHIN
    return (signed, "signed", timedelta()) if signed else None


def _until(
    told: Mapping[str, Any], from_on: date, slack: timedelta, span: Term | None
) -> tuple[date | None, date | None, str | None]:
    """Return the last day it surely holds, the last it may, and how long that is."""
    own = told["holds_until_on"]
    if own and own >= from_on:
        return own, own, "its own days"
    if span is None:
        return None, None, None
    over = run_out(from_on, span)
    if over == date.max:
        return None, None, "until revoked"
    last = over - DAY
    sure = max(last - slack, from_on)
    return sure, last, f"{span.count} {span.unit}{'s' if span.count > 1 else ''}"
