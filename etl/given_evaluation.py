"""How well the judges did on labelled passages, as the tables of `raw` are given it."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass, fields

from etl.folders import Folders

WORDS = ("set_name", "method", "lang")
COUNTS = ("n", "sign_n")


@dataclass(frozen=True, kw_only=True)
class EvaluationRow:
    """One judge on one set of passages; what was not measured is None."""

    set_name: str
    method: str
    lang: str
    n: int | None
    macro_f1: float | None
    sign_n: int | None
    sign_accuracy: float | None
    coverage: float | None
    ece: float | None
    holder_accuracy: float | None
    mentions_precision: float | None
    mentions_recall: float | None


def evaluation_rows(folders: Folders) -> list[EvaluationRow]:
    """Return the figures that are listed, each set, judge and language once, the first counting.

    A figure that is empty or no number is None; a line without set or judge is left out.
    """
    if not folders.evaluation.exists():
        return []
    with folders.evaluation.open(encoding="utf-8-sig", newline="") as file:
        told = [{k: (v or "").strip() for k, v in row.items() if k} for row in csv.DictReader(file)]
    known: dict[tuple[str, ...], EvaluationRow] = {}
    for row in told:
        if row.get("set_name") and row.get("method"):
            known.setdefault(tuple(row.get(name, "") for name in WORDS), _row(row))
    return list(known.values())


def _row(told: dict[str, str]) -> EvaluationRow:
    figures = [field.name for field in fields(EvaluationRow) if field.name not in WORDS]
    numbers = {name: _number(told.get(name, "")) for name in figures}
    counts = {name: _count(numbers[name]) for name in COUNTS}
    return EvaluationRow(
        set_name=told["set_name"],
        method=told["method"],
        lang=told.get("lang") or "all",
        **{**numbers, **counts},  # type: ignore[arg-type]
    )


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _count(number: float | None) -> int | None:
    return None if number is None else round(number)
