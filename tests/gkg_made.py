"""Lines and zips of the GKG, made for the tests in the shape of real ones."""

from __future__ import annotations

import io
import zipfile

STAMP = "20240101001500"


def line(
    url: str = "https://made.example/a",
    title: str = "Nothing of note",
    names: str = "Made Town,12",
    stamp: str = STAMP,
    published: str = "",
    translated: str = "",
    **columns: str,
) -> str:
    """Return a line; `c7="TAX_FNCACT"` sets the column of that number."""
    told = [""] * 27
    told[:5] = [f"{stamp}-1", stamp, "1", "made.example", url]
    told[17] = "wc:120,c1.1:907,c2.14:3"
    told[23], told[25] = names, translated
    moment = f"<PAGE_PRECISEPUBTIMESTAMP>{published}</PAGE_PRECISEPUBTIMESTAMP>"
    told[26] = (moment if published else "") + f"<PAGE_TITLE>{title}</PAGE_TITLE>"
    for column, value in columns.items():
        told[int(column[1:])] = value
    return "\t".join(told)


def zipped(*lines: str | bytes, name: str = f"{STAMP}.gkg.csv") -> bytes:
    """Return the lines as one file in a zip."""
    raw = [one.encode() if isinstance(one, str) else one for one in lines]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        content = b"".join(one + b"\n" for one in raw)
        archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()
