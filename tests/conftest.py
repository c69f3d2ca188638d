"""What every test may use: a data folder of its own, and no way to the internet."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from etl.folders import Folders, folders
from etl.sources import sources
from tests.server import Playing, play

# A busy machine is no failure of the code.
settings.register_profile("lawbeat", deadline=None)
settings.load_profile("lawbeat")

# The encoder takes a second to open in every process; tests that mean it say so.
os.environ.setdefault("LAWBEAT_JUDGE", "rules")

# Files that take longest, begun first: else one process runs them at the end, while others wait.
SLOW = (
    *("test_bench.py", "test_refresh.py", "test_browser.py", "test_readme.py", "test_whole.py"),
    *("test_publish.py", "test_build_again.py", "test_corrections.py", "test_drill.py"),
    *("test_security.py", "test_cluster.py", "test_faults.py", "test_backfill.py"),
)
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the slow files first, and leave the order of all else as it is."""
    places = {name: place for place, name in enumerate(SLOW)}
    items.sort(key=lambda item: places.get(item.path.name, len(SLOW)))


@pytest.fixture(autouse=True)
def no_internet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test reach beyond this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            raise OSError(f"a test tried to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """A data folder with an empty inbox and a list of one feed; the rest is what ships.

    No Congress is taken whole, there is no key, and GDELT, which wants six seconds between two
    questions, is not asked.
    """
    monkeypatch.setenv("LAWBEAT_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LAWBEAT_CONGRESSES", "none")
    monkeypatch.setenv("LAWBEAT_GDELT", "0")
    keys = ("CONGRESS_API_KEY", "MEDIACLOUD_API_KEY", "LAWBEAT_GOOGLE_NEWS")
    for name in ("LAWBEAT_POLICIES", *keys):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "data" / "inbox").mkdir(parents=True)
    feeds = "feed_id,url,outlet\nmade,https://made.example/rss,Made\n"
    (tmp_path / "data" / "feeds.csv").write_text(feeds)
    return folders()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Playing]:
    """A server on loopback that plays every source; what it is not told to say is 404."""
    with play() as playing:
        for name, source in sources().items():
            if source.base:
                monkeypatch.setenv(f"LAWBEAT_{name.upper()}_URL", f"{playing.address}/{name}")
        yield playing


@pytest.fixture
def site() -> Iterator[Playing]:
    """A server whose host is the source's own."""
    with play() as playing:
        yield playing


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Point every source at a port where nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for name, source in sources().items():
        if source.base:
            monkeypatch.setenv(f"LAWBEAT_{name.upper()}_URL", f"http://127.0.0.1:{port}/{name}")
