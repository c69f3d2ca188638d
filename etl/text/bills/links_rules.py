"""The rules that tell what a sentence would do to the policy that it cites, as the sign ¤.

They stand in the order in which they are tried: what takes a waiver away comes before what waives,
and what sets aside or withholds before what ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_STOP = r"\b(?:unless|except|excepting|if|until|but|whether|amended)\b"


def _gap(most: int) -> str:
    """Return what may stand between two words of one order."""
    return rf"(?:(?!{_STOP})[^;¤]){{0,{most}}}"


_FEW = r"(?:[\w’'-]+ ){0,6}?"
_END = r"(?:repeal|strik|terminat|rescind|eliminat|suspend|revok|remov|sunset)\w*"
_WAIVER = r"\bwaiv(?:e|er|ers|ing)\b"
_ENDED = (
    r"\b(?:(?:is|are|be)(?: hereby)? (?:repealed|rescinded|terminated|suspended|revoked)|"
    r"shall (?:not|terminate|cease|expire|have no)|may not|no longer|amended\b.{0,60}\bstriking)"
)
_MUST = r"\b(?:shall|should|must|to|urg\w+|calls? (?:on|upon)|direct\w*|requir\w+)\b"
_APPLY = r"(?:enforc(?:e|es|ing)|implement|uphold|apply|comply|invoke)\b"
_OF = (
    r"(?:(?:the|all|any|full|fully|provisions?|requirements?|restrictions?|prohibitions?|sanctions?|"
    r"limitations?|terms|conditions|and|of|under|in|with|by|contained|set forth|imposed|such) )"
    r"{0,8}?"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a sentence of this pattern does, why, and how sure that is."""

    effect: str
    why: str
    pattern: re.Pattern[str]
    sure: str = "high"


def _rules(*told: tuple[str, str, str, tuple[str, ...]]) -> tuple[Rule, ...]:
    return tuple(
        Rule(effect, why, re.compile(pattern, re.IGNORECASE), sure)
        for effect, why, sure, patterns in told
        for pattern in patterns
    )


RULES = _rules(
    (
        "enforces",
        "takes a waiver of it away",
        "high",
        (
            rf"\b{_END}{_gap(100)}{_WAIVER}{_gap(120)}¤",
            rf"\b{_END} (?:the )?¤(?:['’]s)? (?:{_FEW})waiver",
            rf"\b(?:prohibit|limit|restrict|bar|prevent|condition)\w* {_FEW}{_WAIVER}{_gap(120)}¤",
            rf"\b(?:may|shall|must|can|will|should)(?: not| no longer) {_FEW}waive\b{_gap(120)}¤",
            rf"\b(?:not|no longer) {_FEW}(?:exercise|use|invoke)\b{_gap(60)}{_WAIVER}{_gap(120)}¤",
            rf"{_WAIVER}{_gap(120)}¤{_gap(250)}{_ENDED}",
            rf"\bno {_FEW}waiver{_gap(60)}¤",
        ),
    ),
    (
        "waives",
        "lets it be waived",
        "high",
        (
            rf"\b(?:may|authorized to|can|authority to|power to|to) {_FEW}waive\b{_gap(120)}¤",
            rf"¤{_gap(80)}\b(?:may|shall|is|are)(?: be| hereby)* waived\b",
            rf"\bwaivers? (?:of|from|for|to) {_gap(60)}¤",
            rf"\bexten\w+ {_gap(40)}\bwaiver\w*{_gap(60)}¤",
        ),
    ),
    (
        "exempts",
        "sets it aside for some matter",
        "high",
        (
            rf"\bnotwithstanding\b{_gap(250)}¤",
            rf"¤{_gap(150)}\b(?:shall|does|do|will|would|should)(?: \w+)?"
            r" (?:not|no longer|cease to) apply\b",
            rf"¤{_gap(60)}\b(?:shall not be|is not|are not) applicable\b",
            rf"\bwithout regard to\b{_gap(120)}¤",
            rf"\bexempt\w*\b{_gap(80)}\bfrom\b{_gap(80)}¤",
            rf"\b(?:exemption|exception)s? (?:from|to|under)\b{_gap(60)}¤",
            rf"\b(?:not|no longer)(?: be)? subject to\b{_gap(80)}¤",
            rf"\b(?:terminat|end|ceas|withdraw|remov)\w* {_FEW}(?:application|applicability) of\b"
            rf"{_gap(80)}¤",
        ),
    ),
    (
        "weakens",
        "forbids or stops its application, or withholds the money for it",
        "high",
        (
            rf"\b(?:no|none of the) (?:\w+ )?funds\b{_gap(250)}"
            rf"\b(?:implement|administer|enforc|carry out|impos|apply)\w*{_gap(100)}¤",
            rf"\b(?:shall|may|should|must) not {_FEW}(?:enforce|implement|apply|impose)\b"
            rf"{_gap(80)}¤",
            rf"\b(?:suspend|delay|narrow|curtail|weaken)\w* {_FEW}¤",
            rf"\blimit(?:s|ing)? {_FEW}¤",
        ),
    ),
    (
        "repeals",
        "ends it",
        "high",
        (
            r"¤[^;¤]{0,80}\b(?:is|are|be)(?: hereby)? (?:repealed|rescinded|abolished)\b",
            rf"\b(?:repeal(?:s|ing)?|abolish\w*|rescind\w*|eliminat\w*|sunset\w*) (?:of )?{_FEW}¤",
            r"\bstriking (?:out )?(?:the )?¤(?! (?:and inserting|each place))",
            rf"¤{_gap(80)}\bshall (?:terminate|expire|be (?:null and )?void|"
            r"have no (?:legal )?(?:force|effect)|cease to (?:be|have)\b)",
        ),
    ),
    (
        "enforces",
        "demands that it be applied",
        "high",
        (
            rf"{_MUST} {_FEW}{_APPLY} {_OF}¤",
            r"\b(?:full|strict|vigorous|robust|effective|continued|immediate|timely)\w* "
            rf"(?:and \w+ )?(?:enforcement|implementation|application) of{_gap(60)}¤",
            rf"\benforcement of {_FEW}¤",
            rf"\bimpos\w+{_gap(200)}\b(?:under|pursuant to|described in|in accordance with|"
            rf"required by|authorized by|set forth in|provided (?:for )?in)\b{_gap(60)}¤",
            rf"¤{_gap(60)}\b(?:shall|should) (?:continue to )?apply\b",
        ),
    ),
    (
        "enforces",
        "brings a matter under it",
        "medium",
        (
            rf"\bfor (?:the )?purposes of\b{_gap(40)}¤{_gap(200)}"
            r"\b(?:considered|treated|deemed|constitut)",
            rf"\b(?:considered|treated|deemed)\b{_gap(200)}\bfor (?:the )?purposes of\b{_gap(40)}¤",
            rf"\bsubject to\b{_gap(60)}¤",
        ),
    ),
    (
        "strengthens",
        "extends it",
        "high",
        (
            rf"\b(?:reauthoriz|extend|extension|expand|strengthen|broaden|codif)\w*\b {_FEW}¤",
            rf"¤{_gap(80)}\b(?:is|are|be) (?:hereby )?"
            r"(?:extended|reauthorized|expanded|made permanent)\b",
        ),
    ),
)
