"""`python -m etl corrections`: coders' corrections as CSV, out and in.

A row is known by its correction_id, so that to import a file twice adds nothing; a row without one
gets one made from its cells.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from etl.corrections import FIELDS, Unreadable, correction, read, write
from etl.folders import Folders
from etl.records import Correction
from etl.report import Teller
from etl.text.words import words

FORMULA = ("=", "+", "-", "@", "\t", "\r")
NEEDED = ("article_id", "policy_id", "coder")
YES, NO = words("1 true yes y t"), words("0 false no n f")
WELL, FAILED, NOTHING = 0, 1, 2


def arguments(command: argparse.ArgumentParser) -> None:
    """Say what the command is asked with."""
    way = command.add_mutually_exclusive_group(required=True)
    way.add_argument("--export", metavar="FILE", type=Path, help="write all corrections as CSV")
    way.add_argument("--import", metavar="FILE", type=Path, dest="take", help="add those of a CSV")


def run(here: Folders, tell: Teller, export: Path | None, take: Path | None) -> int:
    """Export or import; returns the exit status."""
    try:
        if export:
            return _export(here, tell, export)
        assert take is not None
        return _import(here, tell, take)
    except Unreadable as error:
        tell.line(str(error))
        return NOTHING


def _export(here: Folders, tell: Teller, file: Path) -> int:
    found = read(here.corrections)
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(FIELDS)
        writer.writerows(
            [_shown(getattr(told, name)) for name in FIELDS] for told in found.corrections
        )
    tell.lines(found.troubles)
    tell.line(f"{len(found.corrections)} corrections in {file}")
    return FAILED if found.troubles else WELL


def _import(here: Folders, tell: Teller, file: Path) -> int:
    given: list[Correction] = []
    wrong: list[str] = []
    for line, told in _rows(file):
        try:
            given.append(_given(told))
        except ValueError as error:
            wrong.append(f"{file}:{line}: {error}; the row is left out")
    new = write(here.corrections, given) if given else 0
    tell.lines(wrong)
    tell.line(f"{new} corrections added, {len(given) - new} were there already")
    return FAILED if wrong else WELL


def _rows(file: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{file}: not UTF-8 text; save it as UTF-8") from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if missing := [name for name in NEEDED if name not in (reader.fieldnames or ())]:
        raise Unreadable(f"{file}:1: no column {', '.join(missing)}; expected {', '.join(FIELDS)}")
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise Unreadable(f"{file}:{reader.line_num}: not CSV: {error}") from error


def _given(row: Mapping[str, Any]) -> Correction:
    """Return the correction of one row; ValueError says what is wrong with it."""
    told: dict[str, Any] = {name: _plain(row.get(name)) for name in FIELDS}
    told["not_about_policy"] = _yes(told["not_about_policy"], "not_about_policy")
    told["stands"] = False  # found anew from all the rows
    told["set_at"] = told["set_at"] or datetime.now(UTC).isoformat()
    if not told["correction_id"]:
        cells = [row.get(name) for name in FIELDS]
        told["correction_id"] = hashlib.sha256(repr(cells).encode()).hexdigest()[:32]
    set_something = told["stance"] or told["holder"] or told["not_about_policy"] or told["note"]
    if not set_something and not told["undoes"]:
        raise ValueError("it sets nothing: no stance, holder, not_about_policy, note or undoes")
    return correction(told)


def _plain(cell: str | None) -> str | None:
    """Return a cell without the apostrophe that keeps a spreadsheet from running it."""
    text = (cell or "").strip()
    return (text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA) else text) or None


def _yes(cell: str | None, name: str) -> bool:
    told = (cell or "no").casefold()
    if told not in YES | NO:
        raise ValueError(f"{name} {told[:40]!r}; expected true or false")
    return told in YES


def _shown(cell: Any) -> Any:
    if isinstance(cell, datetime):
        return cell.isoformat()
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return cell
