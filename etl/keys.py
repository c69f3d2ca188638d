"""Keys: the environment tells them, and nothing that is written does."""

from __future__ import annotations

import os

_ENDINGS = ("_KEY", "_TOKEN", "_SECRET", "_PASSWORD")
_SHORTEST = 6  # characters: what is shorter is no key, and may stand anywhere


def key(name: str) -> str | None:
    """Return the key that the environment names, without white space; None where it has none."""
    return os.environ.get(name, "").strip() or None


def without_keys(text: str) -> str:
    """Return a text in which no key of the environment stands, whatever put it there."""
    for name, value in os.environ.items():
        secret = value.strip()
        if name.upper().endswith(_ENDINGS) and len(secret) >= _SHORTEST:
            text = text.replace(secret, f"<{name}>")
    return text
