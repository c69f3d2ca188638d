"""Word lists written as plain lines."""

from __future__ import annotations


def words(*lines: str) -> frozenset[str]:
    """Return the words of some lines as a set."""
    return frozenset(word for line in lines for word in line.split())
