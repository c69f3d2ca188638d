"""Which bill of which Congress an article names, and how sure that is.

A number alone is one of the Congress that sat on the article's day. What the text itself tells
outranks the day: "118th Congress", "of 2023", the bill's title or its sponsor beside the number.
A name without a number is that of a policy's bill in the Congress of the day or the one before.
Where an article bears no date, a number is that of the policies' own bill, or stays unresolved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from etl.text.bills.called import by_name
from etl.text.bills.numbers import Named, bill_numbers
from etl.text.bills.register import Register
from etl.text.bills.which import SURE, Here, Which, by_number
from etl.text.congress import congress_at
from etl.text.name_table import hits
from etl.text.sentences import split
from etl.text.xml import EASTERN


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleBill:
    """A bill that an article names, by the surest of the places that name it."""

    article_id: str
    named: str  # hr6840-119, or hr6840 where the Congress is not known
    bill_id: str | None
    wording: str  # as it stands there
    match_basis: str  # body, title, snippet
    sentence: str
    why: str
    confidence: str | None  # high, medium, low; None where it is unresolved
    places: int  # that name it so


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    named: str
    which: Which


def find_bills(
    articles: Iterable[Mapping[str, Any]],
    known: Register,
    mentioned: Mapping[str, frozenset[str]],
) -> Iterator[ArticleBill]:
    """Yield the bills that articles name, one row each, in reading order.

    `mentioned` are the policies that each article names. An article that names none, and no bill of
    one, is passed over. Articles hold article_id, title, text, snippet, language, published_on,
    published_month and published_year.
    """
    for article in articles:
        policies = mentioned.get(str(article["article_id"]), frozenset())
        found = list(_in_article(article, known, policies))
        if policies or any(own for _, own in found):
            yield from (row for row, _ in found)


def _in_article(
    article: Mapping[str, Any], known: Register, policies: frozenset[str]
) -> Iterator[tuple[ArticleBill, bool]]:
    """Yield each bill with whether it is one of a policy's."""
    article_id = str(article["article_id"])
    told: dict[str, list[tuple[_Place, ArticleBill]]] = {}
    for basis, here in _texts(article, policies):
        places = list(_places(here, known, article.get("language"))) if here.text else []
        if basis == "snippet" and told:
            continue  # it stands in the body as well
        for place, sentence in _in_sentences(here.text, places):
            row = _row(article_id, basis, here.text, place, sentence)
            told.setdefault(place.named, []).append((place, row))
    plain = {named for named, own in told.items() for place, _ in own if not place.which.rivals}
    for own in told.values():
        kept = [(p, row) for p, row in own if not p.which.rivals & plain]
        if kept:
            best = max((row for _, row in kept), key=lambda row: SURE[row.confidence])
            yield replace(best, places=len(kept)), any(p.which.own for p, _ in kept)


def _texts(article: Mapping[str, Any], policies: frozenset[str]) -> Iterator[tuple[str, Here]]:
    day, congress = _when(article)
    for basis in ("body", "title", "snippet"):
        text = article.get("text" if basis == "body" else basis)
        yield basis, Here(text if isinstance(text, str) else "", day, congress, policies)


def _when(article: Mapping[str, Any]) -> tuple[date | None, int | None]:
    """Return the day of an article, where it is known, and the Congress that sat then."""
    day: date | None = article.get("published_on")
    about = day or article.get("published_month") or article.get("published_year")
    if about is None:
        return None, None
    if day is None:  # of a month or a year, most days are past the change of a Congress
        about = about.replace(day=28)
    return day, congress_at(datetime(about.year, about.month, about.day, 23, 59, tzinfo=EASTERN))


def _places(here: Here, known: Register, language: str | None) -> Iterator[_Place]:
    """Yield every place that names a bill, by number or by name."""
    for named in bill_numbers(here.text, language, known.numbered_own):
        if which := by_number(named, here, known):
            yield _Place(named.start, named.end, which.bill_id or _plain(named), which)
    for hit in hits(here.text, known.names):
        for which in by_name(hit.policy_id, hit.start, hit.end, here, known):
            yield _Place(hit.start, hit.end, str(which.bill_id), which)


def _plain(named: Named) -> str:
    return f"{named.kind}{named.number}"


def _in_sentences(text: str, places: Sequence[_Place]) -> Iterator[tuple[_Place, str]]:
    """Yield each place with the sentence it stands in."""
    sentences = split(text) if places else []
    starts = [s.start for s in sentences]
    for place in places:
        yield place, sentences[max(0, bisect_right(starts, place.start) - 1)].text


def _row(article_id: str, basis: str, text: str, place: _Place, sentence: str) -> ArticleBill:
    return ArticleBill(
        article_id=article_id,
        named=place.named,
        bill_id=place.which.bill_id,
        wording=text[place.start : place.end],
        match_basis=basis,
        sentence=sentence,
        why=place.which.why,
        confidence=place.which.confidence,
        places=1,
    )
