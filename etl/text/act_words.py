"""By which words a sentence calls an act that was done to a policy: a waiver, a repeal, a lifting.

Only what is told as done counts: "Trump cancelled Section 907", not "the bill would cancel it" and
not "he called for its repeal".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CALLED = {
    "waiver": r"waiv(?:ed|es|ing)|waivers?|dérogations?|вейвер\w*|muafiyet\w*",
    "suspension": (
        r"suspend(?:ed|s|ing)|suspensions?|paus(?:ed|es|ing)|on (?:pause|hold)|suspendu\w*"
        r"|suspendió|приостанов(?:ил|лен|лён|к|лени)\w*|временно не действует"
        r"|dayandır(?:dı|ıb|ıld|ılıb|ılm)\w*|askıya al\w*|կասեցր\w*|կասեցվ\w*"
    ),
    "extension": (
        r"(?:extend(?:ed|s|ing)|renew(?:ed|s|ing)|prolong(?:ed|s))(?=[^.;]{0,40}\bwaiver)"
        r"|продл(?:ил|ен|ён)\w*|uzad(?:ıb|ıld|ılıb)\w*"
    ),
    "lifting": (
        r"lift(?:ed|s|ing)|remov(?:ed|es|al|ing)|eas(?:ed|es|ing)|levée?s?|lève|levantó"
        r"|снял\w*|снят\w*|сняти\w*|götür(?:dü|üb|ülüb)\w*|kaldırd\w*|kaldırıld\w*"
    ),
    "cancellation": (
        r"cancel(?:led|ed|s|lation|ing|ling)|annul(?:led|ment|s)|revok(?:ed|es|ing)|revocation"
        r"|rescind(?:ed|s)|scrapp?(?:ed|s|ing)|annulée?s?|annulation|отмен(?:ил|ен|ён|а|у|ы|е|ой)\w*"
        r"|аннулир\w*|ləğv (?:etdi|edib|edildi|edilib|olundu|olunub)|iptal\w*|չեղարկ\w*"
    ),
    "repeal": (
        r"repeal(?:ed|s|ing)|(?:(?<=the )|(?<=his )|(?<=['’]s ))repeal|abolish(?:ed|es|ing)"
        r"|aboli(?:tion|shment)|abrogée?s?|abrogation"
        r"|упраздн(?:ил|ен|ён)\w*|вовсе упразднить|վերացր\w*|վերացվ\w*"
    ),
}
BEFORE, AFTER = 48, 24  # characters around the word in which a wish, a plan or a denial may stand
_WORD = re.compile(
    r"(?i)(?<!\w)(?:" + "|".join(f"(?P<{name}>{words})" for name, words in CALLED.items()) + r")\b"
)
_NOT_DONE = re.compile(
    r"(?i)\b(?:to(?! know)|will(?! the)|would|should|shall|must|may|might|could|cannot|not|never"
    r"|no|nor|without|full|fully|complete|completely|permanent|permanently|eventual|partial"
    r"|call\w*|urg\w*|push\w*|seek\w*|sought|hop\w*|expect\w*|await\w*|bills?|legislation"
    r"|propos\w*|introduc\w*|favou?rs?|favou?red|case for|towards?|if|until|unless|authority"
    r"|demand\w*|need\w*(?! to know)|reject\w*|oppos\w*|condition\w*|vocabulary|myths?"
    r"|so-called|pour|projet|proposition|pourrait|doit"
    r"|должн\w*|мо[жг]\w*|бы|требу\w*|призыв\w*|призва\w*|законопроект\w*|ожида\w*|полн\w+"
    r"|надеж\w*|необходим\w*|выступ\w*|если|вопрос\w*|предлаг\w*|предложен\w*|не|нет"
    r"|lazım\w*|çağır\w*|gözlə\w*|layihə\w*|tam|deyil)\b[^.;!?]*$|n['’]t\b[^.;!?]*$"
)
_NOT_YET = re.compile(r"(?i)^\W*(?:authority|power|bill|act\b|would|will|should|could|is needed)")


@dataclass(frozen=True, slots=True)
class Call:
    """A word for an act that a sentence tells as done."""

    called: str
    word: str


def calls(sentence: str) -> Iterator[Call]:
    """Yield the words for a done act of a sentence, each kind once.

    >>> [c.called for c in calls("Trump cancelled Section 907; he should have waived it.")]
    ['cancellation']
    """
    told: set[str] = set()
    for found in _WORD.finditer(sentence):
        kind = str(found.lastgroup)
        before = sentence[max(0, found.start() - BEFORE) : found.start()]
        after = sentence[found.end() : found.end() + AFTER]
        if kind in told or _NOT_DONE.search(before) or _NOT_YET.search(after):
            continue
        told.add(kind)
        yield Call(kind, found[0])
