"""Stance by rules: on the left a sentence, on the right what it holds about keeping the policy."""

from types import SimpleNamespace

import pytest

from etl.records import Alias, Policy, PolicyBill
from etl.text.stance import judge

LAW = Policy(
    policy_id="harbor-act",
    name="Harbor Act",
    short_name="Harbor Act",
    kind="law",
    citation="99 U.S.C. 12",
    description="Keeps foreign tugs out of harbors.",
    source="made for this test",
    aliases=(
        Alias("Harbor Act", "en", True),
        Alias("портовый закон", "ru"),
        Alias("liman qanunu", "az"),
    ),
    keeps=("Tug Protection Act",),
    drops=("waiver", "open harbors pact"),
    bills=(
        PolicyBill("hr77-119", "repeals", None, "made for this test"),
        PolicyBill("s88-119", "enforces", None, "made for this test"),
    ),
)

CASES = [
    ("Congress should repeal the Harbor Act.", "opposes", "statement"),
    ("She urged Congress to repeal the Harbor Act.", "opposes", "statement"),
    ("She urged Congress to enforce the Harbor Act.", "supports", "statement"),
    ("He condemned the repeal of the Harbor Act.", "supports", "statement"),
    ("They opposed any waiver of the Harbor Act.", "supports", "statement"),
    ("The senators want to block the repeal of the Harbor Act.", "supports", "statement"),
    ("There is no reason not to renew the Harbor Act, and it is vital.", "supports", None),
    ("The Harbor Act is unjust.", "opposes", "evaluation"),
    ("The very existence of the Harbor Act hinders trade.", "opposes", "evaluation"),
    ("The Harbor Act is not obsolete.", "supports", "evaluation"),
    ("The Harbor Act should be scrapped.", "opposes", "statement"),
    ("Repealing the Harbor Act would be a mistake.", "supports", "statement"),
    ("Repeal the Harbor Act.", "opposes", "statement"),
    ("They applauded the open harbors pact.", "opposes", "evaluation"),
    ("We back the Tug Protection Act.", "supports", "evaluation"),
    ("He urged colleagues to pass H.R. 77.", "opposes", "statement"),
    ("He urged colleagues to pass S. 88.", "supports", "statement"),
    ("The Harbor Act, which bars tugs from abroad, must be enforced.", "supports", "statement"),
    ("The Harbor Act, which protects tugs, should be repealed.", "opposes", "statement"),
    ("Портовый закон несправедлив и мешает всем.", "opposes", "evaluation"),
]
ACTS = [
    "The president waived the Harbor Act on Friday.",
    "The administration reimposed the Harbor Act restrictions.",
    "The committee reviewed steps toward repealing the Harbor Act.",
    "Officials are considering whether to waive the Harbor Act.",
]


def judged(sentence, passage=None, alias=""):
    mention = SimpleNamespace(
        mention_id="m", sentence=sentence, passage=passage or sentence, alias=alias
    )
    return judge([mention], LAW)[0]


@pytest.mark.parametrize(("sentence", "stance", "kind"), CASES)
def test_the_words_around_a_name_compose(sentence, stance, kind):
    found = judged(sentence)
    assert found.stance == stance, found.trace
    assert kind in (None, found.kind)
    assert found.evidence == sentence


@pytest.mark.parametrize("sentence", ACTS)
def test_a_report_of_an_act_is_no_opinion(sentence):
    found = judged(sentence)
    assert (found.stance, found.kind, found.abstained) == ("neutral", "action", False), found.trace


def test_without_a_deciding_word_the_judge_abstains():
    found = judged("The Harbor Act has twelve sections.")
    assert found.abstained
    assert found.stance is None
    assert found.evidence is None
    assert found.p_supports + found.p_opposes + found.p_neutral == pytest.approx(1)


def test_a_language_it_does_not_know_is_not_guessed():
    found = judged("La Harbor Act doit être abrogée par le Congrès dans les mois qui viennent.")
    assert found.abstained
    assert found.stance is None
    assert found.trace == "language fr is not judged"


def test_the_next_sentence_counts_where_it_goes_on_about_the_policy():
    naming, after = "Lawmakers spoke of the Harbor Act.", "The law is unjust."
    found = judged(naming, f"{naming} {after}")
    assert (found.stance, found.evidence) == ("opposes", after)
    assert judged(naming, f"{naming} The weather is unjust.").stance is None


def test_a_neighbour_that_names_the_policy_is_judged_on_its_own():
    naming = "Lawmakers spoke of the Harbor Act."
    assert judged(naming, f"{naming} The Harbor Act is unjust.").stance is None


def test_the_trace_tells_what_each_word_did():
    trace = judged("The very existence of the Harbor Act hinders trade.").trace
    assert trace == "Harbor Act → hinders(−) = −"


@pytest.mark.parametrize("sentence", ["", "x", '"“«', "Harbor Act", "н" * 2000, "не " * 500])
def test_odd_text_gives_a_clear_result(sentence):
    found = judged(sentence)
    assert found.abstained == (found.stance is None)
    assert abs(found.score) <= 1
