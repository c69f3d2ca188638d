"""`make bench`: every job of this folder, as a table of ratios within one run.

    python -m tests.benchmarks.bench --files 17806 --tries 3 --name whole

A job is a module here with `results(size, folder) -> Iterator[Result]`. The table is kept in
tests/benchmarks/results, with what the machine is, but not which.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import pkgutil
import platform
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType

from tests import benchmarks
from tests.benchmarks import bills
from tests.benchmarks.measure import Result, Size

KEPT = Path(__file__).parent / "results"
PACKAGES = (
    "duckdb",
    "lxml",
    "pyarrow",
    "pandas",
    "hyperscan",
    "vaderSentiment",
    "datasketch",
    "xmltodict",
)
COLUMNS = ("job", "size", "beside", "ratio", "aim", "met", "peak MB")


def jobs() -> dict[str, ModuleType]:
    """Return the jobs by name, found in this folder."""
    found = sorted(m.name for m in pkgutil.iter_modules(benchmarks.__path__))
    modules = {name: importlib.import_module(f"{benchmarks.__name__}.{name}") for name in found}
    return {name: module for name, module in modules.items() if hasattr(module, "results")}


def facts() -> dict[str, str]:
    """Return what a reader must know of the machine, never its name or where this lies on it."""
    told = {
        "cores": str(os.cpu_count()),
        "machine": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        "bills": bills.made_from(),
    }
    for package in PACKAGES:
        try:
            told[package] = version(package)
        except PackageNotFoundError:
            told[package] = "not here: what stands beside it was not measured"
    return told


def table(results: Sequence[Result]) -> str:
    """Return the results as Markdown."""
    rows = [
        (
            r.job,
            r.size,
            r.beside,
            f"{r.ratio:.2g}" if r.ratio < 1 else f"{r.ratio:,.1f}",
            r.aim or "-",
            {True: "yes", False: "NO", None: "-"}[r.met],
            f"{r.peak_mb:,.0f}" if r.peak_mb else "-",
        )
        for r in results
    ]
    widths = [max(map(len, column)) for column in zip(COLUMNS, *rows, strict=True)]
    lines = [COLUMNS, tuple("-" * width for width in widths), *rows]
    return "\n".join(
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        + " |"
        for line in lines
    )


def keep(name: str, results: Sequence[Result], folder: Path = KEPT) -> None:
    """Write the table as Markdown, and everything as JSON."""
    told = facts()
    lines = [f"{what}: {value}  " for what, value in told.items()]
    text = "\n".join(["# Benchmark: ratios of CPU time within one run", "", *lines, ""])
    (folder / f"{name}.md").write_text(f"{text}\n{table(results)}\n", encoding="utf-8")
    whole = {"facts": told, "results": [asdict(r) for r in results]}
    (folder / f"{name}.json").write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")


def main(words: Sequence[str] | None = None) -> int:
    """Run the jobs asked for; returns 1 where an aim is missed."""
    asked = argparse.ArgumentParser(prog="bench", description="Ratios of CPU time within one run.")
    asked.add_argument("--files", type=int, default=bills.WHOLE, help="bills in the zips")
    asked.add_argument("--size", type=int, default=1_000_000, help="mentions")
    asked.add_argument("--articles", type=int, default=20_000, help="that a build is made of")
    asked.add_argument("--tries", type=int, default=3, help="the least of these counts")
    asked.add_argument("--jobs", nargs="*", choices=sorted(jobs()), default=sorted(jobs()))
    asked.add_argument("--name", help="keep the table under this name")
    given = asked.parse_args(words)
    results: list[Result] = []
    for name in given.jobs:
        print(f"{name}: {(jobs()[name].__doc__ or '').strip().splitlines()[0]}", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            size = Size(given.files, given.tries, given.size, given.articles)
            for result in jobs()[name].results(size, Path(folder)):
                results.append(result)
                print(f"  {result.size}; {result.beside}: {result.ratio:.3g}", flush=True)
    print(f"\n{table(results)}")
    if given.name:
        keep(given.name, results)
    return 1 if any(r.met is False for r in results) else 0


if __name__ == "__main__":
    raise SystemExit(main())
