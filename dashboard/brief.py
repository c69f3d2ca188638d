"""One policy, one period, on paper: a single HTML file that calls nothing and prints well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import words

STYLE = """
body {font: 15px/1.5 Georgia, serif; color: #24222b; max-width: 62rem; margin: 2rem auto;
      padding: 0 1rem}
h1 {font-size: 1.7rem; margin-bottom: 0} h2 {font-size: 1.15rem; margin: 1.6rem 0 .4rem}
table {border-collapse: collapse; width: 100%; font-size: .85rem}
th, td {text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0;
        border-bottom: 1px solid #ddd; overflow-wrap: anywhere}
.small {color: #5d5b66; font-size: .85rem} figure {margin: 0} a {color: #4a2f80}
@media print {body {margin: 0; max-width: none} h2, figure, tr {break-inside: avoid}}
"""


@dataclass(frozen=True)
class Section:
    """A part of a brief: its title, what it says, and the rows that show it."""

    title: str
    told: str
    rows: pd.DataFrame
    columns: Mapping[str, str]  # of the rows: name and heading


def page(
    title: str, under: str, figure: go.Figure, told: str, sections: Sequence[Section], foot: str
) -> str:
    """Return the brief as one HTML document, its figure and the code that draws it inside."""
    drawn = figure.to_html(
        full_html=False, include_plotlyjs=True, config={"displaylogo": False, "staticPlot": True}
    )
    parts = [
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>",
        "<meta name='viewport' content='width=device-width, initial-scale=1'>",
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>",
        f"<h1>{escape(title)}</h1><p class='small'>{escape(under)}</p>",
        f"<figure role='img' aria-label='{escape(told, quote=True)}'>{drawn}",
        f"<figcaption>{escape(told)}</figcaption></figure>",
        *(_section(section) for section in sections),
        f"<p class='small'>{escape(foot)}</p></body></html>",
    ]
    return "\n".join(parts)


def _section(section: Section) -> str:
    told = f"<p>{escape(section.told)}</p>" if section.told else ""
    if section.rows.empty:
        return f"<h2>{escape(section.title)}</h2>{told}<p class='small'>Nothing at hand.</p>"
    head = "".join(f"<th>{escape(heading)}</th>" for heading in section.columns.values())
    body = "".join(
        "<tr>" + "".join(f"<td>{_cell(row[name])}</td>" for name in section.columns) + "</tr>"
        for _, row in section.rows.iterrows()
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f"<h2>{escape(section.title)}</h2>{told}{table}"


def _cell(value: Any) -> str:
    """Return a cell as text; an address of the web, and nothing else, is a link."""
    if words.missing(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return words.day(value)
    if isinstance(value, float):
        return f"{value:+.2f}"
    if address := words.web_address(value):
        return f"<a href='{escape(address, quote=True)}' rel='noopener'>{escape(address)}</a>"
    return escape(str(value))
