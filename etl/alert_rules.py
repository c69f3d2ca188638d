"""The rules of alerts: what each tells if nothing is said, and what a policy file may say.

A rule is `on` or `off`, or is told its own numbers: milestones and days before a waiver is due as a
list, the rest as keys. What a file does not tell is as it stands here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from yaml.nodes import MappingNode, Node, SequenceNode

from etl import yaml_lines as lines
from etl.policy_fields import Reader, fields
from etl.records import AlertRule, Policy
from etl.yaml_lines import Problems

SWITCH = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}
Told = tuple[AlertRule, ...]

# How many days after it happened, or was printed, a thing is still news. A bill is known to touch a
# policy only once its text is printed, weeks after it was introduced.
USUAL: dict[str, Told] = {
    "new_bill": (AlertRule("new_bill", days=60),),
    "reintroduced": (AlertRule("reintroduced", days=60),),
    "bill_status": (AlertRule("bill_status", days=45),),
    "bill_action": (AlertRule("bill_action", days=21),),
    "cosponsors": tuple(AlertRule("cosponsors", n, days=30) for n in (10, 25, 50, 100, 218)),
    "document": (AlertRule("document", days=45),),
    "waiver": (AlertRule("waiver", days=45),),
    "waiver_due": tuple(AlertRule("waiver_due", n, days=14) for n in (30, 7, 0)),
    "surge": (AlertRule("surge", 3, fewest=5, days=21),),
    "stance_shift": (AlertRule("stance_shift", fewest=10, days=45),),
    "source_silent": (AlertRule("source_silent", days=30),),
}


def rules_of(policy: Policy) -> Told:
    """Return the rules that a policy's alerts are told by; one that is off is not there."""
    own = dict(policy.alerts)
    return tuple(rule for name, usual in USUAL.items() for rule in own.get(name, usual))


def alerts(node: Node, key: str, problems: Problems) -> tuple[tuple[str, Told], ...]:
    """Return what a policy file says of each rule; an unknown rule or number is a problem."""
    told = fields(node, key, RULES, (), problems) or {}
    return tuple((rule, said) for rule, said in told.items() if said is not None)


def _switch(node: Node, key: str, expected: str, problems: Problems) -> Told | None:
    word = lines.text(node, key, problems, plain=True)
    if word is None:
        return None
    if word.casefold() not in SWITCH:
        problems.tell(node, f"{key}: {word!r} is not known; expected {expected}")
        return None
    return USUAL[_rule(key)] if SWITCH[word.casefold()] else ()


def _plain(node: Node, key: str, problems: Problems) -> Told | None:
    return _switch(node, key, "on or off", problems)


def _numbers(least: int, most: int) -> Reader:
    def read(node: Node, key: str, problems: Problems) -> Told | None:
        if not isinstance(node, SequenceNode):
            return _switch(node, key, "on, off or a list of numbers", problems)
        items = lines.texts(node, key, problems, plain=True)
        found = [_whole(at, key, least, most, problems) for _, at in items]
        rule = _rule(key)
        days = USUAL[rule][0].days
        return tuple(AlertRule(rule, n, days=days) for n in found if n is not None)

    return read


def _keyed(*known: str) -> Reader:
    def read(node: Node, key: str, problems: Problems) -> Told | None:
        if not isinstance(node, MappingNode):
            return _switch(node, key, f"on, off or keys ({', '.join(known)})", problems)
        told = fields(node, key, {name: NUMBERS[name] for name in known}, (), problems) or {}
        usual = USUAL[_rule(key)][0]
        times, fewest = told.get("times"), told.get("fewest")
        return (
            AlertRule(
                usual.rule,
                usual.threshold if times is None else times,
                fewest=usual.fewest if fewest is None else fewest,
                days=usual.days,
            ),
        )

    return read


def _rule(key: str) -> str:
    return key.rpartition(": ")[2]


def _whole(node: Node, key: str, least: int, most: int, problems: Problems) -> int | None:
    word = lines.text(node, key, problems, plain=True)
    if word is None:
        return None
    if re.fullmatch(r"0|[1-9]\d{0,3}", word) and least <= int(word) <= most:
        return int(word)
    problems.tell(node, f"{key}: {word!r}; expected a whole number from {least} to {most}")
    return None


def _fewest(node: Node, key: str, problems: Problems) -> int | None:
    # Under five the product scores no stance, and a handful of stories is no surge.
    return _whole(node, key, 5 if "stance" in key else 2, 9999, problems)


def _times(node: Node, key: str, problems: Problems) -> float | None:
    word = lines.text(node, key, problems, plain=True)
    if word is None:
        return None
    if re.fullmatch(r"\d{1,3}(\.\d{1,3})?", word) and float(word) > 1:
        return float(word)
    problems.tell(node, f"{key}: {word!r}; expected a number over 1, such as 3 or 2.5")
    return None


NUMBERS: Mapping[str, Reader] = {"times": _times, "fewest": _fewest}
RULES: dict[str, Reader] = dict.fromkeys(USUAL, _plain) | {
    "cosponsors": _numbers(1, 435),
    "waiver_due": _numbers(0, 366),
    "surge": _keyed("times", "fewest"),
    "stance_shift": _keyed("fewest"),
}
