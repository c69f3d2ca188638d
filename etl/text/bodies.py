"""Which body "the organisation" or "the paper" stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.people import Person
from etl.text.words import words

_ANY = words(
    "group groups organization organisation outlet site company agency association newspaper",
    "paper broadcaster website publication channel union council coalition committee ministry",
    "department institute foundation caucus board lobby portal",
)
_OUTLETS = words(
    "outlet site website paper newspaper channel broadcaster publication agency portal",
)
_MEDIA = re.compile(
    r"\w\.(?:[A-Z]|[a-z]{2,4}\b)|\b(?:Times|Post|News|Journal|Herald|Tribune|Press|Radio|Voice|TV"
    r"|Daily|Weekly|Gazette|Agency)\b"
)
_PRINTED = re.compile(r"\b(?:Times|Post|Journal|Herald|Tribune|Gazette)\b")
_OF_STATE = re.compile(
    r"\b(?:Administration|Department|Bureau|Commission|Service|Office|Corps|Board|Authority|EPA|FDA|FCC"
    r"|FTC|SEC|DHS|ICE|CBP|USDA|IRS|FAA|USAID|NASA|NOAA|CDC|FBI|CIA|NSA|DEA|OSHA|HUD)\b"
)
_PUBLIC = re.compile(
    r"\b(?:Senate|House|Congress|Department|Ministry|Administration|Court|Pentagon|Parliament"
    r"|Government|Subcommittee)\b"
)


def bodies_meant(noun: str, bare: bool, met: Sequence[Person]) -> list[Person]:
    """Return the body that a noun stands for among those met, at most one; `bare` is "the group".

    A body whose name has the noun goes first. Otherwise an outlet's noun means an outlet, and any
    other noun a body that is neither outlet nor government, best one that has acted.
    """
    bodies = [p for p in met if p.body]
    named = [p for p in bodies if noun in p.name.lower().split()]
    if named or not bare or noun not in _ANY:
        return named[-1:]
    if noun in _OUTLETS:
        fits = [p for p in bodies if _MEDIA.search(p.name)]
        if noun in ("paper", "newspaper"):
            fits = [p for p in fits if _PRINTED.search(p.name)] or fits
        if noun == "agency" and not fits:  # of a government
            fits = [p for p in bodies if _OF_STATE.search(p.name)]
    else:
        fits = [p for p in bodies if not (_PUBLIC.search(p.name) or _MEDIA.search(p.name))]
    acting = [p for p in fits if p.acting or p.short]
    return (acting or fits)[-1:]
