"""Statements, open letters and appeals in a body's or a person's own "we" or "I": whose they are.

A line above tells it ("Statement of the Lamp Guild on …"), or the first sentence ("The Lamp Guild
expresses its …"), "we at the Lamp Guild", or the body that signs. A story on a body is not its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.sentences import Sentence
from etl.text.speech.agents import kind_of
from etl.text.speech.author_lines import EDITORIAL, lines, people_of
from etl.text.speech.datelines import after_dateline
from etl.text.speech.label_shapes import NARRATES, OURS, QUOTED, SAID, SELF
from etl.text.speech.people import UPPER
from etl.text.speech.quotations import overlapping

_TOP = 3  # lines over a statement, or under it, that may tell whose it is
_PART = rf"[{UPPER}][\w.'’&-]*"
_WHO = rf"(?:[Tt]he )?(?P<who>{_PART}(?: (?:(?:of|for|the|and|de|against) ){{0,2}}{_PART}){{0,9}})"
_KIND = (
    r"(?i:(?:(?:joint|press|public|official|full|prepared|opening|closing|written|floor|open) )?"
    r"(?:statement|remarks|testimony|message|letter|appeal|declaration|communiqu[ée]|address"
    r"|speech|response))"
)
_ON = r"(?:on|in|to|at|before|about|regarding|concerning|following|after)"
_OVER = re.compile(
    rf"(?:(?:The )?[Ff]ull text of )?(?:[Aa]n? |[Tt]he )?{_KIND} (?i:of|by|from|issued by) {_WHO}"
    rf"(?=,|:|$| (?i:{_ON})\b)"
)
_ITS = re.compile(
    rf"{_WHO}(?:['’]s?)? (?:(?i:issues|releases) )?(?:(?i:joint|press|official|public) )?"
    rf"(?i:statement|open letter|response) (?i:{_ON})\b"
)
_FOLLOWS = re.compile(
    r"(?:The [Ff]ollowing|Following (?:is|are)|Below (?:is|are))\b(?=.{0,80}\b(?:statement|letter"
    r"|appeal|remarks|speech|testimony|message|declaration|released|issued|adopted|sent|delivered))"
    rf".{{0,80}}?\b(?:by|of|from) {_WHO}"
)
_WE_AT = re.compile(
    r"\b(?:[Ww]e,?(?: the (?:undersigned,? )?(?:\w+ ){0,3}of| at)|[Oo]n behalf of"
    rf"(?: the [\w ,-]{{0,40}} of)??) {_WHO}"
)
_OPENS = re.compile(
    rf"{_WHO}(?: \([A-Z]+\))?(?:,[^.,]{{3,100}},)? (?:strongly |firmly |fully |today )?"
    r"(?:expresses|welcomes|condemns|rejects|calls (?:on|for|upon)|urges|opposes|supports|applauds"
    r"|denounces|deplores|demands|regrets|thanks|declares|reaffirms|commends|protests|believes"
    r"|objects|(?:stands|remains) (?:with|by|against|firm|opposed|committed)"
    r"|is (?:\w+ly )?(?:alarmed|appalled|pleased|proud|concerned|disappointed|troubled|outraged"
    r"|dismayed|saddened|opposed))\b"
)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
_GAVE = re.compile(
    rf"{_WHO}(?:,[^:]{{3,100}},)?(?: (?:today|also|has|have|had|then|later|\w+ly)){{0,2}}"
    r" (?:issued|released|made|sent|put out|published|delivered|posted|shared|offered|gave)\b"
)
_ON_CAPS = re.compile(r" (?:ON|IN|TO|REGARDING|CONCERNING) .*")
_PAPER = re.compile(
    r"\b(?:Times|Post|News|Journal|Herald|Tribune|Gazette|Chronicle|Press|Daily|Media|Team"
    r"|Magazine|Newsroom|Syndicate)\b"
)
_TITLE = re.compile(r"(?:U\.S\. )?[A-Z][a-z]{1,4}\. |U\.S\. (?=[A-Z][a-z]+ )")
_FOLLOWING = re.compile(
    r"\b(?:following (?:\w+ ){0,3}(?:statement|remarks|comments?|message|letter|response)"
    r"|(?:statement|remarks|letter|message) (?:\w+ ){0,3}follows|in full)\b[^.?!]{0,120}:$"
)
_FOOT = re.compile(
    r"\W*(?:###|# # #|-30-|Contact|Media|Press|About|Background|For (?:more|further))\b"
)


def headed_statement(text: str, own: bool) -> str | None:
    """Return whose statement a text is by a line over it; `own`: it says "I" or "we" itself."""
    if not own and any(mark in text for mark in '“"'):
        return None
    for line in lines(text[:600])[:_TOP]:
        prose = line.endswith((".", "”", '"'))
        found = None if prose else _OVER.match(line) or _ITS.match(line)
        found = found or _FOLLOWS.match(line)
        if found and (name := _holder(found["who"])):
            return name
    return None


def own_statement(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[tuple[int, int]]
) -> str | None:
    """Return the body in whose own "we" a text speaks, if it tells which."""
    told = [s for s in sentences if _outside(_WE, text, s, quotations)]
    if not told or any(EDITORIAL.match(line) for line in lines(text[:400])[:_TOP]):
        return None
    found = [m for s in told if (m := _WE_AT.search(s.text))]
    for sentence in sentences[:_TOP]:
        start = after_dateline(text, sentence)
        if (opens := _OPENS.match(text, start, sentence.end)) and _is_body(opens["who"]):
            found.append(opens)
    signs = (
        re.fullmatch(rf"(?:Signed,? )?[—–-]? ?{_WHO}", line) for line in lines(text[-300:])[-_TOP:]
    )
    found += [m for m in signs if m and _is_body(m["who"])]
    return next((name for m in found if (name := _holder(m["who"])) and _is_body(name)), None)


def _outside(
    wanted: re.Pattern[str], text: str, sentence: Sentence, marks: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether a sentence has a word outside quotation marks."""
    found = wanted.finditer(text, sentence.start, sentence.end)
    return any(not overlapping(marks, m.start(), m.end()) for m in found)


