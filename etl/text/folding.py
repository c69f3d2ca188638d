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
from functools import cache

import numpy as np
import numpy.typing as npt

PLANES = 0x20000  # code points that stand in the tables; what lies beyond has no other form
SHORT = 48  # signs below which the tables do not pay
_IS_UNSEEN, _JOINS, _IS_NOT_NFC = 1, 2, 4

# Scripts written without spaces between words have no word boundary.
UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
MARKS = "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc-\u09cd"
LETTER = rf"(?:[^\W{UNSPACED}]|[{MARKS}])"
NOT_AFTER_LETTER = rf"(?<![^\W{UNSPACED}])(?<![{MARKS}])"
NOT_BEFORE_LETTER = rf"(?!{LETTER})"

_UNSEEN = re.compile(
    "[\u00ad\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufe0f]"
)
_Codes = npt.NDArray[np.uint32]
_Kinds = npt.NDArray[np.uint8]
_Places = npt.NDArray[np.intp]

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
    starts: Sequence[int] | _Places | None = None
    ends: Sequence[int] | _Places | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original text of a stretch, not empty, of the folded one."""
        if self.starts is None or self.ends is None:
            return start, end
        return int(self.starts[start]), int(self.ends[end - 1])


def fold(text: str) -> Folded:
    """Return the text folded sign by sign.

    >>> fold("Section\u00a012 \u2013 Se\u0441tion\u200b").text
    'section 12 - section'
    """
    if text.isascii():
        return Folded(text.encode("ascii").translate(_ASCII).decode("ascii"))
    if len(text) < SHORT or "Σ" in text:  # its small form hangs on what stands beside it
        return by_cluster(text)
    codes = _of_text(text)
    table, kinds = _tables()
    within = np.minimum(codes, PLANES - 1) if int(codes.max()) >= PLANES else codes
    kind = kinds[within]
    folded = table[within] if within is codes else np.where(codes < PLANES, table[within], codes)
    if not int(np.bitwise_or.reduce(kind)) & (_IS_UNSEEN | _JOINS):
        return Folded(_text(folded))
    joined = np.count_nonzero(kind & (_JOINS | _IS_NOT_NFC))
    return by_cluster(text) if joined * 20 > len(text) else _spliced(text, folded, kind)


def by_cluster(text: str) -> Folded:
    """Return the text folded sign by sign, without any table: slower, for any text there is."""
    if text.isascii() or not (_UNSEEN.search(text) or _LONE_MARK.search(text)):
        return Folded(_signs(text))
    starts: list[int] = []
    ends: list[int] = []
    kept: list[str] = []
    for match in _CLUSTER.finditer(text):
        cluster = _cluster(match[0])
        kept.append(cluster)
        starts.extend([match.start()] * len(cluster))
        ends.extend([match.end()] * len(cluster))
    return Folded(_signs("".join(kept)), starts, ends)


def _cluster(signs: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFC", signs))


def _spliced(text: str, codes: _Codes, kind: _Kinds) -> Folded:
    """Return the folded signs that can be seen, with clusters of several put in their places."""
    kept = np.flatnonzero(~(kind & _IS_UNSEEN).astype(bool))
    parts: list[tuple[_Codes, _Places, _Places]] = []
    done = 0
    for match in _special().finditer(text):
        before = kept[np.searchsorted(kept, done) : np.searchsorted(kept, match.start())]
        parts.append((codes[before], before, before + 1))
        signs = _of_text(_signs(_cluster(match[0])))
        place = np.full(len(signs), match.start())
        parts.append((signs, place, place + len(match[0])))
        done = match.end()
    rest = kept[np.searchsorted(kept, done) :]
    parts.append((codes[rest], rest, rest + 1))
    told, starts, ends = (np.concatenate(part) for part in zip(*parts, strict=True))
    return Folded(_text(told), starts, ends)


def _signs(text: str) -> str:
    """Return as many signs as were given, each folded."""
    return text.translate(_BEFORE).lower().translate(_AFTER)


def _of_text(text: str) -> _Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def _text(codes: _Codes) -> str:
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


@cache
def _tables() -> tuple[_Codes, _Kinds]:
    """Return the folded sign of each code point, and what is to be minded with it."""
    signs = "".join(map(chr, range(PLANES)))
    table = _of_text(_signs(signs))
    kinds = np.zeros(PLANES, np.uint8)
    kinds[[n for n, s in enumerate(signs) if not unicodedata.is_normalized("NFC", s)]] = _IS_NOT_NFC
    kinds[[sign.start() for sign in _UNSEEN.finditer(signs)]] |= _IS_UNSEEN
    kinds[[sign.start() for sign in _LONE_MARK.finditer(signs)]] |= _JOINS
    return table, kinds


@cache
def _special() -> re.Pattern[str]:
    """Return the pattern of what is no sign by itself: marks with what bears them, other forms."""
    others = "".join(map(chr, np.flatnonzero(_tables()[1] & _IS_NOT_NFC).tolist()))
    return re.compile(f"(?s).[\u0300-\u036f]+|[{re.escape(others)}\U0002f800-\U0002fa1f]")


_ASCII = bytes(ord(_signs(chr(n))) if n < 128 else n for n in range(256))
