"""The words and marks of a sentence, and the runs of capitalised words that are names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from etl.text.speech.agents import ADVERBS, kind_of, singular
from etl.text.words import words

_WORD = re.compile(
    r"\d{1,3}(?:,\d{3})+(?![\w])|[^\W_]+(?:[’'.&/-][^\W_]+|\.-elect\b)*(?:(?<=s)[’'](?= [\w]))?|\S"
)
_LINKS = words(
    "of the for and on to de del della di da dos van von der den al el bin bint binti ibn ould abu",
    "la le du des &",
)
_ARTICLE = re.compile(r"(?:a[dlnrstz]|ash|el|es|ul)-(?=[^\W\d_])(?![a-z])")
# Whose it is belongs to a body's name: "the Growers' League", "the Women's Caucus".
_MANY_OWN = re.compile(r"s['’]$|^(?:wo)?men['’]s$|^(?:people|children)['’]s$", re.IGNORECASE)
_NO_OWNERS = words("states nations ways")
TITLES = words(
    "sen sens rep reps gov amb dr prof gen col mr mrs ms lt sgt capt maj adm rev hon atty fr ag",
    "del supt cmdr cllr msgr sir dame lady lord madam ald ex-gov ex-sen ex-rep then-sen",
    "then-rep then-gov rep.-elect sen.-elect gov.-elect mp msp mep comrade mullah ayatollah",
    "excellency highness majesty eminence",
)
_OF_SEVERAL = words("sens reps govs")
PARTY = re.compile(r"[DRI]-[A-Z]")  # and state of a member: "D-Ohio"
# What departments, committees and secretaries are of; "and" and commas between two join them.
FIELDS = words(
    "state defense defence war treasury commerce energy labor labour interior agriculture",
    "education transportation transport homeland security veterans affairs health human",
    "services housing urban development justice finance trade national central intelligence",
    "foreign natural resources environment economy economic political communications management",
    "budget staff ways means food drug fish wildlife oversight accountability reform science",
    "space technology infrastructure workforce rules administration appropriations nutrition",
    "forestry banking pensions public works armed relations alcohol tobacco firearms explosives",
    "aeronautics oceanic atmospheric securities exchange customs border protection immigration",
    "citizenship disease control prevention county municipal industry fisheries culture sport",
    "sports tourism innovation research planning water power land forests medicine european",
    "eurasian african asian arctic hemisphere",
)
_SENT_TO = words(
    "ambassador envoy assistant adviser advisor counselor counsellor representative delegate"
)
_MEANS_TO = words("committee campaign coalition alliance league fund council society")


class Word(NamedTuple):
    """One word or mark of a text."""

    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter, or as "al-Hashimi" does."""
        first = self.text[0]
        article = first in "aeu" and "-" in self.text[2:4]
        return first.isupper() or (article and _ARTICLE.match(self.text) is not None)

    @property
    def possessive(self) -> bool:
        """Whether it owns what follows: "Turan's"."""
        return self.text[-2:] in ("'s", "’s", "s'", "s’")


