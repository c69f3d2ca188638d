"""The words of a bill or law out of its mark-up: sections apart by a blank line.

A section begins with a line of its own (`Sec. 3. Findings`); below it each paragraph is a line,
set in by its depth, so that what hangs on what can still be told. Quoted law is kept, in quotation
marks. What a committee struck out, tables of contents and the printer's marks are no text.
Bill mark-up (bill.dtd, res.dtd, amend.dtd) and USLM are told apart element by element.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.text.bills.text_lines import SPACES, Gathered
from etl.text.citation_forms import normal
from etl.text.words import words as words_of
from etl.text.xml import Element

STEP = "  "
LONGEST = 700  # signs of the passage kept around a citation

# Each begins a block, but within quoted law it is a mere paragraph of that.
_BLOCKS = words_of(
    "section division subdivision title subtitle chapter subchapter part subpart preamble",
    "appropriations appropriations-major appropriations-intermediate appropriations-small",
)
_LINES = words_of(
    "subsection paragraph subparagraph clause subclause item subitem level whereas recital li",
    "list-item continuation-text continuation quoted-block quotedContent resolvingClause",
    "enactingFormula row tr p amendment amendment-block amendment-instruction",
    "amendmentInstruction amendmentContent official-title-amendment",
)
_SKIPPED = words_of(
    "metadata meta amendMeta form pre-form preface amendPreface engrossed-amendment-form",
    "amendment-form toc endorsement attestation signatures sidenote page pagebreak endMarker",
    "legislativeHistory footnote-ref official-title longTitle docTitle slugLine colspec action",
)
_PROSE = words_of("text content chapeau")
_NUMBERED = {"section": "Sec. ", "title": "Title ", "division": "Division "}
_QUOTED = words_of("quoted-block quotedContent")
_BEHIND = words_of("enum num header heading entry td th")  # what a space stands behind
_SEC = re.compile(r"^sec(?:tion)?s?\.?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cited:
    """A marked-up citation: its form, its words, the section and the paragraph it stands in."""

    cite: str
    words: str | None
    section: str | None
    passage: str | None


def gather(root: Element) -> Gathered:
    """Return the lines and the marked-up citations of a bill, a resolution or a law."""
    gathered = Gathered()
    _visit(root, gathered, 0, False)
    return gathered


def plain_text(gathered: Gathered) -> str | None:
    """Return the text, None where there is none."""
    blocks: list[list[str]] = []
    for line in gathered.lines:
        if line.head or not blocks:
            blocks.append([])
        if words := line.text():
            blocks[-1].append(STEP * line.depth + words)
    return "\n\n".join("\n".join(block) for block in blocks if block) or None


def citations(gathered: Gathered) -> Iterator[Cited]:
    """Yield the marked-up citations, each once a paragraph."""
    seen: set[tuple[int, str, str]] = set()
    for cite, told, section, line in gathered.cited:
        words = SPACES.sub(" ", told).strip()
        if (id(line), cite, words) not in seen:
            seen.add((id(line), cite, words))
            yield Cited(cite, words or None, section, _around(line.text(), words))


def _around(text: str, words: str) -> str | None:
    """Return the part of a paragraph around the words, cut at spaces."""
    at = max(0, text.find(words) - LONGEST // 2)
    start = text.find(" ", at) + 1 if at else 0
    end = start + LONGEST
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + len(words))
    return text[start:end].strip() or None


def _visit(element: Element, into: Gathered, depth: int, quoted: bool) -> None:
    """Take an element and all below it; what is struck out is passed over."""
    tag = element.tag
    if not isinstance(tag, str):  # an entity that no DTD was read for
        into.say(html.unescape(element.text or ""))
        return
    if tag in _SKIPPED or element.get("changed") == "deleted":
        return
    inside = _open(element, tag, into, depth, quoted)
    into.say(element.text)
    for child in element:
        _visit(child, into, inside, quoted or tag in _QUOTED)
        into.say(child.tail)
    _close(element, tag, into, quoted)


def _open(element: Element, tag: str, into: Gathered, depth: int, quoted: bool) -> int:
    """Begin a line where the element begins one; return the depth of what stands in it."""
    if tag in _BLOCKS and not quoted:
        into.begin(0, head=True)
        if tag == "section":
            into.section = _number(element)
        return 1
    if tag in _LINES or tag in _BLOCKS or (tag in _PROSE and _is_own_line(element, quoted)):
        into.begin(depth)
        if tag == "quoted-block":
            into.mark = "“"
        return depth + 1
    if _is_mark(element, tag):
        into.say("“")
    elif tag == "after-quoted-block":
        into.say("”")
    elif tag == "enum" and not quoted:
        into.say(_NUMBERED.get(element.getparent().tag))
    return depth


def _is_mark(element: Element, tag: str) -> bool:
    """Tell whether bill mark-up leaves quotation marks to be set here; USLM writes them itself."""
    return tag == "quote" or (tag == "term" and element.getparent().tag in ("text", "header"))


def _is_own_line(element: Element, quoted: bool) -> bool:
    """Tell whether text stands below a heading, not behind the number of its paragraph."""
    before = element.getprevious()
    after = before is not None and before.tag not in ("enum", "header")
    below = element.getparent().tag in _BLOCKS and not quoted
    return below or (after and element.tag == "text")


def _close(element: Element, tag: str, into: Gathered, quoted: bool) -> None:
    """End what the element began."""
    if tag in ("header", "heading") and _whole(element):
        if element.getparent().tag in _BLOCKS and not quoted:
            into.begin(1)
        elif not _whole(element).rstrip().endswith("—"):
            into.say(".—")
    elif tag in _BEHIND:
        into.say(" ")
    elif _is_mark(element, tag) or (tag == "quoted-block" and not _ended(element)):
        into.say("”")
    elif tag in ("external-xref", "ref"):
        cite = element.get("parsable-cite") or element.get("href") or ""
        if cite and (tag == "external-xref" or cite.startswith("/us/")):
            into.cited.append((normal(cite), _whole(element), into.section, into.lines[-1]))


def _ended(quoted: Element) -> bool:
    """Tell whether what follows quoted law stands within it, and has set the mark already."""
    return next(quoted.iterchildren("after-quoted-block"), None) is not None


def _whole(element: Element) -> str:
    return "".join(element.itertext())


def _number(section: Element) -> str | None:
    """Return the number of a section: 7046."""
    for child in section.iterchildren("enum", "num"):
        told = child.get("value") or _SEC.sub("", _whole(child).strip()).rstrip(". ")
        return told or None
    return None
