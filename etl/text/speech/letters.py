"""Pages of several letters to the editor: each letter's sentences are its writer's.

A letter ends with a line of its own, or a last sentence, that is but a name with a place or an
office: "Ann Roe, Bath", "Ann Roe" over "Bath, Maine". One letter alone is read as any opinion is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from etl.text.sentences import Sentence
from etl.text.speech.agents import kind_of
from etl.text.speech.author_lines import CREDIT, NAMES, people_of
from etl.text.speech.quotations import overlapping
from etl.text.words import words

_FEWEST = 2  # letters on a page of them
_SALUTATION = re.compile(
    r"(?:To [Tt]he [Ee]ditors?|Dear (?:[Ee]ditors?|Sirs?|Madam)|(?:Editor|Sirs?|Madam)\b)"
    r"(?: of the [A-Z][\w ]{2,40})?\s?[:,.—–-]"
)
_CLOSING = re.compile(
    r"(?:Yours|Sincerely|Signed|Respectfully|Cordially|(?:Best|Kind) regards|Thank you)\b.{0,25}$"
)
_SIGNATURE = re.compile(
    r"(?:[—–-] ?)?(?:Sister|Father|Pastor|Bishop|Rabbi|Mayor|Judge|Sen\.|Rep\.)? ?"
    rf"{NAMES}(?: \(M[a-z]{{1,3}}\.?\))?(?P<of>(?:,| ?[–—|]) ?.{{1,90}})?$"
)
_IN_PLACE = words("of the and for at in de age aged retired former executive vice board state high")
_SPEAKS = re.compile(r"\b(?:I(?![-.)])|[Mm]y|[Ww]e|[Oo]ur|[Yy]our|me|us)\b")
_OUTLETS = re.compile(
    r"\W{0,2}(?:(?:The )?[Ee]ditors?(?:['’]s)? (?:repl|note|respon|received)|The writers?\b"
    r"|(?:The )?[Ll]etters (?:on|to|are|may|must|should)\b|Photo|To submit|Send (?:us|your))"
)
_ENDS = tuple('.!?…”"’)')


def letter_writers(
    sentences: Sequence[Sentence], quotations: Sequence[tuple[int, int]]
) -> list[str | None]:
    """Return who writes the letter that each sentence stands in, None for all on other pages."""
    nobody: list[str | None] = [None] * len(sentences)
    writers, begins, found, speaks = nobody[:], 0, 0, 0
    greeted = any(_SALUTATION.match(s.text) for s in sentences)
    outlets = _of_outlet(sentences)
    for at, name in _signatures(sentences, greeted):
        letter = [i for i in range(begins, at) if i not in outlets and _is_told(sentences[i].text)]
        found += bool(letter)
        speaks += any(_speaks(sentences[i], quotations) for i in letter)
        for index in letter:
            writers[index] = name
        under = sentences[at].paragraph
        begins = next(
            (i for i in range(at + 1, len(sentences)) if sentences[i].paragraph > under), at
        )
    return writers if found >= _FEWEST and 2 * speaks >= found else nobody


def _signatures(sentences: Sequence[Sentence], greeted: bool) -> Iterator[tuple[int, str]]:
    """Yield where each signature stands, and whose it is."""
    for at, sentence in enumerate(sentences):
        before = sentences[at - 1].text if at else ""
        after = sentences[at + 1] if at + 1 < len(sentences) else None
        last = not after or after.paragraph != sentence.paragraph
        if CREDIT.match(sentence.text) or not (last or (after and _OUTLETS.match(after.text))):
            continue
        match = _SIGNATURE.match(sentence.text.strip("*_ ")) if len(sentence.text) < 140 else None
        known = match and (match["of"] or greeted or _CLOSING.match(before) or _is_place(after))
        if match and known and _is_names(match["of"] or "") and (name := people_of(match["names"])):
            yield at, name


def _is_place(line: Sentence | None) -> bool:
    """Tell whether a line under a name is a place or an office."""
    return line is not None and not line.text.endswith(_ENDS) and _is_names(line.text)


def _is_names(told: str) -> bool:
    """Tell whether words are but names, offices and figures: "chairwoman, Bath Board of Works"."""
    return len(told) < 90 and all(
        word[0].isupper() or word.isdigit() or word in _IN_PLACE or kind_of(word)
        for word in re.findall(r"[\w'’&.-]*\w[\w'’&.-]*", told.rstrip("."))
    )


def _is_told(text: str) -> bool:
    """Tell a sentence from a heading and from a salutation alone."""
    greeting = _SALUTATION.match(text)
    return text.endswith(_ENDS) and not (greeting and greeting.end() == len(text))


def _of_outlet(sentences: Sequence[Sentence]) -> set[int]:
    """Return the sentences in paragraphs of the outlet's: "The editor replies: …"."""
    found: set[int] = set()
    for _, told in groupby(enumerate(sentences), lambda pair: pair[1].paragraph):
        paragraph = list(told)
        if _OUTLETS.match(paragraph[0][1].text):
            found.update(index for index, _ in paragraph)
    return found


def _speaks(sentence: Sentence, quotations: Sequence[tuple[int, int]]) -> bool:
    return any(
        not overlapping(quotations, sentence.start + m.start(), sentence.start + m.end())
        for m in _SPEAKS.finditer(sentence.text)
    )
