"""All names and context words of all policies in one table, and one pass over a text with it.

Of each name the word that fewest policies share is looked for, all of them at once (`needles`);
only around such a word are names tried, so that the time a pass takes hardly grows with their
number. `hits` is all that others use.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from etl.records import Policy
from etl.text.folding import NOT_AFTER_LETTER, UNSPACED, Folded, fold
from etl.text.name_entries import Entry, entries_of
from etl.text.needles import Finder, Needle, finder
from etl.text.words import words

_WORD_START = re.compile(rf"{NOT_AFTER_LETTER}[^\W{UNSPACED}]|§|[{UNSPACED}]")
_ARABIC_START = re.compile(r"[وفبكل]{0,2}(?:ال|ل)?(?=[\u0620-\u06ff])")


@dataclass(frozen=True, slots=True)
class Hit:
    """A name, or a word of context or anti-context, of one policy at a place in a text."""

    start: int
    end: int
    policy_id: str
    role: str  # name, context, anti
    strong: bool = False
    free: bool = False  # a name of a policy that asks for no context


_FEW = 4  # second words, beyond which it is quicker to try the names
# What stands in many names, and in most texts about any of them.
_COMMON = words(
    "act acts aid amendment article ban bill congress government law national north resolution",
    "sanctions sec section sections security senate south state states the trade united waiver",
    "waivers закон закона акт поправка поправки раздел статья статьи",
)


@dataclass(frozen=True, slots=True)
class _Around:
    """The names that hold a word, by how they begin, and how far before it they may begin."""

    before: int
    entries: dict[str, tuple[Entry, ...]]
    prefixed: bool  # other words may be written together with their first, as in Arabic
    others: tuple[str, ...]  # one of these stands near it in every name; none where any will do
    span: int  # signs that the longest of the names takes


@dataclass(frozen=True, slots=True)
class Table:
    """All names and terms of some policies, ready to be looked for."""

    find: Finder
    around: tuple[_Around, ...]  # by the number of the word that `find` gives


@lru_cache(maxsize=256)
def table(policies: tuple[Policy, ...]) -> Table:
    """Return the table of all names and words of context of some policies."""
    return table_of(policies)


def table_of(
    policies: Sequence[Policy], find: Callable[[Sequence[Needle]], Finder] = finder
) -> Table:
    """Return a table that is not kept, and looks for its words by a finder of your own."""
    entries = entries_of(policies)
    shared = {
        (needle.word, policy_id)
        for entry in entries
        for policy_id, *_ in entry.meanings
        for needle, _ in entry.pattern.anchors
    }
    policies_of = Counter(word for word, _ in shared)
    held: dict[Needle, list[tuple[Entry, int]]] = {}
    for entry in entries:
        anchors = entry.pattern.anchors
        needle, before = min(anchors, key=lambda told: _plainness(told[0].word, policies_of))
        held.setdefault(needle, []).append((entry, before))
    return Table(find(list(held)), tuple(_around(word, own) for word, own in held.items()))


def _plainness(word: str, policies_of: Counter[str]) -> tuple[bool, int, int]:
    """Return how ill a word tells a name from others: common, shared by many, short."""
    return word in _COMMON or len(word) < 3, policies_of[word], -len(word)


def _around(needle: Needle, own: Sequence[tuple[Entry, int]]) -> _Around:
    by_key: dict[str, list[Entry]] = {}
    for entry, _ in own:
        by_key.setdefault(entry.pattern.key, []).append(entry)
    entries = {key: tuple(entries) for key, entries in by_key.items()}
    prefixed = any("\u0600" <= key[0] <= "\u06ff" for key in entries)
    reach = max(before for _, before in own) + 4 * prefixed
    span = max(entry.pattern.most for entry, _ in own)
    return _Around(reach, entries, prefixed, _others(needle, own), span)


def _others(needle: Needle, own: Sequence[tuple[Entry, int]]) -> tuple[str, ...]:
    """Return a second word of each name, the longest; none where one lacks it, or they are many."""
    found = set()
    for entry, _ in own:
        words = [other.word for other, _ in entry.pattern.anchors if other.word != needle.word]
        found.add(max(words, key=len, default=""))
    return () if "" in found or len(found) > _FEW else tuple(sorted(found))


def hits(text: str, names: Table) -> list[Hit]:
    """Return everything the table knows in a text, by place; a policy's longest name at each."""
    if not text or text.isspace():
        return []
    folded = fold(text)
    found: list[Hit] = []
    matches = sorted(_matches(folded.text, names), key=_by_place)
    for _, group in groupby(matches, key=lambda match: match[:2]):
        found.extend(_longest(text, folded, group))
    return found


_Match = tuple[int, int, Entry, int]  # where its word begins, where the name does, and its end


def _by_place(match: _Match) -> tuple[int, int, tuple[int, int]]:
    return match[0], match[1], match[2].rank


def _matches(folded: str, names: Table) -> Iterator[_Match]:
    """Yield the names that stand in a folded text, found around a word of theirs."""
    seen: dict[int, int] = {}  # of each word, up to where names have been tried
    for which, at in names.find(folded):
        around = names.around[which]
        if around.others and not _beside(folded, at, around):
            continue
        begin = max(seen.get(which, 0), at - around.before)
        seen[which] = at + 1
        for start, name_at, key in _begun(folded, begin, at + 1, around):
            for entry in around.entries[key]:
                end = entry.pattern.end(folded, name_at)
                if end is not None:
                    yield start, name_at, entry, end


def _beside(folded: str, at: int, around: _Around) -> bool:
    """Return whether a second word of any of the names stands near their word: mostly not."""
    begin, end = at - around.before, at + around.span
    for other in around.others:  # noqa: SIM110 (asked of every word that is found)
        if folded.find(other, begin if begin > 0 else 0, end) >= 0:
            return True
    return False


def _begun(folded: str, begin: int, end: int, around: _Around) -> Iterator[tuple[int, int, str]]:
    """Yield where a word, and a name with it or behind its prefix, may begin, and by which key."""
    if not around.before:  # the word is the first of all its names
        if _WORD_START.match(folded, end - 1):
            yield from ((end - 1, end - 1, key) for key in around.entries)
        return
    for key in around.entries:
        start = folded.find(key, begin, end + len(key) - 1)
        while start >= 0 and not around.prefixed:
            if _WORD_START.match(folded, start):
                yield start, start, key
            start = folded.find(key, start + 1, end + len(key) - 1)
    for match in _WORD_START.finditer(folded, begin, end) if around.prefixed else ():
        start, ats = match.start(), {match.start()}
        if "\u0620" <= match[0] <= "\u06ff" and (prefix := _ARABIC_START.match(folded, start)):
            ats.add(prefix.end())
        for at in ats:
            for length in (1, 2, 3):
                if (key := folded[at : at + length]) in around.entries:
                    yield start, at, key


def _longest(text: str, folded: Folded, matches: Iterable[_Match]) -> Iterator[Hit]:
    """Yield what begins at one place: per policy and role the longest."""
    best: dict[tuple[str, str], Hit] = {}
    for start, _, entry, end in matches:
        place = folded.original(start, end)
        if not entry.pattern.looks_right(text, *place):
            continue
        for policy_id, role, strong, free in entry.meanings:
            known = best.get((policy_id, role))
            if known is None or (place[1], strong) > (known.end, known.strong):
                best[policy_id, role] = Hit(*place, policy_id, role, strong, free)
    yield from best.values()
