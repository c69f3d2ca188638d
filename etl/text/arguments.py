"""Which arguments a text uses: the words that a policy file lists for each reason of a side.

That the words stand there does not say that the writer agrees: an argument is also named to be
answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.records import Argument, Policy
from etl.text.claims import is_denied
from etl.text.needles import Finder, Needle, finder
from etl.text.sentences import split
from etl.text.wordings import place, stem


@dataclass(frozen=True, slots=True)
class Used:
    """An argument whose words stand in a sentence."""

    argument_id: str
    sentence: str
    wording: str  # of the policy file
    denied: bool  # a word of denial stands in the words or just before them


def arguments_in(text: str, policy: Policy) -> Iterator[Used]:
    """Yield the arguments whose words stand in a sentence of a text, each once a sentence."""
    likely = _likely(text, policy)
    if not likely:
        return
    for sentence in split(text):
        told: set[str] = set()
        for argument, wording in likely:
            if argument.argument_id in told:
                continue
            if span := place(wording, sentence.text):
                told.add(argument.argument_id)
                denied = is_denied(wording, sentence.text, span)
                yield Used(argument.argument_id, sentence.text, wording, denied)


def argument_of(policy: Policy, argument_id: str) -> Argument:
    """Return a policy's argument by its id."""
    return next(one for one in policy.arguments if one.argument_id == argument_id)


def _likely(text: str, policy: Policy) -> list[tuple[Argument, str]]:
    """Return the wordings whose longest word stands in the text: most texts have few of them."""
    wordings, find = _sieve(policy)
    return [wordings[which] for which in sorted({which for which, _ in find(text.lower())})]


@lru_cache(maxsize=256)
def _sieve(policy: Policy) -> tuple[list[tuple[Argument, str]], Finder]:
    wordings = [(one, words) for one in policy.arguments for words, _ in one.wording]
    return wordings, finder([Needle(stem(words), begins=True) for _, words in wordings])
