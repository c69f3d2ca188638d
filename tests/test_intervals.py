"""The arithmetic that several tables share, against values worked out elsewhere."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

import etl

MACROS = (Path(etl.__file__).parent / "tables" / "macros.sql").read_text("utf-8")


def value(expression: str) -> float | str | None:
    with duckdb.connect() as db:
        db.execute(MACROS)
        found: float | str | None = db.sql(f"select {expression}").fetchall()[0][0]
        return found


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [  # Wilson's interval as R's binom.confint(method = "wilson") and Newcombe 1998 print it
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson(k: int, n: int, low: float, high: float) -> None:
    assert value(f"wilson_low({k}, {n})") == pytest.approx(low, abs=1e-4)
    assert value(f"wilson_high({k}, {n})") == pytest.approx(high, abs=1e-4)


def test_nothing_is_made_of_nothing() -> None:
    assert value("wilson_low(0, 0)") is None
    assert value("net_share(2, 1, 4)") is None
    assert value("net_low(2, 1, 4)") is None


def test_the_net_interval_holds_the_net_and_never_shrinks_to_nothing() -> None:
    every = "(select a, b, c, a + b + c as n from range(41) t(a), range(41) u(b), range(41) v(c))"
    broken = value(f"""(
        select count(*) from {every}
        where n >= 5 and not (
            net_low(a, b, n) between -1 and net_share(a, b, n)
            and net_share(a, b, n) <= net_high(a, b, n)
            and net_high(a, b, n) <= 1
            and net_high(a, b, n) - net_low(a, b, n) > 0.05 / sqrt(n)
        )
    )""")
    assert broken == 0


@pytest.mark.parametrize(
    ("call", "label"),
    [
        ("bill_label('hr', 6534, 119)", "H.R. 6534 (119th)"),
        ("bill_label('s', 3000, 118)", "S. 3000 (118th)"),
        ("bill_label('sjres', 1, 101)", "S.J.Res. 1 (101st)"),
        ("bill_label('hconres', 2, 112)", "H.Con.Res. 2 (112th)"),
        ("bill_label('hres', 3, 103)", "H.Res. 3 (103rd)"),
    ],
)
def test_a_bill_is_written_with_its_congress(call: str, label: str) -> None:
    assert value(call) == label
