"""What docs/SECURITY.md says and no other test holds: read from the code and the settings."""

from __future__ import annotations

import ast
import logging
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.folders import Folders
from etl.keys import without_keys
from tests.server import Playing, body

ROOT = Path(__file__).parent.parent
CODE = sorted([*ROOT.glob("etl/**/*.py"), *ROOT.glob("dashboard/**/*.py")])
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))

CALLED = {"eval", "exec", "compile", "__import__"}
IMPORTED = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "xml.sax", "xml.dom", "telnetlib"}
WRITTEN = re.compile(r"yaml\.(?:unsafe_|full_)?load\b|unsafe_allow_html|shell=True|verify=False")


def unsafe(text: str) -> list[str]:
    """Return what in a module could run, or let through, what strangers wrote."""
    return [*_imports(text), *_calls(text), *(found[0] for found in WRITTEN.finditer(text))]


def _imports(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (name for name in names if name in IMPORTED)


def _calls(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from {node.func.id} & CALLED


@pytest.mark.parametrize("file", CODE, ids=lambda f: str(f.relative_to(ROOT)))
def test_nothing_runs_what_strangers_wrote(file: Path) -> None:
    assert unsafe(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "eval(told)",
        "import pickle",
        "from pickle import loads",
        "yaml.load(told)",
        "yaml.unsafe_load(told)",
        "st.markdown(told, unsafe_allow_html=True)",
        "subprocess.run(told, shell=True)",
        "requests.get(url, verify=False)",
    ],
)
def test_what_would_is_found(text: str) -> None:
    assert unsafe(text)


def test_every_xml_parser_is_told_to_stay_at_home() -> None:
    for file in CODE:
        text = file.read_text("utf-8")
        for found in re.finditer(r"XMLParser\(", text):
            near = text[max(0, found.start() - 400) : found.end() + 300]
            assert "no_network" in near, file
            assert "resolve_entities" in near, file


def test_links_that_are_written_by_hand_do_not_tell_the_opener() -> None:
    for file in CODE:
        for found in re.finditer(r"<a\s[^>]*href[^>]*", file.read_text("utf-8")):
            assert "noopener" in found[0], file


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("server", "address", "127.0.0.1"),
        ("server", "enableXsrfProtection", True),
        ("server", "enableCORS", True),  # Streamlit's word for: no other site's pages
        ("client", "showErrorDetails", "none"),
        ("browser", "gatherUsageStats", False),
    ],
)
def test_the_dashboard_is_for_this_machine(section: str, name: str, value: object) -> None:
    assert SETTINGS[section][name] == value


def test_no_secret_lies_in_the_repository() -> None:
    assert not (ROOT / ".streamlit" / "secrets.toml").exists()
    told = "\n".join(f.read_text("utf-8", errors="replace") for f in CODE)
    assert not re.search(r"(?:api_key|password|secret)\s*=\s*[\"'][^\"']{12,}[\"']", told, re.I)


KEY = "k3y-of-the-tests-0123456789"


def test_a_key_is_in_no_log_error_or_export(
    here: Folders, server: Playing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONGRESS_API_KEY", KEY)
    monkeypatch.setenv("LAWBEAT_PAGES", "0")  # hundreds are wanted, and asked for one a second
    server.say("/congress_gov/v3/bill", body(f"no such key: {KEY}", 403))
    done = subprocess.run(
        [sys.executable, "-m", "etl", "refresh", "--log"],
        capture_output=True,
        text=True,
        env=dict(os.environ),
    )
    assert KEY not in done.stdout + done.stderr
    files = [f for f in here.data.rglob("*") if f.is_file()]
    logs = [f for f in files if f.suffix in {".log", ".jsonl", ".json", ".csv"}]
    assert logs
    assert [f.name for f in files if KEY.encode() in f.read_bytes()] == []
    assert KEY not in without_keys(f"https://api.example/?key={KEY}")
    logging.disable(logging.NOTSET)


def test_the_notes_name_only_what_is_there() -> None:
    text = (ROOT / "docs" / "SECURITY.md").read_text("utf-8")
    named = set(re.findall(r"`((?:etl|dashboard|tests|docs|\.streamlit)/[\w./]+)`", text))
    assert len(named) > 20
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert set(re.findall(r"`make (\w+)`", text)) <= set(targets)
