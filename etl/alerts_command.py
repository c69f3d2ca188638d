"""`python -m etl alerts`: send what is news, see beforehand what it is, or count the past."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from etl.alerts import at_hand
from etl.alerts.alert import Alert
from etl.alerts.ledger import LedgerError
from etl.alerts.telling import preview, tell
from etl.folders import Folders
from etl.publish import current
from etl.refresh import alone
from etl.report import Teller

WELL, FAILED, NOTHING = 0, 1, 2
NOTHING_YET = "nothing is published yet: run `python -m etl build` first"


def arguments(command: argparse.ArgumentParser) -> None:
    """Say what the command is asked with."""
    way = command.add_mutually_exclusive_group()
    way.add_argument(
        "--dry-run",
        action="store_true",
        help="say what would be told now, and to whom; send nothing",
    )
    way.add_argument(
        "--history",
        action="store_true",
        help="count the alerts of the past, as it is at hand now, by week and rule; send nothing",
    )
    way.add_argument(
        "--retry", action="store_true", help="send, and try again what was given up as well"
    )
    command.add_argument(
        "--since", metavar="DAY", type=date.fromisoformat, help="of the history, such as 2025-01-01"
    )


def run(
    here: Folders, tell_lines: Teller, dry_run: bool, history: bool, retry: bool, since: date | None
) -> int:
    """Tell, preview or count; returns the exit status."""
    version = current(here)
    if version is None:
        tell_lines.line(NOTHING_YET)
        return NOTHING
    if history:
        tell_lines.lines(history_lines(version, since))
        return WELL
    if dry_run:
        return _preview(here, tell_lines)
    with alone(here):
        outcome = tell(here, again=retry)
    tell_lines.lines(outcome.lines)
    return FAILED if outcome.failed else WELL


def _preview(here: Folders, tell_lines: Teller) -> int:
    try:
        tell_lines.lines(preview(here))
    except LedgerError as error:
        tell_lines.line(str(error))
        return FAILED
    return WELL


def history_lines(version: Path, since: date | None) -> list[str]:
    """Return a line a week with its alerts by rule, then how many a week that is."""
    here = at_hand.read(version)
    told = [a for a in here.alerts if since is None or a.happened_on >= since]
    if not told:
        return ["no alert" + (f" since {since}" if since else "") + " is at hand"]
    weeks: dict[date, list[Alert]] = {}
    for alert in told:
        weeks.setdefault(monday(alert.happened_on), []).append(alert)
    lines = [f"{week}  {len(found):3}  {_by_rule(found)}" for week, found in sorted(weeks.items())]
    return [*lines, *_rate(told, weeks, since, here.built_on)]


def _rate(
    told: Sequence[Alert], weeks: dict[date, list[Alert]], since: date | None, until: date
) -> list[str]:
    first = monday(since or min(weeks))
    many = (monday(until) - first).days // 7 + 1
    busiest = max(weeks, key=lambda week: (len(weeks[week]), week))
    most = len(weeks[busiest])
    return [
        f"{len(told)} alerts in {many} weeks from {first}: {len(told) / many:.2f} a week; "
        f"{many - len(weeks)} weeks without one; most in one week: {most} ({busiest})",
        f"by rule: {_by_rule(told)}",
    ]


def _by_rule(told: Sequence[Alert]) -> str:
    counted = Counter(alert.rule for alert in told)
    return ", ".join(f"{rule} {count}" for rule, count in counted.most_common())


def monday(day: date) -> date:
    """Return the first day of a day's week."""
    return day - timedelta(days=day.weekday())
