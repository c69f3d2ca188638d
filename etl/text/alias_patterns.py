"""A name as a pattern over folded text: loose in spacing, dashes, plurals and case endings."""

from __future__ import annotations

import re
from functools import cache

from etl.text.english_words import english
from etl.text.folding import LETTER, MARKS, NOT_BEFORE_LETTER, UNSPACED, fold
from etl.text.needles import Needle
from etl.text.patterns import FIGURE_ENDS, Pattern
from etl.text.words import words

_PIECE = re.compile(rf"\d+|(?:[^\W\d_]|[{MARKS}])+|\S")
_CYRILLIC = re.compile(r"^[\u0400-\u04ff]+$")
_ARABIC = re.compile(r"^[\u0600-\u06ff]")
_ENDS_IN_VOWEL = re.compile(r"[аеёиоуыэюяйьіїє]$")
# Languages that hang their endings on the noun.
_SUFFIXING = words(
    "az tr hy ka kk ky uz tk fi et hu eu ko",
)
_ENDINGS = {"de": "(?:es|en|s|n)?", "fr": "s?", "es": "(?:es|s)?", "pt": "s?"}
_GAP = "[ -]{1,3}"
_LOOSE = "[ -]{0,3}"
_NUMBER_WORD = r"(?:no\.? ?|№ ?|n[º°] ?)?"
_OTHERS = r"(?:\d[\w()]{0,9}(?:,? (?:and|or|et|y|und|&) |, ?)){1,5}"


MOST_JOINT, MOST_ENDING, MOST_LISTED = 8, 9, 100  # signs that these may take


@cache
def name_pattern(text: str, language: str) -> Pattern:
    """Return the pattern of a policy's name.

    >>> bool(name_pattern("Section 12", "en").regex.match("sections 498a and 12 "))
    True
    """
    pieces = _pieces(text)
    last = len(pieces) - 1
    told = [_word(pieces, i, language, i == last) for i in range(len(pieces))]
    end = FIGURE_ENDS if _ends_in_figure(pieces) else _boundary(pieces)
    return _pattern(text, pieces, told, end)


@cache
def term_pattern(text: str) -> Pattern:
    """Return the pattern of a word of context: its inflected forms count, other words do not."""
    pieces = _pieces(text)
    told = [_word(pieces, i, "", False) for i in range(len(pieces) - 1)]
    told.append(_term_end(pieces[-1][0], text))
    return _pattern(text, pieces, told, _boundary(pieces))


def _pattern(
    text: str, pieces: list[tuple[str, bool]], told: list[tuple[str, str]], end: str
) -> Pattern:
    """Return the pattern of pieces, each told as what always stands there and what may follow."""
    joints = [_joint(pieces, i) for i in range(len(pieces))] + [end]
    anchors = []
    before = 0
    for i, (stem, ending) in enumerate(told):
        if stem:
            begins = (i == 0 and not _ARABIC.match(stem)) or _GAP in joints[i]
            ends = not ending and (_GAP in joints[i + 1] or NOT_BEFORE_LETTER in joints[i + 1])
            anchors.append((Needle(stem, begins, ends), before + (MOST_JOINT if i else 0)))
        before += len(stem) + (MOST_LISTED if _OTHERS in ending else MOST_ENDING) + MOST_JOINT
    source = "".join(
        joint + re.escape(stem) + ending
        for joint, (stem, ending) in zip(joints, told, strict=False)
    )
    key = _key(pieces)
    return Pattern(
        key=key,
        source=source + end,
        shape=_shape(text),
        size=len(text),
        anchors=tuple(anchors) or ((Needle(key), 0),),
        most=before + MOST_ENDING,
        plain=_plain(pieces, told, end),
    )


