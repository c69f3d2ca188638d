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

CONGRESS = 119
KINDS = ("hr", "s", "hres", "sres", "hjres", "sjres", "hconres", "sconres")
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "legislation"
SEED = 907
WHOLE = 17_806  # files of one Congress, as counted
LARGE = 32_000  # bytes; three of four files at hand are smaller, and most of a Congress is
ONE_LARGE_IN = 20

Made = Callable[[random.Random, str, int], bytes]


@dataclass(frozen=True)
class Zips:
    """Where the zips lie, and what is in them."""

    paths: tuple[Path, ...]
    files: int
    bytes: int
    made_from: str


def zips(folder: Path, files: int = WHOLE, changed: int = 0, level: int = 6) -> Zips:
    """Write a zip a type of bill, as GovInfo has them; the last `changed` files tell more."""
    made_from, make = _maker()
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
    return Zips(tuple(paths), files, size, made_from)


def members(held: Zips) -> Iterator[bytes]:
    """Yield every file of the zips."""
    for path in held.paths:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                yield archive.read(member)


def _maker() -> tuple[str, Made]:
    found = sorted(SHARED.glob("billstatus/**/*.xml")) + sorted(
        SHARED.glob("billstatus_gpo_samples/**/*.xml")
    )
    if not found:
        return "files written by the benchmark itself", _written
    forms = [form for path in found if (form := _form(path.read_bytes()))]
    small = [form for form in forms if len(form) <= LARGE]

    def make(chance: random.Random, kind: str, number: int) -> bytes:
        form = chance.choice(forms if chance.randrange(ONE_LARGE_IN) == 0 else small)
        return form.replace(b"@type@", kind.upper().encode()).replace(
            b"@number@", str(number).encode()
        )

    return f"{len(forms)} real files of ../shared/data", make


def _form(content: bytes) -> bytes | None:
    """Return a real file with `@type@` and `@number@` in the places of its type and number."""
    root = etree.fromstring(content, etree.XMLParser(strip_cdata=False))
    bill = root.find("bill")
    for names, sign in ((("type", "billType"), "@type@"), (("number", "billNumber"), "@number@")):
        found = [e for name in names if (e := bill.find(name)) is not None]
        if not found:
            return None
        found[0].text = sign
    congress = bill.find("congress")
    congress.text = str(CONGRESS)
    form: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return form


# Written here ---------------------------------------------------------------------------------


def _written(chance: random.Random, kind: str, number: int) -> bytes:
    """Return a made file in one of three shapes: of 2015, 1.0.0 and 3.0.0."""
    shape = chance.choice(("2015", "1.0.0", "3.0.0"))
    old = shape != "3.0.0"
    few = chance.choice((1, 1, 1, 4))
    lists = {
        "actions": [_action(chance) for _ in range(chance.randint(2, 10) * few)],
        "cosponsors": [_member(chance, shape) for _ in range(int(chance.expovariate(0.1)) * few)],
        "titles": [
            _item(titleType=f"{n} as Introduced", title=_words(chance, 14))
            for n in ("Official Title", "Short Titles")
        ],
        "textVersions": [_item(type="Introduced in House", date=f"{_day(chance)}T04:00:00Z")],
    }
    inside = "".join(f"<{name}>{''.join(rows)}</{name}>" for name, rows in lists.items())
    subjects = [_item(name=_words(chance, 3)) for _ in range(chance.randint(2, 12) * few)]
    of = "otherSubjects" if shape == "2015" else "legislativeSubjects"
    subjects_ = f"<{of}>{''.join(subjects)}</{of}>"
    summary = (
        f"<versionCode>00</versionCode><actionDate>{_day(chance)}</actionDate>"
        f"<text><![CDATA[<p><b>{_words(chance, 6)}</b></p> <p>{_words(chance, 90 * few)}</p>]]></text>"
    )
    inside += (
        f"<subjects><billSubjects>{subjects_}</billSubjects></subjects>"
        f"<summaries><billSummaries><item>{summary}</item></billSummaries></summaries>"
        if old
        else f"<subjects>{subjects_}</subjects><summaries><summary>{summary}</summary></summaries>"
    )
    names = ("billNumber", "billType") if old else ("number", "type")
    return (
        f'<?xml version="1.0" encoding="utf-8"?><billStatus><bill><{names[0]}>{number}</{names[0]}>'
        f"<{names[1]}>{kind.upper()}</{names[1]}><congress>{CONGRESS}</congress>"
        f"<introducedDate>{_day(chance)}</introducedDate>"
        f"<updateDate>{_day(chance)}T10:00:00Z</updateDate>"
        f"<sponsors>{_member(chance, shape)}</sponsors>{inside}"
        f"<title>{_words(chance, 10)}</title></bill></billStatus>"
    ).encode()


_WORDS = "an act to amend repeal of the title code section grants for other purposes trade".split()


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count)).capitalize()


def _day(chance: random.Random) -> str:
    return f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _item(**parts: str) -> str:
    return f"<item>{''.join(f'<{name}>{text}</{name}>' for name, text in parts.items())}</item>"


def _member(chance: random.Random, shape: str) -> str:
    who, state = chance.randrange(535), chance.choice(("CA", "TX", "NY", "OH"))
    parts = {"bioguideId": f"X{who:06}", "fullName": f"Rep. Made, Name {who} [D-{state}-{who % 50}]"}
    if shape != "2015":
        parts |= {"party": "D", "state": state, "district": str(who % 50)}
    return _item(**parts, sponsorshipDate=_day(chance), isOriginalCosponsor="False")


def _action(chance: random.Random) -> str:
    source = "<code>9</code><name>Library of Congress</name>"
    return _item(
        actionDate=_day(chance),
        text=_words(chance, 12),
        type="Floor",
        actionCode=str(chance.choice((1000, 5000, 8000))),
        sourceSystem=source,
    )
