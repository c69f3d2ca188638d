"""Text made comparable for matching, with the way back to its own places.

Case, dashes, quotes, white space, look-alike letters, Arabic and full-width figures are folded one
sign to one sign; marks that cannot be seen are dropped. NFC is used and never NFKC, so that a
superscript stays apart from the figure it follows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Scripts written without spaces between words have no word boundary.
UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
MARKS = "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc-\u09cd"
LETTER = rf"(?:[^\W{UNSPACED}]|[{MARKS}])"
NOT_AFTER_LETTER = rf"(?<![^\W{UNSPACED}])(?<![{MARKS}])"
NOT_BEFORE_LETTER = rf"(?!{LETTER})"

_UNSEEN = re.compile(
    "[\u00ad\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufe0f]"
)
_LONE_MARK = re.compile("[\u0300-\u036f]")
_CLUSTER = re.compile("(?s).[\u0300-\u036f]*")


def _pairs(signs: str, by: str) -> dict[int, str]:
    by = by * len(signs) if len(by) == 1 else by
    return {ord(a): b for a, b in zip(signs, by, strict=True)}


_BEFORE = _pairs("İ", "i")
_AFTER = (
    _pairs("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u058a\u05be\ufe58\uff0d", "-")
    | _pairs("‘’‚‛`´ʼʻ′＇", "'")
    | _pairs("“”„‟«»″〝〞＂", '"')
    | _pairs("\t\n\r\x0b\x0c\x85\u00a0\u2028\u2029\u202f\u205f\u3000", " ")
    | _pairs("".join(map(chr, range(0x2000, 0x200B))), " ")
    | _pairs("авсеһіјкмнорԛтухѕԝ", "abcehijkmhopqtyxsw")
    | _pairs("αεικνορτυχ", "aeikvoptux")
    | _pairs("ıօё", "ioe")
    | _pairs("أإآٱىیکے", "ااااييكي")
    | {start + n: str(n) for start in (0x660, 0x6F0, 0x966, 0x9E6, 0xFF10) for n in range(10)}
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts` and `ends` lead back to the original where places differ."""

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original text of a stretch, not empty, of the folded one."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Return the text folded sign by sign.

    >>> fold("Section\u00a012 \u2013 Se\u0441tion\u200b").text
    'section 12 - section'
    """
    if text.isascii() or not (_UNSEEN.search(text) or _LONE_MARK.search(text)):
        return Folded(_signs(text))
    starts: list[int] = []
    ends: list[int] = []
    kept: list[str] = []
    for match in _CLUSTER.finditer(text):
        cluster = _UNSEEN.sub("", unicodedata.normalize("NFC", match[0]))
        kept.append(cluster)
        starts.extend([match.start()] * len(cluster))
        ends.extend([match.end()] * len(cluster))
    return Folded(_signs("".join(kept)), starts, ends)


def _signs(text: str) -> str:
    """Return as many signs as were given, each folded."""
    return text.translate(_BEFORE).lower().translate(_AFTER)
