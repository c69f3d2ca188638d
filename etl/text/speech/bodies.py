"""Which body "the organisation" or "the paper" stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.speech.people import Person
from etl.text.speech.told_bodies import is_company
from etl.text.words import words

_GROUPS = words("group groups organization organisation nonprofit charity outfit lobby watchdog")
_COMPANIES = words(
    "company firm corporation manufacturer maker retailer airline startup carrier",
    "conglomerate automaker chipmaker drugmaker contractor",
)
_UNIONS = words("union")
_OF_UNIONS = words(
    "workers teamsters brotherhood federation steelworkers machinists nurses teachers employees",
    "pilots longshoremen local afl-cio seiu afscme uaw afge",
)
_OUTLETS = words(
    "outlet site website paper newspaper channel broadcaster publication agency portal",
)
_MEDIA = re.compile(
    r"\w\.(?:[A-Z]|[a-z]{2,4}\b)|\b(?:Times|Post|News|Journal|Herald|Tribune|Press|Radio|Voice|TV"
    r"|Daily|Weekly|Gazette|Agency)\b"
)
_WIRE = re.compile(r"\w\.(?:[A-Z]|[a-z]{2,4}\b)|\bAgency\b|^(?:Associated Press|AP|Reuters|AFP)$")
_PRINTED = re.compile(r"\b(?:Times|Post|Journal|Herald|Tribune|Gazette)\b")
_OF_STATE = re.compile(
    r"\b(?:Administration|Department|Bureau|Commission|Service|Office|Corps|Board|Authority|EPA|FDA|FCC"
    r"|FTC|SEC|DHS|ICE|CBP|USDA|IRS|FAA|USAID|NASA|NOAA|CDC|FBI|CIA|NSA|DEA|OSHA|HUD)\b"
)
_PUBLIC = re.compile(
    r"\b(?:Senate|House|Congress|Department|Ministry|Administration|Court|Pentagon|Parliament"
    r"|Government|Subcommittee|Treasury|White House|Army|Navy|Air Force|Coast Guard|Police|Kremlin"
    r"|Embassy|NATO|(?:General|National|State|Legislative) Assembly|Legislature|Supreme|Cabinet"
    r"|European|Nations)\b"
    r"|^(?:HUD|DHS|DOJ|DOE|USDA|HHS|DOT|DOL|VA|UN|EU|US|U\.S\.?)$"
)
_DEPARTMENT = re.compile(r"^(?:HUD|DHS|DOJ|DOE|USDA|HHS|DOT|DOL|VA|Treasury|Pentagon)$")
_CIVIC = re.compile(r"\b(?:City|Town|Township|Village|County|State|Borough|Church|Diocese)\b")
_CIVIL = re.compile(  # of what joins people, not of a company
    r"\b(?:Guild|Union|Federation|Brotherhood|Workers|Association|Society|Council|Committee|Coalition"
    r"|Alliance|Foundation|Institute|Center|Centre|Project|Fund|League|Forum|Campaign|Friends|Citizens"
    r"|Chamber|Museum|University|College|School|Hospital|Club|Watch|Party|Board|Academy|Congress"
    r"|Network|for|against|without)\b"
)


def bodies_meant(noun: str, bare: bool, met: Sequence[Person]) -> list[Person]:
    """Return the body that a noun stands for among those met, at most one; `bare` is "the group".

    A body whose name has the noun goes first. Otherwise an outlet's noun means an outlet, "the
    company" one whose name is not a city's or a guild's, "the group" one that is no company; best
    one that has acted. The likeliest stands last in `met`.
    """
    bodies = [p for p in met if p.body]
    named = [p for p in bodies if noun in p.name.lower().split() or _is_told(noun, p)]
    if bare and noun in _GROUPS | _COMPANIES:
        named = [p for p in bodies if p in named or _fits(noun, p)]
    if named or not bare:
        return named[-1:]
    fits = _outlets(noun, bodies) if noun in _OUTLETS else [p for p in bodies if _fits(noun, p)]
    acting = [p for p in fits if p.acting or p.short]
    return (acting or fits)[-1:]


def _is_told(noun: str, body: Person) -> bool:
    """Tell whether the text calls a body that: "Lamp Now, a coalition of fishers"."""
    return noun in re.split(r" (?:of|for|that|which|in) ", (body.role or "").lower())[0].split()


def _outlets(noun: str, bodies: Sequence[Person]) -> list[Person]:
    """Return the outlets, or for "the agency" the government's, that a noun can stand for."""
    fits = [p for p in bodies if _MEDIA.search(p.name)]
    if noun in ("paper", "newspaper"):
        fits = [p for p in fits if _PRINTED.search(p.name)] or fits
    if noun == "agency":
        fits = [p for p in bodies if _WIRE.search(p.name) or _OF_STATE.search(p.name)]
    return fits


def _fits(noun: str, body: Person) -> bool:
    """Tell whether "the group", "the company" or "the union" can stand for a body."""
    name = body.name
    if noun == "department":
        return _DEPARTMENT.search(name) is not None
    if _PUBLIC.search(name) or _MEDIA.search(name) or _CIVIC.search(name) or _OF_STATE.search(name):
        return False
    if noun in _COMPANIES:
        return not _CIVIL.search(name) and not name.isupper()
    if noun in _UNIONS:
        return any(word in _OF_UNIONS for word in name.lower().split())
    return noun in _GROUPS and not is_company(name)
