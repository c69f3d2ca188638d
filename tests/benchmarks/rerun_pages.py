"""Memory over reruns of each page: what a rerun makes, it lets go of again.

The pages run on the made-up rows of the tests, without a browser; held is what Python's own
allocator counts after a sweep.
"""

from __future__ import annotations

import gc
import os
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from tests.benchmarks.measure import Result, Size

ROOT = Path(__file__).resolve().parents[2]
DASHBOARD = ROOT / "dashboard"
JOB, BESIDE = "reruns of a page", "bytes held after 10 reruns: how many times after all"
WARM, RERUNS = 10, 50
AT_MOST = 1.05
ASKED = {"article": "a1", "bill": "hr12-199", "event": "e3"}


def results(size: Size, folder: Path) -> Iterator[Result]:
    """Measure every page, or one of them a few times where only the job itself is tried."""
    whole = size.files > 1000
    pages = sorted(path.stem for path in (DASHBOARD / "pages").glob("[!_]*.py"))
    sys.path[:0] = [str(DASHBOARD), str(ROOT / "tests" / "dashboard")]
    from published import POLICY, publish

    publish(folder)
    with patch.dict(os.environ, {"LAWBEAT_DATA": str(folder)}):
        for page in pages if whole else pages[:1]:
            warm, reruns = (WARM, RERUNS) if whole else (2, 2)
            ratio = grown(page, POLICY, warm, reruns)
            told = f"{page}, {reruns} reruns"
            yield Result(JOB, told, BESIDE, ratio, f"<= {AT_MOST}", ratio <= AT_MOST)


def grown(page: str, policy: str, warm: int, reruns: int) -> float:
    """Return how many times the bytes of the first reruns are held after all of them."""
    from streamlit.testing.v1 import AppTest

    tracemalloc.start()
    try:
        app = AppTest.from_file(str(DASHBOARD / "app.py"), default_timeout=60)
        app.query_params.update({"policy": policy, **ASKED})
        app.run()
        if page != "overview":
            app.switch_page(f"pages/{page}.py")
        held = [_held(app, times) for times in (warm, reruns)]
        assert not app.exception, f"{page} fails"
        return held[1] / held[0]
    finally:
        tracemalloc.stop()


def _held(app: object, reruns: int) -> int:
    for _ in range(reruns):
        app.run()  # type: ignore[attr-defined]
    gc.collect()
    return tracemalloc.get_traced_memory()[0]
