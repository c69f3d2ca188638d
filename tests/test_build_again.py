"""A build that does only what is new comes to the very rows of a build from nothing."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl import batches
from etl.build import (
    BrokenPromise,
    build_tables,
    check,
    fetch_rows,
    give,
    open_database,
)
from etl.catalog import Table, tables
from etl.files import READ, File
from etl.folders import Folders, folders
from etl.frames import frame
from etl.given import RunRow, give_settings
from etl.judges import CHOICE, RULES
from etl.methods import mark_of
from etl.policies import read_policies
from etl.records import Alias, Article, Correction, Label, Policy
from etl.shelf import Shelf, kept_tables
from etl.text.addresses import article_key
from etl.text.stories import stories

ASKED = (
    *("coverage", "opinions", "claims", "articles", "article_bills", "stance", "carried"),
    *("policy_articles", "policy_stories", "voice_tones", "tone", "voices", "voice_months"),
    *("apart", "arguments", "arguments_over_time", "act_words", "doubts", "bill_coverage"),
    *("distinctive_words", "undated", "languages"),
)
BUILT = datetime(2026, 2, 1, tzinfo=UTC)
LONG = "The ministers met in the capital on Monday and spoke for an hour of trade. " * 9
TEXTS = (
    "Ada Maker said that Section 907 of the FREEDOM Support Act is unjust and must be repealed.",
    "Senator Bo Writer praised the Leahy Law and told the House that it must be kept.",
    "The plum act was named, and the Leahy Law with it, and H.R. 6534 of the 119th Congress.",
    LONG + "Nothing is named here.",
    LONG + "Nothing is named there, and the end is another one.",
)
SYLLABLES = tuple(a + b + c for a in "bdgklmnprst" for b in "aeiou" for c in "lmnrst")
PLUM = Alias("plum act", "en", True)
POLICIES = tuple(
    p for p in read_policies(folders().policies) if p.policy_id in ("section-907", "leahy-law")
)
Told = tuple[str | None, Article | Label]  # the address asked for, and what came


@dataclass(frozen=True)
class World:
    """All that a build is made of."""

    files: Mapping[str, Told] = field(default_factory=dict)
    policies: tuple[Policy, ...] = POLICIES
    corrections: tuple[Correction, ...] = ()
    built: datetime = BUILT


Change = Callable[[World], World]


def address(number: int) -> str:
    return f"https://outlet{number % 2}.example/{number}"


def article(text: str, number: int, day: int, **more: Any) -> Told:
    told = {"url": address(number), "title": f"Title {number}", "language": "en"}
    on = {"published_on": date(2026, 1, 28) + timedelta(days=day), "published_precision": "day"}
    return None, Article(text=text, **told | on | more)


def page(text: str, number: int, moved: bool) -> Told:
    url = f"https://outlet{number % 2}.example/moved" if moved else address(number)
    return address(number), Article(text=text, url=url, title=f"Title {number}")


def label(number: int) -> Told:
    return None, Label(
        policy_id="leahy-law", url=address(number), stance="opposes", holder="Ada", coder="Bo"
    )


def put(name: str, told: Told) -> Change:
    return lambda world: replace(world, files={**world.files, name: told})


def drop(name: str) -> Change:
    def change(world: World) -> World:
        return replace(world, files={n: told for n, told in world.files.items() if n != name})

    return change


def rename(place: int) -> Change:
    """Give a policy a name more, or take it away again."""

    def change(world: World) -> World:
        policies = list(world.policies)
        policy = policies.pop(place % len(policies))
        names = tuple(a for a in policy.aliases if a != PLUM)
        names = names if PLUM in policy.aliases else (*names, PLUM)
        return replace(world, policies=(*policies, replace(policy, aliases=names)))

    return change


def unfollow(world: World) -> World:
    return replace(world, policies=world.policies[:1] if len(world.policies) > 1 else POLICIES)


def correct(number: int) -> Change:
    """Say by hand what an article holds."""
    mark = hashlib.sha256(article_key(address(number)).encode()).hexdigest()[:16]

    def change(world: World) -> World:
        told = Correction(
            correction_id=f"c{len(world.corrections)}",
            article_id=f"a{mark}",
            policy_id="leahy-law",
            coder="Cora",
            stance="supports",
            set_at=BUILT,
            stands=True,
        )
        return replace(world, corrections=(*world.corrections, told))

    return change


def wait(world: World) -> World:
    return replace(world, built=world.built + timedelta(days=1))


NAMES, NUMBERS, TEXT = st.sampled_from("abcdef"), st.integers(0, 4), st.sampled_from(TEXTS)
CHANGES = st.one_of(
    st.builds(put, NAMES, st.builds(article, TEXT, NUMBERS, st.integers(0, 9))),
    st.builds(
        lambda name, text, number: put(name, article(text, number, 0, url=None)),
        *(NAMES, TEXT, NUMBERS),
    ),
    st.builds(put, NAMES, st.builds(page, TEXT, NUMBERS, st.booleans())),
    st.builds(put, NAMES, st.builds(label, NUMBERS)),
    st.builds(drop, NAMES),
    st.builds(rename, st.integers(0, 1)),
    st.builds(correct, NUMBERS),
    st.just(unfollow),
    st.just(wait),
)


def needed() -> tuple[Table, ...]:
    """Return the tables that the ones asked for are made of, in order: a build of all is slow."""
    wanted = {f"marts.{name}" for name in ASKED}
    for table in reversed(tables()):
        wanted |= table.reads if table.full_name in wanted else frozenset()
    return tuple(t for t in tables() if t.full_name in wanted | kept_tables())


@pytest.fixture(autouse=True)
def few_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    few = needed()
    monkeypatch.setattr("etl.build.tables", lambda: few)


def load(db: duckdb.DuckDBPyConnection, world: World) -> None:
    """Bring `raw` to what the world holds, as the loader would."""
    shelf = Shelf(db, File)
    known = dict(shelf.known(("path", "file_id")))
    db.execute("begin")
    for name, (asked, record) in world.files.items():
        file = held(name, asked, record)
        if known.pop(name, None) != file.file_id:
            shelf.put(file, [record])
    for name in known:
        shelf.forget(name)
    shelf.flush()
    db.execute("commit")


def held(name: str, asked: str | None, record: Article | Label) -> File:
    return File(
        path=name,
        file_id=hashlib.sha256(repr((asked, record)).encode()).hexdigest()[:24],
        source_id="made",
        mark="1",
        reader="page" if asked else "table_export",
        reader_version=1,
        bytes=1,
        records=1,
        status=READ,
        reason=None,
        url=asked,
        fetched_at=BUILT,
    )


def built(db: duckdb.DuckDBPyConnection, here: Folders, world: World, **how: Any) -> list[str]:
    """Build the world in a database; returns what was told of tables in Python."""
    load(db, world)
    give_settings(db, here, world.policies, 1)
    give(db, "runs", frame(RunRow, [RunRow(version=1, built_at=world.built)]))
    give(db, "corrections", frame(Correction, world.corrections))
    lines: list[str] = []
    build_tables(db, world.policies, kept_tables(), lines.append, **how)
    return [line for line in lines if not line.startswith("building")]


def digests(db: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return a mark of the rows of every table, in whatever order they lie."""
    return {t.full_name: mark_of(db, f"from {t.full_name}") for t in needed()}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Folders]:
    """A data folder in which nothing came."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAWBEAT_DATA", str(tmp_path_factory.mktemp("data")))
        patch.setenv(CHOICE, RULES)  # the encoder is slow, and no matter here
        yield folders()


@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CHANGES, min_size=1, max_size=3), min_size=2, max_size=3))
def test_whatever_changes_the_rows_are_those_of_a_build_from_nothing(
    empty: Folders, steps: list[list[Change]]
) -> None:
    with open_database(":memory:") as db:
        world = World()
        for changes in steps:
            world = reduce(lambda world, change: change(world), changes, world)
            built(db, empty, world)
        with open_database(":memory:") as fresh:
            built(fresh, empty, world)
            assert digests(db) == digests(fresh)


def test_only_what_was_touched_is_read_again_and_it_is_told_before(empty: Folders) -> None:
    told = {f"f{n}": article(TEXTS[n % 2], n, 1) for n in range(120)}
    world = World(files=told)
    with open_database(":memory:") as db:
        lines = built(db, empty, world)
        assert "matched.mentions: 120 articles to be read" in lines
        assert built(db, empty, world) == []  # nothing new
        assert built(db, empty, put("new", article(TEXTS[0], 200, 1))(world)) == []
        lines = built(db, empty, rename(0)(world))  # looked for in all; few are judged
        told_of = {line.partition(":")[0] for line in lines}
        assert told_of == {"matched.mentions", "matched.article_bills"}
        lines = built(db, empty, world, whole=True)
        assert any(line.startswith("matched.judgements: 120 mentions to be read") for line in lines)


def test_another_spelling_of_a_name_reaches_what_was_read_before(empty: Folders) -> None:
    said = "{} said that Section 907 of the FREEDOM Support Act is unjust."
    first = put("first", article(said.format("Ильхам Алиев"), 1, 1))(World())
    both = put("second", article(said.format("Ilham Aliyev"), 2, 2))(first)
    asked = "select distinct spelled, speaker from matched.speakers order by spelled"
    with open_database(":memory:") as db, open_database(":memory:") as fresh:
        built(db, empty, first)
        assert db.sql(asked).fetchall() == [("Ильхам Алиев", "Ильхам Алиев")]
        built(db, empty, both)
        built(fresh, empty, both)
        spelled = [("Ilham Aliyev", "Ilham Aliyev"), ("Ильхам Алиев", "Ilham Aliyev")]
        assert db.sql(asked).fetchall() == spelled
        assert digests(db) == digests(fresh)
        built(db, empty, first)
        assert db.sql(asked).fetchall() == [("Ильхам Алиев", "Ильхам Алиев")]


def test_rows_made_in_python_are_let_go_once_they_are_in_their_table(empty: Folders) -> None:
    world = World(files={f"f{n}": article(TEXTS[n % 2], n, 1) for n in range(120)})
    held: list[int] = []
    with open_database(":memory:") as db:
        load(db, world)
        give_settings(db, empty, world.policies, 1)
        build_tables(
            db,
            world.policies,
            kept_tables(),
            lambda line: held.append(pa.total_allocated_bytes()),
        )
    assert held[-1] <= held[0]


def news(seed: int, words: int) -> str:
    """Return made prose, the same for the same seed."""
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(SYLLABLES)}{chance.choice(SYLLABLES)}" for _ in range(words))


RIGHTS = "\n".join(news(seed, 40) for seed in range(90, 93))  # set around all of outlet 0
ARRIVALS = (
    *(put(f"n{n}", article(f"{news(n, 36)}\n{RIGHTS}", 2 * n, 1)) for n in range(4)),
    put("n4", article(f"{news(4, 36)}\n{RIGHTS}", 8, 1)),  # the fifth: now they are furniture
    put("wire", article(news(20, 300), 21, 3)),
    put("cut", article(" ".join(news(20, 300).split()[:120]), 23, 1)),
    put("same", article(news(20, 300).upper(), 24, 2)),
    put("title", article(news(21, 200), 25, 4, title="The Senate weighs the waiver again")),
    put("note", article("", 27, 5, title="The Senate weighs the waiver again")),
    put("other", article(news(20, 300) + news(22, 30), 31, 0)),
    put("wire", article(news(23, 300), 21, 3)),  # the copies lose what they were copies of
    drop("n2"),  # only four are left
    drop("title"),
)


BESIDE = (3, 4, 7, 9, 11, 13)  # after which a build from nothing is laid beside, which is slow


ALL_ARTICLES = """
    select
        *,
        coalesce(published_on, seen_by_source_at::date) as day,
        null as furniture
    from staged.articles
