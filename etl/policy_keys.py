"""What a policy file may say: each key, and how its value is read.

A reader takes a node and the key's name, tells what is wrong, and returns the value.
"""

from __future__ import annotations

import re
from datetime import date

from yaml.nodes import Node

from etl import yaml_lines as lines
from etl.alert_rules import alerts
from etl.policy_arguments import arguments
from etl.policy_claims import claims
from etl.policy_fields import Reader, fields
from etl.policy_names import aliases, anaphors
from etl.records import Group, PolicyBill, WaiverRule
from etl.text.terms import UNLIMITED, term
from etl.yaml_lines import Problems

EFFECTS = (
    "creates",
    "repeals",
    "weakens",
    "waives",
    "strengthens",
    "enforces",
    "exempts",
    "mentions",
)
BILL_ID = re.compile(r"(hr|s|hjres|sjres|hconres|sconres|hres|sres)[1-9]\d{0,4}-[1-9]\d{0,2}")
CITE = re.compile(r"(usc|usc-chapter|usc-appendix|pl|stat|cfr)/\d+[a-z]*/[\w.:–-]+(/[\w.:–-]+)*")
POLICY_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED = ("all", "other")
COUNTED_FROM = ("signed", "published")


def _text(node: Node, key: str, problems: Problems) -> str | None:
    return lines.text(node, key, problems)


def _date(node: Node, key: str, problems: Problems) -> date | None:
    text = lines.text(node, key, problems, plain=True)
    try:
        if text and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    if text is not None:
        problems.tell(node, f"{key}: {text!r} is no date; expected a day such as 1992-10-24")
    return None


def _words(node: Node, key: str, problems: Problems) -> tuple[str, ...]:
    words = lines.texts(node, key, problems)
    for word, at in words:
        if sum(c.isalnum() for c in word) < 2:
            problems.tell(at, f"{key}: {word!r} is too short to look for; expected a word")
    return tuple(word for word, _ in words)


def _cites(node: Node, key: str, problems: Problems) -> tuple[str, ...]:
    cites = lines.texts(node, key, problems, plain=True)
    for cite, at in cites:
        if not CITE.fullmatch(cite):
            problems.tell(at, f"{key}: {cite!r} is no citation; expected one like usc/22/5812")
    return tuple(cite for cite, _ in cites)


def _bill_id(node: Node, key: str, problems: Problems) -> str | None:
    bill_id = lines.text(node, key, problems, plain=True)
    if bill_id is not None and not BILL_ID.fullmatch(bill_id):
        problems.tell(node, f"{key}: {bill_id!r} is no bill id; expected one like hr6534-119")
        return None
    return bill_id


def _effect(node: Node, key: str, problems: Problems) -> str | None:
    effect = lines.text(node, key, problems, plain=True)
    if effect is not None and effect not in EFFECTS:
        problems.tell(
            node, f"{key}: unknown effect {effect!r}; expected one of {', '.join(EFFECTS)}"
        )
        return None
    return effect


def _bills(node: Node, key: str, problems: Problems) -> tuple[PolicyBill, ...]:
    bills: dict[str, PolicyBill] = {}
    for item in lines.items(node, key, problems):
        told = fields(item, key, BILL, ("bill", "effect", "source"), problems)
        if told is None:
            continue
        if told["bill"] in bills:
            problems.tell(item, f"{key}: the bill {told['bill']!r} is told twice")
        bills[told["bill"]] = PolicyBill(
            told["bill"], told["effect"], told.get("title"), told["source"]
        )
    return tuple(bills.values())


def _group_name(node: Node, key: str, problems: Problems) -> str | None:
    name = lines.text(node, key, problems)
    if name is not None and (name in RESERVED or not POLICY_ID.fullmatch(name)):
        problems.tell(
            node,
            f"{key}: {name!r} cannot name a group; expected a word such as us; all, other are ours",
        )
        return None
    return name


def _countries(node: Node, key: str, problems: Problems) -> tuple[str, ...]:
    countries = lines.texts(node, key, problems, plain=True)
    for country, at in countries:
        if not re.fullmatch("[A-Z]{2}", country):
            problems.tell(at, f"{key}: {country!r} is no country; expected two letters such as AZ")
    return tuple(country for country, _ in countries)


def _groups(node: Node, key: str, problems: Problems) -> tuple[Group, ...]:
    groups: dict[str, Group] = {}
    for item in lines.items(node, key, problems):
        told = fields(item, key, GROUP, ("name", "label"), problems)
        if told is None:
            continue
        if told["name"] in groups:
            problems.tell(item, f"{key}: the group {told['name']!r} is told twice")
        if not told.get("sides") and not told.get("countries"):
            problems.tell(
                item,
                f"{key}: the group {told['name']!r} holds no outlet; expected sides or countries",
            )
        groups[told["name"]] = Group(**told)
    return tuple(groups.values())


def _term(node: Node, key: str, problems: Problems) -> str | None:
    told = lines.text(node, key, problems)
    if told is not None and term(told) is None:
        problems.tell(node, f"{key}: {told!r} is no term; expected such as 1 year or {UNLIMITED}")
        return None
    return told


def _counted_from(node: Node, key: str, problems: Problems) -> str | None:
    told = lines.text(node, key, problems, plain=True)
    if told is not None and told not in COUNTED_FROM:
        expected = ", ".join(COUNTED_FROM)
        problems.tell(node, f"{key}: unknown {told!r}; expected one of {expected}")
        return None
    return told


def _waiver(node: Node, key: str, problems: Problems) -> WaiverRule | None:
    told = fields(node, key, WAIVER, ("source",), problems)
    if told is None:
        return None
    return WaiverRule(
        told["source"], told.get("since"), told.get("term"), told.get("from", "signed")
    )


BILL: dict[str, Reader] = {"bill": _bill_id, "effect": _effect, "title": _text, "source": _text}
GROUP: dict[str, Reader] = {
    "name": _group_name,
    "label": _text,
    "sides": _words,
    "countries": _countries,
}
WAIVER: dict[str, Reader] = {
    "since": _date,
    "term": _term,
    "from": _counted_from,
    "source": _text,
}
KEYS: dict[str, Reader] = {
    "name": _text,
    "short_name": _text,
    "kind": _text,
    "citation": _text,
    "description": _text,
    "source": _text,
    "since": _date,
    "until": _date,
    "waiver": _waiver,
    "aliases": aliases,
    "strong": aliases,
    "context": _words,
    "anti_context": _words,
    "anaphors": anaphors,
    "keep_means": _text,
    "drop_means": _text,
    "keeps": _words,
    "drops": _words,
    "cites": _cites,
    "bills": _bills,
    "groups": _groups,
    "claims": claims,
    "alerts": alerts,
    "arguments": arguments,
}
REQUIRED = ("name", "short_name", "kind", "citation", "description", "source")
