"""Speakers of a paper: who signs a letter, puts out a statement, or is quoted in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.text.speech.agents import PREPOSITIONS
from etl.text.speech.naming import ASKED
from etl.text.speech.nominal import Found, Nominal
from etl.text.speech.noun_phrases import nominals
from etl.text.speech.sentence_words import Word
from etl.text.speech.speech_idioms import BY, IDIOMS
from etl.text.speech.speech_verbs import acts, finite, gerunds
from etl.text.speech.subjects import left_of
from etl.text.speech.subjects_after import apposed, first_from
from etl.text.speech.together import together
from etl.text.words import words

_SPONSORED = re.compile(
    r"\b(?:amendments?|bill|measure|proposal|resolution|provision|letter|legislation|motion|draft"
    r"|one|other|number \d+|no\. \d+),? (?:by|from|of) |\b\d{2,4}(?:,? (?:by|from)|, of) ",
    re.IGNORECASE,
)
_WRITTEN = words(
    "written signed sent sponsored backed brought moved carried pushed championed drawn",
    "spearheaded authored organized organised led co-led circulated joined",
)
_BY = re.compile(r"\b(\w+(?:ed|ten|ought|led|wn|put))\s(?:\w+\s){0,3}?by\s", re.IGNORECASE)
_PAPER = (
    r"(?:letter|statement|report|memo|analysis|study|survey|editorial|essay|article|testimony|notice"
    r"|filing|brief|complaint|petition|release|newsletter|website|op-ed)"
)
_OWN_PAPER = re.compile(
    rf"(?:The )?(?!(?:An?|His|Her|Its|Their|Our|My) )([A-Z].+?)(?:['’]s|(?<=s)['’])"
    rf"(?: [\w-]+){{0,3}} {_PAPER}$"
)
_A_PAPER = re.compile(rf"{_PAPER}$")
_SIGNERS = re.compile(
    r"\b(?:[Ss]ignatories|(?:[Cc]o-?)?[Ss]igners|[Cc]o-?sponsors|[Ss]ponsors of the bill)"
    r"(?: (?:of|to) (?:the|an?|this|that) (?!treaty|pact|accord|convention|protocol|agreement)\w+)?"
    r"(?: (?:also|now))? (?:include|included|are|were) "
    r"|\b[Ss]igning (?:\w+ ){1,4}?(?:are|were|was|is) "
)
_QUOTED = re.compile(
    r"\b(?:quot|cit)(?:ed|es|ing) ([^“”\";:—]{2,120}?) as (?:having )?(?:\w+ly )?(\w+)"
)
_ISSUED = re.compile(
    r"\b(?:(?:put|puts|sent|gave|handed) out|issue[sd]|release[sd]|sen[dt]s?|post(?:ed|s)"
    r"|publish(?:ed|es)|circulate[sd]|wrote|signed|mailed|filed) (?:out )?"
    r"(?:an?|the|another|one|his|her|its|their) (?:[\w-]+ ){0,3}?"
    rf"(?:{_PAPER}|message|note|post|tweet|e-?mail|video|warning|communiqu[eé])\b"
    r"[^“”\".;:—]{0,80}? (\w+ing)\b"
)
# "Asked by Bo Lee whether …, she said": the answer is hers.
_BEFORE_ASKED = re.compile(
    r"(?:[,;:—–(“] ?|\b(?:when|while|if|once|but|and|then) (?:\w+ly |later |again )?)$",
    re.IGNORECASE,
)
_LAWS = words(
    "clause act law rule order bill amendment ban waiver tariff provision section listing"
)
_NO_BY = (frozenset(IDIOMS) - BY) | {"reported"}
_NO_GERUND = words("following regarding concerning including calling")


def by_papers(text: str, found: Sequence[Word], start: int, end: int) -> list[Found]:
    """Return who signs, sponsors or puts out what is written, and who is quoted in it."""
    said = list(_by(text, found, start, end))
    for pattern in (_SPONSORED, _SIGNERS):
        for match in pattern.finditer(text, start, end):
            head = first_from(text, found, match.end())
            if head and is_full(head) and match[0] != "Bill of ":  # the Bill of Rights
                said += _all(text, found, head, match.start())
    return [*said, *_quoted(text, found, start, end), *_issued(text, found, start, end)]


def author_of(text: str, found: Sequence[Word], subject: Nominal) -> Nominal | None:
    """Return whose a letter or report is that says something: "Roe's letter", "a study by"."""
    if subject.kind != "document":
        return None
    if own := _OWN_PAPER.match(subject.name):
        return Nominal(subject.first, subject.last, own[1], None, "named")
    by = subject.last + 1
    if by + 2 < len(found) and found[by].text == "," and found[by + 1].low in _WRITTEN:
        by += 2  # "The letter, signed by Bo Lee, says"
    if not _A_PAPER.search(subject.name) or by + 1 >= len(found):
        return None
    if found[by].low not in ("by", "from"):
        return None
    head = first_from(text, found, found[by + 1].start)
    return head if head and head.kind == "named" else None


def is_full(head: Nominal) -> bool:
    """Tell whether a name is more than one bare word, which may be a place."""
    return head.kind == "named" and (" " in head.name or head.role is not None)


def _by(text: str, found: Sequence[Word], start: int, end: int) -> Iterator[Found]:
    """Yield whom a passive names after "by"."""
    for match in _BY.finditer(text, start, end):
        low = match[1].lower()
        told = (low in finite() or low in acts() or low in _WRITTEN) and low not in _NO_BY
        asks = low in ASKED and " for by " not in match[0]
        if told and not (asks and _opens(text, start, match.start())):
            head = first_from(text, found, match.end())
            if head and _acts(found, head) and (low != "asked" or head.kind == "named"):
                yield from _all(text, found, head, match.start())


def _acts(found: Sequence[Word], head: Nominal) -> bool:
    """Tell whether a name is nobody's law: "blocked by the Bath clause"."""
    after = found[head.last + 1].low if head.last + 1 < len(found) else ""
    return after not in _LAWS


