"""Bills: the waiver of a policy, and all that is told of one bill, each as rows and files."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import Open
from published import POLICY, SCRIPT
from streamlit.testing.v1 import AppTest


def shown(app: AppTest) -> str:
    kinds = (app.header, app.markdown, app.caption, app.info, app.warning)
    return " ".join(e.value for kind in kinds for e in kind).replace("\\", "")


def labels(app: AppTest) -> str:
    return " ".join(expander.label for expander in app.expander)


def test_the_waiver_is_told_for_today_with_its_signer(data: Path, open_page: Open) -> None:
    told = shown(open_page("bills", policy=POLICY))
    assert "on 2 Mar 2031: in force, since 1 Apr 2030" in told
    assert "signed by Ada Fable holds from 1 Apr 2030, due again on 1 Apr 2031" in told
    assert "Waiver" not in shown(open_page("bills", policy="quarry-rule"))


def test_a_bill_says_what_it_would_do_and_in_which_words(data: Path, open_page: Open) -> None:
    app = open_page("bills", policy=POLICY, bill="hr12-199")
    told = shown(app)
    assert not app.exception
    assert "Repeals" in told
    assert "says the bill's text; confidence: high" in told
    assert "The bill's own words rather tell: weakens" in told
    assert not any("<script>" in m.value.replace("\\<", "") for m in app.markdown), SCRIPT


def test_all_that_is_known_of_a_bill_has_rows(data: Path, open_page: Open) -> None:
    found = labels(open_page("bills", policy=POLICY, bill="hr12-199"))
    for label in ("The same proposal", "Recorded votes (1)", "Votes by party", "Related bills"):
        assert label in found
    assert "Committees" not in found, "what is empty is not drawn"


def test_cosponsors_are_drawn_by_party_over_time(data: Path, open_page: Open) -> None:
    app = open_page("bills", policy=POLICY, bill="hr12-199")
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    assert [line["name"] for line in spec["data"]] == ["Democrats", "Republicans"]
    assert "Cosponsors since 1 Dec 2030: 0 D, 1 R" in shown(app)
