"""The commands: `python -m etl <command> --help`."""

from __future__ import annotations

import argparse
import os
import sys
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
from etl.build import BrokenPromise
from etl.catalog import CatalogError, tables
from etl.export import export
from etl.folders import Folders, folders
from etl.policies import PolicyError, read_policies
from etl.publish import current, trouble
from etl.recorded import recorded
from etl.refresh import Busy, Done, alone, ask, refresh
from etl.report import Teller

ALL_WELL, SOURCE_FAILED, NOTHING_PUBLISHED = 0, 1, 2

EPILOG = """
exit status:
  0  all went well
  1  a source, a file or an alert failed; the rest was published
  2  nothing was published; what was published before still stands
  (status: 0 fine, 1 something needs a person, 2 nothing is published;
  refresh --every: 0 once it was told to stop)

environment:
  LAWBEAT_DATA          another data folder (inbox, raw, published, exports)
  LAWBEAT_POLICIES      another folder of policy files
  LAWBEAT_<SOURCE>_URL  another address for a source, such as LAWBEAT_FEEDS_URL
  LAWBEAT_ALLOW_PRIVATE 1: feeds, pages and redirects may lead into a private network
  LAWBEAT_GDELT         0: GDELT is not asked
  LAWBEAT_PAGES         0: articles are not asked for at their outlets
  LAWBEAT_GOOGLE_NEWS   1: Google News is asked too, for titles
  MEDIACLOUD_API_KEY    a key of your own: Media Cloud is asked too
  LAWBEAT_SMTP_URL, LAWBEAT_ALERTS_TO, LAWBEAT_WEBHOOK and others: see docs/alerts.md
"""


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
    version = current(here)
    if fallen_back := trouble(here):
        tell.line(fallen_back)
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
    version = current(here)
    if fallen_back := trouble(here):
        tell.line(fallen_back)
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


def _finish(done: Done, tell: Teller) -> int:
    tell.lines(report.run(done))
    tell.lines(done.alerts)
    return SOURCE_FAILED if done.failed else ALL_WELL


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    whole = argparse.ArgumentParser(
        prog="python -m etl",
        description="Lawbeat's ETL: from the web and the inbox to the published marts.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="command")
    for name, do in COMMANDS.items():
        told = (do.__doc__ or "").strip()
        command = commands.add_parser(
            name,
            help=told,
            description=told,
            epilog=EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_argument(
            "--log",
            action="store_true",
            help="write plain lines to refresh.log in the data folder, nothing to the terminal",
        )
        if name in ARGUMENTS:
            ARGUMENTS[name](command)
    return whole


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    asked = vars(parser().parse_args(words))
    command, log = asked.pop("command"), asked.pop("log")
    here = folders()
    with Teller(here.data / "refresh.log" if log else None) as tell:
        try:
            return COMMANDS[command](here, tell, **asked)
        except (PolicyError, BrokenPromise, CatalogError, Busy) as error:
            tell.line(str(error))
        except BrokenPipeError:  # who reads us has read enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return ALL_WELL
        except OSError as error:
            tell.line(f"{error.filename or here.data}: {error.strerror or error}")
        except KeyboardInterrupt:
            tell.line("stopped; what was published before still stands")
        return NOTHING_PUBLISHED


if __name__ == "__main__":
    sys.exit(main())
