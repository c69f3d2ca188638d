"""The subject of a verb of speech in another language than English.

Behind a quotation the verb stands before its subject; in Turkish, Azerbaijani and Armenian it ends
the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.text.speech.agents import PRONOUNS
from etl.text.speech.other_cases import is_called_body, is_subject, may_say
from etl.text.speech.other_nouns import Told
from etl.text.speech.other_offices import HEAD_FINAL
from etl.text.speech.other_people import in_nominative, meant_name
from etl.text.speech.other_words import ASIDES, LINKED, role_noun
from etl.text.speech.sentence_words import Word
from etl.text.speech.speech_verbs_other import OTHER
from etl.text.words import words

_AFTER = 9  # words behind a verb in which its subject may begin
_FINAL_AFTER = 7
_TOUCHES = 2
_HE = words("он она նա o ó") | PRONOUNS
_SAYING = words("diyen söyleyen belirten savunan vurgulayan")  # "who says", before the name
_WITH_HE = re.compile(r"-(?:il|elle|ils|elles)$")
_NO = words("не no nicht")
_JOINS = words("и а но y e et und aber pero mais как comme como wie также que qui")


class Subjects:
    """Finds the subjects of the verbs in the words of one sentence outside quotation marks."""

    def __init__(self, text: str, found: Sequence[Word], told: Sequence[Told], tongue: str) -> None:
        """Take the words, and the phrases for speakers among them."""
        self._text = text
        self._found = found
        self._told = told
        self._tongue = tongue

    def verbs(self) -> Iterator[int]:
        """Yield the places of verbs of speech."""
        for at, word in enumerate(self._found):
            plain = re.sub(r"^[lmts]['’]", "", word.low)
            before = self._found[at - 1].low if at else ""
            denied = before in _NO or (before == "se" and self._tongue == "es")
            if (word.low in OTHER or plain in OTHER) and not denied:
                yield at

    def of(self, at: int) -> Told | None:
        """Return the phrase that is the subject of a verb at a place."""
        if _WITH_HE.search(self._found[at].low):
            return None
        if self._tongue in HEAD_FINAL:
            return self._final(at)
        if self._is_inverted(at):
            return self._after(at) or self._before(at)
        after = self._after(at) if at and self._found[at - 1].text == "," else None
        if after and after.whole and not self._behind_office(at):
            return after
        return self._before(at) or self._after(at)

    def goes_on(self, at: int) -> bool:
        """Tell whether a verb goes on with the speaker before: "he" says it, or nobody is told."""
        clause = self._clause(at)
        near = self._found[at + 1 : at + 3]
        if self._has_pronoun(clause, at) or any(w.low in _HE for w in near):
            return True
        if _WITH_HE.search(self._found[at].low):
            return True
        if self._tongue in HEAD_FINAL:
            return not self._told
        between = self._found[clause:at]
        return all(w.low in ASIDES or w.low in _JOINS for w in between) and self._tongue != "de"

    def _can_say(self, one: Told, at: int) -> bool:
        """Tell whether a phrase can be the subject of a verb: it agrees, and is not governed."""
        if one.governed or not self._is_known(one, at):
            return False
        if self._tongue != "ru":
            return not one.named or is_subject(one.name, self._tongue)
        if not one.named and not _is_called(one):
            return False
        if one.body:
            return is_called_body(one.name)
        if not (one.named or one.many):
            return True
        return may_say(one.name, self._found[at].low, one.many)

    def _is_known(self, one: Told, verb: int) -> bool:
        """Tell whether a lone name is a surname that the text tells of, or touches the verb."""
        if one.whole or one.role or not one.named:
            return True
        at = self._found[one.first].start
        if meant_name(one, in_nominative(one, self._tongue), self._text, self._tongue, at):
            return True
        begins = one.first == 0 or not self._found[one.first - 1].text[0].isalnum()
        near = 0 < verb - one.last <= _TOUCHES or 0 < one.first - verb <= _TOUCHES
        article = self._tongue == "hy" and one.name[-1] in "ըն"
        return self._tongue != "de" and near and (article or not begins)

    def _is_inverted(self, at: int) -> bool:
        """Tell whether a verb opens its clause, so that its subject follows."""
        back = at - 1
        while back >= 0 and self._found[back].low in ASIDES:
            back -= 1
        if back < 0 or self._found[back].low in ("как", "comme", "como"):
            return True
        return not self._found[back].text[0].isalnum() and not self._ends_aside(back)

    def _ends_aside(self, mark: int) -> bool:
        """Tell whether a comma before a verb closes what stands behind a name: "X, who is,"."""
        if self._found[mark].text != ",":
            return False
        return any(
            one.last == mark - 1 or (one.whole and one.last < mark and self._comma_behind(one))
            for one in self._told
            if not one.governed
        )

    def _behind_office(self, at: int) -> bool:
        """Tell whether an office behind a name ends at the comma before a verb."""
        return any(t.last == at - 2 and t.role and t.whole for t in self._told)

    def _comma_behind(self, one: Told) -> bool:
        after = one.last + 1
        return after < len(self._found) and self._found[after].text == ","

    def _after(self, at: int) -> Told | None:
        """Return the phrase behind a verb that can be its subject."""
        for place in range(at + 1, min(at + _AFTER, len(self._found))):
            word = self._found[place]
            here = next((t for t in self._told if t.first == place), None)
            if here and self._can_say(here, at):
                return here
            if word.low in LINKED or word.low in _HE or not word.text[0].isalnum():
                return None
        return None

    def _before(self, at: int) -> Told | None:
        """Return the nearest phrase before a verb that can be its subject, full names first."""
        before = [t for t in self._told if t.last < at and self._can_say(t, at)]
        clause = self._clause(at)
        near = [t for t in before if t.last >= clause or self._touches(t, at)]
        if near:
            return next((t for t in reversed(near) if t.whole), near[-1])
        if self._has_pronoun(clause, at):
            return None
        far = [t for t in before if t.whole and self._comma_behind(t)]
        return far[-1] if far and not self._is_inverted(at) else None

    def _touches(self, one: Told, at: int) -> bool:
        """Tell whether nothing but a comma stands between an office behind a name and a verb."""
        between = self._found[one.last + 1 : at]
        return all(w.text == "," or w.low in ASIDES for w in between)

    def _has_pronoun(self, first: int, at: int) -> bool:
        return any(w.low in _HE for w in self._found[first:at])

    def _clause(self, at: int) -> int:
        """Return where the clause of a verb begins."""
        while at > 0 and self._found[at - 1].text[0].isalnum():
            at -= 1
        return at

    def _final(self, at: int) -> Told | None:
        """Return the subject of a verb that ends its clause."""
        can = [t for t in self._told if self._can_say(t, at)]
        before = [t for t in can if t.last < at]
        after = [t for t in can if 0 < t.first - at < _FINAL_AFTER]
        after = [t for t in after if t.whole] or after
        if after and (self._found[at].low in _SAYING or not before):
            return None if self._has_pronoun(at, after[0].first) else after[0]
        if not before or self._has_pronoun(before[-1].last + 1, at):
            return None
        whole = [t for t in before if t.whole and not t.body]
        return (whole or before)[-1]


def _is_called(one: Told) -> bool:
    """Tell whether a Russian noun stands in the nominative: "аналитик", "власти Ирана"."""
    noun = one.name.split()[0].lower()
    return one.many or role_noun(noun) == noun or one.body
