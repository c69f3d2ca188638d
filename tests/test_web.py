"""The way to the web, well and badly: what is asked, where it leads, and how much is read of it."""

from __future__ import annotations

import gzip
import itertools
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from etl import hosts, web
from etl.answers import Failed, Unreachable, wait_asked
from etl.keys import without_keys
from etl.web import Reply, Seen, Web
from tests.server import Answer, Playing, body, cut_short, play, redirect_to, slow, streamed

SECRET = "made-secret-of-the-tests"


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


def test_nobody_there_is_told_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    with play() as gone:
        place = gone.address
    with pytest.raises(Unreachable, match="cannot be reached"):
        Web(own=place).get(f"{place}/")
    assert hosts.refusal("https://asbarez.com/feed/") is None


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


def test_a_key_is_told_to_no_other_host(site: Playing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAWBEAT_ALLOW_PRIVATE", "1")
    with play() as other:
        other.say("/", body(b"thanks"))
        site.say("/api", redirect_to(f"{other.address}/"))
        way(site).get(f"{site.address}/api", headers={"Authorization": f"Token {SECRET}"})
        assert SECRET in str(site.headers)
        assert SECRET not in str(other.headers)
        assert "Lawbeat" in other.headers[0]["User-Agent"]


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
