"""Memory over reruns of each page: what a rerun makes, it lets go of again.

The pages run on the made-up rows of the tests, without a browser, each in a process of its own.
Held are the blocks that Python's allocator has given out and the bytes that the C allocator has,
after a sweep; counting them costs nothing, where tracing every allocation made a rerun four times
as long.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import Result, Size

ROOT = Path(__file__).resolve().parents[2]
DASHBOARD = ROOT / "dashboard"
JOB = "reruns of a page"
BLOCKS = "Python's blocks held after 10 reruns: how many times after all"
BYTES = "bytes of C's allocator held after 10 reruns: how many times after all"
WARM, RERUNS = 10, 50
MOST = 1.02
ASKED = {"article": "a1", "bill": "hr12-199", "event": "e3"}


class Mallinfo(ctypes.Structure):
    """What glibc tells of its heap."""

    _fields_ = [(f"number_{place}", ctypes.c_size_t) for place in range(10)]


def results(size: Size, folder: Path) -> Iterator[Result]:
    """Measure every page, or one of them a few times where only the job itself is tried."""
    whole = size.files > 1000
    pages = sorted(path.stem for path in (DASHBOARD / "pages").glob("[!_]*.py"))
    warm, reruns = (WARM, RERUNS) if whole else (2, 2)
    for page in pages if whole else pages[:1]:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            (blocks, held), (blocks_after, held_after) = pool.apply(
                rerun, (page, str(folder), warm, reruns)
            )
        yield _at_most(page, reruns, BLOCKS, blocks_after / blocks)
        if held:
            yield _at_most(page, reruns, BYTES, held_after / held)


def _at_most(page: str, reruns: int, beside: str, ratio: float) -> Result:
    return Result(JOB, f"{page}, {reruns} reruns", beside, ratio, f"<= {MOST}", ratio <= MOST)


def rerun(page: str, folder: str, warm: int, reruns: int) -> list[tuple[int, int]]:
    """Return what is held after the first reruns of a page, and after all of them."""
    sys.path[:0] = [str(DASHBOARD), str(ROOT / "tests" / "dashboard")]
    os.environ["LAWBEAT_DATA"] = folder
    from published import POLICY, publish
    from streamlit.testing.v1 import AppTest

    if not (Path(folder) / "published").exists():
        publish(Path(folder))
    app = AppTest.from_file(str(DASHBOARD / "app.py"), default_timeout=60)
    app.query_params.update({"policy": POLICY, **ASKED})
    app.run()
    if page != "overview":
        app.switch_page(f"pages/{page}.py")
    held = [_held(app, warm), _held(app, reruns - warm if reruns > warm else reruns)]
    assert not app.exception, f"{page} fails"
    return held


def _held(app: Any, reruns: int) -> tuple[int, int]:
    for _ in range(reruns):
        app.run()
    gc.collect()
    return sys.getallocatedblocks(), _in_use()


def _in_use() -> int:
    """Return the bytes that the C allocator has given out; 0 where it is not glibc's."""
    told = getattr(ctypes.CDLL(None), "mallinfo2", None)
    if told is None:
        return 0
    told.restype = Mallinfo
    info = told()
    return int(info.number_7 + info.number_4)  # uordblks and hblkhd: small pieces and mapped ones
