"""The reader of tables of facts: what it claims, what it makes of a row, what it refuses."""

from __future__ import annotations

from datetime import date

import pytest

from etl.readers import sample
from etl.records import Article, Bill, Event, Label, Refused, Reject, Waiver

ARTICLES = "given_id,url,title,published,published_precision\n"
BILLS = "bill_id,congress,bill_type,number,title,introduced_on,note\n"
EVENTS = "event_id,policy_id,event_on,event_month,title\n"
LABELS = "given_id,policy_id,coder,holder,stance\n"
WAIVERS = "policy_id,year,state,signed_on,note\n"


@pytest.mark.parametrize(
    ("name", "head", "claimed"),
    [
        ("sample/bills.csv", BILLS, True),
        ("bills.csv", BILLS, True),
        ("inbox/given.zip!facts/bills.csv", BILLS, True),
        ("sample/bills.csv", "\ufeff" + BILLS, True),
        ("sample/bills.csv", BILLS.replace("\n", "\r\n"), True),
        ("sample/articles.csv", ARTICLES, True),
        ("sample/events.csv", EVENTS, True),
        ("sample/labels.csv", LABELS, True),
        ("sample/waivers.csv", WAIVERS, True),
        ("sample/bills.csv", "id,url,title\n1,http://x,y\n", False),
        ("sample/articles.csv", "url,title,seendate,domain\n", False),
        ("sample/bills.txt", BILLS, False),
        ("sample/outlets.csv", BILLS, False),
        ("sample/bills.csv", "", False),
    ],
)
def test_it_claims_by_name_and_header(name: str, head: str, claimed: bool) -> None:
    assert sample.reads(name, head.encode()) is claimed


def read(name: str, text: str) -> list[object]:
    """Return the records of a table."""
    return sample.read(f"sample/{name}.csv", text.encode())


@pytest.mark.parametrize(
    ("name", "text", "record"),
    [
        (
            "bills",
            BILLS + 'hr6534-119,119,hr,6534,"To repeal, in part",2025-12-09,for people\n',
            Bill(
                bill_id="hr6534-119",
                congress=119,
                bill_type="hr",
                number=6534,
                title="To repeal, in part",
                introduced_on=date(2025, 12, 9),
            ),
        ),
        (
            "events",
            EVENTS + "e1,section-907,,2023-06,The waiver lapses\n",
            Event(
                event_id="e1",
                policy_id="section-907",
                event_month="2023-06",
                title="The waiver lapses",
            ),
        ),
        (
            "waivers",
            WAIVERS + "section-907,2026,unknown,,nothing at hand\n",
            Waiver(policy_id="section-907", year=2026, state="unknown", note="nothing at hand"),
        ),
        (
            "labels",
            LABELS + "A1,section-907,lawbeat-sample,Ann,supports\n",
            Label(
                given_id="A1",
                policy_id="section-907",
                coder="lawbeat-sample",
                holder="Ann",
                stance="supports",
            ),
        ),
    ],
)
def test_a_row_is_a_record_and_an_empty_cell_is_unknown(
    name: str, text: str, record: object
) -> None:
    assert read(name, text) == [record]


@pytest.mark.parametrize(
    ("published", "precision", "on"),
    [
        ("2025-04-01", "day", date(2025, 4, 1)),
        ("2025-04", "month", None),
        ("2025", "year", None),
        ("", "unknown", None),
        ("spring 2025", "unknown", None),
    ],
)
def test_a_day_is_only_there_where_the_day_is_known(
    published: str, precision: str, on: date | None
) -> None:
    (article,) = read("articles", ARTICLES + f"A1,http://x.am/1,T,{published},{precision}\n")
    assert isinstance(article, Article)
    assert article.published_on == on
    assert article.published_precision == precision
    assert article.published == (published or None)


@pytest.mark.parametrize(
    ("name", "row", "reason"),
    [
        ("bills", "hr1-119,119,hr,one,T,,", "number: 'one' is no whole number"),
        ("bills", "hr1-119,119,hr,1,T,1997-10,", "introduced_on: '1997-10' is no day"),
        ("bills", "hr1-119,119,hr,1,T,2025-02-30,", "introduced_on: '2025-02-30' is no day"),
        ("bills", ",119,hr,1,T,,", "bill_id is empty"),
        ("bills", "hr1-119,119,hr,1,T", "5 cells under 7 columns"),
        ("waivers", "section-907,2025,,,", "state is empty"),
        ("articles", "A1,http://x,T,2025-04,day", "published: '2025-04' is not known to the day"),
        ("articles", "A1,http://x,T,2025-04-31,day", "published: '2025-04-31' is no day"),
        (
            "articles",
            "A1,http://x,T,2025-04-01,month",
            "published: '2025-04-01' is not known to the month",
        ),
        (
            "articles",
            "A1,http://x,T,2025,about",
            "published_precision: 'about' is not day, month, year, unknown",
        ),
    ],
)
def test_a_bad_row_is_told_and_the_others_stand(name: str, row: str, reason: str) -> None:
    heads = {"bills": BILLS, "waivers": WAIVERS, "articles": ARTICLES}
    good = {
        "bills": "s3000-118,118,s,3000,T,,",
        "waivers": "section-907,2002,waived,,",
        "articles": "A2,http://y,T,,unknown",
    }
    reject, record = read(name, f"{heads[name]}{row}\n{good[name]}\n")
    assert reject == Reject(place=f"{name}.csv, row 2", reason=reason)
    assert not isinstance(record, Reject)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ((BILLS.strip() + ",sponser\n").encode(), "unknown column 'sponser'; expected some of"),
        (BILLS.encode() + b"hr1-119,119,hr,1,\xff,,\n", "it is not UTF-8 text"),
        (BILLS.encode() + b'hr1-119,119,hr,1,"open', "it is not a CSV table"),
        (b"", "the file is empty"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        sample.read("sample/bills.csv", content)
