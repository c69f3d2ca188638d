"""Whether a clause waives one policy, extends or ends its waiver: the name must be what is waived.

A clause comes with every name of the policy replaced by `MARK`, so that the rules speak of the
words around it: "I hereby extend the waiver of ¤ of the FREEDOM Support Act".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MARK = "¤"

_WAIVE = re.compile(
    r"\bwaiv(?:e|es|ed|ers?|ing)\b"
    r"|\bsuspen(?:d|ds|ded|ding|sion)\b(?= (?:of |for a period of [\w() -]{1,30} )?(?:the )?"
    r"(?:application|limitation|restriction|prohibition|requirement)s?\b)",
    re.IGNORECASE,
)
_EXTEND = re.compile(r"\b(?:exten[ds]\w*|renew\w*|continu(?:e|es|ed|ing|ation))\b", re.IGNORECASE)
_END = re.compile(
    r"\b(?:terminat(?:e|es|ed|ing|ion)|revo(?:ke|kes|ked|king|cation)|resci(?:nd\w*|ssion)"
    r"|withdr(?:aw\w*|ew)|cancel\w*|ending)\b",
    re.IGNORECASE,
)
# Before the word: what makes it no act of this document.
_NOT_DONE = re.compile(
    r"\b(?:not|never|no|may|might|could|should|would|can|cannot|if|unless|until|whether|any|prior"
    r"|previous|earlier|existing|proposed|possible|potential|den(?:y|ies|ied|ying|ial)|declin\w+"
    r"|refus\w+|reject\w+|requests?|requested|requesting|applications?|petitions?|authority|power"
    r"|ability|authoriz\w+|delegat\w+|assign\w*|reports?|hearings?|comments?|procedures?|guidance"
    r"|criteria|consider\w*)\b[^.;:,¤]{0,40}$",
    re.IGNORECASE,
)
_HEREBY = re.compile(r"\bhereby (?:\w+ )?$", re.IGNORECASE)
# Between the word and the name: the name stands apart from what is waived.
_APART = re.compile(
    r"\b(?:notwithstanding|except|other than|without regard to|in addition to|consistent with"
    r"|subject to|not including|as defined (?:in|by))\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"\b(?:pursuant to|under|in accordance with|as (?:provided|authorized|required) (?:in|by)"
    r"|by virtue of|authority)\b",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:sub)?sections? \d|§ ?\d|\b[A-Z][\w.’'-]* (?:Act|Code|Law)\b|\bPublic Law\b|\bArticle \d"
)
_CLAUSE_ENDS = re.compile(r"\.(?:\s|$)|[;:](?!\s*(?:and |or )?(?:\(\w{1,3}\)|[•*-]))")
_DATED_PAST = re.compile(
    r"^\W*(?:On|In|Since|As of) (?:\w+ \d{1,2}, )?\d{4}\b|\bpreviously\b|\blast\b"
)
_OPERATIVE = re.compile(
    r"\bhereby\b|\bI (?:have |also )?(?:determine|certif|waive|extend|find)"
    r"|\b(?:Secretary|President|Department|Administrator|Director|Representative|Assistant)\b"
    r"[^.;]{0,160}\b(?:ha[sv]e?|is|are) (?:\w+ ){0,2}"
    r"(?:determin|certif|waiv|exten|renew|decid|revok|terminat|withdraw|rescind)"
    r"|\b(?:is|are) (?:being )?"
    r"(?:waived|suspended|extended|renewed|revoked|terminated|withdrawn)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Waiving:
    """What a clause does with a policy's waiver."""

    extends: bool = False
    ends: bool = False


def waiving(clause: str, title: bool = False) -> Waiving | None:
    """Return what a marked clause does, None where it does not waive this policy.

    A title need not say that it does what it names; a sentence must ("I hereby", "has waived").

    >>> waiving("Accordingly, I hereby extend the waiver of ¤ of the FREEDOM Support Act.")
    Waiving(extends=True, ends=False)
    >>> waiving("I hereby waive section 620 of that Act, notwithstanding ¤.") is None
    True
    """
    if not title and (not _OPERATIVE.search(clause) or _DATED_PAST.search(clause)):
        return None
    for word in _WAIVE.finditer(clause):
        if _done(clause, word) and _governs(clause, word, title):
            ends = bool(_ends(clause, word))
            return Waiving(extends=not ends and bool(_extends(clause, word)), ends=ends)
    return None


def is_operative(clause: str) -> bool:
    """Return whether a sentence does what it says, rather than tell of it."""
    return bool(_OPERATIVE.search(clause)) and not _DATED_PAST.search(clause)


def _done(clause: str, word: re.Match[str]) -> bool:
    before = clause[max(0, word.start() - 90) : word.start()]
    return bool(_HEREBY.search(before)) or not _NOT_DONE.search(before)


def _governs(clause: str, word: re.Match[str], title: bool) -> bool:
    """Return whether the name is what the word waives: after it, before it, or as its ground.

    In a title a colon does not part them: "Determination Under ¤: Continuation of Waiver".
    """
    after = clause[word.end() :]
    at = after.find(MARK)
    if at >= 0 and _reaches(after[:at]):
        return True
    before = clause[: word.start()]
    if (at := before.rfind(MARK)) < 0:
        return False
    between = before[at + 1 :]
    if (not title and _CLAUSE_ENDS.search(between)) or _APART.search(before[max(0, at - 30) : at]):
        return False
    object_ends = _CLAUSE_ENDS.search(after)
    waived = after[: object_ends.start()] if object_ends else after
    return not _LAW.search(waived.replace(MARK, ""))


def _reaches(between: str) -> bool:
    """Return whether what follows these words is still what is waived.

    "the sanctions under ¤" are the policy's own; "section 620 under the authority of ¤" is not.
    """
    if _CLAUSE_ENDS.search(between) or _APART.search(between):
        return False
    ground = _AUTHORITY.search(between)
    return not (ground and _LAW.search(between[: ground.start()]))


def _extends(clause: str, word: re.Match[str]) -> re.Match[str] | None:
    near = clause[max(0, word.start() - 60) : word.start()]
    return _EXTEND.search(near) or re.search(
        r"\b(?:is|are|be) (?:hereby )?(?:extended|renewed|continued)\b", clause[word.end() :]
    )


def _ends(clause: str, word: re.Match[str]) -> re.Match[str] | None:
    near = re.split(r"[.;:,]", clause[max(0, word.start() - 60) : word.start()])[-1]
    return _END.search(near) or re.search(
        r"\b(?:is|are|be) (?:hereby )?(?:revoked|terminated|withdrawn|rescinded|cancell?ed)\b",
        clause[word.end() :],
    )
