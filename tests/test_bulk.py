"""GovInfo's bulk data, played well and badly: a refresh costs what is new, nothing is ever lost."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from etl.build import open_database
from etl.catalog import tables
from etl.fetch import Refresh, ask
from etl.folders import Folders
from etl.keep import keep
from etl.load import load
from etl.sources import Wanted, sources
from tests.govinfo import Shop
from tests.made import CHALLENGE, billstatus
from tests.server import Answer, Playing, body, cut_short, redirect_to, slow

HR, S = "119/hr", "119/s"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
NOW = datetime.now(UTC).replace(microsecond=0)
FEED = "/govinfo_billstatus/rss/billstatus-batch.xml"


def name(number: int, kind: str = "hr") -> str:
    return f"BILLSTATUS-119{kind}{number}.xml"


@pytest.fixture
def shop(here: Folders, server: Playing, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """Three House bills and their zip of two days ago; the 119th Congress is taken whole."""
    monkeypatch.setenv("LAWBEAT_CONGRESSES", "119")
    monkeypatch.setattr("etl.sources.govinfo_billstatus.PACE_S", 0.0)
    monkeypatch.setattr("etl.sources.govinfo_bills.PACE_S", 0.0)
    shop = Shop(server, "govinfo_billstatus", "BILLSTATUS")
    for number in (1, 2, 3):
        shop.put(HR, name(number), billstatus(number), NOW - 3 * DAY)
    shop.open(zipped_at=NOW - 2 * DAY)
    server.say(FEED, body(shop.feed()))
    return shop


def run(here: Folders, source: str = "govinfo_billstatus", wanted: Wanted = Wanted()) -> Refresh:  # noqa: B008
    return ask(sources()[source], here, (), "run", lambda line: None, wanted)


def asked(shop: Shop) -> list[str]:
    """Return what was asked since the last look, by the end of its path.

    Without the index: it is asked while there are types of bill without a zip.
    """
    paths = [path.rpartition("/")[2] for path in shop.server.asked]
    paths = [path for path in paths if path != "sitemapindex.xml"]
    shop.server.asked.clear()
    return paths


def at_hand(here: Folders, source: str = "govinfo_billstatus") -> set[str]:
    """Return the names of all files at hand, in zips or on their own."""
    found: set[str] = set()
    for file in (here.raw / source).iterdir():
        if file.name.startswith("."):
            continue
        found |= set(zipfile.ZipFile(file).namelist()) if file.suffix == ".zip" else {file.name}
    return found


def later(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    """Let it be so much later for the sources, and for what they wait for."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return NOW + by

    monkeypatch.setattr("etl.bulk_files.datetime", Clock)
    monkeypatch.setattr("etl.patience.now", lambda: NOW + by)


def test_a_first_load_takes_the_zips_that_the_index_tells_of(here: Folders, shop: Shop) -> None:
    first = run(here)
    assert (first.new, first.failures) == (1, ())
    assert at_hand(here) == {name(1), name(2), name(3)}
    assert asked(shop) == [
        "BILLSTATUS-119-hr.zip",
        "billstatus-batch.xml",
        "sitemap.xml",
    ]


def test_then_only_what_changed_is_asked_for(here: Folders, shop: Shop) -> None:
    run(here)
    asked(shop)
    shop.put(HR, name(2), billstatus(2, title="Made Bill Act, amended"), NOW - HOUR)
    shop.put(HR, name(4), billstatus(4), NOW - HOUR)
    shop.open()
    second = run(here)
    assert (second.new, second.changed, second.failures) == (2, 0, ())
    assert asked(shop)[1:] == ["sitemap.xml", name(2), name(4)]
    third = run(here)
    assert third.came == 0
    assert asked(shop)[1:] == ["sitemap.xml"]


