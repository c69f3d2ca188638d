"""What is said of an article and of each place where it names a policy, in words."""

from __future__ import annotations

from typing import Any

import words


def headline(article: Any) -> str:
    """Return an article's title, or else its address, or else its outlet and date."""
    for text in (article.title, article.url):
        if not words.missing(text):
            return str(text)
    outlet = "an unknown outlet" if words.missing(article.outlet) else article.outlet
    return f"Without title: {outlet}, {article.dated}"


def facts(article: Any) -> str:
    """Return what is known of an article, in one line."""
    told = {
        "": article.outlet,
        "dated": _dated(article),
        "by": article.author,
        "relays": article.cited_outlet,
        "language": article.language,
        "country": article.country,
        "from": article.source_path if words.missing(article.url) else article.source_id,
    }
    return " · ".join(f"{k} {v}".strip() for k, v in told.items() if not words.missing(v))


def _dated(article: Any) -> str:
    """Return an article's date, and how it was given where that tells more."""
    given = article.published
    if words.missing(given) or (article.published_precision == "day" and "-" in str(given)[4:5]):
        return str(article.dated)
    return f"{article.dated} (given as {given})"


def sentence(row: Any) -> str:
    """Return the evidence with the matched words in bold, as Markdown."""
    if words.missing(row.sentence):
        told = "" if words.missing(row.note) else f" Note of the coder: {row.note}"
        return f"*No text of this article is kept.* {words.plain(told)}".strip()
    before, alias, after = str(row.sentence).partition(str(row.alias))
    bold = f"**{words.plain(alias)}**" if alias.strip() else ""
    return " ".join(part for part in (words.plain(before), bold, words.plain(after)) if part)


def why(row: Any) -> list[str]:
    """Return who holds what, by which method, and why the article is here."""
    told = [_held(row)]
    if not words.missing(row.holder):
        role = "" if words.missing(row.holder_role) else f", {row.holder_role}"
        told.append(f"held by {row.holder}{role}")
    told.append(f"matched “{row.alias}” ({row.match_basis})")
    if not words.missing(row.trace):
        told.append(f"decided by: {row.trace}")
    if not words.missing(row.score):
        told.append(f"score {row.score:+.2f}")
    if not words.missing(row.tone):
        told.append(f"tone of its words {row.tone:+.2f}")
    return told


def _held(row: Any) -> str:
    """Return what is held, by whom it was set, and what the machine holds where a person did."""
    if not row.about_policy:
        return f"{row.policy}: not about this policy, set by a person"
    by = "set by a person" if row.method == "coder" else "by the machine" if row.method else ""
    held = "unjudged" if words.missing(row.stance) else row.stance
    told = f"{row.policy}: {held} {by}".strip()
    if row.method == "coder" and not words.missing(row.machine_stance):
        told += f" (the machine: {row.machine_stance})"
    return told
