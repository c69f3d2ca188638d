"""BILLSTATUS in its five shapes: made files, one oddity each."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, TypeVar

import pytest

from etl.readers import billstatus
from etl.records import (
    Bill,
    BillAction,
    BillAmendment,
    BillCommittee,
    BillCosponsor,
    BillSubject,
    BillSummary,
    BillTextVersion,
    BillTitle,
    RecordedVote,
    Refused,
    Reject,
    RelatedBill,
)

T = TypeVar("T")
HR = "<type>HR</type><number>6534</number><congress>119</congress>"


def file(inside: str, before: str = '<?xml version="1.0" encoding="utf-8"?>') -> bytes:
    return f"{before}\n<billStatus>\n<bill>{inside}</bill></billStatus>".encode()


def read(inside: str) -> list[Any]:
    content = file(inside)
    assert billstatus.reads("a.xml", content[:4096])
    return billstatus.read("a.xml", content)


def some(kind: type[T], inside: str) -> list[T]:
    return [record for record in read(inside) if isinstance(record, kind)]


def action(text: str, code: str = "", on: str = "2025-01-03", committee: str = "") -> str:
    code = code and f"<actionCode>{code}</actionCode>"
    place = committee and (
        f"<committees><item><systemCode>{committee}</systemCode></item></committees>"
    )
    return f"<item><actionDate>{on}</actionDate><text>{text}</text>{code}{place}</item>"


OLD = """
  <billNumber>70</billNumber><billType>HCONRES</billType><congress>114</congress>
  <originChamber>House</originChamber><introducedDate>2015-08-04</introducedDate>
  <version>1.0.0</version>
  <sponsors><item><bioguideId>N000147</bioguideId>
    <fullName>Del. Norton, Eleanor Holmes [D-DC-At Large]</fullName>
    <byRequestType/></item></sponsors>
  <committees><billCommittees><item><systemCode>hspw00</systemCode><chamber>House</chamber>
    <name>Transportation and Infrastructure Committee</name>
    <activities><item><name>Referred to</name><date>2015-08-05T01:00:00Z</date></item></activities>
    <subcommittees><item><systemCode>hspw07</systemCode><name>Emergency Subcommittee</name>
      <activities/></item></subcommittees></item></billCommittees></committees>
  <subjects><billSubjects><primarySubject><name>Congress</name></primarySubject>
    <otherSubjects><item><name>Athletes</name></item></otherSubjects></billSubjects></subjects>
  <summaries><billSummaries><item><versionCode>00</versionCode><actionDesc>Introduced</actionDesc>
    <actionDate>2015-08-04</actionDate><text><![CDATA[<p>Holds a race &amp; more.</p>]]></text>
    </item></billSummaries></summaries>
  <title>Authorizing a race.</title>"""

NEW = """
  <number>70</number><type>HCONRES</type><congress>114</congress>
  <introducedDate>2015-08-04</introducedDate>
  <sponsors><item><bioguideId>N000147</bioguideId>
    <fullName>Del. Norton, Eleanor Holmes [D-DC-At Large]</fullName>
    <party>D</party><state>DC</state><district>0</district><isByRequest>N</isByRequest>
    </item></sponsors>
  <committees><item><systemCode>hspw00</systemCode><chamber>House</chamber>
    <name>Transportation and Infrastructure Committee</name>
    <activities><item><name>Referred to</name><date>2015-08-05T01:00:00Z</date></item></activities>
    <subcommittees><item><systemCode>hspw07</systemCode><name>Emergency Subcommittee</name>
      </item></subcommittees></item></committees>
  <policyArea><name>Congress</name></policyArea>
  <subjects><legislativeSubjects><item><name>Athletes</name></item></legislativeSubjects></subjects>
  <summaries><summary><versionCode>00</versionCode><actionDesc>Introduced</actionDesc>
    <actionDate>2015-08-04</actionDate>
    <cdata><text><![CDATA[<p>Holds a race &amp; more.</p>]]></text></cdata></summary></summaries>
  <title>Authorizing a race.</title>"""


def test_the_oldest_and_the_newest_shape_give_the_same_records() -> None:
    assert read(OLD) == read(NEW)
    bill = read(NEW)[0]
    assert bill == Bill(
        bill_id="hconres70-114",
        congress=114,
        bill_type="hconres",
        number=70,
        title="Authorizing a race.",
        origin_chamber="house",
        introduced_on=date(2015, 8, 4),
        sponsor_id="N000147",
        sponsor="Del. Norton, Eleanor Holmes",
        sponsor_party="D",
        sponsor_state="DC",
        sponsor_district="0",
        by_request=False,
        policy_area="Congress",
        url="https://www.congress.gov/bill/114th-congress/house-concurrent-resolution/70",
    )
    assert some(BillSummary, NEW)[0].text == "Holds a race & more."
    assert [(c.committee_id, c.parent_id, c.activity_on) for c in some(BillCommittee, OLD)] == [
        ("hspw00", None, date(2015, 8, 4)),  # the Capitol's day, not that of Greenwich
        ("hspw07", "hspw00", None),
    ]
    assert [s.subject for s in some(BillSubject, OLD)] == ["Athletes"]


def test_a_joint_referral_is_one_action_with_all_its_committees() -> None:
    told = action("Introduced in House", "1000")
    joint = [action("Referred jointly.", "H11100", committee=c) for c in ("hsju00", "hswm00")]
    found = some(BillAction, f"{HR}<actions>{''.join(joint)}{told}</actions>")
    assert [(a.seq, a.text, a.committees) for a in found] == [
        (0, "Introduced in House", None),
        (1, "Referred jointly.", "hswm00,hsju00"),
    ]


def test_two_subcommittees_that_sat_on_one_day_are_two_actions() -> None:
    sat = [action("Subcommittee Hearings Held.", committee=c) for c in ("hsif14", "hswm02")]
    found = some(BillAction, f"{HR}<actions>{''.join(sat)}</actions>")
    assert [a.committees for a in found] == ["hswm02", "hsif14"]


@pytest.mark.parametrize(
    ("on", "clock", "moment"),
    [
        ("2014-07-22", "19:15:41", "2014-07-22T19:15:41-04:00"),
        ("2015-12-08", "06:59PM", "2015-12-08T18:59:00-05:00"),
        ("2015-09-08", "12:05AM", "2015-09-08T00:05:00-04:00"),
        ("2015-09-08", "", None),
        ("2015-09-08", "soon", None),
    ],
)
def test_times_are_the_capitols_and_a_day_stays_a_day(
    on: str, clock: str, moment: str | None
) -> None:
    row = (
        f"<item><actionDate>{on}</actionDate><actionTime>{clock}</actionTime><text>x</text></item>"
    )
    found = some(BillAction, f"{HR}<actions>{row}</actions>")[0]
    assert (found.acted_at.isoformat() if found.acted_at else None) == moment
    assert found.acted_on == date.fromisoformat(on)


def test_missing_codes_and_empty_rows() -> None:
    rows = "<item><actionDate>2020-01-01</actionDate><committee/><text/></item>" + action("Passed.")
    (found,) = some(BillAction, f"{HR}<actions>{rows}</actions>")
    assert (found.action_code, found.source_system, found.committees) == (None, None, None)


def test_a_reserved_number_has_no_sponsor() -> None:
    (bill,) = read(f"{HR}<sponsors/><title>Reserved for the Speaker.</title>")
    assert (bill.sponsor, bill.sponsor_id, bill.by_request) == (None, None, None)


def test_a_withdrawn_cosponsor_is_kept_with_the_day() -> None:
    row = (
        "<item><bioguideId>K000382</bioguideId><fullName>Rep. Kuster, Ann M. [D-NH-2]</fullName>"
        "<sponsorshipDate>2014-07-22</sponsorshipDate>"
        "<isOriginalCosponsor>False</isOriginalCosponsor>"
        "<sponsorshipWithdrawnDate>2014-07-25</sponsorshipWithdrawnDate></item>"
    )
    assert some(BillCosponsor, f"{HR}<cosponsors>{row}</cosponsors>") == [
        BillCosponsor(
            bill_id="hr6534-119",
            bioguide_id="K000382",
            name="Rep. Kuster, Ann M.",
            party="D",
            state="NH",
            district="2",
            is_original=False,
            cosponsored_on=date(2014, 7, 22),
            withdrawn_on=date(2014, 7, 25),
        )
    ]


@pytest.mark.parametrize(("rows", "told"), [(249, None), (250, "cosponsors"), (251, None)])
def test_a_list_of_exactly_250_may_be_cut(rows: int, told: str | None) -> None:
    item = "<item><bioguideId>K000382</bioguideId></item>"
    assert read(f"{HR}<cosponsors>{item * rows}</cosponsors>")[0].truncated == told


def test_an_empty_summary_keeps_its_date() -> None:
    row = "<summary><actionDate>2025-12-09</actionDate><text/></summary>"
    (found,) = some(BillSummary, f"{HR}<summaries>{row}</summaries>")
    assert (found.action_on, found.text) == (date(2025, 12, 9), None)


VOTE = (
    "<recordedVotes><recordedVote><chamber>House</chamber><congress>117</congress>"
    "<sessionNumber>2</sessionNumber><rollNumber>352</rollNumber>"
    "<date>2022-07-15T02:14:29Z</date><url>https://clerk.house.gov/r</url>"
    "</recordedVote></recordedVotes>"
)
ROLL = "On passage Passed: 220 - 203 (Roll no. 352)."


@pytest.mark.parametrize(
    "inside",
    [
        f"<actions><item><text>{ROLL}</text>{VOTE}</item><item><text>Rise.</text></item></actions>",
        f"<actions><item><text>{ROLL}</text>{VOTE}</item>{action('Rise.', on='')}</actions>{VOTE}",
        f"<actions>{action(ROLL)}{action('Rise.')}</actions>{VOTE}",
    ],
)
def test_a_vote_is_told_once_and_knows_its_action(inside: str) -> None:
    (vote,) = some(RecordedVote, HR + inside)
    assert (vote.chamber, vote.session, vote.roll, vote.action_seq) == ("house", 2, 352, 1)
    assert vote.voted_at == datetime(2022, 7, 15, 2, 14, 29, tzinfo=UTC)


def test_titles_laws_text_versions_and_the_last_action() -> None:
    inside = """<title>Two</title><titles>
      <item><titleType>Short Title(s) as Introduced</titleType><title>One</title></item>
      <item><titleType>Short Titles as Enacted for portions of this bill</titleType>
        <title>Part</title></item>
      <item><titleType>Short Titles as Enacted</titleType><title>Two</title>
        <chamberName>House</chamberName></item>
      <item><titleType>Official Title as Introduced</titleType><title>To do.</title></item></titles>
      <laws><item><type>Private Law</type><number>117-4</number></item></laws>
      <textVersions><item><type>Enrolled Bill</type><date>2022-07-01T03:59:59Z</date>
        <formats><item><url>https://www.govinfo.gov/e.xml</url></item></formats></item>
        <item><type>Introduced in House</type></item></textVersions>
      <latestAction><actionDate>2022-07-05</actionDate><text>Became law.</text></latestAction>"""
    bill = read(HR + inside)[0]
    assert (bill.short_title, bill.official_title) == ("Two", "To do.")
    assert (bill.law_type, bill.law_number) == ("private", "117-4")
    assert (bill.latest_action_on, bill.latest_action) == (date(2022, 7, 5), "Became law.")
    assert some(BillTitle, HR + inside)[2].chamber == "house"
    versions = [(v.version_on, v.url) for v in some(BillTextVersion, HR + inside)]
    assert versions == [(date(2022, 6, 30), "https://www.govinfo.gov/e.xml"), (None, None)]


def test_related_bills_and_amendments_and_those_that_name_none() -> None:
    inside = """<relatedBills><item><type>S</type><number>3000</number><congress>118</congress>
        <title>A bill</title><relationshipDetails>
        <item><type>Related bill</type><identifiedBy>CRS</identifiedBy></item>
        <item><type>Identical bill</type><identifiedBy>House</identifiedBy></item>
        </relationshipDetails></item><item><type>XX</type></item></relatedBills>
      <amendments><amendment><type>SAMDT</type><number>3333</number><congress>119</congress>
        <number>4</number><purpose>To amend.</purpose>
        <latestAction><actionDate>2025-06-11</actionDate><text>Fell.</text></latestAction>
        </amendment></amendments>"""
    (related,) = some(RelatedBill, HR + inside)
    assert related.related_bill_id == "s3000-118"
    assert (related.relation, related.identified_by) == (
        "Related bill; Identical bill",
        "CRS; House",
    )
    (amendment,) = some(BillAmendment, HR + inside)
    assert (amendment.amendment_id, amendment.latest_action) == ("samdt3333-119", "Fell.")
    assert [r.place for r in some(Reject, HR + inside)] == ["hr6534-119 relatedBills"]


def test_namespaces_and_links_are_seen_through() -> None:
    content = (
        b'<b:billStatus xmlns:b="urn:x"><b:bill><b:type>S</b:type><b:number>1</b:number>'
        b"<b:congress>118</b:congress><b:actions><b:item>"
        b"<b:text>See &lt;a href='x'&gt;S. 2&lt;/a&gt;.</b:text>"
        b"</b:item></b:actions></b:bill></b:billStatus>"
    )
    assert billstatus.reads("x", content)
    bill, act = billstatus.read("x", content)
    assert (bill.bill_id, act.text) == ("s1-118", "See S. 2.")


ENTITIES = '<!DOCTYPE billStatus [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"<!DOCTYPE html><html><title>Just a moment...</title></html>", "web page"),
        (b'{"error": "no such bill"}', "JSON"),
        (b"<billStatus><bill><number>1</number><congress>117</con", "breaks off or is damaged"),
        (file(HR + "<title>&c;</title>", ENTITIES), "entities"),
        (file(HR + "<title>&nbsp;</title>"), "damaged"),
        (b"<billStatus></billStatus>", "tells no bill"),
        (file("<type>HR</type><congress>119</congress>"), "number"),
        (file("<type>PN</type><number>4</number><congress>119</congress>"), "type"),
        (b"<error>busy</error>", "<error>, not <billStatus>"),
        (b"\x00\x01\x02", "damaged"),
    ],
)
def test_what_is_no_bill_is_refused_in_plain_words(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        billstatus.read("a.xml", content)


@pytest.mark.parametrize(
    ("head", "claimed"),
    [
        (b"<billStatus>", True),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a --><billStatus><bill>', True),
        (file(HR, ENTITIES), True),  # claimed, to be refused with its reason
        (b"<!DOCTYPE html><html><p>&lt;billStatus&gt; <billStatus></p></html>", False),
        (b'<?xml version="1.0"?><rss><item><title>billStatus</title></item></rss>', False),
        (
            b'<?xml version="1.0"?><!DOCTYPE bill PUBLIC "-" "bill.dtd"><bill><form/></bill>',
            False,
        ),
        (b"<billStatuses/>", False),
        (b'{"billStatus": 1}', False),
        (b"", False),
    ],
)
def test_only_a_bill_status_is_claimed(head: bytes, claimed: bool) -> None:
    assert billstatus.reads("BILLSTATUS-119hr1.xml", head) is claimed
