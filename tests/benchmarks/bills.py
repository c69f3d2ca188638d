"""BILLSTATUS zips of a Congress's size, seeded: no two files alike, sizes as unlike as real ones.

Where ../shared/data is, they are made from the real files in it, each under another number; else
they are written here, in three of the shapes that are about.
"""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tests.benchmarks.written_bills import CONGRESS, written

KINDS = ("hr", "s", "hres", "sres", "hjres", "sjres", "hconres", "sconres")
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "legislation"
SEED = 907
WHOLE = 17_806  # files of one Congress, as counted
LARGE = 32_000  # bytes; three of four files at hand are smaller, and most of a Congress is
ONE_LARGE_IN = 20

WRITTEN = "written by the benchmark itself, in three shapes"

Made = Callable[[random.Random, str, int], bytes]


@dataclass(frozen=True)
class Zips:
    """Where the zips lie, and what is in them."""

    paths: tuple[Path, ...]
    files: int
    bytes: int


def zips(folder: Path, files: int = WHOLE, changed: int = 0, level: int = 6) -> Zips:
    """Write a zip a type of bill, as GovInfo has them; the last `changed` files tell more."""
    make = _maker()
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"BILLSTATUS-{CONGRESS}-{kind}.zip" for kind in KINDS]
    archives = [zipfile.ZipFile(p, "w", zipfile.ZIP_DEFLATED, compresslevel=level) for p in paths]
    size = 0
    for number in range(1, files + 1):
        chance = random.Random(SEED * files + number)
        place = chance.choices(range(len(KINDS)), (10, 5, 2, 1, 0.3, 0.2, 0.2, 0.1))[0]
        content = make(chance, KINDS[place], number)
        if number > files - changed:
            content = content.replace(b"</title>", b", as changed</title>")
        archives[place].writestr(f"BILLSTATUS-{CONGRESS}{KINDS[place]}{number}.xml", content)
        size += len(content)
    for archive in archives:
        archive.close()
    return Zips(tuple(paths), files, size)


def members(held: Zips) -> Iterator[bytes]:
    """Yield every file of the zips."""
    for path in held.paths:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                yield archive.read(member)


def made_from() -> str:
    """Return what the files are made from."""
    found = _real()
    return f"made from {len(found)} real files of ../shared/data" if found else WRITTEN


def _real() -> list[Path]:
    folders = ("billstatus", "billstatus_gpo_samples")
    return [path for folder in folders for path in sorted((SHARED / folder).rglob("*.xml"))]


def _maker() -> Made:
    forms = [_form(path.read_bytes()) for path in _real()]
    if not forms:
        return written
    small = [form for form in forms if len(form) <= LARGE]

    def make(chance: random.Random, kind: str, number: int) -> bytes:
        form = chance.choice(forms if chance.randrange(ONE_LARGE_IN) == 0 else small)
        named = form.replace(b"@type@", kind.upper().encode())
        return named.replace(b"@number@", str(number).encode())

    return make


def _form(content: bytes) -> bytes:
    """Return a real file with `@type@` and `@number@` in the places of its type and number."""
    root = etree.fromstring(content, etree.XMLParser(strip_cdata=False))
    bill = root.find("bill")
    told = {child.tag: child for child in bill.iterchildren(reversed=True)}
    told["type" if "type" in told else "billType"].text = "@type@"
    told["number" if "number" in told else "billNumber"].text = "@number@"
    told["congress"].text = str(CONGRESS)
    form: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return form
