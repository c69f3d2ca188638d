"""Names of policies in text: `etl.text.name_table` beside Python's `re` with all names in one.

`re` here knows no word of context, no inflection and no capitals: it does less.
Words and names are made of the same hundred syllables.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from etl.records import Alias, Policy
from etl.text.name_table import Table, hits, table
from tests.benchmarks.measure import Result, Size, at_least, at_most, cost

NAMES = (50, 1_000, 10_000)
AT_LEAST = {1_000: 300.0}
JOB, BESIDE = "names in text", "re, all names as alternatives: how many times ours"
SYLLABLES = tuple(a + b for a in "bcdfghjklmnprstvwxyz" for b in "aeiou")


def results(size: Size, folder: Path) -> Iterator[Result]:
    """Measure one text at three numbers of names; `re` gets a part of it, or it would never end."""
    words = min(size.files * 20, 100_000)
    few = min(words, 4_000)
    spent = {}
    for count in NAMES:
        spent[count] = cost(by_table, count, words, tries=size.tries, times=9, made_by=given)
        theirs = cost(by_re, count, few, tries=size.tries, made_by=text_and_pattern)
        told = f"{count:,} names, {words:,} words"
        ours, theirs = spent[count].each(words), theirs.each(few)
        aim = AT_LEAST.get(count)
        if aim is None:
            yield Result(JOB, told, BESIDE, theirs.cpu_s / ours.cpu_s, peak_mb=ours.peak_mb)
        else:
            yield at_least(aim, JOB, told, BESIDE, ours, theirs)
    most, least = max(NAMES), min(NAMES)
    told = f"{words:,} words"
    beside = f"{least} names: {most:,} take how many times as long"
    yield at_most(2, JOB, told, beside, spent[most], spent[least])
    megabytes = len(given(least, words)[0]) / 1e6
    yield Result(JOB, f"1,000 names, {told}", "MB a CPU-second", megabytes / spent[1_000].cpu_s)


def _names(count: int) -> list[str]:
    chance = random.Random(907)
    return [f"{_word(chance).title()} {_word(chance).title()} Act" for _ in range(count)]


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3))


def _text(count: int, names: list[str]) -> str:
    chance = random.Random(count)
    words = [_word(chance) for _ in range(count)]
    words[::8] = [word.title() for word in words[::8]]  # as many capitals as in news, about
    for place in range(0, count, 500):  # a name each five hundred words
        words[place] = chance.choice(names)
    return " ".join(words)


def given(names: int, words: int) -> tuple[str, Table]:
    """Return a made text, and the table of a policy a name, its patterns compiled."""
    made = _names(names)
    policies = tuple(_policy(place, name) for place, name in enumerate(made))
    text, known = _text(words, made), table(policies)
    hits(text, known)
    return text, known


def _policy(place: int, name: str) -> Policy:
    return Policy(
        policy_id=f"p{place}",
        name=name,
        short_name=name,
        kind="test",
        citation="none",
        description="made",
        source="made",
        aliases=(Alias(name, "en", True),),
    )


def by_table(text: str, names: Table) -> None:
    """Find all names in the text."""
    assert hits(text, names)


def text_and_pattern(names: int, words: int) -> tuple[str, re.Pattern[str]]:
    """Return a made text, and one pattern with every name as an alternative."""
    made = _names(names)
    return _text(words, made), re.compile(
        rf"\b(?:{'|'.join(map(re.escape, made))})\b", re.IGNORECASE
    )


def by_re(text: str, names: re.Pattern[str]) -> None:
    """Find all names in the text."""
    assert names.findall(text)
