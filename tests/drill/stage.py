"""The stage: a small data folder whose inbox gets other content before each run, and what a
version must then hold."""

from __future__ import annotations

from pathlib import Path

from etl import catalog
from etl.folders import SHIPPED, Folders, folders
from etl.readers import read
from etl.sources import sources
from etl.text.shingles import shingled
from tests.made import billstatus

POLICY = """name: Made Policy
short_name: Made
kind: test
citation: none
description: A policy made for the drill.
source: https://example.org/
aliases:
  en: [Made Policy Act]
"""
ARTICLE = """Title: The Made Policy Act is told of for the {n}th time
URL: https://made.example/{n}
Date: 2026-01-{day:02}

Senator Ada Maker said that the Made Policy Act, told of {words}, is unjust and must be repealed.
"""
LOOKED_AT = ("marts.bills", "marts.articles", "marts.sources", "marts.version")
WORDS = ("aid", "trade", "visas", "courts", "roads", "grain", "ports", "schools", "arms", "water")


def made(folder: Path) -> Folders:
    """Make the folder, with one policy and nothing else that is shipped; returns its places."""
    (folder / "inbox").mkdir(parents=True)
    (folder / "policies").mkdir()
    (folder / "policies" / "made-policy.yaml").write_text(POLICY)
    (folder / "sample").mkdir()
    for file in (SHIPPED / "sample").glob("*.csv"):
        (folder / "sample" / file.name).write_text(file.read_text("utf-8").partition("\n")[0])
    (folder / "feeds.csv").write_text("feed_id,url,outlet\nmade,https://made.example/rss,Made\n")
    (folder / "outlets.csv").write_text("domain,name,country,side,source\n")
    return folders()


def few(folder: Path) -> None:
    """Leave of all tables those of files, those that are looked at, and what these are made of.

    They are listed in `folder`. A refresh takes a third of the time then, and has every kind of
    table still.
    """
    held = {table.full_name: table for table in catalog.tables()}
    waiting = [*LOOKED_AT, *(name for name, table in held.items() if table.layer == "raw")]
    wanted = set[str]()
    while waiting:
        name = waiting.pop()
        if name in held and name not in wanted:
            wanted.add(name)
            waiting += held[name].reads
    for layer in catalog.LAYERS:
        (folder / layer).mkdir(parents=True)
    for file in (catalog.FOLDER / "macros.sql", *(held[name].file for name in wanted)):
        (folder / file.relative_to(catalog.FOLDER)).symlink_to(file)
    catalog.FOLDER = folder
    catalog.tables.cache_clear()


def loaded() -> None:
    """Load what a process loads once, at first use, so that each fork of this one has it."""
    sources()
    read("article.txt", ARTICLE.format(n=1, day=1, words=WORDS[0]).encode())
    read("BILLSTATUS-119hr9000.xml", billstatus(9000).encode())
    shingled(ARTICLE)


class Content:
    """What was dropped so far, by what a table calls it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.titles: dict[str, str] = {}
        self.articles: set[str] = set()

    def drop(self, here: Folders, n: int) -> None:
        """Drop a new bill and a new article, and a newer record of a bill that is there."""
        self._bill(here, 9000 + n, f"Made Act {n}", 1)
        if n > 1:
            self._bill(here, 9000 + n // 2, f"Made Act {n // 2}, as of {n}", n)
        words = ", ".join(WORDS[int(digit)] for digit in f"{n:06}")
        text = ARTICLE.format(n=n, day=1 + n % 28, words=words)
        (here.inbox / f"article-{n}.txt").write_text(text)
        self.articles.add(f"https://made.example/{n}")

    def _bill(self, here: Folders, number: int, title: str, hour: int) -> None:
        moment = f"2025-04-{1 + hour // 24 % 28:02}T{hour % 24:02}:00:00Z"
        text = billstatus(number, title=title).replace("2025-04-01T10:00:00Z", moment)
        (here.inbox / f"BILLSTATUS-119hr{number}-{hour}.xml").write_text(text)
        self.titles[f"hr{number}-119"] = title

    def rows(self) -> list[list[str]]:
        """Return what a version must hold: every bill with its newest title, every article.

        An article names its policy twice, in its title and in its text.
        """
        bills = sorted([name, title] for name, title in self.titles.items())
        return [*bills, *sorted([url, "2"] for url in self.articles)]
