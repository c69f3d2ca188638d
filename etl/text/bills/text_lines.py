"""The lines of a bill's text while they are gathered from its mark-up."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class Line:
    """A line of the text as it is gathered; `head` where it begins a block."""

    depth: int
    head: bool = False
    parts: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Return its words."""
        return SPACES.sub(" ", "".join(self.parts)).replace(" ”", "”").strip()


@dataclass(slots=True)
class Gathered:
    """What one pass over a document gathers."""

    lines: list[Line] = field(default_factory=list)
    cited: list[tuple[str, str, str | None, Line]] = field(default_factory=list)
    section: str | None = None
    mark: str = ""  # to be set before the next words

    def begin(self, depth: int, head: bool = False) -> None:
        """Begin a line, unless the last is still without words and begins no block."""
        last = self.lines[-1] if self.lines else None
        if last is None or head or last.head or last.text():
            self.lines.append(Line(depth, head))
        else:
            last.depth = depth

    def say(self, text: str | None) -> None:
        """Add words to the line at hand."""
        if text and not self.lines:
            self.lines.append(Line(0, True))
        if text and self.mark and not text.isspace():
            text, self.mark = self.mark + text, ""
        if text:
            self.lines[-1].parts.append(text)
