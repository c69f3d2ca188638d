"""Clippings about Section 907 for an inbox: outlets, speakers and sentences are made up."""

from __future__ import annotations

import json
from pathlib import Path

# Day, sentence that names the policy, sentence beside it.
TOLD = (
    ("2025-08-08", "Trump waived Section 907 of the FREEDOM Support Act for Azerbaijan.", ""),
    ("2025-08-09", "Trump suspended Section 907 of the FREEDOM Support Act.", ""),
    ("2025-08-09", "In Baku they say that Trump cancelled Section 907 and thank him.", ""),
    ("2025-08-10", "Trump abolished Section 907 on Azerbaijan, a paper writes.", ""),
    ("2025-08-11", "Critics say that Section 907 on Azerbaijan should never be repealed.", ""),
    ("2025-03-01", "Section 907 must be enforced against Azerbaijan, said Ada Maker.",
     "It is no time to reward aggression, she said."),
    ("2025-04-01", "Section 907 must be enforced against Azerbaijan, said Bo Grimm.",
     "The committee met for an hour."),
    ("2025-05-01", "Section 907 on Azerbaijan was debated in the committee.",
     "The chair closed the meeting early."),
    *(
        (f"2025-12-{day}", f"Section 907 on Azerbaijan is an anachronism, said speaker {day}.",
         f"H.R. 6534 would repeal it, introduced by Luna, item {day}.")
        for day in (10, 11, 12, 13)
    ),
)  # fmt: skip


def drop(inbox: Path) -> None:
    """Write the clippings into an inbox, each with words enough to be no copy of another."""
    inbox.mkdir(parents=True, exist_ok=True)
    with (inbox / "clippings.jsonl").open("w", encoding="utf-8") as file:
        for place, (day, sentence, beside) in enumerate(TOLD):
            words = " ".join(f"clipping{place}word{number}" for number in range(30))
            told = {
                "url": f"https://clippings.invalid/{place}",
                "title": f"Clipping {place} of the made-up wire",
                "outlet": "Made-up Wire",
                "published": day,
                "language": "en",
                "text": f"{sentence} {beside}\n\n{words}.",
            }
            file.write(json.dumps(told) + "\n")
