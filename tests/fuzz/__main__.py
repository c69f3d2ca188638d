"""Fuzz every reader: `python -m tests.fuzz --inputs 100000`; what is found is told by its number.

`--show READER NUMBER` writes one input to the terminal's other side, to look at.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor

from tests.fuzz.trial import Tally, made, names, tried

AT_ONCE = 100  # inputs


def run(inputs: int, seed: int, workers: int, only: str | None = None) -> dict[str, Tally]:
    """Hand each reader its share of the inputs; returns what each made of them."""
    chosen = [name for name in names() if only in (None, name)]
    each = -(-inputs // len(chosen))
    jobs = [
        (name, range(start, min(start + AT_ONCE, each)))
        for start in range(0, each, AT_ONCE)
        for name in chosen
    ]
    found: dict[str, Tally] = defaultdict(Tally)
    with ProcessPoolExecutor(workers) as pool:
        asked = [(name, pool.submit(tried, name, seed, numbers)) for name, numbers in jobs]
        for name, job in asked:
            found[name].add(job.result())
    return found


def lines(found: dict[str, Tally]) -> list[str]:
    """Return the table of what was found."""
    head = f"{'reader':24}{'inputs':>8}{'records':>9}{'refused':>9}{'faults':>8}{'slowest s':>11}"
    told = [head]
    for name, t in sorted(found.items()):
        told.append(
            f"{name:24}{t.inputs:8,}{t.records:9,}{t.refused:9,}{len(t.faults):8}{t.slowest_s:11.2f}"
        )
        told += [f"    input {number}: {why}" for number, why in t.faults[:20]]
    return told


def main() -> int:
    """Run, print, and return 1 where a reader failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--reader", help="this one only")
    parser.add_argument("--show", type=int, metavar="NUMBER", help="write one input of --reader")
    asked = parser.parse_args()
    if asked.show is not None:
        sys.stdout.buffer.write(made(asked.reader, asked.seed, asked.show)[1])
        return 0
    found = run(asked.inputs, asked.seed, asked.workers, asked.reader)
    print("\n".join(lines(found)))
    faults = sum(len(t.faults) for t in found.values())
    print(f"{sum(t.inputs for t in found.values()):,} inputs, {faults} faults (seed {asked.seed})")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
