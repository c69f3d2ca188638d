"""Who speaks in Arabic: the verb stands before its subject; an office stands before the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.text.speech.nominal import Found, Nominal
from etl.text.words import words

_VERB = re.compile(
    r"(?<!\w)[وف]?(?:قالت?|أكدت?|رأى|رأت|كتبت?|دعت?|دعا|اعتبرت?|صرحت?|أضافت?|طالبت?|حذرت?|وصفت?|أعلنت?"
    r"|أوضحت?|أشارت?|شددت?|انتقدت?|رفضت?|نددت?|يرى|ترى|يقول|تقول)\s"
    r"((?:[^\s،.«»:؛]+\s?){1,7}?)"
    r"(?=إن|أن\b|أنه|إنه|بأن|،|\.|من |في |على |إلى |الكونغرس|:|«|قانون|$)"
)
_BY = re.compile(
    r"(?<!\w)و?(?:وفقا ل|وفق |بحسب |حسب |برأي |على حد قول )((?:[^\s،.«»:؛]+\s?){1,5})(?=،)"
)
_OFFICE = words(
    "وزير وزيرة رئيس الرئيس النائب السفير الباحث الباحثة المحلل المحللة الخبير للخبير الخبيرة",
    "السناتور السيناتور المتحدث المتحدثة الوزير الوزيرة النائبة السفيرة الكاتب الكاتبة الدكتور",
    "لخبير المستشار الأستاذ البروفيسور",
)
_AROUND = 10_000  # characters before and after in which the full name is looked for
_AGENCIES = words("رويترز وكالة الأناضول سبوتنيك تاس فرانس")


def by_arabic(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield who speaks in a sentence, with where that stands."""
    for pattern in (_VERB, _BY):
        for match in pattern.finditer(text, start, end):
            parts = match[1].split()
            if not parts or parts[0] in _AGENCIES:
                continue
            name, role = _taken_apart(parts)
            name = _full(text, name, match.start())
            head = Nominal(0, 0, name, role, "named")
            yield head, match.start(), match.end(1), False


def _taken_apart(parts: list[str]) -> tuple[str, str | None]:
    """Return the name, its last two words, and the office before it.

    >>> _taken_apart(["وزير", "الخارجية", "سامر", "الحلبي"])
    ('سامر الحلبي', 'وزير الخارجية')
    """
    parts = [parts[0].removeprefix("ل") if parts[0].startswith("لل") else parts[0], *parts[1:]]
    if parts[0].startswith("لخ"):
        parts[0] = "ا" + parts[0]
    if parts[0] in _OFFICE and len(parts) > 2:
        return " ".join(parts[-2:]), " ".join(parts[:-2])
    return " ".join(parts), None


def _full(text: str, name: str, at: int) -> str:
    """Return the full name of a lone surname that the text tells of around a place."""
    if " " in name:
        return name
    told = text[max(0, at - _AROUND) : at + _AROUND]
    found = re.search(rf"(?:{'|'.join(_OFFICE)})\s(\w+\s{re.escape(name)})(?!\w)", told)
    return found[1] if found else name
