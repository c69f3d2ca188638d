"""What a passage as a whole holds about keeping one policy, and who in it holds what.

The policy is given, so a name needs no context to be judged; whether the passage *names* it
(`mentioned`) is found as strictly as anywhere else. Each place is judged by the same judge as a
mention of an article: every name, and for the voices also the sentences that go on about it by "the
law", a phrase of the policy's own, or a bill. What a polar place holds weighs by its score.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from etl.records import Policy
from etl.text.names import Mention, find_mentions
from etl.text.sentences import split
from etl.text.speech.holders import Reading, take_apart
from etl.text.speech.referents import SITE
from etl.text.speech.speakers import AUTHOR, spoken
from etl.text.speech.voices import Voice, kind_of_holder, voice_of
from etl.text.stance import METHOD, METHOD_VERSION, Judgement, judge
from etl.text.stance_targets import anaphors, targets

STANCES = ("neutral", "supports", "opposes")  # of two that are as likely, the first
LONGEST = 200_000  # characters of one passage that are judged
NEAR = 2  # sentences from a name within which "the law" and "it" may mean it
MOST = 400  # places of one passage that are judged
Judge = Callable[[Iterable[Mention], Policy], list[Judgement]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds what in a passage; `stance` is None where no word of theirs decides."""

    name: str
    role: str | None
    kind: str  # speaker, document, outlet (the passage itself, by "I" or "we")
    stance: str | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a passage holds as a whole; `stance` is None where the judge abstains."""

    mentioned: bool
    stance: str | None
    stance_if_forced: str
    p_supports: float
    p_opposes: float
    p_neutral: float
    evidence: str | None
    trace: str
    holders: tuple[Holder, ...]
    method: str
    method_version: str
    naming: str | None = None  # the first sentence that names the policy


def judge_passage(text: str, policy: Policy, by: Judge = judge) -> Verdict:
    """Return what a passage holds about keeping a policy; only its first part where it is huge."""
    article = {"article_id": "passage", "text": text[:LONGEST]}
    mentioned = bool(find_mentions([article], (policy,)))
    known = _meant(policy)
    named = find_mentions([article], (known,))[:MOST]
    places = [*named, *_beside(article["text"], known, named)][:MOST]
    judged = by(places, known)
    read = take_apart(article["text"])
    voices = [voice_of(place, read) for place in places]
    whole = judged[: len(named)] or judged
    verdict = _verdict(mentioned, whole, _holders(places, judged, voices, read))
    return replace(verdict, naming=named[0].sentence if named else None)


@lru_cache(maxsize=256)
def _meant(policy: Policy) -> Policy:
    """Return the policy with names that need no context: which one is meant is given."""
    sure = tuple(replace(alias, strong=True) for alias in policy.aliases)
    return replace(policy, aliases=sure, anti_context=())


def _beside(text: str, policy: Policy, named: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the first thing that stands for the policy in each sentence that does not name it."""
    taken = [(m.start, m.end) for m in named]
    naming = [m.sentence_index for m in named]
    sentences = split(text)
    for index, sentence in enumerate(sentences):
        if any(start < sentence.end and sentence.start < end for start, end in taken):
            continue
        near = not naming or min(abs(index - at) for at in naming) <= NEAR
        found = [
            *targets(sentence.text, policy),
            *(anaphors(sentence.text, policy) if near else ()),
        ]
        if found:
            first = min(found, key=lambda t: t.start)
            around = sentences[max(0, index - 1)], sentences[min(len(sentences) - 1, index + 2)]
            yield Mention(
                mention_id=hashlib.sha256(f"{index}|{first.start}".encode()).hexdigest()[:16],
                article_id="passage",
                policy_id=policy.policy_id,
                alias=sentence.text[first.start : first.end],
                match_basis="body",
                start=sentence.start + first.start,
                end=sentence.start + first.end,
                sentence=sentence.text,
                sentence_index=index,
                passage=text[around[0].start : around[1].end],
            )


def _holders(
    places: Sequence[Mention], judged: Sequence[Judgement], voices: Sequence[Voice], read: Reading
) -> tuple[Holder, ...]:
    """Return everyone who speaks in a passage, once, with what their places hold on average."""
    said: dict[str, list[tuple[Mention, Judgement, Voice]]] = {}
    for place, judgement, voice in zip(places, judged, voices, strict=True):
        own = AUTHOR if read.itself else None
        if name := voice.holder or own:
            said.setdefault(name, []).append((place, judgement, voice))
    holders = {name: _holder(name, places_of) for name, places_of in said.items()}
    for told in spoken(read):
        if not any(told.holder in name.split(" and ") for name in holders):
            holders[told.holder] = Holder(
                name=told.holder,
                role=told.role,
                kind=_kind(told.holder),
                stance=None,
                evidence=read.sentences[told.sentence].text,
            )
    return tuple(holders.values())


def _kind(holder: str) -> str:
    itself = holder == AUTHOR or SITE.search(holder)
    return "outlet" if itself else kind_of_holder(holder)


def _holder(name: str, told: Sequence[tuple[Mention, Judgement, Voice]]) -> Holder:
    """Return one voice with the mean of what its places hold."""
    stance, decisive = _held([judgement for _, judgement, _ in told])
    place = next(mention for mention, judgement, _ in told if judgement is decisive)
    return Holder(
        name=name,
        role=next((v.holder_role for _, _, v in told if v.holder_role), None),
        kind=told[0][2].holder_kind,
        stance=None if decisive.abstained else stance,
        evidence=decisive.evidence or place.sentence,
    )


def _held(judged: Sequence[Judgement]) -> tuple[str, Judgement]:
    """Return the likeliest stance of some places, and the place that tells it most clearly."""
    told = [j for j in judged if not j.abstained] or list(judged)
    shares = _shares(told)
    stance = max(STANCES, key=lambda s: shares[s])
    return stance, max(told, key=lambda j: float(getattr(j, f"p_{stance}")))


def _shares(judged: Sequence[Judgement]) -> dict[str, float]:
    """Return the mean probabilities of those that are judged, or of all where none is."""
    told = [j for j in judged if not j.abstained] or list(judged)
    return {s: sum(float(getattr(j, f"p_{s}")) for j in told) / len(told) for s in STANCES}


def _verdict(mentioned: bool, judged: Sequence[Judgement], holders: tuple[Holder, ...]) -> Verdict:
    if not judged:
        return replace(NOTHING, holders=holders)
    stance, decisive = _held(judged)
    shares = _shares(judged)
    return Verdict(
        mentioned=mentioned,
        stance=None if decisive.abstained else stance,
        stance_if_forced=stance,
        p_supports=shares["supports"],
        p_opposes=shares["opposes"],
        p_neutral=shares["neutral"],
        evidence=decisive.evidence,
        trace=decisive.trace,
        holders=holders,
        method=decisive.method,
        method_version=decisive.method_version,
    )


NOTHING = Verdict(
    mentioned=False,
    stance=None,
    stance_if_forced="neutral",
    p_supports=1 / 3,
    p_opposes=1 / 3,
    p_neutral=1 / 3,
    evidence=None,
    trace="nothing in it stands for the policy",
    holders=(),
    method=METHOD,
    method_version=METHOD_VERSION,
)
