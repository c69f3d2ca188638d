"""What a document of the executive does, to any policy or to one that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.text.waiver_clauses import MARK, is_operative, waiving

# In this order: a determination that extends a waiver is a waiver.
KINDS = (
    ("delegation", r"\b(?:delegat(?:ion|ing) of|assign(?:ment|ing) of)\b.*\b(?:author|function)"),
    (
        "waiver_ended",
        r"\b(?:termination|revocation|rescission|withdrawal) of (?:the |a )?waivers?\b",
    ),
    ("waiver", r"\bwaiv(?:e|es|ed|er|ers|ing)\b"),
    ("waiver", r"\bsuspension of (?:the )?(?:application|limitation|restriction|prohibition)s?\b"),
    (
        "sanction_lifted",
        r"\b(?:removal|remov|delist|lift|terminat|unblock|revo[ck]|rescission)\w*\b[^.;]{0,60}"
        r"\b(?:sanction|designation|blocking|blocked|persons?)",
    ),
    (
        "sanction",
        r"\b(?:sanctions?|block(?:ing|ed) (?:of )?(?:the )?property|designat(?:ion|ing))\b",
    ),
    ("continuation", r"\bcontinu(?:ation|ing) of the national emergency\b"),
    ("termination", r"\bterminat(?:ion|ing)\b[^.;]{0,40}\bnational emergenc"),
    ("national_emergency", r"\bnational emergenc(?:y|ies)\b"),
    ("certification", r"\bcertif(?:ication|ying|y)\w*\b"),
    ("determination", r"\b(?:determinations?|findings?)\b"),
    ("executive_order", r"\bexecutive order\b"),
    ("proclamation", r"\bproclamation\b"),
)
_WAIVES = re.compile("|".join(p for k, p in KINDS if k.startswith("waiver")), re.IGNORECASE)
LONGEST = 1500  # characters of a title or sentence that are read
# Documents that speak about acts and do none.
_TALK = re.compile(
    r"\b(?:comments?|hearings?|meetings?|information collection|proposed|proposal|advance notice"
    r"|reports? (?:on|to|regarding|concerning)|corrections?|guidance|procedures?|inquiry|agenda"
    r"|sunshine act)\b|^\W*reports?\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(r"\bnotice of (?:final )?(?:determination|action|modification)s?\b", re.I)
# Kinds that a document does by an authority, which it may name in its text only.
_BY_AUTHORITY = frozenset(
    ("sanction", "sanction_lifted", "continuation", "termination", "national_emergency")
)
_AUTHORITY = re.compile(
    rf"\b(?:pursuant to|under|in accordance with|authority|by|including)\b[^.;]{{0,400}}{MARK}",
    re.IGNORECASE,
)
_ENDS_IN_ACT = re.compile(r"\b(?:waivers?|sanctions?)$", re.IGNORECASE)
_SCOPE = re.compile(r"\bwith respect to ([^.;:¤]{3,160})", re.IGNORECASE)
_DELEGATES = re.compile(r"\b(?:delegate|assign)s?\b", re.IGNORECASE)
_CERTIFIES = re.compile(r"\bcertif(?:y|ies|ied)\b", re.IGNORECASE)
_DETERMINES = re.compile(r"\b(?:determine|find)[sd]?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a document does to one policy."""

    kind: str  # waiver, waiver_ended, delegation, determination, sanction ...; document: nothing
    extends: bool = False  # a waiver that continues one before it
    clause: str | None = None  # the words that do it, the title or a sentence
    scope: str | None = None  # "with respect to" what


def act_kind(title: str | None, text: str | None = None) -> str:
    """Return the kind of act: by the title, and only where it has none by the first words of text.

    >>> act_kind("Extension of Waiver of Section 907 of the FREEDOM Support Act")
    'waiver'
    >>> act_kind("Notice of Public Hearing")
    'document'
    """
    words = (title or (text or "")[:400])[:LONGEST]
    if _only_talks(words):
        return "document"
    for kind, pattern in KINDS:
        if re.search(pattern, words, re.IGNORECASE):
            return kind
    return "document"


