"""Tables of articles as other tools export them, well and badly made."""

from __future__ import annotations

import io
import time
import zipfile
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from etl.readers import read, reader_of, table_export
from etl.records import Article, Refused, Reject
from etl.text.mappings import joined

URL = "https://news.example/1"


def split(content: str | bytes, name: str = "t.csv") -> tuple[list[Article], list[Reject]]:
    records = table_export.read(name, content.encode() if isinstance(content, str) else content)
    articles = [r for r in records if isinstance(r, Article)]
    return articles, [r for r in records if isinstance(r, Reject)]


def one(content: str | bytes, name: str = "t.csv") -> Article:
    articles, rejects = split(content, name)
    assert (len(articles), rejects) == (1, [])
    return articles[0]


def book(*sheets: list[list[object]]) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets):
        sheet = made.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


EXPORTS = {
    "gdelt": (
        "url,url_mobile,title,seendate,socialimage,domain,language,sourcecountry\n"
        f'{URL},,"Aid ends , again",20260102T101500Z,,news.example,English,Azerbaijan\n',
        {"title": "Aid ends, again", "language": "en", "country": "AZ", "published_on": None}
        | {"seen_at": datetime(2026, 1, 2, 10, 15, tzinfo=UTC)},
    ),
    "gdelt with a date column": (
        f"query,title,url,date,domain\nx,Aid ends,{URL},20260102T101500Z,news.example\n",
        {"published": None, "published_on": None}
        | {"seen_at": datetime(2026, 1, 2, 10, 15, tzinfo=UTC)},
    ),
    "media cloud": (
        ",ap_syndicated,collect_date,guid,language,media_name,publish_date,stories_id,title,url\n"
        f"0,True,2026-01-03 10:00:00,g,en,News Example,2026-01-02 09:00:00,17,Aid ends,{URL}\n",
        {"outlet": "News Example", "published_on": date(2026, 1, 2), "given_id": "17"}
        | {"cited_outlet": "Associated Press", "published_at": None},
    ),
    "newsapi": (
        "source.id,source.name,author,title,description,url,urlToImage,publishedAt,content\n"
        f"null,News Example,A. B.,Aid ends,It ends.,{URL},,2026-01-02T10:00:00Z,"
        '"It ends. The aid… [+2345 chars]"\n',
        {"outlet": "News Example", "author": "A. B.", "text": None}
        | {"snippet": "It ends. … It ends. The aid"}
        | {"published_at": datetime(2026, 1, 2, 10, tzinfo=UTC)},
    ),
    "nexis": (
        "Nexis Uni\nSearch terms,Section 907\n\nTitle,Publication,Published date,Byline,Hlead,"
        'Full text,Language\nAid ends,"News Example (Baku)","January 2, 2026 Friday",A. B.,,'
        '"It ends.\n\nThe ""aid"" does.",ENGLISH\n',
        {"outlet": "News Example (Baku)", "published_on": date(2026, 1, 2), "language": "en"}
        | {"text": 'It ends.\n\nThe "aid" does.', "url": None},
    ),
    "factiva": (
        "Headline\tAccession No.\tPublication Name\tPublication Date\tAuthor\tLead Paragraph\tTD\n"
        "Aid ends\tNEWS000020260102\tNews Example\t2 January 2026\tA. B.\tIt ends.\tIt does.\n",
        {"url": None, "given_id": "NEWS000020260102", "text": "It ends.\n\nIt does."}
        | {"published_on": date(2026, 1, 2)},
    ),
    "meltwater": (
        "Date\tHeadline\tURL\tOpening Text\tHit Sentence\tSource\tInfluencer\tCountry\tLanguage\n"
        f"02-Jan-2026 02:15PM\tAid ends\t{URL}\tIt ends.\tSection 907 ends.\tNews Example\tA. B.\t"
        "United States\tEnglish\n",
        {"outlet": "News Example", "country": "US", "published_on": date(2026, 1, 2)}
        | {"snippet": "Section 907 ends. … It ends."},
    ),
    "proquest": (
        "Title,Abstract,StoreId,ArticleType,Authors,language,placeOfPublication,pubdate,pubtitle,"
        'DocumentURL\nAid ends,It ends.,123,News,"B., A.",English,Baku,"Jan 2, 2026",'
        f"News Example,{URL}\n",
        {"given_id": "123", "outlet": "News Example", "published_on": date(2026, 1, 2)},
    ),
    "by hand": (
        f"Дата;Заголовок;Издание;Ссылка\n02.01.2026;Помощь окончена;Пример;{URL}\n",
        {"title": "Помощь окончена", "outlet": "Пример", "published_on": date(2026, 1, 2)},
    ),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_the_usual_exports_are_read(name: str) -> None:
    content, held = EXPORTS[name]
    told = one(content)
    assert told.url == held.get("url", URL)
    assert {key: getattr(told, key) for key in held} == held


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_and_encoding_are_found_out(encoding: str, delimiter: str) -> None:
    rows = [["Заголовок", "Ссылка", "Текст"], ["Помощь окончена", URL, "Поправка отменяет помощь"]]
    content = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    assert reader_of("t.csv", content) == "table_export"
    assert one(content).title == "Помощь окончена"


DAYS = [
    (["12.03.2025", "25.03.2025"], [date(2025, 3, 12), date(2025, 3, 25)]),
    (["03/04/2025", "25/03/2025"], [date(2025, 4, 3), date(2025, 3, 25)]),
    (["03/04/2025", "03/25/2025"], [date(2025, 3, 4), date(2025, 3, 25)]),
    (["03.04.2025", "03.25.2025"], [date(2025, 3, 4), date(2025, 3, 25)]),
    (["8/9/17", "8/20/17"], [date(2017, 8, 9), date(2017, 8, 20)]),
    (["03/04/2025", "05/06/2025"], [None, None]),  # nobody tells
    (["25/03/2025", "03/25/2025"], [date(2025, 3, 25), date(2025, 3, 25)]),  # both are clear
    (["2025-03", "2025"], [None, None]),
    (["1889-01-01", "2025-03-12"], [None, date(2025, 3, 12)]),
    (["45000", "tomorrow"], [None, None]),
]


@pytest.mark.parametrize(("cells", "days"), DAYS)
def test_the_whole_column_says_which_is_the_day(cells: list[str], days: list[date | None]) -> None:
    table = "title,date\n" + "".join(f"Aid {n},{cell}\n" for n, cell in enumerate(cells))
    articles, _ = split(table)
    assert [a.published_on for a in articles] == days
    assert [a.published for a in articles] == cells


def test_dates_that_nobody_can_tell_are_said() -> None:
    _, rejects = split("title,date\nA b,03/04/2025\nB c,05/06/2025\n")
    assert [(r.place, r.reason) for r in rejects] == [
        ("row 2", "which is the day and which the month cannot be told: 03/04/2025"),
        ("row 3", "which is the day and which the month cannot be told: 05/06/2025"),
    ]


def test_a_day_is_as_sure_as_the_table_says() -> None:
    told = ["day", "month", "year", "guess", "day-wrong", ""]
    table = "title,date,date precision\n" + "".join(f"Aid b,2026-01-02,{p}\n" for p in told)
    articles, rejects = split(table)
    assert [a.published for a in articles] == [
        *("2026-01-02", "2026-01", "2026", None, None, "2026-01-02")
    ]
    assert [a.published_precision for a in articles] == [
        *("day", "month", "year", "unknown", "unknown", "day")
    ]
    assert [r.place for r in rejects] == ["row 5", "row 6"]


def test_rows_that_are_no_articles_are_told_with_their_numbers() -> None:
    rows = [f"{URL},Aid ends,", *[",,x"] * 4, "", "ftp://x,Aid stays,", ",,y", "a,b,c,d"]
    articles, rejects = split("url,title,date\n" + "\n".join(rows))
    assert [a.title for a in articles] == ["Aid ends", "Aid stays"]
    assert [(r.place, r.reason) for r in rejects] == [
        ("rows 3-6, 9 (5)", "no address, title or text"),
        ("row 8", "its address is no web address: ftp://x"),
        ("row 10", "4 cells under 3 columns"),
    ]


def test_an_open_quotation_mark_costs_its_row_alone() -> None:
    articles, rejects = split(f'url,title\n{URL},"Aid ends\n{URL}2,Aid stays\n{URL}3,"It, too"\n')
    assert [a.title for a in articles] == ["Aid stays", "It, too"]
    assert [(r.place, r.reason) for r in rejects] == [("row 2", "its quotation mark never closes")]
    articles, rejects = split(f'url,title\n{URL},"Aid ends\n{URL}2,Aid stays\n')
    assert [a.title for a in articles] == ["Aid stays"]
    assert [(r.place, r.reason) for r in rejects] == [("row 2", "its quotation mark never closes")]


NO_ARTICLES = [
    ("Date,Harvey,Irma\n8/20/17,0,1\n", r"not a table of articles.*'Date', 'Harvey', 'Irma'.*yaml"),
    ("a,b\n1,2\n", "t.mapping.yaml beside it"),
    ("Legislation Number,URL,Title\nH.R. 1,https://x.gov/1,An Act\n", "a table of bills"),
    ("bioguide_id,url,full_name\nX1,https://x.gov/,A. B.\n", "members of Congress"),
    ("document_number,title,html_url\n1,Notice,https://x.gov/1\n", "Federal Register"),
    ("name,url\ncnn.com,http://cnn.com\nbbc,https://bbc.co.uk/\n", "a list of sites"),
    ("url,title\n", "there are no rows"),
    ("url,title\n,\n", "no rows|none of its rows"),
    ("\n\n", "empty|columns tell: none"),
    ("\x00\x01\x02" * 50, "binary"),
]


@pytest.mark.parametrize(("content", "told"), NO_ARTICLES)
def test_tables_of_other_things_are_refused(content: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        split(content)


MAPPING = b"title: \xc3\x9cberschrift\nurl: Fundstelle\ntext: [Vorspann, Haupttext]\n"
STRANGE = f"Überschrift,Fundstelle,Vorspann,Haupttext,Date\nAid ends,{URL},One.,Two.,2026-01-02\n"


def test_a_mapping_file_says_what_the_columns_are() -> None:
    content = joined(MAPPING, STRANGE.encode())
    assert reader_of("t.csv", content) == "table_export"
    told = one(content)
    assert (told.title, told.url, told.text) == ("Aid ends", URL, "One.\n\nTwo.")
    assert told.published_on == date(2026, 1, 2)
    rows: list[list[object]] = [line.split(",") for line in STRANGE.splitlines()]
    assert one(joined(MAPPING, book(rows)), "t.xlsx").text == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        (b"titel: X\n", "line 1: no field 'titel'; ours are url, title"),
        (b"title: Nowhere\n", "names a column 'Nowhere'; the table has '"),
        (b"- a\n", "holds no lines"),
        (b"title: {a: b}\n", "'title' needs the name of a column"),
        (b"title: [\n", "no YAML"),
        (b"\xff\xfe", "no YAML|no lines"),
        (b"&a [x]: 1\n", "no YAML|no field"),
    ],
)
def test_a_wrong_mapping_file_is_refused_by_name(mapping: bytes, told: str) -> None:
    with pytest.raises(Refused, match=told):
        split(joined(mapping, STRANGE.encode()))


