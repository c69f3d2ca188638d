"""Telling: after a refresh, what is news goes out once; what fails is said, and stops nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from etl.alerts import at_hand
from etl.alerts.calendar import calendar
from etl.alerts.channels import channels, page_url
from etl.alerts.due import Sifted, sift
from etl.alerts.feeds import atom, json_feed
from etl.alerts.ledger import Ledger, LedgerError, opened
from etl.alerts.sending import Channel, NotSent, send, without
from etl.folders import Folders
from etl.keys import without_keys
from etl.publish import current

ATOM, JSON_FEED, ICS = "alerts.atom.xml", "alerts.json", "policy-dates.ics"
PERSON = "this needs a person"


@dataclass
class Outcome:
    """What telling came to: lines to be shown, and whether something needs a person."""

    lines: list[str] = field(default_factory=list)
    failed: bool = False

    def trouble(self, line: str) -> None:
        """Note what went wrong and does not mend itself."""
        self.lines.append(f"alerts: {line}; {PERSON}")
        self.failed = True


def ledger_file(folders: Folders) -> Path:
    """Return where the ledger lies."""
    return folders.data / "alerts.sqlite"


def tell(folders: Folders, *, again: bool = False) -> Outcome:
    """Send what is news in the published version over every channel, and write the feeds.

    It raises nothing: a refresh stands, whatever becomes of its alerts. `again` also tries what was
    given up. Whoever calls holds the lock of the data folder.
    """
    outcome = Outcome()
    try:
        version = current(folders)
        if version is None:
            outcome.lines.append("alerts: nothing is published yet")
        else:
            with opened(ledger_file(folders)) as ledger:
                _tell(ledger, version, folders, outcome, again)
    except LedgerError as error:
        outcome.trouble(str(error))
    except Exception as error:  # any fault of ours: named, and the refresh stands
        outcome.trouble(without_keys(without(f"{type(error).__name__}: {error}", *_secrets())))
    return outcome


def _tell(ledger: Ledger, version: Path, folders: Folders, outcome: Outcome, again: bool) -> None:
    found, wrong = channels()
    for line in wrong:
        outcome.trouble(line)
    if again:
        ledger.try_again()
    sifted = _learn(ledger, version, found)
    outcome.lines += summary(sifted)
    try:
        _write(ledger, version, folders.exports)
    except OSError as error:  # the channels need no room on the disk
        outcome.trouble(f"the feeds cannot be written: {error.strerror or error}")
    for channel in found:
        _send(ledger, channel, outcome)


def _learn(ledger: Ledger, version: Path, found: list[Channel]) -> Sifted:
    here = at_hand.read(version)
    sifted = sift(here, ledger.remembered())
    ledger.learn(sifted, here.scopes, [channel.name for channel in found], _now())
    return sifted


def _send(ledger: Ledger, channel: Channel, outcome: Outcome) -> None:
    for batch in ledger.waiting(channel.name):
        told = f"{channel.name}: {len(batch.alerts)} alerts"
        try:
            said = send(channel, batch)
        except NotSent as error:
            left = ledger.fail(batch, str(error))
            end = f"the next {left} runs try again" if left else "given up"
            outcome.trouble(f"{told} not sent: {error} ({end})")
            return  # what waits behind it would fare no better
        ledger.confirm(batch, _now())
        outcome.lines.append(f"alerts: {told} sent to {channel.reaches}")
        if said:
            outcome.trouble(f"{channel.name}: {said}")


def summary(sifted: Sifted) -> list[str]:
    """Return in a line what was found, and in another each alert that is told."""
    baseline = sum(why == "baseline" for _, why in sifted.quiet)
    old = len(sifted.quiet) - baseline
    quiet = [f"{baseline} of a baseline"] if baseline else []
    quiet += [f"{old} too old"] if old else []
    head = f"alerts: {len(sifted.due)} new" + (f"; kept quiet: {', '.join(quiet)}" if quiet else "")
    return [head, *(f"  {a.severity}: {without_keys(a.subject)}" for a in sifted.due)]


def _write(ledger: Ledger, version: Path, folder: Path) -> None:
    """Write what was told as feeds and the dates as a calendar; each file is replaced whole."""
    folder.mkdir(parents=True, exist_ok=True)
    told, page = ledger.told(), page_url()
    since = ledger.since() or _now()
    for name, content in (
        (ATOM, atom(told, since, page)),
        (JSON_FEED, json_feed(told, page)),
        (ICS, calendar(at_hand.dates(version))),
    ):
        part = folder / f".{name}.part"
        part.write_bytes(content)
        part.replace(folder / name)


def preview(folders: Folders) -> list[str]:
    """Return what would be told now, to whom, and what waits; writes and sends nothing."""
    version = current(folders)
    if version is None:
        return ["nothing is published yet: run `python -m etl build` first"]
    found, wrong = channels()
    with opened(ledger_file(folders), only_read=True) as ledger:
        sifted = sift(at_hand.read(version), ledger.remembered())
        waiting = [(c, ledger.waiting(c.name)) for c in found]
        lines = summary(sifted)
    lines += [f"to the feeds: {ATOM}, {JSON_FEED}"]
    for channel, batches in waiting:
        behind = sum(len(batch.alerts) for batch in batches)
        more = f", and {behind} that wait" if behind else ""
        lines.append(f"to {channel.name}: {channel.reaches}{more}")
    return [*lines, *wrong]


def troubles(folders: Folders) -> list[str]:
    """Return what could not be sent and why, a line a channel; none where there is no ledger."""
    if not ledger_file(folders).exists():
        return []
    try:
        with opened(ledger_file(folders), only_read=True) as ledger:
            return ledger.troubles()
    except LedgerError as error:
        return [str(error)]


def _secrets() -> tuple[str, ...]:
    return tuple(os.environ.get(name, "") for name in ("LAWBEAT_SMTP_URL", "LAWBEAT_WEBHOOK"))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
