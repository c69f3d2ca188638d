"""Workbooks of Excel 2007 and later: the values of their cells as text, within bounds.

No formula is worked out: what the workbook last showed counts. Days come as 2025-03-12.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook

from etl.records import Refused

MOST_ROWS = 200_100  # a sheet
MOST_COLUMNS = 500
LARGEST = 256 * 1024 * 1024  # bytes, all parts inflated
_DEEPEST_INFLATION = 200
_MOST_PARTS = 2_000
_MOST_SHEETS = 50


def sheets(content: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each sheet's name and its rows; `Refused` where it is no sound workbook."""
    _refuse_bombs(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and validations it does not know
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            for sheet in book.worksheets[:_MOST_SHEETS]:
                yield sheet.title, _rows(sheet)
    except Refused:
        raise
    except Exception as error:  # openpyxl raises whatever its parts do
        raise Refused(f"the workbook is damaged: {type(error).__name__}: {error!s:.150}") from None


def _refuse_bombs(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if "[Content_Types].xml" not in archive.namelist():
                raise Refused("it is no workbook of Excel, but some other zip")
            if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > LARGEST:
                raise Refused("the workbook inflates to more than 256 MB")
            for part in parts:
                if part.file_size > _DEEPEST_INFLATION * max(part.compress_size, 4096):
                    raise Refused("the workbook inflates far beyond what a workbook does")
                if part.filename.endswith((".xml", ".rels")) and _declares(archive, part):
                    raise Refused("the workbook's XML declares entities, which are never read")
    except Refused:
        raise
    except Exception as error:  # a damaged zip raises what its inflater and its seeks do
        raise Refused(f"the workbook cannot be opened: {error!s:.150}") from None


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Return whether a part declares entities; that stands before its first element."""
    with archive.open(part) as file:
        head = file.read(65_536)
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head or head[:2] in (b"\xff\xfe", b"\xfe\xff")


def _rows(sheet: Any) -> list[list[str]]:
    sheet.reset_dimensions()  # what a sheet says of its own size is often wrong
    told = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
    # Most rows of a hostile sheet are empty, and told at full width: those are counted in C.
    return [[] if row.count(None) == len(row) else _row(row) for row in told]


def _row(told: tuple[Any, ...]) -> list[str]:
    row = [_text(cell) for cell in told]
    while row and not row[-1]:
        row.pop()
    return row


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return str(cell.date()) if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
