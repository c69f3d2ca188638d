"""JSON as it comes: with what no parser takes mended, as far as its meaning is plain."""

from __future__ import annotations

import json
import re
from typing import Any

_ESCAPES = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|.|$)', re.S)


def loads(text: str) -> Any:
    """Return what a JSON text holds; raises `ValueError`, also where it lies too deep.

    Control characters within a text are allowed, and a backslash before what needs none stands for
    itself.

    >>> loads('{"title": "Baku\\\\\\'s aid"}')
    {'title': "Baku's aid"}
    """
    try:
        return json.loads(text, strict=False, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    except ValueError:
        mended = _ESCAPES.sub(_mended, text)
        if mended == text:
            raise
    try:
        return json.loads(mended, strict=False, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("it is nested too deep") from None


def _no_number(told: str) -> None:
    return None  # NaN, Infinity: pandas writes them for what is not there


def _mended(found: re.Match[str]) -> str:
    told = found[0]
    if found[1]:
        return told
    return (
        told[1:] if told[1:] in ("'", "`", "&", "$", "%", "-", ".", ",", "!", "?") else "\\" + told
    )
