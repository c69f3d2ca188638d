"""From bytes to text, whatever encoding they are in or claim to be in."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from etl.records import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    *(b"%PDF", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"SQLite format"),  # documents, tables
    *(b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"Rar!"),  # archives
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ\x90"),  # pictures, programs
)
_GUESSED = ["cp1251", "koi8_r", "cp1252", "cp1254", "cp1256", "iso8859_5"]
_SAMPLE = 50_000
_EVERYDAY = re.compile("[\t\n\r -~\xa0-\u017f\u0370-\u06ff\u2010-\u2030]")  # Europe, Arabic
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_CYRILLIC_COMMON = frozenset("оеаинтсрвлкмдп")


def decode(content: bytes, declared: str | None = None) -> str:
    """Return the text of these bytes; `Refused` where they are no text.

    Valid UTF-8 is UTF-8 whatever the file says of itself; else what it says, else a guess.
    """
    if content.startswith(_BINARY):
        raise Refused("the file is binary, not text")
    text = _by_mark(content) or _by_trial(content, declared)
    controls = sum(text.count(c) for c in "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10")
    if controls > len(text) // 100 and controls > 2:
        raise Refused("the file is binary, not text")
    return text.removeprefix("\ufeff")


def _by_mark(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if 0 in content[:_SAMPLE]:
        for encoding in ("utf-16-le", "utf-16-be"):
            text = content[:_SAMPLE].decode(encoding, "replace")
            if len(_EVERYDAY.findall(text)) > 0.95 * len(text):
                return content.decode(encoding, "replace")
    return None


def _by_trial(content: bytes, declared: str | None) -> str:
    for encoding in ("utf-8", declared):
        if encoding and _known(encoding):
            try:
                return content.decode(encoding)
            except (UnicodeError, LookupError):
                continue
    if _mostly_utf8(content):
        return content.decode("utf-8", "replace")
    return content.decode(_guess(content), "replace")


def _known(encoding: str) -> bool:
    """Return whether a declared name is that of a character set; `zip` or `rot13` is a trick."""
    try:
        found = codecs.lookup(encoding)
        return found._is_text_encoding and found.name not in ("idna", "utf-7")
    except (LookupError, ValueError):
        return False


def _mostly_utf8(content: bytes) -> bool:
    """Return whether a few broken bytes spoil a text that is UTF-8 for the rest."""
    broken = content.decode("utf-8", "replace").count("\ufffd")
    sound = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]+", content))
    return sound > 10 * broken


def _guess(content: bytes) -> str:
    """Return the likeliest of the single-byte encodings that the press once used."""
    sample = content[:_SAMPLE].replace(b"\x00", b"")
    high = sum(b > 0x7F for b in sample)
    if 2 * sum(map(len, _HIGH_RUN.findall(sample))) < high:  # accents stand alone in a word
        return "cp1254" if _turkish(sample) else "cp1252"
    best = max(("cp1251", "koi8_r", "iso8859_5", "cp866"), key=lambda e: _cyrillic(sample, e))
    if _cyrillic(sample, best) > 0.5:
        return best
    found = from_bytes(sample, cp_isolation=_GUESSED).best()
    return found.encoding if found else "cp1252"


def _cyrillic(sample: bytes, encoding: str) -> float:
    """Return how much a decoding looks like Russian: the share of its commonest letters."""
    foreign = [c for c in sample.decode(encoding, "replace") if c > "\x7f"]
    common = sum(c.lower() in _CYRILLIC_COMMON for c in foreign)
    return (common - 0.1 * sum(c.isupper() for c in foreign)) / max(1, len(foreign))


def _turkish(sample: bytes) -> bool:
    """Return whether ş, ğ, ı stand where Icelandic letters would be."""
    turkish = sum(sample.count(b) for b in (0xFE, 0xF0, 0xFD, 0xDE, 0xDD, 0xD0))
    return turkish > 2 and turkish > 0.2 * sum(b > 0x7F for b in sample)
