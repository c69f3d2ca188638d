"""Passages that are judged in a CPU-second: what each holds about keeping its policy.

Only measured: who does without rules asks a language model, for a passage or so a second.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from etl.folders import folders
from etl.policies import read_policies
from etl.records import Policy
from etl.text.passages import judge_passage
from tests.benchmarks.measure import Result, Size, cost
from tests.benchmarks.passages import many_sentences

PASSAGES = 300
NAMED = "Section 907 of the FREEDOM Support Act"


def results(size: Size, folder: Path) -> Iterator[Result]:
    """Measure passages of four sentences, the second of which names the policy."""
    count = max(1, min(size.mentions // 500, PASSAGES))
    ours = cost(judge_all, count, tries=size.tries, made_by=given)
    rate = count / ours.cpu_s
    yield Result("judging", f"{count:,} passages", "passages a CPU-second", rate)


def given(count: int) -> tuple[list[str], Policy]:
    """Return passages and the policy; the judge has read what it reads once."""
    policy = next(p for p in read_policies(folders().policies) if p.policy_id == "section-907")
    told = many_sentences(4 * count)
    made = []
    for place in range(0, 4 * count, 4):
        second = f"He said {NAMED}: {told[place + 1]}"
        made.append(" ".join((told[place], second, *told[place + 2 : place + 4])))
    judge_passage(made[0], policy)
    return made, policy


def judge_all(passages: list[str], policy: Policy) -> None:
    """Judge one after the other, as a build does."""
    for passage in passages:
        judge_passage(passage, policy)