"""


def test_copies_that_come_one_by_one_are_those_of_a_build_from_nothing(
    empty: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("etl.differences.AT_ONCE", 2)  # so that what changed is found in parts
    hows: set[str] = set()
    furniture: list[int] = []
    with open_database(":memory:") as db:
        world = World()
        for place, change in enumerate(ARRIVALS):
            world = change(world)
            built(db, empty, world)
            if place in BESIDE:
                with open_database(":memory:") as fresh:
                    built(fresh, empty, world)
                    assert digests(db) == digests(fresh)
            hows |= {row[0] for row in db.sql("select how from staged.stories").fetchall()}
            lines = db.sql("select unnest(line_marks) from staged.furniture")
            furniture.append(len(lines.fetchall()))
        all_at_once = stories(fetch_rows(db, ALL_ARTICLES))
        assert {(s.article_id, s.story_id) for s in all_at_once} == set(
            db.sql("select article_id, story_id from staged.stories").fetchall()
        )
    assert hows == {"itself", "same text", "near text", "same title"}
    assert furniture[3:5] == [0, 15]
    assert furniture[-1] == 0


def test_what_is_too_much_for_memory_is_made_in_parts(
    empty: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = reduce(lambda world, change: change(world), ARRIVALS, World())
    with open_database(":memory:") as db, open_database(":memory:") as fresh:
        built(fresh, empty, world)
        monkeypatch.setattr("etl.batches.SEVERAL", 2)
        asked: list[str] = []
        into = batches._insert
        monkeypatch.setattr(
            batches, "_insert", lambda w, t, i: (asked.append(t.full_name), into(w, t, i))
        )
        for how in ({}, {"whole": True}):
            built(db, empty, world, **how)
            assert asked.count("marts.articles") > 1
            assert digests(db) == digests(fresh)
            asked.clear()


def test_another_method_makes_all_rows_again(
    empty: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(files={"a": article(TEXTS[0], 1, 1)})
    with open_database(":memory:") as db:
        built(db, empty, world)
        db.execute("update matched.judgements set stance = 'neutral'")
        built(db, empty, world)
        assert db.sql("select stance from matched.judgements").fetchall() == [("neutral",)]
        monkeypatch.setattr("etl.methods._code", lambda: "a new judge")
        built(db, empty, world)
        assert db.sql("select stance from matched.judgements").fetchall() == [("opposes",)]


def test_a_key_is_looked_at_where_rows_were_made() -> None:
    table = next(t for t in needed() if t.full_name == "staged.texts")
    with open_database(":memory:") as db:
        db.execute("create schema staged; create table staged.texts (text_mark text)")
        db.execute("insert into staged.texts values ('a'), ('a'), ('b')")
        check(db, table, "text_mark = 'b'")
        for made in ("text_mark = 'a'", "true"):
            with pytest.raises(BrokenPromise, match="key text_mark is doubled in 1 rows"):
                check(db, table, made)


def test_a_build_that_is_stopped_has_done_nothing(
    empty: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(files={"a": article(TEXTS[0], 1, 1), "b": page(TEXTS[1], 2, True)})
    after = put("b", article(TEXTS[2], 2, 3))(drop("a")(world))
    with open_database(":memory:") as db, open_database(":memory:") as fresh:
        built(db, empty, world)
        before = digests(db)
        with monkeypatch.context() as patch:
            patch.setattr("etl.build.check", stop_at("marts.mentions"))
            with pytest.raises(KeyboardInterrupt):
                built(db, empty, after)
        raw = {name for name in before if name.startswith("raw.")}
        assert {n: m for n, m in digests(db).items() if n not in raw} == {
            n: m for n, m in before.items() if n not in raw
        }
        built(db, empty, after)
        built(fresh, empty, after)
        assert digests(db) == digests(fresh)


def stop_at(name: str) -> Callable[[duckdb.DuckDBPyConnection, Table, str], None]:
    def check(db: duckdb.DuckDBPyConnection, table: Table, made: str) -> None:
        if table.full_name == name:
            raise KeyboardInterrupt

    return check
