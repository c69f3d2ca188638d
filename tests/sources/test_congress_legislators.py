"""The lists of members on loopback: both are asked for, and one that fails leaves the other."""

from __future__ import annotations

from etl.build import open_database
from etl.catalog import tables
from etl.fetch import ask
from etl.folders import Folders
from etl.load import load
from etl.sources import Wanted, sources
from tests.made import CHALLENGE
from tests.server import Playing, body

HEAD = "bioguide_id,type,state,first_name,last_name,party\n"


def test_who_serves_now_comes_before_who_served(here: Folders, server: Playing) -> None:
    now = f"{HEAD}M000001,sen,CA,Ada,Maker,Democrat\n"
    once = f"{HEAD}M000001,rep,CA,Ada,Maker,Whig\nM000002,rep,NY,Bob,Maker,Whig\n"
    server.say("/congress_legislators/legislators-current.csv", body(now))
    server.say("/congress_legislators/legislators-historical.csv", body(once))
    source = sources()["congress_legislators"]
    assert ask(source, here, (), "run", lambda line: None, Wanted()).new == 2
    server.say("/congress_legislators/legislators-current.csv", body(CHALLENGE))
    failed = ask(source, here, (), "run", lambda line: None, Wanted())
    assert (failed.failed, failed.unchanged) == (True, 1)
    with open_database(str(here.working)) as db:
        load(db, here)
        query = next(t.query for t in tables() if t.full_name == "staged.legislators")
        rows = db.execute(f"select bioguide_id, chamber, current from ({query}) order by all")
        assert rows.fetchall() == [("M000001", "senate", True), ("M000002", "house", False)]
