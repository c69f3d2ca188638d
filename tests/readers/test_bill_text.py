"""Bill texts in both mark-ups: the words, the citations, and which version of which bill it is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from etl.readers import bill_text, reader_of
from etl.records import BillCitation, BillText, Refused, Reject
from tests import made

BODY = """<section><enum>2.</enum><header>Repeal</header>
<subsection><enum>(a)</enum><header>In general</header><text>Section 907 of the FREEDOM Support Act
(<external-xref legal-doc="usc" parsable-cite="usc/22/5812">22 U.S.C. 5812</external-xref> note) and
<external-xref legal-doc="public-law" parsable-cite="pl/107/115">Public Law 107–115</external-xref>
 <quote>as made</quote> <quote>so</quote> are amended—</text>
<paragraph><enum>(1)</enum><text>by inserting the following:</text>
<quoted-block><section><enum>908.</enum><header>New</header><text>New law &amp; order.</text>
</section><after-quoted-block>; and</after-quoted-block></quoted-block></paragraph>
<paragraph changed="deleted"><enum>(2)</enum><text>by striking nothing.</text></paragraph>
</subsection></section>
<section><enum>3.</enum><text>Last<pagebreak/> words.</text></section>"""

TEXT = """Sec. 1. Short title
  This Act may be cited as the “Made Text Act”.

Sec. 2. Repeal
  (a) In general.—Section 907 of the FREEDOM Support Act (22 U.S.C. 5812 note) and \
Public Law 107–115 “as made” “so” are amended—
    (1) by inserting the following:
        “908. New.—New law & order.”; and

