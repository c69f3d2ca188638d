"""A small published folder of made-up rows, with every oddity a page must bear.

Nothing in it is a fact: the acts, bills, outlets and people do not exist.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import argued
import duckdb
import pandas as pd

SCRIPT = "<script>alert(1)</script> <b>Lantern</b> [x](javascript:alert(1)) $a$ :smile: *y* `z`"
FORMULA = '=HYPERLINK("http://bad.invalid","Lantern")'

COLUMNS = {
    "version": "version bigint, built_at timestamptz, newest_article_on date, "
    "newest_action_on date, newest_event_on date, refresh_started_at timestamptz, "
    "sources_failed bigint",
    "policies": "policy_id text, name text, short_name text, kind text, citation text, "
    "description text, source text, since_on date, until_on date, aliases bigint, "
    "bills bigint, articles bigint, stories bigint, mentions bigint, judged bigint, "
    "net_stance double, first_article_on date, last_article_on date, last_event_on date, "
    "last_event text",
    "policy_groups": "policy_id text, group_name text, label text, position bigint",
    "bills": "bill_id text, congress bigint, bill_type text, number bigint, label text, "
    "title text, introduced_on date, sponsor_id text, sponsor text, sponsor_party text, "
    "sponsor_state text, cosponsors_active bigint, cosponsors_withdrawn bigint, status text, "
    "status_on date, status_label text, died boolean, law_number text, "
    "latest_action_on date, latest_action text, policy_area text, truncated text, url text, "
    "source_id text, source_path text, source_url text, updated_at timestamptz",
    "policy_bills": "policy_id text, bill_id text, effect text, basis text, confidence text, "
    "effect_in_bill text, said_otherwise boolean, why text, wording text, version text, "
    "section text, pattern text, places bigint, source_url text",
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
    "instrument text, signer text, signer_role text, confidence text, source_url text, "
    "note text, source_path text, basis text, extends boolean, in_force_from date, "
    "in_force_until date, due_on date, ended_on date, ended_by text, term text, scope text, "
    "waivers bigint, citation text, document_id text, fact_url text, fact_state text",
    "documents": "document_id text, document_number text, document_type text, title text, "
    "signed_on date, published_on date, signer text, signer_role text, instrument text, "
    "agencies text, citation text, url text, source_id text, source_path text",
    "articles": "article_id text, url text, title text, outlet text, domain text, "
    "country text, side text, language text, published text, published_on date, "
    "published_month date, published_precision text, published_source text, "
    "seen_at timestamptz, cited_outlet text, author text, words bigint, story_id text, "
    "is_copy boolean, mentions bigint, source_id text, source_path text, source_url text",
    "mentions": "mention_id text, article_id text, policy_id text, group_name text, "
    "outlet text, published_on date, published_month date, published_precision text, "
    "published text, seen_at timestamptz, "
    "language text, url text, title text, story_id text, alias text, match_basis text, "
    "sentence text, sentence_index bigint, stance text, score double, p_supports double, "
    "p_opposes double, p_neutral double, abstained boolean, kind text, evidence text, "
    "trace text, method text, method_version text, coder text, confidence text, note text, "
    "holder text, holder_spelled text, holder_role text, holder_kind text, quoted text, "
    "bioguide_id text, party text, state text, chamber text, counts boolean, "
    "about_policy boolean, machine_stance text, machine_score double, correction_id text, "
    "tone double, cited_outlet text, source_id text, source_path text, source_url text",
    "corrections": "correction_id text, policy_id text, article_id text, mention_id text, "
    "stance text, holder text, not_about_policy boolean, note text, coder text, "
    "set_at timestamptz, undoes text, stands boolean, mentions_corrected bigint, "
    "machine_stance text, machine_score double, sentence text, title text, outlet text, "
    "published_on date, url text",
    "claims": "policy_id text, claim_id text, says text, record text, record_source text, "
    "sentence text, denied boolean, wording text, holder text, holder_role text, "
    "holder_kind text, outlet text, group_name text, language text, title text, "
    "published_on date, url text, story_id text, article_id text, mention_id text, "
    "source_id text, source_path text",
    "tone": "policy_id text, grain text, period_on date, group_name text, passages bigint, "
    "mean_tone double, tone_low double, tone_high double, judged bigint, "
    "warm_opposing bigint, hostile_supporting bigint, apart_share double",
    "methods": "policy_id text, method text, method_version text, coder text, stance text, "
    "mentions bigint, articles bigint",
    "policy_sources": "policy_id text, source_id text, articles bigint",
    "confusions": "policy_id text, coder_stance text, machine_stance text, mentions bigint",
    "agreement": "policy_id text, coded bigint, unjudged bigint, compared bigint, agreed bigint, "
    "agreement_share double, agreement_low double, agreement_high double, opposite bigint, "
    "kappa double",
    "opinions": "policy_id text, group_name text, holder text, holder_kind text, "
    "holder_role text, bioguide_id text, party text, state text, chamber text, "
    "story_id text, article_id text, held_on date, held_month date, "
    "held_precision text, stance text, method text, mentions bigint",
    "coverage": "policy_id text, grain text, period_on date, group_name text, "
    "articles bigint, stories bigint, collected bigint, share double",
    "stance": "policy_id text, grain text, period_on date, group_name text, judged bigint, "
    "supporting bigint, opposing bigint, neutral bigint, by_coder bigint, by_machine bigint, "
    "support_share double, support_low double, support_high double, oppose_share double, "
    "oppose_low double, oppose_high double, net_stance double, net_low double, "
    "net_high double",
    "undated": "policy_id text, grain text, group_name text, articles bigint",
    "voices": "policy_id text, holder text, holder_kind text, holder_role text, "
    "bioguide_id text, party text, state text, chamber text, "
    "group_names text, supports bigint, opposes bigint, neutral bigint, opinions bigint, "
    "stories bigint, first_on date, last_on date, first_stance text, last_stance text, "
    "changed_mind boolean, by_coder bigint",
    "carried": "policy_id text, article_id text, outlet text, group_name text, "
    "carried_outlet text, carried_group text, across boolean, holder text, holder_role text, "
    "stance text, published_on date, title text, url text, source_id text, source_path text",
    "bill_links": "link_id text, policy_id text, bill_id text, found_in text, version text, "
    "version_on date, is_newest boolean, section text, effect text, why text, "
    "confidence text, pattern text, cite text, wording text, source_url text, "
    "source_path text",
    "bill_committees": "bill_id text, row bigint, committee_id text, committee text, "
    "parent_id text, chamber text, activity text, activity_on date, source_path text",
    "bill_votes": "bill_id text, place bigint, vote_id text, chamber text, congress bigint, "
    "session bigint, roll bigint, voted_on date, voted_at timestamptz, question text, "
    "result text, action text, action_seq bigint, yeas bigint, nays bigint, present bigint, "
    "not_voting bigint, totals_from text, url text, source_path text",
    "bill_vote_totals": "vote_id text, bill_id text, chamber text, voted_on date, "
    "party text, position text, members bigint, source_path text",
    "related_bills": "bill_id text, row bigint, related_bill_id text, related_label text, "
    "title text, relation text, identified_by text, at_hand boolean, related_status text, "
    "source_path text",
    "bill_text_versions": "bill_id text, row bigint, version text, version_on date, "
    "url text, source_path text",
    "bill_titles": "bill_id text, row bigint, title_type text, title text, chamber text, "
    "source_path text",
    "bill_summaries": "bill_id text, row bigint, version_code text, action text, "
    "action_on date, text text, source_path text",
    "bill_amendments": "bill_id text, row bigint, amendment_id text, purpose text, "
    "description text, latest_action_on date, latest_action text, source_path text",
    "bill_subjects": "bill_id text, subject text, source_path text",
    "bill_threads": "thread_id text, bill_id text, position bigint, attempt bigint, "
    "how text, linked_to text, why text, label text, congress bigint, title text, "
    "introduced_on date, sponsor text, status text, status_label text, status_on date, "
    "url text, source_path text",
    "cosponsors_over_time": "bill_id text, day date, party text, cosponsors bigint, "
    "joined bigint, withdrew bigint, undated bigint, source_path text",
    "waiver_periods": "policy_id text, from_on date, until_on date, days bigint, state text, "
    "since_on date, year bigint, signer text, signer_role text, signed_on date, "
    "published_on date, instrument text, citation text, document_id text, due_on date, "
    "basis text, note text, source_url text, source_path text",
    "doubts": "policy_id text, doubt text, weight double, why text, title text, outlet text, "
    "language text, published text, published_on date, url text, article_id text, "
    "source_id text, source_path text",
    "languages": "policy_id text, language text, outlet text, articles bigint, stories bigint, "
    "judged bigint, supporting bigint, opposing bigint, net_stance double, net_low double, "
    "net_high double",
    "named_together": "policy_id text, other_policy_id text, other_policy text, articles bigint, "
    "stories bigint, share double, share_low double, share_high double, last_on date",
    "overview": "policy_id text, name text, short_name text, kind text, "
    "liveliest_bill_id text, bill_label text, bill_title text, bill_status text, "
    "bill_effect text, bill_moved_on date, last_act_on date, last_act text, articles bigint, "
    "articles_lately bigint, articles_before bigint, stories_lately bigint, "
    "days_silent bigint, last_article_on date, judged bigint, net_stance double, "
    "net_low double, net_high double",
    "around_events": "event_id text, policy_id text, event_on date, window_days bigint, "
    "group_name text, before bigint, after bigint, rise bigint, peak_on date, "
    "days_to_peak bigint, placebo_days bigint, placebo_at_least bigint, "
    "placebo_median double, placebo_high double, judged_before bigint, "
    "supporting_before bigint, opposing_before bigint, net_before double, "
    "net_before_low double, net_before_high double, judged_after bigint, "
    "supporting_after bigint, opposing_after bigint, net_after double, net_after_low double, "
    "net_after_high double, net_change double, change_low double, change_high double, "
    "other_events bigint",
    "sources": "source_id text, title text, health text, health_why text, site text, "
    "terms text, key text, pace text, last_asked_at timestamptz, "
    "last_success_at timestamptz, last_failed boolean, last_error text, last_new bigint, "
    "last_changed bigint, last_rejected bigint, last_rejects text, last_truncated boolean, "
    "next_attempt_at timestamptz, not_asked text, newest_on date, usual_gap_days double, "
    "items bigint, refused bigint",
    "feeds": "feed_id text, outlet text, url text, country text, language text, "
    "items bigint, newest_on date, last_new_on date, last_error text",
    "refreshes": "refresh_id text, started_at timestamptz, source_id text, asked bigint, "
    "came bigint, baseline boolean, new bigint, changed bigint, unchanged bigint, "
    "rejected bigint, failed boolean, reason text, failures text, truncated boolean, "
    "not_asked text, next_attempt_at timestamptz, seconds double",
    "steps": "refresh_id text, step text, place bigint, command text, began_at timestamptz, "
    "seconds double, outcome text, stopped_here boolean, reason text",
    "alerts": "alert_id text, policy_id text, policy text, rule text, threshold double, "
    "severity text, happened_on date, fresh_until_on date, headline text, detail text, "
    "basis text, value double, n bigint, low double, high double, bill_id text, view text, "
    "source_id text, source_url text",
    "files": "file_id text, source_id text, path text, url text, fetched_at timestamptz, "
    "reader text, bytes bigint, status text, reason text, records bigint",
    "dictionary": "table_name text, place bigint, column_name text, meaning text",
}
TABLES = Path(__file__).parents[2] / "etl" / "tables"
ADDED_UP = ("policy_articles", "voice_months")  # marts made of the others by the product's selects
AT = datetime(2031, 3, 2, 16, 30, tzinfo=UTC)
POLICY = "lantern-act"
COLUMNS |= argued.COLUMNS


def publish(data: Path, number: int = 1, tables: dict[str, list[dict]] | None = None) -> Path:
    """Write version `number` into `data/published` and point `current` at it."""
    folder = data / "published"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"lawbeat-{number}.duckdb"
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema marts; use marts")
        connection.execute((TABLES / "macros.sql").read_text("utf-8"))
        for name, rows in (made_up(number) | (tables or {})).items():
            fill(connection, name, rows)
        for name in ADDED_UP:
            select = (TABLES / "marts" / f"{name}.sql").read_text("utf-8")
            connection.execute(f"create table marts.{name} as {select}")
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
        **argued.rows(POLICY),
        **CODED,
        **SPEECH,
        **STANDING,
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
        {
            "policy_id": POLICY,
            "bill_id": "hr12-199",
            "effect": "repeals",
            "basis": "text",
            "confidence": "high",
            "wording": SCRIPT,
            "pattern": "name in text",
            "version": "ih",
            "said_otherwise": True,
            "effect_in_bill": "weakens",
        },
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
    "bill_links": [
        {
            "link_id": "l1",
            "policy_id": POLICY,
            "bill_id": "hr12-199",
            "found_in": "text",
            "effect": "repeals",
            "wording": SCRIPT,
            "is_newest": True,
        }
    ],
    "bill_votes": [
        {"bill_id": "hr12-199", "place": 1, "chamber": "house", "roll": 7, "yeas": 210, "nays": 200}
    ],
    "bill_vote_totals": [
        {
            "vote_id": "h7-199.1",
            "bill_id": "hr12-199",
            "party": "R",
            "position": "yea",
            "members": 9,
        }
    ],
    "related_bills": [{"bill_id": "hr12-199", "row": 0, "related_bill_id": "s3-198"}],
    "bill_threads": [
        {"thread_id": "s3-198", "bill_id": "s3-198", "position": 1, "attempt": 1, "how": "first"},
        {
            "thread_id": "s3-198",
            "bill_id": "hr12-199",
            "position": 2,
            "attempt": 2,
            "how": "same title",
        },
    ],
    "cosponsors_over_time": [
        {
            "bill_id": "hr12-199",
            "day": day,
            "party": party,
            "cosponsors": n,
            "joined": 1,
            "withdrew": 0,
            "undated": 0,
        }
        for day, party, n in [
            (date(2030, 9, 3), "D", 0),
            (date(2030, 9, 3), "R", 1),
            (date(2030, 10, 1), "D", 1),
            (date(2030, 10, 1), "R", 1),
            (date(2030, 12, 1), "D", 0),
            (date(2030, 12, 1), "R", 1),
        ]
    ],
    "waiver_periods": [
        {
            "policy_id": POLICY,
            "from_on": a,
            "until_on": b,
            "state": state,
            "since_on": a,
            "signer": signer,
            "due_on": due,
        }
        for a, b, state, signer, due in [
            (date(2029, 1, 1), date(2030, 3, 31), "none", None, None),
            (date(2030, 4, 1), date(2031, 3, 2), "in force", "Ada Fable", date(2031, 4, 1)),
        ]
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


def opinion(story: int, holder: str, stance: str, day: date, **told: object) -> dict:
    """Return what one voice holds in one story."""
    return {
        "policy_id": POLICY,
        "group_name": "harbour",
        "holder": holder,
        "holder_kind": "speaker",
        "story_id": f"s{story}",
        "article_id": f"a{story}",
        "held_on": day,
        "held_month": day.replace(day=1),
        "stance": stance,
        "method": "rules",
        "mentions": 1,
    } | told


# Return one who changed her mind, one with a script for a name, one undated, and a paper's own.
SPEECH: dict[str, list[dict]] = {
    "opinions": [
        opinion(1, "Ada Fable", "opposes", date(2030, 9, 5), holder_role="Representative"),
        opinion(7, "Ada Fable", "supports", date(2031, 2, 10), holder_role="Secretary"),
        opinion(3, SCRIPT, "opposes", date(2030, 9, 5), method="coder"),
        opinion(2, "Bo Grimm", "opposes", date(2030, 10, 1)),
        opinion(4, "Cy Hood", "opposes", date(2030, 10, 2)),
        opinion(4, "The Fret Gazette", "neutral", date(2030, 10, 2), holder_kind="outlet"),
        opinion(5, "Di Moss", "supports", date(2031, 1, 1), group_name="hill"),
        opinion(5, "Ed Undated", "supports", date(2031, 1, 1))
        | {"held_on": None, "held_month": None},
    ],
    "carried": [
        {
            "policy_id": POLICY,
            "article_id": "a2",
            "outlet": "The Fret Gazette",
            "group_name": "harbour",
            "carried_outlet": SCRIPT,
            "carried_group": "hill",
            "across": True,
            "holder": "Ada Fable",
            "published_on": date(2030, 9, 5),
            "url": "javascript:alert(1)",
        }
    ],
}


def around(group: str, days: int, **told: object) -> dict:
    """Return what was seen on either side of the hearing, for one group and window."""
    return {
        "event_id": "e3",
        "policy_id": POLICY,
        "event_on": date(2031, 2, 1),
        "window_days": days,
        "group_name": group,
        "before": 2,
        "after": 9,
        "rise": 7,
        "peak_on": date(2031, 2, 2),
        "days_to_peak": 1,
        "placebo_days": 40,
        "placebo_at_least": 3,
        "judged_before": 8,
        "judged_after": 2,
        "net_before": -0.25,
        "net_before_low": -0.6,
        "net_before_high": 0.2,
        "other_events": 0,
    } | told


CHANGE = {
    "judged_after": 12,
    "net_after": 0.5,
    "net_after_low": 0.1,
    "net_after_high": 0.8,
    "net_change": 0.75,
    "change_low": 0.13,
    "change_high": 1.2,
}
STANDING: dict[str, list[dict]] = {
    "around_events": [
        around(group, days, **(CHANGE if (group, days) == ("all", 14) else {}))
        for group in ("all", "harbour", "hill", "other")
        for days in (7, 14, 30)
    ],
    "overview": [
        {
            "policy_id": POLICY,
            "name": "Section 12 of the Lantern Trade Act",
            "short_name": SCRIPT,
            "liveliest_bill_id": "hr12-199",
            "bill_label": "H.R. 12 (199th)",
            "bill_status": "Reported by committee",
            "articles": 7,
            "articles_lately": 2,
            "judged": 6,
            "net_stance": -0.5,
            "net_low": -0.9,
            "net_high": 0.1,
        },
        {"policy_id": "quarry-rule", "name": "Quarry", "short_name": "Quarry", "articles": 0},
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
    dated = ("published", "published_on", "published_month", "published_precision")
    kept = ("article_id", "outlet", *dated, "language", "url", "title", "story_id")
    sentence = f"Ada Fable said Section 12 should go, for the {number}th time."
    return (
        {key: article_row[key] for key in kept}
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
            "about_policy": True,
            "machine_stance": told.get("stance", "opposes") if "method" not in told else None,
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


# Return what a coder set by hand, and how far that agrees with the machine.
CODED: dict[str, list[dict]] = {
    "corrections": [
        {
            "correction_id": "c1",
            "policy_id": POLICY,
            "article_id": "a1",
            "mention_id": "m1",
            "stance": "supports",
            "coder": SCRIPT,
            "note": FORMULA,
            "set_at": AT,
            "stands": True,
            "mentions_corrected": 1,
        }
    ],
    "claims": [
        {
            "policy_id": "quarry-rule",
            "article_id": "a1",
            "claim_id": "dimmed-yearly",
            "says": "It was dimmed every year.",
            "record": SCRIPT,
            "record_source": "javascript:alert(1)",
            "sentence": "Ada Fable said Section 12 was dimmed every year.",
            "denied": False,
        }
    ],
    "methods": [
        {
            "policy_id": POLICY,
            "method": "rules",
            "method_version": "1",
            "coder": "nobody",
            "stance": "opposes",
            "mentions": 3,
            "articles": 3,
        }
    ],
    "confusions": [
        {
            "policy_id": POLICY,
            "coder_stance": "supports",
            "machine_stance": "opposes",
            "mentions": 3,
        },
        {
            "policy_id": POLICY,
            "coder_stance": "opposes",
            "machine_stance": "opposes",
            "mentions": 9,
        },
    ],
    "agreement": [
        {
            "policy_id": POLICY,
            "coded": 12,
            "unjudged": 0,
            "compared": 12,
            "agreed": 9,
            "agreement_share": 0.75,
            "agreement_low": 0.47,
            "agreement_high": 0.91,
            "opposite": 3,
            "kappa": 0.0,
        }
    ],
}


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
            "health": "red",
            "health_why": "the last asking failed: timed out after 5 s; it never succeeded",
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
            "health": "green",
            "health_why": "asked in the last 26 hours, and nothing failed",
            "site": "javascript:alert('site')",
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
    "steps": [
        {
            "refresh_id": "r1",
            "step": "fetch",
            "place": 0,
            "command": "refresh",
            "began_at": AT,
            "seconds": 62.5,
            "outcome": "partly",
        }
    ],
    "alerts": [
        {
            "alert_id": "a1",
            "policy_id": POLICY,
            "policy": SCRIPT,
            "rule": "new_bill",
            "threshold": 0,
            "severity": "high",
            "happened_on": date(2031, 1, 9),
            "fresh_until_on": date(2031, 3, 10),
            "headline": SCRIPT,
            "detail": FORMULA,
            "basis": "bill record",
            "bill_id": "hr12-199",
            "view": f"bills?policy={POLICY}&bill=hr12-199",
            "source_url": "javascript:alert(1)",
        },
        {
            "alert_id": "a2",
            "policy_id": "quarry-rule",
            "policy": "Quarry Rule",
            "rule": "stance_shift",
            "threshold": 0,
            "severity": "medium",
            "happened_on": date(2031, 2, 1),
            "fresh_until_on": date(2031, 3, 18),
            "headline": "Net stance moved toward keeping it in February 2031: +0.80, before -0.20",
            "basis": "opinions",
            "value": 0.8,
            "n": 12,
            "low": 0.4,
            "high": 1.0,
            "view": "timeline?policy=quarry-rule",
        },
        {
            "alert_id": "a3",
            "policy": None,
            "rule": "source_silent",
            "threshold": 0,
            "severity": "high",
            "happened_on": date(2029, 1, 1),
            "headline": "Feeds could not be had since 29 December 2028",
            "basis": "source log",
            "view": "methods",
        },
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
        {
            "table_name": "sources",
            "place": 3,
            "column_name": "health",
            "meaning": "as of this build. red: no success",
        },
    ],
}
