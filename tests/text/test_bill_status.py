"""Where a bill stands: what its actions say on the left, the status on the right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from etl.records import Bill, BillAction
from etl.text.bills.status import Status, died, status_history, status_label
from etl.text.congress import congress_ends
from etl.text.xml import EASTERN

Told = tuple[str, str]  # code, words
INTRODUCED = ("1000", "Introduced in House")
REFERRED = ("H11100", "Referred to the House Committee on Foreign Affairs.")
HOUSE = ("8000", "Passed/agreed to in House: On passage Passed by the Yeas and Nays: 220 - 203.")
SENATE = ("17000", "Passed/agreed to in Senate: Passed Senate without amendment by Voice Vote.")
SENATE_AMENDS = ("", "Passed Senate with an amendment by Unanimous Consent. (text: CR S1)")
TO_PRESIDENT = ("28000", "Presented to President.")
VETO = ("E30000", "Vetoed by President.")
NOT_INVOKED = (
    "",
    "Cloture on the motion to proceed to the measure not invoked in Senate by Yea-Nay Vote.",
)
INVOKED = ("", "Cloture on the motion to proceed to the measure invoked in Senate by Voice Vote.")


def bill(kind: str = "hr", **more: object) -> Bill:
    known = Bill(
        bill_id=f"{kind}1-119",
        congress=119,
        bill_type=kind,
        number=1,
        introduced_on=date(2025, 1, 3),
    )
    return replace(known, **more)  # type: ignore[arg-type]


def actions(*told: Told) -> list[BillAction]:
    return [
        BillAction(
            bill_id="x",
            seq=seq,
            acted_on=date(2025, 1, 3 + seq),
            action_code=code or None,
            text=words,
        )
        for seq, (code, words) in enumerate(told)
    ]


def statuses(kind: str, *told: Told) -> list[str]:
    return [s.status for s in status_history(bill(kind), actions(*told))]


CASES: list[tuple[str, tuple[Told, ...], str]] = [
    ("hr", (INTRODUCED,), "INTRODUCED"),
    ("hr", (INTRODUCED, REFERRED), "REFERRED"),
    ("s", (("", "Read twice and referred to the Committee on Foreign Relations."),), "REFERRED"),
    ("hr", (REFERRED, ("5000", "Reported by the Committee on Ways and Means.")), "REPORTED"),
    ("hr", (("H12100", "The House Committee on Rules reported an original measure."),), "REPORTED"),
    ("hr", (REFERRED, ("", "Ordered to be Reported by Voice Vote.")), "REPORTED"),
    ("s", (("", "Senate Committee on Finance discharged by Unanimous Consent."),), "REPORTED"),
    ("hr", (REFERRED, ("", "Subcommittee on Health Discharged.")), "REFERRED"),
    ("hr", (REFERRED, ("H17000", "Motion to Discharge Committee filed by Mr. A.")), "REFERRED"),
    ("hr", (REFERRED, ("H1L220", "Rule H. Res. 5 passed House.")), "REFERRED"),
    ("hr", (REFERRED, ("8000", "H.Amdt.4 Passed.")), "REFERRED"),
    ("hr", (HOUSE,), "PASS_OVER:HOUSE"),
    ("s", (("", "Introduced in the Senate, read twice, considered, read the third time, and "
            "passed without amendment by Unanimous Consent."),), "PASS_OVER:SENATE"),
    ("hres", (("H37100", "On agreeing to the resolution Agreed to by voice vote."),),
     "PASSED:SIMPLERES"),
    ("hconres", (HOUSE, SENATE), "PASSED:CONCURRENTRES"),
    ("hr", (HOUSE, SENATE), "PASSED:BILL"),
    ("hr", (HOUSE, SENATE_AMENDS), "PASS_BACK:SENATE"),
    ("s", (SENATE, ("8000", "On motion to suspend the rules and pass the bill, as amended Agreed "
                    "to by voice vote.")), "PASS_BACK:HOUSE"),
    ("s", (SENATE, HOUSE, ("", "Message on House action received in Senate and at desk: House "
                           "amendment to Senate bill.")), "PASS_BACK:HOUSE"),
    ("hr", (HOUSE, SENATE_AMENDS, ("19500", "On motion that the House agree to the Senate "
                                   "amendment Agreed to without objection.")), "PASSED:BILL"),
    ("hr", (HOUSE, SENATE_AMENDS, ("19500", "On motion that the House agree with an amendment to "
                                   "the Senate amendment Agreed to.")), "PASS_BACK:HOUSE"),
    ("hr", (HOUSE, SENATE_AMENDS, ("H41610", "On motion that the House agree to the Senate "
                                   "amendment Failed by voice vote.")), "PROV_KILL:PINGPONGFAIL"),
    ("hr", (HOUSE, SENATE_AMENDS, ("H41610", "On motion that the House instruct conferees Failed "
                                   "by voice vote.")), "PASS_BACK:SENATE"),
    ("hr", (HOUSE, SENATE_AMENDS, ("21000", "Conference report agreed to in House."),
            ("H42510", "On agreeing to the conference report Agreed to.")),
     "CONFERENCE:PASSED:HOUSE"),
    ("hr", (HOUSE, SENATE_AMENDS, ("21000", "x"), ("23000", "x"), ("23000", "x")), "PASSED:BILL"),
    ("hr", (HOUSE, SENATE_AMENDS, TO_PRESIDENT), "PASSED:BILL"),
    ("hr", (("9000", "On motion to suspend the rules and pass the bill Failed: (2/3 required)."),),
     "PROV_KILL:SUSPENSIONFAILED"),
    ("hr", (("9000", "On passage Failed by recorded vote: 1 - 2."),), "FAIL:ORIGINATING:HOUSE"),
    ("hr", (HOUSE, ("18000", "Failed of passage in Senate."),), "FAIL:SECOND:SENATE"),
    ("hres", (("H36510", "On motion to table the measure Agreed to by voice vote."),),
     "FAIL:ORIGINATING:HOUSE"),
    ("hres", (("H36510", "On motion to table the measure Failed by voice vote."),), "INTRODUCED"),
    ("hr", (HOUSE, NOT_INVOKED), "PROV_KILL:CLOTUREFAILED"),
    ("hr", (HOUSE, NOT_INVOKED, INVOKED), "PASS_OVER:HOUSE"),
    ("hr", (HOUSE, INVOKED), "PASS_OVER:HOUSE"),
    ("hr", (HOUSE, ("", "Cloture on amendment SA 12 not invoked in Senate.")), "PASS_OVER:HOUSE"),
    ("hr", (HOUSE, ("", "Motion by Senator A to reconsider the vote by which cloture on the motion "
                    "to proceed was not invoked in Senate entered.")), "PASS_OVER:HOUSE"),
    ("hr", (HOUSE, SENATE, TO_PRESIDENT, ("E30000", "Signed by President.")), "ENACTED:SIGNED"),
    ("hr", (HOUSE, SENATE, VETO), "PROV_KILL:VETO"),
    ("hr", (HOUSE, SENATE, ("31000", "Pocket Vetoed by President.")), "VETOED:POCKET"),
    ("hr", (HOUSE, SENATE, VETO, ("32000", "Passed House over veto.")),
     "VETOED:OVERRIDE_PASS_OVER:HOUSE"),
    ("hr", (HOUSE, SENATE, VETO, ("33000", "Failed of passage in House over veto.")),
     "VETOED:OVERRIDE_FAIL_ORIGINATING:HOUSE"),
    ("hr", (HOUSE, SENATE, VETO, ("32000", "x"), ("", "Failed of passage in Senate over veto by "
                                                 "Yea-Nay Vote.")),
     "VETOED:OVERRIDE_FAIL_SECOND:SENATE"),
    ("hr", (HOUSE, SENATE, VETO, ("32000", "x"), ("", "Passed Senate over veto by Yea-Nay Vote.")),
     "ENACTED:VETO_OVERRIDE"),
    ("hr", (HOUSE, SENATE, VETO, ("36000", "Became Public Law No: 119-1.")),
     "ENACTED:VETO_OVERRIDE"),
    ("hr", (HOUSE, SENATE, ("", "Sent to Archivist of the United States unsigned.")),
     "ENACTED:TENDAYRULE"),
    ("hr", (HOUSE, SENATE, ("E30000", "Signed by President."), HOUSE), "ENACTED:SIGNED"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "told", "status"), CASES)
def test_the_current_status(kind: str, told: tuple[Told, ...], status: str) -> None:
    assert statuses(kind, *told)[-1] == status


LIST = (
    "Pursuant to section 7 of H. Res. 5, and the motion offered by Mr. A, the following bills "
    "passed under suspension of the rules: H.R. 11, as amended; {0}; S. 21; and H.R. 31."
)


@pytest.mark.parametrize(
    ("kind", "before", "own", "status"),
    [
        ("s", (SENATE,), "S. 1", "PASSED:BILL"),
        ("s", (SENATE,), "S. 1, as amended", "PASS_BACK:HOUSE"),
        ("hr", (HOUSE, SENATE_AMENDS), "H.R. 1, agreed to Senate amendment", "PASSED:BILL"),
    ],
)
def test_of_many_bills_in_one_breath_only_the_own_words_count(
    kind: str, before: tuple[Told, ...], own: str, status: str
) -> None:
    assert statuses(kind, *before, ("8000", LIST.format(own)))[-1] == status


def test_the_history_tells_since_when_and_why() -> None:
    found = status_history(bill(), actions(INTRODUCED, REFERRED, REFERRED, HOUSE))
    assert [(s.step, s.status, s.status_on) for s in found] == [
        (0, "INTRODUCED", date(2025, 1, 3)),
        (1, "REFERRED", date(2025, 1, 4)),
        (2, "PASS_OVER:HOUSE", date(2025, 1, 6)),
    ]
    assert (found[1].why, found[1].action_code) == (REFERRED[1], "H11100")
    assert all(s.bill_id == "hr1-119" for s in found)


def test_the_time_is_taken_from_whichever_row_tells_it() -> None:
    at = datetime(2025, 1, 3, 19, 15, tzinfo=EASTERN)
    coded, floor = actions(HOUSE, ("H37100", HOUSE[1]))
    floor = replace(floor, acted_on=coded.acted_on, acted_at=at)
    assert status_history(bill(), [coded, floor])[-1].status_at == at
    assert status_history(bill(), [floor, coded])[-1].status_at == at


def test_a_committee_that_acts_before_introduction_counts_from_introduction() -> None:
    early = actions(("", "Ordered to be Reported by Voice Vote."))
    late = bill(introduced_on=date(2025, 2, 1))
    found = [(s.status, s.status_on) for s in status_history(late, early)]
    assert found == [("INTRODUCED", date(2025, 2, 1)), ("REPORTED", date(2025, 2, 1))]


@pytest.mark.parametrize(("kind", "told"), [("hjres", (HOUSE, SENATE)), ("sjres", (SENATE, HOUSE))])
def test_a_constitutional_amendment_goes_to_the_states(kind: str, told: tuple[Told, ...]) -> None:
    title = "A joint resolution proposing an amendment to the Constitution of the United States."
    found = status_history(bill(kind, official_title=title), actions(*told))
    assert found[-1].status == "PASSED:CONSTAMEND"


def test_the_law_number_is_the_truth_even_where_actions_are_silent() -> None:
    law = bill(law_type="public", law_number="119-1", latest_action_on=date(2025, 3, 1))
    assert status_history(law, actions(HOUSE))[-1] == Status(
        bill_id="hr1-119", step=2, status="ENACTED:SIGNED", status_on=date(2025, 3, 1)
    )
    vetoed = status_history(law, actions(HOUSE, SENATE, VETO))
    assert vetoed[-1].status == "ENACTED:VETO_OVERRIDE"


def test_a_bill_known_without_actions_has_the_status_its_file_states() -> None:
    stated = bill(status="PASS_OVER:SENATE", status_on=date(2025, 3, 1), introduced_on=None)
    assert [(s.status, s.status_on) for s in status_history(stated, [])] == [
        ("PASS_OVER:SENATE", date(2025, 3, 1))
    ]
    assert status_history(bill(introduced_on=None), []) == []
    assert [s.status for s in status_history(bill(), [])] == ["INTRODUCED"]


@pytest.mark.parametrize(
    ("status", "label"),
    [
        ("PASS_OVER:SENATE", "Passed the Senate; in the House"),
        ("PASS_BACK:HOUSE", "Passed both chambers in different words; back in the Senate"),
        ("FAIL:SECOND:SENATE", "Failed in the Senate"),
        ("VETOED:OVERRIDE_FAIL_ORIGINATING:HOUSE", "Vetoed; the House failed to override"),
        ("CONFERENCE:PASSED:HOUSE", "Conference report agreed to in the House; in the Senate"),
        ("ENACTED:SIGNED", "Became law"),
        ("SOMETHING:NEW_HERE", "Something:new here"),
    ],
)
def test_labels_are_plain_words(status: str, label: str) -> None:
    assert status_label(status) == label


@pytest.mark.parametrize("status", sorted({status for _, _, status in CASES}))
def test_every_status_has_words_of_its_own(status: str) -> None:
    assert status_label(status) != status.replace("_", " ").capitalize() or ":" not in status


@pytest.mark.parametrize(
    ("congress", "status", "today", "dead"),
    [
        (118, "REFERRED", date(2025, 1, 2), False),
        (118, "REFERRED", date(2025, 1, 3), False),
        (118, "REFERRED", date(2025, 1, 4), True),
        (118, "REFERRED", datetime(2025, 1, 3, 11, 59, tzinfo=EASTERN), False),
        (118, "REFERRED", datetime(2025, 1, 3, 12, 1, tzinfo=EASTERN), True),
        (119, "REFERRED", date(2026, 12, 31), False),
        (118, "PASS_OVER:SENATE", date(2026, 1, 1), True),
        (118, "VETOED:POCKET", date(2026, 1, 1), True),
        (118, "ENACTED:SIGNED", date(2026, 1, 1), False),
        (118, "PASSED:SIMPLERES", date(2026, 1, 1), False),
        (118, "PASSED:BILL", date(2025, 1, 10), False),
        (118, "PASSED:BILL", date(2025, 3, 1), True),
    ],
)
def test_a_bill_that_got_nowhere_dies_with_its_congress(
    congress: int, status: str, today: date, dead: bool
) -> None:
    assert died(congress, status, today) is dead


def test_a_congress_ends_at_noon() -> None:
    assert congress_ends(119) == datetime(2027, 1, 3, 12, tzinfo=EASTERN)
