"""Answers of the Congress.gov API (made examples): what is whole, a part, or neither."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from etl.readers import congress_api, reader_of
from etl.records import Bill, BillAction, RecordedVote, Refused, RelatedBill, Vote, VoteTotal

REQUEST = {"billNumber": "7", "billType": "hr", "congress": "118", "format": "json"}
DETAIL = {
    "bill": {
        "congress": 118,
        "number": "7",
        "type": "HR",
        "originChamber": "House",
        "introducedDate": "2023-01-09",
        "title": "Made Bill Act",
        "laws": [{"number": "118-34", "type": "Public Law"}],
        "sponsors": [
            {
                "bioguideId": "X000001",
                "fullName": "Rep. Maker, Ada [D-CA-1]",
                "district": 1,
                "party": "D",
                "state": "CA",
                "isByRequest": "N",
            }
        ],
        "actions": {"count": 2, "url": "https://api.congress.gov/v3/bill/118/hr/7/actions"},
        "latestAction": {"actionDate": "2023-02-01", "text": "Passed House."},
        "updateDate": "2023-12-29T12:58:54Z",
    },
    "request": REQUEST,
}
REFERRED = {
    "actionDate": "2023-01-09",
    "actionCode": "H11100",
    "text": "Referred to the Committee on Made Affairs, and in addition to another.",
    "sourceSystem": {"code": 2, "name": "House floor actions"},
}
ACTIONS = {
    "actions": [
        {
            "actionDate": "2023-02-01",
            "actionTime": "12:00:00",
            "actionCode": "8000",
            "text": "Passed House.",
            "sourceSystem": {"code": 9, "name": "Library of Congress"},
            "recordedVotes": [
                {"chamber": "House", "congress": 118, "sessionNumber": 1, "rollNumber": 5}
            ],
        },
        REFERRED | {"committees": [{"systemCode": "hsaa00"}]},
        REFERRED | {"committees": [{"systemCode": "hsbb00"}]},
    ],
    "request": REQUEST,
}


def records(*answers: Any, apart: bool = True) -> list[Any]:
    """Return what the reader makes of answers, one a line."""
    content = "\n".join(json.dumps(answer) for answer in answers).encode()
    assert reader_of("a.json", content) == "congress_api"
    return congress_api.read("a.json", content)


def test_a_bill_with_its_lists_is_whole() -> None:
    bill, *rows = records(DETAIL, ACTIONS)
    assert isinstance(bill, Bill)
    assert (bill.bill_id, bill.partial, bill.truncated) == ("hr7-118", False, None)
    assert (bill.sponsor_id, bill.sponsor_district, bill.by_request) == ("X000001", "1", False)
    assert (bill.law_type, bill.law_number) == ("public", "118-34")
    actions = [r for r in rows if isinstance(r, BillAction)]
    assert [(a.action_code, a.committees) for a in actions] == [
        ("H11100", "hsbb00,hsaa00"),
        ("8000", None),
    ]
    assert [r.roll for r in rows if isinstance(r, RecordedVote)] == [5]


def test_a_bill_alone_is_a_part() -> None:
    (bill,) = records(DETAIL)
    assert bill.partial


def test_lists_alone_give_rows_and_no_bill() -> None:
    assert Counter(type(r) for r in records(ACTIONS)) == {BillAction: 2, RecordedVote: 1}


def test_a_list_of_bills_is_a_list_of_parts() -> None:
    rows = [{"congress": 118, "type": "S", "number": "5", "title": ""}, {"title": "No number"}]
    bill, reject = records(
        {"bills": rows, "pagination": {"count": 2}, "request": {"congress": "118"}}
        | {"bills": [rows[0] | {"originChamber": "Senate"}, rows[1]]}
    )
    assert (bill.bill_id, bill.partial, bill.title) == ("s5-118", True, None)
    assert reject.place == "bills[1]"


def test_an_empty_list_is_an_answer() -> None:
    assert records({"amendments": [], "pagination": {"count": 0}, "request": REQUEST}) == []


def test_a_reserved_number_has_a_title_and_no_list() -> None:
    detail = {"congress": 118, "number": "1", "type": "HR", "title": "Reserved for the Speaker."}
    detail |= {"introducedDate": "2023-01-03"}
    actions = {"actions": [], "request": REQUEST | {"billNumber": "1"}}
    (bill,) = records({"bill": detail}, actions)
    assert (bill.title, bill.sponsor_id, bill.partial) == ("Reserved for the Speaker.", None, False)


def test_the_members_of_one_object_are_answers_too() -> None:
    rows = records({"actions": ACTIONS, "bill": DETAIL})
    assert Counter(type(r) for r in rows) == {Bill: 1, BillAction: 2, RecordedVote: 1}


def test_a_list_told_as_item_and_one_that_says_of_which_bill_only_by_address() -> None:
    related = {"congress": 118, "number": 9, "type": "S", "title": "Other"}
    details = {"item": {"type": "Related bill", "identifiedBy": "CRS"}}
    answer = {
        "relatedBills": {"item": related | {"relationshipDetails": details}},
        "request": {"billUrl": "https://api.congress.gov/v3/bill/118/hr/7?format=json"},
    }
    assert records(answer) == [
        RelatedBill(
            bill_id="hr7-118",
            related_bill_id="s9-118",
            title="Other",
            relation="Related bill",
            identified_by="CRS",
        )
    ]


def test_a_vote_tells_no_total_that_is_not_told() -> None:
    vote = {
        "congress": 118,
        "sessionNumber": 1,
        "rollCallNumber": 2,
        "startDate": "2023-01-03T12:00:00-05:00",
        "votePartyTotal": [{"party": {"type": "R"}, "notVotingTotal": 1}, {"yeaTotal": 3}],
    }
    first, *totals = records({"houseRollCallVote": vote})
    assert isinstance(first, Vote)
    assert (first.vote_id, first.bill_id, first.question) == ("h2-118.1", None, None)
    assert totals == [VoteTotal(vote_id="h2-118.1", party="R", position="not voting", members=1)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            '{"bill": {"error": "x"}, "error": {"code": "OVER_RATE_LIMIT"}}',
            "answered with an error",
        ),
        ('{"actions": [{"actionCode": "1"', "breaks off or is damaged"),
        (json.dumps(DETAIL) + '\n{"actions": [', "a line of JSON breaks off"),
        (json.dumps(DETAIL) + "\n[1]", "breaks off or is damaged"),
        ('{"actions": [{"actionCode": "1"}]}', "tell of no bill and no vote"),
        ('{"bill": ' * 3000 + "1" + "}" * 3000, "nested deeper|tell of no bill"),
    ],
)
def test_what_is_no_answer_is_refused(content: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        congress_api.read("a.json", content.encode())


def test_controls_and_half_characters_never_reach_a_table() -> None:
    detail = DETAIL["bill"] | {"title": "Made\x00 \ud83d Act"}  # type: ignore[operator]
    bill, *_ = records({"bill": detail, "request": REQUEST}, ACTIONS)
    assert bill.title == "Made  Act"


@pytest.mark.parametrize(
    "content",
    [
        '{"count": 1, "results": [{"document_number": "2025-1", "type": "Notice"}]}',
        '{"title": "An article", "text": "About a bill and its actions."}',
        '{"actions": "none"}',
        "<billStatus><bill/></billStatus>",
    ],
)
def test_what_others_say_is_left_to_others(content: str) -> None:
    assert not congress_api.reads("a.json", content.encode())
