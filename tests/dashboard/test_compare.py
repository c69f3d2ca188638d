"""Compare: small multiples on shared axes, each policy against its own mean, bills lined up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Open
from published import POLICY
from streamlit.testing.v1 import AppTest

DAYS = {"policy": POLICY, "from": "2030-09-01", "to": "2031-02-28"}


def rows(app: AppTest) -> list[dict]:
    frame = next(d.value for d in app.dataframe if "stories" in d.value.columns)
    return frame.to_dict("records")


def test_policies_stand_in_panels_of_their_own(data: Path, open_page: Open) -> None:
    app = open_page("compare", compare=f"{POLICY},quarry-rule", **DAYS)
    assert not app.exception
    assert app.query_params["compare"] == f"{POLICY},quarry-rule"
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    assert len([name for name in spec["layout"] if name.startswith("yaxis")]) == 4
    assert "overlaying" not in json.dumps(spec["layout"]), "never two axes on one plot"


def test_the_index_is_against_a_policys_own_mean(data: Path, open_page: Open) -> None:
    found = rows(open_page("compare", compare=POLICY, **DAYS))
    counts = [row["articles"] for row in found]
    mean = sum(counts) / len(counts)
    assert len(found) == 6
    assert [row["coverage_index"] for row in found] == pytest.approx(
        [100 * count / mean for count in counts]
    )


def test_bills_are_lined_up_at_their_introduction(data: Path, open_page: Open) -> None:
    app = open_page("compare", by="bills", lined="hr12-199", **DAYS)
    found = rows(app)
    assert not app.exception
    assert [row["week"] for row in found] == list(range(len(found)))
    assert found[0]["week_on"].isoformat()[:10] == "2030-09-03"
    # 5 and 6 September 2030 fall in the first week from 3 September.
    first = app.query_params["lined"]
    assert first == "hr12-199"
    assert found[0]["articles"] > 0


def test_a_name_that_is_not_followed_is_told(data: Path, open_page: Open) -> None:
    app = open_page("compare", compare="nothing-here", **DAYS)
    assert any("compare" in told.value for told in app.warning)
    assert "No bill of this policy" in " ".join(
        i.value for i in open_page("compare", by="bills", policy="silent-clause").info
    )
