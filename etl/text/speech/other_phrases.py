"""Phrases that name a speaker without a verb of speech in other languages than English.

"По словам эксперта Ивана Петрова", "selon X", "laut X", "X-in fikrincə"; and by whom a thing is
praised or blamed: "раскритиковано Ивановым", "critiqué par X".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.text.speech.other_nouns import Told
from etl.text.speech.sentence_words import Word
from etl.text.speech.speech_verbs_other import OTHER
from etl.text.words import words

_BEFORE = re.compile(
    r"(?<!\w)(?:(?:по|за) (?:словам|мнению|версии|оценке|оценкам|утверждению|убеждению"
    r"|заявлению|словами)|на (?:взгляд|думку)|как считает|слова|слов"
    r"|selon|d['’]après|de l['’]avis d(?:e|u)|aux yeux d(?:e|u)|à en croire|de l['’]aveu d(?:e|u)"
    r"|según|a juicio del?|en opinión del?|de acuerdo con|en palabras del?|a ojos del?"
    r"|laut|nach (?:Ansicht|Meinung|Angaben|Einschätzung|Worten|Überzeugung|Auffassung)"
    r"|aus (?:der )?Sicht|(?:den )?Worten|(?:Kritik|Zustimmung) (?:kam|kommt) von"
    r"|Ըստ|ըստ)\s|, so\s",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:Pour|Para|Für)\s")  # one who thinks so, at the beginning
_THINKS = re.compile(r",| (?:ist|sind|bleibt|gilt|war|wäre|liegt|steht|zeigt|hat)\b")
_HIS = re.compile(
    r"(?<!\w)(?:по (?:его|ее|её) (?:словам|мнению|оценке|убеждению|логике|версии)"
    r"|на (?:его|ее|её) взгляд"
    r"|[Ss]elon (?:lui|elle)|[Ss]egún (?:él|ella)|[Ss]eg[úu]n ellos|a su juicio|en su opinión"
    r"|à ses yeux|seiner Ansicht nach|seiner Meinung nach|ihrer Ansicht nach"
    r"|[Oo]nun (?:sözlərinə görə|fikrincə|sözlərincə)|[Oo]na göre"
    r"|[Նն]րա (?:խոսքով|կարծիքով))(?!\w)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s(?:fikrincə|sözlərinə görə|sözlərincə|dediyinə görə|rəyincə|qənaətincə|görə|göre|ise göre"
    r"|(?:ifadesine|sözlerine|açıklamasına|iddiasına) göre|zufolge|խոսքով|կարծիքով|համաձայն"
    r"|պնդմամբ|համոզմամբ|գնահատմամբ)(?!\w)"
)
_DONE_BY = re.compile(
    r"(?<!\w)(?:раскритикован|поддержан|осужден|осуждён|отвергнут|одобрен|предложен|озвучен"
    r"|высказан|опротестован)[аоы]?\s"
    r"|(?<!\w)(?:critiqu|dénonc|soutenu|salu|défendu|propos|rejet)\w*\spar\s"
    r"|(?<!\w)(?:criticad|denunciad|defendid|rechazad|propuest|respaldad|apoyad)\w+\spor\s"
    r"|(?<!\w)wurden?\s(?:\w+\s)?von\s(?=.{3,60}(?:kritisiert|gelobt|abgelehnt|begrüßt|unterstützt))"
)
_NEAR = 3  # words from a phrase to the name
_MOOD = re.compile(
    r"(?<!\w)(?:sei|seien|habe|werde|könne|müsse|solle|dürfe|wolle|gebe|komme|bestreite|brauche|gehe|stehe"
    r"|bleibe|mache|wisse)(?!\w)"
)
_IN = words("в во")
_THEY_SAY = re.compile(r"[а-яё]+(?:ли|[уюая]т)$")


def named_by(
    text: str, found: Sequence[Word], told: Sequence[Told], start: int, end: int
) -> Iterator[tuple[Told, int, int]]:
    """Yield whom phrases name, with where phrase and name stand."""
    opens = _OPENS.match(text, start, end)
    before = [*_BEFORE.finditer(text, start, end), *_DONE_BY.finditer(text, start, end)]
    for match in [*before, *([opens] if opens else [])]:
        one = next((t for t in told if found[t.first].start >= match.end()), None)
        near = one and text.count(" ", match.end(), found[one.first].start) < _NEAR
        if not one or not near or "," in text[match.end() : found[one.first].start]:
            continue
        thinks = _THINKS.match(text, found[one.last].end)
        if match is opens and not (one.whole and not one.body and thinks):
            continue
        yield one, match.start(), found[one.last].end
    for match in _AFTER.finditer(text, start, end):
        ends = [t for t in told if 0 <= match.start() - found[t.last].end < 6]
        if ends:
            yield ends[-1], found[ends[-1].first].start, match.end()


def his_view(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a sentence says "in his view", "по его словам"."""
    for match in _HIS.finditer(text, start, end):
        yield match.start(), match.end()


def said_mood(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a German sentence tells by its mood that somebody says it: "Man müsse"."""
    found = _MOOD.search(text, start, end)
    return found.span() if found else None


def done_by(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch begins with what is done to a thing by somebody."""
    return _DONE_BY.match(text, start, end) is not None


def in_body(
    text: str, found: Sequence[Word], told: Sequence[Told], tongue: str
) -> Iterator[tuple[Told, int, int]]:
    """Yield the body in which they say something: "в ведомстве заявили", "настаивают в Баку"."""
    for one in told if tongue == "ru" else ():
        at = one.first - 1
        if at < 0 or found[at].low not in _IN or any(w.low.startswith("котор") for w in found[:at]):
            continue
        after = found[one.last + 1] if one.last + 1 < len(found) else None
        verb = after if after and _says(after) else found[at - 1] if at else None
        if verb and _says(verb) and not _has_other(found, told, one):
            yield one, min(verb.start, found[at].start), max(verb.end, found[one.last].end)


def _says(word: Word) -> bool:
    return word.low in OTHER and _THEY_SAY.match(word.low) is not None


def _has_other(found: Sequence[Word], told: Sequence[Told], one: Told) -> bool:
    """Tell whether a noun in the plural stands in the sentence that may say it instead."""
    return any(t.many and not t.governed for t in told if t is not one)
