"""What kind of act a document of the executive is, from its own words."""

from __future__ import annotations

import re

# In this order: a determination that extends a waiver is a waiver.
KINDS = (
    ("waiver", r"\bwaiv(?:e|es|ed|er|ers|ing)\b"),
    ("sanction", r"\b(?:sanctions?|block(?:ing|ed) (?:of )?property|designat(?:ion|ing))\b"),
    ("determination", r"\b(?:determination|certification|finding)s?\b"),
    ("executive_order", r"\bexecutive order\b"),
    ("continuation", r"\bcontinuation of the national emergency\b"),
)


def act_kind(title: str | None, text: str | None = None) -> str:
    """Return the kind of act: by the title, and only where it has none by the first words of text.

    >>> act_kind("Extension of Waiver of Section 907 of the FREEDOM Support Act")
    'waiver'
    >>> act_kind("Notice of Public Hearing")
    'document'
    """
    words = title or (text or "")[:400]
    for kind, pattern in KINDS:
        if re.search(pattern, words, re.IGNORECASE):
            return kind
    return "document"
