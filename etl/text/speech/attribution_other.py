"""Where a sentence in another language than English says who speaks.

Without a grammar of each: the name nearest to a verb of speech, to the left where they touch, else
to the right, else the first of the sentence (Turkish, Azerbaijani and Armenian end with the verb).
A verb without a name in its sentence goes on with the speaker before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.text.speech.agents import PRONOUNS, kind_of
from etl.text.speech.name_runs import LINKS, Span, name_runs
from etl.text.speech.nominal import Found, Nominal
from etl.text.speech.sentence_words import Word
from etl.text.speech.speech_verbs_other import OTHER
from etl.text.words import words

_ENGLISH = words("the of and to in a that is for was on it with as he said not be at by")
_ARTICLES = words("el la los las un una unos unas le les une l' der die das ein eine bir")
_BY_WORD = re.compile(
    r"(?:по (?:словам|мнению|версии|его словам|ее словам)|selon|d['’]après|según|laut|para|pour)\s",
    re.IGNORECASE,
)
_BY_WORD_AFTER = words("fikrincə sözlərinə göre խոսքով կարծիքով")
_ARABIC = re.compile(
    r"\bو?(?:قال|قالت|أكد|أكدت|رأى|رأت|كتب|كتبت|دعا|دعت|اعتبر|اعتبرت|صرح|صرحت|أضاف|أضافت|طالب|طالبت"
    r"|حذر|حذرت|وصف|وصفت|يرى|ترى|يقول|تقول)"
    r"\s((?:[^\s،.«:]+\s?){1,7}?)(?=إن|أن\b|إنه|،|من |في |على |إلى |الكونغرس|:|«|قانون)"
)
_GENITIVE = (("ия", "ий"), ("ы", "а"), ("ого", "ый"), ("ой", "ая"), ("а", ""), ("я", "й"))
_CASES = re.compile(r"(?:n?[ıiuü]n|ը)$")
_NEAR = 7  # words


def is_english(found: Sequence[Word]) -> bool:
    """Tell whether words are English: by its commonest ones, else where nothing speaks against it.

    >>> from etl.text.speech.sentence_words import words_of
    >>> [is_english(words_of(t, 0, len(t))) for t in ("Ann Roe told them.", "«Sí», dijo Ana Ruiz.")]
    [True, False]
    """
    letters = [w for w in found if w.text[0].isalpha()]
    if sum(w.low in _ENGLISH for w in letters) * 14 >= len(letters):
        return True
    return not any(w.low in OTHER or not w.text.isascii() for w in letters)


def by_other_verbs(
    text: str, found: Sequence[Word], inside: Sequence[tuple[int, int]], start: int, end: int
) -> Iterator[Found]:
    """Yield who speaks in a sentence, with where that stands."""
    outside = [w for w in found if not any(a < w.start < b for a, b in inside)]
    names = list(name_runs(outside))
    for at, word in enumerate(outside):
        if word.low in OTHER:
            head, first, last = _speaker(text, outside, names, at)
            yield head, min(first.start, word.start), max(last.end, word.end), False
    yield from _by_words(text, outside, names, start, end)
    for match in _ARABIC.finditer(text, start, end):
        head = Nominal(0, 0, match[1].strip(), None, "named")
        yield head, match.start(), match.end(1), False


def _speaker(
    text: str, found: Sequence[Word], names: Sequence[Span], at: int
) -> tuple[Nominal, Word, Word]:
    """Return who goes with the verb at a place, and the first and last word of it."""
    span = _nearest(found, names, at)
    far = span is None or span[0] - at > 3 or at - span[1] > 3
    noun = _noun(found, at) if far else None
    if noun and (span is None or not noun[0] <= span[0] <= noun[1]):
        first, last = noun
        name = text[found[first].start : found[last].end]
        return Nominal(first, last, name, None, "described"), found[first], found[last]
    if span is None:
        return Nominal(at, at, "he", None, "pronoun"), found[at], found[at]
    return _head(text, found, span), found[span[0]], found[span[1]]


def _nearest(found: Sequence[Word], names: Sequence[Span], at: int) -> Span | None:
    """Return the name that goes with the verb at a place."""
    whole = [n for n in names if n[1] > n[0] and not (n[0] == 0 and _linked(found, n))]
    touching = [n for n in names if 0 < at - n[1] <= 2 and (n[0] > 0 or n[1] > n[0] or at < 3)]
    if touching and (touching[-1] in whole or not whole):
        return touching[-1]
    after = [n for n in whole if 0 < n[0] - at <= _NEAR]
    if after:
        return after[0]
    if at + 1 < len(found) and found[at + 1].low in PRONOUNS:
        return None
    before = [n for n in whole if n[1] < at]
    if before:
        return before[0] if at >= len(found) - 4 else before[-1]
    single = [n for n in names if 0 < n[0] - at <= 3 and n[0] > 0]
    return single[0] if single else None


def _noun(found: Sequence[Word], at: int) -> Span | None:
    """Return the noun for a speaker beside a verb, with what stands between them."""
    for i in range(at + 1, min(at + 4, len(found))):
        if kind_of(found[i].text) in ("person", "body"):
            return i, i
        if not found[i].text[0].isalnum():
            break
    for i in range(at - 1, max(at - 6, -1), -1):
        if not found[i].text[0].isalnum():
            break
        if kind_of(found[i].text) in ("person", "body"):
            first = i - 1 if i and found[i - 1].low in _ARTICLES else i
            return first, at - 1
    return None


def _linked(found: Sequence[Word], name: Span) -> bool:
    return name[1] - name[0] > 1 and any(w.low in LINKS for w in found[name[0] : name[1] + 1])


def _head(text: str, found: Sequence[Word], span: Span) -> Nominal:
    first, last = span
    before = found[first - 1].text if first and kind_of(found[first - 1].text) else None
    while first < last and kind_of(found[first].text) == "person":
        before = found[first].text
        first += 1
    name = text[found[first].start : found[last].end]
    name = re.sub(r"['’]\w{1,4}$", "", name)
    if re.search(r"[Ա-Ֆա-ֆ]", name) or (last > first and found[-1].low in _BY_WORD_AFTER):
        name = _CASES.sub("", name)
    return Nominal(first, last, name, before, "named")


def _by_words(
    text: str, found: Sequence[Word], names: Sequence[Span], start: int, end: int
) -> Iterator[Found]:
    """Yield whom a phrase names: "по словам эксперта Ивана Петрова", "X-in fikrincə"."""
    for match in _BY_WORD.finditer(text, start, end):
        after = (n for n in names if found[n[0]].start >= match.end())
        name = next(after, None)
        if name and text.count(" ", match.end(), found[name[0]].start) <= _NEAR:
            head = _head(text, found, name)
            if re.search("[а-яё]", head.name):
                head = replace(head, name=" ".join(map(nominative, head.name.split())), role=None)
            yield head, match.start(), found[name[1]].end, False
    for at, word in enumerate(found):
        whole = [n for n in names if n[0] < n[1] < at] if word.low in _BY_WORD_AFTER else ()
        if whole:
            head = _head(text, found, whole[-1])
            head = replace(head, name=_CASES.sub("", head.name))
            yield head, found[whole[-1][0]].start, word.end, False


def nominative(word: str) -> str:
    """Return a Russian name that stands in the genitive as it is called.

    >>> nominative("Арсения"), nominative("Ашрапова"), nominative("Арины"), nominative("Пол")
    ('Арсений', 'Ашрапов', 'Арина', 'Пол')
    """
    for ending, called in _GENITIVE:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + called
    return word
