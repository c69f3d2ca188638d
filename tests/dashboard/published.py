"""A small published folder of made-up rows, with every oddity a page must bear.

Nothing in it is a fact: the acts, bills, outlets and people do not exist.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pandas as pd

SCRIPT = "<script>alert(1)</script> <b>Lantern</b> [x](javascript:alert(1)) $a$ :smile: *y* `z`"
FORMULA = '=HYPERLINK("http://bad.invalid","Lantern")'

COLUMNS = {
    "version": "version bigint, built_at timestamptz, newest_article_on date, "
    "newest_action_on date, newest_event_on date, refresh_started_at timestamptz, "
    "sources_failed bigint",
    "policies": "policy_id text, name text, short_name text, kind text, citation text, "
    "description text, source text, since_on date, until_on date, aliases bigint, bills bigint, "
    "articles bigint, stories bigint, mentions bigint, judged bigint, net_stance double, "
    "first_article_on date, last_article_on date, last_event_on date, last_event text",
    "policy_groups": "policy_id text, group_name text, label text, position bigint",
    "bills": "bill_id text, congress bigint, bill_type text, number bigint, label text, "
    "title text, introduced_on date, sponsor_id text, sponsor text, sponsor_party text, "
    "sponsor_state text, cosponsors_active bigint, cosponsors_withdrawn bigint, status text, "
    "status_on date, status_label text, died boolean, law_number text, latest_action_on date, "
    "latest_action text, policy_area text, truncated text, url text, source_id text, "
    "source_path text, source_url text, updated_at timestamptz",
    "policy_bills": "policy_id text, bill_id text, effect text, basis text, source_url text",
    "bill_actions": "bill_id text, seq bigint, acted_on date, acted_at timestamptz, "
    "action_code text, action_type text, text text, committees text, source_path text",
    "bill_cosponsors": "bill_id text, row bigint, bioguide_id text, name text, party text, "
    "state text, district text, is_original boolean, cosponsored_on date, withdrawn_on date, "
    "source_path text",
    "bill_status_history": "bill_id text, step bigint, status text, status_label text, "
    "status_on date, why text, source_path text",
    "events": "event_id text, policy_id text, event_on date, event_month date, kind text, "
    "title text, bill_id text, document_id text, confidence text, source_id text, "
    "source_url text",
    "waivers": "policy_id text, year bigint, state text, signed_on date, published_on date, "
    "instrument text, signer text, signer_role text, confidence text, source_url text, note text",
    "documents": "document_id text, document_number text, document_type text, title text, "
    "signed_on date, published_on date, signer text, signer_role text, instrument text, "
    "agencies text, citation text, url text, source_id text, source_path text",
    "articles": "article_id text, url text, title text, outlet text, domain text, country text, "
    "side text, language text, published text, published_on date, published_month date, "
    "published_precision text, published_source text, seen_at timestamptz, cited_outlet text, "
    "author text, words bigint, story_id text, is_copy boolean, mentions bigint, source_id text, "
    "source_path text, source_url text",
    "mentions": "mention_id text, article_id text, policy_id text, group_name text, outlet text, "
    "published_on date, published_month date, published_precision text, language text, url text, "
    "title text, story_id text, alias text, match_basis text, sentence text, "
    "sentence_index bigint, stance text, score double, p_supports double, p_opposes double, "
    "p_neutral double, abstained boolean, kind text, evidence text, trace text, method text, "
    "method_version text, coder text, confidence text, note text, holder text, "
    "holder_role text, holder_kind text, quoted text, counts boolean, cited_outlet text, "
    "source_id text, source_path text, source_url text",
    "opinions": "policy_id text, group_name text, holder text, holder_kind text, story_id text, "
    "article_id text, held_on date, held_month date, held_precision text, stance text, "
    "method text, mentions bigint",
    "coverage": "policy_id text, grain text, period_on date, group_name text, articles bigint, "
    "stories bigint, collected bigint, share double",
    "stance": "policy_id text, grain text, period_on date, group_name text, judged bigint, "
    "supporting bigint, opposing bigint, neutral bigint, by_coder bigint, by_machine bigint, "
    "support_share double, support_low double, support_high double, oppose_share double, "
    "oppose_low double, oppose_high double, net_stance double, net_low double, "
    "net_high double",
    "undated": "policy_id text, grain text, group_name text, articles bigint",
    "voices": "policy_id text, holder text, holder_kind text, holder_role text, "
    "group_names text, supports bigint, opposes bigint, neutral bigint, opinions bigint, "
    "stories bigint, first_on date, last_on date, first_stance text, last_stance text, "
    "changed_mind boolean, by_coder bigint",
    "sources": "source_id text, title text, site text, terms text, key text, pace text, "
    "last_asked_at timestamptz, last_success_at timestamptz, last_failed boolean, "
    "last_error text, items bigint, refused bigint",
    "refreshes": "refresh_id text, started_at timestamptz, source_id text, asked bigint, "
    "came bigint, new bigint, changed bigint, unchanged bigint, rejected bigint, failed boolean, "
    "reason text, seconds double",
    "files": "file_id text, source_id text, path text, url text, fetched_at timestamptz, "
    "reader text, bytes bigint, status text, reason text, records bigint",
    "dictionary": "table_name text, place bigint, column_name text, meaning text",
}
AT = datetime(2031, 3, 2, 16, 30, tzinfo=UTC)
POLICY = "lantern-act"


def publish(data: Path, number: int = 1, tables: dict[str, list[dict]] | None = None) -> Path:
    """Write version `number` into `data/published` and point `current` at it."""
    folder = data / "published"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"lawbeat-{number}.duckdb"
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema marts")
        for name, rows in (made_up(number) | (tables or {})).items():
            fill(connection, name, rows)
    (folder / "current").write_text(path.name, "utf-8")
    return path


def fill(connection: duckdb.DuckDBPyConnection, name: str, rows: list[dict]) -> None:
    """Create one mart and insert its rows by column name."""
    connection.execute(f'create table marts."{name}" ({COLUMNS[name]})')
    if rows:
        frame = pd.DataFrame(rows)
        names = ", ".join(frame.columns)
        connection.register("made_up", frame.astype(object).where(frame.notna(), None))
        connection.execute(f'insert into marts."{name}" ({names}) select {names} from made_up')
        connection.unregister("made_up")


def made_up(number: int = 1) -> dict[str, list[dict]]:
    """Return the rows of every mart."""
    empty: dict[str, list[dict]] = {name: [] for name in COLUMNS}
    return empty | {
        "version": [
            {
                "version": number,
                "built_at": AT,
                "newest_article_on": date(2031, 2, 10),
                "newest_action_on": date(2031, 1, 9),
                "newest_event_on": date(2031, 2, 1),
                "refresh_started_at": AT,
                "sources_failed": 2,
            }
        ],
        "policies": POLICIES,
        "policy_groups": [
            {"policy_id": p, "group_name": g, "label": label, "position": i}
            for p in (POLICY, "quarry-rule", "silent-clause")
            for i, (g, label) in enumerate(
                [("harbour", "Harbour papers"), ("hill", "Hill papers"), ("other", "Other")]
            )
        ],
        **CONGRESS,
        **press(),
        **figures(),
        **HOUSEHOLD,
    }


# Return three policies: one full, one thin, one with nothing.
POLICIES: list[dict] = [
    {
        "policy_id": POLICY,
        "name": "Section 12 of the Lantern Trade Act",
        "short_name": "Section 12",
        "kind": "statute",
        "citation": "Lantern Trade Act, sec. 12",
        "description": "Made up: no lamp oil may be sold to the Isle of Fret.",
        "bills": 2,
        "articles": 7,
        "last_article_on": date(2031, 2, 10),
        "last_event_on": date(2031, 2, 1),
        "last_event": "Hearing",
    },
    {
        "policy_id": "quarry-rule",
        "name": "Quarry Rule & <i>Pits</i>",
        "short_name": "Quarry",
        "kind": "rule",
    },
    {
        "policy_id": "silent-clause",
        "name": "Silent Clause",
        "short_name": "Silent",
        "kind": "rule",
    },
]


# Return bills (one reserved number without sponsor), their actions and the events.
CONGRESS: dict[str, list[dict]] = {
    "bills": [
        {
            "bill_id": "hr12-199",
            "congress": 199,
            "bill_type": "hr",
            "number": 12,
            "label": "H.R. 12 (199th)",
            "title": SCRIPT,
            "introduced_on": date(2030, 9, 3),
            "sponsor_id": "F000001",
            "sponsor": "Rep. Fable, Ada",
            "sponsor_party": "D",
            "sponsor_state": "ZZ",
            "cosponsors_active": 1,
            "cosponsors_withdrawn": 1,
            "status": "REPORTED",
            "status_on": date(2031, 1, 9),
            "status_label": "Reported by committee",
            "died": False,
            "latest_action_on": date(2031, 1, 9),
            "latest_action": "Reported, 12-3.",
            "url": "https://bills.invalid/hr12",
        },
        {
            "bill_id": "s3-198",
            "congress": 198,
            "bill_type": "s",
            "number": 3,
            "label": "S. 3 (198th)",
            "status": "REFERRED",
            "status_label": "Died: referred to committee",
            "died": True,
            "url": "javascript:alert(1)",
        },
        {
            "bill_id": "hr77-199",
            "congress": 199,
            "bill_type": "hr",
            "number": 77,
            "label": "H.R. 77 (199th)",
            "title": "A bill no policy touches",
            "status_label": "Introduced",
            "died": False,
        },
    ],
    "policy_bills": [
        {"policy_id": POLICY, "bill_id": "hr12-199", "effect": "repeals", "basis": "made up"},
        {"policy_id": POLICY, "bill_id": "s3-198", "effect": "enforces", "basis": "made up"},
    ],
    "bill_actions": [
        {
            "bill_id": "hr12-199",
            "seq": 0,
            "acted_on": date(2030, 9, 3),
            "text": "Introduced in House",
        },
        {
            "bill_id": "hr12-199",
            "seq": 1,
            "acted_on": date(2031, 1, 9),
            "text": "=cmd|' /C calc'!A0",
        },
    ],
    "bill_cosponsors": [
        {
            "bill_id": "hr12-199",
            "bioguide_id": "G000002",
            "name": "Rep. Grimm, Bo",
            "party": "R",
            "state": "ZY",
            "is_original": True,
            "cosponsored_on": date(2030, 9, 3),
        },
        {
            "bill_id": "hr12-199",
            "bioguide_id": "H000003",
            "name": "Rep. Hood, Cy",
            "party": "D",
            "state": "ZX",
            "is_original": False,
            "cosponsored_on": date(2030, 10, 1),
            "withdrawn_on": date(2030, 12, 1),
        },
    ],
    "bill_status_history": [
        {
            "bill_id": "hr12-199",
            "step": 1,
            "status": "INTRODUCED",
            "status_label": "Introduced",
            "status_on": date(2030, 9, 3),
            "why": "code 1000",
        },
        {
            "bill_id": "hr12-199",
            "step": 2,
            "status": "REPORTED",
            "status_label": "Reported by committee",
            "status_on": None,
            "why": "code 5000",
        },
    ],
    "events": [
        {
            "event_id": "e1",
            "policy_id": POLICY,
            "event_on": date(2030, 9, 3),
            "event_month": date(2030, 9, 1),
            "kind": "bill_introduced",
            "title": SCRIPT,
            "bill_id": "hr12-199",
            "source_url": "https://bills.invalid/hr12",
        },
        {
            "event_id": "e2",
            "policy_id": POLICY,
            "event_on": None,
            "event_month": date(2030, 11, 1),
            "kind": "waiver_lapse",
            "title": "Waiver lapses",
        },
        {
            "event_id": "e3",
            "policy_id": POLICY,
            "event_on": date(2031, 2, 1),
            "event_month": date(2031, 2, 1),
            "kind": "never_seen_kind",
            "title": "Hearing & talk",
        },
        {
            "event_id": "e4",
            "policy_id": POLICY,
            "event_on": None,
            "event_month": None,
            "kind": "statement",
            "title": "A day nobody knows",
        },
    ],
}


def article(number: int, **told: object) -> dict:
    """Return one article, its day known unless told otherwise."""
    return {
        "article_id": f"a{number}",
        "url": f"https://paper{number}.invalid/lantern",
        "title": f"Lantern talk {number}",
        "outlet": "The Fret Gazette",
        "language": "en",
        "published": "2030-09-05",
        "published_on": date(2030, 9, 5),
        "published_month": date(2030, 9, 1),
        "published_precision": "day",
        "story_id": f"s{number}",
        "is_copy": False,
        "mentions": 1,
    } | told


def mention(number: int, article_row: dict, **told: object) -> dict:
    """Return one mention of the full policy in an article."""
    kept = ("article_id", "outlet", "published_on", "published_month", "published_precision")
    sentence = f"Ada Fable said Section 12 should go, for the {number}th time."
    return (
        {key: article_row[key] for key in (*kept, "language", "url", "title", "story_id")}
        | {
            "mention_id": f"m{number}",
            "policy_id": POLICY,
            "group_name": "harbour",
            "alias": "Section 12",
            "match_basis": "body",
            "sentence": sentence,
            "sentence_index": 2,
            "stance": "opposes",
            "score": -0.7,
            "p_supports": 0.1,
            "p_opposes": 0.8,
            "p_neutral": 0.1,
            "abstained": False,
            "kind": "statement",
            "evidence": sentence,
            "trace": "should go (−)",
            "method": "rules",
            "method_version": "1",
            "holder": "Ada Fable",
            "holder_role": "Representative",
            "holder_kind": "speaker",
            "counts": True,
        }
        | told
    )


def press() -> dict[str, list[dict]]:
    """Return articles and mentions: copies, formulas, scripts, coarse and unknown dates."""
    no_text = {
        "sentence": None,
        "evidence": None,
        "p_supports": None,
        "p_opposes": None,
        "p_neutral": None,
        "match_basis": "coder",
        "method": "coder",
        "coder": "lawbeat-sample",
        "trace": None,
    }
    month = {
        "published": "2030-10",
        "published_on": None,
        "published_month": date(2030, 10, 1),
        "published_precision": "month",
    }
    unknown = {
        "published": None,
        "published_on": None,
        "published_month": None,
        "published_precision": "unknown",
    }
    articles = [
        article(1),
        article(2, title=FORMULA, outlet="@gazette"),
        article(3, title=SCRIPT, url="javascript:alert(1)", outlet="<img src=x onerror=alert(1)>"),
        article(4, **month),
        article(5, **unknown),
        article(6, title=None, is_copy=True, story_id="s1"),
        article(7, published_on=date(2031, 2, 10), published_month=date(2031, 2, 1), language=None),
    ]
    mentions = [mention(n, row) for n, row in enumerate(articles[:3], 1)]
    mentions[2] |= {"sentence": SCRIPT + " Section 12", "evidence": SCRIPT, "holder": SCRIPT}
    mentions += [
        mention(4, articles[3], group_name="hill", stance="supports", **no_text),
        mention(5, articles[4], stance="neutral", **no_text, note="+unsure"),
        mention(6, articles[5], stance=None, score=None, method=None, abstained=None, holder=None),
        mention(7, articles[6], group_name="other", stance="neutral", abstained=True),
    ]
    return {"articles": articles, "mentions": mentions}


def coverage_row(grain: str, day: date, group: str, articles: int) -> dict:
    """Return one period of coverage."""
    return {
        "policy_id": POLICY,
        "grain": grain,
        "period_on": day,
        "group_name": group,
        "articles": articles,
        "stories": max(articles - 1, 1),
        "collected": 20,
        "share": articles / 20,
    }


def stance_row(grain: str, day: date, group: str, supporting: int, opposing: int) -> dict:
    """Return one period of stance; under five judged it has no net."""
    judged = supporting + opposing + 1
    net = (supporting - opposing) / judged if judged >= 5 else None
    return {
        "policy_id": POLICY,
        "grain": grain,
        "period_on": day,
        "group_name": group,
        "judged": judged,
        "supporting": supporting,
        "opposing": opposing,
        "neutral": 1,
        "by_coder": 2,
        "by_machine": judged - 2,
        "support_share": supporting / judged,
        "oppose_share": opposing / judged,
        "net_stance": net,
        "net_low": None if net is None else max(net - 0.3, -1),
        "net_high": None if net is None else min(net + 0.3, 1),
    }


def figures() -> dict[str, list[dict]]:
    """Return coverage and stance: two periods in a row, a gap, then a thin one."""
    days = {
        "day": [date(2030, 9, 5), date(2030, 9, 6), date(2031, 2, 10)],
        "week": [date(2030, 9, 2), date(2030, 9, 9), date(2031, 2, 10)],
        "month": [date(2030, 9, 1), date(2030, 10, 1), date(2031, 2, 1)],
        "year": [date(2029, 1, 1), date(2030, 1, 1), date(2031, 1, 1)],
    }
    coverage, stance = [], []
    for grain, periods in days.items():
        for group in ("all", "harbour"):
            counts = zip(periods, (5, 7, 1), strict=True)
            coverage += [coverage_row(grain, day, group, n) for day, n in counts]
            pairs = zip(periods, ((4, 3), (2, 6), (1, 1)), strict=True)
            stance += [stance_row(grain, day, group, s, o) for day, (s, o) in pairs]
    undated = [
        {"policy_id": POLICY, "grain": grain, "group_name": "all", "articles": n}
        for grain, n in (("day", 2), ("week", 2), ("month", 1), ("year", 1))
    ]
    return {"coverage": coverage, "stance": stance, "undated": undated}


# Return sources (one that failed), the refresh log, files and the dictionary.
HOUSEHOLD: dict[str, list[dict]] = {
    "sources": [
        {
            "source_id": "post",
            "title": "The Post",
            "site": "https://post.invalid",
            "terms": "Free for all",
            "pace": "1/s",
            "last_asked_at": AT,
            "last_success_at": None,
            "items": 0,
            "last_failed": True,
            "last_error": "timed out after 5 s",
        },
        {
            "source_id": "sample",
            "title": "The sample",
            "terms": "Facts",
            "items": 7,
            "last_failed": False,
        },
    ],
    "refreshes": [
        {
            "refresh_id": "r1",
            "started_at": AT,
            "source_id": "post",
            "asked": 1,
            "came": 0,
            "failed": True,
            "reason": "timed out after 5 s",
            "seconds": 5.0,
        }
    ],
    "files": [
        {
            "file_id": "f1",
            "source_id": "inbox",
            "path": "inbox/odd.bin",
            "status": "refused",
            "reason": "no reader knows this format",
            "records": 0,
        }
    ],
    "dictionary": [
        {
            "table_name": "coverage",
            "place": 0,
            "column_name": None,
            "meaning": "One row a period.",
        },
        {
            "table_name": "coverage",
            "place": 1,
            "column_name": "stories",
            "meaning": "articles after copies are counted once",
        },
    ],
}
