"""The shapes that labels of transcripts have, and those of prose that only looks like one."""

from __future__ import annotations

import re

from etl.text.speech.people import UPPER
from etl.text.words import words

_CAPS = r"(?:Mc|Mac|De|Di|Du|La|Le|Van|St\. )?[A-ZÀ-Þ][A-ZÀ-Þ’'.-]"  # "McCARTHY"
LABEL = re.compile(
    r"^\**(?P<clip>[<(\[](?:CLIP|SOT|BITE|TAPE|SOUND)[,:]? )?\[?"
    rf"(?P<name>(?:{_CAPS}+)(?: (?:de |la |van |von )?{_CAPS}+){{0,4}})"
    r"(?P<aside> [(\[][^()\[\]]{1,30}[)\]])?(?:, (?P<role>[^:()\d–—]{3,60}))?"
    r"(?(clip)[\]:>)]|[\]:])\**\s"
)
# As the Congressional Record has them: "Mr. SMITH of Ohio. Thank you."
OF_RECORD = re.compile(
    r"^(?:(?:(?:M[rR]|M[rR]?[sS]|Miss|D[rR])\.|Senator|Representative|Chair(?:man|woman)?|Secretary"
    r"|Ambassador|General|Governor|Mayor|Judge|Admiral|Sheriff)"
    rf" (?P<name>{_CAPS}*[A-ZÀ-Þ’'-](?: {_CAPS}*[A-ZÀ-Þ’'-]){{0,3}})"
    r"(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?(?: [(\[][^()\[\]]{2,30}[)\]])?"
    r"|T(?:he|HE) (?P<office>(?i:(?:acting |vice )?)(?:CHAIR(?:MAN|WOMAN)?|SPEAKER|PRESIDENT"
    r"|PRESIDING OFFICER|WITNESS|CLERK|MODERATOR|COURT))(?: (?:pro tempore|PRO TEMPORE))?"
    r"(?: \((?:M[rR]|M[rR]?[sS])\. (?P<in_it>[^()]{2,30})\))?)"
    r"[.:](?=\s|$)"
)
# As hearings are printed: "Mr. Roe. Thank you.", whose first words are a sentence of their own.
OF_HEARING = re.compile(
    r"^(?:(?:Mr|Ms|Mrs|Dr)\.|Miss|Senator|Representative|Chair(?:man|woman)?|Secretary|Ambassador"
    r"|General|Governor|Mayor|Judge|Admiral|Sheriff)"
    rf" (?P<name>[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+)?)"
    r"(?: of [A-Z]\w+(?: [A-Z]\w+)?)?\.$|^The (?P<office>Chair(?:man|woman)?|Clerk|Moderator)\.$"
)
COURTESY = re.compile(
    r"(?i)^(?:(?:[a-z]{2,4}\.|mayor|senator|representative|chair(?:man|woman)?|governor"
    r"|secretary|sheriff|judge|commissioner|councilm[ae]n|ambassador|congress(?:wo)?man) )+"
)
CAPITAL = rf"[{UPPER}][\w.’'-]{{0,30}}"
_SMALL = r"(?:(?:de|van|von|al|bin) )?"
_NAME = rf"{CAPITAL}(?: {_SMALL}{CAPITAL}){{0,4}}"
TURN = re.compile(
    rf"^\**(?P<name>{_NAME}):\**(?=\s)"
)  # of an interview: "Ann Roe: I would keep it."
# Of a hearing or a forum, with what somebody is: "Ann Roe, president, Lamp Guild: I would keep it."
ROLED = re.compile(
    rf"^(?P<name>(?:(?:Dr|Rev|Sen|Rep|Gov)\. |[A-Z][a-z]+ )?{CAPITAL}(?: {_SMALL}{CAPITAL}){{1,3}})"
    r"(?:,? \((?P<party>[^()]{1,30})\))?, "
    r"(?P<role>(?!who|whose|which|as |when )(?:(?! (?:said|says|put|told|asked|added) )[^:!?“”\"])"
    r"{2,80}):(?=\s)"
)
DIRECTION = re.compile(r"^[(\[][^()\[\]]{2,60}[)\]]\.?$")  # "(Applause.)", which nobody says
# By whom or not: "Q. Why?", "Q Thank you.", "QUESTION (Bo Lee, Bath Post): Why?", "A: No."
ASKS = re.compile(
    r"^\**(?P<who>Q|A|QUESTION|ANSWER|Question|Answer)"
    r"(?: ?[(\[](?P<aside>[^()\[\]:]{2,80})[)\]])?[.:]\**(?=\s|$)"
    rf"|^Q\s+(?=[“\"{UPPER}])"
)
ASKER = re.compile(rf"(?P<name>{_NAME})(?:(?:,| of| from| with| for| [–—/-]) (?:the )?(?P<of>.+))?")
HEARD = words(  # how a question is heard, told where its asker may stand
    "inaudible laughter crosstalk continuing translated speaking via in through as by on off male",
)
PLAYS = words(
    "HOST CALLER ANCHOR REPORTER NARRATOR WITNESS GUEST OPERATOR MODERATOR CHAIR SPEAKER",
    "INTERVIEWER CHAIRMAN CHAIRWOMAN ANNOUNCER AUDIENCE PRESENTER",
)
HEADS = words(  # what stands before a colon in lists
    "Claim Fact Facts Myth Verdict Problem Solution Pro Pros Con Cons Yes No Note Update Cost Rule",
)
QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
SELF = re.compile(r"\b(?:I(?![-.)])|[Mm]e|[Mm]y|[Yy]ou|[Yy]our)\b")
OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_SAYS = (
    r"(?:said|says|told|asked|testified|added|replied|wrote|argued|spoke|declined|called|laughed"
    r"|smiled|paused|put it)\b"
)
SAID = re.compile(rf" {_SAYS}")
NARRATES = re.compile(
    rf"^(?:He|She|They|The [a-z]+|{_NAME})(?:,[^,]{{3,60}},|\b)[^.]{{0,40}}? (?:{_SAYS}|read\b"
    r"|did not (?:return|respond)|returns?\b|lives?\b|teaches)|\([DRI]-[A-Z]"
    rf"|, (?:he|she|they|{CAPITAL}) (?:said|says|added)\b|\w, who \w+s\b"
    r"|^(?:The|This) (?:interview|conversation|transcript|committee|Senate|House|hearing|session"
    r"|motion|amendment|yeas and nays)\b[^.]{0,30} (?:edited|condensed|cut|shortened|then|rose"
    r"|adjourned|recessed|agreed to|rejected|ordered)\b"
)
SPOKEN_TO = re.compile(  # behind a label: "Ms. Pruitt, you are here", who says nothing
    r"\s*(?:Thank you|Thanks|Yes|No|Well|Madam|Sir|(?:(?:M[rs]s?|Dr)\.|Senator|Director|Secretary"
    rf"|Chair\w*|Governor) ?{_NAME}|{_NAME}|M(?:r\.|adam) [A-Z]\w+),"
    r" (?=(?:you|your|I|we|there|what|is|are|do|does|did|can|could|will|would|how|why|it)\b)"
)
Label = tuple[str, str | None]


def asked_by(sentence: str) -> Label | None:
    """Return who asks by the label of a question, "Q" where it names nobody; "A" of an answer."""
    match = ASKS.match(sentence)
    if match is None:
        return None
    letter = (match["who"] or "Q")[0]
    asker = ASKER.fullmatch(match["aside"] or "") if letter == "Q" else None
    if asker is None or re.split(r"\W", asker["name"])[0].lower() in HEARD:
        return letter, None
    return COURTESY.sub("", asker["name"]), asker["of"]
