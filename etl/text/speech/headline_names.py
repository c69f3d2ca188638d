"""Who a few words of a headline name, if anybody: "Roe", "Foreign Minister Roe", "Lamp Guild"."""

from __future__ import annotations

import re

from etl.text.speech.agents import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, kind_of
from etl.text.speech.sentence_words import FIELDS, TITLES
from etl.text.speech.speech_verbs import finite
from etl.text.words import words

Told = tuple[str, str | None]  # who, and the role
# A paper's own labels: "Opinion: …", "Fact check: …".
RUBRICS = words(
    "analysis opinion exclusive update updates updated breaking video report reports interview",
    "editorial commentary explainer watch live review podcast letter letters column news factbox",
    "timeline photos gallery q&a recap preview feature profile essay book guide brief briefing",
    "world latest politics business economy culture sport sports health science technology tech",
    "climate energy environment education travel money markets region local national international",
    "view views viewpoint perspective comment op-ed oped blog newsletter listen poll survey quiz",
    "study fact-check fact factcheck check just-in alert developing urgent revealed explained",
    "cartoon documentary data chart charts map maps audio event webinar transcript statement",
    "correction obituary history investigation special focus spotlight in-depth insight insights",
    "answers facts lessons questions roundup reaction reactions background context source sources",
    "chapter part episode read story sponsored advertisement photo image images notebook memo",
    "file files archive",
)
# Others are spoken of more than they speak: "Supreme Court: Lamp Act case to be heard".
_SPEAKING = words(
    "department ministry embassy union association guild league institute foundation council",
    "treasury cabinet government federation watch society chamber",
)
_SHORTENED = re.compile(r"(?:it|that|here|there|what|who|let|he|she)'s$")
_ADJECTIVES = words("local regional national international world climate energy health education")
_PARTICLES = words("de la del van der von den al el bin ibn di da dos")
_LONGEST = 2  # words of a bare name; three are more often a topic: "Prime Day Deals"
_OF_MANY = words("without against for of")
_NEW = words("delhi zealand york jersey hampshire mexico guinea orleans")
_NO_NAME = words(
    "act law bill section clause rule title plan deal treaty ban order vote hearing debate",
    "fight war battle talks change reform crisis policy tax rights eyes notes",
    "why how what who when where is are not no and or but if yes next new budget",
).union(RUBRICS, PREPOSITIONS, DETERMINERS, ADVERBS, PRONOUNS)


def is_rubric(label: str) -> bool:
    """Tell whether a label is a paper's own: "Opinion", "Fact check", but not "World Bank"."""
    low = label.lower().split()
    return _is_label(low) and (kind_of(low[-1]) is None or low[-1] in RUBRICS or low == ["leader"])


def somebody(told: str, claims: bool) -> Told | None:
    """Return who a few words of a headline name: an acronym, an office, an office with a name.

    A bare name is one only where a view is told beside it: no mark tells "Roe" from "Bath".
    """
    parts = told.split()
    low = [part.lower().rstrip(".") for part in parts]
    if _is_label(low) or _SHORTENED.match(low[0]):
        return None
    if told.isupper() and told.isalpha() and len(told) > (1 if claims else 2):
        return told, None
    kinds = ["body" if part == "watch" else kind_of(part) for part in low]
    person = max((i for i, p in enumerate(low) if p in TITLES or kinds[i] == "person"), default=-1)
    body = max((i for i, kind in enumerate(kinds) if kind == "body"), default=-1)
    if body > person:
        speaks = claims or low[body] in _SPEAKING or low == ["white", "house"]
        return (told, None) if speaks else None
    if person >= 0:
        return _with_office(told, parts, person)
    return (told, None) if claims and _is_name(parts) else None


def _is_label(low: list[str]) -> bool:
    """Tell whether words are a paper's own label: "My view", but not "Hill Watch"."""
    if low == ["leader"]:  # British for an editorial
        return True
    first = low[0] in RUBRICS and (len(low) == 1 or low[0] not in _ADJECTIVES)
    return first or (low[-1] in RUBRICS and not (low[-1] == "watch" and len(low) > 1))


def _is_name(parts: list[str]) -> bool:
    """Tell whether words can be a bare name: "Roe", "Ida de la Cruz", "New Delhi"."""
    low = [part.lower() for part in parts]
    if low[0] == "new" and low[-1] in _NEW:
        return True
    told = [p for p in low if p not in _PARTICLES and len(p.rstrip(".")) > 1]  # "Ann B. Roe"
    if len(told) > _LONGEST or low[-1] in _PARTICLES:
        return False
    plain = all(
        (p[0].isupper() or p in _PARTICLES or p.startswith(("al-", "el-"))) and not p[-1].isdigit()
        for p in parts
    )
    known = any(p in _NO_NAME or p in finite() or kind_of(p) for p in low if p not in _PARTICLES)
    return plain and not known


def _with_office(told: str, parts: list[str], last: int) -> Told | None:
    """Return who a few words name whose office ends at a word of them."""
    after = [part.lower() for part in parts[last + 1 :]]
    if len(after) > 2 and after[0] == "of" and after[1] in FIELDS:  # "Secretary of State Moss"
        return _with_office(told, parts, last + 2)
    if after and after[0] in _OF_MANY:  # "Doctors Without Borders"
        return told, None
    if any(word in _NO_NAME for word in after):
        return None
    name = " ".join(parts[last + 1 :])
    if name and all(p[0].isupper() or p in _PARTICLES for p in parts[last + 1 :]):
        return name, " ".join(parts[: last + 1])
    return (told, None) if not name else None
