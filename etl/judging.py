"""`python -m etl judge`: what a text, or each of many passages, holds about keeping a policy.

A text file is judged for the policy that is named; JSON lines (`id, policy_id, text`) are answered
line by line, one object each, and may name the policy themselves. What cannot be read is named on
standard error with its line, and the rest goes on.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from etl.folders import Folders
from etl.judges import judge_passage
from etl.policies import read_policies
from etl.records import Policy
from etl.text.passages import Verdict

WELL, FAILED, NOTHING = 0, 1, 2
OBJECT = re.compile(r'\s*\{\s*["}]')


def arguments(command: argparse.ArgumentParser) -> None:
    """Say what the command is asked with."""
    command.add_argument("file", metavar="FILE", help="a text, or JSON lines; - is standard input")
    command.add_argument(
        "--policy", metavar="ID", help="the policy; JSON lines may name their own by policy_id"
    )


def run(here: Folders, file: str, policy: str | None) -> int:
    """Judge a file and print what it holds; returns the exit status."""
    policies = {p.policy_id: p for p in read_policies(here.policies)}
    text = _text(file)
    if text is None:
        return NOTHING
    if policy is not None and policy not in policies:
        _complain(f"no policy {policy!r}; there are {', '.join(policies)}")
        return NOTHING
    if is_json_lines(text):
        return _answer(file, text, policies, policy)
    if policy is None:
        _complain(f"{file}: a text needs --policy, one of {', '.join(policies)}")
        return NOTHING
    print("\n".join(readable(judge_passage(text, policies[policy]), policies[policy])))
    return WELL


def is_json_lines(text: str) -> bool:
    """Tell whether at least half of the lines that are not empty begin an object of JSON.

    >>> is_json_lines('{"id": 1}\\noops'), is_json_lines("{A brace} in a text")
    (True, False)
    """
    lines = [line for line in text.split("\n") if line.strip()]
    return bool(lines) and sum(bool(OBJECT.match(line)) for line in lines) * 2 >= len(lines)


def passages(text: str, file: str) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
    """Yield line number and object of each line of JSON lines; a bad one as what is wrong with it.

    >>> [told for _, told in passages('{"id": 1}\\n[]', "x")]
    [{'id': 1}, 'x:2: expected an object with id, policy_id, text; found a list']
    """
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield number, f"{file}:{number}: not JSON: {error}"
            continue
        if isinstance(told, dict):
            yield number, told
        else:
            found = "a list" if isinstance(told, list) else "a bare value"
            expected = "expected an object with id, policy_id, text"
            yield number, f"{file}:{number}: {expected}; found {found}"


def body(told: Mapping[str, Any]) -> str | None:
    """Return the text of a passage: `text`, or `sentences` with spaces between; None without."""
    text, sentences = told.get("text"), told.get("sentences")
    if not isinstance(text, str):
        if not isinstance(sentences, list) or not all(isinstance(s, str) for s in sentences):
            return None
        text = " ".join(sentences)
    return whole(text)


def whole(text: str) -> str:
    """Return a text that can be printed: half a character, as JSON can tell one, is marked."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _answer(file: str, text: str, policies: Mapping[str, Policy], usual: str | None) -> int:
    status = WELL
    for number, told in passages(text, file):
        if isinstance(told, str):
            _complain(told)
            status = FAILED
            continue
        policy_id = str(told.get("policy_id") or usual)
        words = body(told)
        if policy_id not in policies:
            _complain(f"{file}:{number}: no policy {policy_id!r}; there are {', '.join(policies)}")
        elif words is None:
            _complain(f"{file}:{number}: no text; expected id, policy_id, text")
        else:
            verdict = judge_passage(words, policies[policy_id])
            told_of = answer(told.get("id"), policy_id, verdict)
            print(whole(json.dumps(told_of, ensure_ascii=False)))
            continue
        status = FAILED
    return status


def answer(passage_id: Any, policy_id: str, verdict: Verdict) -> dict[str, Any]:
    """Return what is printed of one passage."""
    told = asdict(verdict)
    del told["naming"]
    shares = {name: round(told[name], 4) for name in ("p_supports", "p_opposes", "p_neutral")}
    return {"id": passage_id, "policy_id": policy_id} | told | shares


def readable(verdict: Verdict, policy: Policy) -> Iterable[str]:
    """Return the verdict in lines for a reader."""
    held = verdict.stance or f"not judged (if forced: {verdict.stance_if_forced})"
    yield f"{policy.name}: {held}"
    if not verdict.mentioned:
        yield "  it does not name the policy for sure"
    shares = verdict.p_supports, verdict.p_opposes, verdict.p_neutral
    yield "  supports {:.2f}, opposes {:.2f}, neutral {:.2f}".format(*shares)
    yield f"  evidence: {verdict.evidence or 'none'}"
    yield f"  decided by: {verdict.trace}"
    for holder in verdict.holders:
        role = f", {holder.role}" if holder.role else ""
        yield f"  {holder.name}{role}: {holder.stance or 'not judged'}"
        yield f"    {holder.evidence}"
    yield f"  method: {verdict.method} {verdict.method_version}"


def _text(file: str) -> str | None:
    content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        _complain(f"{file}:{line}: not UTF-8 text; save the file as UTF-8")
        return None


def _complain(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
