"""Text as it is kept: without mark-up, controls and tricks, NFC, whitespace collapsed."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from lxml import etree

# NFC, not NFKC: NFKC splits the Armenian ligature U+0587.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1, but tab and line ends
    "\xad\u200b\u200e\u200f\u2060\ufeff"  # soft hyphen, zero width, left and right marks
    "\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"  # bidi overrides, lone surrogates
)
_SILENT = frozenset(["script", "style", "noscript", "template", "iframe", "svg"])
_SPACED = frozenset(["td", "th", "img", "option"])
_BLOCKS = frozenset(
    [
        *("p", "div", "br", "hr", "li", "ul", "ol", "dl", "dt", "dd", "pre", "blockquote"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "figure", "figcaption"),
        *("section", "article", "header", "footer", "aside", "main", "nav", "form"),
    ]
)
_TAG = re.compile(r"<(?=[/!?]?[A-Za-z])")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_DEEPEST = 3  # feeds escape mark-up twice, rarely three times


def tidy(text: str) -> str:
    """Return plain text without controls and overrides, NFC, on one line."""
    return " ".join(unicodedata.normalize("NFC", _CONTROLS.sub("", text)).split())


def plain_text(fragment: str) -> str:
    """Return the words of an HTML fragment on one line.

    >>> plain_text("<p>Aid&nbsp;&amp; trade</p><script>x()</script><p>now</p>")
    'Aid & trade now'
    """
    return " ".join(_blocks(fragment))


def paragraphs(fragment: str) -> str:
    """Return the words of an HTML fragment with a blank line between its blocks."""
    return "\n\n".join(_blocks(fragment))


def words(text: str | None) -> int:
    """Return how many words a text has."""
    return len(re.findall(r"\w+(?:['’\-]\w+)*", text or ""))


def _blocks(fragment: str) -> list[str]:
    text = _CONTROLS.sub("", fragment)
    for _ in range(_DEEPEST):
        text = _without_tags(text) if "<" in text else unescape(text)
        if not _TAG.search(text) and not _ENTITY.search(text):
            break
    lines = (_disarmed(tidy(line)) for line in re.split(r"\n\s*\n", text))
    return [line for line in lines if line]


def _disarmed(line: str) -> str:
    """Take the mark from what still looks like a tag: it was hidden deeper than anybody writes."""
    while _TAG.search(line):
        line = _TAG.sub("", line)
    return line


def _without_tags(text: str) -> str:
    try:
        root = etree.fromstring(f"<div>{text}</div>", etree.HTMLParser(huge_tree=True))
    except etree.LxmlError:
        return unescape(re.sub(r"<[^>]*>", " ", text))
    parts: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        kind = str(node.tag) if isinstance(node.tag, str) else ""
        if kind in _SILENT and event == "start":
            walk.skip_subtree()
        elif event == "start":
            parts += (_gap(kind), node.text or "")
        else:
            parts += (_gap(kind), node.tail or "")
    return "".join(parts)


def _gap(tag: str) -> str:
    return "\n\n" if tag in _BLOCKS else " " if tag in _SPACED else ""


# Titles -------------------------------------------------------------------------------------

_TAIL = re.compile(r"^(?P<head>.*\S)\s+(?P<mark>[-–—|·•:»]|::|\|\|)\s+(?P<tail>\S.*?)$", re.S)
_MOST_TAILS = 3  # "… - Politics | News.Az - News.Az"
_SITE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.I)
_SPACED_OUT = re.compile(r"\w [,.](?: |$)")  # nobody sets a space before a comma or a full stop
_TIGHTENED = (
    (re.compile(r"(?<=\d) ([.,:]) (?=\d)"), r"\1"),  # 4 . 8 and 1 , 300
    (re.compile(r"(?<=\d) / (?=\d)"), "/"),
    (re.compile(r"\b([A-Z]) - (?=\d)"), r"\1-"),  # F - 35
    (re.compile(r"\b(\w) \. (?=\w \.)"), r"\1."),  # U . S .
    (re.compile(r"(?<=[\w%)”»]) ([.,;:!?%…])(?=[\s.,;:!?»”)]|$)"), r"\1"),
    (re.compile(r"([(\[«“]) (?=\S)"), r"\1"),
    (re.compile(r"(?<=\S) ([)\]»”])"), r"\1"),
    (re.compile(r"([$£€]) (?=\d)"), r"\1"),
)


def clean_title(title: str | None, outlet: str | None = None) -> str | None:
    """Return a headline without mark-up, spaced-out punctuation and the outlet's name at its end.

    An unnamed tail after a dash stays, since it may be the news; after a bar, or where it is the
    name of a site, it goes.

    >>> clean_title("U . S . waives Section 907 , again - News.Az", "News.az")
    'U.S. waives Section 907, again'
    """
    text = plain_text(title or "")
    for _ in range(_MOST_TAILS):
        found = _TAIL.match(text)
        if not found or not _is_outlet(found, outlet):
            break
        text = found["head"]
    if _SPACED_OUT.search(text):
        for spaced, tight in _TIGHTENED:
            text = spaced.sub(tight, text)
    return text or None


def _is_outlet(found: re.Match[str], outlet: str | None) -> bool:
    tail, head = found["tail"], found["head"]
    if outlet and _bare(tail) and _bare(tail) == _bare(outlet):
        return True
    if _SITE.fullmatch(tail.replace(" . ", ".")):
        return True
    return "|" in found["mark"] and words(tail) <= 4 and words(head) >= max(3, words(tail) + 1)


def _bare(name: str) -> str:
    """Return a name of an outlet without what is written now so, now so: The, www, .com, case."""
    folded = re.sub(r"[\W_]+", "", fold(name).lower().removeprefix("www.").removeprefix("the "))
    return folded.removesuffix("com")


# Look-alikes --------------------------------------------------------------------------------

_LATIN_OF = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХԚԜЁЇасеѕіјорухԛԝҮһӏё" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ" + "օ",
        "ABESIJKMHOPCTYXQWËÏacesijopyxqwYhlë" + "ABEZHIKMNOPTYXoc" + "o",
        strict=True,
    )
)
_CYRILLIC_OF = {
    latin: look for look, latin in _LATIN_OF.items() if "\u0400" <= look <= "\u04ff"
} | {"T": "Т", "H": "Н", "B": "В", "M": "М", "K": "К"}
_MIXED = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")


def fold(text: str) -> str:
    """Return the text with look-alike letters put right, character for character, for matching.

    Only words that mix scripts change, toward the script most of their sure letters are of.

    >>> fold("\u0415nforce")  # with a Cyrillic first letter
    'Enforce'
    """
    return text if text.isascii() else _MIXED.sub(_one_script, text)


def _one_script(found: re.Match[str]) -> str:
    word = found[0]
    latin = [c for c in word if c < "\u0250" and c.isalpha()]
    others = [c for c in word if "\u0370" <= c < "\u0590"]
    if not latin or not others:
        return word
    sure_latin = sum(c not in _CYRILLIC_OF for c in latin)
    sure_others = sum(c not in _LATIN_OF for c in others)
    if sure_others > sure_latin:
        return "".join(_CYRILLIC_OF.get(c, c) for c in word)
    return "".join(_LATIN_OF.get(c, c) for c in word)
