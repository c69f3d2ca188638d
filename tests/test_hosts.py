"""Where the way to the web leads: never into this network, and to the end of redirects."""

from __future__ import annotations

import pytest

from etl.answers import Failed, RefusedAddress
from etl.web import Web
from tests.server import Playing, body, play, redirect_to
from tests.test_web import way

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
