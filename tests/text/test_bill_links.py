"""What a bill would do to a policy: from its clauses, titles, law number and related bills."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from etl.policies import read_policies
from etl.readers import bill_text
from etl.records import Alias, BillCitation, Policy, PolicyBill
from etl.text.bills.links import BillLink, links
from etl.text.bills.links_targets import scope, seeds, target
from tests import made

SHIPPED = read_policies(Path(__file__).resolve().parents[2] / "data" / "policies")
S907 = "section 907 of the FREEDOM Support Act (22 U.S.C. 5812 note)"
S230 = "section 230 of the Communications Act of 1934 (47 U.S.C. 230)"
S231 = "section 231 of the Countering America’s Adversaries Through Sanctions Act (22 U.S.C. 9525)"
LUDDEN = (
    "the Kenneth M. Ludden Foreign Operations, Export Financing, and Related Programs "
    "Appropriations Act, 2002 (Public Law 107–115; 22 U.S.C. 5812 note)"
)
LEAHY = "section 620M of the Foreign Assistance Act of 1961 (22 U.S.C. 2378d)"
TITLE_IV = "title IV of the Trade Act of 1974 (19 U.S.C. 2431 et seq.)"

CLAUSES = [
    ("section-907", f"{S907.capitalize()} is repealed.", "repeals"),
    ("section-907", f"The Act is amended by striking {S907}.", "repeals"),
    ("section-907", f"{S907} shall not apply to humanitarian assistance.", "exempts"),
    ("section-907", f"Notwithstanding {S907}, assistance may be provided.", "exempts"),
    ("section-907", f"Funds may be made available without regard to {S907}.", "exempts"),
    ("section-907", f"The President may waive {S907} for one year.", "waives"),
    ("section-907", f"The restrictions in {S907} may be waived.", "waives"),
    ("section-907", f"The President may not waive {S907}.", "enforces"),
    ("section-907", f"The President may not exercise the waiver authority of {S907}.", "enforces"),
    ("section-907", f"The waiver authority provided by {S907} is repealed.", "enforces"),
    ("section-907", f"The fourth proviso of {LUDDEN} is repealed.", "enforces"),
    ("section-907", f"Congress opposes the repeal of {S907}.", "enforces"),
    ("section-907", f"It is the sense of Congress that the President should fully enforce {S907}.",
     "enforces"),
    ("section-907", f"Nothing in this Act shall be construed to repeal {S907}.", "mentions"),
    ("section-907", f"If {S907} is repealed, the Secretary shall report.", "mentions"),
    ("section-907", f"The report shall describe any waiver of {S907}.", "mentions"),
    ("section-907", f"Whereas the President waived {S907};", "mentions"),
    ("section-907", "Subsection (b) of section 907 of the FREEDOM Support Act is repealed.",
     "weakens"),
    ("section-907", "FREEDOM Support Act section 907 is repealed.", "repeals"),
    ("section-230", f"{S230} shall have no force or effect after December 31, 2027.", "repeals"),
    ("section-230", f"None of the funds may be used to enforce {S230}.", "weakens"),
    ("section-230", f"{S230} is amended by adding at the end the following: “(g) This section "
     "shall not apply to a claim of a minor.”", "weakens"),
    ("section-230", f"The term has the meaning given it in {S230}.", "mentions"),
    ("caatsa-231", f"For purposes of {S231}, the acquisition shall be considered to be a "
     "significant transaction.", "enforces"),
    ("caatsa-231", f"The President shall impose five or more of the sanctions under {S231}.",
     "enforces"),
    ("fisa-702", "Title VII of the Foreign Intelligence Surveillance Act of 1978 is amended by "
     "striking “April 20, 2026” and inserting “April 20, 2029”.", "strengthens"),
    ("jackson-vanik", f"{TITLE_IV} shall no longer apply to Made Land.", "exempts"),
    ("leahy-law", f"Such assistance shall be subject to {LEAHY}.", "enforces"),
    ("leahy-law", f"Funds may be made available notwithstanding any other law, except for {LEAHY}.",
     "mentions"),
    ("taiwan-relations-act", "For expenses to carry out the Taiwan Relations Act (Public Law "
     "96–8), $1.", "mentions"),
]  # fmt: skip

OTHERS = [
    "Section 907 of the Internal Revenue Code of 1986 is repealed.",
    "Section 907 of title 14, United States Code, is repealed. Armenia and Azerbaijan differ.",
    "Section 907 of the Afghanistan Freedom Support Act of 2002 is repealed.",
    "Afghanistan Freedom Support Act section 907 is repealed.",
    "Section 102 of the FREEDOM Support Act (22 U.S.C. 5812) is repealed.",
    "Under section 907, aid to Azerbaijan and Armenia ends.",
    "Section 302 of the Trade Act of 1974 is repealed.",
    "Section 301 of the Trade Act of 2002 is repealed.",
    "Section 235 of the Countering America’s Adversaries Through Sanctions Act binds Russia.",
    "The National Defense Authorization Act for Fiscal Year 2001 and fiscal year 2026 differ.",
    "This Act may be cited as the “Armenian Protection Act of 2030”.",
]


def linked(*blocks: str, policies: tuple[Policy, ...] = SHIPPED) -> list[BillLink]:
    """Return the links of a made bill whose sections these are."""
    rows = [
        {"bill_id": "hr9001-119", "version": "ih", "version_on": None, "block": block}
        for block in blocks
    ]
    return links(rows, [], [], [], policies)


def section(*lines: str) -> str:
    return "Sec. 2. A section\n  " + "\n  ".join(lines)


@pytest.mark.parametrize(("policy_id", "clause", "effect"), CLAUSES, ids=[c for _, c, _ in CLAUSES])
def test_the_clause_tells_the_effect(policy_id: str, clause: str, effect: str) -> None:
    found = [link for link in linked(section(clause)) if link.policy_id == policy_id]
    assert [link.effect for link in found] == [effect]
    assert found[0].section == "2"


@pytest.mark.parametrize("clause", OTHERS)
def test_another_law_is_no_link(clause: str) -> None:
    assert linked(section(clause)) == []


def test_a_verb_in_the_line_above_counts_for_less() -> None:
    (link,) = linked(section("None of the funds may be used to enforce—", f"  (1) {S230}; or"))
    assert (link.effect, link.confidence) == ("weakens", "medium")


def test_what_hangs_on_an_amendment_turns_it() -> None:
    block = section(f"(a) {S230} is amended—", "  (1) by striking “waiver”.")
    assert [link.effect for link in linked(block)] == ["enforces"]


def test_findings_order_nothing() -> None:
    block = f"Sec. 2. Findings\n  Congress finds the following:\n  (1) {S907} is repealed."
    assert [link.effect for link in linked(block)] == ["mentions"]


def test_an_amendment_whose_way_is_not_told_is_a_mention_of_low_confidence() -> None:
    (link,) = linked(
        section(f"{S230} is amended in subsection (c) by striking “a” and inserting “b”.")
    )
    assert (link.effect, link.confidence) == ("mentions", "low")


def test_the_section_of_the_code_alone_is_less_sure_where_the_policy_is_a_note_of_it() -> None:
    sure, vague = (
        linked(section(f"Notwithstanding {words}, aid may go on."))[0].confidence
        for words in ("22 U.S.C. 5812 note", "22 U.S.C. 5812")
    )
    assert (sure, vague) == ("high", "medium")


def test_a_marked_up_citation_counts_whatever_its_words() -> None:
    body = (
        '<section><enum>2.</enum><text><external-xref legal-doc="usc" '
        'parsable-cite="usc/22/5812">Section 907</external-xref> is repealed.</text></section>'
    )
    records = bill_text.read("a.xml", made.bill_text(body).encode())
    text = records[0]
    marked = [
        {"bill_id": c.bill_id, "version": c.version, "version_on": text.version_on,
         "cite": c.cite, "words": c.words, "section": c.section, "passage": c.passage}
        for c in records if isinstance(c, BillCitation)
    ]  # fmt: skip
    (link,) = links([], marked, [], [], SHIPPED)
    assert (link.pattern, link.effect, link.section) == ("parsable citation", "repeals", "2")


def test_a_place_that_is_also_marked_up_is_told_once() -> None:
    block = section(f"{S907} is repealed.")
    row: dict[str, Any] = {"bill_id": "hr9001-119", "version": "ih", "version_on": None}
    marked = row | {"cite": "usc/22/5812", "words": "22 U.S.C. 5812", "section": "2",
                    "passage": f"{S907} is repealed."}  # fmt: skip
    (link,) = links([row | {"block": block}], [marked], [], [], SHIPPED)
    assert (link.pattern, link.cite) == ("parsable citation", "usc/22/5812")


def bill(bill_id: str, title: str, official: str = "", **more: str) -> dict[str, Any]:
    empty = {"summary": None, "subjects": None, "law_number": None}
    return {"bill_id": bill_id, "titles": title, "official_title": official} | empty | more


TITLES = [
    ("hr1-119", "x", "To repeal a restriction on assistance to Azerbaijan.", "section-907",
     "repeals"),
    ("s1-118", "x", "A bill to repeal Freedom Support Act section 907 waiver authority with "
     "respect to assistance to Azerbaijan.", "section-907", "enforces"),
    ("s2-117", "x", "A bill to repeal section 230 of the Communications Act of 1934.",
     "section-230", "repeals"),
    ("hr2-119", "x", "To amend section 231 of the Countering America's Adversaries Through "
     "Sanctions Act to provide an exception for India.", "caatsa-231", "weakens"),
    ("hr3-119", "x", "To extend title VII of the Foreign Intelligence Surveillance Act of 1978.",
     "fisa-702", "strengthens"),
    ("hr4-119", "GENIUS Act", "To regulate payment stablecoins.", "genius-act", "creates"),
    ("hr5-119", "Kids Online Safety Act", "", "kosa", "creates"),
    ("hr6-119", "National Defense Authorization Act for Fiscal Year 2026", "", "ndaa-fy2026",
     "creates"),
    ("hr7-114", "Global Magnitsky Human Rights Accountability Act", "", "global-magnitsky",
     "creates"),
    ("hr8-119", "Global Magnitsky Human Rights Accountability Reauthorization Act", "",
     "global-magnitsky", "strengthens"),
    ("hr9-119", "Caesar Act Repeal Act", "To repeal the Caesar Syria Civilian Protection Act of "
     "2019.", "caesar-act", "repeals"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("bill_id", "title", "official", "policy_id", "effect"), TITLES, ids=[t[0] for t in TITLES]
)
def test_titles_tell(bill_id: str, title: str, official: str, policy_id: str, effect: str) -> None:
    found = links([], [], [bill(bill_id, title, official)], [], SHIPPED)
    told = {link.effect for link in found if link.policy_id == policy_id}
    assert effect in told
    assert told <= {effect, "mentions"}


@pytest.mark.parametrize(
    "title",
    [
        "National Defense Authorization Act for Fiscal Year 2022",
        "To amend section 907 of the Internal Revenue Code of 1986.",
        "To amend title 14, United States Code, section 907.",
        "To amend section 907 of the Afghanistan Freedom Support Act of 2002.",
    ],
)
def test_titles_of_other_laws_do_not(title: str) -> None:
    assert links([], [], [bill("hr1-119", title, title)], [], SHIPPED) == []


def test_the_parts_of_a_summary_are_not_sections_of_a_law() -> None:
    told = bill("hr1-119", "x", summary="(Sec. 301) Bars trade with China. (Sec. 230) Online ads.")
    assert links([], [], [told], [], SHIPPED) == []


def test_the_bill_that_became_the_law_creates_the_policy() -> None:
    (link,) = links([], [], [bill("hr1-115", "x", law_number="115-44")], [], SHIPPED)
    assert (link.policy_id, link.effect, link.found_in) == ("caatsa-231", "creates", "law number")


def test_related_bills_follow_at_one_remove() -> None:
    repeal = bill("hr1-119", "x", "To repeal the Taiwan Relations Act.")
    relations = [
        {"bill_id": "hr1-119", "related_bill_id": "s9-119", "relation": "Identical bill"},
        {"bill_id": "hr5-119", "related_bill_id": "hr1-119", "relation": "Related bill"},
        {"bill_id": "hr5-119", "related_bill_id": "hr6-119", "relation": "Related bill"},
    ]
    found = links([], [], [repeal], relations, SHIPPED)
    told = {(k.bill_id, k.effect, k.confidence) for k in found if k.found_in == "related bill"}
    assert told == {("s9-119", "repeals", "medium"), ("hr5-119", "mentions", "low")}


def policy(**told: Any) -> Policy:
    empty = {"short_name": "Made 12", "kind": "made", "description": "made", "source": "made"}
    names = (Alias("Section 12 of the Made Widgets Act", "en", True), Alias("Section 12", "en"))
    rest = {"policy_id": "made", "name": "Made", "citation": "9 U.S.C. 77a", "aliases": names}
    return Policy(**(rest | empty | told))


def test_any_policy_is_found_by_what_its_file_tells() -> None:
    own = policy(cites=("pl/90/12",), bills=(PolicyBill("s1-119", "mentions", None, "made"),))
    for words in ("9 U.S.C. 77a", "section 12 of the Made Widgets Act of 1968", "Public Law 90-12"):
        assert [k.effect for k in linked(section(f"{words} is repealed."), policies=(own,))] == [
            "repeals"
        ], words
    assert linked(section("Section 13 of the Made Widgets Act is repealed."), policies=(own,)) == []


@pytest.mark.parametrize("own", SHIPPED, ids=[p.policy_id for p in SHIPPED])
def test_the_seeds_let_every_citation_and_english_name_through(own: Policy) -> None:
    words = [seed.partition("+") for _, kind, seed in seeds([own]) if kind == "word"]
    for policy_id, clause, _ in CLAUSES:
        if policy_id == own.policy_id:
            text = clause.lower().replace("–", "-").replace("’", "'")
            assert any(seed in text and also in text for seed, _, also in words), clause
    assert words
    assert all(len(seed) >= 4 for seed, _, _ in words)


def test_the_law_of_the_waiver_is_not_the_policy() -> None:
    s907 = next(p for p in SHIPPED if p.policy_id == "section-907")
    aim = target(s907)
    assert aim.cites == {"usc/22/5812", "public-law/102/511/s907", "act/freedom-support-act/s907"}
    assert aim.of_waiver(LUDDEN)
    assert not aim.of_waiver(S907)
    assert scope(SHIPPED).targets["section-907"] == aim