def act_on(
    title: str | None, title_names: Sequence[str], sentences: Sequence[tuple[str, Sequence[str]]]
) -> Act:
    """Return what a document does to one policy.

    `title_names` are the policy's names in the title, `sentences` those of the text that name it,
    each with the names in it. The clause that acts must name the policy; a document that names it
    and does nothing to it is a `document`.
    """
    title = title[:LONGEST] if title else title
    head = marked(title or "", title_names)
    if MARK in head and _only_talks(head):
        return Act(kind="document")
    told = _by_title(title or "", head) if MARK in head else None
    if told and told.kind.startswith(("waiver", "delegation", "sanction")):
        return told
    done = next((act for words, names in sentences if (act := _by_sentence(words, names))), None)
    if done and (done.kind.startswith("waiver") or told is None or told.kind == "document"):
        return _by_authority(title, done, sentences) if told is None else done
    return told or _by_authority(title, Act(kind="document"), sentences)


def _by_authority(
    title: str | None, done: Act, sentences: Sequence[tuple[str, Sequence[str]]]
) -> Act:
    """Return what a title does that names no policy, where the text names it as the authority."""
    kind = act_kind(title) if title else "document"
    if done.kind.startswith(("waiver", "delegation")) or kind not in _BY_AUTHORITY:
        return done
    grounds = (words for words, names in sentences if _AUTHORITY.search(marked(words, names)))
    ground = next(grounds, None)
    return Act(kind=kind, clause=ground) if ground else done


def _only_talks(title: str) -> bool:
    decided = _DECIDED.search(title) and "proposed" not in title.lower()
    return bool(_TALK.search(title)) and not decided


def marked(text: str, names: Sequence[str]) -> str:
    """Return a text with each of these names replaced by `MARK`, the longest first.

    A name may end with the word for an act: that word stays.

    >>> marked("Extension of 907 Waiver", ["907 Waiver"])
    'Extension of ¤ Waiver'
    """
    for name in sorted(set(names), key=len, reverse=True):
        act = _ENDS_IN_ACT.search(name)
        # An act's word is letters only, so nothing in it is special to `sub`.
        by = f"{MARK} {act[0]}" if act else MARK
        text = re.sub(re.escape(name), by, text, flags=re.IGNORECASE)
    return text


def _by_title(title: str, head: str) -> Act:
    """Return what a title does; the policy's own name ("… Sanctions Act") tells of no act."""
    kind = act_kind(head)
    if not kind.startswith("waiver"):
        return Act(kind=kind, clause=title if kind != "document" else None)
    if found := waiving(head, title=True):
        kind = "waiver_ended" if found.ends else "waiver"
        return Act(kind=kind, extends=found.extends, clause=title, scope=_scope(title))
    kind = act_kind(_WAIVES.sub("", head))
    return Act(kind=kind, clause=title if kind != "document" else None)


def _by_sentence(words: str, names: Sequence[str]) -> Act | None:
    """Return what one sentence of the text does to the policy, if anything."""
    words = words[:LONGEST]
    clause = marked(words, names)
    if _DELEGATES.search(clause) and is_operative(clause):
        return Act(kind="delegation", clause=words)
    if found := waiving(clause):
        kind = "waiver_ended" if found.ends else "waiver"
        return Act(kind=kind, extends=found.extends, clause=words, scope=_scope(words))
    if not is_operative(clause) or not _AUTHORITY.search(clause):
        return None
    if _CERTIFIES.search(clause):
        return Act(kind="certification", clause=words)
    return Act(kind="determination", clause=words) if _DETERMINES.search(clause) else None


def _scope(clause: str) -> str | None:
    found = _SCOPE.search(clause)
    return " ".join(found[1].split()) if found else None
