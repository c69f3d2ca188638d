"""One row a mention, or a coder's label, with a speaker: who that is, however it is spelled.

mention_id: of the mention, or label_id of the label
speaker: the name that stands for all its spellings: a member's full name, else the commonest
spelled: the name as the article tells it
bioguide_id: of the member of Congress that the speaker is; null where none is, or it is not sure
party: of that member, as the newest list tells it: R, D, I
state: of that member, two letters
chamber: of that member, house or senate, as the newest list tells it
member_why: by what it was matched, or why not

key: mention_id
by: mention_id through matched.named_holders
check: bioguide_id is not null or party is null
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.text.member_names import Roster

READS = {
    "voices": """
        select holders.*, coalesce(spellings.speaker, holders.holder) as speaker
        from matched.named_holders as holders
        left join matched.spellings as spellings using (holder)
    """,
    "legislators": "select * from staged.legislators",
    "served": """
        select sponsor_id as bioguide_id, congress from staged.bills where sponsor_id is not null
        union
        select bioguide_id, congress
        from staged.bill_cosponsors
        join staged.bills using (bill_id)
        where bioguide_id is not null
    """,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks in one mention."""

    mention_id: str
    article_id: str
    speaker: str
    spelled: str
    bioguide_id: str | None
    party: str | None
    state: str | None
    chamber: str | None
    member_why: str


ROW = Speaker


def rows(
    voices: Sequence[Mapping[str, Any]],
    legislators: Sequence[Mapping[str, Any]],
    served: Sequence[Mapping[str, Any]],
) -> list[Speaker]:
    """Return who each voice is."""
    congresses: defaultdict[str, set[int]] = defaultdict(set)
    for row in served:
        congresses[row["bioguide_id"]].add(row["congress"])
    roster = Roster(legislators, {who: frozenset(sat) for who, sat in congresses.items()})
    return [_speaker(voice, roster) for voice in voices]


def _speaker(voice: Mapping[str, Any], roster: Roster) -> Speaker:
    name = voice["speaker"]
    found = roster.find(name, voice["holder_role"], voice["published_on"])
    member = found.member
    return Speaker(
        mention_id=voice["mention_id"],
        article_id=voice["article_id"],
        speaker=member.name if member else name,
        spelled=voice["holder"],
        bioguide_id=member.bioguide_id if member else None,
        party=member.party if member else None,
        state=member.state if member else None,
        chamber=member.chamber if member else None,
        member_why=found.why,
    )
