"""The commands: what each does, what it is asked with, and how it ends."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from etl import (
    alerts_command,
    backfill_command,
    corrections_command,
    evaluate,
    every_command,
    judging,
    report,
    status,
)
from etl.catalog import tables
from etl.export import export
from etl.folders import Folders
from etl.policies import read_policies
from etl.publish import current, trouble
from etl.recorded import recorded
from etl.refresh import Done, alone, ask, refresh
from etl.report import Teller

ALL_WELL, SOURCE_FAILED, NOTHING_PUBLISHED = 0, 1, 2


def do_refresh(here: Folders, tell: Teller, every: str | None, unwatched: bool) -> int:
    """Ask every source, then build, publish and export."""
    if every:
        return every_command.run(here, tell, every)
    return _finish(refresh(here, tell.step, unwatched=unwatched or tell.unwatched), tell)


def do_status(here: Folders, tell: Teller, **asked: Any) -> int:
    """Say what is published, how the last runs and each source went, and what needs a person."""
    return status.run(here, tell, **asked)


def do_build(here: Folders, tell: Teller, whole: bool) -> int:
    """Build from what is at hand, without the web: the inbox, the sample, what came before."""
    return _finish(refresh(here, tell.step, web=False, whole=whole), tell)


def do_fetch(here: Folders, tell: Teller) -> int:
    """Ask every source and keep what came, without building."""
    with alone(here), recorded(here, "fetch", tell.step) as run:
        done = ask(here, read_policies(here.policies), tell.step, True, tell.unwatched, run.step)
        run.goes_by(done.refreshes[0].refresh_id)
        run.came_to(done.failed, None, ())
    tell.lines(report.sources_asked(done))
    return SOURCE_FAILED if done.failed else ALL_WELL


def do_export(here: Folders, tell: Teller) -> int:
    """Write a CSV and a Parquet file per mart of the published version."""
    version = _shown(here, tell)
    if version is None:
        tell.line("nothing is published yet: run `python -m etl build` first")
        return NOTHING_PUBLISHED
    written = export(version, here)
    tell.line(f"{len(written)} files of {version.stem} in {here.exports}")
    return ALL_WELL


def do_sources(here: Folders, tell: Teller) -> int:
    """List the sources: what each is, on what terms, and how its last asking went."""
    tell.lines(report.source_list(here))
    return ALL_WELL


def do_policies(here: Folders, tell: Teller) -> int:
    """List the policies that are followed; a file that is wrong is told with its line."""
    tell.lines(report.policy_list(read_policies(here.policies)))
    return ALL_WELL


def do_check(here: Folders, tell: Teller) -> int:
    """Check policy files, table files and the published version, and say what is wrong."""
    followed = read_policies(here.policies)
    tell.line(f"{len(followed)} policy files are well-formed")
    tell.line(f"{len(tables())} table files say what they are and read only what they may")
    version = _shown(here, tell)
    if version is None:
        tell.line("nothing is published yet: run `python -m etl build`")
        return NOTHING_PUBLISHED
    tell.lines(report.broken_promises(version))
    return ALL_WELL


def do_backfill(here: Folders, tell: Teller, archive: str, **asked: Any) -> int:
    """Bring in an archive's past, file by file; run it again and it goes on where it stopped."""
    del archive  # there is one
    filled = backfill_command.run(here, tell, **asked)
    if filled is None:
        return NOTHING_PUBLISHED
    return SOURCE_FAILED if filled.of("failed") else ALL_WELL


def do_corrections(here: Folders, tell: Teller, export: Path | None, take: Path | None) -> int:
    """Write coders' corrections as CSV, or add those of a CSV file; to count at the next build."""
    return corrections_command.run(here, tell, export, take)


def do_judge(here: Folders, tell: Teller, file: str, policy: str | None) -> int:
    """Judge a text, or JSON lines of passages (id, policy_id, text), for a policy."""
    del tell  # what is asked for is the output, and nothing else
    return judging.run(here, file, policy)


def do_alerts(here: Folders, tell: Teller, **asked: Any) -> int:
    """Send what is news to the feeds, by mail and to the webhook, each alert once."""
    return alerts_command.run(here, tell, **asked)


def do_evaluate(here: Folders, tell: Teller, files: Sequence[Path]) -> int:
    """Measure the judge on labelled passages, beside plain baselines."""
    return evaluate.run(here, tell, files)


def build_arguments(command: argparse.ArgumentParser) -> None:
    """Say how a build may be asked for."""
    told = "make every table anew, also of what has not changed since the last build"
    command.add_argument("--whole", action="store_true", help=told)


def _shown(here: Folders, tell: Teller) -> Path | None:
    """Return the version that is shown, if any; one that had to be passed over is told."""
    version = current(here)
    if fallen_back := trouble(here):
        tell.line(fallen_back)
    return version


def _finish(done: Done, tell: Teller) -> int:
    tell.lines(report.run(done))
    tell.lines(done.alerts)
    return SOURCE_FAILED if done.failed else ALL_WELL


# What a command is asked with, beside --log, is handed to it by name.
COMMANDS: dict[str, Callable[..., int]] = {
    "refresh": do_refresh,
    "status": do_status,
    "fetch": do_fetch,
    "build": do_build,
    "export": do_export,
    "sources": do_sources,
    "policies": do_policies,
    "check": do_check,
    "backfill": do_backfill,
    "corrections": do_corrections,
    "alerts": do_alerts,
    "judge": do_judge,
    "evaluate": do_evaluate,
}
ARGUMENTS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "build": build_arguments,
    "refresh": every_command.arguments,
    "status": status.arguments,
    "backfill": backfill_command.arguments,
    "corrections": corrections_command.arguments,
    "alerts": alerts_command.arguments,
    "judge": judging.arguments,
    "evaluate": evaluate.arguments,
}
