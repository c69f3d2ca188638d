"""What only looks like a bill's number: streets, sections, pages, missiles, bills of a state."""

from __future__ import annotations

import re

WINDOW = 160  # signs on each side in which words of Congress count

# "Bill" in the languages that Lawbeat reads, as it may stand right before a number.
BILL_WORD = (
    r"(?:\b[Bb]ills?|\b[Ll]egislation|\b[Rr]esolution|[Зз]аконопроект\w{0,3}|[Рр]езолюци\w{1,3}"
    r"|\bqanun layih\w{1,6}|[Օօ]րինագ\w{1,6}|\bproje(?:t|ct) de loi|\bproposition de loi"
    r"|\bproyecto de ley|\b[Gg]esetzentwurf|\b(?:yasa|kanun) tasarısı|مشروع (?:ال)?قانون)"
)
_CUES = re.compile(
    r"\b(?:bills?|acts?|resolutions?|legislat\w{2,8}|senat\w{1,5}|congress\w{0,8}|house|lawmakers?"
    r"|(?:co-?)?sponsor\w{0,5}|committee|repeals?|enact\w{0,4}|konqres\w{0,5}|projet de loi|sénat"
    r"|congrès|proyecto de ley|congreso|senado|kongress|kongre\w{0,4}|qanun\w{0,4})\b|\bH\. ?R\."
    r"|законопроект|конгресс|сенат|палат|резолюци|օրինագ|կոնգրես|սենատ|الكونغرس|مجلس",
    re.IGNORECASE,
)
_BILL_BEFORE = re.compile(rf"(?:{BILL_WORD}|\bthe Senate’?'?s)[,:]? [(«“\"]?$")
_NOT_BEFORE_S = re.compile(
    r"(?:\bU\. ?|\b(?:[Ss]ections?|[Ss]ecs?\.|[Pp]arts?|[Cc]hapters?|[Tt]itles?|[Aa]rticles?"
    r"|Schedules?|Appendix|[Tt]able|Form|Type|Model|Galaxy|Series|Class|[Pp]ages?|vgl\.|siehe|Bd\."
    r"|§§?)|(?<!\d)(?!(?:19|20)\d\d )\d{1,5}) ?$"
)
_STREET = re.compile(
    r",? (?:(?:East|West|North|South|Street|Avenue|Road|Blvd|Boulevard|Drive)\b|(?:[NEW]|St|Ave|Rd)"
    r"(?:\.|\b)(?! ?\d))|\(\w{1,3}\)| of the [\w ’'-]{3,60}\b(?:Act|Code|Law)\b"
)
_GERMAN = frozenset({"de", "nl", "sv", "da", "no", "nb"})  # S. is a page there
_MISSILES = frozenset({"75", "125", "200", "300", "350", "400", "500"})
_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia"
    "|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts"
    "|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey"
    "|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania"
    "|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington"
    "|West Virginia|Wisconsin|Wyoming"
)
_OF_A_STATE = re.compile(rf"\b(?:(?:{_STATES})(?:’s|'s|’|')?|[Ss]tate(?:’s|'s)?) (?:\w+ )?$")
_IN_A_STATE = re.compile(rf" (?:in|of) (?!Washington)(?:{_STATES})\b")
# Washington also stands for Congress, and Georgia is a country too.
_STATEHOUSE = re.compile(
    rf"\b(?:statehouse|general assembly|(?:state|(?!Washington|Georgia)(?:{_STATES}))"
    r" (?:house|senate|legislat\w+|lawmakers?)"
    r"|gov\.|governor)(?!\w)",
    re.IGNORECASE,
)


def is_no_senate_bill(text: str, match: re.Match[str], dotted: bool, language: str | None) -> bool:
    """Tell whether S and a number are a street, a section, a page, a missile."""
    before = text[max(0, match.start() - 40) : match.start()]
    if _NOT_BEFORE_S.search(before) or _STREET.match(text, match.end()):
        return True
    if not dotted and (match[3] in _MISSILES or "-" in match[2]):
        return True
    is_page = language in _GERMAN or text[match.end() : match.end() + 2] in ("f.", "ff")
    return (is_page or not dotted) and not _BILL_BEFORE.search(before)


def of_congress(text: str, match: re.Match[str], dotted: bool) -> bool:
    """Tell whether words of Congress stand near; a number like a year needs one at its side."""
    before = text[max(0, match.start() - WINDOW) : match.start()]
    if not dotted and 1900 <= int(match[3]) <= 2099:
        return bool(_BILL_BEFORE.search(before))
    after = text[match.end() : match.end() + WINDOW]
    return bool(_CUES.search(before) or _CUES.search(after))


def of_a_state(text: str, start: int, end: int) -> bool:
    """Tell whether a bill is told as that of a state's parliament."""
    before = text[max(0, start - WINDOW) : start]
    return bool(
        _OF_A_STATE.search(before)
        or _IN_A_STATE.match(text, end)
        or _STATEHOUSE.search(before)
        or _STATEHOUSE.search(text, end, end + 80)
    )
