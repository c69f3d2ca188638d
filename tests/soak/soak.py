"""Refresh after refresh from sources that change and fail, and what each leaves behind."""

from __future__ import annotations

import gc
import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.folders import Folders
from etl.publish import current
from etl.refresh import refresh
from etl.sources import sources
from tests.drill.stage import POLICY, made
from tests.made import CHALLENGE, billstatus
from tests.server import Answer, Playing, body, cut_short, play, redirect_to, slow

BILL = "/govinfo_billstatus/bulkdata/BILLSTATUS/119/hr/BILLSTATUS-119hr9001.xml"
FEED = "/feeds/made.example/rss"  # where a mirror of the feeds has it
ITEM = """<item><title>The Made Policy Act must go, {n}</title><link>https://made.example/{n}</link>
<pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate><description>Told {n} times.</description></item>"""
RSS = '<rss version="2.0"><channel><title>Made</title>{}</channel></rss>'
BILLS = """bills:
  - {bill: hr9001-119, effect: repeals, title: Made Act, source: https://example.org/}
"""
SHOWN = 10  # items that the feed lists at a time
OFTEN_WELL = 0.6
# What may be more at the end than after a quarter of the runs.
MORE_MB, MORE_FILES, MORE_DISK_MB = 120.0, 4, 60.0


@dataclass(frozen=True)
class Figures:
    """What the process and its folder hold after a refresh."""

    rss_mb: float
    files: int
    disk_mb: float
    versions: int


def soaked(data: Path, refreshes: int, seed: int, told: Callable[[str], None]) -> list[str]:
    """Refresh that often; tell the figures now and then, return what went wrong."""
    rng, wrong, taken = random.Random(seed), [], set[str]()
    figures: list[Figures] = []
    with play() as server:
        here = _stage(data, server)
        for n in range(1, refreshes + 1):
            taken |= _say(server, n, rng, well=n == refreshes)
            version = refresh(here, lambda line: None).version
            if version is None or version.stem != f"lawbeat-{n}":
                wrong.append(f"refresh {n} made {version}")
            gc.collect()
            figures.append(_figures(here))
            if n % max(1, refreshes // 10) == 0:
                told(_line(n, figures[-1]))
    return [*wrong, *_grown(figures), *_lost(here, taken)]


def _stage(data: Path, server: Playing) -> Folders:
    here = made(data)
    (here.policies / "made-policy.yaml").write_text(POLICY + BILLS)
    usual = {"CONGRESSES": "none", "GDELT": "0", "PAGES": "0"}
    os.environ.update({f"LAWBEAT_{name}": value for name, value in usual.items()})
    for name, source in sources().items():
        if source.base:
            os.environ[f"LAWBEAT_{name.upper()}_URL"] = f"{server.address}/{name}"
        if hasattr(source.module, "PACE_S"):
            source.module.PACE_S = 0.0  # loopback needs no manners
    return here


def _say(server: Playing, n: int, rng: random.Random, well: bool) -> set[str]:
    """Set what is said next, well or badly; return the articles that a good answer tells."""
    server.asked.clear()
    server.headers.clear()
    items = range(max(1, n - SHOWN), n + 1)
    feed = RSS.format("".join(ITEM.format(n=one) for one in items))
    moment = f"2025-04-{1 + n // 24 % 28:02}T{n % 24:02}:00:00Z"
    bill = billstatus(title=f"Made Act {n}").replace("2025-04-01T10:00:00Z", moment)
    server.say(BILL, body(bill) if rng.random() < OFTEN_WELL else _badly(bill, rng))
    good = well or rng.random() < OFTEN_WELL
    server.say(FEED, body(feed) if good else _badly(feed, rng))
    return {f"https://made.example/{one}" for one in items} if good else set()


def _badly(content: str, rng: random.Random) -> Answer:
    return rng.choice(
        (
            *(body("oops", 500), body("", 404), body(""), body(CHALLENGE), body('{"error": "no"}')),
            *(cut_short(content[:200]), redirect_to(FEED), redirect_to("http://["), slow(0.1)),
            *(body(b"\x00\xff" * 500), body("[" * 5000), body(b"PK\x03\x04" + b"x" * 99)),
        )
    )


def _figures(here: Folders) -> Figures:
    held = [file.stat().st_size for file in here.data.rglob("*") if file.is_file()]
    versions = len(list(here.published.glob("lawbeat-*.duckdb")))
    return Figures(_rss_mb(), len(os.listdir("/dev/fd")), sum(held) / 1e6, versions)


def _rss_mb() -> float:
    statm = Path("/proc/self/statm")
    if not statm.exists():  # no Linux: what it held at most
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _line(n: int, at: Figures) -> str:
    return (
        f"after {n:4} refreshes: {at.rss_mb:6.0f} MB of memory, {at.files:3} open files, "
        f"{at.disk_mb:6.1f} MB on disk, {at.versions} versions"
    )


def _grown(figures: list[Figures]) -> list[str]:
    early, late = figures[len(figures) // 4], figures[-1]
    grown = {
        "MB of memory": (late.rss_mb - early.rss_mb, MORE_MB),
        "open files": (late.files - early.files, MORE_FILES),
        "MB on disk": (late.disk_mb - early.disk_mb, MORE_DISK_MB),
        "versions": (max(f.versions for f in figures) - 3, 0),
    }
    return [f"{more:.0f} more {what}" for what, (more, most) in grown.items() if more > most]


def _lost(here: Folders, taken: set[str]) -> list[str]:
    with duckdb.connect(str(current(here)), read_only=True) as db:
        rows = [row[0] for row in db.sql("select url from marts.articles").fetchall()]
    odd = (set(rows) ^ taken) | {url for url in rows if rows.count(url) > 1}
    return [f"{url} is there {rows.count(url)} times" for url in sorted(odd, key=str)]
