"""Copies that were cut or edited, found among articles, beside MinHash and LSH of datasketch.

Of every article there is one that was cut to 55 to 95 % of it and one in which a word in fifty is
another. Beside it is what its manual shows: 128 permutations over runs of three words, and pairs of
a Jaccard of at least .5, which is what a text and its cut share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from etl.text.near_copies import near_copies
from tests.benchmarks.measure import Result, Size, at_least, cost
from tests.benchmarks.passages import articles, cut, edited

JOB = "near copies"
OURS, THEIRS = 2_400, 600  # texts at most
RUN, THRESHOLD, PERMUTATIONS = 3, 0.5, 128
RECALL = 0.95

Pairs = set[tuple[int, int]]


def results(size: Size, folder: Path) -> Iterator[Result]:
    """Measure the work, and what share of the copies is found, and of what is found are copies."""
    many, few = (min(size.mentions // 100, most) // 3 * 3 for most in (OURS, THEIRS))
    told = f"{many:,} texts, two in three of them copies"
    ours = cost(by_shingles, many, tries=size.tries, made_by=given)
    yield from _found("ours", by_shingles(texts(many)), many, RECALL)
    if find_spec("datasketch") is not None:
        theirs = cost(by_datasketch, few, tries=size.tries, made_by=given)
        beside = "datasketch MinHash and LSH: how many times ours"
        yield at_least(10, JOB, told, beside, ours.each(many), theirs.each(few))
        yield from _found("datasketch", by_datasketch(texts(few)), few)
    yield Result(JOB, told, "texts a CPU-second", many / ours.cpu_s)


def _found(whose: str, pairs: Pairs, count: int, aim: float | None = None) -> Iterator[Result]:
    """Tell the share of cut and of edited texts that are joined to theirs, and false pairs."""
    group = _joined(pairs, count)
    for kind, name in ((1, "cut"), (2, "edited")):
        recall = sum(group[n] == group[n + kind] for n in range(0, count, 3)) / (count // 3)
        met = None if aim is None else recall >= aim
        beside = f"share of the {name} ones found: {whose}"
        told = f"{count // 3:,} {name} texts"
        yield Result(JOB, told, beside, recall, f">= {aim:g}" if aim else "", met)
    right = sum(one // 3 == other // 3 for one, other in pairs)
    yield Result(JOB, f"{len(pairs):,} pairs", f"share that are copies: {whose}",
                 right / max(1, len(pairs)))  # fmt: skip


def _joined(pairs: Iterable[tuple[int, int]], count: int) -> list[int]:
    group = list(range(count))
    for one, other in pairs:
        a, b = group[one], group[other]
        group = [a if g == b else g for g in group] if a != b else group
    return group


def texts(count: int) -> list[str]:
    """Return an article, its cut and its edited copy, then the next."""
    told = []
    for number, text in enumerate(articles(count // 3)):
        told += [text, cut(text, number), edited(text, number)]
    return told


def given(count: int) -> tuple[list[str]]:
    """Return what is measured; what a process makes once is made."""
    near_copies(["a made text " * 40])
    return (texts(count),)


def by_shingles(told: list[str]) -> Pairs:
    """Return the pairs that the product joins."""
    return set(near_copies(told))


def by_datasketch(told: list[str]) -> Pairs:
    """Return the pairs that MinHash and LSH find."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    found: Pairs = set()
    for place, text in enumerate(told):
        words = text.lower().split()
        runs = {" ".join(words[i : i + RUN]).encode() for i in range(len(words) - RUN + 1)}
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch(list(runs))
        found |= {(int(other), place) for other in index.query(sketch)}
        index.insert(str(place), sketch)
    return found
