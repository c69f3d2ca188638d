"""The log of what each source was asked, kept from growing without end."""

from __future__ import annotations

import json

from etl.folders import Folders
from etl.keep import log_lines
from etl.whole import write_whole

LARGEST = 8_000_000  # bytes: some years of a run every six hours


def tidy_log(folders: Folders) -> None:
    """Let the oldest half go of a log that is too large; raises `OSError`.

    The first line in which a source gave anything stays: by it, what came later is new.
    """
    place = folders.refreshes
    if not place.exists() or place.stat().st_size <= LARGEST:
        return
    lines = list(log_lines(place))
    texts = [json.dumps(line) + "\n" for line in lines]
    first: dict[str, int] = {}
    for at, line in enumerate(lines):
        if line.get("came"):
            first.setdefault(str(line.get("source_id")), at)
    begins, size = len(texts), 0
    while begins and size + len(texts[begins - 1]) <= LARGEST // 2:
        begins -= 1
        size += len(texts[begins])
    kept = sorted({at for at in first.values() if at < begins} | set(range(begins, len(texts))))
    write_whole(place, "".join(texts[at] for at in kept))
