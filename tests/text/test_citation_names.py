"""Citations: one form stands in a policy's file, every other form names the policy too."""

from dataclasses import replace

import pytest

from etl.records import Alias, Policy
from etl.text.citation_names import ways_to_write
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
    "Proclamation 10914": ["Proc. 10914", "Presidential Proclamation No. 10914"],
}
OTHERS = {
    CODE: ["199 U.S.C. 12d", "99 U.S.C. 12d-1", "99 U.S.C. 12", "9 U.S.C. 12d", "99 U.S.C. 12dd"],
    "99 U.S.C. 58 note": ["99 U.S.C. 58", "99 U.S.C. 58a note"],
    "P.L. 102-5": ["P.L. 102-51", "P.L. 1102-5", "P.L. 102-5a"],
    "21 CFR 9240.62": ["21 CFR 9240.621", "21 CFR 9240"],
    "E.O. 14965": ["E.O. 149650", "E.O. 1496", "Form 14965"],
}


def named(alias: str, form: str) -> bool:
    policy = replace(LAW, aliases=(Alias(alias, "en", strong=True),), context=("harbor",))
    text = f"The committee turned to {form} on Monday."
    return bool(find_mentions([{"article_id": "a", "text": text}], (policy,)))


@pytest.mark.parametrize(("alias", "form"), [(a, f) for a, forms in SAME.items() for f in forms])
def test_every_form_of_a_citation_names_the_policy(alias: str, form: str) -> None:
    assert named(alias, form)


@pytest.mark.parametrize(("alias", "form"), [(a, f) for a, forms in OTHERS.items() for f in forms])
def test_what_is_cited_beside_it_does_not(alias: str, form: str) -> None:
    assert not named(alias, form)


@pytest.mark.parametrize("name", ["Tug Law", "Section 12", "the law at 99 U.S.C. 12", ""])
def test_what_is_no_citation_alone_is_written_as_it_is(name: str) -> None:
    assert ways_to_write(name) == (name,)


def test_a_citation_of_context_is_known_in_every_form() -> None:
    policy = replace(LAW, aliases=(Alias("Section 12", "en"),), context=("P.L. 102-5",))
    for text in ("Sec. 3 of Pub. L. 102-6; Section 12", "Section 12 of Public Law 102-5"):
        found = find_mentions([{"article_id": "a", "text": text}], (policy,))
        assert bool(found) == ("102-5" in text)
