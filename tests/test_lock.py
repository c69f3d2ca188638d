"""requirements.lock holds what requirements.txt asks for, each file of it with its hash."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PINNED = re.compile(r"([\w.-]+)==([\w.!+]+)\s*(?:;\s*([^\\]+?))?\s*\\?")


def pins(text: str) -> dict[str, str]:
    """Return the version of each package, its name as the index writes it."""
    lines = (line.strip() for line in text.splitlines())
    found = [PINNED.fullmatch(line) for line in lines if line[:1].isalnum()]
    assert all(found), "every line names one version"
    return {re.sub(r"[-_.]+", "-", f[1]).lower(): f[2] for f in found if f}


ASKED = pins((ROOT / "requirements.txt").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
LOCKED = pins(LOCK)


@pytest.mark.parametrize("name", sorted(ASKED))
def test_what_is_asked_for_is_locked_in_that_version(name: str) -> None:
    assert LOCKED.get(name) == ASKED[name], "run `make lock`"


def test_everything_locked_has_hashes_and_no_index_is_named() -> None:
    parts = re.split(r"\n(?=[A-Za-z0-9])", LOCK.strip())
    assert len(parts) == len(LOCKED)
    for part in parts:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", part), part.split()[0]
    assert not re.search(r"https?:|file:|index", LOCK)


def test_what_is_locked_is_what_is_installed_here() -> None:
    from importlib.metadata import PackageNotFoundError, version

    wrong = {}
    for name, locked in LOCKED.items():
        try:
            if (here := version(name)) != locked:
                wrong[name] = (locked, here)
        except PackageNotFoundError:  # for other machines than this
            continue
    assert wrong == {}
