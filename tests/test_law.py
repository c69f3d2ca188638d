"""Who may import whom: the law of the house, read from the imports themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl import records

ROOT = Path(__file__).parent.parent
IMPURE = {"duckdb", "requests", "streamlit", "urllib.request", "socket", "time", "os", "pathlib"}
WEB = {"requests", "urllib.request", "httpx", "http.client", "socket", "aiohttp"}


def imports(file: Path) -> Iterator[str]:
    """Yield the dotted names that a file imports, from anywhere in it."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def breaches(file: Path) -> list[str]:
    """Return what in a file breaks the law."""
    names = set(imports(file))
    room = file.relative_to(ROOT).parts
    tops = {name.partition(".")[0] for name in names}
    wrong = []
    if room[0] == "etl" and tops & {"dashboard", "streamlit", "plotly"}:
        wrong.append("etl imports the dashboard or what draws it")
    if room[0] == "dashboard" and "etl" in tops:
        wrong.append("the dashboard imports etl")
    if room[0] == "dashboard" and "duckdb" in tops and file.name != "db.py":
        wrong.append("only db.py touches duckdb")
    if room[0] == "dashboard" and file.name == "charts.py" and tops & {"db", "streamlit"}:
        wrong.append("charts read nothing")
    if room[:2] in (("etl", "readers"), ("etl", "text")):
        found = names & IMPURE
        if found and file.name != "__init__.py":
            wrong.append(f"not pure: {found}")
        allowed = ("etl.records", "etl.text")
        if found := {n for n in names if n.startswith("etl.") and not n.startswith(allowed)}:
            wrong.append(f"reaches outside: {found}")
    if room[:2] == ("etl", "sources"):
        if found := names & WEB:
            wrong.append(f"a source is handed the web, and imports none: {found}")
        own = f"etl.sources.{file.stem}"
        siblings = {f"etl.sources.{f.stem}" for f in file.parent.glob("*.py")} - {own}
        if found := names & siblings:
            wrong.append(f"a source imports a sibling: {found}")
    return wrong


FILES = sorted([*ROOT.glob("etl/**/*.py"), *ROOT.glob("dashboard/**/*.py")])


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_imports_obey(file: Path) -> None:
    assert breaches(file) == []


def test_all_records_are_named_in_one_place() -> None:
    """A record that the package does not name has no `raw` table, and nobody would notice."""
    classes = {
        node.name
        for file in ROOT.glob("etl/records/*.py")
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    }
    assert classes == set(records.__all__) == {n for n in vars(records) if n[0].isupper()}


@pytest.mark.parametrize(
    ("place", "text", "told"),
    [
        ("etl/load.py", "import streamlit", "etl imports the dashboard"),
        ("dashboard/pages/x.py", "from etl.records import Bill", "the dashboard imports etl"),
        ("dashboard/pages/x.py", "import duckdb", "only db.py"),
        ("etl/readers/x.py", "import requests", "not pure"),
        ("etl/text/x.py", "from etl.build import give", "reaches outside"),
        ("etl/readers/x.py", "from etl.readers.feed import read", "reaches outside"),
        ("etl/sources/x.py", "import requests", "is handed the web"),
        ("etl/sources/x.py", "from etl.sources.feeds import ask", "imports a sibling"),
    ],
)
def test_a_breach_is_found(
    place: str, text: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.test_law.ROOT", tmp_path)
    file = tmp_path / place
    file.parent.mkdir(parents=True)
    for sibling in ("feeds.py", "__init__.py"):
        (file.parent / sibling).touch()
    file.write_text(text)
    assert told in " ".join(breaches(file))
