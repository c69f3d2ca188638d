"""The inbox: what is dropped is kept whole, paired with its mapping, and never unpacked to disk."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from pathlib import Path

import duckdb
import pytest

from etl.fetch import Refresh, fetch
from etl.folders import Folders
from etl.load import load
from tests.readers.test_page import HEAD, made
from tests.readers.test_table_export import GOOD, MAPPING, STRANGE, URL

TABLE = f"url,title\n{URL},Aid ends\n"


def asked(here: Folders) -> Refresh:
    return next(r for r in fetch(here, (), lambda _: None, web=False) if r.source_id == "inbox")


def loaded(here: Folders) -> dict[str, str | None]:
    """Return the files of the inbox as they were read, by name, and why where not."""
    with duckdb.connect() as db:
        files = load(db, here)
    return {f.path.partition("-")[2]: f.reason for f in files if f.source_id == "inbox"}


def zipped(**members: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def test_every_format_is_taken_and_kept_verbatim(here: Folders) -> None:
    files = {
        "a.csv": TABLE.encode(),
        "b.xlsx": GOOD,
        "c.html": made(HEAD).encode(),
        "d.jsonl": f'{{"url": "{URL}"}}\n'.encode(),
        "e.html.gz": gzip.compress(made(HEAD).encode()),
        "deep/er/f.tsv": TABLE.replace(",", "\t").encode(),
        "g.zip": zipped(a_csv=TABLE, b_xlsx=GOOD, c_html=made(HEAD)),
    }
    for name, content in files.items():
        (here.inbox / name).parent.mkdir(parents=True, exist_ok=True)
        (here.inbox / name).write_bytes(content)
    done = asked(here)
    assert (done.new, done.failures) == (len(files), ())
    kept = {p.name.partition("-")[2]: p.read_bytes() for p in (here.raw / "inbox").glob("*-*")}
    assert kept == {Path(name).name: content for name, content in files.items()}
    assert not [p for p in here.inbox.rglob("*") if p.is_file()]
    read = loaded(here)
    assert set(read.values()) == {None}
    assert {"b.xlsx", "g.zip!b.xlsx", "g.zip!c.html"} <= set(read)


def test_a_table_and_its_mapping_file_are_kept_as_one(here: Folders) -> None:
    (here.inbox / "clips.csv").write_text(STRANGE.replace("Date", "Wann"))
    assert "clips.mapping.yaml beside it" in asked(here).failures[0]
    (here.inbox / "clips.mapping.yaml").write_bytes(MAPPING)
    done = asked(here)
    assert (done.new, done.failures) == (1, ())
    assert list(here.inbox.iterdir()) == []
    (kept,) = (here.raw / "inbox").glob("*-clips.csv")
    assert kept.read_bytes().endswith(STRANGE.replace("Date", "Wann").encode())
    assert MAPPING in kept.read_bytes()
    assert loaded(here) == {"clips.csv": None}


def test_a_mapping_file_alone_or_wrong_stays_and_is_named(here: Folders) -> None:
    (here.inbox / "lone.mapping.yaml").write_bytes(MAPPING)
    (here.inbox / "clips.csv").write_text(STRANGE)
    (here.inbox / "clips.mapping.yaml").write_text("titel: X\n")
    told = " ".join(asked(here).failures)
    assert "lone.mapping.yaml: a mapping file, but no table is beside it: lone.csv" in told
    assert "the mapping file, line 1: no field 'titel'" in told
    assert len(list(here.inbox.iterdir())) == 3


def test_hidden_files_and_links_are_left_alone(here: Folders, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text(TABLE)
    (here.inbox / ".hidden.csv").write_text(TABLE)
    (here.inbox / ".git").mkdir()
    (here.inbox / ".git" / "a.csv").write_text(TABLE)
    os.symlink(tmp_path / "secret.csv", here.inbox / "link.csv")
    done = asked(here)
    assert done.new == 0
    assert done.failures == ("link.csv: a link, not a file: drop the file itself",)


@pytest.mark.parametrize(
    "name", ["../../x.csv", "/etc/x.csv", "a\\..\\..\\x.csv", "a/../../../x.csv"]
)
def test_a_path_in_a_zip_leads_nowhere(here: Folders, tmp_path: Path, name: str) -> None:
    before = set(tmp_path.parent.rglob("x.csv"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, TABLE)
    (here.inbox / "evil.zip").write_bytes(out.getvalue())
    assert asked(here).new == 1
    assert set(loaded(here).values()) == {None}
    assert set(tmp_path.parent.rglob("x.csv")) == before
    assert not Path("/etc/x.csv").exists()


def test_what_lies_in_a_zip_within_a_zip_is_refused_with_a_word(here: Folders) -> None:
    inner = zipped(a_csv=TABLE)
    (here.inbox / "only.zip").write_bytes(zipped(in_zip=inner))
    (here.inbox / "both.zip").write_bytes(zipped(a_csv=TABLE, in_zip=inner, m_mapping_yaml=MAPPING))
    assert ["archive within another" in f for f in asked(here).failures] == [True]
    told = loaded(here)
    assert told["both.zip!a.csv"] is None
    assert "within another" in str(told["both.zip!in.zip"])
    assert "only beside its table" in str(told["both.zip!m.mapping.yaml"])


def test_gzip_bombs_are_refused(here: Folders) -> None:
    (here.inbox / "bomb.csv.gz").write_bytes(gzip.compress(b"url,title\n" + bytes(70_000_000)))
    (here.inbox / "cut.csv.gz").write_bytes(gzip.compress(TABLE.encode() * 50)[:-20])
    told = " ".join(asked(here).failures)
    assert "inflates to more than 64 MB" in told
    assert "breaks off" in told
