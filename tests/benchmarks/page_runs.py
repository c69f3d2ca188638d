"""Each page of the dashboard, run on a published file: its queries, its rerun, its charts.

The pages are found in their folder, and the queries by listening at `db.query` while a page runs.
"""

from __future__ import annotations

import base64
import json
import multiprocessing
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import Result

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard"
DATA_MS, RERUN_MS, CHART_KB, SENT_KB, POINTS = 300, 500, 300, 400, 5_000
JOB = "pages"

Asked = tuple[str, tuple[tuple[str, Any], ...]]


@dataclass(frozen=True)
class Run:
    """One page: its queries, and the CPU time of their answers, slowest first, and of a rerun."""

    page: str
    asked: int
    data_ms: float  # all of its queries: the 95th percentile
    slowest: str
    rerun_ms: float
    chart_kb: float  # the largest
    sent_kb: float  # all of its elements, without Streamlit's own code
    points: int  # of the chart with most


def pages(data: Path, told: str, times: int) -> Iterator[Result]:
    """Measure every page of what is published in a data folder, each so many times."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        for page in sorted(file.stem for file in DASHBOARD.glob("pages/[!_]*.py")):
            run: Run = pool.apply(measured, (str(data), page, times))
            what = f"{page}, {told}"
            beside = f"ms of CPU for its {run.asked} queries, p95"
            yield _at_most(DATA_MS, what, beside, run.data_ms)
            yield _at_most(RERUN_MS, what, "ms of CPU for a rerun", run.rerun_ms)
            if run.chart_kb:
                yield _at_most(CHART_KB, what, "kB of its largest chart", run.chart_kb)
            if run.points:
                yield _at_most(POINTS, what, "points of its fullest chart", run.points)
            yield _at_most(SENT_KB, what, "kB that it sends", run.sent_kb)
            if run.data_ms > DATA_MS:
                print(f"    {page} asks longest: {run.slowest}", flush=True)


def _at_most(limit: float, what: str, beside: str, found: float) -> Result:
    return Result(JOB, what, beside, found, f"<= {limit:g}", found <= limit)


def measured(data: str, page: str, times: int) -> Run:
    """Run a page as a reader would come to it, and then again."""
    db, app, asked = _opened(data, page)
    took = sorted(_cpu(app.run) for _ in range(times))
    charts = [len(chart.proto.spec) for chart in app.get("plotly_chart")]
    spent = {query: sorted(_cpu(_answer, db, *query) for _ in range(times)) for query in asked}
    slowest = max(spent, key=lambda query: spent[query][-1], default=("", ()))
    return Run(
        page=page,
        asked=len(asked),
        data_ms=1000 * sum(answered[-1] for answered in spent.values()),  # of nine, that is the p95
        slowest=" ".join(slowest[0].split())[:200],
        rerun_ms=1000 * took[len(took) // 2],
        chart_kb=max(charts, default=0) / 1000,
        sent_kb=sum(_sizes(app._tree)) / 1000,
        points=max((_points(chart.proto.spec) for chart in app.get("plotly_chart")), default=0),
    )


def _sizes(block: Any) -> Iterator[int]:
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from _sizes(child)
        elif hasattr(getattr(child, "proto", None), "ByteSize"):
            yield child.proto.ByteSize()


def _points(spec: str) -> int:
    """Return how many points the traces of a figure have, those packed as numbers too."""
    drawn = json.loads(spec)["data"]
    return sum(max(_long(trace.get("x")), _long(trace.get("y"))) for trace in drawn)


def _long(values: Any) -> int:
    if isinstance(values, dict):  # numbers, packed: base64 of so many bytes each
        return len(base64.b64decode(values["bdata"])) // int(values["dtype"][1:])
    return len(values or ())


def _opened(data: str, page: str) -> tuple[Any, Any, list[Asked]]:
    """Return the door to the data, a page that has run, and what it asked."""
    os.environ["LAWBEAT_DATA"] = data
    if str(DASHBOARD) not in sys.path:
        sys.path.insert(0, str(DASHBOARD))
    import db
    from streamlit.testing.v1 import AppTest

    asked: dict[Asked, None] = {}
    ask = db.query

    def listening(sql: str, **params: Any) -> Any:
        asked[sql, tuple(sorted(params.items()))] = None
        return ask(sql, **params)

    app = AppTest.from_file(str(DASHBOARD / "app.py"), default_timeout=300).run()
    app.switch_page(f"pages/{page}.py")
    db.query = listening
    app.run()
    db.query = ask
    assert not app.exception, (page, app.exception[0].message)
    return db, app, list(asked)


def _answer(db: Any, sql: str, params: tuple[tuple[str, Any], ...]) -> None:
    """Ask the published file itself, not what the dashboard keeps in mind."""
    with db._connection(db.shown().path).cursor() as cursor:
        cursor.execute("use marts")
        cursor.execute(sql, dict(params)).df()


def _cpu(work: Any, *given: Any) -> float:
    began = time.process_time()
    work(*given)
    return time.process_time() - began
