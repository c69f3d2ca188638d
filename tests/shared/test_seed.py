"""The first job, on the real files: seed article, two bills and the 2025 waiver, from an inbox."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.folders import Folders, folders
from etl.publish import current

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data is not there"),
]
FILES = [
    "legislation/billstatus/119/BILLSTATUS-119hr6534.xml",
    "legislation/billstatus/118/BILLSTATUS-118s3000.xml",
    "legislation/federal_register/FR-2025-15682_section907_waiver.txt",
]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Folders, str]:
    data = tmp_path_factory.mktemp("seed") / "data"
    (data / "inbox").mkdir(parents=True)
    for file in [*(SHARED / "seed").glob("*.txt"), *(SHARED / f for f in FILES)]:
        shutil.copy(file, data / "inbox")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAWBEAT_DATA", str(data))
        run = subprocess.run(
            [sys.executable, "-m", "etl", "build"],
            capture_output=True,
            text=True,
            env=dict(os.environ),
        )
        assert run.returncode == 0, run.stdout + run.stderr
        return folders(), run.stdout


def ask(here: Folders, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(current(here)), read_only=True) as db:
        db.execute("set search_path = 'marts'")
        return db.sql(query).fetchall()


def test_every_file_is_named_in_the_report(done: tuple[Folders, str]) -> None:
    for file in FILES:
        assert f"inbox: read {Path(file).name}" in done[1]


def test_the_seed_article(done: tuple[Folders, str]) -> None:
    found = ask(
        done[0],
        "select outlet, published_on::varchar, cited_outlet, title, url from articles "
        "where source_id = 'inbox'",
    )
    assert found == [("News.Az", "2026-01-02", "The Washington Times", None, None)]


def test_its_mentions_and_the_speaker(done: tuple[Folders, str]) -> None:
    found = ask(
        done[0],
        "select sentence, stance, holder, holder_role, kind, method from mentions "
        "where source_id = 'inbox' and policy_id = 'section-907' order by sentence_index",
    )
    assert len(found) == 3
    hinders = next(m for m in found if "hinders peace" in m[0])
    assert hinders[1] == "opposes"
    assert hinders[2] == "Hikmat Hajiyev"
    assert "Assistant to the President of Azerbaijan" in hinders[3]
    assert "Head of the Foreign Policy Affairs Department" in hinders[3]
    assert {m[1] for m in found if m is not hinders} <= {None, "neutral"}
    assert {m[5] for m in found} == {"rules"}


def test_the_claim_about_the_biden_administration_is_marked_as_disputed(
    done: tuple[Folders, str],
) -> None:
    found = ask(
        done[0],
        "select claim_id, sentence, record, denied from claims where source_id = 'inbox'",
    )
    assert len(found) == 1
    claim, sentence, record, denied = found[0]
    assert (claim, denied) == ("reimposed-after-afghanistan", False)
    assert "The Biden administration reimposed Section 907 restrictions" in sentence
    assert "21 June 2022" in record
    events = ask(done[0], "select count(*) from events where title like '%reimposed%'")
    assert events == [(0,)]


def test_tone_is_warm_where_the_speaker_opposes(done: tuple[Folders, str]) -> None:
    found = ask(
        done[0],
        "select stance, tone > 0.05 from mentions "
        "where source_id = 'inbox' and sentence like '%hinders peace%'",
    )
    assert found == [("opposes", True)]


@pytest.mark.parametrize("bill_id", ["hr6534-119", "s3000-118"])
def test_the_bills_are_as_the_oracle_has_them(done: tuple[Folders, str], bill_id: str) -> None:
    with (SHARED / "legislation/oracle/oracle_bills.csv").open(newline="") as file:
        oracle = next(r for r in csv.DictReader(file) if r["bill_id"] == bill_id)
    found = ask(
        done[0],
        "select title, introduced_on::varchar, sponsor_id, cosponsors_active::varchar, status, "
        f"policy_area from bills where bill_id = '{bill_id}' and source_id = 'inbox'",
    )
    told = ("title", "introduced_at", "sponsor_bioguide", "n_cosponsors_active", "status_best")
    assert found == [(*(oracle[c] for c in told), oracle["policy_area"])]
    actions = ask(done[0], f"select count(*) from bill_actions where bill_id = '{bill_id}'")
    assert actions[0][0] > 0
    names = ask(done[0], f"select count(*) from bill_cosponsors where bill_id = '{bill_id}'")
    assert names == [(int(oracle["n_cosponsors"]),)]


def test_the_waiver_is_an_event_told_once(done: tuple[Folders, str]) -> None:
    found = ask(
        done[0],
        "select kind, basis, title, document_id is not null from events "
        "where policy_id = 'section-907' and event_on = '2025-08-08' and kind = 'waiver'",
    )
    assert len(found) == 1
    kind, basis, title, traced = found[0]
    assert (kind, basis, traced) == ("waiver", "document", True)
    assert "Extension of Waiver of Section 907" in title
    signed = ask(
        done[0],
        "select signed_on::varchar, published_on::varchar, signer, instrument, document_number "
        "from documents where source_id = 'inbox'",
    )
    assert signed[0][:2] == ("2025-08-08", "2025-08-15")
    assert "Trump" in signed[0][2]
    assert signed[0][3:] == ("Presidential Determination No. 2025-08", "2025-15682")


def test_all_of_it_is_in_the_csvs(done: tuple[Folders, str]) -> None:
    exports = done[0].exports
    assert "hinders peace" in (exports / "mentions.csv").read_text()
    assert "hr6534-119" in (exports / "bills.csv").read_text()
    assert "2025-08-08" in (exports / "events.csv").read_text()
