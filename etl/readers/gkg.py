"""GDELT GKG 2.1: lines of 27 columns apart by tabs, no header; articles without their text.

The moment of a line is when GDELT saw the page, never its publication. The page's own moment
(`PAGE_PRECISEPUBTIMESTAMP`) is: but some pages give it in local time, so one that lies after the
moment of seeing is kept as a day only, and one more than a day after it is not kept.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from etl.records import Article, Refused, Reject
from etl.text.addresses import outlet_domains, web_address
from etl.text.clean import clean_title, tidy
from etl.text.encodings import decode
from etl.text.gkg import ADDRESS, COLLECTION, RECORD, SEEN, SITE, TRANSLATION, extra, split_line
from etl.text.gkg_languages import LANGUAGES

VERSION = 1

_FIRST = re.compile(rb"\s*\d{14}-T?\d+\t\d{14}\t\d?\t")
_SOURCE_LANGUAGE = re.compile(r"srclc:\s*([a-z]{3})")
_OF_THE_WEB = ("1", "")
_EARLIEST = 1990
_A_DAY = timedelta(days=1)


def reads(name: str, head: bytes) -> bool:
    """Return whether the first line begins as those of the GKG do."""
    return bool(_FIRST.match(head)) or name.lower().endswith(".gkg.csv")


def read(name: str, content: bytes) -> list[Article | Reject]:
    """Return an article a line, and the lines that could not be used."""
    lines = decode(content, "utf-8").split("\n")
    told = [_record(line, place) for place, line in enumerate(lines, 1) if line.strip()]
    if not any(isinstance(record, Article) for record in told):
        why = told[0].reason if told and isinstance(told[0], Reject) else "it holds no line"
        raise Refused(f"no line of it is a GKG record: {why}")
    return told


def _record(line: str, place: int) -> Article | Reject:
    columns = split_line(line)
    if not columns[ADDRESS] or not columns[SEEN].isdigit():
        reason = f"{line.count(chr(9)) + 1} columns, and no moment and address among the first five"
        return Reject(place=f"line {place}", reason=reason)
    url = web_address(columns[ADDRESS]) if columns[COLLECTION] in _OF_THE_WEB else None
    if url is None:
        return Reject(place=f"line {place}", reason="its source is no address of the web")
    return _article(columns, url)


def _article(columns: list[str], url: str) -> Article:
    site = tidy(columns[SITE])
    seen = _moment(columns[SEEN])
    printed = extra(columns, "PAGE_PRECISEPUBTIMESTAMP")
    at = _moment(printed or "")
    at = at if at and (seen is None or at <= seen + _A_DAY) else None
    known = at is not None and at.time() != at.time().min and (seen is None or at <= seen)
    return Article(
        url=url,
        title=clean_title(extra(columns, "PAGE_TITLE"), site or None),
        outlet=None if not site or site.lower() in outlet_domains(url) else site,
        language=_language(columns[TRANSLATION]),
        author=tidy(extra(columns, "PAGE_AUTHORS") or "").replace(";", "; ") or None,
        published=printed if at else None,
        published_on=at.date() if at else None,
        published_at=at if known else None,
        published_precision="day" if at else "unknown",
        published_source="page" if at else None,
        seen_at=seen,
        given_id=columns[RECORD] or None,
    )


def _moment(digits: str) -> datetime | None:
    """Return the moment that fourteen digits tell; None where they tell none.

    >>> _moment("20230702153000").isoformat(), _moment("20230002153000")
    ('2023-07-02T15:30:00+00:00', None)
    """
    if len(digits) != 14 or not digits.isascii():
        return None
    try:
        moment = datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return moment if moment.year >= _EARLIEST else None


def _language(translation: str) -> str | None:
    """Return what was translated from; what was not is mostly, but not always, English."""
    found = _SOURCE_LANGUAGE.search(translation)
    return LANGUAGES.get(found[1]) if found else None
