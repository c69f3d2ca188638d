"""The form by which a coder corrects one mention, and what was set there so far."""

from __future__ import annotations

from typing import Any

import corrections
import sign_in
import streamlit as st
import words
from corrections import Correction, Mention, Told, Trouble

AS_FOUND = "as found"
STANCES = (AS_FOUND, "supports", "opposes", "neutral")
OPEN = "_correcting"  # the mention whose form is open
CODER = "_coder"  # the name that this session gave last
WRONG = "_correcting_wrong"
UNNAMED = "unnamed"


def by_hand(article_id: str) -> list[Told] | None:
    """Return what was set in an article; None, with a word, where the file cannot be read."""
    try:
        return corrections.of_article(article_id)
    except Trouble as trouble:
        st.warning(words.plain(str(trouble)))
        return None


def drawn(row: Any, told: list[Told] | None) -> None:
    """Draw what a coder set for one mention and, unless this is read-only, the way to set it."""
    if told is None:
        return
    mention = Mention(
        str(row.mention_id), str(row.article_id), str(row.policy_id), _text(row.sentence)
    )
    applied = _text(row.correction_id)
    stands = _standing(mention, applied, told)
    if said := _said(stands, applied, told):
        st.caption(words.plain(said))
    if corrections.read_only() or not sign_in.may_correct():
        return
    if st.session_state.get(OPEN) == mention.mention_id:
        _form(mention, row)
        return
    _offer(mention, stands)


def _offer(mention: Mention, stands: Told | None) -> None:
    """Draw the buttons that open the form and, where something was set, that take it back."""
    with st.container(horizontal=True):
        key = mention.mention_id
        st.button(
            "Correct", key=f"correct_{key}", icon=":material/edit:", on_click=_open, args=[key]
        )
        if stands:
            st.button(
                "Undo",
                key=f"undo_{key}",
                icon=":material/undo:",
                on_click=_undo,
                args=[mention, stands.correction_id],
                help="What was set before it, or else what was found, stands again.",
            )


def _standing(mention: Mention, applied: str | None, told: list[Told]) -> Told | None:
    """Return the correction that decides this mention from the next build on."""
    of_policy = [t for t in told if t.stands and t.policy_id == mention.policy_id]
    for fits in (
        lambda t: t.mention_id == mention.mention_id,
        lambda t: t.correction_id == applied,
        lambda t: t.mention_id is None,
    ):
        if found := next(filter(fits, of_policy), None):
            return found
    return None


def _said(stands: Told | None, applied: str | None, told: list[Told]) -> str:
    if stands is None:
        gone = applied and any(t.correction_id == applied for t in told)
        return "Taken back; it counts until the next refresh." if gone else ""
    set_to = stands.set_to
    what = [
        "not about this policy" if set_to.not_about_policy else "",
        set_to.stance or "",
        f"held by {set_to.holder}" if set_to.holder else "",
        f"“{set_to.note}”" if set_to.note else "",
    ]
    text = f"{stands.coder} set: {', '.join(filter(None, what))}"
    waits = stands.correction_id != applied
    return f"{text}. Saved; counts at the next refresh." if waits else text


def _form(mention: Mention, row: Any) -> None:
    key = mention.mention_id
    with st.form(f"form_{key}", border=False):
        _ask_what_is_held(key, _text(row.holder) or "")
        st.checkbox("Not about this policy", key=f"no_{key}")
        st.text_input("Note", key=f"note_{key}", max_chars=1000)
        if wrong := st.session_state.pop(WRONG, None):
            st.error(words.plain(wrong))
        with st.container(horizontal=True):
            st.form_submit_button(
                "Save", type="primary", key=f"save_{key}", on_click=_save, args=[mention]
            )
            st.form_submit_button("Cancel", key=f"cancel_{key}", on_click=_open, args=[None])


def _ask_what_is_held(key: str, found: str) -> None:
    """Draw the fields for the stance, for who holds it, and for who says so."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox("Stance", STANCES, key=f"stance_{key}", width=160)
        st.text_input(
            "Speaker",
            key=f"holder_{key}",
            placeholder=found,
            max_chars=200,
            width=300,
            help="Leave it empty to keep the one that was found.",
        )
        st.text_input(
            "Your name",
            sign_in.address() or st.session_state.get(CODER, ""),
            key=f"coder_{key}",
            max_chars=80,
            width=200,
            disabled=sign_in.address() is not None,  # who signed in is who they are
        )


def _open(key: str | None) -> None:
    st.session_state[OPEN] = key


def _save(mention: Mention) -> None:
    def given(name: str) -> str | None:
        return " ".join(str(st.session_state[f"{name}_{mention.mention_id}"]).split()) or None

    stance, coder = given("stance"), sign_in.address() or given("coder")
    set_to = Correction(
        stance=None if stance == AS_FOUND else stance,
        holder=given("holder"),
        not_about_policy=bool(st.session_state[f"no_{mention.mention_id}"]),
        note=given("note"),
    )
    if coder is None:
        st.session_state[WRONG] = "Give your name: a correction is kept with who made it."
        return
    st.session_state[CODER] = coder
    if set_to == Correction():
        st.session_state[WRONG] = "Nothing is set yet: choose a stance, a speaker, or a note."
        return
    try:
        _may_correct()
        corrections.save(mention, set_to, coder)
        _open(None)
    except Trouble as trouble:
        st.session_state[WRONG] = f"Nothing was saved: {trouble}"


def _may_correct() -> None:
    if not sign_in.may_correct():
        raise Trouble("Only those who are listed as coders may set corrections.")


def _undo(mention: Mention, correction_id: str) -> None:
    coder = sign_in.address() or st.session_state.get(CODER) or UNNAMED
    try:
        _may_correct()
        corrections.undo(mention, correction_id, coder)
    except Trouble as trouble:
        st.toast(words.plain(str(trouble)))


def _text(value: object) -> str | None:
    return None if words.missing(value) else str(value)
