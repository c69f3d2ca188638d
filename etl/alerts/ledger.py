"""The ledger, data/alerts.sqlite: what is known, what was told, and to whom it got through.

What is to be told is written down first, with the very words, and confirmed once a receiver has
taken it. A process that dies in between leaves it unconfirmed: the next run sends the same batch
under the same id, so that a receiver can tell it is the same. What was confirmed is never sent
again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from etl.alerts.alert import Alert, Delivery, delivery_id, from_json, to_json
from etl.alerts.due import Remembered, Sifted
from etl.alerts.feeds import Told

WAIT = 5.0  # seconds that another's write may take
MOST_RUNS = 10  # in which a batch is tried over one channel
IN_FEEDS = 200  # alerts, the newest

VERSION = 1
SCHEMA = f"""
create table if not exists alerts (
    alert_id text primary key,
    rule text not null,
    happened_on text not null,
    seen_at text not null,
    why text not null check (why in ('told', 'baseline', 'old')),
    body text
) without rowid;
create table if not exists scopes (scope text primary key, since_at text not null) without rowid;
create table if not exists tellings (
    alert_id text not null references alerts,
    channel text not null,
    delivery_id text not null,
    meant_at text not null,
    confirmed_at text,
    runs integer not null default 0,
    trouble text,
    primary key (alert_id, channel)
) without rowid;
pragma user_version = {VERSION};
"""
WAITING = "confirmed_at is null and runs < :most"


class LedgerError(Exception):
    """The ledger is there and cannot be used; the message says why and what to do."""


class Ledger:
    """The ledger, opened for one run; `opened` opens it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def remembered(self) -> Remembered:
        """Return the alerts that are known, and whose baseline was taken."""
        return Remembered(
            known={row[0] for row in self._db.execute("select alert_id from alerts")},
            scopes={row[0] for row in self._db.execute("select scope from scopes")},
        )

    def learn(self, sifted: Sifted, scopes: set[str], channels: Sequence[str], at: str) -> None:
        """Write down, at once, what is known from now on and what to tell over each channel."""
        told: list[tuple[Alert, str, str | None]] = [(a, why, None) for a, why in sifted.quiet]
        told += [(a, "told", to_json(a)) for a in sifted.due]
        rows = [
            (a.alert_id, a.rule, a.happened_on.isoformat(), at, why, body) for a, why, body in told
        ]
        ids = [a.alert_id for a in sifted.due]
        meant = [(one, c, delivery_id(c, ids), at) for c in channels for one in ids]
        with self._db:  # one transaction
            self._db.executemany("insert into alerts values (?, ?, ?, ?, ?, ?)", rows)
            self._db.executemany(
                "insert into scopes values (?, ?) on conflict do nothing",
                [(scope, at) for scope in sorted(scopes)],
            )
            self._db.executemany(
                "insert into tellings (alert_id, channel, delivery_id, meant_at) "
                "values (?, ?, ?, ?)",
                meant,
            )

    def waiting(self, channel: str) -> list[Delivery]:
        """Return the batches that were not confirmed, oldest first, as they were first meant."""
        rows = self._db.execute(
            "select delivery_id, meant_at, body from tellings join alerts using (alert_id) "
            f"where channel = :channel and {WAITING} "
            "order by meant_at, delivery_id, alerts.alert_id",
            {"channel": channel, "most": MOST_RUNS},
        ).fetchall()
        batches: dict[tuple[str, str], list[str]] = {}
        for batch, meant_at, body in rows:
            batches.setdefault((batch, meant_at), []).append(body)
        return [Delivery(*key, [from_json(b) for b in bodies]) for key, bodies in batches.items()]

    def confirm(self, batch: Delivery, at: str) -> None:
        """Write down that a receiver has taken a batch: it is never sent again."""
        with self._db:
            self._db.execute(
                "update tellings set confirmed_at = ?, trouble = null where delivery_id = ?",
                (at, batch.delivery_id),
            )

    def fail(self, batch: Delivery, why: str) -> int:
        """Write down that a run could not send a batch; returns the runs that are left to try."""
        with self._db:
            self._db.execute(
                "update tellings set runs = runs + 1, trouble = ? where delivery_id = ?",
                (why, batch.delivery_id),
            )
        found = self._db.execute(
            "select max(runs) from tellings where delivery_id = ?", (batch.delivery_id,)
        ).fetchone()
        return max(0, MOST_RUNS - int(found[0]))

    def try_again(self) -> int:
        """Let what was given up be tried again; returns how many alerts and channels that is."""
        with self._db:
            return self._db.execute(
                "update tellings set runs = 0 where confirmed_at is null and runs >= ?",
                (MOST_RUNS,),
            ).rowcount

    def told(self) -> list[Told]:
        """Return the newest alerts that were told, newest first."""
        rows = self._db.execute(
            "select body, seen_at from alerts where why = 'told' "
            "order by seen_at desc, happened_on desc, alert_id limit ?",
            (IN_FEEDS,),
        )
        return [Told(from_json(body), at) for body, at in rows]

    def since(self) -> str | None:
        """Return when the ledger was begun, None where it is new."""
        found = self._db.execute("select min(since_at) from scopes").fetchone()
        return found[0] if found else None

    def troubles(self) -> list[str]:
        """Return a line a channel over which something could not be sent, with why."""
        rows = self._db.execute(
            "select channel, count(*), max(trouble), min(runs) >= ? from tellings "
            "where confirmed_at is null and trouble is not null group by channel order by channel",
            (MOST_RUNS,),
        )
        return [
            f"{channel}: {count} alerts not sent: {why}" + ("; given up" if given_up else "")
            for channel, count, why, given_up in rows
        ]


@contextmanager
def opened(file: Path, *, only_read: bool = False) -> Iterator[Ledger]:
    """Open the ledger for one errand; raises `LedgerError` where it cannot be used."""
    try:
        db = sqlite3.connect(":memory:" if only_read and not file.exists() else file, timeout=WAIT)
        try:
            _prepare(db, only_read and file.exists())
            yield Ledger(db)
        finally:
            db.close()
    except sqlite3.Error as error:
        raise LedgerError(
            f"{file.name} cannot be used ({error}): nothing was sent. Where it is damaged, move it "
            "away; the next run begins anew, and quietly"
        ) from error


def _prepare(db: sqlite3.Connection, only_read: bool) -> None:
    if (version := int(db.execute("pragma user_version").fetchone()[0])) > VERSION:
        raise sqlite3.DatabaseError(f"a newer Lawbeat wrote it: it is of kind {version}")
    if only_read:
        db.execute("pragma query_only = on")
        return
    db.execute("pragma synchronous = full")
    db.executescript(SCHEMA)
