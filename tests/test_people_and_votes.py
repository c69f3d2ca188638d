"""Cosponsors over time, votes and threads through a whole build of made bills."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from etl.build import fetch_rows, open_database
from etl.catalog import FOLDER, read_table
from etl.frames import frame
from etl.records import BillAction, BillCosponsor, RecordedVote, Vote, VoteTotal


def select(name: str, **given: pa.Table) -> list[dict[str, Any]]:
    """Return what a mart makes of the tables it is given, `staged__votes` for `staged.votes`."""
    table = read_table(FOLDER / "marts" / f"{name}.sql")
    assert table.query is not None
    with open_database(":memory:") as db:
        db.execute((FOLDER / "macros.sql").read_text())
        for full_name, rows in given.items():
            schema, _, held = full_name.partition("__")
            db.execute(f"create schema if not exists {schema}")
            db.register("rows", rows)
            db.execute(f"create table {schema}.{held} as select * from rows")
        return fetch_rows(db, f"select * from ({table.query}) order by all")


def rows(kind: type, *told: Any) -> pa.Table:
    extra = {"source_path": pa.array(["made.xml"] * len(told), type=pa.string())}
    return frame(kind, told, extra | {"row": pa.array(range(len(told)), type=pa.int64())})


def name(party: str | None, joined: str | None, left: str | None = None) -> BillCosponsor:
    return BillCosponsor(
        bill_id="hr1-119",
        party=party,
        cosponsored_on=date.fromisoformat(joined) if joined else None,
        withdrawn_on=date.fromisoformat(left) if left else None,
    )


def over_time(
    *names: BillCosponsor, introduced: str | None = "2025-01-03"
) -> list[tuple[Any, ...]]:
    bills = pa.table(
        {
            "bill_id": ["hr1-119", "hr2-119"],
            "introduced_on": pa.array(
                [date.fromisoformat(introduced) if introduced else None, None], type=pa.date32()
            ),
        }
    )
    found = select(
        "cosponsors_over_time", staged__bill_cosponsors=rows(BillCosponsor, *names),
        staged__bills=bills,
    )  # fmt: skip
    columns = ("day", "party", "cosponsors", "joined", "withdrew", "undated")
    return sorted((str(f["day"]), *(f[c] for c in columns[1:])) for f in found)


def test_cosponsors_are_counted_by_party_at_the_end_of_each_day() -> None:
    found = over_time(
        name("D", "2025-01-03"),
        name("R", "2025-01-03"),
        name("R", "2025-02-01"),
        name("R", "2025-02-01", "2025-03-01"),
        name(None, "2025-03-01"),
        name("D", None),
    )
    assert found == [
        ("2025-01-03", "D", 1, 1, 0, 1),
        ("2025-01-03", "R", 1, 1, 0, 0),
        ("2025-01-03", "unknown", 0, 0, 0, 0),
        ("2025-02-01", "D", 1, 0, 0, 1),
        ("2025-02-01", "R", 3, 2, 0, 0),
        ("2025-02-01", "unknown", 0, 0, 0, 0),
        ("2025-03-01", "D", 1, 0, 0, 1),
        ("2025-03-01", "R", 2, 0, 1, 0),
        ("2025-03-01", "unknown", 1, 1, 0, 0),
    ]


@pytest.mark.parametrize(
    ("cosponsor", "last"),
    [
        (name("D", "2025-02-01"), (1, 0)),
        (name("D", "2025-02-01", "2025-02-01"), (0, 0)),
        (name("D", "2025-02-01", "2025-01-15"), (0, 0)),  # a slip of the record
        (name("D", None), (0, 1)),
        (name("D", None, "2025-02-01"), (0, 0)),
    ],
)
def test_one_cosponsor(cosponsor: BillCosponsor, last: tuple[int, int]) -> None:
    found = over_time(cosponsor)
    assert (found[-1][2], found[-1][5]) == last
    assert all(row[2] >= 0 for row in found)


ACTIONS = [
    ("On passage Passed by the Yeas and Nays: 229 - 184 (Roll no. 46).", (229, 184)),
    ("Agreed to by the Yeas and Nays: (2/3 required): 417 - 7 (Roll no. 352).", (417, 7)),
    ("On agreeing to the amendment Failed by recorded vote: 195 - 222 (Roll no. 43).", (195, 222)),
    ("Passed Senate by Yea-Nay Vote. 59 - 41. Record Vote Number: 49.", (59, 41)),
    ("Passed Senate with an amendment by Yea-Nay. 93 - 3. Record Vote Number: 187.", (93, 3)),
    ("On passage Passed by voice vote.", (None, None)),
    (None, (None, None)),
]


def votes(action: str | None, *told: Any) -> list[dict[str, Any]]:
    recorded = RecordedVote(
        bill_id="hr1-119", chamber="house", congress=119, session=1, roll=46, action_seq=0,
        url="https://clerk.example/46",
    )  # fmt: skip
    totals = [t for t in told if isinstance(t, VoteTotal)]
    return select(
        "bill_votes",
        staged__recorded_votes=rows(RecordedVote, recorded, recorded),
        staged__votes=rows(Vote, *(t for t in told if isinstance(t, Vote))),
        staged__vote_totals=rows(VoteTotal, *totals),
        staged__bill_actions=rows(
            BillAction, BillAction(bill_id="hr1-119", seq=0, acted_on=date(2025, 2, 3), text=action)
        ),
    )


@pytest.mark.parametrize(("action", "counted"), ACTIONS)
def test_an_action_may_tell_the_totals(
    action: str | None, counted: tuple[int | None, int | None]
) -> None:
    (vote,) = votes(action)
    assert (vote["yeas"], vote["nays"]) == counted
    assert vote["totals_from"] == ("action" if counted[0] is not None else None)
    assert (vote["vote_id"], vote["url"]) == ("h46-119.1", "https://clerk.example/46")
    assert vote["voted_on"] == date(2025, 2, 3)


def test_the_votes_own_record_goes_before_the_action() -> None:
    own = Vote(
        vote_id="h46-119.1", chamber="house", congress=119, session=1, roll=46,
        question="On Passage", result="Passed", bill_id="hr1-119",
    )  # fmt: skip
    other = Vote(
        vote_id="h47-119.1", chamber="house", congress=119, session=1, roll=47, bill_id="hr1-119",
        voted_on=date(2025, 2, 4),
    )  # fmt: skip
    totals = [
        VoteTotal(vote_id="h46-119.1", party=party, position=position, members=members)
        for party, position, members in [
            ("R", "yea", 200), ("D", "yea", 29), ("D", "nay", 184), ("D", "present", 1),
            ("R", "not voting", 2),
        ]
    ]  # fmt: skip
    first, second = votes(ACTIONS[0][0], own, other, *totals)
    columns = ("question", "result", "yeas", "nays", "present", "not_voting", "totals_from")
    assert [first[c] for c in columns] == ["On Passage", "Passed", 229, 184, 1, 2, "vote"]
    assert (second["vote_id"], second["yeas"], second["place"]) == ("h47-119.1", None, 2)


def test_a_roll_that_names_no_bill_still_tells_of_the_vote() -> None:
    own = Vote(
        vote_id="h46-119.1",
        chamber="house",
        congress=119,
        session=1,
        roll=46,
        question="On Passage",
    )
    (vote,) = votes(None, own)
    assert (vote["bill_id"], vote["question"]) == ("hr1-119", "On Passage")


MARTS = [
    "bill_amendments", "bill_committees", "bill_subjects", "bill_summaries", "bill_text_versions",
    "bill_threads", "bill_titles", "bill_vote_totals", "bill_votes", "cosponsors_over_time",
    "related_bills", "waiver_periods", "waivers",
]  # fmt: skip


@pytest.mark.parametrize("mart", MARTS)
def test_a_mart_explains_its_columns_and_leads_to_its_file(mart: str) -> None:
    table = read_table(FOLDER / "marts" / f"{mart}.sql")
    assert re.search(r"\bsource_path\b", table.query or "")
    assert len(table.head.columns) + len(table.head.key) >= 2
