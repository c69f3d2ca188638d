"""The way to the web, well and badly: what is asked, where it leads, and how much is read of it."""

from __future__ import annotations

import gzip
import itertools
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from etl import hosts, patience, web
from etl.answers import NOT_ASKED, Failed, NotAsked, RefusedAddress, Unreachable, wait_asked
from etl.keys import without_keys
from etl.patience import Patience
from etl.web import Reply, Seen, Web
from tests.server import Answer, Playing, body, cut_short, play, redirect_to, slow, streamed

SECRET = "made-secret-of-the-tests"


@pytest.fixture
def site() -> Iterator[Playing]:
    """A server whose host is the source's own."""
    with play() as playing:
        yield playing


def way(site: Playing, **more: object) -> Web:
    return Web(pace_s=0.0, own=site.address, sleep=lambda s: None, **more)  # type: ignore[arg-type]


def said(site: Playing, answer: Answer, **more: object) -> Reply:
    site.say("/", answer)
    return way(site).get(f"{site.address}/", **more)  # type: ignore[arg-type]


# What is read ----------------------------------------------------------------------------------

TEXT = b"<rss>Section 907 of the FREEDOM Support Act</rss>" * 100


def raw_deflate(content: bytes) -> bytes:
    deflater = zlib.compressobj(wbits=-15)
    return deflater.compress(content) + deflater.flush()


WELL: list[tuple[str, Answer]] = [
    ("plain", body(TEXT)),
    ("without a length", streamed([TEXT[:10], TEXT[10:]])),
    ("gzip", body(gzip.compress(TEXT), Content_Encoding="gzip")),
    ("gzip in two parts", body(gzip.compress(TEXT[:99]) * 1 + gzip.compress(TEXT[99:]),
                               Content_Encoding="gzip")),
    ("gzip with padding", body(gzip.compress(TEXT) + b"\0" * 9, Content_Encoding="gzip")),
    ("gzip, dripping", streamed([gzip.compress(TEXT)[i:i + 1]
                                 for i in range(len(gzip.compress(TEXT)))],
                                Content_Encoding="gzip")),
    ("deflate", body(zlib.compress(TEXT), Content_Encoding="deflate")),
    ("deflate without its head", body(raw_deflate(TEXT), Content_Encoding="deflate")),
]  # fmt: skip


@pytest.mark.parametrize("answer", [w[1] for w in WELL], ids=[w[0] for w in WELL])
def test_a_whole_answer_is_read_however_it_is_coded(site: Playing, answer: Answer) -> None:
    assert said(site, answer).content == TEXT


BADLY: list[tuple[str, Answer, str]] = [
    ("not found", body("no", 404), "it answers 404"),
    ("server error", body("no", 500), "it answers 500"),
    ("cut short", cut_short("<rss>"), "broke off"),
    ("half a gzip", body(gzip.compress(TEXT)[:40], Content_Encoding="gzip"), "broke off"),
    ("a gzip that is none", body(b"\x1f\x8b" + b"x" * 90, Content_Encoding="gzip"), "damaged"),
    ("a coding nobody asked for", body(TEXT, Content_Encoding="br"), "coding 'br'"),
    (
        "a length beyond the limit",
        streamed([b"x"], Content_Length="99999999999"),
        "larger than 1 MB",
    ),
    ("a redirect circle", redirect_to("/"), "redirects in a circle"),
    ("a redirect to nowhere", redirect_to("http://[::1/"), "no address of the web"),
]


@pytest.mark.parametrize(("answer", "told"), [b[1:] for b in BADLY], ids=[b[0] for b in BADLY])
def test_an_answer_that_is_no_use_says_why(site: Playing, answer: Answer, told: str) -> None:
    with pytest.raises(Failed, match=told):
        said(site, answer, largest=1_000_000)


def test_a_page_of_a_gigabyte_is_stopped_at_the_limit(site: Playing) -> None:
    sent = itertools.count()

    def gigabyte() -> Iterator[bytes]:
        for _ in range(1024):
            next(sent)
            yield b"x" * 2**20

    with pytest.raises(Failed, match="larger than 10 MB"):
        said(site, streamed(gigabyte()), largest=web.PAGE)
    assert next(sent) < 100


