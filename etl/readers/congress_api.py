"""Answers of the Congress.gov API v3 as JSON: bills with their lists, and votes of the House.

One file holds one answer, or several: one a line, or as the members of one object. A bill with all
its lists gives what its BILLSTATUS file gives. A list alone (only actions) gives its rows, which
the tables do not count: they take a bill's lists from the file that its own row is of. A bill
without its lists (an answer on it alone, a list of bills) is marked `partial`, and counts only
where nothing else tells of the bill. What stands in the answer decides, never the address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from etl.records import Refused, Reject
from etl.text import house_votes
from etl.text.api_answers import LISTS, Answer, Told, by_bill
from etl.text.bills import record as bill_record
from etl.text.bills.record import Name
from etl.text.bills.rows import parts
from etl.text.json_rows import value_of

VERSION = 1

_NAMES = "|".join(["bill", "bills", "houseRollCallVotes?", "relatedbills", "text", *LISTS])
_BEGINS = re.compile(rf'\s*\{{\s*"(?:{_NAMES}|pagination|request)"\s*:'.encode())
_HOLDS = re.compile(
    b'"(?:actionCode|actionDate|activities|billNumber|billType|bioguideId|houseRollCallVotes?|'
    b"identifiedBy|introducedDate|legislativeSubjects|legislationType|originChamber|"
    b'rollCallNumber|sourceSystem|titleType|versionCode)"\\s*:|congress\\.gov/(?:v3|\\d+)/'
)
_OTHERS = re.compile(rb'"(?:document_number|dcterms|extras)"\s*:')


def reads(name: str, head: bytes) -> bool:
    """Return whether this begins like an answer on bills or votes, by the words in it."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    return bool(_BEGINS.match(head) and _HOLDS.search(head) and not _OTHERS.search(head))


def read(name: str, content: bytes) -> list[Any]:
    """Return what the answers tell; `Refused` where one of several is damaged or an error."""
    try:
        answers = list(_answers(_text(content)))
        known = by_bill(answers)
        records = [
            *(record for name, told in known.items() for record in _bill(name, told)),
            *_listed(answers),
            *house_votes.votes(answers),
        ]
    except RecursionError:
        raise Refused("the JSON is nested deeper than any answer") from None
    if not (records or any(told.pages for told in known.values())):
        raise Refused("the answers tell of no bill and no vote")
    return records


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"the JSON is damaged: byte {error.start:,} is not UTF-8") from None


def _answers(text: str) -> Iterator[Answer]:
    """Yield each answer of a file."""
    for told in _documents(text):
        if not isinstance(told, dict):
            raise Refused("the JSON holds no answer of the Congress.gov API")
        if "error" in told or "errors" in told:
            said = told.get("error") or told.get("errors")
            raise Refused(f"the Congress.gov API answered with an error: {str(said)[:200]}")
        inner = told.get("bill")
        if isinstance(inner, dict) and isinstance(inner.get("bill"), dict):
            yield from (answer for answer in told.values() if isinstance(answer, dict))
        else:
            yield told


def _documents(text: str) -> list[Any]:
    """Return the JSON of a file, or of each of its lines."""
    try:
        return [json.loads(text)]
    except ValueError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if not all(line.lstrip().startswith("{") and len(line) > 2 for line in lines):
            raise Refused(f"the JSON breaks off or is damaged: {error}") from None
    try:
        return [json.loads(line) for line in lines]
    except ValueError as error:
        raise Refused(f"a line of JSON breaks off or is damaged: {error}") from None


def _bill(name: Name, told: Told) -> Iterator[Any]:
    """Yield the bill where it has an answer of its own, and the rows of the lists at hand."""
    of = told.parts()
    lists = bill_record.lists(of)
    if told.detail:
        bill = bill_record.bill(of, name, lists)
        # The API cuts no list: what it has is had page by page.
        yield replace(bill, truncated=None, partial=told.partial)
    yield from bill_record.rows(name.bill_id, lists)


def _listed(answers: list[Answer]) -> Iterator[Any]:
    """Yield the bills of a list of bills, each as far as it goes."""
    for answer in answers:
        rows = answer.get("bills")
        for place, row in enumerate(rows if isinstance(rows, list) else ()):
            of = parts(value_of(row))
            if name := bill_record.name_of(of):
                bill = bill_record.bill(of, name, bill_record.lists(of))
                yield replace(bill, truncated=None, partial=True)
            else:
                yield Reject(place=f"bills[{place}]", reason="no type, number or congress")
