"""BILLSTATUS files out of nothing: made members, made words, three of the shapes that are about."""

from __future__ import annotations

import random

CONGRESS = 119


def written(chance: random.Random, kind: str, number: int) -> bytes:
    """Return a made file in one of three shapes: of 2015, 1.0.0 and 3.0.0."""
    shape = chance.choice(("2015", "1.0.0", "3.0.0"))
    names = ("number", "type") if shape == "3.0.0" else ("billNumber", "billType")
    parts = {
        names[0]: str(number),
        names[1]: kind.upper(),
        "congress": str(CONGRESS),
        "introducedDate": _day(chance),
        "updateDate": f"{_day(chance)}T10:00:00Z",
        "sponsors": _member(chance, shape),
        **_lists(chance, shape),
        "title": _words(chance, 10),
    }
    bill = "".join(f"<{name}>{told}</{name}>" for name, told in parts.items())
    return f'<?xml version="1.0"?><billStatus><bill>{bill}</bill></billStatus>'.encode()


def _lists(chance: random.Random, shape: str) -> dict[str, str]:
    """Return the lists of a bill; one in four is long."""
    few = chance.choice((1, 1, 1, 4))
    subjects = "".join(_item(name=_words(chance, 3)) for _ in range(chance.randint(2, 12) * few))
    of = "otherSubjects" if shape == "2015" else "legislativeSubjects"
    subjects = f"<{of}>{subjects}</{of}>"
    summary = (
        f"<versionCode>00</versionCode><actionDate>{_day(chance)}</actionDate>"
        f"<text><![CDATA[<p><b>{_words(chance, 6)}</b></p> "
        f"<p>{_words(chance, 90 * few)}</p>]]></text>"
    )
    old = shape != "3.0.0"
    titles = ("Official Title as Introduced", "Short Titles as Introduced")
    cosponsors = int(chance.expovariate(0.1)) * few
    return {
        "actions": "".join(_action(chance) for _ in range(chance.randint(2, 10) * few)),
        "cosponsors": "".join(_member(chance, shape) for _ in range(cosponsors)),
        "titles": "".join(_item(titleType=kind, title=_words(chance, 14)) for kind in titles),
        "textVersions": _item(type="Introduced in House", date=f"{_day(chance)}T04:00:00Z"),
        "subjects": f"<billSubjects>{subjects}</billSubjects>" if old else subjects,
        "summaries": f"<billSummaries><item>{summary}</item></billSummaries>"
        if old
        else f"<summary>{summary}</summary>",
    }


_WORDS = ("an", "act", "to", "amend", "of", "the", "title", "code", "section", "grants", "trade")


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count)).capitalize()


def _day(chance: random.Random) -> str:
    return f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _item(**parts: str) -> str:
    return f"<item>{''.join(f'<{name}>{text}</{name}>' for name, text in parts.items())}</item>"


def _member(chance: random.Random, shape: str) -> str:
    who, state = chance.randrange(535), chance.choice(("CA", "TX", "NY", "OH"))
    parts = {
        "bioguideId": f"X{who:06}",
        "fullName": f"Rep. Made, Name {who} [D-{state}-{who % 50}]",
    }
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
