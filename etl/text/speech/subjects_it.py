"""When "it" is who speaks: a body that was told of, not a law, which says much and is no voice."""

from __future__ import annotations

from collections.abc import Sequence

from etl.text.speech.agents import BE, kind_of
from etl.text.speech.clauses import JOINS, is_dateline, pronoun
from etl.text.speech.nominal import Nominal
from etl.text.speech.noun_phrases import nominals
from etl.text.speech.sentence_words import Word
from etl.text.words import words

SAID = words("said say says told wrote argued warned asked urged")  # "Eleven states told"
_OF_VOICES = words(
    "called described praised accused thanked welcomed criticised criticized denied complained",
    "blamed replied promised pledged vowed denounced hailed announced wants expects expected hopes",
    "hoped believes believed fears feared opposes opposed endorsed rejected objected objects",
    "applauded protested lamented insisted insists maintained maintains stressed acknowledged",
    "disputed disputes contends contended argues cautioned conceded recommended predicted",
)
_IF_THAT = words("added noted estimates estimated")  # "it added that", but "it added a fee"
_PAPERS_TOO = words("email e-mail post tweet readout memo interview newsletter")
_DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_FAR = 14  # words that tell in which paper it said so, at most


def it_speaks(found: Sequence[Word], it: int, verb: int) -> bool:
    """Tell whether "it" before a verb of speech is who speaks."""
    if any(w.low in BE for w in found[it:verb]):  # "it is said"
        return False
    return _opens(found, it, verb) or _is_aside(found, it, verb)


def whose_it(text: str, found: Sequence[Word], it: int) -> Nominal:
    """Return the body that its own sentence tells of, "The bank will wait, it said"; else "it"."""
    told = nominals(text, found, 0, it) if it and found[it - 1].text == "," else ()
    free = (n for n in told if not (n.governed or n.kind == "owner" or is_dateline(found, n)))
    head = next(free, None)
    body = head and head.kind in ("named", "described") and kind_of(head.name.split()[-1])
    whole = head and not any(w.low in JOINS for w in found[: head.first])
    return head if head and whole and body == "body" else pronoun(found, it)


def _opens(found: Sequence[Word], it: int, verb: int) -> bool:
    if it and found[it - 1].text not in ('"', "”", "»") and not _in_paper(found, it):
        return False
    low, after = found[verb].low, found[verb + 1].low if verb + 1 < len(found) else ""
    if low in _IF_THAT:
        return after in ("that", ",", ":")
    return low in SAID or (low in _OF_VOICES and after not in ("for", "on", "off", "up"))


def _in_paper(found: Sequence[Word], it: int) -> bool:
    """Tell whether nothing but where or when it spoke stands before "it": "In a statement it"."""
    if it > _FAR or any(w.low in JOINS for w in found[1:it]):
        return False
    if found[0].low == "as" and found[1].low == "for":  # "As for the Lamp Act, it said"
        return found[it - 1].text == ","
    if found[0].low == "on":
        return it <= 3 and found[1].low in _DAYS
    paper = any(kind_of(w.text) == "document" or w.low in _PAPERS_TOO for w in found[1:it])
    return paper and found[0].low == "in" and found[1].low in ("a", "an", "its")


def _is_aside(found: Sequence[Word], it: int, verb: int) -> bool:
    """Tell whether a comma sets "it said" off from what was said: "the law, it said, was"."""
    verbs = ("said", "wrote", "argued", "added")
    if not it or found[it - 1].text != "," or found[verb].low not in verbs:
        return False
    after = [w.low for w in found[verb + 1 : verb + 4]]
    told = after[:1] == ["in"] and any(kind_of(w) == "document" for w in after)
    on_day = after[:1] == ["on"] and after[1:2] and after[1] in _DAYS
    return not after or after[0] in (",", ".") or told or bool(on_day)