def test_the_body_of_a_redirect_is_not_read(site: Playing) -> None:
    sent = itertools.count()

    def gigabyte() -> Iterator[bytes]:
        for _ in range(1024):
            next(sent)
            yield b"x" * 2**20

    site.say("/", streamed(gigabyte(), status=302, Location="/new"))
    site.say("/new", body(b"here"))
    assert way(site).get(f"{site.address}/").content == b"here"
    assert next(sent) < 100


def test_a_gzip_bomb_is_stopped_while_it_inflates(site: Playing) -> None:
    deflater = zlib.compressobj(9, wbits=31)
    bomb = b"".join(deflater.compress(b"\0" * 2**20) for _ in range(300)) + deflater.flush()
    assert len(bomb) < 400_000
    began = time.monotonic()
    with pytest.raises(Failed, match="larger than 10 MB"):
        said(site, body(bomb, Content_Encoding="gzip"), largest=web.PAGE)
    assert time.monotonic() - began < 5


def test_what_drips_is_given_up_in_time(site: Playing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.web.WHOLE_S", 0.3)
    with pytest.raises(Failed, match="took longer"):
        said(site, streamed(itertools.repeat(b"x", 50), pause=0.1), largest=1000)


def test_a_head_that_drips_is_given_up_in_time(
    site: Playing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dripping(ask: object) -> None:
        for _ in range(40):
            try:
                ask.wfile.write(b"X-A: b\r\n" if _ else b"HTTP/1.1 200 OK\r\n")  # type: ignore[attr-defined]
            except OSError:
                return
            time.sleep(0.1)

    monkeypatch.setattr("etl.hosts.HEAD_S", 0.3)
    began = time.monotonic()
    with pytest.raises(Failed):
        said(site, dripping)
    assert time.monotonic() - began < 2


def test_silence_is_given_up_in_time(site: Playing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.web.READ_S", 0.2)
    with pytest.raises(Failed, match="took longer than"):
        said(site, slow(2))


# Where it leads --------------------------------------------------------------------------------

_PRIVATE = """
http://127.0.0.1/ http://127.1.2.3:8080/ http://[::1]/ http://10.0.0.1/ http://192.168.1.1/
http://172.16.5.5/ http://169.254.169.254/latest/meta-data http://100.100.100.200/ http://0.0.0.0/
http://[fe80::1]/ http://[fd00:ec2::254]/ http://[::ffff:10.0.0.1]/ http://[64:ff9b::7f00:1]/
http://[2002:7f00:1::]/ http://224.0.0.1/ http://localhost/ http://printer.local/
http://metadata.google.internal/ http://LOCALHOST./
"""
PRIVATE = _PRIVATE.split()
NO_WEB = ["file:///etc/passwd", "ftp://example.org/x", "data:text/html,x", "javascript:x",
          "gopher://x/", "//example.org/x", "http://", "http:///x", "http://[::1/",
          "http://example.org:99999/"]  # fmt: skip


@pytest.mark.parametrize("url", PRIVATE + NO_WEB)
def test_data_never_lead_here(site: Playing, url: str) -> None:
    asked = way(site)
    with pytest.raises(RefusedAddress):
        asked.get(url)
    assert asked.asked == 0, "it was refused before anything was sent"
    site.say("/", redirect_to(url))
    if url not in ("//example.org/x", "http://", "http:///x"):  # of this host, seen from it
        with pytest.raises(RefusedAddress):
            asked.get(f"{site.address}/")
        assert asked.asked == 1


def test_a_redirect_to_a_private_host_sends_it_nothing(site: Playing) -> None:
    with play() as inner:
        site.say("/", redirect_to(f"{inner.address}/secret"))
        with pytest.raises(RefusedAddress, match="private address 127"):
            way(site).get(f"{site.address}/")
        assert inner.asked == []


@pytest.mark.parametrize("number", ["2130706433", "0x7f000001", "127.1"])
def test_a_name_that_turns_out_private_sends_it_nothing(number: str) -> None:
    with play() as inner:
        port = inner.address.rpartition(":")[2]
        with pytest.raises(Failed, match=r"private address 127|cannot be"):
            Web(pace_s=0.0).get(f"http://{number}:{port}/secret")
        assert inner.asked == []


def test_a_host_whose_name_changes_its_mind_sends_it_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with play() as inner:
        host, port = "127.0.0.1", int(inner.address.rpartition(":")[2])
        told = [(2, 1, 6, "", (host, port))]
        monkeypatch.setattr("socket.getaddrinfo", lambda *a, **k: told)
        with pytest.raises(RefusedAddress, match="private address"):
            Web(pace_s=0.0).get(f"http://news.example:{port}/secret")
        assert inner.asked == []


def test_whoever_runs_it_may_allow_their_own_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAWBEAT_ALLOW_PRIVATE", "1")
    with play() as inner:
        inner.say("/", body(b"mine"))
        assert Web(pace_s=0.0).get(f"{inner.address}/").content == b"mine"


def test_redirects_are_followed_and_the_end_is_told(site: Playing) -> None:
    site.say("/old", redirect_to("/new"))
    site.say("/new", body(b"here"))
    came = way(site).get(f"{site.address}/old")
    assert (came.content, came.url, came.final) == (
        b"here", f"{site.address}/old", f"{site.address}/new")  # fmt: skip


def test_a_chain_of_redirects_has_an_end(site: Playing) -> None:
    for place in range(20):
        site.say(f"/{place}", redirect_to(f"/{place + 1}"))
    with pytest.raises(Failed, match="redirects more than 8 times"):
        way(site).get(f"{site.address}/0")


def test_a_key_is_told_to_no_other_host(site: Playing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAWBEAT_ALLOW_PRIVATE", "1")
    with play() as other:
        other.say("/", body(b"thanks"))
        site.say("/api", redirect_to(f"{other.address}/"))
        way(site).get(f"{site.address}/api", headers={"Authorization": f"Token {SECRET}"})
        assert SECRET in str(site.headers)
        assert SECRET not in str(other.headers)
        assert "Lawbeat" in other.headers[0]["User-Agent"]


# Keys ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bad", [body("", 403), slow(1), redirect_to("/"), cut_short("x")])
def test_no_error_tells_a_key(site: Playing, bad: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.web.READ_S", 0.2)
    for secret in (SECRET, f"{SECRET}\nX-Other: header", f"{SECRET}€"):
        with pytest.raises(Failed) as told:
            said(site, bad, headers={"X-Api-Key": secret})
        assert SECRET not in str(told.value)


def test_a_key_that_gets_into_a_text_is_taken_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MADE_API_KEY", SECRET)
    assert (
        without_keys(f"https://x.example/?k={SECRET}&y") == "https://x.example/?k=<MADE_API_KEY>&y"
    )


# Manners ---------------------------------------------------------------------------------------


def test_only_what_changed_is_asked_for(site: Playing) -> None:
    place = f"{site.address}/?q=a+b"
    site.say("/", body(b"", 304, ETag='"1"'))
    asked = way(site, memory={place: Seen('"1"', "Tue, 03 Feb 2026 10:00:00 GMT")})
    came = asked.get(f"{site.address}/", {"q": "a b"})
    assert came.unchanged
    assert site.headers[0]["If-None-Match"] == '"1"'
    assert site.headers[0]["If-Modified-Since"] == "Tue, 03 Feb 2026 10:00:00 GMT"


def test_what_a_server_says_of_its_limits_is_at_hand(site: Playing) -> None:
    came = said(site, body(b"x", X_RateLimit_Remaining="17"))
    assert came.headers["x-ratelimit-remaining"] == "17"


def test_the_pace_is_kept_by_all_together(site: Playing) -> None:
    site.say("/", body(b"x"))
    waits: list[float] = []
    for _ in range(3):
        Web(pace_s=5.0, own=site.address, sleep=waits.append).get(f"{site.address}/")
    assert [round(wait) for wait in waits] == [5, 10]


def soon(seconds: int) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("30", 30), (" 30 ", 30), ("999999999999", 86_400), (lambda: soon(600), 600),
        (lambda: soon(-600), 0), (lambda: soon(10**6), 86_400), ("", None), ("soon", None),
        ("-5", None), ("٣٠", None), ("1e9", None),
    ],
)  # fmt: skip
def test_what_retry_after_asks_for(told: str | Callable[[], str], seconds: float | None) -> None:
    asked = wait_asked({"Retry-After": told if isinstance(told, str) else told()})
    assert asked == (None if seconds is None else pytest.approx(seconds, abs=2))


# Patience --------------------------------------------------------------------------------------

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


def test_nobody_there_is_told_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    with play() as gone:
        place = gone.address
    with pytest.raises(Unreachable, match="cannot be reached"):
        Web(own=place).get(f"{place}/")
    assert hosts.refusal("https://asbarez.com/feed/") is None
