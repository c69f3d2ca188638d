"""Documents of the Federal Register: the API's JSON and the text as printed (made examples)."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from etl.readers import federal_register as as_json
from etl.readers import federal_register_text as as_text
from etl.records import Document, Refused, Reject
from etl.text.register import looks_like_register, us_day

WAIVER: dict[str, Any] = {
    "title": "Extension of <em>Waiver</em> of Section 907",
    "type": "Presidential Document",
    "subtype": "Determination",
    "document_number": "2025-15682",
    "presidential_document_number": "2025-08",
    "publication_date": "2025-08-15",
    "signing_date": "2025-08-08",
    "president": {"name": "Donald Trump", "identifier": "donald-trump"},
    "agencies": [{"raw_name": "EXECUTIVE OFFICE", "name": "Executive Office of the President"}],
    "html_url": "https://www.federalregister.gov/documents/2025/08/15/2025-15682/extension",
}


def one(told: dict[str, Any]) -> Document:
    content = json.dumps(told).encode()
    assert as_json.reads("a.json", content[:4096])
    (document,) = as_json.read("a.json", content)
    assert isinstance(document, Document)
    return document


def test_a_presidential_document_tells_who_signed_what_and_when() -> None:
    assert one(WAIVER) == Document(
        document_id="2025-15682@2025-08-15",
        document_number="2025-15682",
        document_type="presidential document",
        title="Extension of Waiver of Section 907",
        signed_on=date(2025, 8, 8),
        published_on=date(2025, 8, 15),
        signer="Donald Trump",
        signer_role="President",
        instrument="Presidential Determination No. 2025-08",
        agencies="Executive Office of the President",
        url="https://www.federalregister.gov/documents/2025/08/15/2025-15682/extension",
    )


@pytest.mark.parametrize(
    ("change", "instrument", "kind", "signer"),
    [
        ({"type": "PRESDOCU"}, "Presidential Determination No. 2025-08", "presidential", "Donald"),
        ({"executive_order_number": 14251}, "Executive Order 14251", "presidential", "Donald"),
        ({"president": None}, "Presidential Determination No. 2025-08", "presidential", "Donald"),
        (
            {"subtype": "Memorandum", "presidential_document_number": None},
            "Memorandum",
            "presidential",
            "Donald",
        ),
        # a notice names the President of its day, who did not sign it
        (
            {"type": "Notice", "docket_ids": ["Public Notice: 11773"]},
            "Public Notice 11773",
            "notice",
            None,
        ),
        ({"type": "Proposed Rule"}, None, "proposed rule", None),
    ],
)
def test_types_and_instruments(
    change: dict[str, Any], instrument: str | None, kind: str, signer: str | None
) -> None:
    document = one(WAIVER | change)
    assert document.instrument == instrument
    assert (document.document_type or "").startswith(kind)
    assert (document.signer or "").startswith(signer or "none") is (signer is not None)


def test_a_search_answer_gives_its_documents_and_names_what_is_none() -> None:
    content = json.dumps({"count": 2, "results": [WAIVER, {"title": "x"}]}).encode()
    assert as_json.reads("a.jsonc", content)
    document, reject = as_json.read("a.jsonc", content)
    assert document.document_number == "2025-15682"
    assert isinstance(reject, Reject)
    assert reject.place == "results[1]"


def test_an_answer_without_results_is_read_and_empty() -> None:
    content = b'{"count":0,"description":"Documents matching \'zzz\'","total_pages":0}'
    assert as_json.reads("a.json", content)
    assert as_json.read("a.json", content) == []


def test_a_search_answer_is_known_even_where_the_first_abstract_is_long() -> None:
    first = {"agency_names": ["State Department"], "abstract": "a" * 9000, **WAIVER}
    first = {"html_url": WAIVER["html_url"], **first}
    assert as_json.reads("a.json", json.dumps({"results": [first]}).encode()[:4096])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"document_number": "2025-1', "breaks off"),
        (b'{"errors": {"per_page": "too large"}}', "answered with an error"),
        (b'["document_number"]', "holds no"),
        (b'{"document_number": null}', "no document_number"),
        (b"\xff\xfe\x00", "damaged"),
    ],
)
def test_damaged_json_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        as_json.read("a.json", content)


@pytest.mark.parametrize(
    "head",
    [
        b'{"id": 24, "slug": "amc", "recent_articles_url": "https://www.federalregister.gov/api"}',
        b'{"version": "https://jsonfeed.org/version/1", "items": []}',
        b'{"articles": [{"url": "https://www.federalregister.gov/x"}]}',
        b'{"pagination": {"count": 1}, "bill": {"number": "1"}}',
        b"[Federal Register Volume 90]",
        b"",
    ],
)
def test_other_json_is_not_claimed(head: bytes) -> None:
    assert not as_json.reads("a.json", head)


DETERMINATION = """
[Federal Register Volume 87, Number 12 (Wednesday, January 19, 2022)]
[Presidential Documents]
[Pages 2703-2704]
From the Federal Register Online via the Government Publishing Office [www.gpo.gov]
[FR Doc No: 2022-00001]

