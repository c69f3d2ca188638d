"""Who writes a text in their own name: it says "I", or a line over or under it tells who they are.

A byline or a signature alone may be a reporter's, so that "I" is asked for beside them; a letter to
the editor, a line on who the author is and a byline with an office stand with opinions only. An
editorial is its outlet's, and nobody's else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.sentences import Sentence
from etl.text.speech.author_lines import (
    BY,
    COLUMNIST,
    CREDIT,
    EDITORIAL,
    HIS_WORK,
    IS_COLUMNIST,
    IS_OPINION,
    NAME_ALONE,
    NAMES,
    ON_AUTHOR,
    ON_WRITER,
    OVER,
    REPORTS,
    SIGNATURE,
    is_office,
    lines,
    people_of,
)
from etl.text.speech.datelines import has_dateline
from etl.text.speech.quotations import overlapping

HEAD, TAIL = 400, 500  # characters in which such lines stand
_OVER = 4  # lines over a text that may tell its author
_UNDER = 4  # lines under a text that tell of the outlet, and may stand below its author's
# "The We Company", "Group I: …" are no first person.
_FIRST_PERSON = re.compile(
    r"\bI(?=['’ ,—])(?! [A-Z\d])|\b(?:my|we)\b|(?:^|(?<=[(—–-] ))(?:My|We)\b"
)
_ONCE_IN = 15  # sentences of a text that speaks itself, for each that does so at the least
_THANKS = re.compile(r"\bThe (?:author|institute|center|centre)s? thanks?\b", re.IGNORECASE)
_FOOTER = re.compile(
    r"(?:Read|Related|Share|Subscribe|Sign|More|Follow|Click|See|Photo\w*|Contact|Copyright|©|Email"
    r"|E-mail|Send|Letters|Twitter|Illustration|Distributed|Reach|Support|Donate|Have an opinion)\b"
    r"|(?:The )?(?:views|opinions) |This (?:op-?ed|column|commentary|essay|article|piece) |@|http|#"
)
_LETTER = re.compile(r"\s*(?:To the [Ee]ditor|Dear (?:Editor|Sir|Madam)|Editor:)")
_MARKS = " *_—–-[]()"
_SELDOM = 400  # characters of an essay for each word that reports somebody
_REPORTED = re.compile(r"\b(?:said|says|told|according to)\b")
_SAYS = r"(?:said|says|told|added|adds|noted|wrote|argued|testified|asked|explained)"


def speaks_itself(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether a text itself says "I" or "we", outside quotations, and not once by chance."""
    own = (
        any(
            not overlapping(quotations, s.start + match.start(), s.start + match.end())
            for match in _FIRST_PERSON.finditer(s.text)
        )
        for s in sentences
    )
    return sum(own) >= 1 + len(sentences) // _ONCE_IN


def author_of_text(text: str, last: str, itself: bool, byline: object = None) -> str | None:
    """Return who writes a text in their own name, None where nobody does.

    `last`: its last sentence; `itself`: it says "I" or "we"; `byline`: what the article's own data
    tell of it, if anything.
    """
    head, tail = lines(text[:HEAD])[: _OVER + 1], lines(text[-TAIL:])
    if is_editorial(text):
        return None
    if told := _told_below(text, last, tail, itself):
        return told
    sure = bool(_THANKS.search(text[-TAIL:])) or any(ON_WRITER.match(t) for t in (last, *tail[-3:]))
    above = _told_above(head, sure or (itself and not has_dateline(text)))
    if above or (not itself and not _LETTER.match(text)):
        return above
    below = next((name for told in [last, *tail[-5:]] if (name := signed(told))), None)
    return below or named_author(byline)


def is_editorial(text: str) -> bool:
    """Tell whether a line over or under a text says that it is its outlet's own opinion."""
    return any(EDITORIAL.match(t) for t in (*lines(text[:HEAD])[:3], *lines(text[-TAIL:])[-2:]))


