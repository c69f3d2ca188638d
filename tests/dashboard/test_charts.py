"""The figure: three bands, lines through all, gaps that stay gaps, thin periods that are hollow."""

from __future__ import annotations

from datetime import date
from typing import Any

import charts
import lanes
import net
import paint
import pandas as pd
import plotly.graph_objects as go
import pytest
import takeaways
from published import POLICY, SCRIPT, made_up

SINCE, UNTIL = date(2030, 9, 1), date(2031, 2, 28)


def rows(table: str, grain: str = "month", group: str = "all") -> pd.DataFrame:
    made = pd.DataFrame(made_up()[table])
    chosen = (
        (made["policy_id"] == POLICY) & (made["grain"] == grain) & (made["group_name"] == group)
    )
    return made[chosen].assign(period_on=pd.to_datetime(made["period_on"]))


def events() -> pd.DataFrame:
    made = pd.DataFrame(made_up()["events"]).reset_index(names="number")
    for name in ("event_on", "event_month"):
        made[name] = pd.to_datetime(made[name])
    return made


def drawn(**told: Any) -> go.Figure:
    usual: dict[str, Any] = {"since": SINCE, "until": UNTIL, "grain": "month"}
    frames = {name: told.pop(name, None) for name in ("events", "coverage", "stance")}
    grain = told.get("grain", "month")
    return charts.timeline(
        events() if frames["events"] is None else frames["events"],
        rows("coverage", grain) if frames["coverage"] is None else frames["coverage"],
        rows("stance", grain) if frames["stance"] is None else frames["stance"],
        **(usual | told),
    )


def trace(figure: go.Figure, name: str) -> Any:
    return next(part for part in figure.data if part.name == name)


def test_three_bands_share_one_axis() -> None:
    figure = drawn()
    assert len([axis for axis in figure.layout if axis.startswith("yaxis")]) == 3
    assert {figure.layout.xaxis.matches, figure.layout.xaxis2.matches} == {"x3"}


def test_lines_go_through_all_bands_where_the_day_is_known() -> None:
    shapes = drawn().layout.shapes
    assert [pd.Timestamp(shape.x0).date() for shape in shapes] == [
        date(2030, 9, 3),
        date(2031, 2, 1),
    ]
    assert {(shape.yref, shape.y0, shape.y1, shape.line.dash) for shape in shapes} == {
        ("paper", 0, 1, "dot")
    }


def test_an_event_of_a_month_is_open_and_says_so() -> None:
    waiver = trace(drawn(), "Waiver")
    assert list(waiver.marker.symbol) == ["hexagram-open"]
    assert "Nov 2030, day not known" in waiver.hovertext[0]


def test_an_undated_event_is_not_drawn() -> None:
    drawn_ids = [data[1] for part in drawn().data for data in (part.customdata or [])]
    assert "e4" not in drawn_ids
    assert {"e1", "e2", "e3"} <= set(drawn_ids)


def test_gaps_stay_gaps() -> None:
    xs, ys = net.line(rows("stance").assign(net_stance=[0.1, 0.2, 0.3]), paint.OFFSETS["month"])
    assert ys == [0.1, 0.2, None, 0.3]
    assert xs[2] is None
    assert trace(drawn(), "Net stance").connectgaps is False


@pytest.mark.parametrize(
    ("grain", "days", "parts"),
    [
        ("day", ["2031-01-01", "2031-01-02", "2031-01-04"], 2),
        ("week", ["2031-01-06", "2031-01-13", "2031-01-27"], 2),
        ("month", ["2030-12-01", "2031-01-01", "2031-02-01"], 1),
        ("year", ["2028-01-01", "2029-01-01", "2031-01-01"], 2),
        ("month", [], 0),
    ],
)
def test_runs(grain: str, days: list[str], parts: int) -> None:
    made = pd.DataFrame({"period_on": pd.to_datetime(days)})
    assert len(net.runs(made, paint.OFFSETS[grain])) == parts


def test_the_band_has_one_closed_shape_a_run() -> None:
    made = rows("stance").assign(
        net_stance=[0.1, 0.2, 0.3], net_low=[0.0, 0.1, 0.2], net_high=[0.2, 0.3, 0.4]
    )
    xs, ys = net.band(made, paint.OFFSETS["month"])
    assert ys == [0.2, 0.3, 0.1, 0.0, 0.2, None, 0.4, 0.4, 0.2, 0.2, 0.4]
    assert len(xs) == len(ys)


def test_thin_periods_are_hollow_and_not_scored() -> None:
    figure = drawn()
    thin = trace(figure, "Under 5 judged, not scored")
    assert thin.marker.symbol == "circle-open"
    assert len(thin.x) == 1
    assert "3 judged: too few to score" in thin.hovertext[0]
    assert len(trace(figure, "Support share").x) == 2


