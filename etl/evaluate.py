"""`python -m etl evaluate`: how well the judge does on labelled passages, beside plain baselines.

A line of a file is one passage: `id`, `policy_id`, `text` or `sentences`, `stance` (null where
readers disagree: it is left out), and where they are told `lang`, `mention`, `speakers`. A line may
also be a whole article: `id`, `policy_id`, `title`, `text` and `namings`, the sentences that name
the policy, each with `sentence`, `stance` and `holder` ("outlet" where it is in its own words).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from etl.evaluated_cases import Case, article_cases, is_article, passage_case
from etl.evaluated_policies import policies_for
from etl.folders import Folders
from etl.judges import version
from etl.judging import body, passages
from etl.records import Policy
from etl.report import Teller
from etl.text import measures
from etl.text.calibration import FEWEST, fitted, left_one_out
from etl.text.sentences import split
from etl.text.shares import likeliest
from etl.text.tone import tone

WELL, FAILED, NOTHING = 0, 1, 2
COVERAGE = 0.7  # that the aim for sign accuracy is set at
TOLD = 0.05  # tone past which VADER's own rule calls a text positive or negative


def arguments(command: argparse.ArgumentParser) -> None:
    """Say what the command is asked with."""
    command.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="labelled passages, JSON lines"
    )


def run(here: Folders, tell: Teller, files: Sequence[Path]) -> int:
    """Judge every labelled passage and print the measures, file by file."""
    status = WELL
    for file in files:
        known = policies_for(here, file)
        before = time.process_time()
        found, wrong = _cases(file, known)
        spent = time.process_time() - before
        tell.lines(wrong)
        if wrong:
            status = FAILED
        if not found:
            tell.line(f"{file}: no labelled passage")
            return NOTHING
        tell.lines(table(str(file), found, spent))
    return status


def _cases(file: Path, known: Mapping[str, Policy]) -> tuple[list[Case], list[str]]:
    cases, wrong = [], []
    for number, told in passages(file.read_text("utf-8-sig"), str(file)):
        if isinstance(told, str):
            wrong.append(told)
            continue
        text, stance = body(told), told.get("stance")
        policy = known.get(str(told.get("policy_id")))
        if policy is None:
            wrong.append(f"{file}:{number}: no policy {told.get('policy_id')!r}")
        elif is_article(told):
            cases.extend(article_cases(told, policy))
        elif text is None or "stance" not in told or stance not in (None, *measures.LABELS):
            wrong.append(f"{file}:{number}: expected text or sentences, and a stance")
        else:
            cases.append(passage_case(told, policy, text))
    return cases, wrong


def table(title: str, cases: Sequence[Case], spent: float) -> Iterator[str]:
    """Yield the measures of one file: by language, beside the baselines, then by policy."""
    sentences = sum(len(split(case.text)) for case in cases)
    pace = sentences / max(spent, 1e-9)
    yield f"{title}: {len(cases)} passages, {pace:,.0f} sentences a CPU-second, by {version()}"
    yield _mentions(cases)
    yield _row(
        "", "n", "macro-F1", "sign", "judged", f"sign@{COVERAGE:.0%}", "ECE", "voices", "and stance"
    )
    labelled = [case for case in cases if case.stance is not None]
    english = [case for case in labelled if case.language == "en"]
    yield from _scored("judge, all", labelled)
    if english and len(english) < len(labelled):
        yield from _scored("judge, English", english)
        yield from _scored("judge, others", [c for c in labelled if c.language != "en"])
    usual = measures.commonest(str(case.stance) for case in labelled)
    yield _baseline("rules alone", labelled, lambda case: case.ruled.stance_if_forced)
    yield _baseline(f"always {usual}", labelled, lambda case: usual)
    yield _baseline("tone of the passage, English", english, lambda case: _by_tone(case.text))
    yield _baseline("tone where it is named, English", english, lambda case: _by_tone(case.naming))
    by_policy = sorted({case.policy_id for case in labelled})
    for policy_id in by_policy if len(by_policy) > 1 else ():
        yield from _scored(policy_id, [c for c in labelled if c.policy_id == policy_id])
    for policy_id in by_policy:
        yield from _fitted(policy_id, [c for c in english if c.policy_id == policy_id])


def _fitted(policy_id: str, cases: Sequence[Case]) -> Iterator[str]:
    """Yield how the judge would be calibrated for a policy, where its labels are many enough."""
    if len(cases) < FEWEST:
        return
    shares = [(c.verdict.p_supports, c.verdict.p_opposes, c.verdict.p_neutral) for c in cases]
    labels = [str(case.stance) for case in cases]
    by, held = fitted(shares, labels), left_one_out(shares, labels)
    pairs = [(label, likeliest(s)[0]) for label, s in zip(labels, held, strict=True)]
    told = f"opposes {by.opposes:+.2f}, neutral {by.neutral:+.2f}, labels {by.labels}"
    yield f"  {policy_id}, calibrated by these beyond what its file says: {told}"
    f1, ece = measures.macro_f1(pairs), measures.calibration_error(pairs, [max(s) for s in held])
    yield f"  leaving one out it would reach macro-F1 {_two(f1)}, ECE {_two(ece)}"


def _scored(name: str, cases: Sequence[Case]) -> Iterator[str]:
    pairs = [(str(case.stance), case.verdict.stance_if_forced) for case in cases]
    sure = [float(getattr(c.verdict, f"p_{c.verdict.stance_if_forced}")) for c in cases]
    judged = sum(case.verdict.stance is not None for case in cases)
    doubt = [p - (c.verdict.stance is None) for p, c in zip(sure, cases, strict=True)]
    kept = measures.sign(measures.surest(pairs, doubt, COVERAGE))
    found, right = _voices(cases)
    yield _row(
        name,
        str(len(cases)),
        _two(measures.macro_f1(pairs)),
        _counted(measures.sign(pairs)),
        _two(measures.Share(judged, len(cases)).share),
        _counted(kept),
        _two(measures.calibration_error(pairs, sure)),
        _counted(found),
        _two(right.share),
    )


def _baseline(name: str, cases: Sequence[Case], by: Callable[[Case], str]) -> str:
    pairs = [(str(case.stance), by(case)) for case in cases]
    scored = _two(measures.macro_f1(pairs)), _counted(measures.sign(pairs))
    return _row(name, str(len(cases)), *scored)


def _voices(cases: Sequence[Case]) -> tuple[measures.Share, measures.Share]:
    """Return how many of the voices that readers told were found, and with their stance."""
    of = sum(len(case.speakers) for case in cases)
    counts = [
        measures.holders(case.speakers, [(h.name, h.stance) for h in case.verdict.holders])
        for case in cases
    ]
    found, right = sum(c[0] for c in counts), sum(c[1] for c in counts)
    return measures.Share(found, of), measures.Share(right, of)


def _mentions(cases: Sequence[Case]) -> str:
    found = [case for case in cases if case.verdict.mentioned]
    right = sum(case.mention for case in found)
    recall = measures.Share(right, sum(case.mention for case in cases))
    return f"  mentions: precision {_counted(measures.Share(right, len(found)))}, recall " + (
        _counted(recall)
    )


def _by_tone(text: str) -> str:
    (held,) = tone([text])
    return "supports" if held >= TOLD else "opposes" if held <= -TOLD else "neutral"


def _two(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _counted(share: measures.Share) -> str:
    return f"{_two(share.share)} of {share.of}"


def _row(name: str, *cells: str) -> str:
    return f"  {name:<32}" + "".join(f"{cell:>12}" for cell in cells)
