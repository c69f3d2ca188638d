"""What is said of an article and of each place where it names a policy, in words."""

from __future__ import annotations

from typing import Any

import words


def headline(article: Any) -> str:
    """Return an article's title, or else its address, or else its file."""
    for text in (article.title, article.url, article.source_path):
        if not words.missing(text):
            return str(text)
    return "An article without title and address"


def facts(article: Any) -> str:
    """Return what is known of an article, in one line."""
    told = {
        "": article.outlet,
        "dated": f"{article.dated} ({article.published_precision})",
        "as given": article.published,
        "by": article.author,
        "relays": article.cited_outlet,
        "language": article.language,
        "country": article.country,
        "source": article.source_id,
    }
    return " · ".join(f"{k} {v}".strip() for k, v in told.items() if not words.missing(v))


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
        return f"{row.policy_id}: not about this policy, set by a person"
    by = "set by a person" if row.method == "coder" else "by the machine" if row.method else ""
    held = "unjudged" if words.missing(row.stance) else row.stance
    told = f"{row.policy_id}: {held} {by}".strip()
    if row.method == "coder" and not words.missing(row.machine_stance):
        told += f" (the machine: {row.machine_stance})"
    return told
