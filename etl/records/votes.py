"""Roll-call votes, and the people who cast them."""

from __future__ import annotations

from datetime import date, datetime

from etl.records.kinds import record


@record
class Vote:
    """A roll-call vote."""

    vote_id: str  # h127-119.1: chamber, roll, Congress, session
    chamber: str  # house, senate
    congress: int
    session: int
    roll: int
    voted_on: date | None = None
    voted_at: datetime | None = None
    question: str | None = None
    result: str | None = None
    bill_id: str | None = None
    url: str | None = None


@record
class VoteTotal:
    """How many members of a party took one position in a vote."""

    vote_id: str
    party: str  # R, D, I
    position: str  # yea, nay, present, not voting
    members: int


@record
class Legislator:
    """A member of Congress, now or once, by the last term that the list tells."""

    bioguide_id: str
    first_name: str | None = None
    last_name: str | None = None
    nickname: str | None = None
    full_name: str | None = None
    chamber: str | None = None  # house, senate
    party: str | None = None  # R, D, I, or the party's name
    state: str | None = None
    district: str | None = None
    url: str | None = None
