"""The training: batches of neighbours, so that both sides of a minimal pair are weighed at once."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from etl.training.examples import Example
from etl.training.network import LAYERS, Network

RATE, FALL, HEADS = 5e-5, 0.95, 5.0  # of learning; how it falls with depth; the heads' share
BATCH, BLOCK, CHUNK = 16, 4, 30  # passages a step, neighbours kept together, steps sorted by length
WARM, LEAST, SMOOTH = 60, 0.02, 0.05


def fit(network: Network, told: Sequence[Example], epochs: int, pad: int) -> None:
    """Train a network on examples, in place; it says how the loss falls."""
    groups = _groups(network)
    optimizer = torch.optim.AdamW(groups)
    steps, step, begun = math.ceil(len(told) / BATCH) * epochs, 0, time.monotonic()
    network.train()
    for epoch in range(epochs):
        lost: list[float] = []
        for batch in batches(told):
            pace = min(1.0, (step + 1) / WARM) * max(LEAST, 1 - step / steps)
            for group in groups:
                group["lr"] = group["full"] * pace
            loss = _loss(network, batch, pad)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            lost.append(loss.item())
            step += 1
        spent = time.monotonic() - begun
        print(f"epoch {epoch + 1}: loss {sum(lost) / len(lost):.3f}, {spent:.0f} s", flush=True)


def batches(told: Sequence[Example]) -> Iterator[list[Example]]:
    """Yield all examples in batches of blocks of neighbours, of about the same length."""
    blocks = [list(told[i : i + BLOCK]) for i in range(0, len(told), BLOCK)]
    random.shuffle(blocks)
    size = BATCH // BLOCK
    made: list[list[Example]] = []
    for i in range(0, len(blocks), size * CHUNK):
        part = sorted(blocks[i : i + size * CHUNK], key=_longest)
        for k in range(0, len(part), size):
            made.append([example for block in part[k : k + size] for example in block])
    random.shuffle(made)
    yield from made


def tensors(batch: Sequence[Example], pad: int) -> tuple[Tensor, Tensor]:
    """Return the ids and the mask of a batch, filled up to its longest passage."""
    ids = torch.full((len(batch), _longest(batch)), pad)
    for row, example in enumerate(batch):
        ids[row, : len(example.tokens.ids)] = torch.tensor(example.tokens.ids)
    return ids, (ids != pad).long()


def _longest(examples: Sequence[Example]) -> int:
    return max(len(example.tokens.ids) for example in examples)


def _loss(network: Network, batch: Sequence[Example], pad: int) -> Tensor:
    ids, mask = tensors(batch, pad)
    places = [(row, at) for row, e in enumerate(batch) for at in e.tokens.sentences]
    rows, columns = (torch.tensor(part) for part in zip(*places, strict=True))
    with torch.autocast("cpu", torch.bfloat16):
        whole, each = network(ids, mask)
    held = torch.tensor([e.stance for e in batch])
    sentences = torch.tensor([stance for e in batch for stance in e.stances])
    wrong = nn.CrossEntropyLoss(label_smoothing=SMOOTH)
    lost: Tensor = wrong(whole.float(), held) + wrong(each[rows, columns].float(), sentences)
    return lost


def _groups(network: Network) -> list[dict[str, Any]]:
    """Return the parameters, each with its own pace: the deeper in the base, the slower."""
    groups = []
    for name, parameter in network.named_parameters():
        if "word_embeddings" in name:
            parameter.requires_grad = False
            continue
        depth = 0
        if name.startswith("base."):
            parts = name.split(".layer.")
            depth = LAYERS - int(parts[1].split(".")[0]) if len(parts) > 1 else LAYERS + 1
        full = RATE * FALL**depth * (1.0 if depth else HEADS)
        decay = 0.0 if parameter.ndim == 1 else 0.01
        groups.append({"params": [parameter], "full": full, "lr": full, "weight_decay": decay})
    return groups
