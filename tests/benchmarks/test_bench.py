"""The benchmark at a tiny size: that it runs and tells, not how fast anything is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks import bench, bills
from tests.benchmarks.load_bills import SOURCE, load_all
from tests.benchmarks.measure import Result


@pytest.mark.parametrize("job", sorted(bench.jobs()))
def test_a_job_runs_and_prints_its_lines(job: str, capsys: pytest.CaptureFixture[str]) -> None:
    tiny = ["--files", "20", "--size", "600", "--articles", "200", "--tries", "1"]
    assert bench.main([*tiny, "--jobs", job]) in (0, 1)
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("|")]
    assert [cell.strip() for cell in lines[0].strip("|").split("|")] == list(bench.COLUMNS)
    assert len(lines) > 2
    assert all(float(line.split("|")[4].replace(",", "")) > 0 for line in lines[2:])


def test_the_table_is_kept_with_the_facts_of_the_machine_but_not_its_name(tmp_path: Path) -> None:
    bench.keep("x", [Result("job", "size", "beside", 12.34, "<= 12", False, 100.0)], tmp_path)
    text = (tmp_path / "x.md").read_text()
    assert "| job | size | beside | 12.3" in text
    assert "| NO  |" in text
    whole = json.loads((tmp_path / "x.json").read_text())
    assert whole["results"][0]["ratio"] == 12.34
    assert {"cores", "Python", "duckdb", "bills"} <= whole["facts"].keys()
    assert not any("/" in value and not value.endswith("data") for value in whole["facts"].values())


def test_the_files_are_seeded_unlike_each_other_and_read_without_a_reject(tmp_path: Path) -> None:
    held = bills.zips(tmp_path / "raw" / SOURCE, 30)
    again = bills.zips(tmp_path / "again", 30)
    files = list(bills.members(held))
    assert files == list(bills.members(again))
    assert len(set(files)) == 30
    changed = list(bills.members(bills.zips(tmp_path / "changed", 30, changed=2)))
    assert sum(a != b for a, b in zip(files, changed, strict=True)) == 2
    load_all(tmp_path)


def test_files_are_written_where_there_are_no_real_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bills, "SHARED", tmp_path / "nowhere")
    assert bills.made_from() == bills.WRITTEN
    bills.zips(tmp_path / "raw" / SOURCE, 30)
    load_all(tmp_path)