def test_workbooks_are_read_with_their_days_and_no_formula_is_worked_out() -> None:
    content = book(
        [
            ["Clippings of the week"],
            [],
            ["Date", "Headline", "Link", "Reach"],
            [datetime(2026, 1, 2), "Aid ends", URL, 12.0],
            [None, "=1+1", f"{URL}2", None],
        ],
        [["notes"], ["nothing here"]],
    )
    assert reader_of("t.xlsx", content) == "table_export"
    articles, rejects = split(content, "t.xlsx")
    assert [(a.title, a.url, a.published_on) for a in articles] == [
        ("Aid ends", URL, date(2026, 1, 2)),
        (None, f"{URL}2", None),
    ]
    assert [r.place for r in rejects] == ["sheet 'Sheet 1'"]


def altered(content: bytes, part: str, text: bytes) -> bytes:
    """Return a workbook with one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for item in old.infolist():
            new.writestr(item.filename, text if item.filename == part else old.read(item))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
GOOD = book([["url", "title"], [URL, "Aid ends"]])
BOMBS = {
    "bomb": (altered(GOOD, SHEET, b"<worksheet>" + b" " * 40_000_000), "inflates far beyond"),
    "entities": (
        altered(GOOD, SHEET, b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'),
        "declares entities",
    ),
    "broken": (altered(GOOD, SHEET, b"<worksheet><sheetData><row"), "damaged|none of its rows"),
    "cut": (GOOD[:-200], "cannot be opened"),
    "no book": (altered(GOOD, "[Content_Types].xml", b""), "damaged|no workbook"),
    "old": (b"\xd0\xcf\x11\xe0" + bytes(600), "old Excel"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_hostile_workbooks_are_refused(name: str) -> None:
    content, told = BOMBS[name]
    with pytest.raises(Refused, match=told):
        split(content, "t.xlsx")


def test_a_cell_at_the_far_end_of_a_sheet_costs_little() -> None:
    far = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>url</t></is></c></row>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    began = time.process_time()
    with pytest.raises(Refused):
        split(altered(GOOD, SHEET, far), "t.xlsx")
    assert time.process_time() - began < 20


def test_hostile_cells_are_made_harmless() -> None:
    title = "<script>alert(1)</script>Aid \u202eends\x00 &amp; stays"
    told = one(f"url,title\n{URL},{title}\n")
    assert told.title == "Aid ends & stays"
    long, rejects = split(f"url,title\n{URL},{'x' * 10_000_000}\n")
    assert len(long[0].title or "") == 1_000
    assert [r.reason for r in rejects] == ["its title is longer than 1,000 characters: cut"]
    formula = one(f'title,link\nAid ends,"=HYPERLINK(""{URL}"",""x"")"\n')
    assert formula.url == URL


@pytest.mark.parametrize(
    "content",
    [
        "url,title\n" + "," * 1_000_000 + "\n",
        ",".join(["title"] * 200_000) + "\n" + "x," * 200_000,
        "url,title\n" + f"{URL},Aid ends\n" * 8_000,
        "url,title\n" + '"\n' * 100_000,
        '"' * 1_000_001,
    ],
    ids=["a wide row", "a wide header", "many rows", "many open marks", "only marks"],
)
def test_size_is_borne(content: str) -> None:
    began = time.process_time()
    with suppress(Refused):
        split(content)
    assert time.process_time() - began < 20


PIECES = st.sampled_from(
    [
        "url",
        "title",
        "date",
        "text",
        ",",
        ";",
        "\t",
        "\n",
        '"',
        "\r",
        "\x00",
        URL,
        "12.03.2025",
        "=",
        "'",
        "{",
        "]",
        "\u202e",
        "��",
        "ı",
        "sep=;\n",
        "Headline",
        "20260102T101500Z",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=60).map("".join))
def test_nothing_but_refused_is_ever_raised(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    for made in (content, joined(MAPPING, content)):
        try:
            records = table_export.read("t.csv", made)
        except Refused:
            continue
        assert all(isinstance(r, Article | Reject) for r in records)


@given(st.binary(max_size=200))
def test_bytes_do_no_harm(content: bytes) -> None:
    for name in ("t.csv", "t.xlsx", "t.tsv"):
        table_export.reads(name, content)
        with suppress(Refused):
            table_export.read(name, content)


def test_other_readers_go_first_and_mapping_files_alone_are_told() -> None:
    sample = "given_id,url,published,published_precision\nx1,https://a.example/1,2026-01-02,day\n"
    assert reader_of("articles.csv", sample.encode()) == "sample"
    with pytest.raises(Refused, match="only beside its table"):
        read("in.zip!t.mapping.yaml", MAPPING)
    assert reader_of("t.csv", b"<html><body>no table</body></html>") == "page"
