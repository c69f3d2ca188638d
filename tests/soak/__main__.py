"""The soak: `python -m tests.soak --refreshes 200 --seed 1`.

One process refreshes again and again from sources on loopback whose content changes and which fail
at random. Memory, open files and disk must stay bounded, every run must publish, and every article
that a good answer told must be there once; or the exit status is 1. `--whole` makes every table,
and judges by the encoder; else only those tables are made that the drill looks at.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path


def main() -> int:
    """Run the soak in a folder that goes when it ends; print its figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--refreshes", type=int, default=200)
    parser.add_argument("--whole", action="store_true", help="make every table")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="lawbeat-soak-", dir=memory) as folder:
        os.environ["LAWBEAT_DATA"] = f"{folder}/data"
        os.environ.pop("LAWBEAT_POLICIES", None)
        from tests.drill.stage import few
        from tests.soak.soak import soaked

        if not asked.whole:
            os.environ["LAWBEAT_JUDGE"] = "rules"
            few(Path(folder) / "tables")

        began = time.monotonic()
        wrong = soaked(Path(folder) / "data", asked.refreshes, asked.seed, print)
    for one in wrong:
        print(f"  {one}")
    print(f"{asked.refreshes} refreshes, {len(wrong)} wrong (seed {asked.seed})", end=", ")
    print(f"{time.monotonic() - began:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
