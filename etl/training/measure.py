"""How well a network does on policies that it was not trained on, and how sure to take it."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from etl.encoder import HELD
from etl.text import measures
from etl.training.examples import Example
from etl.training.fit import BATCH, tensors
from etl.training.network import Network

JUDGED = 0.8  # of passages of policies left out; on the others, the least sure, it abstains


def logits(network: Network, told: Sequence[Example], pad: int) -> Tensor:
    """Return the logits of the passages as a whole, one row an example."""
    network.eval()
    found = []
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for at in range(0, len(told), BATCH):
            whole, _ = network(*tensors(told[at : at + BATCH], pad))
            found.append(whole.float())
    return torch.cat(found)


def temperature(scores: Tensor, told: Sequence[Example]) -> float:
    """Return what to divide logits by so that probabilities fit how often they are right."""
    labels = torch.tensor([e.stance for e in told])
    tried = [0.5 + 0.05 * step for step in range(91)]
    losses = [torch.nn.functional.cross_entropy(scores / cool, labels).item() for cool in tried]
    return round(tried[losses.index(min(losses))], 2)


def sure(scores: Tensor, cool: float) -> float:
    """Return how likely its label has to be for a passage to be judged: so that JUDGED are."""
    best = (scores / cool).softmax(-1).amax(-1)
    return round(float(best.quantile(1 - JUDGED)), 3)


def report(scores: Tensor, told: Sequence[Example], cool: float) -> str:
    """Return the measures in a line: macro-F1, sign where both are polar, calibration error."""
    shares = (scores / cool).softmax(-1)
    pairs = [
        (HELD[e.stance], HELD[int(got)]) for e, got in zip(told, shares.argmax(-1), strict=True)
    ]
    sign = measures.sign(pairs)
    f1, error = (
        measures.macro_f1(pairs),
        measures.calibration_error(pairs, shares.amax(-1).tolist()),
    )
    return (
        f"{len(told)} passages of policies left out: macro-F1 {f1:.3f}, "
        f"sign {sign.share:.3f} of {sign.of}, calibration error {error:.3f}"
    )
