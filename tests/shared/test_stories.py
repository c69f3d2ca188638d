"""The real pages of ../shared/data, edited as outlets do it: copies found, nothing else joined."""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from etl.text.languages import language_of
from etl.text.near_copies import near_copies
from etl.text.shingles import shingled
from etl.text.stories import stories

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
MEDIA = DATA / "media"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data is not here"),
]
FRAME = (
    "Sign up for our letters. Read more of our stories every day. All rights reserved by the desk."
)
TOLD = ("title", "outlet", "day", "published_on", "published_at", "copy_of")


def strings(thing: Any) -> Iterator[str]:
    """Yield every text in a body of nested lists and sections."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict | list):
        for part in thing.values() if isinstance(thing, dict) else thing:
            yield from strings(part)


def real_texts() -> list[str]:
    """Return the true texts of the real pages, those long enough to be compared."""
    truth = json.loads((MEDIA / "html_aeb/ground-truth.json").read_text())
    texts = [page["articleBody"] for page in truth.values()]
    for file in sorted((MEDIA / "html_fundus").rglob("*.json")):
        pages = json.loads(file.read_text())
        texts += ["\n\n".join(strings(page.get("body"))) for page in pages.values()]
    return [text for text in texts if shingled(text).words >= 40]


def first(share: float) -> Callable[[str, random.Random], str]:
    """Return what cuts a text to a share of its words."""
    return lambda text, _: " ".join(text.split()[: int(share * len(text.split()))])


def dropped(text: str, dice: random.Random) -> str:
    """Return a text without a fifth of its sentences."""
    return " ".join(s for s in re.split(r"(?<=[.!?])\s+", text) if dice.random() > 0.2)


def edited(text: str, dice: random.Random) -> str:
    """Return a text with three words in a hundred changed."""
    return " ".join("other" if dice.random() < 0.03 else word for word in text.split())


def middle(text: str) -> int:
    """Return a third of the words of a text."""
    return len(text.split()) // 3


EDITS: dict[str, Callable[[str, random.Random], str]] = {
    "cut to 40 %": first(0.4),
    "cut to 15 %": first(0.15),
    "header and footer": lambda text, _: f"{FRAME}\n\n{text}\n\n{FRAME.upper()}",
    "sentences dropped": dropped,
    "lightly edited": edited,
    "the middle": lambda text, _: " ".join(text.split()[len(text.split()) // 3 :][: middle(text)]),
}


@pytest.mark.parametrize("how", EDITS)
def test_made_copies_are_found_and_nothing_else_is_joined(how: str) -> None:
    texts, dice = real_texts(), random.Random(how)
    made = [EDITS[how](text, dice) for text in texts]
    long_enough = [n for n, text in enumerate(made) if shingled(text).words >= 30]
    told = [told_as(f"o{n}", text) for n, text in enumerate(texts)]
    told += [told_as(f"c{n}", made[n]) for n in long_enough]
    of = {s.article_id: s.story_id for s in stories(told)}
    found = sum(of[f"c{n}"] == of[f"o{n}"] for n in long_enough)
    assert len(long_enough) > 175
    assert found >= 0.98 * len(long_enough)
    assert len({of[f"o{n}"] for n in range(len(texts))}) == len(texts)


def told_as(article_id: str, text: str) -> dict[str, Any]:
    """Return a text as an article."""
    blank = dict.fromkeys((*TOLD, "furniture"))
    return blank | {"article_id": article_id, "text": text, "text_mark": text}


def test_no_two_of_the_real_pages_are_copies() -> None:
    assert near_copies(real_texts()) == []


def test_the_syndicated_rows_have_titles_alone_and_stay_apart() -> None:
    with (MEDIA / "mediacloud/random-stories.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["ap_syndicated"] == "True"]
    told = [
        told_as(row["stories_id"], "")
        | {"text": None, "text_mark": None, "title": row["title"], "outlet": row["media_name"]}
        for row in rows
    ]
    assert len(rows) > 20
    assert len({s.story_id for s in stories(told)}) == len(rows)


LANGUAGES = {"English": "en", "Spanish": "es", "Portuguese": "pt", "French": "fr", "German": "de",
             "Italian": "it", "Turkish": "tr", "Russian": "ru", "Arabic": "ar", "Chinese": "zh",
             "Ukrainian": "uk", "Greek": "el", "Hebrew": "he", "Japanese": "ja", "Korean": "ko",
             "Polish": "pl"}  # fmt: skip


def test_the_languages_of_real_headlines() -> None:
    rows: list[tuple[str, str]] = []
    for name in ("civic", "climate"):
        with (MEDIA / f"gdelt_doc/{name}_gdelt_articles.csv").open(encoding="utf-8") as file:
            rows += [(row["language"], row["title"]) for row in csv.DictReader(file)]
    told = {title: LANGUAGES[name] for name, title in rows if name in LANGUAGES and len(title) > 40}
    found = {title: language_of(title) for title in told}
    answered = [title for title in told if found[title]]
    assert len(answered) >= 0.95 * len(told)
    assert sum(found[t] == told[t] for t in answered) >= 0.99 * len(answered)
    english = [t for t in answered if found[t] == "en"]
    assert sum(told[t] == "en" for t in english) >= 0.995 * len(english)
