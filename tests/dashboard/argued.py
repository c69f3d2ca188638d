"""Made-up rows of the marts on arguments, words, bills in the news and the judge."""

from __future__ import annotations

from datetime import date

MARKUP = "<script>alert(2)</script> <b>loud</b> :smile: $x$"
COLUMNS = {
    "arguments": "policy_id text, argument_id text, argument text, side text, says text, "
    "sentence text, "
    "denied boolean, wording text, stance text, holder text, holder_role text, holder_kind text, "
    "outlet text, group_name text, language text, title text, published_on date, "
    "published_month date, published_precision text, url text, story_id text, article_id text, "
    "mention_id text, source_id text, source_path text",
    "arguments_over_time": "policy_id text, argument_id text, argument text, side text, "
    "says text, grain text, "
    "period_on date, group_name text, stories bigint, searched bigint, share double, "
    "share_low double, share_high double, supporting bigint, opposing bigint, "
    "earlier_share double, rose boolean",
    "distinctive_words": "policy_id text, compared text, side text, language text, word text, "
    "stories bigint, side_stories bigint, other_stories bigint, other_side_stories bigint, "
    "log_odds double, log_odds_low double, log_odds_high double, z double, most_in date",
    "act_words": "event_id text, event_on date, event text, policy_id text, called text, "
    "verdict text, word text, sentence text, outlet text, group_name text, language text, "
    "title text, published_on date, published_month date, url text, story_id text, "
    "article_id text, mention_id text, source_id text, source_path text, only_wrong boolean",
    "act_word_shares": "policy_id text, event_id text, event_on date, event text, called text, "
    "verdict text, articles bigint, calling bigint, share double, share_low double, "
    "share_high double, articles_near bigint",
    "article_bills": "article_bill_id text, article_id text, policy_id text, effect text, "
    "names_policy boolean, named text, bill_id text, bill_title text, wording text, "
    "match_basis text, sentence text, why text, confidence text, places bigint, outlet text, "
    "language text, title text, url text, published_on date, published_month date, "
    "published_precision text, story_id text, source_id text, source_path text, source_url text",
    "bill_coverage": "bill_id text, grain text, period_on date, articles bigint, stories bigint, "
    "unsure bigint",
    "evaluation": "set_name text, method text, lang text, n bigint, macro_f1 double, "
    "sign_n bigint, sign_accuracy double, sign_low double, sign_high double, coverage double, "
    "ece double, holder_accuracy double, mentions_precision double, mentions_recall double",
}


def period(policy: str, argument: str, month: date, stories: int, **told: object) -> dict:
    """Return one month of an argument, of ten stories searched."""
    return {
        "policy_id": policy,
        "argument_id": argument,
        "argument": argument.replace("-", " ").capitalize(),
        "side": "keeps" if argument == "bright-streets" else "drops",
        "says": MARKUP,
        "grain": "month",
        "period_on": month,
        "group_name": "all",
        "stories": stories,
        "searched": 10,
        "share": stories / 10,
        "share_low": max(0.0, stories / 10 - 0.1),
        "share_high": min(1.0, stories / 10 + 0.2),
        "supporting": 0,
        "opposing": stories,
        "rose": False,
    } | told


def rows(policy: str) -> dict[str, list[dict]]:
    """Return the rows of one policy."""
    return {
        "arguments": [
            {
                "policy_id": policy,
                "argument_id": "bright-streets",
                "side": "keeps",
                "says": MARKUP,
                "sentence": MARKUP,
                "denied": False,
                "wording": "bright*",
                "published_on": date(2030, 9, 5),
                "published_month": date(2030, 9, 1),
                "url": "javascript:alert(1)",
                "group_name": "harbour",
                "article_id": "a1",
            }
        ],
        "arguments_over_time": [
            period(policy, "bright-streets", date(2030, 9, 1), 2),
            period(policy, "costly-oil", date(2030, 10, 1), 6, rose=True),
            *(
                period(policy, "any", date(2030, month, 1), 6, side=None, says=None)
                for month in (9, 10)
            ),
        ],
        "distinctive_words": [
            word(policy, "stance", "supports", "bright"),
            word(policy, "stance", "opposes", MARKUP),
            word(policy, "group", "hill", "costly"),
        ],
        **_of_bills(policy),
        **_of_judging(policy),
    }


def word(policy: str, compared: str, side: str, text: str) -> dict:
    """Return one word that tells a side."""
    return {
        "policy_id": policy,
        "compared": compared,
        "side": side,
        "language": "en",
        "word": text,
        "stories": 5,
        "side_stories": 9,
        "other_stories": 1,
        "other_side_stories": 8,
        "log_odds": 1.4,
        "log_odds_low": 0.2,
        "log_odds_high": 2.6,
        "z": 2.3,
        "most_in": date(2030, 10, 1),
    }


def _of_bills(policy: str) -> dict[str, list[dict]]:
    named = {
        "article_bill_id": "b1",
        "article_id": "a1",
        "policy_id": policy,
        "named": "hr12-199",
        "bill_id": "hr12-199",
        "bill_title": MARKUP,
        "wording": MARKUP,
        "why": "named so",
        "confidence": "high",
        "published_on": date(2030, 9, 5),
        "published_month": date(2030, 9, 1),
        "url": "javascript:alert(1)",
        "story_id": "s1",
    }
    other = {"article_bill_id": "b2", "named": "hr99", "bill_id": None, "confidence": None}
    month = {"bill_id": "hr12-199", "grain": "month", "period_on": date(2030, 9, 1)}
    return {
        "article_bills": [named, named | other],
        "bill_coverage": [month | {"articles": 2, "stories": 1, "unsure": 0}],
    }


def _of_judging(policy: str) -> dict[str, list[dict]]:
    called = {"policy_id": policy, "event_id": "e3", "event_on": date(2030, 12, 1)}
    share = {"calling": 4, "share_low": 0.1, "share_high": 0.7, "articles_near": 9}
    judged = {"set_name": "made passages", "lang": "en", "n": 40}
    return {
        "act_words": [
            called
            | {"called": "repeal", "verdict": "wrong", "sentence": MARKUP, "word": "repealed"}
        ],
        "act_word_shares": [
            called | share | {"called": name, "verdict": verdict, "articles": 1, "share": 0.25}
            for name, verdict in (("waiver", "right"), ("repeal", "wrong"), ("wrong", "wrong"))
        ],
        "evaluation": [
            judged | {"method": "commonest", "macro_f1": 0.2},
            judged
            | {
                "method": "rules",
                "macro_f1": 0.5,
                "sign_n": 20,
                "sign_accuracy": 0.75,
                "sign_low": 0.53,
                "sign_high": 0.89,
            },
        ],
    }
