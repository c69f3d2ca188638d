"""Rows of other people's tables and lists made into articles; what a row lacks stays unknown.

There is no upper bound to dates here: whoever has a clock drops what lies ahead of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from etl.records import Article, Refused, Reject
from etl.text import told_article as tell
from etl.text.clean import tidy
from etl.text.code_names import country_code, language_code
from etl.text.column_dates import are_crawl_times, day_or_month_first, read_day
from etl.text.dates import UNKNOWN, When, parse_date
from etl.text.rejected_rows import rejects

MOST_ROWS = 200_000
_NO_DATE = "the date cannot be read, or lies before 1990"
_SITE = "its address is a site's, not an article's, and it tells no title or text"
_SURE = ("day", "date", "hour", "minute", "second", "time", "exact", "full")  # precise enough
_TRUE = frozenset(["true", "1", "yes", "t"])

Row = Mapping[str, str]  # their column: its cell


@dataclass
class _Table:
    """What the whole of a table tells of each row, and what is wrong with which."""

    columns: Mapping[str, Sequence[str]]
    orders: dict[str, str | None] = field(default_factory=dict)  # of days and months, by column
    crawled: set[str] = field(default_factory=set)  # columns of days that are crawl times
    wrong: list[tuple[int, str, str]] = field(default_factory=list)

    def told(self, row: Row, fields: Iterable[str]) -> dict[str, list[str]]:
        """Return a row's cells by our fields, empty ones left out."""
        cells = {f: [tell.cell_of(row.get(c, "")) for c in self.columns.get(f, ())] for f in fields}
        return {f: [cell for cell in told if cell] for f, told in cells.items()}


def articles(
    rows: Sequence[tuple[int, Row]], columns: Mapping[str, Sequence[str]], word: str = "row"
) -> list[Article | Reject]:
    """Return an article a row, then what could not be used, with the rows' numbers.

    `columns` says which columns tell each of our fields. `Refused` where no row is an article.
    """
    table = _Table(columns)
    for column in columns.get("published", ()):
        values = [tell.cell_of(row.get(column, ""))[: tell.LONGEST_NAME] for _, row in rows]
        table.orders[column] = day_or_month_first(values)
        if are_crawl_times(values):
            table.crawled.add(column)
    found = [a for number, row in rows[:MOST_ROWS] if (a := _tried(number, row, table))]
    told = rejects(table.wrong, word)
    if sum(reason == _SITE for _, reason, _ in table.wrong) > len(found):
        raise Refused(f"a list of sites, not of articles: {told[0].place}: {told[0].reason}")
    if not found:
        why = f"{told[0].place}: {told[0].reason}" if told else f"there are no {word}s"
        raise Refused(f"none of its {word}s is an article: {why}")
    if (left_out := len(rows) - MOST_ROWS) > 0:
        reason = f"only the first {MOST_ROWS:,} {word}s were read: {left_out:,} left out"
        told.append(Reject(place="the end", reason=reason))
    return [*found, *told]


def _tried(number: int, row: Row, table: _Table) -> Article | None:
    """Return the article of a row; whatever is wrong with one row costs that row alone."""
    wrong: tell.Wrong = []
    try:
        return _article(row, table, wrong)
    except Exception as error:  # a table is foreign matter, as a feed is
        wrong.append((f"cannot be read: {type(error).__name__}", str(error)))
        return None
    finally:
        table.wrong += [(number, *told) for told in wrong]


def _article(row: Row, table: _Table, wrong: tell.Wrong) -> Article | None:
    told = table.told(row, [f for f in table.columns if f != "published"])
    url = tell.address(told, wrong)
    outlet = tell.outlet(told, url)
    title = tell.title(told, outlet, wrong)
    snippet, text = tell.body(told, wrong)
    if not (title or text or snippet) and not (url and tell.is_page(url)):
        if any(map(tell.cell_of, row.values())):
            wrong.append((_SITE if url else "no address, title or text", ""))
        return None
    given, when = _when(row, table, wrong)
    from_ap = tell.first(told, "from_ap").casefold() in _TRUE
    cited = tell.name_in(tell.first(told, "cited"))
    return Article(
        url=url,
        title=title,
        text=text,
        snippet=snippet,
        outlet=outlet,
        country=country_code(tell.first(told, "country")),
        language=language_code(tell.first(told, "language")),
        author=tell.name_in(tell.first(told, "author")),
        published=given,
        published_on=when.on,
        published_at=when.at,
        published_precision=when.precision,
        published_source="table" if given else None,
        seen_at=_seen(row, table),
        cited_outlet="Associated Press" if from_ap else cited,
        copy_of=tell.address_in(tell.first(told, "copy_of")),
        given_id=tidy(tell.first(told, "given_id")[: tell.LONGEST_NAME]) or None,
    )


def _when(row: Row, table: _Table, wrong: tell.Wrong) -> tuple[str | None, When]:
    """Return the first day that can be read, else the first as it stands."""
    given = [
        (column, tidy(cell[: tell.LONGEST_NAME]))
        for column in table.columns.get("published", ())
        if column not in table.crawled and (cell := tell.cell_of(row.get(column, "")))
    ]
    for column, cell in given:
        when = read_day(cell, table.orders[column])
        if when is not UNKNOWN:
            return _as_sure(
                cell, when, tell.first(table.told(row, ["precision"]), "precision"), wrong
            )
    if not given:
        return None, UNKNOWN
    cell = given[0][1]
    either = any(read_day(cell, order) is not UNKNOWN for order in ("day", "month"))
    why = "which is the day and which the month cannot be told" if either else _NO_DATE
    wrong.append((why, cell))
    return cell, UNKNOWN


def _as_sure(cell: str, when: When, precision: str, wrong: tell.Wrong) -> tuple[str | None, When]:
    """Return a day only as far as the table itself says that it is known."""
    said = precision.casefold()
    sure = not said or (said.startswith(_SURE) and "wrong" not in said)
    if sure or when.precision != "day":
        return cell, when
    if said in ("month", "year"):
        known = when.month if said == "month" else str(when.year)
        return known, parse_date(known)
    wrong.append(("the table itself does not hold its date to be known", f"{cell} ({precision})"))
    return None, UNKNOWN


def _seen(row: Row, table: _Table) -> datetime | None:
    columns = [*table.columns.get("seen", ()), *table.crawled]
    moments = (parse_date(tell.cell_of(row.get(column, ""))).at for column in columns)
    return next((moment for moment in moments if moment), None)
