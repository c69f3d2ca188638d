"""Patience: what answered badly is asked again later, and nothing is given up for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from etl import patience
from etl.answers import NOT_ASKED, Failed, NotAsked, RefusedAddress, Unreachable
from etl.patience import Patience
from tests.server import Playing, body
from tests.test_web import way

NOON = datetime(2026, 2, 3, 12, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Set the clock of patience to so many hours after noon."""

    def at(hours: float) -> None:
        monkeypatch.setattr(patience, "now", lambda: NOON + timedelta(hours=hours))

    at(0)
    return at


URL = "https://made.example/feed?page=2"


@pytest.mark.parametrize(
    ("error", "hours"),
    [
        (Failed("it answers 404", 404), [1, 2, 3, 4]),
        (Failed("it answers 500", 500), [1, 2, 3, 4]),
        (Failed("it took too long"), [1, 2, 3, 4]),
        (Failed("it answers 410", 410), [6, 12, 18, 24, 24]),
        (RefusedAddress("private"), [6, 12]),
    ],
)
def test_each_failure_in_a_row_waits_longer_and_none_is_given_up(
    tmp_path: Path, clock: Callable[[float], None], error: Failed, hours: list[float]
) -> None:
    at = 0.0
    for wait in [*hours, *([24] if hours[-1] == 24 else [])]:
        clock(at)
        kept = Patience(tmp_path, ladder=True)
        kept.check(URL)
        kept.failed(URL, error)
        kept.save()
        clock(at + wait - 0.1)
        with pytest.raises(NotAsked, match="not asked: backing off until 2026-02"):
            Patience(tmp_path, ladder=True).check(URL)
        Patience(tmp_path).check(URL)  # by hand it is asked at once
        at += wait
    clock(at)
    healed = Patience(tmp_path, ladder=True)
    healed.answered(URL)
    healed.save()
    assert healed.next_at is None
    Patience(tmp_path, ladder=True).check(URL)


def test_retry_after_binds_whoever_asks_and_a_429_is_about_who_asks(
    tmp_path: Path, clock: Callable[[float], None]
) -> None:
    kept = Patience(tmp_path)
    kept.failed(URL, Failed("it answers 429", 429, 3 * 3600))
    again = Patience(tmp_path)  # saved at once: a run may be killed
    for page in (URL, "https://made.example/feed?page=3"):
        with pytest.raises(NotAsked, match="until 2026-02-03 15:00 UTC"):
            again.check(page)
    again.check("https://made.example/other")
    assert again.next_at == NOON + timedelta(hours=3)
    clock(3.1)
    Patience(tmp_path, ladder=True).check(URL)


def test_without_a_network_nobody_is_blamed(tmp_path: Path, clock: Callable[[float], None]) -> None:
    kept = Patience(tmp_path, ladder=True)
    kept.failed(URL, Unreachable("made.example cannot be reached"))
    kept.save()
    Patience(tmp_path, ladder=True).check(URL)
    kept.answered("https://other.example/")
    kept.save()
    with pytest.raises(NotAsked):
        Patience(tmp_path, ladder=True).check(URL)


def test_what_cannot_be_read_waits_until_it_can(
    tmp_path: Path, clock: Callable[[float], None]
) -> None:
    kept = Patience(tmp_path, ladder=True)
    kept.unreadable(URL, "an HTML page, not a feed")
    kept.answered(URL)  # an answer alone does not heal it
    with pytest.raises(NotAsked, match="an HTML page"):
        kept.check(URL)
    kept.worked(URL)
    kept.check(URL)


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"x": 1}', '{"x": {"until": "soon"}}', "\0"])
def test_a_memory_that_is_damaged_is_begun_anew(tmp_path: Path, damage: str) -> None:
    (tmp_path / patience.FILE).write_text(damage)
    kept = Patience(tmp_path, ladder=True)
    kept.check("x")
    kept.failed(URL, Failed("it answers 500", 500))
    kept.save()
    with pytest.raises(NotAsked):
        Patience(tmp_path, ladder=True).check(URL)


def test_the_way_keeps_to_it(site: Playing, tmp_path: Path) -> None:
    site.say("/", body("", 429, Retry_After="3600"))
    asked = way(site, patience=Patience(tmp_path))
    with pytest.raises(Failed, match="asks to wait 3600 s"):
        asked.get(f"{site.address}/")
    with pytest.raises(NotAsked) as told:
        way(site, patience=Patience(tmp_path)).get(f"{site.address}/")
    assert str(told.value).startswith(NOT_ASKED)
    assert len(site.asked) == 1
