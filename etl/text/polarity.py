"""What one sentence holds toward a target in it, composed word by word.

The target starts at +1 and the words around it act in order of nearness: what takes it away turns
the sign, attitudes and evaluations give or turn it, negation turns what it precedes. Only a word of
attitude, evaluation or wish makes a reading an opinion; an act alone is a report of an act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.text.operators import commands, operators

REACH = 110  # characters to each side of the target within which a word can act on it
_SIGN = {
    "turn": -1,
    "keep": 1,
    "block": -1,
    "for": 1,
    "against": -1,
    "good": 1,
    "bad": -1,
    "not": -1,
}
_OPINION = {"for", "against", "good", "bad", "must", "fear"}
_ACTS = {"turn", "keep", "block", "act"}
_CLAUSE = re.compile(
    r"[;:()“”\"«»]|\s[—–-]\s|, (?:but|while|although|though|whereas|because|so|since|yet|and "
    r"(?:he|she|they"
    r"|it|the))\b|\b(?:but|while|although|whereas|because|after|before|when|until)\b|, (?:а|но"
    r"|однако|что|который\w*)\b",
    re.IGNORECASE,
)
# What a relative clause says of the thing named before it is an aside, not the sentence's view.
_ASIDE = re.compile(r",\s(?:which|who|whose|that|который\w*)\b[^,;.!?]*,", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """A stretch of a sentence that stands for the policy (+1) or for its end (-1)."""

    start: int
    end: int
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence holds: `score` is signed and 0 where no opinion; `acts` tells of an act."""

    score: float
    opinion: bool
    acts: bool
    trace: str


@dataclass(frozen=True, slots=True)
class _Operator:
    start: int
    end: int
    kind: str
    word: str


def read_sentence(sentence: str, targets: Sequence[Target], language: str) -> Reading:
    """Return the strongest reading over the targets of a sentence."""
    found = _operators(sentence, targets, language)
    readings = [_read(sentence, target, found) for target in targets]
    if not readings:
        return Reading(0.0, False, False, "")
    return max(readings, key=lambda r: (abs(r.score), r.opinion, r.acts))


def _operators(sentence: str, targets: Sequence[Target], language: str) -> list[_Operator]:
    """Return the operators outside the targets and outside asides, in order."""
    found = []
    left_out = [(t.start, t.end) for t in targets]
    left_out += [aside.span() for aside in _ASIDE.finditer(sentence)]
    for match in operators(language).finditer(sentence):
        if not any(start < match.end() and match.start() < end for start, end in left_out):
            kind = str(match.lastgroup).split("_")[0]
            found.append(_Operator(match.start(), match.end(), kind, match[0]))
    return found


def _read(sentence: str, target: Target, found: list[_Operator]) -> Reading:
    """Return what the operators of the target's clause make of it."""
    first, last = _clause(sentence, target)
    left = [o for o in reversed(found) if first <= o.start and o.end <= target.start]
    right = [o for o in found if target.end <= o.start and o.end <= last]
    right, rest = _predicate(right)
    chain = _effective([*right, *left], bool(right))
    sign = target.sign
    for operator in chain:
        sign *= _SIGN.get(operator.kind, 1)
    asked = any(_is_command(sentence, first, o) for o in chain)
    opinion = asked or (any(o.kind in _OPINION for o in chain) and not _left_open(chain))
    acts = any(o.kind in _ACTS for o in chain)
    score = sign * (1.0 if opinion else 0.0) * (0.6 if rest else 1.0)
    return Reading(score, opinion, acts, _trace(sentence, target, chain, sign))


def _clause(sentence: str, target: Target) -> tuple[int, int]:
    """Return the bounds of the clause that holds the target, within reach of it."""
    first, last = max(0, target.start - REACH), min(len(sentence), target.end + REACH)
    for match in _CLAUSE.finditer(sentence):
        if match.end() <= target.start:
            first = max(first, match.end())
        elif match.start() >= target.end:
            last = min(last, match.start())
            break
    return first, last


def _predicate(right: list[_Operator]) -> tuple[list[_Operator], list[_Operator]]:
    """Return what follows the target up to its first full predicate, and what is left over."""
    for i, operator in enumerate(right):
        if operator.kind in ("turn", "keep", "good", "bad", "block", "against"):
            return right[: i + 1], right[i + 1 :]
    return [], right


def _effective(chain: list[_Operator], predicate: bool) -> list[_Operator]:
    """Drop negations with nothing to act on; a warning turns only what has no evaluation yet."""
    kept: list[_Operator] = []
    evaluated = any(o.kind in ("good", "bad") for o in chain)
    acted = predicate
    for operator in chain:
        if operator.kind == "not" and not acted:
            continue
        if operator.kind == "fear" and not evaluated:
            operator = _Operator(operator.start, operator.end, "against", operator.word)
        acted = acted or operator.kind in _SIGN
        kept.append(operator)
    return kept


def _is_command(sentence: str, first: int, operator: _Operator) -> bool:
    """Tell whether a verb stands bare at the head of its clause."""
    return operator.word.lower() in commands() and not sentence[first : operator.start].strip(
        " ,'“\""
    )


def _left_open(chain: list[_Operator]) -> bool:
    kinds = {o.kind for o in chain}
    return "open" in kinds and not kinds & {"for", "against", "good", "bad"}


def _trace(sentence: str, target: Target, chain: list[_Operator], sign: int) -> str:
    """Return the words that decided, each with what it did."""
    mark = {1: "+", -1: "−"}
    steps = [f"{o.word}({mark[_SIGN[o.kind]]})" if o.kind in _SIGN else o.word for o in chain]
    name = sentence[target.start : target.end] + ("" if target.sign > 0 else "(−)")
    return " → ".join([name, *steps]) + f" = {mark[sign]}"