def _told_below(text: str, last: str, tail: Sequence[str], itself: bool) -> str | None:
    """Return whom a line under a text tells of, whose words are told nowhere in it."""
    under = tail[:]
    while len(under) > max(1, len(tail) - _UNDER) and _FOOTER.match(under[-1]):
        under = under[:-1]
    for told in (line.strip(_MARKS) for line in (last, *under[-1:])):
        line = ON_AUTHOR.match(told)
        if line and not (_is_on_author(line) and (itself or not line["did"])):
            continue
        line = line or HIS_WORK.match(told)
        name = people_of(line["names"]) if line else None
        reports = line and REPORTS.search(told, line.end("names"))
        over = name and any(BY.match(line) and name in line for line in lines(text[:HEAD])[:_OVER])
        own = itself or (not reports and (over or _is_essay(text, told)))
        if name and own and not _is_told(name, text):
            return name
    return None


def _is_essay(text: str, line: str) -> bool:
    """Tell whether a text that says no "I" is no story either, and a line stands apart under it."""
    under = (told.strip(_MARKS) for told in lines(text[-TAIL:]) if "\n" in text.strip())
    story = has_dateline(text) or len(_REPORTED.findall(text)) * _SELDOM > len(text)
    return not story and any(told.startswith(line) for told in under)


def _is_on_author(line: re.Match[str]) -> bool:
    """Tell whether a line tells what somebody is or does: "is a cook", "is president of"."""
    is_only = line["does"] in ("is", "was", "are", "were")
    return not is_only or is_office(line["rest"])


def _is_told(name: str, text: str) -> bool:
    """Tell whether a text reports what somebody says: then it is not theirs."""
    last = re.escape(re.sub(r",? (?:Jr|Sr)\.$", "", name).split()[-1])
    after = rf"\b{last}(?:,[^,.]{{2,80}},)? {_SAYS}\b"
    return bool(re.search(rf"{after}|\b{_SAYS} (?:[A-Z][\w.-]* ){{0,3}}{last}\b", text))


def _told_above(head: Sequence[str], own: bool) -> str | None:
    """Return whom a line over a text names as its author; `own`: there is another sign of one."""
    for line, after in zip(head[:_OVER], [*head[1:], ""], strict=False):
        match = BY.match(line)
        if CREDIT.match(line) or (match and not own and not _is_opinion(match, after)):
            continue
        match = match or OVER.match(line) or COLUMNIST.match(line)
        if match is None and IS_COLUMNIST.match(after):
            match = NAME_ALONE.match(line)
        reports = match and REPORTS.search(match.groupdict().get("office") or "")
        if match and not reports and (name := people_of(match["names"])):
            return name
    return None


def _is_opinion(byline: re.Match[str], after: str) -> bool:
    """Tell whether a byline is over no news: it says so, or an office stands beside or under it."""
    office = byline["office"] or ""
    under = len(after) < 80 and after[-1:] not in '.?!”"' and is_office(after)
    told = byline["kind"] or IS_OPINION.match(byline["before"] or "") or IS_COLUMNIST.match(office)
    return bool(told) or is_office(office) or under


def signed(line: str) -> str | None:
    """Return who signs a text in a line beneath it."""
    match = SIGNATURE.match(line)
    return people_of(match["names"]) if match and not _FOOTER.match(line) else None


def named_author(byline: object) -> str | None:
    """Return the one person whom an article's own byline names; None for several, or a desk.

    >>> [named_author(told) for told in ("By Ann Roe", "Staff Writer", "Ann Roe and Bo Lee")]
    ['Ann Roe', None, None]
    """
    found = (
        re.fullmatch(rf"(?:[Bb]y )?{NAMES}", byline.strip()) if isinstance(byline, str) else None
    )
    name = people_of(found[1]) if found else None
    return None if name is None or " and " in name else name
