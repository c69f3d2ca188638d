"""Text of strangers is shown as it stands."""

from __future__ import annotations

import doctest

import files
import lanes
import paint
import pytest
import words


@pytest.mark.parametrize("module", [files, lanes, paint, words])
def test_doctests(module: object) -> None:
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    "text", ["**b**", "# h", "[x](y)", "`c`", "$x$", "<b>", "~~s~~", "1. x", "- x", "> q", "| a |"]
)
def test_mark_up_is_escaped(text: str) -> None:
    # What would begin mark-up stands behind a backslash; its other half is then plain too.
    first = next(mark for mark in text if not mark.isalnum())
    assert f"\\{first}" in words.plain(text)


@pytest.mark.parametrize("text", ["H.R. 6534 (119th), 12-3.", "a + b = c", "Who? Me!"])
def test_plain_words_are_left_alone(text: str) -> None:
    assert words.plain(text) == text


@pytest.mark.parametrize(
    "text", [":smile:", ":material/bolt:", ":red[x]", "a@b.example", "www.x.y"]
)
def test_shortcodes_and_addresses_are_broken_up(text: str) -> None:
    assert words.JOINER in words.plain(text)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://a.example/x?y=1", True),
        ("HTTP://a.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("https://a b", False),
        (None, False),
        (float("nan"), False),
    ],
)
def test_web_address(url: object, linked: bool) -> None:
    assert (words.web_address(url) is not None) == linked
