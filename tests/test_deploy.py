"""What `deploy/` holds is well-formed, and every command in it is a command of ours.

No container engine and no GitHub runner is needed, or asked: what the files say is read.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from etl.__main__ import parser
from etl.schedule import read_interval

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
FILES = sorted(p for p in DEPLOY.rglob("*") if p.is_file())
ETL = re.compile(r"-m[\"',]*\s+[\"']?etl\b[\"',]*([^\n`>|);&\]]*)")
STREAMLIT = re.compile(r"streamlit\s+run\s+(\S+)")
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
WORKFLOW: dict[Any, Any] = yaml.safe_load((DEPLOY / "github-refresh.yml").read_text())
DOCKERFILE = (DEPLOY / "Dockerfile").read_text()
ENGINE_HEALTH = ["CMD", "python", "-m", "etl", "status", "--health"]


def commands(text: str) -> list[list[str]]:
    """Return the words after `-m etl` wherever a file has it, as a shell line or as a list."""
    return [
        shlex.split(found.replace('",', '" ')) for found in ETL.findall(text) if found.strip(" .,")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x/python -m etl refresh --log\nmore", [["refresh", "--log"]]),
        ('CMD ["python", "-m", "etl", "status", "--health"]', [["status", "--health"]]),
        ("run: python -m etl refresh || [ $? -eq 1 ]", [["refresh"]]),
        ("say `python -m etl status` and", [["status"]]),
        ("out=$(python -m etl status) || echo", [["status"]]),
        ("no command", []),
    ],
)
def test_commands_are_found(text: str, found: list[list[str]]) -> None:
    assert commands(text) == found


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_every_command_in_it_is_one_of_ours(file: Path) -> None:
    text = file.read_text()
    for words in commands(text):
        assert parser().parse_args(words).command == words[0]
    for page in STREAMLIT.findall(text):
        assert (ROOT / page).is_file()


def test_every_way_runs_a_refresh() -> None:
    having = {f.name for f in FILES if any(w[0] == "refresh" for w in commands(f.read_text()))}
    ways = {"crontab", "lawbeat-refresh.service", "Dockerfile", "compose.yaml"}
    assert ways | {"github-refresh.yml", "README.md"} <= having


def test_the_readme_names_every_file_and_says_what_was_not_run() -> None:
    readme = (DEPLOY / "README.md").read_text()
    for file in FILES:
        way = "systemd/" if file.parent.name == "systemd" else file.name
        assert way.removesuffix(".dockerignore") in readme
    assert re.search(r"Dockerfile, the compose\s+file and the workflow were not run", readme)
    for name in ("Dockerfile", "compose.yaml", "github-refresh.yml"):
        assert "not run by those who wrote it" in (DEPLOY / name).read_text().lower()


@pytest.mark.parametrize("name", ["refresher", "dashboard"])
def test_a_container_may_do_little_and_says_how_it_is(name: str) -> None:
    service = COMPOSE["services"][name]
    assert service["read_only"] is True
    assert service["user"] == "10001:10001"
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["volumes"] == ["data:/data"]
    assert service["healthcheck"]["test"][0] == "CMD"
    assert service["restart"] == "unless-stopped"
    assert service["build"] == {"context": "..", "dockerfile": "deploy/Dockerfile"}
    for port in service.get("ports", ()):
        assert port.startswith("127.0.0.1:")


def test_the_containers_run_what_the_image_holds() -> None:
    assert set(COMPOSE["volumes"]) == {"data"}
    refresher, dashboard = (COMPOSE["services"][n] for n in ("refresher", "dashboard"))
    assert refresher["healthcheck"]["test"] == ENGINE_HEALTH
    words = refresher["command"]
    assert words[:4] == ["python", "-m", "etl", "refresh"]
    assert read_interval(parser().parse_args(words[3:]).every)
    assert dashboard["command"][:3] == ["streamlit", "run", "dashboard/app.py"]
    compile(dashboard["healthcheck"]["test"][-1], "healthcheck", "exec")
    assert not any("KEY" in name for name in dashboard["environment"])


def test_the_image_holds_what_is_there_and_nothing_of_yours() -> None:
    for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE):
        for path in line.split():
            assert (ROOT / path).exists(), path
    users = re.findall(r"^USER (\S+)$", DOCKERFILE, re.MULTILINE)
    assert users == ["lawbeat"]
    assert str(ENGINE_HEALTH[1:])[1:-1].replace("'", '"') in DOCKERFILE
    kept = (DEPLOY / "Dockerfile.dockerignore").read_text().split("\n")
    assert kept[1] == "*"
    for path in (line[1:] for line in kept if line.startswith("!")):
        assert (ROOT / path).exists(), path
        assert not re.search(r"raw|published|inbox|sqlite|\.env", path)


def test_the_workflow_asks_for_little_and_publishes_the_exports() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert WORKFLOW["concurrency"]["cancel-in-progress"] is False
    when = WORKFLOW[True]  # YAML 1.1 takes `on` for a truth value
    assert re.fullmatch(r"\d+ \*/6 \* \* \*", when["schedule"][0]["cron"])
    steps = WORKFLOW["jobs"]["refresh"]["steps"]
    uses = [step["uses"] for step in steps if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+(/[a-z]+)?@v\d+", name) for name in uses)
    assert any("upload-artifact" in name for name in uses)
    assert any("upload-pages-artifact" in name for name in uses)
    pages = WORKFLOW["jobs"]["pages"]
    assert pages["permissions"] == {"pages": "write", "id-token": "write"}
    for step in steps:  # nothing that a stranger may set is put into a shell line
        assert "${{" not in step.get("run", "")


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell here")
def test_the_site_of_the_workflow_is_made(tmp_path: Path) -> None:
    (tmp_path / "data" / "exports").mkdir(parents=True)
    (tmp_path / "data" / "published").mkdir()
    (tmp_path / "data" / "exports" / "bills.csv").write_text("a\n")
    (tmp_path / "data" / "published" / "health.json").write_text("{}")
    steps = WORKFLOW["jobs"]["refresh"]["steps"]
    (script,) = [step["run"] for step in steps if step.get("name") == "The site"]
    subprocess.run(["sh", "-euc", script], cwd=tmp_path, check=True)
    index = (tmp_path / "site" / "index.html").read_text()
    assert '<a href="bills.csv">' in index
    assert '<a href="health.json">' in index
    assert "index.html" not in index


def test_cron_lines_are_whole(tmp_path: Path) -> None:
    lines = [line for line in (DEPLOY / "crontab").read_text().splitlines() if line[:1].isdigit()]
    assert len(lines) == 2
    for line in lines:
        when, command = line.split(maxsplit=5)[:5], line.split(maxsplit=5)[5]
        assert all(re.fullmatch(r"[\d,*/-]+", field) for field in when)
        assert "%" not in command  # cron would take it for a new line
        subprocess.run(["sh", "-n", "-c", command], check=True)


def test_the_line_that_mails_speaks_only_where_a_person_is_needed(tmp_path: Path) -> None:
    line = (DEPLOY / "crontab").read_text().splitlines()[-1].split(maxsplit=5)[5]
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    for code, said in ((0, ""), (1, "needs a person\n")):
        python.write_text(f"#!/bin/sh\necho needs a person\nexit {code}\n")
        python.chmod(0o755)
        here = line.replace("/opt/lawbeat", str(tmp_path))
        done = subprocess.run(["sh", "-c", here], capture_output=True, text=True)
        assert done.stdout == said


UNITS = sorted((DEPLOY / "systemd").iterdir())


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze here")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    home, units = tmp_path / "lawbeat", tmp_path / "units"
    (home / ".venv" / "bin").mkdir(parents=True)
    units.mkdir()
    for name in ("python", "streamlit"):
        (home / ".venv" / "bin" / name).symlink_to(Path(sys.executable).resolve())
    for unit in UNITS:
        (units / unit.name).write_text(unit.read_text().replace("/opt/lawbeat", str(home)))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *(str(units / unit.name) for unit in UNITS)],
        capture_output=True,
        text=True,
    )
    told = [line for line in done.stderr.splitlines() if "lawbeat" in line]
    assert done.returncode == 0, done.stderr
    assert told == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze here")
@pytest.mark.parametrize(
    ("unit", "was", "broken"),
    [
        ("lawbeat-refresh.service", "Nice=10", "Nicety=10"),
        ("lawbeat-refresh.timer", "*-*-* 00/6", "never"),
    ],
)
def test_systemd_refuses_a_unit_that_is_broken(
    unit: str, was: str, broken: str, tmp_path: Path
) -> None:
    for each in UNITS:
        text = each.read_text()
        (tmp_path / each.name).write_text(text.replace(was, broken) if each.name == unit else text)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / unit)],
        capture_output=True,
        text=True,
    )
    assert f"{unit}:" in done.stderr
    assert broken.partition("=")[0] in done.stderr


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze here")
def test_the_timer_is_due_when_the_built_in_schedule_is() -> None:
    text = (DEPLOY / "systemd" / "lawbeat-refresh.timer").read_text()
    (calendar,) = re.findall(r"^OnCalendar=(.+)$", text, re.MULTILINE)
    done = subprocess.run(
        ["systemd-analyze", "calendar", "--iterations=4", calendar],
        capture_output=True,
        text=True,
        env={"TZ": "UTC", "PATH": "/usr/bin:/bin"},
    )
    hours = re.findall(r"\d{4}-\d\d-\d\d (\d\d):00:00 UTC", done.stdout)
    assert set(hours) == {"00", "06", "12", "18"}
