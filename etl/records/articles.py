"""Articles, and what coders hold of them."""

from __future__ import annotations

from datetime import date, datetime

from etl.records.kinds import record


@record
class Article:
    """A news article or other published text as one file or answer tells it."""

    url: str | None = None
    title: str | None = None
    text: str | None = None  # the body, plain; kept for matching, never shown whole
    snippet: str | None = None  # what a feed or search shows of it
    outlet: str | None = None
    country: str | None = None  # of the outlet, ISO 3166 alpha-2
    language: str | None = None  # ISO 639-1
    author: str | None = None
    published: str | None = None  # as given: "2025-04", "Fri, 02 Jan 2026 10:00:00 GMT"
    published_on: date | None = None  # only where the day is known
    published_at: datetime | None = None  # only where the moment is known
    published_precision: str = "unknown"  # day, month, year, unknown
    published_source: str | None = None  # feed, sitemap, page, table, text, coder
    seen_at: datetime | None = None
    cited_outlet: str | None = None  # the outlet it relays
    copy_of: str | None = None  # url of the article it copies, where a person said so
    given_id: str | None = None  # the id the file itself gives it


@record
class Label:
    """What a coder holds about one speaker or outlet in one article toward one policy."""

    policy_id: str
    url: str | None = None  # of the article
    given_id: str | None = None
    coder: str | None = None
    wording: str | None = None  # how the article names the policy
    named: str | None = None  # yes, implicit
    holder: str | None = None
    holder_role: str | None = None
    holder_kind: str | None = None  # speaker, outlet
    stance: str | None = None  # supports, opposes, neutral
    article_stance: str | None = None
    confidence: str | None = None  # sure, unsure
    note: str | None = None


@record
class Correction:
    """What a coder set by hand about one mention, or that such a row is taken back (`undoes`)."""

    correction_id: str
    article_id: str
    policy_id: str
    coder: str
    set_at: datetime
    mention_id: str | None = None  # None: every mention of the policy in the article
    stance: str | None = None  # supports, opposes, neutral; None leaves the one that was found
    holder: str | None = None
    not_about_policy: bool = False
    note: str | None = None
    sentence: str | None = None
    undoes: str | None = None  # a correction_id
    stands: bool = False
