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
import parts
import reasons
import streamlit as st
import views
import words

STANCES = ("any", "supports", "opposes", "neutral", "unjudged", "not about it")
LIMIT = 1000
DATED = """
case a.published_precision
    when 'day' then strftime(a.published_on, '%-d %b %Y')
    when 'month' then strftime(a.published_month, '%b %Y')
    when 'year' then coalesce(left(a.published, 4), 'unknown')
    else 'unknown'
end
"""
# Where a coder set a label, the machine's rows of that article do not count and are not summed up;
# a mention that is not about the policy is listed and not summed up.
ITEMS = f"""
with named as (
    select
        mention_id,
        article_id,
        stance,
        about_policy,
        published_month,
        published_on,
        about_policy and counts = bool_or(counts) over (partition by article_id) as told,
        $text = '' or contains(
            lower(concat_ws(' ', title, outlet, url, holder, alias, sentence)), $text
        ) as fits
    from mentions
    where policy_id = $policy and ($group = 'all' or group_name = $group)
        and (published_month is null or coalesce(published_on, last_day(published_month)) >= $since)
        and (published_month is null or coalesce(published_on, published_month) <= $until)
),
chosen as (
    select
        article_id,
        max(coalesce(published_on, published_month)) as newest,
        count(*) over () as found
    from named
    group by article_id
    having ($stance = 'any'
            or coalesce(bool_or(told and stance = $stance), false)
            or ($stance = 'unjudged' and bool_or(told) and bool_and(not told or stance is null))
            or ($stance = 'not about it' and not bool_or(about_policy)))
        and bool_or(fits)
    order by newest desc nulls last, article_id
    limit {LIMIT}
)
select
    any_value(a.outlet) as outlet,
    any_value({DATED}) as dated,
    coalesce(any_value(a.title), any_value(a.url), any_value(a.source_path))
        as title_or_address,
    string_agg(distinct m.holder, '; ' order by m.holder) filter (told) as speakers,
    coalesce(
        string_agg(distinct m.stance, '; ' order by m.stance) filter (told),
        if(bool_or(m.about_policy), 'unjudged', 'not about it')
    ) as stance,
    string_agg(distinct m.method, '; ' order by m.method) filter (told) as method,
    string_agg(distinct m.alias, '; ' order by m.alias) as matched_words,
    string_agg(distinct m.holder_role, '; ' order by m.holder_role) filter (told) as roles,
    any_value(m.group_name) as group_name,
    any_value(a.language) as language,
    any_value(a.url) as url,
    any_value(a.published_on) as published_on,
    any_value(a.published_precision) as published_precision,
    any_value(a.story_id) as story_id,
    any_value(a.is_copy) as is_copy,
    any_value(a.source_id) as source_id,
    any_value(a.source_path) as source_path,
    article_id,
    any_value(chosen.found) as found
from chosen
join named using (article_id)
join mentions m using (mention_id, article_id)
join articles a using (article_id)
group by article_id
order by any_value(newest) desc nulls last, article_id
"""
MENTIONS = """
from mentions where article_id = $article
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
    rows = db.query(ITEMS, group=view.group, text=text, stance=stance, **view.window())
    if rows.empty:
        st.info(
            "No article matches: clear the search, choose other days, or put articles into "
            "`data/inbox` and run `make refresh`.",
            icon=":material/inbox:",
        )
        return str(st.query_params.get("article") or "")
    found = int(rows["found"].iloc[0])
    more = f"; shown are the newest {LIMIT:,}, so narrow the search" if found > LIMIT else ""
    st.caption(f"{found:,} articles{more}. Those without a date are always listed, last.")
    rows = rows.drop(columns="found")
    hidden = tuple(name for name in rows.columns if name not in SHOWN)
    article = choosing.chosen("article", rows, table="articles", hidden=hidden)
    parts.downloads("articles", rows, text=text, stance=stance)
    return article


def opened(article_id: str) -> None:
    """Draw one article with its mentions and copies, or say that it is not there."""
    found = db.query(
        f"select a.*, {DATED} as dated from articles a where article_id = $id", id=article_id
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
        f"select a.outlet, {DATED} as dated, a.title, a.url, a.article_id from articles a "
        "where a.story_id = $story and a.article_id <> $article order by a.published_on",
        story=article.story_id,
        article=article.article_id,
    )
    if len(rows):
        parts.table("copies", rows, label="Copies of the same story", story=article.story_id)


if article_id := listed():
    opened(article_id)
beside.drawn(view)
