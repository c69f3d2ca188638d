"""Sign-in: who may look, who may correct, and that anybody else sees nothing of the data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import correcting
import pytest
import sign_in
from conftest import Open
from corrections import Mention
from published import POLICY
from streamlit.testing.v1 import AppTest

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
