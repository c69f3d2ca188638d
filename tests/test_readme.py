"""The README is true: every command in it is run, as a new user would run it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.policies import read_policy
from etl.sources import sources

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [
    line.strip()
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.strip()
]
VENV = Path(sys.prefix)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is in the repository, with this environment in place of its own."""
    place = tmp_path_factory.mktemp("clone")
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place / name)
    (place / ".venv").mkdir()
    for part in VENV.iterdir():
        if part.name not in ("ready", "tested"):
            (place / ".venv" / part.name).symlink_to(part)
    for mark in ("ready", "tested"):
        (place / ".venv" / mark).touch()
    return place


@pytest.fixture(scope="module")
def env(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with a data folder that was built once, and no source in reach."""
    data = tmp_path_factory.mktemp("readme") / "data"
    nobody = {f"LAWBEAT_{name.upper()}_URL": "http://127.0.0.1:9/" for name in sources()}
    env = os.environ | nobody | {"LAWBEAT_DATA": str(data)}
    done = subprocess.run([sys.executable, "-m", "etl", "build"], cwd=clone, env=env)
    assert done.returncode == 0
    return env


@pytest.mark.parametrize("command", [c for c in COMMANDS if c not in ("make run", "make test")])
def test_a_command_of_the_readme_runs(command: str, clone: Path, env: dict[str, str]) -> None:
    done = subprocess.run(command, shell=True, cwd=clone, env=env, capture_output=True, text=True)
    asks = any(word in command for word in ("refresh", "fetch", "backfill"))  # out of reach here
    assert done.returncode == (0 if not asks else 2 if "make" in command else 1)
    assert "Traceback" not in done.stdout + done.stderr


def test_make_test_checks_style_types_and_finds_every_test(clone: Path) -> None:
    env = os.environ | {"PYTEST_ADDOPTS": "--collect-only -q -p no:cacheprovider"}
    env |= {"MYPY_CACHE_DIR": str(ROOT / ".mypy_cache")}
    subprocess.run(["git", "init", "-q"], cwd=clone)
    done = subprocess.run(["make", "test"], cwd=clone, capture_output=True, text=True, env=env)
    assert done.returncode == 0, done.stdout + done.stderr


def test_make_run_publishes_serves_and_says_where(clone: Path, env: dict[str, str]) -> None:
    published = Path(env["LAWBEAT_DATA"]) / "published"
    before = max(published.glob("lawbeat-*.duckdb"), key=lambda p: p.stat().st_mtime).name
    log = Path(env["LAWBEAT_DATA"]) / "run.log"
    with log.open("w") as out:
        run = subprocess.Popen(
            ["make", "run"], cwd=clone, env=env, stdout=out, stderr=out, start_new_session=True
        )
    try:
        address = _said(log)
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=10) as answer:
            assert answer.status == 200
        number = int(before.removeprefix("lawbeat-").removesuffix(".duckdb"))
        _until(lambda: (published / f"lawbeat-{number + 2}.duckdb").exists())  # built, refreshed
    finally:
        os.killpg(run.pid, signal.SIGINT)
        run.wait(timeout=20)


def _said(log: Path) -> str:
    said: list[str] = []

    def found() -> bool:
        said[:] = re.findall(r"http://127\.0\.0\.1:\d+", log.read_text())
        return bool(said)

    _until(found)
    return said[0]


def _until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 150
    while not holds():
        assert time.monotonic() < ends, "waited 150 seconds for nothing"
        time.sleep(0.2)


def test_the_policy_in_the_readme_is_one(tmp_path: Path) -> None:
    found = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert found
    file = tmp_path / "leahy-law.yaml"
    file.write_text(found[1])
    assert read_policy(file).name == "Leahy Law"


def test_every_source_of_the_web_is_in_the_readme() -> None:
    told = README.casefold()
    for source in sources().values():
        assert source.title.partition(":")[0].casefold().removesuffix("s") in told


def test_the_picture_is_there() -> None:
    for picture in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README):
        assert (ROOT / picture).stat().st_size > 20_000
