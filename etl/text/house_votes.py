"""Roll-call votes of the House as the Congress.gov API tells them, with totals by party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from etl.records import Reject, Vote, VoteTotal
from etl.text import congress
from etl.text.bills.rows import Parts, listed, parts, whole, word
from etl.text.json_rows import value_of
from etl.text.xml import day, moment

POSITIONS = {
    "yeaTotal": "yea",
    "nayTotal": "nay",
    "presentTotal": "present",
    "notVotingTotal": "not voting",
}
HIGHEST = 99_999


def votes(answers: Iterable[Mapping[str, Any]]) -> Iterator[Vote | VoteTotal | Reject]:
    """Yield each vote, its totals where they are told, and a `Reject` where it has no number."""
    for answer in answers:
        told = [answer["houseRollCallVote"]] if "houseRollCallVote" in answer else []
        several = answer.get("houseRollCallVotes")
        told += several if isinstance(several, list) else []
        for place, one in enumerate(told):
            yield from _vote(parts(value_of(one)), f"houseRollCallVotes[{place}]")


def vote_id(chamber: str, roll: int, at: int, session: int) -> str:
    """Return a vote's name: chamber, roll, Congress and session.

    >>> vote_id("house", 127, 119, 1)
    'h127-119.1'
    """
    return f"{chamber[0]}{roll}-{at}.{session}"


def _vote(of: Parts, place: str) -> Iterator[Vote | VoteTotal | Reject]:
    at, session, roll = whole(of, "congress"), whole(of, "sessionNumber"), _roll(of)
    if not (at and session and roll) or max(at, session, roll) > HIGHEST:
        yield Reject(place=place, reason="no congress, session or roll number")
        return
    name = vote_id("house", roll, at, session)
    yield Vote(
        vote_id=name,
        chamber="house",
        congress=at,
        session=session,
        roll=roll,
        voted_on=day(word(of, "startDate")),
        voted_at=moment(word(of, "startDate")),
        question=word(of, "voteQuestion"),
        result=word(of, "result"),
        bill_id=_bill(of, at),
        url=word(of, "sourceDataURL"),
    )
    for row in listed(of.get("votePartyTotal")):
        yield from _totals(name, row)


def _roll(of: Parts) -> int | None:
    return whole(of, "rollCallNumber") or whole(of, "voteNumber")


def _bill(of: Parts, at: int) -> str | None:
    """Return the bill that was voted on; a vote on an amendment names none of its own."""
    kind, number = congress.bill_type(word(of, "legislationType")), whole(of, "legislationNumber")
    return congress.bill_id(kind, number, at) if kind and number else None


def _totals(name: str, row: Parts) -> Iterator[VoteTotal]:
    """Yield a party's totals; what is not told is not zero."""
    party = word(row, "voteParty") or word(parts(row.get("party")), "type")
    for column, position in POSITIONS.items():
        members = whole(row, column)
        if party and members is not None:
            yield VoteTotal(vote_id=name, party=party, position=position, members=members)