Sec. 3.
  Last words."""

LAW = """<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet type="text/css" href="uslm.css"?>
<pLaw xmlns="http://schemas.gpo.gov/xml/uslm" xmlns:dc="http://purl.org/dc/elements/1.1/">
<?I97 139 STAT. ?><meta><dc:title>Public Law 119–999: To do.</dc:title><dc:type>Public Law</dc:type>
<docNumber>999</docNumber><citableAs>Public Law 119–999</citableAs><congress>119</congress></meta>
<preface><page>139 STAT. 75</page><docNumber>119–999</docNumber></preface>
<main><longTitle><docTitle>An Act</docTitle><officialTitle>To do.</officialTitle><sidenote>
<p>Mar. 27, 2025</p><p>[<ref href="/us/bill/119/hr/9001">H.R. 9001</ref>]</p></sidenote></longTitle>
<section><num value="1">SECTION 1. </num><heading>REPEAL.</heading><subsection>
<num value="a">(a) </num><heading>In General.—</heading><content>Section 907
(<ref href="/us/usc/t22/s5812/note">22 U.S.C. 5812 note</ref>) is repealed.</content></subsection>
</section><action><actionDescription>Approved March 27, 2025.</actionDescription></action></main>
<legislativeHistory><ref href="/us/bill/119/s/5">S. 5</ref></legislativeHistory></pLaw>"""

USLM = """<?xml version="1.0"?><bill xmlns="http://schemas.gpo.gov/xml/uslm"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><meta><dc:title>119 HR 9002 EH: To do.</dc:title>
<citableAs>119 HR 9002 EH</citableAs><docStage>Engrossed in House</docStage></meta><preface>
<congress value="119">119th CONGRESS</congress><action><date date="2025-05-06">May 6</date></action>
</preface><main><longTitle><officialTitle>To do.</officialTitle></longTitle><section>
<num value="1">SEC. 1. </num><content>Funds under <ref href="/us/pl/115/72">Public Law 115–72</ref>
end.</content></section></main></bill>"""

AMENDMENT = """<?xml version="1.0"?><!DOCTYPE amendment-doc PUBLIC "x" "amend.dtd">
<amendment-doc amend-type="engrossed-amendment"><engrossed-amendment-form>
<congress>119th CONGRESS</congress><legis-num>H. R. 9003</legis-num>
</engrossed-amendment-form><engrossed-amendment-body><section><text>Strike all.</text></section>
</engrossed-amendment-body></amendment-doc>"""

ENROLLED = """<bill bill-stage="Enrolled-Bill"><form>
<congress>One Hundred Nineteenth Congress of the United States of America</congress>
<legis-num>S. J. Res. 7</legis-num></form><legis-body><section><text>Be it so.</text></section>
</legis-body></bill>"""


def read(content: str, name: str = "any.xml") -> list[Any]:
    assert reader_of(name, content.encode()) == "bill_text"
    return bill_text.read(name, content.encode())


def test_the_words_keep_their_order_and_their_places() -> None:
    text = read(made.bill_text(BODY))[0]
    assert isinstance(text, BillText)
    assert text.text == TEXT
    assert (text.bill_id, text.version) == ("hr9001-119", "ih")
    assert text.version_on == date(2025, 2, 3)
    assert text.official_title == "To do a made thing."
    assert text.short_title == "Made Text Act"
    assert text.law_number is None


def test_citations_say_where_they_stand() -> None:
    cites = [r for r in read(made.bill_text(BODY)) if isinstance(r, BillCitation)]
    assert [(c.cite, c.words, c.section) for c in cites] == [
        ("usc/22/5812", "22 U.S.C. 5812", "2"),
        ("public-law/107/115", "Public Law 107–115", "2"),
    ]
    assert cites[0].passage
    assert cites[0].passage.startswith("(a) In general.—Section 907")


def test_a_public_law_is_the_bill_that_it_was() -> None:
    text, cite = read(LAW, "PLAW-119publ999.xml")
    assert (text.bill_id, text.version, text.law_number) == ("hr9001-119", "plaw", "119-999")
    assert text.version_on == date(2025, 3, 27)
    assert text.text == (
        "SECTION 1. REPEAL.\n  (a) In General.—Section 907 (22 U.S.C. 5812 note) is repealed."
    )
    assert (cite.cite, cite.section) == ("usc/22/5812", "1")


def test_a_bill_in_uslm() -> None:
    text, cite = read(USLM)
    assert (text.bill_id, text.version, text.version_on) == ("hr9002-119", "eh", date(2025, 5, 6))
    assert text.text == "SEC. 1.\n  Funds under Public Law 115–72 end."
    assert cite.cite == "public-law/115/72"


@pytest.mark.parametrize(
    ("content", "name", "bill_id", "version"),
    [
        (AMENDMENT, "BILLS-119hr9003eas.xml", "hr9003-119", "eas"),
        (ENROLLED, "a.xml", "sjres7-119", "enr"),
        (made.bill_text(stage="Placed-on-Calendar-Senate"), "a.xml", "hr9001-119", "pcs"),
        (made.bill_text(stage="A-new-stage"), "a.xml", "hr9001-119", "ih"),
        (made.bill_text(), "zip/BILLS-119hr9001rfs.xml", "hr9001-119", "rfs"),
    ],
)
def test_which_version_of_which_bill(content: str, name: str, bill_id: str, version: str) -> None:
    text = read(content, name)[0]
    assert (text.bill_id, text.version) == (bill_id, version)


def test_a_name_that_tells_another_bill_is_told_and_the_text_believed() -> None:
    text, reject = read(made.bill_text(stage="Engrossed-in-House"), "BILLS-119hr12is.xml")
    assert (text.bill_id, text.version) == ("hr9001-119", "eh")
    assert isinstance(reject, Reject)
    assert "hr12-119" in reject.reason


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "empty"),
        ("<!doctype html><html><title>Just a moment...</title></html>", "web page"),
        ('{"error": "not found"}', "JSON"),
        (made.bill_text(BODY)[:900], "breaks off"),
        ('<!DOCTYPE bill [<!ENTITY x "y">]><bill bill-stage="a"><form/></bill>', "entities"),
        ('<bill bill-stage="Introduced-in-House"><form/><legis-body/></bill>', "tells no bill"),
        (AMENDMENT, "which version"),
        (ENROLLED.replace("Be it so.", " "), "no words"),
    ],
)
def test_what_is_no_text_is_refused(content: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        bill_text.read("a.xml", content.encode())


@pytest.mark.parametrize(
    "content",
    [made.billstatus(), made.FEED, "<bill><item>a restaurant</item></bill>", made.CHALLENGE],
)
def test_other_files_are_left_to_others(content: str) -> None:
    assert not bill_text.reads("BILLS-119hr1ih.xml", content.encode())


def test_an_entity_without_its_dtd_is_a_letter_not_a_fault() -> None:
    body = "<section><enum>2.</enum><text>Ends&mdash;so.</text></section>"
    assert "Ends—so." in read(made.bill_text(body))[0].text
