"""Where does each figure come from, and what failed?

title: Data & methods
order: 8
"""

from __future__ import annotations

from pathlib import Path

import db
import link
import measured
import pandas as pd
import parts
import streamlit as st
import views
import words

JUDGING = """
Each place where an article names the policy is judged for what is held there about **keeping the
policy**: *supports*, *opposes* or *neutral*. That is not tone: warm words can oppose a policy, and
angry words can support it. A report of an act (a waiver was signed, a bill was introduced) is an
event and not an opinion. Whatever could not be judged stays *unjudged*; it is never counted as
neutral.

A chart counts **opinions**: one row a voice and story, however often the story is printed. Net
stance is (supporting − opposing) ÷ judged, from −1 to 1, with a 95 % interval. A period with fewer
than five judged opinions is marked with a hollow circle and not scored; a period with none stays a
gap.

**encoder** means that the machine judged: a network, trained on invented passages about other
policies, reads the sentence with the name twice, among those around it and with what its speaker
says near it. Its probabilities, the mean of both, and the words that the rules hold decisive, stand
with each mention; where it is not sure it does not judge. Where a policy's file says what labelled
passages add to its odds, that is in them. It reads English. **rules** means that
rules over the sentence judged alone, in Russian and Azerbaijani. **coder** means that a person set
the label. Stance of the shipped sample was set by one reader (lawbeat-sample) from the part of each
article that could be seen: neither a machine's judgement nor an analyst's own label. Where both
exist for one article, the coder's label counts.
"""
METHODS = """
select * exclude (policy_id) from methods where policy_id = $policy
order by method, method_version, coder, stance
"""
AGREEMENT = """
from agreement where policy_id in ($policy, 'all') order by policy_id = 'all'
"""
CONFUSIONS = """
from confusions where policy_id in ($policy, 'all')
order by policy_id = 'all', mentions desc, coder_stance, machine_stance
"""
AGREED = """
Coders of this folder set labels by hand on the page Articles. Where they look is no sample drawn by
chance, and they see what the machine holds: read it as a warning sign, not as the machine's error
on everything.
"""
# A word and a mark: the colour alone tells nobody anything who cannot see it.
SOURCES = """
select title,
    case health
        when 'green' then '🟢 green' when 'yellow' then '🟡 yellow'
        when 'red' then '🔴 red' else '⚪ grey'
    end as health,
    * exclude (title, health)
from sources
order by list_position(['red', 'yellow', 'green', 'grey'], sources.health), source_id
"""
RULES = "select meaning from dictionary where table_name = 'sources' and column_name = 'health'"

view = views.chosen()


def drawn(title: str, table: str, sql: str, nothing: str) -> None:
    """Draw one table of the household with its downloads."""
    st.subheader(title, anchor=False)
    rows = db.query(sql)
    if rows.empty:
        st.info(nothing)
        return
    first = parts.borne(rows, len(rows))
    height = "auto" if len(first) < 11 else 420
    parts.frame(table, first, key=f"all_{table}", height=height)
    parts.downloads(table, rows)


def sources() -> None:
    """Draw the sources, those that do badly first, the log of refreshes and the files."""
    drawn("Sources", "sources", SOURCES, "No source has been asked yet: run `make refresh`.")
    for row in db.query(RULES).itertuples():
        st.caption(f"**Health**: {words.plain(row.meaning)}.")
    drawn(
        "Feeds",
        "feeds",
        "from feeds order by last_error is null, newest_on nulls first, feed_id",
        "No feed is listed: `data/feeds.csv` is empty.",
    )
    drawn(
        "Log of refreshes",
        "refreshes",
        "select source_id as source, * exclude (source_id) from refreshes "
        "order by started_at desc, source limit 1000",
        "No refresh has run yet: run `make refresh`.",
    )
    drawn(
        "How long each step took",
        "steps",
        "from steps order by began_at desc, place limit 1000",
        "No run has been timed yet: run `make refresh`.",
    )
    drawn(
        "Files read, and files refused",
        "files",
        "from files order by status = 'read', fetched_at desc, path limit 1000",
        "No file has been read yet: drop one into `data/inbox` and run `make refresh`.",
    )


def judging() -> None:
    """Draw how stance is judged, and by whom it was for this policy."""
    st.subheader("How stance is judged", anchor=False)
    st.markdown(JUDGING)
    rows = db.query(METHODS, policy=view.policy)
    parts.table("methods", rows, label="Mentions of this policy by method", open_at_first=True)


def agreement() -> None:
    """Draw how far coders agree with the machine, and every correction."""
    st.subheader("Coder and machine", anchor=False)
    st.markdown(AGREED)
    rows = db.query(AGREEMENT, policy=view.policy)
    none = "No stance has been set by hand yet: open an article on the page Articles to correct it."
    parts.table("agreement", rows, label="Agreement", open_at_first=True, nothing=none)
    rows = db.query(CONFUSIONS, policy=view.policy)
    parts.table("confusions", rows, label="What a coder set, by what the machine holds")
    rows = db.query(
        "from corrections where policy_id = $policy order by set_at desc, correction_id",
        policy=view.policy,
    )
    parts.table("corrections", rows, label="Corrections of this policy, all of them")


def dictionary() -> None:
    """Draw what every table and column means, one table at a time, and its rows as files."""
    st.subheader("Every table", anchor=False)
    names = db.tables()
    link.take("table", link.one_of(names), names[0])
    name = st.selectbox("Table", names, key="table", width=300)
    link.write(table=name or names[0])
    told = db.query("from dictionary where table_name = $name", name=name)
    for row in told[told["column_name"].isna()].itertuples():
        st.markdown(words.plain(row.meaning))
    meanings = told[told["column_name"].notna()][["column_name", "meaning"]]
    held = pd.DataFrame({"column_name": db.query(f'from "{name}" limit 0').columns})
    parts.frame("dictionary", held.merge(meanings, how="left"), key="dictionary")
    parts.downloads(name, db.whole(name), key="whole")


def everything() -> None:
    """Draw the whole version as one download, and say where the exports lie."""
    st.subheader("Everything", anchor=False)
    st.markdown(
        "Every refresh also writes each table as CSV and Parquet, with `dictionary.csv`, to "
        "`data/exports/`. The version shown here is one DuckDB file, schema `marts`:"
    )
    path = Path(db.shown().path)
    st.download_button(
        f"All tables, version {view.version} (DuckDB)",
        data=path.read_bytes,
        file_name=path.name,
        mime="application/octet-stream",
        icon=":material/download:",
        on_click="ignore",
        key="everything",
    )


sources()
judging()
measured.drawn()
agreement()
dictionary()
everything()