def test_the_feed_is_enough_where_it_reaches_back(
    here: Folders, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(here)
    asked(shop)
    shop.put(HR, name(2), billstatus(2, title="Made Bill Act, amended"), NOW + 2 * HOUR)
    shop.server.say(
        FEED, body(shop.feed((NOW - 4 * HOUR, [(HR, name(1))]), (NOW + 2 * HOUR, [(HR, name(2))])))
    )
    later(monkeypatch, 3 * HOUR)
    assert run(here).new == 2  # the batch before the last look is told again, once
    assert asked(shop) == ["billstatus-batch.xml", name(1), name(2)]
    assert run(here).came == 0
    assert asked(shop) == ["billstatus-batch.xml"]


@pytest.mark.parametrize("hours", [(5, 4), (-90, -80)], ids=["too short a feed", "a stale feed"])
def test_where_the_feed_is_not_enough_the_sitemaps_are_asked(
    here: Folders, shop: Shop, monkeypatch: pytest.MonkeyPatch, hours: tuple[int, int]
) -> None:
    run(here)
    asked(shop)
    batches = [(NOW + hour * HOUR, [(HR, name(1))]) for hour in hours]
    shop.server.say(FEED, body(shop.feed(*batches)))
    later(monkeypatch, 6 * HOUR)
    run(here)
    assert asked(shop) == ["billstatus-batch.xml", "sitemap.xml"]


def test_a_zip_is_asked_for_again_after_a_week_and_takes_the_place_of_the_older(
    here: Folders, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(here)
    later(monkeypatch, 8 * DAY)
    shop.put(HR, name(4), billstatus(4), NOW + 7 * DAY)
    shop.open(zipped_at=NOW + 7 * DAY + HOUR)
    again = run(here)
    assert (again.changed, again.new, again.failures) == (1, 0, ())
    assert [
        f.name for f in (here.raw / "govinfo_billstatus").glob("*.*") if not f.name.startswith(".")
    ] == ["BILLSTATUS-119-hr.zip"]


def test_many_changes_are_had_cheaper_as_a_zip(
    here: Folders, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("etl.bulkdata.MANY", 1)
    run(here)
    later(monkeypatch, HOUR)
    for number in (1, 2):
        shop.put(HR, name(number), billstatus(number, title="Changed"), NOW)
    shop.open(zipped_at=NOW + HOUR / 2)
    asked(shop)
    assert run(here).changed == 1
    assert "BILLSTATUS-119-hr.zip" in asked(shop)


def test_a_changed_moment_with_the_same_body_is_no_change(here: Folders, shop: Shop) -> None:
    run(here)
    shop.put(HR, name(2), billstatus(2, title="Changed"), NOW - 5 * HOUR)
    shop.open()
    run(here)
    shop.put(HR, name(2), billstatus(2, title="Changed"), NOW - HOUR)
    shop.open()
    again = run(here)
    assert (again.unchanged, again.changed, again.new) == (1, 0, 0)
    assert run(here).came == 0


def test_a_missing_moment_is_no_change_and_a_mere_day_counts_to_its_end() -> None:
    from etl.text.listings import last_modified

    assert last_modified(None) is None
    assert last_modified("soon") is None
    assert last_modified("2026-03-04") == datetime(2026, 3, 5, tzinfo=UTC)
    assert last_modified("2026-03-04T01:00:00.5Z") == datetime(2026, 3, 4, 1, 0, 0, 500000, UTC)


ZIP = "/govinfo_billstatus/bulkdata/BILLSTATUS/119/hr/BILLSTATUS-119-hr.zip"
MAP = "/govinfo_billstatus/sitemap/bulkdata/BILLSTATUS/119hr/sitemap.xml"
ONE = "/govinfo_billstatus/bulkdata/BILLSTATUS/119/hr/BILLSTATUS-119hr2.xml"
MANY_ENTITIES = '<!DOCTYPE r [<!ENTITY a "b">]><urlset><url><loc>&a;</loc></url></urlset>'
WRONG: list[tuple[str, str, Callable[[Shop], Answer], str]] = [
    ("zip: server error", ZIP, lambda s: body("no", 500), "answers 500"),
    ("zip: a page with 200", ZIP, lambda s: body(CHALLENGE), "an HTML page, not a zip"),
    ("zip: cut short, told whole", ZIP, lambda s: body(s.zip(HR)[:300]), "cut short or damaged"),
    ("zip: a bad byte", ZIP, lambda s: body(_spoilt(s.zip(HR))), "damaged"),
    ("zip: empty", ZIP, lambda s: body(b""), "cut short or damaged"),
    ("zip: without a file", ZIP, lambda s: body(s.zip("119/none")), "holds no XML file"),
    ("zip: wait an hour", ZIP, lambda s: body("", 429, Retry_After="3600"), "429.*wait 3600"),
    ("sitemap: missing", MAP, lambda s: body("no", 404), "sitemap of 119/hr: it answers 404"),
    ("sitemap: a page with 200", MAP, lambda s: body(CHALLENGE), "a web page, not XML"),
    ("sitemap: empty body", MAP, lambda s: body(""), "the file is empty"),
    ("sitemap: lists nothing", MAP, lambda s: body("<urlset/>"), "lacks 3 of the 3 files at hand"),
    ("sitemap: entities", MAP, lambda s: body(MANY_ENTITIES), "entities"),
    ("sitemap: cut short", MAP, lambda s: cut_short("<urlset><url>"), "broke off"),
    (
        "sitemap: half a gzip",
        MAP,
        lambda s: body(b"\x1f\x8b\x08\x00", Content_Encoding="gzip"),
        "broke off|damaged",
    ),
    ("feed: a page with 200", FEED, lambda s: body(CHALLENGE), "feed of batches: this is a web"),
    ("feed: a redirect circle", FEED, lambda s: redirect_to(FEED), "redirects in a circle"),
    ("file: server error", ONE, lambda s: body("no", 500), "hr2.xml: it answers 500"),
    ("file: a page with 200", ONE, lambda s: body(CHALLENGE), "HTML"),
    ("file: empty", ONE, lambda s: body(""), "empty"),
    ("file: cut short", ONE, lambda s: cut_short("<billStatus>"), "broke off"),
    ("file: an error in JSON", ONE, lambda s: body('{"error": "no"}'), "no reader|not"),
]


def _spoilt(content: bytes) -> bytes:
    return content[:60] + bytes([content[60] ^ 255]) + content[61:]


@pytest.mark.parametrize(("path", "bad", "told"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_what_was_there_stays_what_failed_is_said_and_the_next_good_run_catches_up(
    here: Folders,
    shop: Shop,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    bad: Callable[[Shop], Answer],
    told: str,
) -> None:
    run(here)
    before = at_hand(here)
    later(monkeypatch, 8 * DAY)
    shop.put(HR, name(2), billstatus(2, title="Made Bill Act, amended"), NOW + 7 * DAY)
    shop.open(zipped_at=NOW - DAY)
    good = shop.server.answers[path]
    shop.server.say(path, bad(shop))
    failed = run(here)
    said = "\n".join(failed.lines)
    assert re.search(told, said), said
    assert at_hand(here) >= before
    assert not list((here.raw / "govinfo_billstatus").glob(".coming*"))
    shop.server.say(path, *good)
    later(monkeypatch, 9 * DAY)
    run(here)
    assert titles(here)["hr2-119"] == "Made Bill Act, amended"
    later(monkeypatch, 9 * DAY + HOUR)
    assert run(here).came == 0


def test_a_silent_server_is_given_up(
    here: Folders, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(here)
    monkeypatch.setattr("etl.web.READ_S", 0.2)
    shop.server.say(MAP, slow(1))
    assert "took longer" in "\n".join(run(here).lines)
    assert len(at_hand(here)) == 3


def test_a_zip_that_lacks_a_bill_loses_none(
    here: Folders, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(here)
    later(monkeypatch, 8 * DAY)
    del shop.files[HR, name(3)]
    shop.open(zipped_at=NOW + DAY)
    run(here)
    assert at_hand(here) == {name(1), name(2), name(3)}
    assert (here.raw / "govinfo_billstatus" / name(3)).read_text() == billstatus(3)


def test_a_zip_that_lacks_many_is_not_taken(
    here: Folders, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("etl.bulk_zips.SHORT", 1)
    run(here)
    later(monkeypatch, 8 * DAY)
    for number in (2, 3):
        del shop.files[HR, name(number)]
    shop.open(zipped_at=NOW + DAY)
    assert "lacks 2 of the 3 files" in "\n".join(run(here).lines)
    assert at_hand(here) == {name(1), name(2), name(3)}


def test_a_stale_sitemap_is_said(here: Folders, shop: Shop) -> None:
    run(here)
    stale = shop.sitemap(HR)
    shop.put(HR, name(2), billstatus(2, title="Changed"), NOW - HOUR)
    shop.open()
    run(here)
    shop.server.say(MAP, body(stale))
    assert "stale" in "\n".join(run(here).lines)


def test_a_crash_before_a_file_is_kept_costs_a_repeat(
    here: Folders, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(here)
    shop.put(HR, name(2), billstatus(2, title="Made Bill Act, amended"), NOW - HOUR)
    shop.open()

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("etl.fetch.keep", die)
    with pytest.raises(KeyboardInterrupt):
        run(here)
    monkeypatch.setattr("etl.fetch.keep", keep)
    assert run(here).new == 1


def test_notes_that_are_damaged_cost_a_repeat(here: Folders, shop: Shop) -> None:
    run(here)
    (here.raw / "govinfo_billstatus" / ".listing.json").write_text('{"zips": [')
    again = run(here)
    assert again.failures == ()
    assert at_hand(here) == {name(1), name(2), name(3)}


def test_no_congress_that_there_is_not(
    here: Folders, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWBEAT_CONGRESSES", "119, 12, all")
    said = "\n".join(run(here).lines)
    assert "'12' is none of the Congresses 108 to 119" in said
    assert "'all' is none" in said
    assert len(at_hand(here)) == 3


def test_a_host_out_of_reach_is_one_line(
    here: Folders, offline: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWBEAT_CONGRESSES", "119")
    for source in ("govinfo_billstatus", "govinfo_bills"):
        assert len(run(here, source).failures) == 1


def test_what_a_newer_zip_holds_as_it_is_does_not_lie_about_twice(
    here: Folders, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(here)
    shop.put(HR, name(2), billstatus(2, title="Changed"), NOW - HOUR)
    shop.open()
    run(here)
    assert (here.raw / "govinfo_billstatus" / name(2)).exists()
    later(monkeypatch, 8 * DAY)
    shop.open(zipped_at=NOW + DAY)
    run(here)
    assert not (here.raw / "govinfo_billstatus" / name(2)).exists()
    assert at_hand(here) == {name(1), name(2), name(3)}
    assert run(here).came == 0


def test_the_newer_of_zip_and_single_file_counts(here: Folders, shop: Shop) -> None:
    run(here)
    newer = billstatus(2, title="Changed").replace("2025-04-01T10", "2025-04-01T11")
    shop.put(HR, name(2), newer, NOW - HOUR)
    shop.open()
    run(here)
    assert titles(here)["hr2-119"] == "Changed"


def titles(here: Folders) -> dict[str, str]:
    """Return the title of each bill as staged.bills has it."""
    with open_database(str(here.working)) as db:
        load(db, here)
        query = next(t.query for t in tables() if t.full_name == "staged.bills")
        assert query
        return dict(db.execute(f"select bill_id, title from ({query})").fetchall())


TEXT = """<?xml version="1.0"?><bill bill-stage="Introduced-in-House"><form>
<congress>{at}th CONGRESS</congress><session>1st Session</session>
<legis-num>H. R. {number}</legis-num>
<current-chamber>IN THE HOUSE OF REPRESENTATIVES</current-chamber><legis-type>A BILL</legis-type>
<official-title>To be made for a test.</official-title></form>
<legis-body><section><enum>1.</enum><text>Nothing is repealed.</text></section></legis-body></bill>
"""


@pytest.fixture
def texts(here: Folders, server: Playing, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """The texts of a bill of the 118th Congress, in both its sessions, and of another."""
    monkeypatch.setattr("etl.sources.govinfo_bills.PACE_S", 0.0)
    shop = Shop(server, "govinfo_bills", "BILLS")
    for folder, file, number in (
        ("118/1/hr", "BILLS-118hr7ih.xml", 7),
        ("118/2/hr", "BILLS-118hr7rh.xml", 7),
        ("118/1/hr", "BILLS-118hr70ih.xml", 70),
    ):
        shop.put(folder, file, TEXT.format(at=118, number=number), NOW - 700 * DAY)
    shop.open(zipped_at=NOW - 600 * DAY)
    return shop


def test_the_versions_of_a_wanted_bill_come_and_no_other(here: Folders, texts: Shop) -> None:
    wanted = Wanted(bills=("hr7-118", "s1-107"))
    first = run(here, "govinfo_bills", wanted)
    assert first.failures == ()
    assert at_hand(here, "govinfo_bills") == {"BILLS-118hr7ih.xml", "BILLS-118hr7rh.xml"}
    asked(texts)
    assert run(here, "govinfo_bills", wanted).came == 0
    assert asked(texts) == []  # of a Congress that has ended, for a month


def test_a_version_that_did_not_come_is_had_in_the_next_run(here: Folders, texts: Shop) -> None:
    path = texts.path("118/2/hr", "BILLS-118hr7rh.xml")
    good = texts.server.answers[path]
    texts.server.say(path, body("no", 500))
    wanted = Wanted(bills=("hr7-118",))
    assert "answers 500" in "\n".join(run(here, "govinfo_bills", wanted).lines)
    texts.server.say(path, *good)
    assert run(here, "govinfo_bills", wanted).new == 1


def test_the_texts_of_a_whole_congress_come_as_zips(
    here: Folders, texts: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWBEAT_CONGRESSES", "118")
    first = run(here, "govinfo_bills")
    assert (first.new, first.failures) == (2, ())
    assert len(at_hand(here, "govinfo_bills")) == 3
