"""GDELT DOC 2.0: the list of articles that a search found, as JSON or CSV.

`seendate` is when GDELT met the article, on a quarter of an hour: it becomes `seen_at`, and never a
day of publication. Titles come with their punctuation spaced out and are mended.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from etl.records import Article, Refused, Reject
from etl.text.addresses import web_address
from etl.text.clean import clean_title, plain_text
from etl.text.code_names import country_code, language_code
from etl.text.dates import parse_date
from etl.text.encodings import decode
from etl.text.loose_json import loads
from etl.text.rejected_rows import rejects
from etl.text.told_article import LONGEST_TITLE

VERSION = 1
LARGEST = 50_000_000  # bytes
MOST = 50_000  # articles; one answer holds 250, a file of many joined may hold more

_KEYS = "url|url_mobile|title|seendate|socialimage|domain|language|sourcecountry"
_LIST = re.compile(r'\{\s*"articles"\s*:\s*\[\s*(?:\{[^{}]*"seendate"|\]\s*\}?\s*$)', re.S)
_TIMELINE = re.compile(r'\{\s*"query_details"|\{\s*"timeline"\s*:|\{\s*"tonechart"\s*:')
_CSV = re.compile(r"(?:URL,MobileURL,Date,Title)\s*(?:\r?\n|$)", re.I)
_TIMELINE_CSV = re.compile(r"Date,Series,Value\s*(?:\r?\n|$)", re.I)
_ONE = re.compile(r'\{\s*"url"\s*:')
_PART = re.compile(
    rf'"({_KEYS})"\s*:\s*"((?:[^"\\]|\\.|"(?!\s*,\s*"(?:{_KEYS})"\s*:|\s*\}}))*)"', re.S
)
# What GDELT says, with status 200 and as plain text, where it would not search.
_SAID = re.compile(
    r"(?:the specified (?:phrase|query|date|timespan|mode)|your (?:query|search)\b"
    r"|please limit requests|one or more of your keywords|queries containing or'd"
    r"|parentheses may only|invalid (?:query|mode)|timespan is too short"
    r"|unknown error occurred|no (?:articles|results|matches))",
    re.I,
)


def reads(name: str, head: bytes) -> bool:
    """Return whether these bytes begin an answer of GDELT, or one of its errors."""
    try:
        text = decode(head).lstrip()
    except Refused:
        return False
    named = "gdelt" in name.lower() and name.lower().endswith(".json")
    known = (_LIST, _TIMELINE, _CSV, _TIMELINE_CSV)
    if any(shape.match(text) for shape in known):
        return True
    if not name.lower().endswith((".txt", ".md", ".csv", ".tsv")) and _SAID.match(text):
        return True
    return named and (text[:1] != "{" or text.split() in (["{}"], ["{", "}"]))


def read(name: str, content: bytes) -> list[Article | Reject]:
    """Return the articles of an answer, none where it found none; `Refused` with GDELT's words."""
    if len(content) > LARGEST:
        raise Refused(f"the answer is {len(content) / 1e6:.0f} MB large; up to 50 MB are read")
    text = decode(content).strip()
    if _TIMELINE.match(text) or _TIMELINE_CSV.match(text):
        raise Refused("a timeline, not articles: ask GDELT for mode=artlist")
    if text[:1] == "<":
        raise Refused(f"GDELT answered with an HTML page: {plain_text(text[:20_000])[:200]}")
    if _CSV.match(text):
        return _articles(_csv_rows(text))
    if text[:1] != "{":
        raise Refused(f"GDELT would not search: {plain_text(text[:500])[:200]}")
    return _articles(_json_rows(text))


def _csv_rows(text: str) -> Iterator[Mapping[str, Any] | str]:
    csv.field_size_limit(2**31 - 1)
    for row in csv.DictReader(io.StringIO(text.replace("\x00", ""), newline="")):
        told = {(key or "").strip().lower(): value for key, value in row.items()}
        yield {"url": told.get("url"), "title": told.get("title"), "seendate": told.get("date")}


def _json_rows(text: str) -> Iterator[Mapping[str, Any] | str]:
    """Yield the articles of an answer; of a broken one, each that is whole, and what is not."""
    try:
        told = loads(text)
    except ValueError:
        starts = [found.start() for found in _ONE.finditer(text)]
        if not starts:
            raise Refused(f"GDELT's answer is broken: {text[:100]}") from None
        for start, end in pairwise([*starts, len(text)]):
            yield _mended(text[start:end])
        return
    if not told:
        return
    found = told.get("articles")
    if not isinstance(found, list):
        raise Refused(f"not GDELT's list of articles: it holds {', '.join(map(str, told))[:100]}")
    yield from (row if isinstance(row, dict) else "no article, but something else" for row in found)


def _mended(piece: str) -> Mapping[str, Any] | str:
    """Return one article of a broken answer, by the names of its parts."""
    try:
        told = loads(piece[: piece.rindex("}") + 1])
        if isinstance(told, dict):
            return told
    except ValueError:
        pass
    parts = dict(_PART.findall(piece))
    if "url" not in parts or "seendate" not in parts:
        return "the answer is broken here"
    return {key: re.sub(r"\\(.)", r"\1", value) for key, value in parts.items()}


def _articles(rows: Iterator[Mapping[str, Any] | str]) -> list[Article | Reject]:
    found: list[Article | Reject] = []
    wrong: list[tuple[int, str, str]] = []
    for number, row in enumerate(rows, start=1):
        if number > MOST:
            wrong.append((number, f"only the first {MOST:,} articles were read", ""))
            break
        if isinstance(row, str):
            wrong.append((number, row, ""))
        elif url := web_address(str(row.get("url") or "")):
            found.append(_article(url, row))
        else:
            wrong.append((number, "it has no web address", str(row.get("url") or "")))
    if wrong and not found:
        raise Refused(f"none of GDELT's articles can be read: {wrong[0][1]}")
    return [*found, *rejects(wrong, "article")]


def _article(url: str, row: Mapping[str, Any]) -> Article:
    told = {key: str(value) for key, value in row.items() if value is not None}
    title = clean_title(told.get("title", "")[: 4 * LONGEST_TITLE])
    return Article(
        url=url,
        title=title[:LONGEST_TITLE] if title else None,
        language=language_code(told.get("language")),
        country=country_code(told.get("sourcecountry")),
        seen_at=_moment(told.get("seendate", "")),
    )


def _moment(told: str) -> Any:
    """Return when GDELT saw it; its own clock is UTC, also where a CSV leaves that out."""
    when = parse_date(told)
    return when.at or (parse_date(f"{told} UTC").at if when.on else None)