def of_several(word: Word) -> bool:
    """Tell whether a title is of all who follow: "Sens. Bo Lee and Ann Roe", "co-chairs"."""
    person = kind_of(word.text) == "person" and singular(word.low) != word.low
    return word.low in _OF_SEVERAL or person


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words and marks of a stretch of text."""
    return [Word(m[0], m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]


def run_end(found: Sequence[Word], at: int, last: int) -> int:
    """Return the last word of the run of capitalised words that begins at a place."""
    end = at
    i = at + 1
    while i < last and (not found[end].possessive or _of_many(found, end, last)):
        word = found[i]
        if word.capital and word.low not in ADVERBS:
            end = i
        elif (
            word.text == "."
            and _abbreviates(found[i - 1])
            and i + 1 < last
            and found[i + 1].capital
        ):
            pass
        elif word.text == "," and (after := _past_list(found, i, last)):
            end = i = after
        elif not (
            word.low in _LINKS
            and i + 1 < last
            and (found[i + 1].capital or found[i + 1].low in _LINKS)
            and _joins(found, at, i)
        ):
            break
        i += 1
    return end


def _of_many(found: Sequence[Word], at: int, last: int) -> bool:
    """Tell whether many own a body that is named by them: "the Lamp Growers' League"."""
    own = found[at].text
    if not _MANY_OWN.search(own) or found[at].low[:-1] in _NO_OWNERS:
        return False
    end = at + 1
    while end < last and found[end].capital:
        end += 1
    return end > at + 1 and any(kind_of(w.text) == "body" for w in found[at + 1 : end])


def _names_both(found: Sequence[Word], first: int, at: int) -> bool:
    """Tell whether "and" stands within the name of one body: "the Pulse and Lentil Council"."""
    end = at + 1
    while end + 1 < len(found) and found[end + 1].capital:
        end += 1
    plain = found[at + 1].capital and not any(kind_of(w.text) for w in found[first:at])
    body = end > at + 1 and (kind_of(found[end].text) == "body" or kind_of(found[end].low))
    return bool(plain and body and first and found[first - 1].low == "the")


def _begins_another(found: Sequence[Word], at: int) -> bool:
    """Tell whether "and" leads to another body: "the Chamber of Commerce and the Union of"."""
    at += found[at].low == "the"
    end = at
    while end < len(found) and (found[end].capital or found[end].low in ("of", "for")):
        end += 1
    return any(kind_of(w.text) == "body" for w in found[at:end])


def lists_fields(found: Sequence[Word], comma: int) -> bool:
    """Tell whether a comma stands within a name: "State, County and Municipal Employees"."""
    here = found[comma].text == "," and 0 < comma < len(found) - 1
    return here and _is_field(found, comma - 1, comma + 1)


def _past_list(found: Sequence[Word], comma: int, last: int) -> int | None:
    """Return the last of fields in a list, "Health, Education, Labor and Pensions"; else None."""
    at = comma
    while at + 1 < last and found[at].text == "," and _is_field(found, at - 1, at + 1):
        at += 2
    at += at < last and found[at].text == ","  # "Labor, and Pensions"
    ends = at > comma + 1 and at + 1 < last and found[at].low == "and"
    return at + 1 if ends and _is_field(found, at + 1) else None


def _is_field(found: Sequence[Word], *places: int) -> bool:
    return all(found[at].capital and found[at].low in FIELDS for at in places)


def _abbreviates(word: Word) -> bool:
    """Tell whether a dot after a word belongs to it: "Sen.", "J.", "U.S."."""
    return word.low in TITLES or len(word.text) <= 2 or "." in word.text


def _joins(found: Sequence[Word], first: int, at: int) -> bool:
    """Tell whether a small word belongs to the name: "Committee of", "Secretary of", "van"."""
    low, before = found[at].low, found[at - 1]
    if low == "and":
        if found[at + 1].low in TITLES:
            return False  # "House Majority Leader Bo Lee and Rep. Ann Roe"
        two = at + 2 < len(found) and found[at + 1].capital and found[at + 2].capital
        if two and kind_of(before.text) == "body":
            return False  # "the Wick League and Oil Watch"
        fields = before.low in FIELDS and found[at + 1].low in FIELDS
        fields = fields or _names_both(found, first, at)
        of_many = first + 1 < at and found[first + 1].low in ("for", "against")
        of_many = of_many or (found[first + 1].low == "of" and of_several(found[first]))
        body = of_many or any(kind_of(w.text) == "body" for w in found[first:at])
        body = body and not _begins_another(found, at + 1)
        return fields or (body and kind_of(before.low) != "person")
    if low == "to":
        return before.low in _SENT_TO or before.low in _MEANS_TO
    if low in ("of", "for", "on"):
        office = kind_of(before.text) is not None or before.low in FIELDS
        bodies = any(kind_of(w.text) not in (None, "person") for w in found[first:at])
        return office or bodies or (first + 1 < at and found[first + 1].low in ("of", "for"))
    return True
