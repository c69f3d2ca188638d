"""Labelled passages and articles, each with what the judge holds of it.

A passage is judged as a whole. Of an article every sentence that names the policy is a case, judged
as a build judges it: the mention in its passage, and the voice as the whole article tells it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.judges import judge, judge_passage
from etl.records import Policy
from etl.text.measures import LABELS
from etl.text.names import Mention, find_mentions
from etl.text.passages import Holder, Verdict
from etl.text.passages import judge_passage as judge_by_rules
from etl.text.sentences import split
from etl.text.speech.voices import Voice, find_voices
from etl.text.stance import Judgement
from etl.text.stance import judge as ruled_by

OUTLET = "outlet"  # the holder of a sentence that is in nobody's words but the article's own


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled passage, and what the judge holds of it."""

    policy_id: str
    stance: str | None
    language: str
    mention: bool
    speakers: tuple[tuple[str, str | None], ...]
    text: str
    naming: str  # the sentence that names the policy, or the first
    verdict: Verdict
    ruled: Verdict  # by the rules alone


def passage_case(told: Mapping[str, Any], policy: Policy, text: str) -> Case:
    """Return a labelled passage with what is held of it."""
    verdict, ruled = judge_passage(text, policy), judge_by_rules(text, policy)
    speakers = [s for s in told.get("speakers") or () if isinstance(s, dict) and s.get("name")]
    first = next((s.text for s in split(text)), "")
    return Case(
        policy_id=policy.policy_id,
        stance=told["stance"],
        language=str(told.get("lang") or "unknown"),
        mention=bool(told.get("mention", True)),
        speakers=tuple((str(s["name"]), s.get("stance")) for s in speakers),
        text=text,
        naming=verdict.naming or first,
        verdict=verdict,
        ruled=ruled,
    )


def article_cases(told: Mapping[str, Any], policy: Policy) -> list[Case]:
    """Return the sentences of an article that are told to name the policy, as far as found."""
    article = {"article_id": "article", **{k: told.get(k) for k in ("title", "text", "author")}}
    named = find_mentions([article], (policy,))
    places = [mention for mention in named if mention.match_basis == "body"]
    voices = find_voices(places, [article])
    said = {voice.mention_id: voice.said for voice in voices}
    judged = judge(places, policy, said)
    found = list(zip(places, voices, judged, ruled_by(places, policy), strict=True))
    cases = []
    for naming in told["namings"]:
        wanted = _plain(naming["sentence"])
        place = next((f for f in found if _same(wanted, _plain(f[0].sentence))), None)
        cases.append(_case(naming, policy, place))
    return cases


def _case(
    naming: Mapping[str, Any],
    policy: Policy,
    place: tuple[Mention, Voice, Judgement, Judgement] | None,
) -> Case:
    sentence = str(naming["sentence"])
    if place is None:  # it counts as not found, and has no stance to be scored
        missed = judge_by_rules("", policy)
        return Case(policy.policy_id, None, "en", True, (), sentence, sentence, missed, missed)
    mention, voice, judged, ruled = place
    return Case(
        policy_id=policy.policy_id,
        stance=naming["stance"],
        language=str(naming.get("lang") or "en"),
        mention=True,
        speakers=((str(naming["holder"]), naming["stance"]),),
        text=mention.passage,
        naming=mention.sentence,
        verdict=_verdict(mention, voice, judged),
        ruled=_verdict(mention, voice, ruled),
    )


def _verdict(mention: Mention, voice: Voice, held: Judgement) -> Verdict:
    shares = {"supports": held.p_supports, "opposes": held.p_opposes, "neutral": held.p_neutral}
    forced = max(shares, key=lambda stance: shares[stance])
    holder = Holder(
        name=voice.holder or OUTLET,
        role=voice.holder_role,
        kind=voice.holder_kind,
        stance=forced,
        evidence=mention.sentence,
    )
    return Verdict(
        mentioned=True,
        stance=held.stance,
        stance_if_forced=forced,
        p_supports=held.p_supports,
        p_opposes=held.p_opposes,
        p_neutral=held.p_neutral,
        evidence=held.evidence,
        trace=held.trace,
        holders=(holder,),
        method=held.method,
        method_version=held.method_version,
        naming=mention.sentence,
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


def _same(one: str, other: str) -> bool:
    return one in other or other in one


def is_article(told: Mapping[str, Any]) -> bool:
    """Tell whether a line is an article: a text, and sentences of it with sentence and stance."""
    namings: Sequence[Any] = told["namings"] if isinstance(told.get("namings"), list) else ()
    return isinstance(told.get("text"), str) and any(namings) and all(map(_is_naming, namings))


def _is_naming(told: Any) -> bool:
    full = isinstance(told, dict) and bool(told.get("sentence")) and bool(told.get("holder"))
    return full and told.get("stance") in LABELS
