"""Whom the words that name a speaker stand for: a surname, a pronoun, "the presidential aide"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from etl.text.speech.agents import head_noun, kind_of
from etl.text.speech.attribution import Attribution
from etl.text.speech.descriptions import names_many
from etl.text.speech.known_people import KnownPeople
from etl.text.speech.main_subjects import main_subject
from etl.text.speech.met_bodies import MetBodies, is_titled
from etl.text.speech.nominal import Nominal
from etl.text.speech.own_papers import Papers, Told, is_told, papers_told
from etl.text.speech.people import Person
from etl.text.speech.phrases_meant import Phrases
from etl.text.speech.pronouns_meant import Pronouns
from etl.text.speech.second_parts import asked_or_doer, in_quotes
from etl.text.speech.sentence_words import Word
from etl.text.speech.spoken_turns import Held as Held
from etl.text.speech.spoken_turns import Turn
from etl.text.speech.subjects_after import apposed
from etl.text.words import words

_PRONOUNS = words("he she it they")
_GOING_ON = words("who which")
SITE = re.compile(
    r"^\w+\.(?:az|am|com|net|org|ru|tr|info|news|tv|co|eu|ge|ir|il|uk)$", re.IGNORECASE
)
Heard = Sequence[tuple[Attribution, Held]]  # who says something in a sentence, and who that is


class _Sentence(NamedTuple):
    """The words of a sentence, the phrases in it that can stand for someone, and its subject."""

    told: Sequence[Word]
    heads: Sequence[Nominal]
    subject: Nominal | None

    @property
    def subject_opens(self) -> bool:
        """Whether it begins with its subject."""
        return self.subject is not None and self.subject.first == 0


class Referents:
    """Reads the attributions of one text in order and says whom each stands for."""

    def __init__(self, text: str, people: Sequence[Person]) -> None:
        """Begin before the first sentence, with everyone whom the text names."""
        self._text = text
        self._known = KnownPeople(text, people)
        self._bodies = MetBodies(text, self._known.find)
        self._pronouns = Pronouns(text, self._known, self._bodies)
        self._turns = self._pronouns.turns
        self._papers = Papers()
        self._phrases = Phrases(text, self._known, self._bodies, self._pronouns, self._papers)
        self._sentence = 0

    def read(
        self, told: Sequence[Word], heads: Sequence[Nominal], spoken: Iterable[Attribution]
    ) -> list[Held]:
        """Return whom the attributions of the next sentence stand for."""
        self._sentence += 1
        here = _Sentence(told, heads, main_subject(self._text, told, heads))
        if told:
            self._meet(here)
        said = list(spoken)
        held = [self._follow(one, here) for one in said]
        if told:
            self._take_turn(asked_or_doer(self._text, told, heads), told)
            self._note_papers(here, list(zip(said, held, strict=True)))
        if here.subject and here.subject.kind == "document":  # "it" of the next sentence
            self._pronouns.paper_at = told[here.subject.first].start
        return held

    def _meet(self, here: _Sentence) -> None:
        """Note whom a sentence names, and who opens it as its subject."""
        told, subject = here.told, here.subject
        for head in here.heads:
            if head.kind in ("named", "owner") or is_titled(head.name):
                start = told[head.first].start
                self._bodies.meet(start, self._sentence, head.name, head is subject, head.role)
        start, end = told[0].start, told[-1].end
        self._bodies.meet_employers(self._text[start:end], start, self._sentence)
        if subject is None:
            return
        subject = apposed(self._text, told, subject)
        if not in_quotes(self._text, told[subject.last].start):
            self._take_turn(subject, told, start)

    def _take_turn(
        self, head: Nominal | None, told: Sequence[Word], start: int | None = None
    ) -> None:
        """Note a person by name whom a pronoun can mean from a place on, else from the name on."""
        if head is None or head.kind != "named":
            return
        person = self._known.find(head.name, told[head.last].end)
        if person and not person.body:
            start = told[head.last].start if start is None else start
            self._turns.append(Turn(start, person.name, person.role, False, True))

    def _note_papers(self, here: _Sentence, heard: Heard) -> None:
        """Note the papers that a sentence tells of as new, and who wrote them."""
        if not is_told(here.told):
            return
        for paper in papers_told(self._text, here.told[0].start, here.told[-1].end):
            wrote, role = self._writer(paper, here, heard)
            self._papers.note(paper.noun, paper.start, wrote, role)

    def _writer(self, paper: Told, here: _Sentence, heard: Heard) -> Held:
        """Return who wrote a paper that a sentence tells of as new."""
        by = paper.by
        if paper.loose:
            return None, None
        if by is not None:
            head = next((h for h in here.heads if here.told[h.last].end > by), None)
            return self._of_head(head, here.told) if head and head.kind == "named" else (None, None)
        if heard:
            spoke, (_, role) = max(
                (one for one in heard if one[0].start < paper.start),
                key=lambda one: one[0].start,
                default=heard[0],
            )
            names = dict.fromkeys(h[0] for said, h in heard if said.start == spoke.start and h[0])
            return " and ".join(names) or None, role
        if paper.gave and here.told[0].low in _PRONOUNS:
            return self._pronouns.read(here.told[0].low, here.told[0].start)
        gave = here.subject if paper.gave else None
        return self._of_head(gave, here.told) if gave and gave.kind != "document" else (None, None)

    def _of_head(self, head: Nominal, told: Sequence[Word]) -> Held:
        return self._phrases.read(head.kind, head.name, head.role, told[head.first].start)

    def _follow(self, said: Attribution, here: _Sentence) -> Held:
        if said.kind == "pronoun":
            return self._of_pronoun(said, here)
        if SITE.search(said.speaker):
            return None, None  # "…, News.Az reports": a site credits itself, the voice is its own
        holder, role = self._phrases.read(said.kind, said.speaker, said.role, said.start)
        known = self._known.by_name(holder)
        if said.kind == "named":
            opens = here.subject_opens and said.start == here.told[0].start
            spoke = opens or not said.acts
            self._bodies.meet(said.start, self._sentence, holder, spoke, said.role, spoke)
        if not said.acts:
            many = known.body if known else names_many(said.speaker)
            named = known is not None or said.kind == "named"
            self._turns.append(Turn(said.start, holder, role, many, named))
        return holder, role

    def _of_pronoun(self, said: Attribution, here: _Sentence) -> Held:
        """Return whom a pronoun stands for, who has then spoken last."""
        who = said.speaker.lower()
        if who in _GOING_ON and (head := self._gone_on_from(who, said.start, here)):
            return self._of_head(head, here.told)
        holder, role = self._pronouns.read(who, said.start)
        if holder and who in ("he", "she") and self._known.by_name(holder):
            self._known.learn(who, holder, said.start)
            self._turns.append(Turn(said.start, holder, role, False, True))
        return holder, role

    def _gone_on_from(self, who: str, at: int, here: _Sentence) -> Nominal | None:
        """Return the phrase that "who" goes on from: "a cook who left, and who said"."""
        ends = [(h, here.told[h.last].end) for h in here.heads if h.kind != "document"]
        goes_on = re.compile(rf",? {who} ")
        before = [h for h, end in ends if end <= at and goes_on.match(self._text, end)]
        told = before[-1] if before else None
        return None if told and who == "who" and _is_of_body(told) else told


def _is_of_body(head: Nominal) -> bool:
    """Tell whether a phrase is a body's, and "who" another: "Bo Lee of a Bath group, who"."""
    noun = head_noun(head.name.split()) if head.kind == "described" else None
    return noun is not None and kind_of(noun.lower()) == "body"
