"""From the trained network to what Lawbeat runs: int8 ONNX, the tokenizer and the settings."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import Tensor, nn

from etl.training.network import Network

BLOCK = 128  # weights that share a scale


class Table(nn.Module):
    """The vectors of words in int8, each with a scale of its own."""

    def __init__(self, vectors: Tensor) -> None:
        super().__init__()
        scale = vectors.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("rows", (vectors / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Return the vectors of some words."""
        vectors: Tensor = self.rows[ids].float() * self.scale[ids]
        return vectors


class Plain(nn.Module):
    """The network with the vectors of its signs written into the table of words."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.base, self.whole, self.each = network.base, network.whole, network.each
        vectors = self.base.embeddings.word_embeddings.weight.data.clone()
        for number, sign in enumerate(network.signs, 1):
            vectors[sign] += network.mark.weight.data[number]
        self.table = Table(vectors)
        self.base.embeddings.word_embeddings = nn.Identity()

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        """Return the logits of one passage, and those at each of its tokens."""
        read = self.base(inputs_embeds=self.table(ids)).last_hidden_state
        return self.whole(read[:, 0]), self.each(read)


def export(network: Network, base: Path, to: Path, settings: Mapping[str, Any]) -> None:
    """Write the network, its tokenizer and its settings into a folder.

    Weights alone are int8, in blocks; what flows between them is not, so that what is held of a
    passage does not hang on others (scaled activations cost nine of a hundred labels).
    """
    to.mkdir(parents=True, exist_ok=True)
    plain = Plain(network).eval()
    ids = torch.tensor([[0, 5, 6, 7, 8, 2]])
    with tempfile.TemporaryDirectory() as work:
        whole = Path(work) / "network.onnx"
        torch.onnx.export(
            plain, (ids,), str(whole), opset_version=17, dynamo=False,
            input_names=["ids"], output_names=["whole", "each"],
            dynamic_axes={"ids": {1: "tokens"}, "each": {1: "tokens"}},
        )  # fmt: skip
        small = MatMulNBitsQuantizer(
            str(whole), bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=4
        )
        small.process()
        onnx.save(small.model.model, to / "network.onnx")
    shutil.copy(base / "tokenizer.json", to / "tokenizer.json")
    (to / "settings.json").write_text(json.dumps(settings, indent=2) + "\n", "utf-8")
