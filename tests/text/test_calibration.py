"""What labels on a policy add to the odds of the judge, and how little where they are few."""

import math

import pytest

from etl.records import Calibration
from etl.text.calibration import calibrated, fitted, left_one_out, set_right
from etl.text.shares import Held

SURE = {"supports": (0.9, 0.05, 0.05), "opposes": (0.05, 0.9, 0.05), "neutral": (0.05, 0.05, 0.9)}
LEANS = (0.4, 0.5, 0.1)  # what a judge holds of many that support it


def likeliest(shares):
    return ("supports", "opposes", "neutral")[max(range(3), key=lambda i: shares[i])]


def test_nothing_is_changed_without_a_calibration_and_shares_stay_shares():
    held = Held(LEANS, (LEANS, SURE["neutral"]))
    assert set_right(held, None) is held
    told = set_right(held, Calibration(60, opposes=-1.0, neutral=0.5))
    for shares in (told.whole, *told.sentences):
        assert math.isclose(sum(shares), 1)
        assert min(shares) > 0
    assert told.whole[1] < LEANS[1]
    assert likeliest(told.whole) == "supports"
    assert set_right(Held((1.0, 0.0, 0.0), ()), Calibration(60, supports=-2.0)).whole[0] > 0.99


def test_a_judge_that_leans_is_set_right_and_one_that_does_not_is_let_be():
    labels = ["supports"] * 30 + ["opposes"] * 20 + ["neutral"] * 10
    leaning = [LEANS] * 20 + [SURE[label] for label in labels[20:]]
    by = fitted(leaning, labels)
    assert by.labels == 60
    assert by.opposes < -0.3
    right = [likeliest(calibrated(s, by)) == told for s, told in zip(leaning, labels, strict=True)]
    assert all(right)
    even = fitted([SURE[label] for label in labels], labels)
    assert abs(even.opposes) < 0.3
    assert abs(even.neutral) < 0.3


def test_few_labels_change_little_and_one_left_out_is_not_its_own_judge():
    assert abs(fitted([LEANS], ["supports"]).opposes) < abs(
        fitted([LEANS] * 40, ["supports"] * 40).opposes
    )
    shares = [LEANS] * 3 + [SURE["opposes"]] * 3
    labels = ["supports"] * 3 + ["opposes"] * 3
    assert left_one_out(shares, labels)[0] == calibrated(LEANS, fitted(shares[1:], labels[1:]))


@pytest.mark.parametrize("label", ["supports", "opposes", "neutral"])
def test_labels_of_one_kind_are_no_reason_to_divide_by_nothing(label):
    by = fitted([SURE[label]] * 50, [label] * 50)
    assert all(math.isfinite(x) for x in (by.opposes, by.neutral))