[[Page 2703]]

                Presidential Determination No. 2022-07 of January 11,
                2022

                On a Made-Up Matter That Takes More
                Than One Line

                Memorandum for the Secretary of State

                By the authority vested in me, I determine. See 80 FR 100.

                    (Presidential Sig.)

                THE WHITE HOUSE,

                    Washington, January 11, 2022

[FR Doc. 2022-00001
Filed 1-18-22; 11:15 am]
Billing code 4710-10-P
"""

NOTICE = """
[Federal Register Volume 87, Number 126 (Friday, July 1, 2022)]
[Notices]
[Page 39600]
From the Federal Register Online via the Government Publishing Office [www.gpo.gov]
[FR Doc No: 2022-00002]

-----------------------------------------------------------------------

DEPARTMENT OF STATE

[Public Notice: 11700]


A Determination With Respect to a Made-Up
Matter

    Pursuant to the authority vested in me, I hereby determine.

    Dated: June 21, 2022.
Jane Q. Doe,
Deputy Secretary of State for Management and Resources, Department of
State.
[FR Doc. 2022-00002 Filed 6-30-22; 8:45 am]
BILLING CODE 4710-46-P
"""

RUNNING_HEAD = """7654 Federal Register / Vol. 85, No. 155 / Tuesday, August 11, 2020 / Notices
DEPARTMENT OF TRANSPORTATION

Federal Aviation Administration

14 CFR Part 39

[Docket No. FAA-2020-0000]
RIN 2120-AA64

Made-Up Directives

AGENCY: Federal Aviation Administration (FAA), DOT.
ACTION: Notice of a matter.

