"""Articles out of nothing: seeded, in English, some that name a policy, some copied from others."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

import duckdb

from etl.files import READ, File
from etl.records import Article, Policy
from etl.shelf import Shelf

A_FILE = 100  # articles
DAYS = range(1_000)  # over which they are spread, from FIRST
NEWEST = DAYS[-2:]  # on which what a refresh brings was published
FIRST = date(2023, 1, 1)
OUTLETS = 200
_SYLLABLES = tuple(a + b for a in "bcdfghjklmnprstvwxyz" for b in "aeiou")
_COMMON = ("the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "by")
_SAID = (
    "Senator {who} said that {name} should be {verb} this year.",
    "{name} is unjust and must be {verb}, said {who} of the {word} Institute.",
    "The White House praised {name} as vital, and {who} agreed with the {word} council.",
    "“We support {name},” {who} told the {word} committee on Tuesday.",
    "A report about {name} was handed to the {word} office by {who}.",
)
_VERBS = ("repealed", "kept", "strengthened", "waived", "abolished", "extended")


def fill(
    db: duckdb.DuckDBPyConnection,
    policies: Sequence[Policy],
    first: int,
    until: int,
    days: range = DAYS,
) -> None:
    """Put the articles of these numbers on the shelf, as the loader would, and commit."""
    shelf = Shelf(db, File)
    shelf.known(("path", "file_id"))
    db.execute("begin")
    for start in range(first, until, A_FILE):
        articles = [article(n, policies, days) for n in range(start, min(until, start + A_FILE))]
        shelf.put(_file(start, len(articles)), articles)
    shelf.flush()
    db.execute("commit")


def article(number: int, policies: Sequence[Policy], days: range = DAYS) -> Article:
    """Return the article of a number; one in eight is a copy, cut short, of the one before."""
    copy = number % 8 == 7
    chance = random.Random(number - 1 if copy else number)
    told = list(_sentences(chance, policies))
    text = "\n".join(told[:-2] if copy else told)
    day = FIRST + timedelta(days=chance.choice(days))
    return Article(
        url=f"https://outlet{number % OUTLETS}.example/{number}",
        title=_words(chance, 8) if number % 50 else told[0],
        text=text,
        outlet=f"Outlet {number % OUTLETS}",
        country="US",
        published=day.isoformat(),
        published_on=day,
        published_precision="day",
        published_source="feed",
        seen_at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
    )


def _sentences(chance: random.Random, policies: Sequence[Policy]) -> Iterator[str]:
    """Yield some twenty sentences; in every second article, one or two that name a policy."""
    named = chance.choice((0, 0, 1, 2))
    places = set(chance.sample(range(2, 18), named))
    policy = chance.choice(policies)
    for place in range(20):
        yield _named(chance, policy) if place in places else _words(chance, 16)


def _named(chance: random.Random, policy: Policy) -> str:
    return chance.choice(_SAID).format(
        who=f"{_word(chance).title()} {_word(chance).title()}",
        name=chance.choice([alias.text for alias in policy.aliases if alias.language == "en"]),
        verb=chance.choice(_VERBS),
        word=_word(chance).title(),
    )


def _words(chance: random.Random, count: int) -> str:
    """Return a sentence in which every third word is a common one."""
    words = [_word(chance) for _ in range(count)]
    words[::3] = chance.choices(_COMMON, k=len(words[::3]))
    return " ".join(words).capitalize() + "."


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3))


def _file(start: int, records: int) -> File:
    return File(
        path=f"made/{start}.json",
        file_id=hashlib.sha256(f"{start}".encode()).hexdigest()[:24],
        source_id="inbox",
        mark=f"{start}",
        reader="json_export",
        reader_version=1,
        bytes=1,
        records=records,
        status=READ,
        reason=None,
        url=None,
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
