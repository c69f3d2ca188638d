"""The lines over and under a text that tell who wrote it: "By Ann Roe", "Ann Roe is a fellow"."""

from __future__ import annotations

import re

from etl.text.speech.agents import kind_of
from etl.text.speech.people import UPPER
from etl.text.words import words

_DESKS = words(
    "the staff press desk board team newsroom wire service editorial tribune gazette chronicle",
    "herald times",
)
_PART = rf"[{UPPER}][\w.'’-]*"
_LAST = rf"[{UPPER}][\w'’-]+"
_SMALL = r"(?:(?:de|da|del|della|la|van|von|der|bin|al|el) ){0,2}"
_NAME = rf"(?!By )(?:{_PART} {_SMALL}){{1,3}}{_LAST}(?:,? (?:Jr|Sr)\.)?"
_SHORT_TITLE = r"(?:[A-Z][a-z]{1,4}\. )?"
_TITLE = (
    r"(?:(?:U\.S\. |State |former )?(?:[A-Z][a-z]{1,4}\.|Senator|Representative|Congress(?:wo)?man"
    r"|Governor|Mayor|Judge|Justice|Ambassador|Councilm(?:a|e)n|Commissioner|Sheriff|President"
    r"|Bishop|Rabbi|Sister|Father|Pastor|General|Admiral|Colonel|Captain|Secretary) )?"
)
_AND = "(?:(?:, {0}{1}){{0,3}},?(?: and | & ){0}{1})?"
NAMES = rf"{_SHORT_TITLE}(?P<names>{_NAME}{_AND.format(_SHORT_TITLE, _NAME)})"
_BYLINE_NAMES = rf"{_TITLE}(?P<names>{_NAME}{_AND.format(_TITLE, _NAME)})"
_JOINED = re.compile(r",? and | & |, (?!(?:Jr|Sr)\.)")
_SUFFIX = re.compile(r",? (?:Jr|Sr)\.$")
_KIND = (
    r"(?:(?i:(?:guest |reader )?(?:opinion|commentary|column|essay|viewpoint|op-?ed|perspective"
    r"|letter|editorial)|guest (?:view|post|voices?)|my (?:turn|view)|(?:point of |another )view"
    r"))"
)
_COLUMNIST = (
    r"(?i:(?:(?:guest|opinion|contributing|community|syndicated|special|editorial page"
    r"|metro|political)\s)?(?:columnist|essayist|op-?ed contributor|opinion contributor)"
    r"|(?:guest|contributing|community) (?:contributor|commentary|opinion|column|essay|writer)"
    r"|opinion|commentary)"
)
_ASIDE = r"(?:, ?| ?[|/·—–(-] ?)"
BY = re.compile(
    rf"(?P<before>.{{0,80}}[.|·—:,/–-] ?)?(?P<kind>(?:An? )?{_KIND} |[Rr]eviewed )?"
    rf"(?:[Ww]ritten )?(?:[Bb]y|BY):? {_BYLINE_NAMES}"
    rf"(?:(?:{_ASIDE}| (?=(?i:guest|contributing|special|opinion|for)\b))(?P<office>.{{0,80}}))?$"
)
OVER = re.compile(rf"{_KIND} ?[|:/·—–-] ?{_BYLINE_NAMES}(?:{_ASIDE}.{{0,80}})?$")
COLUMNIST = re.compile(rf"{_BYLINE_NAMES}(?:{_ASIDE}|: ?| ){_COLUMNIST}\b.{{0,60}}$")
NAME_ALONE = re.compile(rf"{_BYLINE_NAMES}$")
IS_COLUMNIST = re.compile(rf"{_COLUMNIST}\b.{{0,60}}$")
IS_OPINION = re.compile(rf"(?:.*[|·—:.,/–-] ?)?{_KIND}\W*$")
SIGNATURE = re.compile(
    rf"(?:(?:Yours|Sincerely|Signed|Respectfully|Cordially)\b[^,]{{0,20}}, ?|[—–-] ?)?{NAMES}"
    rf"(?:, (?:aged? )?[{UPPER}\d][^.]{{0,60}})?(?: \(M[a-z]{{1,3}}\.?\))?\.?(?: The writer\b.*)?$"
)
_DOES = (
    r"(?:lives?|works?|teach(?:es)?|served?|serves|retired|chairs?|leads?|runs?|directs?"
    r"|represents?)\b"
)
_DID = (  # what stands under a column, and in a story as well
    r"(?:writes?|heads?|owns?|practices?|studies|study|farms?|founded|co-founded|manages?|hosts?"
    r"|holds?|co-chairs?|edits|spent|has (?:been an?|served|worked|taught|written))\b"
)
_IS = r"(?:is|was|are|were)"
_TITLED = r"(?:[^“”\"]|[“\"][A-Z][^“”\"]{0,78}[^“”\",?!][”\"])"  # of a book, but no quotation
ON_AUTHOR = re.compile(
    rf"(?:About the authors?:? |The (?:writers?|authors?), |Author:? )?{NAMES}"
    rf"(?: \([A-Z][\w. -]*\))?(?: of [A-Z]\w+)?,? (?:(?:an?|the|born|who|of)\b[^,]{{3,80}}, )?"
    rf"(?P<does>{_IS}(?P<what> (?:an?|the|now|on|also|currently|both)\b)?|{_DOES}|(?P<did>{_DID}))"
    rf"(?P<rest> ?{_TITLED}{{3,250}})$"
)
_WORK = (
    r"(?:books?|novels?|memoir|columns?|newsletter|podcast|essays?|work|writings?|history|biography"
    r"|collection|poems|articles|stories|commentary|commentaries|op-?eds?|blog)"
)
HIS_WORK = re.compile(
    rf"{NAMES}['’]s? (?:[\w-]+,? ){{0,5}}{_WORK} (?:[\w-]+,? )?"
    rf"(?:is|are|was|were|appears?|runs?|will be|won)\b"
    rf"{_TITLED}{{1,250}}$"
)
ON_WRITER = re.compile(
    rf"\(?The (?:writer|author|columnist)s?,? (?:{_IS}\b|{_DOES}|{_DID})"
    r"|(?:The )?(?:views|opinions) (?:expressed|here|in this)\b"
    r"|This (?:op-?ed|column|commentary|essay) (?:was|is|first|originally)\b"
)
REPORTS = re.compile(
    r"\b(?:reporter|correspondent|editor|(?:senior )?writer|staff|journalist|covers|bureau|newsroom"
    r"|news|producer|anchor|photo\w*|corps|writes (?:about|for))\b",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"(?i)(?:report(?:ing|ed)|edited|edit(?:ing|or)|photo\w*|compiled|illustrat\w+|graphics?|maps?"
    r"|translat\w+|video|audio|interview(?:ed)?|stor(?:y|ies)|art|produced|moderated|hosted)\b"
)
EDITORIAL = re.compile(
    r"(?:EDITORIAL|(?:The |An )?(?:[A-Z]\w+ ){0,3}[Ee]ditorial|OUR VIEW|Our (?:[Vv]iew|[Oo]pinion)"
    r"|In our view|The [A-Z]\w+(?: [A-Z]\w+)?['’]s [Vv]iew)(?: ?[:|—–-]|$)"
    r"|(?:By )?(?:[Tt]he )?(?:[A-Z]\w+ ){0,4}"
    r"(?:[Ee]ditorial [Bb]oard|EDITORIAL BOARD|Editorial [Ss]taff)\W*$"
)


