"""Which claims in dispute a text makes: the words that a policy file lists for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.records import Claim, Policy
from etl.text.sentences import split
from etl.text.wordings import place

BEFORE = 40  # characters before the words in which a denial may stand
_DENIED = re.compile(
    r"(?i)\b(?:not|never|nor|no|false\w*|untrue|incorrect\w*|myth|wrong\w*|contrary|den(?:y|ies|ied)"
    r"|refut\w+|rejects?|rejected|не|никогда|ложн\w+)\b|n['’]t\b"
)
_SUPPOSED = re.compile(r"(?i)\b(?:if|whether|unless|as though|если|əgər|եթե)\b[^,;:.]*$")


@dataclass(frozen=True, slots=True)
class Made:
    """A claim that a sentence makes, or speaks against."""

    claim_id: str
    sentence: str
    start: int  # of the sentence
    wording: str  # of the policy file
    denied: bool  # a word of denial stands in the words or just before them


def claims_in(text: str, policy: Policy) -> Iterator[Made]:
    """Yield the claims that the sentences of a text make, each once a sentence.

    What is only supposed ("if Congress abolished it", "asked whether it was") is not claimed.
    """
    if not policy.claims:
        return
    for sentence in split(text):
        for claim in policy.claims:
            for wording, _ in claim.wording:
                span = place(wording, sentence.text)
                if span and not _is_supposed(sentence.text, span[0]):
                    denied = is_denied(wording, sentence.text, span)
                    yield Made(claim.claim_id, sentence.text, sentence.start, wording, denied)
                    break


def claim_of(policy: Policy, claim_id: str) -> Claim:
    """Return a policy's claim by its id."""
    return next(claim for claim in policy.claims if claim.claim_id == claim_id)


def is_denied(wording: str, sentence: str, span: tuple[int, int]) -> bool:
    """Tell whether a word of denial stands in these words of a sentence, or just before them."""
    said = sentence[max(0, span[0] - BEFORE) : span[1]]
    return bool(_DENIED.search(said)) and not _DENIED.search(wording)


def _is_supposed(sentence: str, start: int) -> bool:
    return bool(_SUPPOSED.search(sentence[max(0, start - BEFORE) : start]))