def _opens(text: str, start: int, at: int) -> bool:
    """Tell whether a participle opens a clause: "Asked by", ", pressed by"."""
    return at == start or _BEFORE_ASKED.search(text[max(start, at - 30) : at]) is not None


def _all(text: str, found: Sequence[Word], head: Nominal, start: int) -> Iterator[Found]:
    """Yield who acts, and who else does it with them: "signed by Bo Lee and Ann Roe"."""
    told = together(text, found, head, -1, 0)
    for one in told:
        yield one, start, found[told[-1].last].end, True


def _quoted(text: str, found: Sequence[Word], start: int, end: int) -> Iterator[Found]:
    """Yield who is quoted: "He quoted the land director, Odell Kimber, as having told him"."""
    if text.find(" as ", start, end) < 0:
        return
    for match in _QUOTED.finditer(text, start, end):
        low = match[2].lower()
        if not match[1].strip():
            continue
        if match[1].split()[0].lower() in PREPOSITIONS or low not in finite() | gerunds():
            continue  # "was quoted in the Post as saying"
        first = next(i for i, w in enumerate(found) if w.start >= match.start(1))
        head = next(nominals(text, found, first, len(found)), None)
        head = apposed(text, found, head) if head and head.first <= first + 2 else None
        if head and head.kind in ("named", "described"):
            yield head, match.start(), match.end(), False


def _issued(text: str, found: Sequence[Word], start: int, end: int) -> Iterator[Found]:
    """Yield who puts out a paper that says something: "Ann Roe put out a statement urging"."""
    for match in _ISSUED.finditer(text, start, end):
        low = match[1].lower()
        if low not in gerunds() or low in _NO_GERUND:
            continue
        verb = next(i for i, w in enumerate(found) if w.end > match.start())
        subject = left_of(text, found, verb, 0)
        if subject and subject.kind != "document":
            for one in together(text, found, subject, verb, 0):
                yield one, found[subject.first].start, match.end(), False
