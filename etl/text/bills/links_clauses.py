"""The clause of a bill that a citation stands in: its sentence, what leads to it, what hangs on it.

Drafters hang `(1) by striking …` under a line that ends with a dash, so a clause is read with the
lines above it that it hangs on, and with those that hang on it. The citation itself, with the law
that it names and the brackets behind it, is put as one sign, `TARGET`, that rules can be told of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TARGET = "¤"
LONGEST = 2000  # signs of what hangs on a clause
SENTENCE = 1200

_END = re.compile(r"(?<=[.;:])[”\"]? (?=[(“\"]?[A-Z])|\.—|: Provided|(?<=[;.])”")
_ABBREVIATED = re.compile(
    r"(?:\b(?:No|Pub|U\.S|U|S|L|sec|Sec|App|Stat|vs?|Inc|Res|[A-Z]|Gen|Mr|Dr)\.)$"
)
_SEC = re.compile(r"sec(?:tion|\.) [\w-]+\.", re.IGNORECASE)
_LABEL = re.compile(r"^(?:“?\(\w{1,5}\) ?)+")
# What a reference is made of, back from the citation. Each word ends with a gap: no other way to
# part them, so that a long run of capitals takes no time.
_BEFORE = re.compile(
    r"(?:(?<![\w.])(?:[A-Z][\w.’'&()-]*|[\d(][\w().–-]*|of|the|such|and|or|in|for|to|under|"
    r"heading|matter|that|(?:sub)?(?:title|division|chapter|part|section|paragraph|clause)s?|first|second|"
    r"third|fourth|fifth|sixth|seventh|eighth|ninth|last|proviso|“[^”¤]{0,200}”),?\s+)+"
    r"\(?(?:[^()¤;]{0,80}; )?$"
)
_BEGINS = re.compile(
    r"\b(?:(?:sub)?(?:section|title|division|chapter|paragraph|proviso|clause)s?\b|"
    r"part (?:[A-Z]|\d)|"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|last) proviso|"
    r"(?:the )?heading “|(?:the )?matter\b|(?:the )?(?-i:(?:[A-Z][\w.’'&-]* )+[A-Z]))",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\(\w{1,5}\))*(?:,? (?:et seq\.|note))*(?:[^()¤]{0,60}\))?"
    r"(?: \((?:[^()¤]|\([^()¤]{0,9}\)){1,160}\))?"
    r"(?:,? (?:of|to|under|in) (?:the |that |such )?"
    r"(?:[A-Z][\w.’'&-]*,? (?:and |of |for |the |in )*){1,12}"
    r"(?:of \d{4})?(?:\([^()]{0,120}\))?)?"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence with its target put as one sign, and what stands above and below it."""

    sentence: str  # as the rules read it
    wording: str  # as it stands in the text
    reference: str  # the words that the sign stands for
    above: tuple[str, ...] = ()  # the lines it hangs on, the nearest first
    below: str = ""
    headings: tuple[str, ...] = ()  # of its paragraph and its section
    is_heading: bool = False


def clause(block: str, start: int, end: int) -> Clause:
    """Return the clause of one section's text that the place `start` to `end` stands in."""
    left, right = block.rfind("\n", 0, start) + 1, block.find("\n", end)
    right = len(block) if right < 0 else right
    line = block[left:right]
    first, last = _sentence(line, start - left, end - left)
    masked, reference = mask(line[first:last], start - left - first, end - left - first)
    lines = block[:left].split("\n")[:-1]
    above = _above(lines, _depth(line))
    heads = [lines[0]] if lines else []
    headings = [h for h in [_heading(line), *map(_heading, above), *heads] if h]
    return Clause(
        sentence=masked,
        wording=" ".join(line[first:last].split())[:SENTENCE],
        reference=reference,
        above=tuple(above),
        below=_below(line[last:] + block[right:], _depth(line)) if _goes_on(masked) else "",
        headings=tuple(dict.fromkeys(headings)),
        is_heading=line[first:last].endswith(".—") or (left == 0 and bool(_SEC.match(line))),
    )


def mask(sentence: str, start: int, end: int) -> tuple[str, str]:
    """Return the sentence with the whole reference as one sign, and the reference.

    >>> mask("Section 1 of the Made Act (1 U.S.C. 2 note) is repealed.", 27, 37)
    ('¤ is repealed.', 'Section 1 of the Made Act (1 U.S.C. 2 note)')
    """
    chain = _BEFORE.search(sentence[max(0, start - 500) : start])
    if chain:
        at = max(0, start - 500) + chain.start()
        begins = _BEGINS.search(sentence, at, start)
        start = begins.start() if begins else start
    behind = _AFTER.match(sentence, end)
    end = behind.end() if behind else end
    while sentence[end - 1 : end] in (" ", ","):
        end -= 1
    reference = sentence[start:end]
    while reference.count("(") > reference.count(")") and sentence[end : end + 1] == ")":
        end, reference = end + 1, sentence[start : end + 1]
    return sentence[:start] + TARGET + sentence[end:], reference


def _sentence(line: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence around a place in a line."""
    cuts = [0, len(line)]
    for match in _END.finditer(line):
        before = line[max(0, match.start() - 8) : match.start()]
        if line[match.start() - 1 : match.start()] != "." or not _ABBREVIATED.search(before):
            cuts.append(match.end())
    first = max(c for c in cuts if c <= start)
    last = min(c for c in cuts if c >= end)
    return max(first, start - SENTENCE), min(last, end + SENTENCE)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _above(lines: list[str], depth: int) -> list[str]:
    """Return the lines that a line of this depth hangs on, the nearest first."""
    found = []
    for line in reversed(lines[1:]):
        here = _depth(line)
        leads = (
            here == depth and line.rstrip().endswith((":", "—")) and not _LABEL.match(line.strip())
        )
        if here < depth or leads:
            found.append(line.strip()[-SENTENCE:])
            depth = here
        if depth <= 2 and not leads and here <= 2:
            break
    return found


def _below(rest: str, depth: int) -> str:
    """Return the rest of a line of this depth, and the lines that hang on it."""
    first, *lines = rest.split("\n")
    found, size = [first.strip()], len(first)
    for line in lines:
        if _depth(line) < depth or (_depth(line) == depth and depth > 2) or size > LONGEST:
            break
        found.append(line.strip())
        size += len(line)
    return " ".join(found)[:LONGEST]


def _goes_on(sentence: str) -> bool:
    """Tell whether a sentence ends where others hang on it, or within the law that it quotes."""
    open_quote = sentence.count("“") > sentence.count("”")
    return open_quote or sentence.rstrip().endswith(("—", ":"))


def _heading(line: str) -> str:
    """Return the heading of a line, empty where it has none."""
    return _LABEL.sub("", line.strip().partition(".—")[0]) if ".—" in line[:300] else ""
