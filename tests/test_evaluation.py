"""data/evaluation.csv: read as it stands, and never a build stopped by it."""

from __future__ import annotations

from etl.folders import Folders, folders
from etl.given_evaluation import evaluation_rows

HEAD = "set_name,method,lang,n,macro_f1,sign_n,sign_accuracy"


def test_figures_are_read_and_what_is_no_number_is_unknown(here: Folders) -> None:
    (here.data / "evaluation.csv").write_text(
        f"\ufeff{HEAD}\nmade,rules,en,40,0.5,20,0.75\nmade,rules,en,1,1,1,1\n"
        "made,commonest,,40,n/a,nan,\n,rules,en,1,1,1,1\n",
        "utf-8",
    )
    rules, commonest = evaluation_rows(folders())
    assert (rules.n, rules.macro_f1, rules.sign_n, rules.sign_accuracy) == (40, 0.5, 20, 0.75)
    assert (commonest.lang, commonest.macro_f1, commonest.sign_n) == ("all", None, None)
    assert rules.holder_accuracy is None


def test_what_ships_is_read(here: Folders) -> None:
    rows = evaluation_rows(folders())
    assert {"rules", "commonest"} <= {row.method for row in rows}
    assert all(0 <= row.macro_f1 <= 1 for row in rows if row.macro_f1 is not None)
