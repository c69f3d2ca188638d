"""What a policy file may say: each key, and how its value is read."""

from __future__ import annotations

import re
from datetime import date

from yaml.nodes import Node

from etl import yaml_lines as lines
from etl.alert_rules import alerts
from etl.policy_arguments import arguments
from etl.policy_claims import claims
from etl.policy_fields import ID, Reader, each_once, fields, one_of, text_that, texts_that
from etl.policy_names import aliases, anaphors
from etl.records import Calibration, Group, PolicyBill, WaiverRule
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
COUNTRY = re.compile("[A-Z]{2}")
RESERVED = ("all", "other")
MOST_ADDED = 2  # to the log-odds of a stance: more says that the judge is no use there
COUNTED_FROM = ("signed", "published")


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


def _is_word(text: str) -> bool:
    return sum(c.isalnum() for c in text) >= 2


def _names_a_group(text: str) -> bool:
    return text not in RESERVED and bool(ID.fullmatch(text))


def _bills(node: Node, key: str, problems: Problems) -> tuple[PolicyBill, ...]:
    found = each_once(node, key, BILL, ("bill", "effect", "source"), problems, "bill")
    return tuple(
        PolicyBill(told["bill"], told["effect"], told.get("title"), told["source"])
        for _, told in found
    )


def _groups(node: Node, key: str, problems: Problems) -> tuple[Group, ...]:
    groups = []
    for item, told in each_once(node, key, GROUP, ("name", "label"), problems, "group"):
        if not told.get("sides") and not told.get("countries"):
            problems.tell(
                item,
                f"{key}: the group {told['name']!r} holds no outlet; expected sides or countries",
            )
        groups.append(Group(**told))
    return tuple(groups)


def _waiver(node: Node, key: str, problems: Problems) -> WaiverRule | None:
    told = fields(node, key, WAIVER, ("source",), problems)
    if told is None:
        return None
    return WaiverRule(
        told["source"], told.get("since"), told.get("term"), told.get("from", "signed")
    )


def _number(node: Node, key: str, problems: Problems) -> float | None:
    text = lines.text(node, key, problems, plain=True)
    if text and re.fullmatch(r"[-+]?\d(\.\d+)?", text) and abs(float(text)) <= MOST_ADDED:
        return float(text)
    if text is not None:
        problems.tell(node, f"{key}: {text!r} is no number between -{MOST_ADDED} and {MOST_ADDED}")
    return None


def _count(node: Node, key: str, problems: Problems) -> int | None:
    text = lines.text(node, key, problems, plain=True)
    if text is not None and not (text.isdigit() and int(text)):
        problems.tell(node, f"{key}: {text!r} is no count of labels")
        return None
    return int(text) if text else None


def _calibration(node: Node, key: str, problems: Problems) -> Calibration | None:
    told = fields(node, key, CALIBRATION, ("labels",), problems)
    return Calibration(**{k: v for k, v in told.items() if v is not None}) if told else None


WORDS = texts_that(_is_word, "is too short to look for; expected a word")
BILL: dict[str, Reader] = {
    "bill": text_that(BILL_ID.fullmatch, "is no bill id; expected one like hr6534-119", plain=True),
    "effect": one_of(EFFECTS, "unknown effect"),
    "title": lines.text,
    "source": lines.text,
}
GROUP: dict[str, Reader] = {
    "name": text_that(
        _names_a_group, "cannot name a group; expected a word such as us; all, other are ours"
    ),
    "label": lines.text,
    "sides": WORDS,
    "countries": texts_that(
        COUNTRY.fullmatch, "is no country; expected two letters such as AZ", plain=True
    ),
}
WAIVER: dict[str, Reader] = {
    "since": _date,
    "term": text_that(term, f"is no term; expected such as 1 year or {UNLIMITED}"),
    "from": one_of(COUNTED_FROM),
    "source": lines.text,
}
CALIBRATION: dict[str, Reader] = {
    "supports": _number,
    "opposes": _number,
    "neutral": _number,
    "labels": _count,
}
KEYS: dict[str, Reader] = {
    "name": lines.text,
    "short_name": lines.text,
    "kind": lines.text,
    "citation": lines.text,
    "description": lines.text,
    "source": lines.text,
    "since": _date,
    "until": _date,
    "waiver": _waiver,
    "aliases": aliases,
    "strong": aliases,
    "context": WORDS,
    "anti_context": WORDS,
    "anaphors": anaphors,
    "keep_means": lines.text,
    "drop_means": lines.text,
    "keeps": WORDS,
    "drops": WORDS,
    "cites": texts_that(
        CITE.fullmatch, "is no citation; expected one like usc/22/5812", plain=True
    ),
    "bills": _bills,
    "groups": _groups,
    "claims": claims,
    "alerts": alerts,
    "arguments": arguments,
    "calibration": _calibration,
}
REQUIRED = ("name", "short_name", "kind", "citation", "description", "source")
