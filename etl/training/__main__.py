"""`make train`: train the encoder on `data/training` and write it to `data/models/stance`.

One fold of the policies is left out: on it the network is measured and its temperature is set. An
epoch over 3,800 passages took a quarter of an hour on one core with AMX; the weights that ship came
from several such stages, as their `settings.json` says: what this makes is like them, not the same.
"""

from __future__ import annotations

import argparse
import random
from datetime import date
from pathlib import Path

import numpy as np
import torch

from etl.encoder import Words
from etl.training.examples import examples, folds
from etl.training.export import export
from etl.training.fit import fit
from etl.training.measure import logits, report, sure, temperature
from etl.training.network import BASE, Network, base_folder

SEED = 7


def main() -> None:
    """Train, measure, export."""
    asked = _asked()
    random.seed(SEED)
    np.random.seed(SEED)
    torch.manual_seed(SEED)
    base = base_folder(asked.work)
    words = Words(base / "tokenizer.json")
    fold_of = folds(asked.examples)
    told = examples(asked.examples, words)
    learned = [e for e in told if fold_of[e.policy_id] != asked.fold]
    left = [e for e in told if fold_of[e.policy_id] == asked.fold and e.language == "en"]
    network = Network(base, words.name, words.sentence)
    print(f"training on {len(learned)} passages of {len({e.policy_id for e in learned})} policies")
    fit(network, learned, asked.epochs, words.pad)
    torch.save(network.state_dict(), asked.work / "network.pt")
    scores = logits(network, left, words.pad)
    cool = temperature(scores, left)
    figures = report(scores, left, cool)
    print(figures)
    settings = {
        "version": f"{date.today():%Y.%m.%d}", "base": BASE,
        "temperature": cool, "sure": sure(scores, cool),
        "trained_on": len(learned), "epochs": asked.epochs, "seed": SEED, "fold": asked.fold,
        "measured": figures,
    }  # fmt: skip
    export(network, base, asked.to, settings)


def _asked() -> argparse.Namespace:
    command = argparse.ArgumentParser(prog="python -m etl.training", description=__doc__)
    command.add_argument("--examples", type=Path, default=Path("data/training"))
    command.add_argument("--to", type=Path, default=Path("data/models/stance"))
    command.add_argument("--work", type=Path, default=Path(".training"), help="for the base")
    command.add_argument("--epochs", type=int, default=6)
    command.add_argument("--fold", type=int, default=0, help="of the policies, left out")
    return command.parse_args()


if __name__ == "__main__":
    main()
