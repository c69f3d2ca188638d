"""docs/bad_inputs.md: bad inputs, what each got. `make tried` writes it, a test keeps it true."""

from __future__ import annotations

import re

from etl.readers import read, reader_of
from etl.records import Refused, Reject
from tests.fuzz.cases import CASES, FOUND

HEAD = """# Bad inputs, and what each got

Made by `make tried` from `tests/fuzz/cases.py`; `tests/test_fuzz.py` checks that it is current.
What is refused stays where it was dropped, with the reason in the report of the run. Beyond these,
`make fuzz` hands the readers 100,000 inputs broken at random, and `tests/test_faults.py` tries what
may befall the machine.

| input | file | what it got |
| --- | --- | --- |
"""


def page() -> str:
    """Return the page."""
    rows = [*CASES, *((f"{what} (found by fuzzing)", n, c) for what, n, c in FOUND)]
    return HEAD + "".join(f"| {what} | `{n}` | {_cell(got(n, c))} |\n" for what, n, c in rows)


def got(name: str, content: bytes) -> str:
    """Return what became of an input: refused and why, or which reader made what of it."""
    try:
        reader_of(name, content)
        reader, records = read(name, content)
    except Refused as refused:
        return f"refused: {refused}"
    rejects = [r for r in records if isinstance(r, Reject)]
    told = f"read by {reader}: {len(records) - len(rejects)} records"
    return told + "".join(f"; {r.place} left out: {r.reason}" for r in rejects[:1])


def _cell(text: str) -> str:
    plain = re.sub(r"[^ -~\u00a0-\ufffc]", "?", " ".join(text.split()))
    return plain.replace("|", "\\|")[:200]


if __name__ == "__main__":
    print(page(), end="")
