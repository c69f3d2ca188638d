"""The Congress.gov API on loopback: whole bundles or none, and a key that is told to nobody."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from etl.fetch import Refresh, ask
from etl.folders import Folders
from etl.readers.congress_api import read
from etl.records import Bill, BillAction, BillCosponsor, Vote, VoteTotal
from etl.sources import Wanted, sources
from etl.text.congress import congress_at
from tests.server import Answer, Playing, body

KEY = "made-key-0123456789"
AT = congress_at(datetime.now(UTC))
BILL = f"/congress_gov/bill/{AT}/hr/7"
KEPT = f"{AT}hr7.jsonl"
WANTED = Wanted(bills=(f"hr7-{AT}", "hr7-108"))
DETAIL: dict[str, Any] = {
    "bill": {
        "congress": AT,
        "number": "7",
        "type": "HR",
        "title": "Made Bill Act",
        "introducedDate": "2025-02-01",
        "updateDate": "2025-04-01T10:00:00Z",
        "actions": {"count": 2},
        "cosponsors": {"count": 300},
    },
    "request": {"apiKey": KEY},  # should it ever repeat it
}
ACTIONS = {
    "actions": [
        {"actionDate": "2025-03-04", "actionCode": "8000", "text": "Passed House."},
        {"actionDate": "2025-02-01", "actionCode": "1000", "text": "Introduced in House"},
    ],
    "pagination": {"count": 2},
    "request": {"billNumber": "7", "billType": "hr", "congress": str(AT)},
}


def cosponsors(first: int, last: int, count: int = 300, more: bool = False) -> dict[str, Any]:
    """Return a page of cosponsors."""
    rows = [{"bioguideId": f"X{n:06d}", "party": "D", "state": "CA"} for n in range(first, last)]
    pagination: dict[str, Any] = {"count": count} | ({"next": "https://x"} if more else {})
    return {"cosponsors": rows, "pagination": pagination, "request": ACTIONS["request"]}


def paged(*pages: tuple[int, dict[str, Any]]) -> Answer:
    """Answer with the page that begins at the offset that is asked for."""

    def answer(ask: BaseHTTPRequestHandler) -> None:
        offset = int(parse_qs(urlsplit(ask.path).query).get("offset", ["0"])[0])
        told = dict(pages).get(offset, cosponsors(0, 0))
        body(json.dumps(told), X_RateLimit_Remaining="4000")(ask)

    return answer


GOOD = paged((0, cosponsors(0, 250, more=True)), (250, cosponsors(250, 300)))


def told(answer: dict[str, Any], left: int = 4000) -> Answer:
    return body(json.dumps(answer), X_RateLimit_Remaining=str(left))


@pytest.fixture
def api(here: Folders, server: Playing, monkeypatch: pytest.MonkeyPatch) -> Playing:
    """The API with one bill of two actions and 300 cosponsors."""
    monkeypatch.setenv("CONGRESS_API_KEY", KEY)
    monkeypatch.setattr("etl.sources.congress_gov.PACE_S", 0.0)
    server.say(BILL, told(DETAIL))
    server.say(f"{BILL}/actions", told(ACTIONS))
    server.say(f"{BILL}/cosponsors", GOOD)
    return server


def run(here: Folders, wanted: Wanted = WANTED) -> Refresh:
    return ask(sources()["congress_gov"], here, (), "run", lambda line: None, wanted)


def kinds(here: Folders) -> dict[str, int]:
    """Return how many records of each kind the kept bundle gives."""
    records = read(KEPT, (here.raw / "congress_gov" / KEPT).read_bytes())
    names = [type(r).__name__ for r in records]
    return {name: names.count(name) for name in dict.fromkeys(names)}


WHOLE = {"Bill": 1, "BillAction": 2, "BillCosponsor": 300}


def test_a_bill_comes_whole_page_by_page(here: Folders, api: Playing) -> None:
    first = run(here)
    assert (first.new, first.failures) == (1, ())
    assert kinds(here) == WHOLE
    assert [path.partition("?")[0] for path in api.asked].count(f"{BILL}/cosponsors") == 2
    assert all("108" not in path for path in api.asked)  # only of the Congress that sits


def test_what_did_not_change_costs_one_question(here: Folders, api: Playing) -> None:
    run(here)
    api.asked.clear()
    again = run(here)
    assert (again.unchanged, len(api.asked)) == (1, 1)


def test_without_a_key_nothing_is_asked(
    here: Folders, api: Playing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CONGRESS_API_KEY")
    done = run(here)
    assert (done.failed, api.asked) == (False, [])
    assert "CONGRESS_API_KEY is not set" in "\n".join(done.lines)


def test_the_key_goes_in_a_header_and_nowhere_else(
    here: Folders, api: Playing, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = run(here).lines
    api.say(BILL, body(f"no, not with {KEY}", 500))
    lines += run(here).lines
    api.say(BILL, body(json.dumps({"error": f"key {KEY} has had enough"})))
    lines += run(here).lines
    assert {h.get("X-Api-Key") for h in api.headers} == {KEY}
    assert KEY not in "".join(api.asked)
    files = [file for file in here.data.rglob("*") if file.is_file()]
    assert len(files) > 1
    assert not [file for file in files if KEY.encode() in file.read_bytes()]
    assert KEY not in "\n".join(lines) + capsys.readouterr().out


def test_the_key_does_not_follow_a_redirect_to_another_host(here: Folders, api: Playing) -> None:
    elsewhere = api.address.replace("127.0.0.1", "localhost")
    api.say(BILL, body(b"", 302, Location=f"{elsewhere}/elsewhere"))
    run(here)
    asked = zip(api.asked, api.headers, strict=True)
    assert all("X-Api-Key" not in h for path, h in asked if path.startswith("/elsewhere"))


BADLY: list[tuple[str, str, Callable[[], Answer], str]] = [
    ("a part is missing", "/actions", lambda: body("no", 404), "404"),
    ("a part fails", "/cosponsors", lambda: body("no", 500), "500"),
    ("an error with 200", "", lambda: body('{"error": {"code": "X"}}'), "answers with an error"),
    ("an error in a part", "/actions", lambda: body('{"error": "no"}'), "answers with an error"),
    ("XML, not JSON", "/actions", lambda: body("<api-root/>"), "XML or HTML"),
    ("half a JSON", "/actions", lambda: body('{"actions": ['), "damaged"),
    ("a list, not an answer", "", lambda: body("[]"), "no answer"),
    ("something else", "/actions", lambda: body('{"titles": []}'), "something else"),
    ("too many requests", "", lambda: body("", 429), "429"),
    ("a key that is not taken", "", lambda: body("", 403), "403"),
    (
        "no end to it",
        "/cosponsors",
        lambda: _endless(),
        "does not end after",
    ),
]


def _endless() -> Answer:
    def answer(ask: BaseHTTPRequestHandler) -> None:
        offset = int(parse_qs(urlsplit(ask.path).query).get("offset", ["0"])[0])
        body(json.dumps(cosponsors(offset, offset + 3, more=True)))(ask)

    return answer


@pytest.mark.parametrize(("part", "bad", "said"), [b[1:] for b in BADLY], ids=[b[0] for b in BADLY])
def test_a_bundle_without_a_part_is_not_kept_and_the_next_good_run_catches_up(
    here: Folders, api: Playing, part: str, bad: Callable[[], Answer], said: str
) -> None:
    run(here)
    before = (here.raw / "congress_gov" / KEPT).read_bytes()
    newer = json.loads(json.dumps(DETAIL))
    newer["bill"]["title"] = "Made Bill Act, amended"
    api.say(BILL, told(newer))
    good = api.answers[f"{BILL}{part}"]
    api.say(f"{BILL}{part}", bad())
    failed = run(here)
    assert failed.failed
    assert re.search(said, "\n".join(failed.lines)), failed.lines
    assert (here.raw / "congress_gov" / KEPT).read_bytes() == before
    api.say(f"{BILL}{part}", *good)
    assert run(here).changed == 1
    assert kinds(here) == WHOLE


PAGES: list[tuple[str, Answer, int]] = [
    (
        "a count that is too high",
        paged((0, cosponsors(0, 250, count=999)), (250, cosponsors(250, 300))),
        300,
    ),
    (
        "a count that is too low",
        paged((0, cosponsors(0, 250, count=250)), (250, cosponsors(250, 260, 250))),
        260,
    ),
    (
        "rows told twice",
        paged((0, cosponsors(0, 250, more=True)), (250, cosponsors(240, 260))),
        260,
    ),
    (
        "the first page again and again",
        paged((0, cosponsors(0, 250, more=True)), (250, cosponsors(0, 250, more=True))),
        250,
    ),
    (
        "a page shorter than asked",
        paged((0, cosponsors(0, 20, more=True)), (20, cosponsors(20, 30))),
        30,
    ),
]


@pytest.mark.parametrize(("pages", "members"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_a_count_is_not_believed_and_no_row_told_twice(
    here: Folders, api: Playing, pages: Answer, members: int
) -> None:
    api.say(f"{BILL}/cosponsors", pages)
    assert run(here).failures == ()
    assert kinds(here) == {"Bill": 1, "BillAction": 2, "BillCosponsor": members}


def test_the_hourly_limit_is_left_alone(here: Folders, api: Playing) -> None:
    api.say(BILL, told(DETAIL, left=40))
    assert "only 40 requests of this hour are left" in "\n".join(run(here).lines)
    assert len(api.asked) == 1
    api.say(BILL, told(DETAIL))
    assert run(here).new == 1


VOTE = {
    "houseRollCallVote": {
        "congress": AT,
        "sessionNumber": 1,
        "rollCallNumber": 17,
        "legislationType": "HR",
        "legislationNumber": 7,
        "result": "Passed",
        "startDate": "2025-01-16T23:30:00-05:00",
        "voteQuestion": "On Passage",
        "sourceDataURL": "https://example.org/roll017.xml",
        "votePartyTotal": [{"voteParty": "R", "yeaTotal": 2, "nayTotal": 0}],
    }
}


def test_a_vote_of_the_house_comes_once_with_its_totals(here: Folders, api: Playing) -> None:
    path = f"/congress_gov/house-vote/{AT}/1/17"
    api.say(path, told(VOTE))
    wanted = Wanted(votes=(f"h17-{AT}.1", "h5-110.2"))
    assert run(here, wanted).new == 1
    name = f"house-vote-{AT}-1-17.json"
    vote, *totals = read(name, (here.raw / "congress_gov" / name).read_bytes())
    assert isinstance(vote, Vote)
    assert (vote.vote_id, vote.bill_id, str(vote.voted_on)) == (
        f"h17-{AT}.1",
        f"hr7-{AT}",
        "2025-01-16",
    )
    assert totals == [
        VoteTotal(vote_id=vote.vote_id, party="R", position="yea", members=2),
        VoteTotal(vote_id=vote.vote_id, party="R", position="nay", members=0),
    ]
    api.asked.clear()
    assert run(here, wanted).came == 0
    assert api.asked == []


def test_the_bundle_is_read(here: Folders, api: Playing) -> None:
    run(here)
    records = read(KEPT, (here.raw / "congress_gov" / KEPT).read_bytes())
    bill = next(r for r in records if isinstance(r, Bill))
    assert (bill.bill_id, bill.partial, bill.truncated) == (f"hr7-{AT}", False, None)
    actions = [r for r in records if isinstance(r, BillAction)]
    assert [a.action_code for a in actions] == ["1000", "8000"]
    assert sum(isinstance(r, BillCosponsor) for r in records) == 300