Issued on August 4, 2020.
Richard Roe, Jr.,
Acting Director, Compliance.
[FR Doc. 2020-00003 Filed 8-7-20; 8:45 am]
"""

AS_ON_THE_PAGE = """Friday, August 15, 2025
Presidential Documents
Presidential Determination No. 2025-99 of August 8, 2025
On a Made-Up Matter
Memorandum for the Secretary of State
I hereby determine. This was Dated: May 1, 2001.
Trump.EPS
THE WHITE HOUSE,
Washington, August 8, 2025
[FR Doc. 2025-00004
Filed 8-14-25; 2:00 pm]
Billing code 4710-05-P
90
156
"""


def printed(text: str) -> Document:
    content = text.encode()
    assert as_text.reads("a.txt", content[:4096])
    (document,) = as_text.read("a.txt", content)
    assert isinstance(document, Document)
    return document


def test_a_determination_as_gpo_prints_it() -> None:
    found = printed(DETERMINATION)
    assert found.document_id == "2022-00001@2022-01-19"
    assert found.title == "On a Made-Up Matter That Takes More Than One Line"
    assert found.instrument == "Presidential Determination No. 2022-07"
    assert (found.signed_on, found.published_on) == (date(2022, 1, 11), date(2022, 1, 19))
    assert (found.signer, found.signer_role) == ("Joseph R. Biden Jr.", "President")
    assert found.filed_at == datetime(2022, 1, 18, 16, 15, tzinfo=UTC)
    assert found.citation == "87 FR 2703"
    assert found.document_type == "presidential document"
    assert found.agencies == "Executive Office of the President"
    assert found.url == "https://www.federalregister.gov/d/2022-00001"


def test_a_notice_is_signed_by_whom_its_block_names() -> None:
    found = printed(NOTICE)
    assert found.title == "A Determination With Respect to a Made-Up Matter"
    assert found.signer == "Jane Q. Doe"
    assert found.signer_role == (
        "Deputy Secretary of State for Management and Resources, Department of State"
    )
    assert (found.instrument, found.agencies) == ("Public Notice 11700", "Department of State")
    assert (found.document_type, found.citation) == ("notice", "87 FR 39600")
    assert found.signed_on == date(2022, 6, 21)


def test_a_document_as_the_printed_page_has_it() -> None:
    found = printed(RUNNING_HEAD)
    assert (found.document_type, found.citation) == ("notice", "85 FR 7654")
    assert found.title == "Made-Up Directives"
    assert (found.signer, found.signer_role) == (
        "Richard Roe, Jr.",
        "Acting Director, Compliance",
    )
    assert (found.signed_on, found.published_on) == (date(2020, 8, 4), date(2020, 8, 11))


def test_a_text_copied_from_the_page_line_by_line() -> None:
    found = printed(AS_ON_THE_PAGE)
    assert found.document_id == "2025-00004@2025-08-15"
    assert found.title == "On a Made-Up Matter"
    assert (found.signed_on, found.signer) == (date(2025, 8, 8), "Donald Trump")
    assert found.citation is None  # volume and number stand there, the page does not


def test_gpos_web_page_is_the_same_document() -> None:
    page = f"<html>\n<title>FR</title>\n<body><pre>{NOTICE}</pre></body></html>"
    assert printed(page) == printed(NOTICE)


def test_an_unfinished_document_keeps_what_it_tells() -> None:
    found = printed("Presidential Documents\nExecutive Order 15000 of May 1, 2031\nOn a Matter\n")
    assert found.document_id == "Executive Order 15000"
    assert (found.signer, found.published_on, found.url) == (None, None, None)


def test_a_text_without_number_or_instrument_is_refused() -> None:
    with pytest.raises(Refused, match="no \\[FR Doc"):
        as_text.read("a.txt", b"Presidential Documents\n\nAGENCY: none")


ARTICLE = """WASHINGTON (Made-Up Press) - The Federal Register published Presidential Determination
No. 2025-08 of August 8, 2025 on Friday.

A determination: "I hereby extend the waiver."

Dated: June 21, 2022.
"""


@pytest.mark.parametrize(
    ("head", "is_register"),
    [
        (DETERMINATION, True),
        (NOTICE, True),
        (RUNNING_HEAD, True),
        (AS_ON_THE_PAGE, True),
        ("[FR Doc. 2022-14140 Filed 6-30-22; 8:45 am]", True),
        (ARTICLE, False),
        ("Presidential Documents\n\nWhat the archive holds.", False),
        ("Federal Register\n\nA guide.", False),
        ('{"title": "[FR Doc. 2022-1"}', False),
        ("", False),
    ],
)
def test_an_article_about_the_register_is_not_the_register(head: str, is_register: bool) -> None:
    assert looks_like_register(head) is is_register
    assert as_text.reads("a.txt", head.encode()) is is_register


def test_a_web_page_is_left_to_others() -> None:
    assert not as_text.reads("a.html", f"<html><p>{NOTICE}</p></html>".encode())


@pytest.mark.parametrize("text", ["February 30, 2025", "soon", "", None])
def test_no_day_where_there_is_none(text: str | None) -> None:
    assert us_day(text) is None
