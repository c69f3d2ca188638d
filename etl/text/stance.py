"""What a mention holds about keeping the policy, judged by rules.

The naming sentence is read first (see `polarity`), then those beside it that go on about the policy
by "the law", "it" or one of the policy's own phrases. The probabilities are a logistic of the score
and are not yet calibrated. Where no word decides, the judge abstains; a passage in a language it
does not know is left unjudged, and the trace says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from etl.records import Policy
from etl.text.languages import language_of
from etl.text.operators import JUDGED
from etl.text.polarity import Reading, Target, read_sentence
from etl.text.sentences import split
from etl.text.stance_targets import anaphors, names_it, targets

METHOD = "rules"
METHOD_VERSION = "2"
STEEP = 1.3  # of the logistic
BESIDE = 0.6  # what a sentence beside the naming one counts


class Passage(Protocol):
    """What the judge needs of a mention."""

    @property
    def mention_id(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def passage(self) -> str: ...
    @property
    def alias(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What one method holds a mention to say; `stance` is None where it abstained."""

    mention_id: str
    stance: str | None  # supports, opposes, neutral: toward keeping the policy
    score: float  # p_supports - p_opposes
    p_supports: float
    p_opposes: float
    p_neutral: float
    abstained: bool
    kind: str  # statement, evaluation, action, mention
    evidence: str | None  # the deciding sentence, verbatim
    trace: str
    method: str = METHOD
    method_version: str = METHOD_VERSION


def judge(mentions: Iterable[Passage], policy: Policy) -> list[Judgement]:
    """Return one judgement a mention, in the order given."""
    return [_judge(mention, policy) for mention in mentions]


def _judge(mention: Passage, policy: Policy) -> Judgement:
    language = language_of(mention.passage)
    if language not in JUDGED:
        return _unjudged(mention.mention_id, f"language {language} is not judged")
    naming = _named(mention.sentence, mention.alias, policy, language)
    readings = [(mention.sentence, naming, 1.0)]
    readings += [(text, reading, BESIDE) for text, reading in _beside(mention, policy, language)]
    score = sum(reading.score * weight for _, reading, weight in readings)
    evidence, decisive, _ = max(readings, key=lambda r: abs(r[1].score) * r[2])
    # Outside English too few operators are known to take their absence for a plain report.
    if not decisive.opinion and not (naming.acts and language == "en"):
        return _unjudged(mention.mention_id, "no word decides")
    kind = _kind(decisive) if decisive.opinion else "action"
    return _judgement(mention.mention_id, score, kind, evidence, decisive.trace)


def _kind(reading: Reading) -> str:
    return "evaluation" if not reading.acts else "statement"


def _named(sentence: str, alias: str, policy: Policy, language: str) -> Reading:
    """Return the reading of the sentence that names the policy."""
    found = list(targets(sentence, policy))
    at = sentence.find(alias)
    if at >= 0 and not any(t.start <= at < t.end for t in found):
        found.append(Target(at, at + len(alias)))
    return read_sentence(sentence, found, language)


def _beside(mention: Passage, policy: Policy, language: str) -> Iterator[tuple[str, Reading]]:
    """Yield the other sentences of the passage that go on about the policy, with their readings."""
    for sentence in split(mention.passage):
        if sentence.text in mention.sentence:
            continue
        if names_it(sentence.text, policy):
            continue  # it names the policy itself and is judged as its own mention
        found = [*targets(sentence.text, policy), *anaphors(sentence.text, policy)]
        if found:
            yield sentence.text, read_sentence(sentence.text, found, language)


def _judgement(
    mention_id: str, score: float, kind: str, evidence: str | None, trace: str
) -> Judgement:
    supports, opposes, neutral = _shares(score, 0.3 if kind != "action" else 1.2)
    best = max((supports, "supports"), (opposes, "opposes"), (neutral, "neutral"))[1]
    return Judgement(
        mention_id=mention_id,
        stance=best,
        score=supports - opposes,
        p_supports=supports,
        p_opposes=opposes,
        p_neutral=neutral,
        abstained=False,
        kind=kind,
        evidence=evidence,
        trace=trace,
    )


def _unjudged(mention_id: str, why: str) -> Judgement:
    supports, opposes, neutral = _shares(0.0, 0.8)
    return Judgement(
        mention_id=mention_id,
        stance=None,
        score=0.0,
        p_supports=supports,
        p_opposes=opposes,
        p_neutral=neutral,
        abstained=True,
        kind="mention",
        evidence=None,
        trace=why,
    )


def _shares(score: float, neutral: float) -> tuple[float, float, float]:
    """Return the three probabilities, which sum to 1, from a signed score and a neutral weight."""
    weights = [math.exp(STEEP * score), math.exp(-STEEP * score), math.exp(neutral)]
    return weights[0] / sum(weights), weights[1] / sum(weights), weights[2] / sum(weights)
