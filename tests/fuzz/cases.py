"""Bad inputs by name: what each is, what its file is called, what it holds."""

from __future__ import annotations

import gzip

from tests.made import CHALLENGE, FEED, bill_text, billstatus

BILL, TEXT, RSS = billstatus().encode(), bill_text().encode(), FEED.encode()
BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>'

# What fuzzing found, before it was mended.
FOUND: list[tuple[str, str, bytes]] = [
    ("an unfinished prolog, again and again", "a.xml", b'<?xml version="1.0"?>\n' * 150 + b"<!X"),
    ("half a character in JSON", "a.json", rb'{"document_number": "\ud800", "results": 7}'),
    ("a list that is a number", "a.json", b'{"document_number": "1", "agencies": 7}'),
    ("half a character in a feed", "f.rss", b"<rss><channel><title>&#xD800;<x></rss>"),
    (
        "half a character in a sitemap",
        "s.xml",
        b'<urlset xmlns="http://a/&#xD800;"><url/></urlset>',
    ),
    ("bytes that are no text", "a.json", b'{"bill": {"congress.gov/v3/": "\xf3"}}'),
    ("JSON too deep for its parser", "a.json", b'{"document_number":' + b"[" * 100_000),
    (
        "a list without one of its columns",
        "m.csv",
        b"bioguide_id,type,state,first_name\n1,rep,CA,A",
    ),
    ("a workbook that is cut", "t.xlsx", b"PK\x03\x04" + b"PK\x05\x06" * 40),
]

CASES: list[tuple[str, str, bytes]] = [
    ("nothing at all", "a.xml", b""),
    ("only white space", "a.csv", b" \r\n\t" * 50),
    ("only NULs", "a.txt", b"\x00" * 500),
    ("a bill, cut in the middle", "a.xml", BILL[: len(BILL) // 2]),
    ("a bill with a byte that is no UTF-8", "a.xml", BILL.replace(b"Made Bill", b"Made \xff")),
    (
        "a bill that declares entities",
        "a.xml",
        BILL.replace(b"<billStatus>", BOMB + b"<billStatus>"),
    ),
    ("a bill whose number has 400 digits", "a.xml", BILL.replace(b"9001", b"9" * 400)),
    ("a bill without its Congress", "a.xml", BILL.replace(b"congress>", b"congres>")),
    ("the text of a bill, cut", "a.xml", TEXT[:-40]),
    (
        "the text of a bill that declares entities",
        "a.xml",
        TEXT.replace(b"<bill ", BOMB + b"<bill "),
    ),
    ("a challenge page in place of a bill", "BILLSTATUS-119hr1.xml", CHALLENGE.encode()),
    ("an error in JSON in place of a bill", "a.xml", b'{"error": "no such bill"}'),
    ("a feed, cut", "f.xml", RSS[: len(RSS) - 200]),
    ("a feed that declares entities", "f.xml", RSS.replace(b"<rss", BOMB + b"<rss")),
    ("a feed in UTF-16", "f.xml", FEED.replace("utf-8", "utf-16").encode("utf-16")),
    ("a feed that says zip is its encoding", "f.xml", RSS.replace(b"utf-8", b"zip")),
    ("a page nested 12,000 deep", "p.html", b"<html>" + b"<div>" * 12_000),
    ("a page of a shop", "p.html", b"<html><title>Shop</title><p>Buy now</html>"),
    ("a table without a known column", "t.csv", b"colour,size\nred,7\n"),
    (
        "a table whose quotation mark never ends",
        "t.csv",
        b'url,title\nhttps://a.example/1,"Aid\n' * 9,
    ),
    ("a cell that a spreadsheet would run", "t.csv", b'url,title\nhttps://a.example/1,"=1+1"\n'),
    ("an address that is a script", "t.csv", b"url,title\njavascript:alert(1),Aid\n"),
    ("a picture", "a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
    ("a program", "a.csv", b"\x7fELF" + bytes(300)),
    ("a pickle", "a.json", b"\x80\x04\x95\x1e\x00\x00\x00\x8c\x05posix\x8c\x06system\x93."),
    ("YAML that makes an object", "a.txt", b"!!python/object/apply:os.system ['id']"),
    ("a database", "a.csv", b"SQLite format 3\x00" + bytes(100)),
    ("a gzip of a gzip", "a.xml.gz", gzip.compress(gzip.compress(BILL, mtime=0), mtime=0)),
    ("a gzip that breaks off", "a.xml.gz", gzip.compress(BILL, mtime=0)[:-20]),
    ("a gzip that inflates to 70 MB", "a.txt.gz", gzip.compress(bytes(70_000_000), mtime=0)),
    ("a zip within", "a.xml", b"PK\x03\x04" + bytes(60)),
    ("a PDF", "clipping.pdf", b"%PDF-1.7\n" + bytes(60)),
]
