"""`python -m etl status`: how all is, in words or as JSON; the exit status says whether to look."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from etl.asked import Refresh
from etl.folders import Folders
from etl.health import Health, health, plain
from etl.keep import log_lines
from etl.refresh import holder
from etl.report import Teller
from etl.runs import Run, runs
from etl.scheduled import Scheduled, scheduled
from etl.status_lines import alive, told

FINE, NEEDS_A_PERSON, NOTHING_PUBLISHED = 0, 1, 2
CODES = "exit status: 0 fine; 1 something needs a person, and it says what; 2 nothing is published"
SHOWN = 5  # runs


def arguments(command: argparse.ArgumentParser) -> None:
    """Add what `status` is asked with."""
    command.description = f"{command.description} {CODES}."
    way = command.add_mutually_exclusive_group()
    way.add_argument("--json", action="store_true", dest="as_json", help="all of it, as JSON")
    way.add_argument(
        "--health",
        action="store_true",
        dest="health_only",
        help="one line, for a health check: 0 where what is published opens and is not late, else "
        "1. One source that fails is no matter of it",
    )


def run(here: Folders, tell: Teller, as_json: bool, health_only: bool) -> int:
    """Say how all is as of now; returns the exit status."""
    now, at_work = datetime.now(UTC), holder(here)
    found = health(here, now, at_work is not None)
    if health_only:
        tell.line(alive(found))
        return FINE if found.is_current else NEEDS_A_PERSON
    last, plan = runs(here)[-SHOWN:], scheduled(here)
    asked = _asked(here, last)
    if as_json:
        tell.line(json.dumps(plain(_whole(found, last, asked, at_work, plan)), indent=1))
    else:
        tell.lines(told(found, last, asked, at_work, plan))
    if found.version is None:
        return NOTHING_PUBLISHED
    return NEEDS_A_PERSON if found.needs_a_person else FINE


def _asked(here: Folders, last: list[Run]) -> dict[str, list[Refresh]]:
    """Return what each source came to in each of these runs."""
    names = Refresh.__dataclass_fields__
    asked: dict[str, list[Refresh]] = {run.refresh_id: [] for run in last}
    for line in log_lines(here.refreshes):
        if line.get("refresh_id") in asked and {"source_id", "started_at"} <= line.keys():
            of = {name: line[name] for name in names if name in line}
            asked[line["refresh_id"]].append(Refresh(**of))
    return asked


def _whole(
    found: Health,
    last: list[Run],
    asked: dict[str, list[Refresh]],
    at_work: str | None,
    plan: Scheduled | None,
) -> dict[str, Any]:
    return asdict(found) | {
        "at_work": at_work,
        "every": plan.every if plan else None,
        "next_due_at": plan.next_at if plan else None,
        "runs": [asdict(r) | {"sources": [asdict(a) for a in asked[r.refresh_id]]} for r in last],
    }
