"""What the encoder holds of a mention: its sentence in the passage, and what its voice says there.

The rules read every mention first: they say of what kind it is. Where the encoder reads the
language, its probabilities take the place of theirs, and the trace tells both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from etl.records import Policy
from etl.text.languages import language_of
from etl.text.names import Mention
from etl.text.sentences import split
from etl.text.shares import (
    LONG,
    METHOD,
    READS,
    STANCES,
    Held,
    Reader,
    Shares,
    both_of,
    likeliest,
    trace,
)
from etl.text.stance import Judgement

WAY = "read twice"  # told with the version, as a mention that was read once is not the same


def judge_mentions(
    mentions: Sequence[Mention],
    ruled: Sequence[Judgement],
    policy: Policy,
    by: Reader,
    said: Mapping[str, str | None],
) -> list[Judgement]:
    """Return the judgements of mentions, in their order; what it cannot read stays as it was.

    A mention is read twice: its sentence in the passage, where others may speak beside it, and what
    its voice says there alone. Both weigh the same: of 583 sentences in articles on policies that
    it never read .80 are right by both, .77 and .79 by one, and .66 by the passage as a whole.
    """
    judged = []
    for mention, rules in zip(mentions, ruled, strict=True):
        passage = _told(mention.passage, mention.sentence)
        own = _told(said.get(mention.mention_id) or mention.sentence, mention.sentence)
        if language_of(mention.passage) in READS and passage and own:
            held = by.read([(told, policy) for told in (passage, own)[: 1 + (own != passage)]])
            judged.append(_judgement(mention, rules, (passage, held[0]), (own, held[-1]), by))
        else:
            judged.append(rules)
    return judged


def _told(text: str, naming: str) -> list[str]:
    """Return the sentences that are read at once: the one with the name, and others that fit.

    What stands before it goes first where all is too long, then what comes after.
    """
    told = [sentence.text for sentence in split(text)]
    at = _place(told, naming) or 0
    first = 0
    while first < at and sum(map(len, told[first : at + 1])) > LONG:
        first += 1
    last = at + 1
    while last < len(told) and sum(map(len, told[first : last + 1])) <= LONG:
        last += 1
    return told[first:last]


def _place(sentences: Sequence[str], naming: str) -> int | None:
    """Return which of some sentences is, or begins, the one with the name: the longest."""
    found = [i for i, sentence in enumerate(sentences) if naming.startswith(sentence)]
    return max(found, key=lambda i: len(sentences[i])) if found else None


def _judgement(
    mention: Mention,
    rules: Judgement,
    passage: tuple[Sequence[str], Held],
    own: tuple[Sequence[str], Held],
    by: Reader,
) -> Judgement:
    shares = both_of(_naming(mention, *passage), own[1].whole)
    stance, sure = likeliest(shares)
    polar = stance != "neutral"
    return Judgement(
        mention_id=mention.mention_id,
        stance=stance if sure >= by.sure else None,
        score=shares[0] - shares[1],
        p_supports=shares[0],
        p_opposes=shares[1],
        p_neutral=shares[2],
        abstained=sure < by.sure,
        kind=_kind(rules.kind, polar),
        evidence=_evidence(*own, stance) if polar else rules.evidence,
        trace=trace(shares, rules.trace),
        method=METHOD,
        method_version=f"{by.version}, {WAY}",
    )


def _kind(ruled: str, polar: bool) -> str:
    """Return of what kind a mention is, by what the rules hold and whether it takes a side."""
    if not polar:
        return "action" if ruled == "action" else "mention"
    return "statement" if ruled in ("mention", "action") else ruled


def _naming(mention: Mention, sentences: Sequence[str], held: Held) -> Shares:
    """Return what the sentence with the name holds where it stands in its passage."""
    index = _place(sentences, mention.sentence)
    return held.sentences[index] if index is not None else held.whole


def _evidence(sentences: Sequence[str], held: Held, stance: str) -> str:
    number = STANCES.index(stance)
    best = max(range(len(held.sentences)), key=lambda i: held.sentences[i][number])
    return sentences[best]
