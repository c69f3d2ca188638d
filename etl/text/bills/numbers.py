"""Where a text names a bill by its number: `H.R. 6840`, `Senate Bill 1344`, `H. Res. 120`.

A number that only looks like one is left out: `S. 300 West` is a street, `S-400` a missile, `HR
2025` a conference, `Texas House Bill 20` a bill of another parliament. What is not written with its
dots needs words of Congress near it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import islice

from etl.text.bills.lookalikes import (
    BILL_WORD,
    is_no_senate_bill,
    of_a_state,
    of_congress,
)
from etl.text.congress import KINDS

MOST = 5000  # places that are looked at in one text

# Sign for sign, so that places hold: Cyrillic and Greek look-alikes, full-width figures, spaces
# (a line may be broken between "H.R." and its number).
_PLAIN = str.maketrans("НΗЅ．０１２３４５６７８９\u00a0\u2009\u202f\n№", "HHS.0123456789    #")
_NO = r"(?:[Nn][Oo]\. ?|[Nn]umber |# ?)?"
_NUMBER = r"([1-9]\d{0,4})(?![\d%°\w])(?![.,/:]\d)"
_SYMBOL = re.compile(
    r"([HS](?:[. ]{0,2}(?:J|C[Oo][Nn]|C)(?=[. ]{0,2}R))?[. ]{0,2}R[Ee][Ss]|H[. ]{0,2}R|S)"
    rf"([. -]{{0,2}}){_NO}{_NUMBER}"
)
_WORDS = re.compile(
    r"(House|Senate|HOUSE|SENATE) (?:(Joint|Concurrent|joint|concurrent) )?"
    rf"([Bb]ill|BILL|[Rr]esolution|RESOLUTION|[Rr]es\.),? {_NO}{_NUMBER}"
)
_ADDRESS = re.compile(
    r"congress\.gov/bill/(\d{1,3})(?:st|nd|rd|th)-congress/((?:house|senate)-[a-z-]{4,21})/(\d{1,5})"
)
_BARE = re.compile(
    rf"{BILL_WORD}(?: (?:[Nn][Oo]\. ?|[Nn]umber |# ?|под номером ?|за номером ?)| )"
    r"(\d{3,5})(?![\d%°\w])(?![.,/:]\d)"
)
_AND = re.compile(
    r"(?: and | & |/)([1-9]\d{2,4})(?=[.,;:)\"”]|$| (?:would|were|are|have|in|to|by|was|will)\b)"
)
# What may stand right before the number: most numbers of a text are looked at no further.
_LEADS = re.compile(
    r"(?:[RS]|[Rr][Ee][Ss]|[Bb]ills?|BILL|ution|UTION|ation|[Nn][Oo]|umber|омером|[Пп]роект\w{0,3}"
    r"|юци\w{1,3}|layih\w{1,6}|րինագ\w{1,6}|loi|ley|entwurf|tasarısı|قانون)[. #-]{0,3}$|#$"
)
_RUN = re.compile(r"\d+")
_REACH = 48  # signs before a number in which the whole name of a bill stands
_OF_ADDRESS = {address: kind for kind, address in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Named:
    """A bill named by its number; `kind` is None where only "bill 6534" is said."""

    kind: str | None
    number: int
    start: int
    end: int
    sure: bool  # written so that it can hardly be anything else
    congress: int | None = None  # where the writing itself holds it


def bill_numbers(
    text: str, language: str | None = None, own: Container[tuple[str, int]] = ()
) -> list[Named]:
    """Return the bills of Congress that a text names by number, in reading order.

    `own` are kinds and numbers that are looked for: they need no words of Congress near them.

    >>> [(n.kind, n.number) for n in bill_numbers("H.R. 6840, not S. 300 West.")]
    [('hr', 6840)]
    """
    plain = text.replace("\n", " ") if text.isascii() else text.translate(_PLAIN)
    found = [named for match in _matches(plain) for named in _named(plain, match, language, own)]
    kept: list[Named] = []
    for named in sorted(found, key=lambda n: (n.start, -n.end)):
        if not kept or named.start >= kept[-1].end:
            kept.append(named)
    return kept


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield what reads like a bill's number, in one of the forms."""
    if "congress.gov/bill/" in text:
        yield from islice(_ADDRESS.finditer(text), MOST)
    runs = (
        r for r in _RUN.finditer(text) if _LEADS.search(text, max(0, r.start() - 16), r.start())
    )
    for run in islice(runs, MOST):
        reach = max(0, run.start() - _REACH), min(len(text), run.end() + 3)
        for form in (_SYMBOL, _WORDS, _BARE):
            yield from (m for m in form.finditer(text, *reach) if m.end() == run.end())


def _named(
    text: str, match: re.Match[str], language: str | None, own: Container[tuple[str, int]]
) -> Iterator[Named]:
    if match.re is _ADDRESS:
        yield from _address(match)
    elif match.re is _SYMBOL:
        yield from _symbol(text, match, language, own)
    elif match.re is _WORDS:
        yield from _in_words(text, match)
    elif not (1900 <= int(match[1]) <= 2099 or _is_of_a_chamber(text, *match.span())):
        yield Named(None, int(match[1]), *match.span(), False)


def _is_of_a_chamber(text: str, start: int, end: int) -> bool:
    """Tell whether a bare "bill 20" goes on from a chamber's name, or is a state's."""
    return text.endswith(("House ", "Senate "), 0, start) or of_a_state(text, start, end)


def _address(match: re.Match[str]) -> Iterator[Named]:
    kind = _OF_ADDRESS.get(match[2])
    if kind:
        yield Named(kind, int(match[3]), *match.span(), True, int(match[1]))


def _symbol(
    text: str, match: re.Match[str], language: str | None, own: Container[tuple[str, int]]
) -> Iterator[Named]:
    """Yield the number after H.R., S., H.Res. or the like, and those joined to it by "and"."""
    start, end = match.span()
    if start and (text[start - 1].isalnum() or text[start - 1] in "_.$£€&@#-–’'"):
        return
    kind = re.sub(r"[. ]", "", match[1]).lower().replace("cres", "conres")
    dotted = "." in text[start : match.end(2)]
    if kind == "s" and is_no_senate_bill(text, match, dotted, language):
        return
    sure = dotted and (kind != "s" or (kind, int(match[3])) in own)
    if not sure and not of_congress(text, match, dotted):
        return
    yield Named(kind, int(match[3]), start, end, dotted)
    while (more := _AND.match(text, end)) and not 1900 <= int(more[1]) <= 2099:
        end = more.end()
        yield Named(kind, int(more[1]), *more.span(1), False)


def _in_words(text: str, match: re.Match[str]) -> Iterator[Named]:
    """Yield `Senate Bill 1344` and its like, where no state's parliament is spoken of."""
    start, end = match.span()
    if text[start - 1 : start].isalnum() or of_a_state(text, start, end):
        return
    chamber, of_both, what = match[1].lower(), (match[2] or "").lower(), match[3].lower()
    kind = ("hr" if chamber == "house" else "s") if what == "bill" else chamber[0] + "res"
    if of_both and what != "bill":
        kind = chamber[0] + ("jres" if of_both == "joint" else "conres")
    yield Named(kind, int(match[4]), *match.span(), False)
