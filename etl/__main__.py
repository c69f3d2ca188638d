"""The command line: `python -m etl <command> --help`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from etl.build import BrokenPromise
from etl.catalog import CatalogError
from etl.commands import ALL_WELL, ARGUMENTS, COMMANDS, NOTHING_PUBLISHED
from etl.folders import folders
from etl.policies import PolicyError
from etl.refresh import Busy
from etl.report import Teller

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
  LAWBEAT_MEMORY        how much memory a build may take, such as 4GB; 900MB if unsaid
  LAWBEAT_GDELT         0: GDELT is not asked
  LAWBEAT_PAGES         0: articles are not asked for at their outlets
  LAWBEAT_GOOGLE_NEWS   1: Google News is asked too, for titles
  MEDIACLOUD_API_KEY    a key of your own: Media Cloud is asked too
  LAWBEAT_SMTP_URL, LAWBEAT_ALERTS_TO, LAWBEAT_WEBHOOK and others: see docs/alerts.md
"""


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