def _is_body(name: str) -> bool:
    return any(kind_of(part.lower()) == "body" for part in name.split()) or (
        name.isupper() and " " not in name
    )


def _holder(who: str) -> str | None:
    """Return a body's name, or a person's without what they are; None for an outlet's.

    >>> _holder("Lamp Guild President Ann Roe"), _holder("Lamp Guild"), _holder("Bath Post")
    ('Ann Roe', 'Lamp Guild', None)
    """
    parts = re.sub(r"^THE |['’]s?$", "", _ON_CAPS.sub("", _TITLE.sub("", who.rstrip(".")))).split()
    offices = [i for i, part in enumerate(parts) if kind_of(part.lower()) == "person"]
    if offices and len(parts) - offices[-1] > 2:
        parts = parts[offices[-1] + 1 :]
    name = " ".join(parts)
    name = name.title() if name.isupper() and len(parts) > 1 else name
    if _is_body(name):
        return None if _PAPER.search(name) else name
    return people_of(name)


def stated_whole(text: str, sentences: Sequence[Sentence], index: int) -> tuple[range, str | None]:
    """Return the sentences of a statement that a sentence leads up to without quotation marks.

    With them, who gives it: "The Lamp Guild issued the following statement:".
    """
    sentence, end, last = sentences[index], index + 1, index + 1
    leads = sentence.text.endswith(":") and end < len(sentences)
    if not leads or not _FOLLOWING.search(sentence.text):
        return range(0), None
    first = sentences[end].paragraph
    while end < len(sentences) and not _ends_statement(sentences[end].text):
        plain = QUOTED.sub("", sentences[end].text)
        end += 1
        if SELF.search(plain) or OURS.search(plain) or sentences[end - 1].paragraph == first:
            last = end
    gave = _GAVE.match(text, after_dateline(text, sentence), sentence.end)
    return range(index + 1, last), _holder(gave["who"]) if gave else None


def _ends_statement(text: str) -> bool:
    """Tell whether a sentence is quoted, tells of somebody, or stands at the foot of a release."""
    plain = QUOTED.sub("", text)
    told = NARRATES.search(plain) or SAID.search(plain)
    return text[:1] in '“"' or bool(told or _FOOT.match(text))
