"""Where somebody stands, told without a verb of speech: "is opposed to", "has a bill to"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.text.speech.clauses import MARKS, boundary, pronoun
from etl.text.speech.nominal import Found, Nominal
from etl.text.speech.noun_phrases import nominals
from etl.text.speech.sentence_words import Word
from etl.text.speech.speech_idioms import MATTER, UNDO
from etl.text.speech.subjects import left_of
from etl.text.speech.together import together
from etl.text.words import words

_MAIN = words("he she they we i")

_IS = r"(?:is|was|are|were|remains?|remained|(?:has|have|had)(?: long| always| also)? been)"
_MORE = (
    r"(?: (?:not|also|still|now|long|more|most|less|far|so|too|very|quite|equally|just|even|an?"
    r"|\w+ly|among|one|all))*"
)
# These need what they are about.
_ABOUT = (
    r"(?:critical|skeptical|sceptical|wary|leery|dismissive|supportive|fearful|disdainful) of"
    r"|(?:opposed|sympathetic|hostile) to|in favou?r of|against(?! the (?:law\b|odds|wall|clock))"
    r"|(?:scathing|blunt|emphatic|adamant|noncommittal|lukewarm|enthusiastic) (?:about|on|in)"
    r"|(?:worried|concerned|hopeful|optimistic|pessimistic|confident|certain|sure|doubtful"
    r"|convinced|unconvinced|persuaded|adamant|afraid|skeptical|sceptical|alarmed|disappointed"
    r"|dismayed|grateful|pleased|glad|thrilled|outraged|furious|appalled) that"
    r"|(?:worried|concerned|alarmed|outraged|furious|dismayed|unhappy|pessimistic|optimistic) about"
    r"|(?:(?<=not )sold on|quick to (?:say|note|add|point|praise|credit|blame|stress))"
)
_ALONE = r"(?:opposed|unmoved|unconvinced|unimpressed|not (?:convinced|persuaded)|blunt|adamant)"
_PARTISAN = (
    r"(?:critics?|opponents?|supporters?|backers?|proponents?|foes?|advocates?|champions?|fans?"
    r"|defenders?|skeptics?|sceptics?|detractors?|admirers?|boosters?)"
)
_OF_THEM = (
    r"(?:(?:the|its|no|those|a) )?(?:(?!of |for )[\w’'-]+ ){0,3}?"
    rf"(?:{_PARTISAN} (?:of|for) (?:{MATTER}|(?:the|it|this|that|any|such|efforts)\b|[A-Z])"
    rf"|(?:(?:co-?)?sponsors?|signator(?:y|ies)) (?:of|to) {MATTER})"
)
_URGING = r"those (?:who )?(?:urg|call|push|ask|press|oppos|support|back|demand|lobby|want|seek)\w*"
_DOING = (
    rf"(?:pushing|fighting|working|campaigning|seeking) to {UNDO}"
    rf"|(?:pushing|seeking|campaigning|fighting)(?: for| against)? (?:an? )?(?:end|repeal|ban)\b"
    rf"|(?:pushing|pressing|campaigning)(?: for| against) {MATTER}|fighting {MATTER}"
    r"|(?:drafting|preparing) an? (?:[\w-]+ )?(?:bill|repeal|amendment|resolution)\b"
)
_HAS = (
    r"(?:has|have|had) (?:(?:an?|another|his own|her own|their own) (?:[\w-]+ )?(?:bill|amendment"
    rf"|measure|resolution|rider|proposal) (?:that would|to {UNDO})|one to {UNDO})\b"
)
_WOULD = (
    r"would (?:much )?(?:(?:rather|sooner) (?!than)|have preferred\b|(?:like|love|prefer) "
    rf"(?:to (?:see|{UNDO})\b|nothing better|(?:[\w’'-]+ ){{1,5}}?(?:gone|scrapped|repealed|kept"
    r"|changed|ended|lifted|revoked|extended)\b))"
)
_WOULD_SAY = (
    r"(?<!who )(?:did|would|could) not say\b(?! (?:that|no|so)\b)"
    r"|would not (?:guess|comment|discuss)\b"
    r"|(?:will|’ll|'ll) tell you\b|would later (?:say|write|tell|call|argue|recall|testify)\b"
)
_JOINED = (
    r"(?:joined|joins|signed) (?:an?|the) (?:law)?(?:suit|chorus|letter|brief) (?:against|to|in"
    r"|urging|asking|opposing|calling)\b|signed on(?:to| to) (?:the|an?|his|her|its|[A-Z])"
    r"|broke with (?:(?:his|her|their|the) (?:own )?party|fellow)"
    r"|penned an? (?:[\w-]+ )?(?:op-ed|column|essay|letter)"
)
_STANDS = re.compile(
    rf"\b(?:{_IS}{_MORE} (?:(?:{_ABOUT})(?= [\w“\"‘'])|{_OF_THEM}|{_URGING}|{_DOING})"
    rf"|(?:is|was|remains|remained){_MORE} {_ALONE}(?= ?[,.;:—]|$)"
    rf"|{_HAS}|{_WOULD}|{_WOULD_SAY}|(?<!who )(?:{_JOINED}))"
)


def by_stances(text: str, found: Sequence[Word], start: int, end: int) -> Iterator[Found]:
    """Yield who is for or against something, as the sentence tells it of them."""
    for match in _STANDS.finditer(text, start, end):
        verb = next((i for i, w in enumerate(found) if w.end > match.start()), 0)
        subject = _subject(text, found, verb) if verb else None
        if subject is None or subject.kind == "document" or subject.governed:
            continue
        for one in together(text, found, subject, verb, 0):
            yield one, found[subject.first].start, match.end(), True


def _subject(text: str, found: Sequence[Word], verb: int) -> Nominal | None:
    """Return whose stance it is: of a second verb, "came and is opposed", that of the clause."""
    if found[verb - 1].low in ("and", "but"):
        first = boundary(found, verb - 2, 0)
        if found[first].low in _MAIN:
            return pronoun(found, first)
        return next((n for n in nominals(text, found, first, verb) if not n.governed), None)
    subject = left_of(text, found, verb, 0)
    if subject is None or subject.kind != "pronoun":
        return subject
    before = found[subject.first - 1] if subject.first else None
    opens = before is None or before.text in MARKS or before.low in ("and", "but", "while")
    return subject if opens else None  # "Ann Roe said that he is opposed": Roe's words