def test_support_goes_up_in_purple_and_oppose_down_in_orange() -> None:
    figure = drawn()
    support, oppose = trace(figure, "Support share"), trace(figure, "Oppose share")
    assert min(support.y) >= 0 >= max(oppose.y)
    assert support.marker.color == paint.LIGHT.supports
    assert oppose.marker.color == paint.LIGHT.opposes
    # Hatching is a second sign for those who do not tell the colours apart.
    assert support.marker.pattern.shape == "/"
    assert not oppose.marker.pattern.shape


def test_dark_has_its_own_pair() -> None:
    dark = trace(drawn(theme="dark"), "Support share").marker.color
    assert dark == paint.DARK.supports != paint.LIGHT.supports


@pytest.mark.parametrize("grain", ["day", "week", "month", "year"])
@pytest.mark.parametrize("measure", ["articles", "stories", "share"])
def test_every_grain_and_measure_is_drawn(grain: str, measure: str) -> None:
    bars = trace(drawn(grain=grain, measure=measure), "Coverage")
    assert list(bars.y) == list(rows("coverage", grain)[measure])


def test_empty_frames_make_an_empty_figure() -> None:
    figure = drawn(
        events=events().iloc[:0], coverage=rows("coverage").iloc[:0], stance=rows("stance").iloc[:0]
    )
    assert not figure.layout.shapes
    assert len(trace(figure, "Coverage").x) == 0


def test_markup_in_titles_is_text() -> None:
    text = drawn().to_json()
    assert SCRIPT[:8] not in text
    assert "&lt;script&gt;" in text


def test_events_are_staggered_and_labels_do_not_meet() -> None:
    made = pd.DataFrame(
        {
            "number": range(1, 41),
            "event_id": [f"e{n}" for n in range(40)],
            "event_on": pd.date_range("2030-01-01", periods=40, freq="9D"),
            "event_month": None,
            "kind": "hearing",
            "title": "A hearing with a title that is rather long for its place",
        }
    )
    placed = lanes.placed(made, date(2030, 1, 1), date(2031, 1, 1))
    for _, lane in placed.groupby("lane"):
        ends = 0.0
        for row in lane.itertuples():
            x = (row.at - pd.Timestamp("2030-01-01")).days * lanes.PIXELS / 365
            wide = len(row.label or "") * lanes.LETTER
            assert x - (wide + lanes.SYMBOL if row.left else 0) >= ends - 1e-6
            ends = x + (0 if row.left else wide)
    assert placed["lane"].nunique() == lanes.height(placed) == 8
    assert placed.sort_values("at")["lane"].diff().ne(0).all()


def test_few_events_are_labelled() -> None:
    labels = lanes.placed(events(), SINCE, UNTIL)["label"]
    assert "Waiver lapses" in set(labels)


@pytest.mark.parametrize(
    ("kind", "family"),
    [
        ("waiver_lapse", "Waiver"),
        ("bill_passed", "Vote or passage"),
        ("law_enacted", "Law"),
        ("committee_action", "Committee or hearing"),
        (None, "Other"),
        ("something_else", "Other"),
    ],
)
def test_family(kind: str | None, family: str) -> None:
    assert lanes.family(kind)[0] == family


def test_takeaway_says_what_is_drawn() -> None:
    totals = {"articles": 13, "n": 20, "support_share": 0.35, "oppose_share": 0.5}
    told = takeaways.timeline(events(), rows("coverage"), rows("stance"), totals, "month")
    assert told.startswith("13 articles, most in Oct 2030 (7); 4 events.")
    assert "Of 20 judged opinions 35% support keeping the policy and 50% oppose it" in told
    assert "of 2 scored months" in told


def test_takeaway_of_nothing() -> None:
    none = takeaways.timeline(
        events().iloc[:0], rows("coverage").iloc[:0], rows("stance").iloc[:0], {"n": None}, "week"
    )
    assert none == "No article in these days; 0 events. No opinion was judged."


def test_a_crowd_of_events_gets_more_lanes() -> None:
    crowd = pd.DataFrame(
        {
            "number": range(1, 31),
            "event_id": [f"e{n}" for n in range(30)],
            "event_on": pd.to_datetime(["2030-06-01"] * 30),
            "event_month": None,
            "kind": "vote",
            "title": "V",
        }
    )
    assert lanes.height(lanes.placed(crowd, date(2000, 1, 1), date(2031, 1, 1))) == lanes.MOST


def test_the_last_event_is_labelled_to_its_left() -> None:
    last = events().iloc[[2]]
    placed = lanes.placed(last, date(2030, 9, 1), date(2031, 2, 2))
    assert placed["left"].item()
    assert placed["label"].item() == "Hearing & talk"
