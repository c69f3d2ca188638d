"""Google News: headlines that name a policy, for those who opt in.

site: https://news.google.com/
terms: for personal, non-commercial use in a feed reader; so only where LAWBEAT_GOOGLE_NEWS=1
key: none
pace: 1 in 5 seconds
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from functools import partial

from etl.answers import NOT_ASKED, TOO_MANY, Failed, NotAsked, Unreachable
from etl.records import Policy
from etl.searches import Search, askable, either, groups, leading, names
from etl.sources import Document, Failure, Here
from etl.web import FEED

BASE = "https://news.google.com/rss/search"
PACE_S = 5.0
MOST_WORDS = 30  # of a question: what comes after is not looked at
CONTEXT = 60  # characters of context beside names that need it
# Where each language is asked: its edition.
EDITIONS = {
    "en": ("en-US", "US"),
    "ru": ("ru", "RU"),
    "tr": ("tr", "TR"),
    "fr": ("fr", "FR"),
    "es": ("es-419", "US"),
    "de": ("de", "DE"),
    "it": ("it", "IT"),
    "uk": ("uk", "UA"),
    "ar": ("ar", "EG"),
    "hi": ("hi", "IN"),
}


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield the headlines that Google News has now; its links are opaque and stay as they are."""
    if os.environ.get("LAWBEAT_GOOGLE_NEWS") != "1":
        yield Failure("all searches", NOT_ASKED + "opt in with LAWBEAT_GOOGLE_NEWS=1")
        return
    for search in (search for policy in here.policies for search in searches(policy)):
        try:
            yield _found(here, search)
        except Failed as error:
            all_of_it = isinstance(error, Unreachable | NotAsked)
            if all_of_it or error.hard or error.status in (TOO_MANY, 503):
                yield Failure("all searches", str(error))
                return
            yield Failure(search.series, str(error))


def searches(policy: Policy) -> list[Search]:
    """Return what is asked for a policy in each language that has an edition."""
    found = []
    for language in EDITIONS:
        strong, weak = names(policy, [language])
        beside = either(leading(askable(policy.context), CONTEXT))
        asked = [either(g) for g in groups(strong, _is_short)]
        near = groups(weak, partial(_is_short, beside=beside)) if beside else []
        asked += [f"{either(g)} {beside}" for g in near]
        found += [Search(policy.policy_id, language, query) for query in asked]
    return found


def _is_short(told: Sequence[str], beside: str = "") -> bool:
    return len(f"{either(told)} {beside}".split()) <= MOST_WORDS


def _found(here: Here, search: Search) -> Document:
    language, country = EDITIONS[search.language]
    asked: dict[str, str | list[str]] = {
        "q": search.query,
        "hl": language,
        "gl": country,
        "ceid": f"{country}:{language.partition('-')[0] if country == 'US' else language}",
    }
    reply = here.web.get(here.base, asked, largest=FEED)
    mark = hashlib.sha256(reply.content).hexdigest()[:12]
    name = f"{search.policy_id}/{search.language}-{mark}.xml"
    return Document(name, reply.content, reply.url, reader="feed", fold=True)
