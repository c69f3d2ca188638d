"""Pages that are no articles: challenges, errors, walls of consent, front pages."""

from __future__ import annotations

import re

_FEW = 150  # words; an article about robots is longer than a challenge to one

_KINDS = (
    (
        "asks for proof that a human reads it",
        r"just a moment|attention required|checking your browser|verify(?:ing)? (?:that )?you are"
        r"|are you (?:a |an )?(?:human|robot)|robot or human|pardon our interruption"
        r"|human verification|security check|ddos.?guard|captcha|enable javascript and cookies"
        r"|unusual traffic|bot detection|проверка браузера|_cf_chl|px-captcha|awswaf|incapsula"
        r"|datadome|access to this page has been denied|please wait while we verify",
    ),
    (
        "tells of an error",
        r"\b(?:40[0-9]|41[0-9]|42[29]|45[01]|50[0-4]|52[0-7])\b(?= ?[-–—:|]?\W*(?:error|not|page"
        r"|forbidden|bad|service|gateway|internal|too|unauthori[sz]ed|gone|unavailable|access|$))"
        r"|(?:page|file|article|story)(?: was| is| could)? (?:not|n't) (?:be )?found|access denied"
        r"|^forbidden|^error\b|bad gateway|service (?:temporarily )?unavailable|^not found"
        r"|internal server error|gateway time-?out|under maintenance|site (?:is )?down"
        r"|страница не найдена|səhifə tapılmadı|sayfa bulunamadı|page introuvable|not archived"
        r"|domain (?:is )?(?:for sale|has expired|parked)|account suspended|default web page"
        r"|welcome to nginx|apache2 .*default|^index of /|blocked request"
        r"|request (?:blocked|rejected)",
    ),
    (
        "asks for consent before it shows anything",
        r"before you continue|cookie consent|privacy (?:settings|choices|center)|consent.?manager"
        r"|we value your privacy|manage (?:your )?(?:cookies|consent)|your data,? your choice"
        r"|accept (?:all )?cookies",
    ),
)
_PATTERNS = tuple((told, re.compile(pattern, re.I)) for told, pattern in _KINDS)


def no_article(title: str | None, text: str, words: int) -> str | None:
    """Return what a page is where it is no article, from its title and its few words.

    >>> no_article("Just a moment...", "Enable JavaScript and cookies to continue", 6)
    'asks for proof that a human reads it'
    """
    if words > _FEW:
        return None
    for told, pattern in _PATTERNS:
        if pattern.search((title or "").strip()[:200]) or (
            words < _FEW // 2 and pattern.search(text[:2000])
        ):
            return told
    return None
