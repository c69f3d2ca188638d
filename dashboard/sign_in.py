"""Who may look and who may correct, where sign-in is asked for: Streamlit's OpenID Connect.

`LAWBEAT_READERS` and `LAWBEAT_CODERS` list addresses of e-mail, parted by commas; `@example.org` is
everybody there. A coder is a reader too. Where neither is set nobody signs in, and whoever reaches
the dashboard may do all that it does: it is bound to this machine then (see docs/SECURITY.md).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

import streamlit as st
import words

READERS, CODERS = "LAWBEAT_READERS", "LAWBEAT_CODERS"
NOWHERE = (
    "This dashboard would be open to the whole network: it was started outside the folder of "
    "Lawbeat, whose `.streamlit/config.toml` binds it to this machine. Start it in that folder, or "
    "say `--server.address 127.0.0.1`."
)


def asked_for() -> bool:
    """Return whether one must sign in to look."""
    return bool(_listed(READERS) or _listed(CODERS))


def may_look() -> bool:
    """Return whether this visitor may see anything."""
    return not asked_for() or _among(_listed(READERS) | _listed(CODERS))


def may_correct() -> bool:
    """Return whether this visitor may set corrections."""
    return not asked_for() or _among(_listed(CODERS))


def told_where() -> bool:
    """Return whether the server was told on which address to listen; else it listens on all."""
    return bool(st.get_option("server.address"))


def address() -> str | None:
    """Return the address that this visitor signed in with, None where nobody signs in."""
    told = claims()
    # False means that the provider did not check it; some never tell, and check it all the same.
    if not asked_for() or not told.get("is_logged_in") or told.get("email_verified") is False:
        return None
    return str(told.get("email") or "").strip().lower() or None


def claims() -> Mapping[str, Any]:
    """Return what the provider told of this visitor; nothing where no sign-in is set up."""
    return st.user.to_dict()


def required() -> None:
    """Go on only for who may look; anybody else gets a door, and nothing of the data."""
    if told_where() and may_look():
        return
    st.title("Lawbeat", anchor=False)
    if not told_where():
        st.error(NOWHERE)
    elif who := address():
        st.warning(words.plain(f"{who} may not look here: ask whoever runs this to add you."))
        st.button("Sign out", on_click=st.logout)
    elif why := _not_set_up():
        st.error(f"Sign-in is asked for and cannot be done: {why}. See `docs/SECURITY.md`.")
    else:
        st.info("Sign in to look.", icon=":material/lock:")
        st.button("Sign in", type="primary", on_click=st.login)
    st.stop()


def _not_set_up() -> str | None:
    if find_spec("authlib") is None:
        return "Authlib is not installed (`pip install 'Authlib>=1.3.2'`)"
    try:
        there = "auth" in st.secrets
    except Exception:  # no file of secrets at all: Streamlit has a class for it in one version only
        there = False
    return None if there else "Streamlit's secrets have no [auth]"


def _among(allowed: frozenset[str]) -> bool:
    who = address()
    return bool(who) and (who in allowed or f"@{str(who).rpartition('@')[2]}" in allowed)


def _listed(name: str) -> frozenset[str]:
    told = os.environ.get(name, "").lower().split(",")
    return frozenset(filter(None, map(str.strip, told)))
