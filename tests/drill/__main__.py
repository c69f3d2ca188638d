"""The fault drill: `python -m tests.drill --kills 200 --seed 1`.

A refresh is killed at a random moment of a random phase (fetch, load, build, publish, export),
again and again, while readers read as the dashboard does; before each run the inbox gets other
content. Now and then a coder's saving is killed instead. All that is counted must be 0, or the exit
status is 1. `--whole` makes every table, and judges by the encoder; else only those tables are made
that the readers look at, and what these are made of.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
import time
from pathlib import Path


def main() -> int:
    """Run the drill in a folder that goes when it ends; print what it came to."""
    parser = argparse.ArgumentParser(prog="python -m tests.drill", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--readers", type=int, default=2)
    parser.add_argument("--whole", action="store_true", help="make every table")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    logging.disable(logging.WARNING)  # Streamlit's caches say that no page runs
    # In memory where there is such a folder: a kill leaves the same there, and waits for no disk.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="lawbeat-drill-", dir=memory) as folder:
        os.environ["LAWBEAT_DATA"] = f"{folder}/data"
        os.environ.pop("LAWBEAT_POLICIES", None)
        from tests.drill.play import Drill
        from tests.drill.stage import few, loaded

        if not asked.whole:
            os.environ["LAWBEAT_JUDGE"] = "rules"
            few(Path(folder) / "tables")
        loaded()
        began = time.monotonic()
        drill = Drill(Path(folder), asked.seed)
        done = drill.played(asked.kills, asked.readers)
    print("\n".join(done.lines()))
    print(f"seed {asked.seed}, {time.monotonic() - began:.0f} s")
    return 1 if done.wrong() else 0


if __name__ == "__main__":
    sys.exit(main())
