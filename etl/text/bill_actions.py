"""A bill's actions and votes out of XML: oldest first, a joint referral told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from etl.records import BillAction, RecordedVote
from etl.text.xml import Element, Parts, clock, day, items, moment, parts, whole, word

Told = tuple[BillAction, Sequence[Parts]]  # an action, and the rows that told it

_LINK = re.compile(r"</?[Aa](?:\s[^<>]*)?>")
_ROLL = re.compile(r"(?:(Roll no\.)|Record Vote (?:Number|No):)\s*(\d+)", re.IGNORECASE)


def actions(bill_id: str, rows: Sequence[Parts]) -> list[Told]:
    """Return the actions in order, each with its rows; rows that tell nothing are left out."""
    told: dict[tuple[str | int | None, ...], list[Parts]] = {}
    oldest_first = rows[::-1]  # sorting is stable: within a day the file's order stands
    for place, row in enumerate(sorted(oldest_first, key=lambda r: word(r, "actionDate") or "")):
        key: tuple[str | int | None, ...] = _same(row)
        if not (key[2] or key[3]):  # neither code nor text
            continue
        if key in told and not _is_joint(told[key], row):
            key = (*key, place)
        told.setdefault(key, []).append(row)
    return [(_action(bill_id, seq, same), same) for seq, same in enumerate(told.values())]


def _same(row: Parts) -> tuple[str | None, ...]:
    """Return all that two rows of one joint referral have in common."""
    return (
        word(row, "actionDate"),
        word(row, "actionTime"),
        word(row, "actionCode"),
        word(row, "text"),
    )


def _is_joint(known: Sequence[Parts], row: Parts) -> bool:
    """Return whether a row that reads like known ones adds a committee to the same action.

    Two committees can do alike on one day ("Subcommittee Hearings Held."): those are two actions.
    """
    ours = {code for k in known for code in _committees(k)}
    one_act = word(row, "actionCode") or re.search(
        r"referred (?!to the subcommittee)", word(row, "text") or "", re.IGNORECASE
    )
    return bool(one_act and ours and (mine := _committees(row)) and ours.isdisjoint(mine))


def _committees(row: Parts) -> list[str]:
    """Return the codes of a row's committees: one `committee` until 2019, `committees` after."""
    places = [row.get("committee"), *items(row.get("committees"))]
    return [code for place in places if (code := word(parts(place), "systemCode"))]


def _action(bill_id: str, seq: int, same: Sequence[Parts]) -> BillAction:
    """Return the action that these rows tell."""
    row = same[0]
    source = parts(row.get("sourceSystem"))
    on, text = day(word(row, "actionDate")), word(row, "text")
    return BillAction(
        bill_id=bill_id,
        seq=seq,
        acted_on=on,
        acted_at=clock(on, word(row, "actionTime")),
        action_code=word(row, "actionCode"),
        source_system=whole(source, "code"),
        source_name=word(source, "name"),
        action_type=word(row, "type"),
        text=_LINK.sub("", text) if text and "<" in text else text,
        committees=",".join(code for r in same for code in _committees(r)) or None,
    )


def votes(bill_id: str, told: Sequence[Told], apart: Iterable[Element]) -> list[RecordedVote]:
    """Return each roll-call vote once, whether told in its actions or apart from them."""
    inside = [
        _vote(bill_id, parts(vote), action.seq)
        for action, rows in told
        for row in rows
        for vote in items(row.get("recordedVotes"))
    ]
    outside = [_vote(bill_id, parts(vote), None) for vote in apart]
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
