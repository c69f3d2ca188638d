"""Who says what about the policy, on which side, and who changed their mind?

title: Voices
order: 5
"""

from __future__ import annotations

import arguments
import choosing
import db
import link
import parts
import speech
import streamlit as st
import takeaways
import views
import voice_charts
import words

KINDS = {"all": "Everybody", "speaker": "Speakers", "outlet": "Outlets in their own voice"}
MOST = 25  # voices that a figure can bear
HIDDEN = ("by_coder", "found")

view = views.chosen()
window = view.window()


def sides() -> None:
    """Draw the groups side by side."""
    st.subheader("Groups side by side", anchor=False)
    rows = speech.groups(view.group, **window)
    told = takeaways.groups(rows)
    if rows["judged"].sum():
        figure = voice_charts.groups(rows, theme=st.context.theme.type)
        title = "Share that supports or opposes keeping the policy, by group, and net stance"
        parts.chart(figure, key="groups", title=title, told=told)
    else:
        st.caption(words.plain(told))
    parts.table("group_stance", rows, label="Rows behind this chart: groups")


def people() -> None:
    """Draw who is heard, over time, and let one voice be opened."""
    st.subheader("Who is heard", anchor=False)
    link.take("kind", link.one_of(list(KINDS)), "speaker")
    kind = st.segmented_control(
        "Voices", list(KINDS), format_func=KINDS.__getitem__, key="kind", required=True
    )
    kind = kind or "speaker"
    link.write(kind=kind)
    rows = speech.voices(view.group, kind, parts.LISTED, **window)
    left_out = speech.undated(view.policy, view.group)
    if rows.empty:
        st.info("Nobody was judged to hold anything in these days: widen “From” and “To”.")
        opened(str(st.query_params.get("voice") or ""))
        return
    points = speech.points(view.group, kind, MOST, **window)
    told = takeaways.voices(rows, left_out)
    figure = voice_charts.voices(points, theme=st.context.theme.type)
    title = f"What the {points['lane'].max()} most heard held in each story, by its day"
    parts.chart(figure, key="voices", title=title, told=told)
    label = "Rows behind this chart: voices over time"
    parts.table("voice_points", points, label=label, kind=kind)
    found = int(rows["found"].iloc[0])
    some = f" Shown are the {len(rows):,} most heard; the files hold all."
    st.caption(f"Pick a row to read what that voice said.{some if found > len(rows) else ''}")
    voice = choosing.chosen("voice", rows, table="voices", hidden=HIDDEN)
    parts.downloads("voices", speech.all_voices(view.group, kind, **window), kind=kind)
    opened(voice)


def opened(voice_id: str) -> None:
    """Draw all that one voice said, oldest first, or say that it is not there."""
    policy, _, holder = voice_id.partition(":")
    if not holder or policy != view.policy:
        return
    rows = speech.said(view.policy, holder)
    if rows.empty:
        st.warning(words.plain(f"Nobody by the name of {holder[:60]} is held here."))
        return
    st.header(words.plain(holder), anchor=False, divider="gray")
    for row in rows.head(30).itertuples():
        with st.container(border=True):
            stance = "unjudged" if words.missing(row.stance) else str(row.stance)
            by = "set by a coder" if row.method == "coder" else "by the machine"
            day = row.published_on if not words.missing(row.published_on) else row.published_month
            st.markdown(f"**{words.day(day)}** · {words.plain(row.outlet)} · {stance} ({by})")
            if words.missing(row.sentence):
                st.caption("No text of this article is kept: read it where it stands.")
            else:
                st.markdown(words.plain(row.sentence))
            if address := words.web_address(row.url):
                st.link_button("Read it where it stands", address, icon=":material/open_in_new:")
    parts.table("mentions", rows, label="All that this voice said", voice=voice_id)


def other_camp() -> None:
    """Draw which outlets print what is not of their camp."""
    st.subheader("Carried from outside the camp", anchor=False)
    st.caption(
        "Articles in which a camp's outlet cites or copies an outlet that is not of its camp, as "
        "far as the article names it."
    )
    parts.first_of(
        "carried",
        speech.CARRIED,
        "published_on desc nulls last, article_id, holder",
        {"group": view.group, **window},
        label="Who printed whom",
        open_at_first=True,
        hidden=("across",),
    )


db.shown()
sides()
people()
other_camp()
arguments.drawn(view)
