"""What the encoder holds of a passage, brought into the form that every judge answers in.

The rules read every mention first: they say of what kind it is and who speaks. Where the encoder
reads the language, its probabilities take the place of theirs, and the trace tells both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from etl.records import Policy
from etl.text.holders import take_apart
from etl.text.languages import language_of
from etl.text.names import Mention
from etl.text.passages import LONGEST, Holder, Verdict
from etl.text.sentences import split
from etl.text.speakers import spoken
from etl.text.stance import Judgement

METHOD = "encoder"
READS = frozenset({"en"})
STANCES = ("supports", "opposes", "neutral")
DECISIVE = 0.5  # of a sentence, from which it and not the passage tells what is held in it
BETWEEN = 0.3  # of the passage, in what a speaker holds
LONG, MOST = 900, 24  # characters read at once; such parts of one text
Shares = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Held:
    """Probabilities of supports, opposes, neutral: of the whole passage and of each sentence."""

    whole: Shares
    sentences: tuple[Shares, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """An encoder: it reads passages, and says how sure it has to be and of which version it is."""

    read: Callable[[Sequence[tuple[Sequence[str], Policy]]], list[Held]]
    sure: float
    version: str


def judge_mentions(
    mentions: Sequence[Mention], ruled: Sequence[Judgement], policy: Policy, by: Reader
) -> list[Judgement]:
    """Return the judgements of mentions, in their order; what it cannot read stays as it was."""
    told = [
        (m, r, [s.text for s in split(m.passage)]) for m, r in zip(mentions, ruled, strict=True)
    ]
    read = [place for place in told if language_of(place[0].passage) in READS and place[2]]
    held = by.read([(sentences, policy) for _, _, sentences in read])
    judged = {
        mention.mention_id: _judgement(mention, rules, sentences, found, by)
        for (mention, rules, sentences), found in zip(read, held, strict=True)
    }
    return [judged.get(rules.mention_id, rules) for rules in ruled]


def _judgement(
    mention: Mention, rules: Judgement, sentences: Sequence[str], held: Held, by: Reader
) -> Judgement:
    index = next((i for i, s in enumerate(sentences) if mention.sentence.startswith(s)), None)
    naming = held.sentences[index] if index is not None else held.whole
    decisive = max(naming[:2]) >= DECISIVE
    shares = naming if decisive else held.whole
    stance, sure = _likeliest(shares)
    polar = stance != "neutral"
    told = mention.sentence if decisive else _evidence(sentences, held, stance)
    kept = "statement" if rules.kind in ("mention", "action") else rules.kind
    unheld = "action" if rules.kind == "action" else "mention"
    return Judgement(
        mention_id=mention.mention_id,
        stance=stance if sure >= by.sure else None,
        score=shares[0] - shares[1],
        p_supports=shares[0],
        p_opposes=shares[1],
        p_neutral=shares[2],
        abstained=sure < by.sure,
        kind=kept if polar else unheld,
        evidence=told if polar else rules.evidence,
        trace=_trace(shares, rules.trace),
        method=METHOD,
        method_version=by.version,
    )


def judge_text(text: str, ruled: Verdict, policy: Policy, by: Reader) -> Verdict:
    """Return what a text as a whole holds, given what the rules hold of it."""
    sentences = [s.text for s in split(text[:LONGEST])]
    if not sentences or language_of(text[:LONGEST]) not in READS:
        return ruled
    parts = _parts(sentences, {h.evidence for h in ruled.holders} | {ruled.naming})
    held = by.read([([sentences[i] for i in part], policy) for part in parts])
    each = {
        i: shares
        for part, found in zip(parts, held, strict=True)
        for i, shares in zip(part, found.sentences, strict=True)
    }
    shares = _mean([found.whole for found in held])
    stance, sure = _likeliest(shares)
    number = STANCES.index(stance)
    return replace(
        ruled,
        stance=stance if sure >= by.sure else None,
        stance_if_forced=stance,
        p_supports=shares[0],
        p_opposes=shares[1],
        p_neutral=shares[2],
        evidence=sentences[max(each, key=lambda i: each[i][number])],
        trace=_trace(shares, ruled.trace),
        holders=_holders(text, ruled.holders, sentences, each, shares),
        method=METHOD,
        method_version=by.version,
    )


def _parts(sentences: Sequence[str], wanted: Iterable[str | None]) -> list[list[int]]:
    """Return which sentences are read at once: of a long text, those parts where it is named."""
    parts: list[list[int]] = [[]]
    for index, sentence in enumerate(sentences):
        if parts[-1] and sum(len(sentences[i]) for i in parts[-1]) + len(sentence) > LONG:
            parts.append([])
        parts[-1].append(index)
    asked = {text for text in wanted if text}
    told = [part for part in parts if any(sentences[i] in asked for i in part)]
    return (told or parts)[:MOST]


def _holders(
    text: str,
    ruled: Sequence[Holder],
    sentences: Sequence[str],
    each: dict[int, Shares],
    whole: Shares,
) -> tuple[Holder, ...]:
    """Return the holders with what the sentences that they speak in hold."""
    places: dict[str, set[int]] = {}
    for voice in spoken(take_apart(text[:LONGEST])):
        places.setdefault(voice.holder, set()).add(voice.sentence)
    holders = []
    for holder in ruled:
        own = places.get(holder.name, set()) | {
            i for i, s in enumerate(sentences) if s == holder.evidence
        }
        read = [i for i in own if i in each]
        holders.append(_holding(holder, read, sentences, each, whole) if read else holder)
    return tuple(holders)


def _holding(
    holder: Holder,
    read: Sequence[int],
    sentences: Sequence[str],
    each: dict[int, Shares],
    whole: Shares,
) -> Holder:
    """Return a holder with the stance of their most polar sentence, in which the passage weighs in.

    It is more often right than one sentence, and they may have said it between the lines.
    """
    decisive = max(read, key=lambda i: max(each[i][:2]))
    both = zip(each[decisive], whole, strict=True)
    supports, opposes, neutral = ((1 - BETWEEN) * own + BETWEEN * all_ for own, all_ in both)
    stance, _ = _likeliest((supports, opposes, neutral))
    return replace(holder, stance=stance, evidence=sentences[decisive])


def _likeliest(shares: Shares) -> tuple[str, float]:
    best = max(range(len(STANCES)), key=lambda i: shares[i])
    return STANCES[best], shares[best]


def _mean(told: Sequence[Shares]) -> Shares:
    """Return the mean of some parts; those that hold something weigh more than the others."""
    weights = [1.05 - shares[2] for shares in told]
    supports, opposes, neutral = (
        sum(w * s[i] for w, s in zip(weights, told, strict=True)) / sum(weights) for i in range(3)
    )
    return supports, opposes, neutral


def _evidence(sentences: Sequence[str], held: Held, stance: str) -> str:
    number = STANCES.index(stance)
    best = max(range(len(held.sentences)), key=lambda i: held.sentences[i][number])
    return sentences[best]


def _trace(shares: Shares, rules: str) -> str:
    told = ", ".join(f"{s} {p:.2f}" for s, p in zip(STANCES, shares, strict=True))
    return f"encoder: {told}; rules: {rules}"
