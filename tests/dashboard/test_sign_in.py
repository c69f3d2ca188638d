"""Sign-in: who may look, who may correct, and that anybody else sees nothing of the data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import correcting
import pytest
import requests
import sign_in
from conftest import PAGES, Open
from corrections import Mention
from published import POLICY, publish
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest
from test_browser import served
from websockets.sync.client import connect

CLAIMS: dict[str, dict[str, Any]] = {
    "nobody": {},
    "signed out": {"is_logged_in": False},
    "coder": {"is_logged_in": True, "email": "Cora@Example.org", "email_verified": True},
    "reader": {"is_logged_in": True, "email": "rita@example.org"},
    "other": {"is_logged_in": True, "email": "eve@evil.example", "email_verified": True},
    "not checked": {"is_logged_in": True, "email": "cora@example.org", "email_verified": False},
    "likeness": {"is_logged_in": True, "email": "cora@example.org.evil.example"},
    "no address": {"is_logged_in": True, "name": "cora@example.org"},
}
# who may look, who may correct
LISTS: list[tuple[str, str, set[str], set[str]]] = [
    ("", "", set(CLAIMS), set(CLAIMS)),
    (" , ", "", set(CLAIMS), set(CLAIMS)),
    ("rita@example.org", "cora@example.org", {"coder", "reader"}, {"coder"}),
    ("@example.org", "", {"coder", "reader"}, set()),
    ("", "CORA@example.org , ", {"coder"}, {"coder"}),
]


@pytest.mark.parametrize(("readers", "coders", "look", "correct"), LISTS)
@pytest.mark.parametrize("who", CLAIMS)
def test_who_may_do_what(
    monkeypatch: pytest.MonkeyPatch,
    who: str,
    readers: str,
    coders: str,
    look: set[str],
    correct: set[str],
) -> None:
    monkeypatch.setenv(sign_in.READERS, readers)
    monkeypatch.setenv(sign_in.CODERS, coders)
    monkeypatch.setattr(sign_in, "claims", lambda: CLAIMS[who])
    assert (sign_in.may_look(), sign_in.may_correct()) == (who in look, who in correct)


def shown(app: AppTest) -> str:
    kinds = (app.title, app.markdown, app.caption, app.info, app.warning, app.error)
    return " ".join(str(e.value) for kind in kinds for e in kind)


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("nobody", "Sign in to look|Sign-in is asked for and cannot be done"),
        ("other", "may not look here: ask whoever runs this"),
    ],
)
def test_a_stranger_sees_a_door_and_nothing_else(
    data: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open, who: str, told: str
) -> None:
    monkeypatch.setenv(sign_in.READERS, "rita@example.org")
    monkeypatch.setattr(sign_in, "claims", lambda: CLAIMS[who])
    app = open_page("overview")
    assert any(part in shown(app).replace("\\", "") for part in told.split("|"))
    assert "version" not in shown(app)
    assert not (app.dataframe)
    assert not (app.table)
    assert not (app.selectbox)
    assert not (app.metric)


def test_a_server_that_listens_everywhere_unasked_shows_nothing(
    data: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    option = sign_in.st.get_option
    monkeypatch.setattr(
        sign_in.st, "get_option", lambda name: None if name == "server.address" else option(name)
    )
    app = open_page("overview")
    assert "open to the whole network" in shown(app)
    assert "version" not in shown(app)
    assert not app.dataframe


def test_only_a_coder_is_shown_the_form(
    data: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    monkeypatch.setenv(sign_in.READERS, "rita@example.org")
    monkeypatch.setenv(sign_in.CODERS, "cora@example.org")
    for who, buttons in (("reader", False), ("coder", True)):
        monkeypatch.setattr(sign_in, "claims", lambda who=who: CLAIMS[who])
        app = open_page("articles", policy=POLICY, article="a1")
        assert any(b.label == "Correct" for b in app.button) is buttons


def test_a_reader_who_gets_at_the_form_saves_nothing(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(sign_in.CODERS, "cora@example.org")
    monkeypatch.setattr(sign_in, "claims", lambda: CLAIMS["reader"])
    monkeypatch.setattr(correcting.st, "toast", lambda told: None)
    correcting._undo(Mention("m1", "a1", POLICY, None), "c1")
    assert not (data / "corrections.sqlite").exists()


def test_a_correction_carries_the_address_that_signed_in(
    data: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    monkeypatch.setenv(sign_in.CODERS, "cora@example.org")
    monkeypatch.setattr(sign_in, "claims", lambda: CLAIMS["coder"])
    app = open_page("articles", policy=POLICY, article="a1")
    app.button(key="correct_m1").click().run()
    assert app.text_input(key="coder_m1").disabled
    app.selectbox(key="stance_m1").set_value("supports")
    app.button(key="save_m1").click().run()
    import corrections

    assert [t.coder for t in corrections.of_article("a1")] == ["cora@example.org"]


# What follows asks a server as a browser does, or somebody who has read what browsers send.

RITA = {"X-Who": "rita@example.org", "X-In": "yes"}
EVE = RITA | {"X-Who": "eve@evil.example"}
TOLD = (b"Lantern", b"Harbour", b"Quarry")  # each stands in what is published
PATHS = (
    *("media/0", "media/..%2fpublished%2flawbeat-1.duckdb", "app/static/lawbeat-1.duckdb"),
    *("published/lawbeat-1.duckdb", "component/lawbeat-1.duckdb", "_stcore/metrics"),
    *("_stcore/script-health-check", "_stcore/agent/openapi.json", "_stcore/agent/interact"),
    *("_stcore/upload_file/0/0", "articles", "brief?policy=lantern-act"),
)


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve where one must sign in; two headers say who did, as a proxy before it would."""
    folder = tmp_path_factory.mktemp("guarded")
    publish(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(sign_in.READERS, RITA["X-Who"])
        patch.delenv(sign_in.CODERS, raising=False)
        headers = json.dumps({"X-Who": "email", "X-In": "is_logged_in"})
        patch.setenv("STREAMLIT_SERVER_TRUSTED_USER_HEADERS", headers)
        with served(folder) as address:
            yield address


def sent(address: str, page: str, headers: dict[str, str], **parameters: str) -> bytes:
    """Ask for a page; returns all that the server sends until the page is whole."""
    ask, told = BackMsg(), b""
    ask.rerun_script.page_name, ask.rerun_script.query_string = page, urlencode(parameters)
    stream = f"ws{address.removeprefix('http')}/_stcore/stream"
    with connect(stream, additional_headers=headers, max_size=None) as socket:
        socket.send(ask.SerializeToString())
        while True:
            raw = bytes(socket.recv(timeout=60, decode=False))
            told += raw
            message = ForwardMsg.FromString(raw)
            if message.WhichOneof("type") == "script_finished" and not message.script_finished:
                return told


def test_whoever_opens_the_address_of_a_page_is_sent_nothing_of_the_data(guarded: str) -> None:
    # The first visit of a new server is one of these: Streamlit may run a page without its frame.
    visits = [({}, page) for page in ("articles", *PAGES, "no-such-page")]
    for headers, page in (*visits, (EVE, "articles")):
        told = sent(guarded, page, headers, policy=POLICY, article="a1", bill="hr12-199")
        assert [word for word in TOLD if word in told] == []
        assert b"may not look here" in told if headers else b"Sign" in told
    assert TOLD[0] in sent(guarded, "articles", RITA, policy=POLICY, article="a1")


@pytest.mark.parametrize("path", PATHS)
def test_no_other_address_of_the_server_tells_of_the_data(guarded: str, path: str) -> None:
    for how in ("GET", "POST"):
        told = requests.request(how, f"{guarded}/{path}", json={"page": "articles"}, timeout=60)
        assert [word for word in TOLD if word in told.content] == []
        assert b"DUCK" not in told.content[:100]
