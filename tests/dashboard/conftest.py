"""Fixtures: a folder with a small published file, and the app on it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard"
PAGES = sorted(path.stem for path in (DASHBOARD / "pages").glob("[!_]*.py"))
# Streamlit puts the folder of app.py on the path; so do the tests.
sys.path[:0] = [str(DASHBOARD), str(Path(__file__).parent)]

from published import publish  # noqa: E402
from streamlit.testing.v1 import AppTest  # noqa: E402

Open = Callable[..., AppTest]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a data folder with one published version, and make it the dashboard's."""
    publish(tmp_path)
    monkeypatch.setenv("LAWBEAT_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def open_page() -> Open:
    """Return a function that runs a page with parameters in the URL."""

    def opened(page: str = "timeline", **parameters: str) -> AppTest:
        app = AppTest.from_file(str(DASHBOARD / "app.py"), default_timeout=60)
        app.query_params.update(parameters)
        app.run()
        if page != "overview":
            app.switch_page(f"pages/{page}.py")
            app.query_params.update(parameters)
            app.run()
        return app

    return opened