def lines(text: str) -> list[str]:
    """Return the lines of a text without white space and the marks of bold and italics."""
    told = (line.strip().strip("*_•").strip() for line in text.split("\n"))
    return [line for line in told if line]


def is_person(name: str) -> bool:
    """Tell a person's name from a body's or a desk's, and from one with a title."""
    parts = name.split()
    return not name.endswith(("'s", "’s")) and not any(
        kind_of(part) or part.lower() in _DESKS for part in parts
    )


def people_of(names: str) -> str | None:
    """Return the one or the several people that a line names, None where one is no person.

    >>> people_of("ANN ROE"), people_of("Ann Roe & Bo Lee"), people_of("Lamp Guild")
    ('Ann Roe', 'Ann Roe and Bo Lee', None)
    """
    each = [re.sub(rf"^{_TITLE}", "", told) for told in _JOINED.split(names)]
    if not all(" " in _SUFFIX.sub("", name) and is_person(name) for name in each):
        return None
    each = [name.title() if name.isupper() else name for name in each]
    return " and ".join([*([", ".join(each[:-1])] if each[1:] else []), each[-1]])


def is_office(told: str | None) -> bool:
    """Tell whether what follows a byline's name is an office, and no reporter's."""
    if not told or REPORTS.search(told):
        return False
    return any(kind_of(word.lower()) == "person" for word in re.findall(r"[\w-]+", told))
