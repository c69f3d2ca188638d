"""Tables of articles: csv, tsv and xlsx, as archives of the press and search tools export them.

Columns are known by the names of the usual exports, the header by where they stand; a mapping file
handed over with the table says what else is what. Delimiter and encoding are found out.
"""

from __future__ import annotations

import re

from etl.records import Article, Refused, Reject
from etl.text import delimited
from etl.text.encodings import decode
from etl.text.mappings import ENDING, Columns, is_mapped, parted, read_mapping
from etl.text.sheets import sheets
from etl.text.tables import PREAMBLE, header_at, read_grid

VERSION = 1
LAST = True

_TEXTS = (".csv", ".tsv", ".tab", ".xls")
_BOOKS = (".xlsx", ".xlsm")
_BOOK_MARK = b"PK\x03\x04"
_OLD_BOOK = b"\xd0\xcf\x11\xe0"
_OTHER_FORMATS = re.compile(r"\s*(?:<[?!/a-zA-Z]|\{\s*[\"}]|\[\s*[{\[\"])")  # XML, HTML, JSON


def reads(name: str, head: bytes) -> bool:
    """Return whether this is called a table and holds no mark-up; any mapping file, to refuse."""
    _, rest = parted(head) if is_mapped(head) else (None, head)
    lower = name.lower()
    if lower.endswith((*_BOOKS, ENDING)) or (lower.endswith(_TEXTS) and _is_book(rest)):
        return True
    try:
        return lower.endswith(_TEXTS) and not _OTHER_FORMATS.match(decode(rest))
    except Refused:
        return True  # to be refused by `read`, which says why


def read(name: str, content: bytes) -> list[Article | Reject]:
    """Return the articles of a table, and which of its rows could not be used and why."""
    if name.lower().endswith(ENDING):
        raise Refused("a mapping file works only beside its table in the inbox, outside any zip")
    mapping, table = parted(content)
    columns = read_mapping(mapping) if mapping is not None else None
    called = f"{re.sub(r'^.*[!/]|[.][^.]*$', '', name)}{ENDING}"
    if table.startswith(_OLD_BOOK):
        raise Refused("a workbook of old Excel: save it as .xlsx, or as .csv")
    if _is_book(table):
        return _read_book(table, columns, called)
    if not table.strip():
        raise Refused("the table is empty")
    return _read_text(decode(table).replace("\x00", ""), columns, called)


def _is_book(content: bytes) -> bool:
    return content.startswith((_BOOK_MARK, _OLD_BOOK))


def _read_text(text: str, columns: Columns | None, called: str) -> list[Article | Reject]:
    if _OTHER_FORMATS.match(text[:4096]):
        raise Refused("it is called a table, but begins as HTML, XML or JSON does")
    # The delimiter that makes most sense of the header; of equals, that of the widest table.
    tried = [
        (header_at(rows, columns)[1], sum(map(len, rows)), delimiter)
        for delimiter, rows in delimited.sample_rows(text, PREAMBLE)
    ]
    rows = enumerate(delimited.rows(text, max(tried)[2]), start=1)
    grid = []
    broken = []
    for number, (cells, is_broken) in rows:
        if is_broken:
            reason = "its quotation mark never closes"
            broken.append(Reject(place=f"row {number}", reason=reason))
        elif any(cells):
            grid.append((number, cells))
    return [*read_grid(grid, columns, called), *broken]


def _read_book(content: bytes, columns: Columns | None, called: str) -> list[Article | Reject]:
    found: list[Article | Reject] = []
    refused: list[Reject] = []
    for title, rows in sheets(content):
        grid = [(number, cells) for number, cells in enumerate(rows, start=1) if cells]
        try:
            told = read_grid(grid, columns, called)
        except Refused as error:
            refused.append(Reject(place=f"sheet {title!r}", reason=str(error)))
            continue
        found += [
            Reject(place=f"sheet {title!r}, {r.place}", reason=r.reason)
            if isinstance(r, Reject)
            else r
            for r in told
        ]
    if not found:
        told_of = refused[0] if refused else Reject(place="the workbook", reason="it has no sheets")
        raise Refused(f"{told_of.place}: {told_of.reason}")
    return found + [r for r in refused if "columns tell: none" not in r.reason]
