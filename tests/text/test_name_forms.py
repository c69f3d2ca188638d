"""Names in other forms: one stands in a policy's file, every other form of it counts too."""

from dataclasses import replace

import pytest

from etl.records import Alias, Policy
from etl.text.name_forms import ways_to_write
from etl.text.names import find_mentions

LAW = Policy(
    policy_id="tug-law",
    name="Tug Law",
    short_name="Tug Law",
    kind="law",
    citation="99 U.S.C. 12d",
    description="Keeps foreign tugs out of harbors.",
    source="made for this test",
    aliases=(),
)

CODE = "99 U.S.C. 12d"
SAME = {
    CODE: [
        "99 U.S.C. 12d",
        "99 USC 12d",
        "99 U. S. C. 12d",
        "99 U.S.C. § 12d",
        "99 U.S.C. §12d(a)(2)",
        "99 U.S.C. Sec. 12d",
        "99 U.S.C.A. § 12d",
        "99 U.S. Code § 12d",
        "99 US Code 12d",
        "section 12d of title 99, United States Code,",
        "title 99 of the U.S. Code, section 12d,",
        "99 U.S.C.\n12d",
    ],
    "99 U.S.C. § 58 note": ["99 USC 58 note", "99 U.S.C. § 58 (note)", "99 U.S. Code § 58 note"],
    "Pub. L. 102-5": [
        "P.L. 102-5",
        "PL 102\u20135",
        "Pub.L. 102-5",
        "Pub. L. No. 102-5",
        "Public Law 102-5",
        "Public Law No. 102-5",
    ],
    "21 CFR 9240.62": ["21 C.F.R. § 9240.62", "21 CFR 9240.62(b)", "21 C.F.R. Part 9240.62"],
    "E.O. 14965": ["Executive Order 14965", "EO 14965", "Exec. Order No. 14965"],
    "Section 1181": ["Sec. 1181", "§1181", "Sect. 1181(b)", "Sections 1181 and 1182"],
    "Sec. 12 of the Tug Law": ["section 12 of the Tug Law", "§ 12 of the Tug Law"],
    "H.R. 6840": ["HR 6840", "H.R. No. 6840", "House Bill 6840", "House bill No. 6840"],
    "Senate Bill 3000": ["S. 3000", "S.3000", "S. No. 3000"],
    "H.Res. 744": ["H. Res. 744", "House Resolution 744", "House Res. 744"],
    "Senate Joint Resolution 12": ["S.J.Res. 12", "S. J. Res. 12", "SJRes 12"],
    "H. Con. Res. 8": ["House Concurrent Resolution 8", "H.Con.Res. 8"],
    "the Roe Act": ["a Roe Act"],
    "National Defense Authorization Act": ["National Defence Authorisation Acts"],
    "Harbour Labor Programme": ["Harbor Labour Program", "harbour labor programs"],
    "anti-dumping duty": ["antidumping duties", "anti-dumping duty"],
    "Proclamation 10914": ["Proc. 10914", "Presidential Proclamation No. 10914"],
}
OTHERS = {
    CODE: ["199 U.S.C. 12d", "99 U.S.C. 12d-1", "99 U.S.C. 12", "9 U.S.C. 12d", "99 U.S.C. 12dd"],
    "99 U.S.C. 58 note": ["99 U.S.C. 58", "99 U.S.C. 58a note"],
    "P.L. 102-5": ["P.L. 102-51", "P.L. 1102-5", "P.L. 102-5a"],
    "21 CFR 9240.62": ["21 CFR 9240.621", "21 CFR 9240"],
    "Section 1181": ["Section 11", "S. 1181", "Article 1181"],
    "H.R. 6840": ["H.Res. 6840", "Texas House Bill 6840", "S. 6840", "House Bill 68"],
    "S. 3000": ["Ohio's Senate Bill 3000", "S. 300", "Section 3000"],
    "the Act": ["an Act"],
    "Hold for Ports Clause": ["hold four ports clause"],
    "E.O. 14965": ["E.O. 149650", "E.O. 1496", "Form 14965"],
}


def named(alias: str, form: str) -> bool:
    policy = replace(LAW, aliases=(Alias(alias, "en", strong=True),), context=("harbor",))
    text = f"The committee turned to {form} on Monday."
    return bool(find_mentions([{"article_id": "a", "text": text}], (policy,)))


@pytest.mark.parametrize(("alias", "form"), [(a, f) for a, forms in SAME.items() for f in forms])
def test_every_form_of_a_name_counts(alias: str, form: str) -> None:
    assert named(alias, form)


@pytest.mark.parametrize(("alias", "form"), [(a, f) for a, forms in OTHERS.items() for f in forms])
def test_what_stands_beside_it_does_not(alias: str, form: str) -> None:
    assert not named(alias, form)


@pytest.mark.parametrize("name", ["Tug Law", "The Act", "a law at 99 U.S.C. 12", ""])
def test_what_is_no_citation_alone_is_written_as_it_is(name: str) -> None:
    assert ways_to_write(name) == (name,)


def test_a_citation_of_context_is_known_in_every_form() -> None:
    policy = replace(LAW, aliases=(Alias("Section 12", "en"),), context=("P.L. 102-5",))
    for text in ("Sec. 3 of Pub. L. 102-6; Section 12", "Section 12 of Public Law 102-5"):
        found = find_mentions([{"article_id": "a", "text": text}], (policy,))
        assert bool(found) == ("102-5" in text)
