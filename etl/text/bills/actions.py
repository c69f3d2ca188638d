"""A bill's actions and votes out of XML: oldest first, a joint referral told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from etl.records import BillAction, RecordedVote
from etl.text.bills.rows import Parts, items, listed, parts, whole, word
from etl.text.xml import clock, day, moment

Told = tuple[BillAction, Sequence[Parts]]  # an action, and the rows that told it
Same = tuple[str | None, ...]  # day, time, code, text

_LINK = re.compile(r"</?[Aa](?:\s[^<>]*)?>")
_REFERRAL = re.compile(r"referred (?!to the subcommittee)", re.IGNORECASE)
_ROLL = re.compile(r"(?:(Roll no\.)|Record Vote (?:Number|No):)\s*(\d+)", re.IGNORECASE)


def actions(bill_id: str, rows: Sequence[Parts]) -> list[Told]:
    """Return the actions in order, each with its rows; rows that tell nothing are left out."""
    told: dict[tuple[Same, int | None], list[Parts]] = {}
    read = [(_same(row), row) for row in reversed(rows)]  # the oldest first
    read.sort(key=lambda pair: pair[0][0] or "")  # stable: within a day the file's order stands
    for place, (same, row) in enumerate(read):
        if not (same[2] or same[3]):  # neither code nor text
            continue
        known = told.get((same, None))
        apart = known is not None and not _is_joint(same, known, row)
        told.setdefault((same, place if apart else None), []).append(row)
    return [
        (_action(bill_id, seq, same, rows), rows)
        for seq, ((same, _), rows) in enumerate(told.items())
    ]


def _same(row: Parts) -> Same:
    """Return all that two rows of one joint referral have in common."""
    return (
        word(row, "actionDate"),
        word(row, "actionTime"),
        word(row, "actionCode"),
        word(row, "text"),
    )


def _is_joint(same: Same, known: Sequence[Parts], row: Parts) -> bool:
    """Return whether a row that reads like known ones adds a committee to the same action.

    Two committees can do alike on one day ("Subcommittee Hearings Held."): those are two actions.
    """
    ours = {code for k in known for code in _committees(k)}
    one_act = same[2] or _REFERRAL.search(same[3] or "")
    return bool(one_act and ours and (mine := _committees(row)) and ours.isdisjoint(mine))


def _committees(row: Parts) -> list[str]:
    """Return the codes of a row's committees: one `committee` until 2019, `committees` after."""
    places = items(row.get("committees"))
    if "committee" in row:
        places = [row["committee"], *places]
    return [code for place in places if (code := word(parts(place), "systemCode"))]


def _action(bill_id: str, seq: int, same: Same, rows: Sequence[Parts]) -> BillAction:
    """Return the action that these rows tell."""
    told_on, told_at, code, text = same
    source = parts(rows[0].get("sourceSystem"))
    on = day(told_on)
    return BillAction(
        bill_id=bill_id,
        seq=seq,
        acted_on=on,
        acted_at=clock(on, told_at),
        action_code=code,
        source_system=whole(source, "code"),
        source_name=word(source, "name"),
        action_type=word(rows[0], "type"),
        text=_LINK.sub("", text) if text and "<" in text else text,
        committees=",".join([code for row in rows for code in _committees(row)]) or None,
    )


def votes(bill_id: str, told: Sequence[Told], apart: Iterable[Parts]) -> list[RecordedVote]:
    """Return each roll-call vote once, whether told in its actions or apart from them."""
    inside = [
        _vote(bill_id, vote, action.seq)
        for action, same in told
        for row in same
        for vote in listed(row.get("recordedVotes"))
    ]
    outside = [_vote(bill_id, vote, None) for vote in apart]
    placed = [v if v.action_seq is not None else _placed(v, told) for v in inside + outside]
    once: dict[tuple[str | int | None, ...], RecordedVote] = {}
    for vote in placed:
        once.setdefault((vote.chamber, vote.congress, vote.session, vote.roll), vote)
    return list(once.values())


def _vote(bill_id: str, row: Parts, action_seq: int | None) -> RecordedVote:
    """Return a vote as its element tells it."""
    return RecordedVote(
        bill_id=bill_id,
        chamber=(word(row, "chamber") or "").lower() or None,
        congress=whole(row, "congress"),
        session=whole(row, "sessionNumber"),
        roll=whole(row, "rollNumber"),
        voted_at=moment(word(row, "date")),
        url=word(row, "url"),
        action_seq=action_seq,
    )


def _placed(vote: RecordedVote, told: Sequence[Told]) -> RecordedVote:
    """Return the vote with the first action that names its roll in its chamber."""
    for action, _ in told:
        for house, roll in _ROLL.findall(action.text or ""):
            if int(roll) == vote.roll and bool(house) == (vote.chamber == "house"):
                return replace(vote, action_seq=action.seq)
    return vote
