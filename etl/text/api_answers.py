"""Answers of the Congress.gov API, sorted by the bill they tell of and put together again."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from etl.text.bills.record import Name, name_of
from etl.text.bills.rows import Parts, parts
from etl.text.json_rows import value_of

Answer = Mapping[str, Any]

LISTS = (
    "actions",
    "amendments",
    "committees",
    "cosponsors",
    "relatedBills",
    "subjects",
    "summaries",
    "textVersions",
    "titles",
)
_ADDRESS = re.compile(r"/bill/(\d+)/([a-z]+)/(\d+)(?:[/?]|$)", re.IGNORECASE)


@dataclass
class Told:
    """All that some answers tell of one bill: its own, and the pages of each of its lists."""

    detail: Answer = field(default_factory=dict)
    pages: dict[str, list[list[Any]]] = field(default_factory=dict)

    @property
    def partial(self) -> bool:
        """Return whether a list that the bill's own answer announces is not here."""
        return not self.pages or any(
            name not in self.pages for name in LISTS if _announced(self.detail.get(name))
        )

    def parts(self) -> Parts:
        """Return the bill as its status file would tell it: the lists in place of their counts."""
        rows = {name: joined(pages) for name, pages in self.pages.items()}
        whole = {**{k: v for k, v in self.detail.items() if k not in LISTS}, **rows}
        if "subjects" in rows:
            whole["subjects"] = {"legislativeSubjects": rows["subjects"]}
        return parts(value_of(whole))


def _announced(told: Any) -> bool:
    return isinstance(told, dict) and bool(told.get("count"))


def joined(pages: Iterable[list[Any]]) -> list[Any]:
    """Return the rows of all pages; one that a later page repeats is told once.

    What one page holds twice stays: a joint referral is told once a committee.

    >>> joined([["a", "b", "b"], ["b", "c"]])
    ['a', 'b', 'b', 'c']
    """
    told: list[Any] = []
    known: Counter[str] = Counter()
    for page in pages:
        here: Counter[str] = Counter()
        for row in page:
            key = json.dumps(row, sort_keys=True)
            here[key] += 1
            if here[key] > known[key]:
                known[key] = here[key]
                told.append(row)
    return told


def by_bill(answers: Iterable[Answer]) -> dict[Name, Told]:
    """Return what is told of each bill. A list that does not say of which is of the only one."""
    found: dict[Name, Told] = {}
    strays: list[Answer] = []
    for answer in answers:
        detail = answer.get("bill")
        name = _name(answer)
        if name is None:
            strays.append(answer)
            continue
        told = found.setdefault(name, Told())
        if isinstance(detail, dict):
            told.detail = detail
        _add(told, answer)
    for answer in strays if len(found) == 1 else ():
        _add(next(iter(found.values())), answer)
    return found


def _add(told: Told, answer: Answer) -> None:
    for name in LISTS:
        if name in answer:
            told.pages.setdefault(name, []).append(rows_of(name, answer[name]))


def _name(answer: Answer) -> Name | None:
    """Return the bill an answer tells of: by itself, by what was asked, or by an address."""
    detail, request = answer.get("bill"), answer.get("request")
    if isinstance(detail, dict) and (name := name_of(parts(value_of(detail)))):
        return name
    if isinstance(request, dict):
        if name := name_of(parts(value_of(request))):
            return name
        if found := _ADDRESS.search(str(request.get("billUrl"))):
            asked = {"congress": found[1], "type": found[2], "number": found[3]}
            return name_of(parts(value_of(asked)))
    return None


def rows_of(name: str, told: Any) -> list[Any]:
    """Return the rows of a list as one answer tells it: a list, or things of one or more items."""
    if name == "subjects":
        subjects = told if isinstance(told, list) else [told]
        return [
            row
            for s in subjects
            if isinstance(s, dict)
            for row in rows_of("", s.get("legislativeSubjects"))
        ]
    if isinstance(told, dict):
        return rows_of("", told["item"]) if "item" in told else [told]
    return [row for row in told if isinstance(row, dict)] if isinstance(told, list) else []
