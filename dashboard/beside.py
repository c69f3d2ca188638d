"""What stands below the list of articles: doubts, disputed claims, languages, other policies."""

from __future__ import annotations

import db
import disputed
import parts
import tones
import views


def drawn(view: views.View) -> None:
    """Draw what to check by hand, tone beside stance, languages, and policies that come up too."""
    policy = view.policy
    parts.first_of(
        "doubts",
        "from doubts where policy_id = $policy",
        "weight desc, article_id, doubt",
        {"policy": policy},
        label="To check by hand: not dated, matched or judged with confidence",
        nothing="Nothing is in doubt.",
    )
    disputed.table(policy)
    tones.drawn(view)
    rows = db.query(
        "from languages where policy_id = $policy "
        "order by outlet <> 'all', articles desc, language, outlet",
        policy=policy,
    )
    parts.table("languages", rows, label="By language, all outlets and each")
    rows = db.query(
        "from named_together where policy_id = $policy order by articles desc", policy=policy
    )
    parts.table(
        "named_together",
        rows,
        label="Other policies named in the same items",
        nothing="No other policy that is followed is named in them.",
    )