def _plain(pieces: list[tuple[str, bool]], told: list[tuple[str, str]], end: str) -> str | None:
    """Return words and figures with single spaces; None where a piece is a sign or a stem."""
    words_alone = all(
        word.isascii() and word.isalnum() and word == stem and (gap or i == 0)
        for i, ((word, gap), (stem, _)) in enumerate(zip(pieces, told, strict=True))
    )
    whole = end == (FIGURE_ENDS if _ends_in_figure(pieces) else NOT_BEFORE_LETTER)
    return " ".join(word for word, _ in pieces) if words_alone and whole else None


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Return words, numbers and signs in lower case, each with whether a gap stands before it."""
    text = re.sub(r"^[^\w§]+|\s+$", "", text.strip())
    found = []
    for match in _PIECE.finditer(text):
        if not re.fullmatch(r"[-‐-―]", match[0]):
            before = text[: match.start()]
            found.append((match[0].lower(), bool(re.search(r"[\s\-‐-―]$", before))))
    return found or [(text, False)]


def _joint(pieces: list[tuple[str, bool]], i: int) -> str:
    """Return what may stand between a piece and the one before it."""
    if i == 0:
        return ""
    (before, _), (word, gap) = pieces[i - 1], pieces[i]
    if not word[0].isalnum() or before == "§":
        return "[ ]{0,2}" if gap or before == "§" else ""
    if word.isdigit():
        return _LOOSE + (_NUMBER_WORD if before.isalpha() else "") if gap or before == "." else ""
    if not gap:
        return "[ ]?" if before == "." else ""
    if before.isdigit() and len(word) <= 3 and not word.isascii():
        return "[ -]{0,2}"
    return rf'["\']?{_GAP}["\']?'


def _word(pieces: list[tuple[str, bool]], i: int, language: str, last: bool) -> tuple[str, str]:
    """Return what always stands for one piece, and the pattern of the endings it may take."""
    word = pieces[i][0]
    signs = {".": r"\.?", "'": "['\"]?", "’": "['\"]?", '"': '"?', ",": ",?", "§": "§{1,2}"}
    folded = fold(word).text
    if word in signs or word == "&":
        return "", signs.get(word, "(?:&|and)")
    if not word[0].isalpha():
        return folded, ""
    if i == 0 and _ARABIC.match(word) and word.startswith("ال"):
        folded = folded[2:]
    if _CYRILLIC.match(word):
        return _cyrillic(word, after_number=i > 0 and pieces[i - 1][0].isdigit())
    number_next = not last and i == 0 and pieces[i + 1][0].isdigit()
    if number_next and language in {"en", *_ENDINGS} and len(word) > 2:
        return folded, rf"(?:s?|s? {_OTHERS}(?=\d))"
    if last and language in _SUFFIXING and len(word) >= 4:
        return folded, rf"{LETTER}{{0,9}}"
    if language == "en":
        return english(folded, last)
    if last and len(word) >= 3 and not word.endswith("s"):
        return folded, _ENDINGS.get(language, "")
    return folded, ""


def _cyrillic(word: str, after_number: bool) -> tuple[str, str]:
    """Return a stem with its case endings; the ending of an ordinal may be any."""
    if after_number and len(word) <= 3:
        return "", f"{LETTER}{{1,3}}"
    if len(word) < 4:
        return fold(word).text, ""
    return fold(_ENDS_IN_VOWEL.sub("", word)).text, f"{LETTER}{{0,3}}"


def _term_end(word: str, term: str) -> tuple[str, str]:
    folded = fold(word).text
    if not word[0].isalpha() or _shape(term) == "capitals":
        return folded, ""
    if _CYRILLIC.match(word) and len(word) >= 4:
        return fold(_ENDS_IN_VOWEL.sub("", word)).text, f"{LETTER}{{0,6}}"
    if _ARABIC.match(word) and word.startswith("ال") and word == term:
        folded = folded[2:]
    if word.isascii() and len(word) <= 4:
        return folded, "(?:s|es|ed|d|r|rs|n)?"
    return folded, f"{LETTER}{{0,{4 if word.isascii() else 8}}}"


def _boundary(pieces: list[tuple[str, bool]]) -> str:
    last = pieces[-1][0][-1]
    return "" if re.match(rf"[{UNSPACED}]", last) or not last.isalnum() else NOT_BEFORE_LETTER


def _ends_in_figure(pieces: list[tuple[str, bool]]) -> bool:
    """Tell whether a name ends in a number, or in one with a letter: `2378d` is not `2378d-1`."""
    word, gap = pieces[-1]
    lettered = len(pieces) > 1 and not gap and len(word) == 1 and pieces[-2][0].isdigit()
    return word.isdigit() or (lettered and word.isascii() and word.isalpha())


def _key(pieces: list[tuple[str, bool]]) -> str:
    """Return the first signs of the first word as they must stand in folded text."""
    first = pieces[0][0]
    if _ARABIC.match(first):
        first = first.removeprefix("ال")
    if _CYRILLIC.match(first) and len(first) >= 4:
        first = _ENDS_IN_VOWEL.sub("", first)
    return fold(first).text[: 1 if re.match(rf"[{UNSPACED}]", first) else 3]


def _shape(text: str) -> str:
    """Return how a single Latin word must be written to count: SAVE is not a verb."""
    word = text.strip()
    if not (word.isascii() and word.isalpha()):
        return "any"
    if word.isupper() and len(word) <= 6:
        return "capitals"
    return "capital" if word[0].isupper() else "small"
