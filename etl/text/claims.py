"""Which claims in dispute a text makes: the words that a policy file lists for each.

A wording is words as they are written, whatever their case; `...` leaves room for others within
the sentence, and `*` at the end of a word for its endings: "reimpos* ... Afghanistan".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.records import Claim, Policy
from etl.text.sentences import split

BEFORE = 40  # characters before the words in which a denial may stand
_GAP = re.compile(r"\s*(?:\.\.\.|…)\s*")
_DENIED = re.compile(
    r"(?i)\b(?:not|never|nor|no|false\w*|untrue|incorrect\w*|myth|wrong\w*|contrary|den(?:y|ies|ied)"
    r"|refut\w+|rejects?|rejected|не|никогда|ложн\w+)\b|n['’]t\b"
)


@dataclass(frozen=True, slots=True)
class Made:
    """A claim that a sentence makes, or speaks against."""

    claim_id: str
    sentence: str
    start: int  # of the sentence
    wording: str  # of the policy file
    denied: bool  # a word of denial stands in the words or just before them


def claims_in(text: str, policy: Policy) -> Iterator[Made]:
    """Yield the claims that the sentences of a text make, each once a sentence."""
    if not policy.claims:
        return
    for sentence in split(text):
        for claim in policy.claims:
            for wording, _ in claim.wording:
                if span := _stands(wording, sentence.text):
                    said = sentence.text[max(0, span[0] - BEFORE) : span[1]]
                    denied = bool(_DENIED.search(said)) and not _DENIED.search(wording)
                    yield Made(claim.claim_id, sentence.text, sentence.start, wording, denied)
                    break


def claim_of(policy: Policy, claim_id: str) -> Claim:
    """Return a policy's claim by its id."""
    return next(claim for claim in policy.claims if claim.claim_id == claim_id)


def _stands(wording: str, sentence: str) -> tuple[int, int] | None:
    """Return where the parts of a wording stand one after the other, or None."""
    start, end = -1, 0
    for part in _parts(wording):
        found = part.search(sentence, end)
        if found is None:
            return None
        start, end = (found.start() if start < 0 else start), found.end()
    return (start, end) if start >= 0 else None


@lru_cache(maxsize=4096)
def _parts(wording: str) -> tuple[re.Pattern[str], ...]:
    parts = [part for part in _GAP.split(wording) if part.strip()]
    return tuple(
        re.compile(r"\W+".join(_word(word) for word in part.split()), re.IGNORECASE)
        for part in parts
    )


def _word(word: str) -> str:
    stem = re.escape(word.removesuffix("*"))
    return rf"(?<!\w){stem}" + (r"\w*" if word.endswith("*") else r"(?!\w)")
