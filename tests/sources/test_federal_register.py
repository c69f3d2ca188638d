"""The Federal Register on loopback: no answer is silently capped, and what came once stays."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from etl.build import open_database
from etl.catalog import tables
from etl.fetch import Refresh, ask
from etl.folders import Folders
from etl.load import load
from etl.policies import read_policy
from etl.readers.federal_register import read
from etl.records import Document, Policy
from etl.sources import Wanted, sources
from tests.server import Answer, Playing, body
from tests.test_fetch import POLICY

PATH = "/federal_register/documents.json"
TODAY = datetime.now(UTC).date()
DAY = timedelta(days=1)


@pytest.fixture
def policies(tmp_path: Path) -> tuple[Policy, ...]:
    file = tmp_path / "made.yaml"
    file.write_text(POLICY)
    return (read_policy(file),)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four documents to an answer, asked without a pause."""
    monkeypatch.setattr("etl.sources.federal_register.PACE_S", 0.0)
    monkeypatch.setattr("etl.sources.federal_register.PER_PAGE", 4)


def register(days: list[date], cap: int = 10, error_on: date | None = None) -> Answer:
    """Answer with the documents of these days: a page of them, and a count that is capped."""

    def answer(ask: BaseHTTPRequestHandler) -> None:
        asked = parse_qs(urlsplit(ask.path).query)
        first = date.fromisoformat(asked["conditions[publication_date][gte]"][0])
        last = date.fromisoformat(asked["conditions[publication_date][lte]"][0])
        assert asked["conditions[type][]"] == ["NOTICE", "PRESDOCU"]
        found = [told(number, on) for number, on in enumerate(days) if first <= on <= last]
        page = int(asked["per_page"][0])
        reply: dict[str, Any] = {"count": min(len(found), cap), "description": "Documents made"}
        if found:
            reply["results"] = found[:page]
        if error_on and first <= error_on <= last and len(found) <= page:
            body("no", 500)(ask)
            return
        body(json.dumps(reply))(ask)

    return answer


def told(number: int, on: date) -> dict[str, Any]:
    return {
        "document_number": f"{on.year}-{number:05d}",
        "publication_date": on.isoformat(),
        "type": "Notice",
        "title": "Made notice",
        "agency_names": ["Made Department"],
    }


def run(here: Folders, policies: tuple[Policy, ...]) -> Refresh:
    source = sources()["federal_register"]
    return ask(source, here, policies, "run", lambda line: None, Wanted())


def at_hand(here: Folders) -> set[str]:
    """Return the documents that all kept answers together tell."""
    files = (here.raw / "federal_register").rglob("*.json")
    visible = [f for f in files if not f.name.startswith(".")]
    records = [r for f in visible for r in read(f.name, f.read_bytes())]
    return {r.document_id for r in records if isinstance(r, Document)}


def since(server: Playing) -> list[str]:
    """Return the first day of each question asked since the last look."""
    queries = [parse_qs(urlsplit(path).query) for path in server.asked]
    server.asked.clear()
    return [query["conditions[publication_date][gte]"][0] for query in queries]


def test_more_than_an_answer_holds_is_had_by_halving_the_period(
    here: Folders, server: Playing, policies: tuple[Policy, ...]
) -> None:
    days = [date(1994, 1, 1) + timedelta(days=300 * n) for n in range(30)]
    server.say(PATH, register(days))
    first = run(here, policies)
    assert first.failures == ()
    assert len(at_hand(here)) == 30


def test_after_that_only_the_last_month_is_asked_again_and_the_rest_stays(
    here: Folders, server: Playing, policies: tuple[Policy, ...]
) -> None:
    server.say(PATH, register([date(2001, 2, 3), TODAY - 5 * DAY]))
    run(here, policies)
    assert since(server) == ["1994-01-01"]
    server.say(PATH, register([date(2001, 2, 3), TODAY - 5 * DAY, TODAY - DAY]))
    assert run(here, policies).new == 1
    assert since(server) == [(TODAY - 30 * DAY).isoformat()]
    assert len(at_hand(here)) == 3
    server.say(PATH, register([]))  # a search that finds nothing takes nothing away
    run(here, policies)
    assert len(at_hand(here)) == 3


def test_the_same_documents_are_kept_once(
    here: Folders, server: Playing, policies: tuple[Policy, ...]
) -> None:
    server.say(PATH, register([TODAY - DAY]))
    assert run(here, policies).new == 1
    again = run(here, policies)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 1)


def test_what_failed_is_asked_again_from_where_it_stood(
    here: Folders, server: Playing, policies: tuple[Policy, ...]
) -> None:
    days = [date(1994, 1, 1) + timedelta(days=300 * n) for n in range(12)]
    server.say(PATH, register(days, error_on=days[-1]))
    assert "answers 500" in "\n".join(run(here, policies).lines)
    server.say(PATH, register(days))
    since(server)
    assert run(here, policies).failures == ()
    assert since(server)[0] == "1994-01-01"
    assert len(at_hand(here)) == 12


def test_a_day_that_holds_more_than_an_answer_is_said(
    here: Folders, server: Playing, policies: tuple[Policy, ...]
) -> None:
    server.say(PATH, register([date(2001, 2, 3)] * 6))
    done = run(here, policies)
    assert "2001-02-03: truncated" in "\n".join(done.lines)
    assert len(at_hand(here)) == 4


def test_a_server_that_always_has_more_is_not_asked_for_ever(
    here: Folders, server: Playing, policies: tuple[Policy, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("etl.sources.federal_register.MOST_QUESTIONS", 20)
    more = {"count": 10_000, "results": [told(1, TODAY)]}
    server.say(PATH, body(json.dumps(more)))
    assert "there is always more" in "\n".join(run(here, policies).lines)
    assert len(server.asked) == 20


@pytest.mark.parametrize("bad", ["<html></html>", '{"errors": ["no"]}', "", "[1]", '{"count": 1'])
def test_an_answer_that_is_none_is_said_and_the_next_good_run_catches_up(
    here: Folders, server: Playing, policies: tuple[Policy, ...], bad: str
) -> None:
    server.say(PATH, body(bad))
    assert run(here, policies).failed
    server.say(PATH, register([TODAY - DAY]))
    since(server)
    assert run(here, policies).new == 1
    assert since(server) == ["1994-01-01"]


def test_a_number_that_was_used_again_is_another_document(
    here: Folders, server: Playing, policies: tuple[Policy, ...]
) -> None:
    days = (date(2003, 2, 3), date(2009, 2, 3))
    again = [told(1, on) | {"document_number": "03-1", "title": f"Of {on.year}"} for on in days]
    undated = told(1, days[0]) | {"document_number": "03-1", "publication_date": None}
    reply = {"count": 3, "results": [*again, undated]}
    server.say(PATH, body(json.dumps(reply)))
    run(here, policies)
    with open_database(str(here.working)) as db:
        load(db, here)
        query = next(t.query for t in tables() if t.full_name == "staged.documents")
        rows = db.execute(f"select title, count(*) over () from ({query}) order by title")
        assert rows.fetchall() == [("Of 2003", 2), ("Of 2009", 2)]
