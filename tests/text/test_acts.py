"""What a document of the executive does to a policy: titles and sentences, and what we hold."""

from __future__ import annotations

from datetime import date

import pytest

from etl.text.act_terms import Holds, holds
from etl.text.acts import Act, act_kind, act_on
from etl.text.terms import Term, run_out, term

NAME = "Section 907"

# A title, and what the document does: to any policy.
TITLES = [
    ("Extension of Waiver of Section 907 of the FREEDOM Support Act", "waiver"),
    ("Waiver of Restriction on Assistance to Ruritania", "waiver"),
    ("Suspension of Limitations Under the Embassy Act", "waiver"),
    ("Determination To Waive Section 907 of the FREEDOM Support Act", "waiver"),
    ("Termination of the Waiver of Section 907", "waiver_ended"),
    ("Revocation of Waiver of Section 12", "waiver_ended"),
    ("Delegation of Authority to Waive Section 907", "delegation"),
    ("Delegation of Functions and Authorities Under Section 7 of the Made Act", "delegation"),
    ("Imposition of Sanctions on Ruritanian Entities", "sanction"),
    ("Blocking Property of Persons Undermining Democracy in Ruritania", "sanction"),
    ("Designation of Two Individuals Pursuant to the Made Act", "sanction"),
    ("Removal of Sanctions on Ruritanian Entities", "sanction_lifted"),
    ("Notice of Termination of Designation as a Terrorist Organization", "sanction_lifted"),
    ("Continuation of the National Emergency With Respect to Ruritania", "continuation"),
    ("Termination of the National Emergency With Respect to Ruritania", "termination"),
    ("Declaring a National Emergency at the Border of Ruritania", "national_emergency"),
    ("Certification Concerning Ruritania Under the Made Act", "certification"),
    ("Presidential Determination on Ruritania", "determination"),
    (
        "Notice of Determination and Request for Comments: Section 301 Investigation",
        "determination",
    ),
    ("Notice of Proposed Determination: Section 301 Investigation", "document"),
    ("Request for Comments on the Waiver of Section 907", "document"),
    ("Notice of Public Hearing on a Waiver", "document"),
    ("Report to Congress on Sanctions", "document"),
    ("Amendment of the Export Rules", "document"),
]


@pytest.mark.parametrize(("title", "kind"), TITLES)
def test_a_title_tells_the_kind(title: str, kind: str) -> None:
    assert act_kind(title) == kind


# The title and the sentence that name the policy: what is done to it, and whether it goes on.
ACTS = [
    ("Extension of Waiver of Section 907 of the Made Act", None, "waiver", True),
    ("Waiver of Section 907 of the Made Act", None, "waiver", False),
    ("Section 907 Waiver", None, "waiver", False),
    ("Determination To Waive Section 907 of the Made Act", None, "waiver", False),
    ("Waiver of Sanctions Under Section 907 of the Made Act", None, "waiver", False),
    ("Waiver of Section 620 of the Other Act Under the Authority of Section 907", None, "document",
     False),
    ("Waiver of Section 620 of the Other Act, Notwithstanding Section 907", None, "document",
     False),
    ("Determination Under Section 907: Continuation of Waiver Authority", None, "waiver", True),
    ("Revocation of Waiver of Section 907 of the Made Act", None, "waiver_ended", False),
    ("Delegation of Authority To Waive Section 907 of the Made Act", None, "delegation", False),
    ("Request for Comments on Waiver of Section 907", None, "document", False),
    ("Sanctions Pursuant to Section 907", None, "sanction", False),
    ("Determination Under Section 907", None, "determination", False),
    ("Determination Under Section 907", "I hereby waive the application of Section 907.", "waiver",
     False),
    ("Memorandum", "Accordingly, I hereby extend the waiver of Section 907 of the Made Act.",
     "waiver", True),
    ("Memorandum", "I hereby determine and certify that extending the waiver of Section 907 of the "
     "Made Act is necessary.", "waiver", True),
    ("Notice", "The Secretary of State has determined to waive Section 907 for one year.", "waiver",
     False),
    ("Notice", "The restriction in Section 907 of the Made Act is hereby waived.", "waiver", False),
    ("Notice", "I hereby waive: (a) section 620 of the Other Act; (b) Section 907 of the Made Act.",
     "waiver", False),
    ("Notice", "The waiver of Section 907 is hereby revoked.", "waiver_ended", False),
    ("Notice", "I hereby terminate the waiver of Section 907.", "waiver_ended", False),
    ("Memorandum", "I hereby delegate to the Secretary the authority to waive Section 907.",
     "delegation", False),
    ("Memorandum", "Pursuant to Section 907, I hereby determine that the steps were taken.",
     "determination", False),
    ("Memorandum", "Under Section 907, I hereby certify that the steps were taken.",
     "certification", False),
    # Named, and nothing done to it.
    ("Waiver of Section 620 of the Other Act", "I hereby waive section 620 of that Act, "
     "notwithstanding Section 907.", "document", False),
    ("Notice", "I hereby waive section 620 of the Other Act under the authority of Section 907.",
     "document", False),
    ("Notice", "The President may waive Section 907 if he so certifies.", "document", False),
    ("Notice", "On June 21, 2022, the Deputy Secretary waived Section 907.", "document", False),
    ("Notice", "The Department has not waived Section 907.", "document", False),
    ("Notice", "The Secretary has received a request to waive Section 907.", "document", False),
    ("Notice", "Aid to Azerbaijan is limited by Section 907.", "document", False),
    ("Presidential Determination on Ruritania", "Section 907 is not touched.", "document", False),
    # Done by an authority that only the text names.
    ("Blocking Property of Certain Persons", "By the authority vested in me, including "
     "Section 907, I find as follows.", "sanction", False),
    ("Blocking Property of Certain Persons", "Section 907 is another matter.", "document", False),
]  # fmt: skip


