"""An article is summed up over its mentions of a policy; where tone and stance point apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

TABLES = Path(__file__).parents[1] / "etl" / "tables"
MENTION: dict[str, Any] = {
    "policy_id": "p",
    "article_id": "a",
    "title": "A Title",
    "outlet": "Lantern Post",
    "group_name": "hill",
    "language": "en",
    "url": "https://post.example/1",
    "published": "2030-01-02",
    "published_on": "2030-01-02",
    "published_month": "2030-01-01",
    "published_precision": "day",
    "seen_at": "2030-01-03",
    "holder": "Ada Fable",
    "holder_role": None,
    "stance": "opposes",
    "tone": -0.5,
    "method": "rules",
    "alias": "Section 12",
    "sentence": "Section 12 Hurts.",
    "counts": True,
    "about_policy": True,
    "story_id": "a",
    "source_id": "inbox",
    "source_path": "f",
}


def made(name: str, *mentions: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of a mart made of such mentions alone."""
    rows = [MENTION | {"mention_id": f"m{place}"} | one for place, one in enumerate(mentions)]
    with duckdb.connect() as db:
        db.execute((TABLES / "macros.sql").read_text("utf-8"))
        db.execute("create schema marts")
        frame = pd.DataFrame(rows).astype({"published_on": "datetime64[us]"})
        db.register("told", frame.astype(object).where(frame.notna(), None))
        db.execute("create table marts.mentions as from told")
        found = db.execute((TABLES / "marts" / f"{name}.sql").read_text("utf-8"))
        return list(found.df().to_dict("records"))


NOT_ABOUT = {"about_policy": False, "counts": False}
BESIDE_CODER = {"counts": False, "stance": "supports", "holder": "Bo Grimm"}
SUMMED: dict[str, tuple[list[dict[str, Any]], dict[str, Any]]] = {
    "each voice, stance and name once, in order": (
        [{}, {"holder": "Bo Grimm", "stance": "neutral"}, {"alias": "12"}, {"stance": None}],
        {
            "speakers": "Ada Fable; Bo Grimm",
            "stance": "neutral; opposes",
            "matched_words": "12; Section 12",
            "method": "rules",
        },
    ),
    "beside a coder's row the machine's are not summed up": (
        [{"method": "coder", "counts": True, "stance": "neutral"}, BESIDE_CODER],
        {"speakers": "Ada Fable", "stance": "neutral", "method": "coder"},
    ),
    "where nothing counts, all that is about the policy is": (
        [BESIDE_CODER],
        {"speakers": "Bo Grimm", "stance": "supports"},
    ),
    "what is not about the policy is named alone": (
        [NOT_ABOUT],
        {"speakers": None, "stance": "not about it", "matched_words": "Section 12"},
    ),
    "one about it, one not": ([{}, NOT_ABOUT | {"holder": "Cy"}], {"speakers": "Ada Fable"}),
    "nothing judged": ([{"stance": None, "method": None}], {"stance": "unjudged", "method": None}),
    "a copy": ([{"story_id": "other"}], {"is_copy": True, "story_id": "other"}),
    "searched in lower case, over all mentions": (
        [{}, {"sentence": "A Second One."}],
        {
            "searched": "a title\nlantern post\nhttps://post.example/1\n"
            "ada fable\nsection 12\na second one.\nada fable\nsection 12\nsection 12 hurts."
        },
    ),
    "no title, no text": (
        [{"title": None, "sentence": None, "holder": None, "stance": None}],
        {"title": None, "searched": "lantern post\nhttps://post.example/1\nsection 12"},
    ),
}


@pytest.mark.parametrize(("mentions", "told"), SUMMED.values(), ids=SUMMED.keys())
def test_an_article_is_summed_up(mentions: list[dict[str, Any]], told: dict[str, Any]) -> None:
    (row,) = made("policy_articles", *mentions)
    for name, value in told.items():
        assert (None if pd.isna(row[name]) else row[name]) == value, name


def test_an_article_of_two_policies_is_summed_up_for_each() -> None:
    rows = made("policy_articles", {}, {"policy_id": "q", "stance": "supports"})
    assert {row["policy_id"]: row["stance"] for row in rows} == {"p": "opposes", "q": "supports"}


APART: dict[str, tuple[list[dict[str, Any]], int]] = {
    "hostile and opposing agree": ([{}], 0),
    "warm and opposing": ([{"tone": 0.05}], 1),
    "hostile and supporting": ([{"stance": "supports"}], 1),
    "neither warm nor hostile": ([{"tone": 0.04}], 0),
    "no tone": ([{"tone": None}], 0),
    "not judged": ([{"stance": None, "tone": 0.9}], 0),
    "not about the policy": ([{"tone": 0.9, "about_policy": False}], 0),
    "a copy in the group is told once": ([{"tone": 0.9}, {"tone": 0.9, "article_id": "b"}], 1),
    "a copy in another group is told there": (
        [{"tone": 0.9}, {"tone": 0.9, "article_id": "b", "group_name": "harbour"}],
        2,
    ),
    "another story": ([{"tone": 0.9}, {"tone": 0.9, "story_id": "b"}], 2),
}


@pytest.mark.parametrize(("mentions", "many"), APART.values(), ids=APART.keys())
def test_tone_and_stance_point_apart(mentions: list[dict[str, Any]], many: int) -> None:
    assert len(made("apart", *mentions)) == many
