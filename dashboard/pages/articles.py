"""Who wrote what, and why is it here?

title: Articles
order: 6
"""

from __future__ import annotations

from typing import Any

import beside
import bill_press
import choosing
import correcting
import db
import disputed
import link
import listing
import parts
import reasons
import streamlit as st
import views
import words

STANCES = ("any", "supports", "opposes", "neutral", "unjudged", "not about it")
ALL = 10_000_000  # more than any file holds
MENTIONS = """
select mentions.*, coalesce(policies.short_name, policy_id) as policy
from mentions left join policies using (policy_id)
where article_id = $article
order by policy_id <> $policy, sentence_index nulls last, mention_id
"""
SHOWN = (
    "outlet",
    "dated",
    "title_or_address",
    "speakers",
    "roles",
    "stance",
    "method",
    "matched_words",
    "language",
    "url",
)

view = views.chosen()


def filters() -> tuple[str, str]:
    """Draw this page's own filters; return the text looked for and the stance."""
    link.take("text", str, "")
    link.take("stance", link.one_of(list(STANCES)), "any")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = st.text_input(
            "Search in title, outlet, speaker, matched words and sentence",
            key="text",
            type="search",
            max_chars=200,
            width=420,
        )
        stance = st.selectbox("Stance", STANCES, key="stance", width=160)
    link.write(text=text or "", stance="" if stance == "any" else stance or "")
    return (text or "").strip().lower(), stance or "any"


def listed() -> str:
    """Draw the articles that name the policy; return the one that is to be opened."""
    text, stance = filters()
    asked = {"group": view.group, "text": text, "stance": stance, **view.window()}
    rows = db.query(listing.ITEMS, most=parts.LISTED, **asked)
    if rows.empty:
        st.info(
            "No article matches: clear the search, choose other days, or put articles into "
            "`data/inbox` and run `make refresh`.",
            icon=":material/inbox:",
        )
        return str(st.query_params.get("article") or "")
    found = int(rows["found"].iloc[0])
    more = f"; shown are the newest {len(rows):,}, the files hold all" if found > len(rows) else ""
    told = words.many(found, "article")
    st.caption(f"{told}{more}. Those without a date are always listed, last.")
    rows = rows.drop(columns="found")
    hidden = tuple(name for name in rows.columns if name not in SHOWN)
    article = choosing.chosen("article", rows, table="articles", hidden=hidden)
    parts.downloads(
        "articles", db.later(listing.ITEMS, most=ALL, **asked), text=text, stance=stance
    )
    return article


def opened(article_id: str) -> None:
    """Draw one article with its mentions and copies, or say that it is not there."""
    found = db.query(
        f"select a.*, {listing.DATED} as dated from articles a where article_id = $id",
        id=article_id,
    )
    if found.empty:
        st.warning(words.plain(f"There is no article {article_id[:60]} in this version."))
        return
    for article in found.itertuples():
        st.header(words.plain(reasons.headline(article)), anchor=False, divider="gray")
        st.markdown(words.plain(reasons.facts(article)))
        if address := words.web_address(article.url):
            st.link_button("Read it where it stands", address, icon=":material/open_in_new:")
        disputed.drawn(article_id, view.policy)
        bill_press.in_article(article_id)
        named(article_id)
        copies(article)


def named(article_id: str) -> None:
    """Draw each place where a policy is named: the sentence, the words, and who holds what."""
    rows = db.query(MENTIONS, article=article_id, policy=view.policy)
    by_hand = correcting.by_hand(article_id)
    for row in rows.itertuples():
        with st.container(border=True):
            st.markdown(reasons.sentence(row))
            st.caption(" · ".join(words.plain(fact) for fact in reasons.why(row)))
            correcting.drawn(row, by_hand)
    parts.table("mentions", rows, label="Rows of these mentions", article=article_id)


def copies(article: Any) -> None:
    """Draw the other articles that print the same story."""
    rows = db.query(
        f"select a.outlet, {listing.DATED} as dated, a.title, a.url, a.article_id from articles a "
        "where a.story_id = $story and a.article_id <> $article order by a.published_on",
        story=article.story_id,
        article=article.article_id,
    )
    if len(rows):
        parts.table("copies", rows, label="Copies of the same story", story=article.story_id)


if article_id := listed():
    opened(article_id)
beside.drawn(view)
