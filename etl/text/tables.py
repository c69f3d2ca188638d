"""Grids of cells made into tables of articles: where the header stands, what each column is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from etl.records import Article, Refused, Reject
from etl.text.article_rows import articles
from etl.text.columns import bare, of_articles, other_kind, recognised, why_not

PREAMBLE = 60  # rows in which the header is looked for

Grid = Sequence[tuple[int, Sequence[str]]]  # (number of the row, its cells)
Columns = Mapping[str, Sequence[str]]


def header_at(rows: Sequence[Sequence[str]], mapping: Columns | None) -> tuple[int, int]:
    """Return where the header is and how many of its columns are known, (0, 0) for nowhere."""
    mapped = {bare(column) for columns in (mapping or {}).values() for column in columns}
    best, at = 0, 0
    for place, row in enumerate(rows[:PREAMBLE]):
        cells = {bare(cell) for cell in row if len(cell) <= 100}
        known = len(cells & mapped) + len(recognised(row))
        if known > best and (known > 1 or place == 0 or mapped & cells):
            best, at = known, place
    return at, best


def read_grid(grid: Grid, mapping: Columns | None, table: str) -> list[Article | Reject]:
    """Return the articles of a grid; `Refused` where its columns do not tell of articles.

    `table` is what a mapping file for it would be called.
    """
    at, _ = header_at([cells for _, cells in grid[:PREAMBLE]], mapping)
    header = [cell.strip() for cell in grid[at][1]] if grid else []
    if mapping is None and (kind := other_kind(header)):
        raise Refused(f"it is a table of {kind}, not of articles, as its columns tell")
    columns = with_mapping(recognised(header), mapping, header)
    if not of_articles(columns):
        raise Refused(why_not(header, table))
    rows: list[tuple[int, dict[str, str]]] = []
    crooked: list[Reject] = []
    for number, cells in grid[at + 1 :]:
        if any(cells[len(header) :]):
            reason = f"{len(cells)} cells under {len(header)} columns"
            crooked.append(Reject(place=f"row {number}", reason=reason))
        elif [cell.strip() for cell in cells] != header:  # told again where exports were joined
            rows.append((number, _row(header, cells)))
    return [*articles(rows, columns), *_together(crooked)]


def _row(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Return a row by its columns; of two columns of one name, the first with a value counts."""
    row: dict[str, str] = {}
    for column, cell in zip(header, cells, strict=False):
        row[column] = row.get(column) or cell
    return row


def _together(crooked: Sequence[Reject]) -> list[Reject]:
    if len(crooked) <= 20:
        return list(crooked)
    reason = f"and {len(crooked) - 20:,} more rows with more cells than columns"
    return [*crooked[:20], Reject(place=crooked[20].place, reason=reason)]


def with_mapping(
    found: Mapping[str, list[str]], mapping: Columns | None, header: Sequence[str]
) -> dict[str, list[str]]:
    """Return the columns of each field: as the mapping says, the rest as recognised.

    `Refused` where the mapping names a column that the table has not.
    """
    if not mapping:
        return dict(found)
    theirs = {bare(column): column for column in header}
    told = {field: [_theirs(c, theirs, header) for c in cs] for field, cs in mapping.items()}
    taken = {column for columns in told.values() for column in columns}
    others = {
        field: left
        for field, columns in found.items()
        if field not in told and (left := [c for c in columns if c not in taken])
    }
    return {**others, **told}


def _theirs(column: str, theirs: Mapping[str, str], header: Sequence[str]) -> str:
    if bare(column) in theirs:
        return theirs[bare(column)]
    shown = ", ".join(repr(c[:40]) for c in header[:12] if c)
    raise Refused(f"the mapping file names a column {column!r}; the table has {shown}")
