"""What stands for a policy in a sentence, and what stands for its end: names, bills, anaphors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from etl.records import Alias, Policy
from etl.text.name_table import Table, hits, table
from etl.text.operators import operators
from etl.text.polarity import Target

_SIGN_OF_EFFECT = {
    "repeals": -1, "weakens": -1, "waives": -1, "exempts": -1,
    "creates": 1, "strengthens": 1, "enforces": 1,
}  # fmt: skip
_GOES_ON = re.compile(
    r"\b(?:(?:the|this|that) (?:law|act|bill|statute|provision|section|rule|ban|program|programme"
    r"|policy"
    r"|restriction|restrictions|measure|amendment|requirement|legislation|tariffs|sanctions|order)"
    r"|it|this one)\b",
    re.IGNORECASE,
)
_BILL = re.compile(r"^(hr|s|hjres|sjres|hconres|sconres|hres|sres)(\d+)-\d+$")


def anaphors(sentence: str, policy: Policy) -> Iterator[Target]:
    """Yield what may stand for a policy named nearby: its own phrases, "the law", "it"."""
    for match in _GOES_ON.finditer(sentence):
        yield Target(*match.span())
    for match in _phrases(policy).finditer(sentence):
        yield Target(*match.span())


@lru_cache(maxsize=256)
def _phrases(policy: Policy) -> re.Pattern[str]:
    """Return the pattern of a policy's anaphors and of "the" with the last word of a name."""
    heads = {a.text.split()[-1] for a in policy.aliases if a.text[-1:].isalpha()}
    phrases = [*policy.anaphors, *(f"{the} {head}" for head in heads for the in ("the", "this"))]
    return re.compile("|".join(rf"\b{re.escape(p)}\b" for p in phrases) or r"(?!)", re.IGNORECASE)


def names_it(sentence: str, policy: Policy) -> bool:
    """Tell whether a sentence names the policy itself."""
    return any(hit.role == "name" for hit in hits(sentence, table((policy,))))


def targets(sentence: str, policy: Policy) -> Iterator[Target]:
    """Yield what stands for the policy or against it in a sentence, nothing twice."""
    taken = 0
    found = [(h.start, -h.end, s) for s, names in _things(policy) for h in hits(sentence, names)]
    for start, end, sign in sorted(found):
        if start >= taken:
            yield Target(start, -end, sign)
            taken = -end


@lru_cache(maxsize=256)
def _things(policy: Policy) -> tuple[tuple[int, Table], ...]:
    """Return the tables of what stands for a policy (+1) and of what would end it (-1)."""
    for_it = [alias.text for alias in policy.aliases] + [*policy.keeps, *_bills(policy, 1)]
    against = [*policy.drops, *_bills(policy, -1)]
    return ((1, _table(policy, for_it)), (-1, _table(policy, against)))


def _table(policy: Policy, names: Iterable[str]) -> Table:
    """Return a table of these names; a word that is an operator anyway is left to its class."""
    told = {alias.text: alias.language for alias in policy.aliases}
    aliases = tuple(
        Alias(name, told.get(name, "en"), True)
        for name in dict.fromkeys(names)
        if name in told or not operators("en").fullmatch(name.strip())
    )
    return table((replace(policy, aliases=aliases, context=(), anti_context=()),))


def _bills(policy: Policy, sign: int) -> Iterator[str]:
    """Yield the numbers and titles of the bills whose support has this sign for the policy."""
    for bill in policy.bills:
        if _SIGN_OF_EFFECT.get(bill.effect, 0) == sign:
            number = _BILL.match(bill.bill_id)
            if number:
                yield ".".join(number[1].upper()) + f". {number[2]}"
            if bill.title:
                yield bill.title
