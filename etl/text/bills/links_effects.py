"""What a bill would do to a policy, told by the clause that cites it.

The rules read a sentence in which the citation is the sign ¤ (`etl/text/bills/links_clauses.py`).
They are tried in order and the first that fits counts; a rule that hangs on a condition ("if ¤ is
repealed") does not fit. What is only found as a fact (findings, whereas) or denied ("nothing shall
be construed to repeal ¤") does nothing to the policy. What each effect means:

- repeals: ends the whole of it, at once or by a date; weakens: ends a part, narrows, delays, adds
  an exception or a waiver, or withholds the money for it
- waives: lets it be set aside by a decision; exempts: sets it aside for some matter
- enforces: demands that it be applied, or takes a waiver away
- strengthens: extends its reach or its life
- mentions: names it, or changes it in a way that the words do not tell
"""

from __future__ import annotations

import re

from etl.text.bills.links_amended import amended
from etl.text.bills.links_clauses import Clause
from etl.text.bills.links_rules import RULES, Rule
from etl.text.bills.links_verdict import Verdict

_FACT = re.compile(r"\bfindings?\b|\bfinds (?:that|the following|as follows)|^background\b", re.I)
_DENIED = re.compile(
    r"\bnothing in\b|\b(?:shall|may|should|will) not be construed\b|\brule of construction\b", re.I
)
_CONDITION = re.compile(
    r"\b(?:if|unless|whether|had|before|after|prior to|in the event)\b[^,;]{0,60}$", re.I
)
_REPORT = re.compile(
    r"\b(?:reports?|briefing|assess(?:ment|es)?|descri(?:be|ption)|strategy|whether|criteria)\b",
    re.I,
)
_AGAINST = re.compile(
    r"\b(?:oppos\w+|against|reject\w*|prevent\w*|prohibit\w*|not)\s(?:\w+ ){0,3}$", re.I
)
_PART = re.compile(r"^(?:the )?(?:subsection|paragraph|subparagraph|clause|proviso)", re.I)
_WAY_ROUND = re.compile(r"waive|exception|exempt|sunset|terminat", re.I)
_SENSE = re.compile(
    r"\bsense of (?:the )?(?:congress|senate|house)|^resolved|\burg|\bencourag|"
    r"\bcall(?:s|ing) (?:on|upon)\b",
    re.I,
)


def verdict(clause: Clause, of_waiver: bool = False) -> Verdict:
    """Return what a clause would do; `of_waiver` where what it cites is the law of the waiver."""
    if clause.sentence.lstrip().startswith("Whereas") or _is_fact(clause):
        return Verdict("mentions", "a finding, not an order", "high")
    if _DENIED.search(" ".join((*clause.headings[:1], clause.sentence))):
        return Verdict("mentions", "says what is not meant", "high")
    led = " ".join((*reversed(clause.above), clause.sentence.strip()))
    found = _ruled(clause.sentence, clause, of_waiver) or amended(clause, of_waiver)
    if found is None and clause.above and (ruled := _ruled(led, clause, of_waiver)):
        found = Verdict(ruled.effect, ruled.why + ", by the words above it", "medium")
    if found is None:
        return Verdict("mentions", "no order of the clause is about it", "high")
    if found.sure == "high" and any(_SENSE.search(words) for words in (*clause.headings, led)):
        return Verdict(found.effect, found.why + ", as a wish of Congress", "medium")
    return found


def _is_fact(clause: Clause) -> bool:
    return any(_FACT.search(words) for words in (*clause.headings, *clause.above))


def _ruled(sentence: str, clause: Clause, of_waiver: bool) -> Verdict | None:
    """Return what the first rule that fits says."""
    for rule in RULES:
        for match in rule.pattern.finditer(sentence):
            before = sentence[max(0, match.start() - 70) : match.start()]
            told_of = " ".join((*clause.above, sentence[: match.start()]))
            if _CONDITION.search(before) or _REPORT.search(told_of):
                continue
            return _turned(rule, before, clause, of_waiver)
    return None


def _turned(rule: Rule, before: str, clause: Clause, of_waiver: bool) -> Verdict:
    """Return the verdict of a rule, turned where it is denied or strikes a part or a way round."""
    if rule.effect in ("repeals", "weakens", "waives") and _AGAINST.search(before):
        return Verdict("enforces", "speaks against what would end it", "medium")
    if rule.effect == "repeals" and of_waiver:
        return Verdict("enforces", "ends the law that lets it be waived", "high")
    if rule.effect == "repeals" and _PART.search(clause.reference):
        if any(_WAY_ROUND.search(words) for words in (*clause.headings[:1], clause.sentence)):
            return Verdict("enforces", "ends a way round it", "medium")
        return Verdict("weakens", "ends a part of it", "medium")
    return Verdict(rule.effect, rule.why, rule.sure)
