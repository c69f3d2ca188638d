"""The judge in use: the encoder over the rules, or the rules alone where LAWBEAT_JUDGE=rules.

Where the encoder cannot be opened (its files are gone, or its runtime has no build for this
machine) the rules judge alone, and a line on standard error says so.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from etl.records import Policy
from etl.text import passages, stance
from etl.text.encoded import judge_text
from etl.text.encoded_mentions import judge_mentions
from etl.text.names import Mention
from etl.text.shares import METHOD, Held, Read, Reader

MODEL = Path(__file__).parent.parent / "data" / "models" / "stance"
CHOICE, RULES = "LAWBEAT_JUDGE", "rules"
KEPT = 10_000  # readings that are remembered, a kilobyte or two each


def judge(
    mentions: Iterable[Mention], policy: Policy, said: Mapping[str, str | None] | None = None
) -> list[stance.Judgement]:
    """Return one judgement a mention of one policy, in the order given.

    `said` tells by mention_id what its voice says there; else the sentence with the name is read.
    """
    told = list(mentions)
    ruled = stance.judge(told, policy)
    by = reader() if told else None
    return judge_mentions(told, ruled, policy, by, said or {}) if by else ruled


def judge_passage(text: str, policy: Policy) -> passages.Verdict:
    """Return what a text holds about keeping a policy, and who in it holds what."""
    ruled = passages.judge_passage(text, policy)
    by = reader()
    return judge_text(text, ruled, policy, by) if by else ruled


def version() -> str:
    """Return what the judge in use is, to tell whether what it judged before still holds."""
    by = reader()
    return f"{METHOD} {by.version}" if by else RULES


def reader() -> Reader | None:
    """Return the encoder that is in use, or None where the rules judge alone."""
    return None if os.environ.get(CHOICE) == RULES else _opened()


@cache
def _opened() -> Reader | None:
    try:
        from etl.encoder import Encoder

        encoder = Encoder(MODEL)
    except (ImportError, OSError, ValueError, RuntimeError) as error:
        print(f"the encoder cannot be opened, the rules judge alone: {error}", file=sys.stderr)
        return None
    return Reader(once(encoder.judge), float(encoder.settings["sure"]), encoder.version)


def once(read: Read) -> Read:
    """Return a reader that reads the same words about the same policy once, as in copies."""

    @lru_cache(maxsize=KEPT)
    def one(sentences: tuple[str, ...], policy: Policy) -> Held:
        return read([(sentences, policy)])[0]

    return lambda passages: [one(tuple(told), policy) for told, policy in passages]
