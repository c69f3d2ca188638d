"""Where events stand in their band: a symbol per kind, staggered, labelled where there is room."""

from __future__ import annotations

from typing import Any

import pandas as pd

# The family that a kind is drawn as: its first word that is met here decides.
FAMILIES = {
    "waiver": ("Waiver", "hexagram"),
    "law": ("Law", "star"),
    "vote": ("Vote or passage", "diamond"),
    "passed": ("Vote or passage", "diamond"),
    "vetoed": ("Veto or failure", "x"),
    "failed": ("Veto or failure", "x"),
    "introduced": ("Bill introduced", "circle"),
    "reported": ("Committee or hearing", "square"),
    "hearing": ("Committee or hearing", "square"),
    "committee": ("Committee or hearing", "square"),
    "statement": ("Statement or letter", "triangle-up"),
    "reaction": ("Statement or letter", "triangle-up"),
    "letter": ("Statement or letter", "triangle-up"),
    "publication": ("Report or notice", "triangle-down"),
    "report": ("Report or notice", "triangle-down"),
    "coverage": ("Report or notice", "triangle-down"),
    "sanction": ("Act of the executive", "pentagon"),
    "determination": ("Act of the executive", "pentagon"),
    "certification": ("Act of the executive", "pentagon"),
    "delegation": ("Act of the executive", "pentagon"),
    "emergency": ("Act of the executive", "pentagon"),
    "continuation": ("Act of the executive", "pentagon"),
    "termination": ("Act of the executive", "pentagon"),
    "order": ("Act of the executive", "pentagon"),
    "proclamation": ("Act of the executive", "pentagon"),
}
OTHER = ("Other", "cross")
PIXELS = 1120  # width of the plot on a wide screen; on a phone labels are left out
FEWEST, MOST = 3, 12  # lanes
APART = 32  # pixels between symbols of one lane, a number between them
SYMBOL, NUMBER = 12, 22  # pixels to the label's side of a symbol, and for its number
LETTER = 5.6  # pixels a letter at the label's size
SHORTEST, LONGEST = 12, 42  # letters


def family(kind: Any) -> tuple[str, str]:
    """Return the name and the symbol that a kind of event is drawn with.

    >>> family("bill_introduced"), family("never_seen")
    (('Bill introduced', 'circle'), ('Other', 'cross'))
    """
    for word in str(kind).split("_"):
        if word in FAMILIES:
            return FAMILIES[word]
    return OTHER


def placed(events: pd.DataFrame, since: Any, until: Any) -> pd.DataFrame:
    """Return dated events with `at`, `lane`, `family`, `symbol`, and a `label` where it has room.

    An event known only to the month stands in its middle, with an open symbol.
    """
    dated = events[events["event_on"].notna() | events["event_month"].notna()].copy()
    by_month = dated["event_on"].isna()
    middle = pd.to_datetime(dated["event_month"]) + pd.Timedelta(days=14)
    dated["at"] = pd.to_datetime(dated["event_on"]).fillna(middle)
    dated = dated.sort_values(["at", "number"])
    families = [family(kind) for kind in dated["kind"]]
    dated["family"] = [name for name, _ in families]
    dated["by_month"] = by_month.reindex(dated.index)
    dated["symbol"] = [
        f"{symbol}-open" if coarse else symbol
        for (_, symbol), coarse in zip(families, dated["by_month"], strict=True)
    ]
    days = max((pd.Timestamp(until) - pd.Timestamp(since)).days, 1)
    many = _lanes(dated["at"], PIXELS / days)
    dated["lane"] = [place % many for place in range(len(dated))]
    _label_all(dated, (dated["at"] - pd.Timestamp(since)).dt.days * PIXELS / days)
    return dated


def _label_all(dated: pd.DataFrame, x: pd.Series[Any]) -> None:
    titles = dated["title"].fillna(dated["kind"]).astype(str)
    dated["label"], dated["left"] = None, False
    for _, lane in x.groupby(dated["lane"]):
        _label(dated, lane, titles)


def height(placed: pd.DataFrame) -> int:
    """Return how many lanes the band is high."""
    return max(FEWEST, len(set(placed["lane"])))


def _lanes(at: pd.Series[Any], pixels_a_day: float) -> int:
    """Return how many lanes leave room for most labels, and keep symbols of one lane apart."""
    for many in range(min(max(FEWEST, round(len(at) / 5)), MOST), MOST):
        gaps = at.diff(many).dt.days * pixels_a_day
        if not (gaps < APART).any():
            return many
    return MOST


def _label(dated: Any, lane: pd.Series[Any], titles: pd.Series[Any]) -> None:
    """Label the events of one lane, to the right or else to the left, where nothing is met."""
    taken = 0.0
    for event, here, following in zip(
        lane.index, lane, [*lane.iloc[1:], float(PIXELS)], strict=True
    ):
        right, left = following - here - SYMBOL - NUMBER, here - SYMBOL - taken
        room = right if right >= SHORTEST * LETTER else left
        taken = here + SYMBOL + NUMBER
        if room < SHORTEST * LETTER:
            continue
        label = shortened(titles[event], int(min(room / LETTER, LONGEST)))
        dated.loc[event, "label"], dated.loc[event, "left"] = label, room is left
        if room is right:
            taken += len(label) * LETTER


def shortened(title: str, letters: int) -> str:
    """Return a title cut at a word, so that it fits beside its symbol.

    >>> shortened("Senate passes S.3000 by voice vote after a long debate", 31)
    'Senate passes S.3000 by voice…'
    """
    one_line = " ".join(title.split())
    if len(one_line) <= letters:
        return one_line
    return one_line[: letters - 1].rsplit(" ", 1)[0].rstrip(",;:.(") + "…"
