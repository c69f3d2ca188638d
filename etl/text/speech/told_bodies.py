"""Whether a text treats a name as a body, not a person: "Dorvan Steel, which", "Lampco's plant"."""

from __future__ import annotations

import re

from etl.text.speech.agents import kind_of, singular
from etl.text.words import words

_AT_MOST = 30  # places of a name that are looked at
_AROUND = 20_000  # characters before and after a naming in which the text tells of it
_COMPANY = words(
    "inc inc. ltd ltd. llc llp plc corp corp. co. gmbh company corporation holdings partners",
    "capital logistics metals steel foods motors airlines airways industries systems technologies",
    "laboratories labs pharmaceuticals pharma brands bancorp financial securities enterprises",
    "petroleum fuels shipping lines semiconductor semiconductors software studios stores mills",
    "works aerospace dynamics solutions robotics biosciences therapeutics bank telecom wireless",
    "electronics plastics chemicals minerals materials products packaging titanium aluminum cement",
    "insurance realty energy",
)
_JOINING = words("watch trust roundtable action teamsters brotherhood afl-cio local international")
_JOINED = re.compile(
    r"^[^a-z]\S*(?: \S+)* (?:for|against|without|on|to|of the) |.[^\W\d_][a-z]+[A-Z]| & "
)
_NOT_JOINED = re.compile(r"\b(?:Mc|Mac|De|Di|La|Le|Van|Fitz|O[’'])[A-Z]")
BODY_NOUN = (
    r"(?:company|group|firm|union|nonprofit|organi[sz]ation|coalition|alliance|association|charity"
    r"|think tank|startup|outfit|campaign|network|cooperative|lobby|corporation|manufacturer"
    r"|airline|federation|council|institute|foundation|agency|ministry|league|society|newspaper|club)"
)
_AFTER = re.compile(
    r"[’']s? (?:\w+ ){0,2}?(?:chief executive|CEO|shareholders|workforce|headquarters|membership"
    r"|board of directors|executive director)\b"
    r"|, (?:which|based in|headquartered in|headquartered near|maker of|owner of)\b"
    rf"|,? an? (?:[\w-]+ ){{0,5}}?{BODY_NOUN}(?:[,.;]| (?:that|of|for|which|based|in|with|whose)\b)"
    r"| (?:and|with) its\b"
    r"| (?:told|asked|urged|warned|closed|moved|opened|shut|expanded|filed|published|sold) its\b"
)
_APPOSED = re.compile(
    rf"(?: \([\w-]+\))?, (?:which is )?(?:an?|the) ((?:[\w-]+ ){{0,5}}?{BODY_NOUN}s?)\b(?! \w+er\b)"
)
_CALLED = re.compile(rf"\b({BODY_NOUN})(?:,| called| named| known as) [“\"]?(?:the )?$")
_SAID_IT = re.compile(
    r" (?:said|says|announced)(?: on| in)?(?: [A-Z]\w+day)?,?(?: that)? it (?:would|will|has|had"
    r"|was|is|plan\w+|expect\w+|ha[sd]|did|does|could|supports?|opposes?)\b"
)
_BEFORE = re.compile(
    rf"(?:\b{BODY_NOUN}(?:,| called| named| known as) [“\"]?(?:the )?"
    r"|\b(?:chief executive|CEO|executive director|general counsel|shareholders"
    r"|an? (?:\w+ )?executive|a director|co-founder) (?:of|at|for|with) (?:the )?"
    r"|\b(?:companies|groups|firms|unions),? (?:including|like|such as) )$"
)
_PLACED = re.compile(r"\b(?:[Ii]n|[Nn]ear|across|throughout|outside|[Aa]t|from|to) $")


def told_as_body(text: str, name: str, near: int) -> bool:
    """Tell whether a name is a body's by its words, or by what the text says around it."""
    if by_its_words(name):
        return True
    if " " not in name and is_place(text, name, near):
        return False  # "in Ankara"
    return any(_told_at(text, *place) for place in _places(text, name, near))


def apposed_to(text: str, name: str, near: int) -> str | None:
    """Return what a text calls a body beside its name: "a coalition of fishers"; None where not."""
    for start, end in _places(text, name, near):
        if match := _APPOSED.match(text, end) or _CALLED.search(text, max(0, start - 60), start):
            return match[1]
    return None


def by_its_words(name: str) -> bool:
    """Tell whether a name has a body's words.

    >>> [by_its_words(n) for n in ("Dorvan Steel", "Parents for Lamps", "Ann Roe")]
    [True, True, False]
    """
    parts = name.split()
    if any(kind_of(part) == "body" for part in parts) or is_company(name):
        return True
    many = any(kind_of(p) == "person" and singular(p.lower()) != p.lower() for p in parts)
    many = many or parts[-1].lower() in _JOINING or parts[0].lower() in _JOINING
    return many or bool(_JOINED.search(name) and not _NOT_JOINED.search(name))


def is_company(name: str) -> bool:
    """Tell whether a name ends as companies' do: "Lamp Foods", "Roe Partners LLP"."""
    parts = name.lower().split()
    return len(parts) > 1 and not name.isupper() and (parts[-1] in _COMPANY or " & " in name)


def is_place(text: str, word: str, near: int) -> bool:
    """Tell whether a text tells that something is in or near what a word names."""
    return any(
        _PLACED.search(text[max(0, start - 12) : start]) for start, _ in _places(text, word, near)
    )


def stands_alone(text: str, name: str, near: int) -> bool:
    """Tell whether the last word of a name is used alone, as a surname is."""
    first, _, last = name.rpartition(" ")
    before = (
        text[max(0, start - len(first) - 1) : start] for start, _ in _places(text, last, near)
    )
    return any(not b.rstrip().endswith(first.split()[-1]) for b in before)


def _places(text: str, name: str, near: int) -> list[tuple[int, int]]:
    """Return where a name stands by itself around a place, at most so many times."""
    places: list[tuple[int, int]] = []
    limit = near + _AROUND
    at = text.find(name, max(0, near - _AROUND), limit)
    while at >= 0 and len(places) < _AT_MOST:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            places.append((at, end))
        at = text.find(name, end, limit)
    return places


def _told_at(text: str, start: int, end: int) -> bool:
    if _AFTER.match(text, end) or _BEFORE.search(text, max(0, start - 60), start):
        return True
    return " " not in text[start:end] and _SAID_IT.match(text, end) is not None
