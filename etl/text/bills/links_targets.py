"""What a policy is cited by in the text of bills, taken from its file and nothing else.

Its `cites`, what its `citation` tells, and its English names: "Section 907 of the FREEDOM Support
Act" is a citation as well as a name. In `citation` a piece that begins with a word of its own
("waiver in P.L. 107-115", "extended by P.L. 118-49") tells of another law: that of the waiver is
kept apart, the rest is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from etl.records import Alias, Policy
from etl.text.citation_forms import normal, within
from etl.text.citations import Citation, find

_BARE = re.compile(r"^(?:sections?|sec\.|§{1,2}|article|title)[ -]?[\dIVX]+\w*$", re.IGNORECASE)
_OWN_WORD = re.compile(r"^(?:and )?[a-z]{3,}")
_NUMBER = re.compile(r"/s(\d[^/]*)$")
_LAW = re.compile(r"^public-law/(\d+)/")
_BILL = re.compile(r"^(?:H\. ?R|S|H\. ?Res|S\. ?Res)\. ?\d+$")


@dataclass(frozen=True)
class Target:
    """What a policy is cited by; `cites` are in the forms of `etl/text/citation_forms.py`."""

    policy_id: str
    cites: frozenset[str]
    years: frozenset[tuple[str, int]]  # the years that the names of its Acts end with
    waivers: frozenset[str]  # the laws by which it may be waived
    notes: frozenset[str]  # of the code: where the policy is but a note of the section
    numbers: frozenset[str]  # of its sections, 907
    acts: frozenset[str]  # act/freedom-support-act
    congress: int | None  # that enacted it, where the citation tells

    def cited_by(self, citation: Citation) -> bool:
        """Return whether a citation found in a text is of this policy."""
        if not self.holds(citation.cite):
            return False
        years = {year for act, year in self.years if within(citation.cite, act)}
        return not years or citation.year is None or citation.year in years

    def holds(self, cite: str) -> bool:
        """Return whether a citation in its one form is of this policy or of its waiver."""
        return any(within(cite, own) for own in self.cites | self.waivers)

    def of_waiver(self, reference: str) -> bool:
        """Return whether a reference names the law by which the policy may be waived."""
        laws = {"/".join(cite.split("/")[:3]) for cite in self.waivers}
        return any(within(c.cite, law) for c in find(reference) for law in laws)

    def denies(self, reference: str) -> bool:
        """Return whether a reference names another section of the policy's own law.

        "section 102 of the FREEDOM Support Act (22 U.S.C. 5812)" is not section 907.
        """
        told = [c.cite for c in find(reference) if not c.cite.startswith("usc")]
        own = [c for c in told if any(within(c, act) for act in self.acts)]
        numbers = {n[1] for c in own if (n := _NUMBER.search(c))}
        return bool(self.numbers and numbers and not numbers & self.numbers)


@dataclass(frozen=True)
class Scope:
    """The policies that links are looked for, with what each is cited by: worked out once."""

    policies: tuple[Policy, ...]
    english: tuple[Policy, ...]  # with their English names alone: Congress writes no other language
    targets: Mapping[str, Target]


def scope(policies: Sequence[Policy]) -> Scope:
    """Return the scope of these policies."""
    return Scope(
        policies=tuple(policies),
        english=tuple(replace(p, aliases=tuple(_english(p))) for p in policies),
        targets={p.policy_id: target(p) for p in policies},
    )


def target(policy: Policy) -> Target:
    """Return what a policy is cited by."""
    own, waivers = _pieces(policy.citation)
    names = [a.text for a in _english(policy)]
    told = [c for text in (*own, *names, policy.name) for c in find(text)]
    cites = {c.cite for c in told} | {normal(cite) for cite in policy.cites}
    laws = [int(m[1]) for piece in own for c in find(piece) if (m := _LAW.match(c.cite))]
    parts = {c for c in cites if _NUMBER.search(c)}
    return Target(
        policy_id=policy.policy_id,
        cites=frozenset(cites),
        years=frozenset((c.cite, c.year) for c in told if c.year),
        waivers=frozenset(c.cite for piece in waivers for c in find(piece)),
        notes=frozenset(c.cite for p in own if p.rstrip(" )").endswith("note") for c in find(p)),
        numbers=frozenset(m[1] for c in parts if (m := _NUMBER.search(c))),
        acts=frozenset("/".join(c.split("/")[: 2 if c[0] == "a" else 3]) for c in parts),
        congress=max(laws, default=None),
    )


def _pieces(citation: str) -> tuple[list[str], list[str]]:
    """Return the pieces that cite the policy, and those that cite its waiver."""
    pieces = [piece.strip() for piece in re.split(r";", citation)]
    own = [piece for piece in pieces if not _OWN_WORD.match(piece)]
    return own, [p for p in pieces if _OWN_WORD.match(p) and "waive" in p.partition(" in ")[0]]


def _english(policy: Policy) -> list[Alias]:
    return [alias for alias in policy.aliases if alias.language == "en"]


def is_bare(name: str) -> bool:
    """Return whether a name is a mere section number, which every law has one of.

    >>> is_bare("Section 907"), is_bare("section 620M"), is_bare("Leahy Law")
    (True, True, False)
    """
    return _BARE.match(name.strip()) is not None


def seeds(policies: Sequence[Policy]) -> Iterator[tuple[str, str, str]]:
    """Yield policy, kind and seed: what a text must hold, so that others need not be read.

    A `cite` is a citation as bill texts mark it up; a `word` stands in the text in small letters,
    with plain dashes and apostrophes; words with a `+` between must both be there.
    """
    for policy in policies:
        aim = target(policy)
        for cite in sorted(aim.cites | aim.waivers):
            yield policy.policy_id, "cite", cite
        words = {word for cite in aim.cites | aim.waivers for word in _words_of(cite)}
        words |= {word for alias in _english(policy) if (word := _word_of(alias.text))}
        for word in sorted(w for w in words if not any(o != w and o in w for o in words)):
            yield policy.policy_id, "word", word


def _words_of(cite: str) -> list[str]:
    """Return the seeds of a citation."""
    kind, *rest = cite.split("/")
    if kind == "usc":
        return [f"u.s.c. {rest[1]}", f"section {rest[1]} of title {rest[0]}"]
    if kind == "public-law":
        return [f"{rest[0]}-{rest[1]}"]
    if kind == "act":
        name = max(re.split(r"-[a-z]-", rest[0]), key=len).replace("-", " ")
        part = re.sub(r"^t(?=[ivxlc])", "title ", re.sub(r"^s(?=\d)", "", rest[1].lower()))
        return [f"{name}+{part}"]
    return []


def _word_of(name: str) -> str | None:
    """Return the seed of a name; None where it is a citation, or too short or wide to be one."""
    if is_bare(name) or _BILL.match(name) or find(name) or len(name) < 4:
        return None
    return plain(name)


def plain(text: str) -> str:
    """Return text in small letters with plain dashes and apostrophes, as seeds are told."""
    return re.sub(r"[‐-―−]", "-", text.lower()).replace("’", "'")
