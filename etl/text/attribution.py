"""Where a sentence says who speaks, and which stretches of a text are quotations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.text.operators import forms
from etl.text.people import NAME, UPPER
from etl.text.roles import TITLE

QUOTATION_LIMIT = 3000  # past this a quotation mark was not closed

_VERBS = (
    "add note argue state claim emphasize emphasise stress urge warn ask insist testify tweet "
    "post declare "
    "explain reply answer observe maintain contend assert allege complain recall suggest call "
    "describe "
    "welcome condemn praise criticize criticise denounce hail oppose support back want demand "
    "believe hope "
    "fear expect object protest conclude acknowledge concede admit pledge vow promise propose "
    "recommend "
    "continue remark reiterate underline underscore announce express voice applaud cheer deplore "
    "regret "
    "lament fault blame vouch predict mock joke endorse reject accuse shrug counter caution judge "
    "agree "
    "disagree favor favour reason favour joke scoff sigh figure beg plead credit"
)
_IRREGULAR = (
    r"said|says?|saying|told|tells?|wrote|writes?|thought|thinks?|found|finds?|went on|goes on"
    r"|put it|puts it"
    r"|(?:took|takes?) the view|(?:made|makes?) clear|point(?:s|ed)? out|brought up|calling"
    r"|holds? that"
    r"|сказал\w*|заявил\w*|отметил\w*|подчеркнул\w*|считает|полагает|призвал\w*|добавил\w*|пишет"
    r"|написал\w*|указал\w*|утвержда\w+|предупрежда\w+|убежден\w*"
    r"|bildirib|deyib|qeyd edib|vurğulayıb|bildirdi|dedi|yazıb|əlavə edib"
)


def _says() -> str:
    """Return the alternatives of the verbs of speech and of holding a view, without gerunds."""
    finite = {form for verb in _VERBS.split() for form in forms(verb) if not form.endswith("ing")}
    return "(?:" + "|".join([*sorted(finite, key=len, reverse=True), _IRREGULAR]) + ")"


_SAYS = _says()
_AUXILIARY = (
    r"(?:(?:has|have|had|also|then|later|further|again|once|repeatedly|publicly|himself"
    r"|herself|would|will|(?:is|was|are|were) (?:quoted|cited) as) ){0,3}"
)
_DESCRIBED = (
    r"[Tt]he (?:[a-zA-Z][\w.-]* ){0,4}(?:aide|adviser|advisor|senators?|lawmakers?|congress(?:man"
    r"|woman)|official"
    r"|officials|diplomat|minister|ministry|president|ambassador|envoy|spokes\w+|secretary|group"
    r"|groups|organi[sz]ation"
    r"|committee|council|association|coalition|union|administration|department|embassy|analyst"
    r"|expert|author|memorandum|memo|determination|report"
    r"|writer|governor|mayor|chair\w*|director|lawyer|lawyers|professor|newspaper|company|letter"
    r"|memo|bill|report"
    r"|statement|resolution|brief|agency|office|party|lobby|politician|sponsor|sponsors|auditor"
    r"|board|court"
    r"|judge|panel|farmer|owner|chief|commissioner|delegation|head|leader|deputy|fund|institute"
    r"|alliance)"
)
_TITLED = rf"(?:{TITLE} )?{NAME}"
_SHORT = rf"(?:{TITLE} )?[{UPPER}][\w’'-]*\w(?:(?:'s|’s) office)?"
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|who|which)"
_GROUP = (
    rf"(?:[{UPPER}][\w’'-]+ )?(?:[a-z][\w-]+ ){{0,3}}(?:groups|advocates|critics|defenders"
    rf"|opponents|supporters|lawmakers|officials|unions|farmers|parents|analysts|residents|experts"
    rf"|leaders|members|owners|lawyers|senators|aides|sponsors|Democrats|Republicans)(?: in "
    rf"[{UPPER}]\w+)?"
)
_WHO = rf"(?P<who>{_TITLED}|{_DESCRIBED}|{_PRONOUN}|{_GROUP}|{_SHORT})"
_ASIDE = (
    rf"(?: of (?:the |an? )?(?:[{UPPER}a-z][\w-]+ ){{0,4}}[{UPPER}]\w+)?(?:, "
    rf"(?P<role>[^;:\"“”]{{3,220}}?),| \([^)]{{1,30}}\),?)?"
)

_ACTIVE = re.compile(rf"(?<![\w’'-]){_WHO}{_ASIDE} {_AUXILIARY}(?P<verb>{_SAYS})\b")
_INVERTED = re.compile(
    rf"[,?!.—–\"”»’] ?[\"”»’]?,? ?(?P<verb>{_SAYS}) "
    rf"(?P<before>(?!to |that |on |in )(?:(?:[a-z][\w-]*|of|[A-Z]{{2,}}) ){{0,6}}){_WHO}"
    rf"(?=[,.;:]| (?:of|in|from|at|on|who|and|as|to|after|during)\b|$)"
)
_ACCORDING = re.compile(
    rf"(?P<verb>[Aa]ccording to|[Ii]n the (?:words|view|opinion) of|[Пп]о словам|[Пп]о мнению) "
    rf"(?:[a-z][\w-]* ){{0,3}}{_WHO}"
)
_VIEW = re.compile(
    rf"(?P<verb>[Ii]n) (?:(?P<who>{_TITLED}|{_SHORT})(?:'s|’s)?|(?P<whose>his|her|their)) "
    r"(?:judge?ment|view|opinion|telling|account|words|reading|phrase)\b"
)
_IS_NOBODY = re.compile(
    r"(?:I|We|It|You|That|This|There|What|Nobody|Everyone|No|None|And|But|(?:Mon|Tues|Wednes"
    r"|Thurs|Fri|Satur|Sun)day)\b"
)
_AFTER_COMMA = re.compile(r"[,?!—–][\"”»’]? (?:(?:[a-z][\w-]*|of|[A-Z][\w.-]*) ){0,6}$")
_NAME_SO_FAR = re.compile(
    rf"(?:[Tt]he )?(?:[{UPPER}][\w’'-]*\w’?'? (?:&|(?:of|for|and|on) (?:the )?)?)+$"
)
_NAME_GOES_ON = re.compile(
    rf"(?: (?:of|for|and|on)(?: the)?(?: [{UPPER}][\w’'-]*)+){{1,2}}(?= [a-z])"
)
_SET_OFF = re.compile(r"(?: (?!that|to|it|how|why)[\w’'.-]+){0,8}\s*(?:[,.;:—–\"“)]|$)")
_QUOTES = (("“", "”"), ("«", "»"), ("„", "“"))


@dataclass(frozen=True, slots=True)
class Attribution:
    """One place where a text says who speaks; `trails` where it follows what was said."""

    start: int
    end: int
    verb_end: int
    speaker: str
    role: str | None
    trails: bool


def attributions(
    text: str, start: int, end: int, marks: list[tuple[int, int]]
) -> list[Attribution]:
    """Return the attributions in one sentence that stand outside quotation marks, in order."""
    found: dict[int, Attribution] = {}
    for pattern in (_ACTIVE, _ACCORDING, _VIEW, _INVERTED):
        for match in pattern.finditer(text, start, end):
            said = _attribution(text, match, start, end, pattern)
            quoted = any(left < said.start < right for left, right in marks)
            if not quoted and not _IS_NOBODY.match(said.speaker):
                found.setdefault(said.end, said)
    return sorted(found.values(), key=lambda a: a.start)


def _attribution(
    text: str, match: re.Match[str], start: int, end: int, pattern: re.Pattern[str]
) -> Attribution:
    groups = match.groupdict()
    who = "who" if groups.get("who") else "whose"
    role = groups.get("role") or (groups.get("before") or "").strip() or None
    at = _whole_name(text, start, match.start(who))
    first = min(at, match.start("verb"))
    last = max(match.end(who), match.end("verb"))
    name = text[at : match.end(who)]
    if (
        len(name.split()) < 3
        and name[0].isupper()
        and (more := _NAME_GOES_ON.match(text, match.end(who)))
    ):
        name += more[0]
    return Attribution(
        first, last, last, " ".join(name.split()), role, _trails(text, first, last, start, end)
    )


def _whole_name(text: str, start: int, at: int) -> int:
    """Return where the name that runs into a place begins: "The Council for Atlantic Commerce"."""
    if not text[at].isupper():
        return at
    longer = _NAME_SO_FAR.search(text[max(start, at - 90) : at])
    return at - len(longer[0]) if longer else at


def _trails(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Tell whether an attribution is set off by commas, so that it governs its whole sentence."""
    return bool(_AFTER_COMMA.search(text[start:first])) and bool(_SET_OFF.match(text, last, end))


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the stretches between quotation marks, with the marks, in order.

    >>> quotations('He said "no" and “yes”.')
    [(8, 12), (17, 22)]
    """
    found: list[tuple[int, int]] = []
    for opening, closing in _QUOTES:
        for match in re.finditer(
            f"{opening}[^{opening}{closing}]{{1,{QUOTATION_LIMIT}}}{closing}", text
        ):
            found.append(match.span())
    found.extend(_straight(text))
    return sorted(found)


def _straight(text: str) -> list[tuple[int, int]]:
    """Pair straight marks within paragraphs; one left open runs to the paragraph's end."""
    found: list[tuple[int, int]] = []
    for paragraph in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text):
        places = [paragraph.start() + i for i, sign in enumerate(paragraph[0]) if sign == '"']
        if len(places) % 2:
            places.append(paragraph.end())
        found.extend(
            (left, min(right + 1, paragraph.end()))
            for left, right in zip(places[::2], places[1::2], strict=True)
            if right - left <= QUOTATION_LIMIT
        )
    return found
