"""Tables as text: commas, semicolons, tabs or bars between cells, marks around those that need it.

Nothing here fails: what a broken quotation mark swallows is given back line by line.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterator

MOST_COLUMNS = 500  # cells past them are dropped
_DELIMITERS = (",", "\t", ";", "|")
_SAMPLE = 200_000  # characters
_END = "\x00the end\x00"  # no cell holds it: NULs are taken out before
_MOST_BROKEN = 50  # rows with a quotation mark that never closes; then marks count no more


def sample_rows(text: str, most: int) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each delimiter that may be meant with the first rows it makes."""
    start = text[:_SAMPLE]
    first, _, rest = start.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:  # Excel says so itself
        yield first[4], list(_plain_rows(rest, first[4], most))
        return
    for delimiter in _DELIMITERS:
        yield delimiter, list(_plain_rows(start, delimiter, most))


def _plain_rows(text: str, delimiter: str, most: int) -> Iterator[list[str]]:
    csv.field_size_limit(2**31 - 1)  # a cell may hold an article
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for row, _ in zip(reader, range(most), strict=False):
        yield row[:MOST_COLUMNS]


def rows(text: str, delimiter: str) -> Iterator[tuple[list[str], bool]]:
    """Yield the rows of a table and whether each is broken: its quotation mark never closes."""
    csv.field_size_limit(2**31 - 1)
    lines = [*io.StringIO(text.replace("\x00", ""), newline=""), _END]
    at = 0
    if text[:4].lower() == "sep=":
        yield [lines[0].strip()], False
        at = 1
    for broken in range(_MOST_BROKEN + 1):
        at = yield from _until_broken(lines, at, delimiter, broken == _MOST_BROKEN)
        if at >= len(lines) - 1:
            return
        yield [lines[at].strip()], True
        at += 1


def _until_broken(
    lines: list[str], start: int, delimiter: str, marks_count_no_more: bool
) -> Generator[tuple[list[str], bool], None, int]:
    """Yield the rows from a line on; returns the line at which a broken one begins, or the end."""
    reader = csv.reader(lines[start:], delimiter=delimiter)
    if marks_count_no_more:
        reader = csv.reader(lines[start:], delimiter=delimiter, quoting=csv.QUOTE_NONE)
    ended, width = 0, 0
    for row in reader:
        began, ended = start + ended, reader.line_num
        if row == [_END]:
            break
        if _END in (row[-1:] or [""])[0][-len(_END) :]:
            return began
        several = start + ended - began > 1
        if several and len(row) != width and _is_crooked(lines[began : start + ended], delimiter):
            return began
        width = len(row)
        yield row[:MOST_COLUMNS] + ["…"] * any(row[MOST_COLUMNS:]), False
    return len(lines) - 1


def _is_crooked(lines: list[str], delimiter: str) -> bool:
    """Return whether a row of several lines closes its quotation marks where none may close."""
    try:
        return not list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return True