@pytest.mark.parametrize(("title", "sentence", "kind", "extends"), ACTS)
def test_what_is_done_must_be_done_to_this_policy(
    title: str, sentence: str | None, kind: str, extends: bool
) -> None:
    names = [NAME] if NAME in title else []
    act = act_on(title, names, [(sentence, [NAME])] if sentence else [])
    assert (act.kind, act.extends) == (kind, extends)
    if kind != "document":
        assert act.clause in {title, sentence}


@pytest.mark.parametrize(
    ("title", "name", "kind"),
    [
        ("Extension of the 907 Waiver", "907 Waiver", "waiver"),
        ("Imposition of Made Sanctions on Ruritania", "Made Sanctions", "sanction"),
        ("Made Sanctions Act Regulations", "Made Sanctions Act", "document"),
        ("Determination Under the Made Sanctions Act", "Made Sanctions Act", "determination"),
    ],
)
def test_the_policys_own_name_tells_of_no_act(title: str, name: str, kind: str) -> None:
    assert act_on(title, [name], []).kind == kind


def test_the_scope_is_told_in_the_documents_words() -> None:
    title = "Extension of Waiver of Section 907 With Respect to Assistance to Ruritania"
    assert act_on(title, [NAME], []).scope == "Assistance to Ruritania"
    assert act_on(None, [], []) == Act(kind="document")


SINCE = date(2024, 1, 10)
HOLDS = [
    ("The waiver shall remain in effect through June 30, 2024.", None, date(2024, 6, 30)),
    ("The waiver shall remain in effect until June 30, 2024.", None, date(2024, 6, 29)),
    ("This waiver expires on June 30, 2024.", None, date(2024, 6, 30)),
    ("I hereby waive section 9 for a period of 180 days.", None, date(2024, 7, 7)),
    ("I hereby waive section 9 for one year.", None, date(2025, 1, 9)),
    ("I hereby suspend for a period of six (6) months the limitations.", None, date(2024, 7, 9)),
    ("This waiver is effective on February 1, 2024 for one year.", date(2024, 2, 1),
     date(2025, 1, 31)),
    ("DATES: Effective on February 1, 2024.\n\nI hereby waive it.", date(2024, 2, 1), None),
    ("The waiver expired on June 30, 2023.", None, None),
    ("Reports on the waiver are due for one year.", None, None),
    ("The program runs through June 30, 2030. I hereby waive section 9.", None, None),
    ("I hereby waive section 9.", None, None),
    (None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "begins", "ends"), HOLDS)
def test_a_document_may_tell_its_own_days(
    text: str | None, begins: date | None, ends: date | None
) -> None:
    assert holds(text, SINCE) == Holds(begins, ends)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("1 year", Term(1, "year")),
        ("180 days", Term(180, "day")),
        ("six months", Term(6, "month")),
        ("one-year", Term(1, "year")),
        ("until revoked", Term()),
        ("0 days", None),
        ("a while", None),
        ("some years", None),
        (None, None),
    ],
)
def test_terms(words: str | None, told: Term | None) -> None:
    assert term(words) == told


@pytest.mark.parametrize(
    ("since", "span", "over"),
    [
        (date(2022, 6, 21), Term(1, "year"), date(2023, 6, 21)),
        (date(2024, 2, 29), Term(1, "year"), date(2025, 2, 28)),
        (date(2024, 8, 31), Term(6, "month"), date(2025, 2, 28)),
        (date(2024, 12, 15), Term(1, "month"), date(2025, 1, 15)),
        (date(2024, 1, 1), Term(9999, "year"), date.max),
        (date(2024, 1, 1), Term(), date.max),
    ],
)
def test_a_term_runs_out(since: date, span: Term, over: date) -> None:
    assert run_out(since, span) == over


@pytest.mark.parametrize("hostile", ["waive " * 20_000, "waiver of " * 20_000 + "Section 907"])
def test_a_hostile_title_is_read_in_time(hostile: str) -> None:
    act_on(hostile, [NAME], [(hostile[:1500], [NAME])])
