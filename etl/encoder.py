"""The encoder: a network that reads a passage and says what the whole, and each sentence, holds
about keeping a policy.

It is trained on `data/training` (`make train`, see `etl/training`), kept as int8 ONNX in
`data/models/stance` and run by onnxruntime on the CPU; no torch, nothing fetched. Beside it lie its
tokenizer and `settings.json`: its version, its base, its temperature and how sure it has to be.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from etl.records import Policy
from etl.text.calibration import set_right
from etl.text.marked import described, pieces
from etl.text.shares import STANCES, Held, Shares

HELD = STANCES  # the order of what the network puts out
SIGNS = ("<s>", "</s>", "<pad>", "[unused1]", "[unused2]")  # begin, end, pad, a name, a sentence
MOST_TOLD, MOST_READ = 56, 200  # tokens of the policy, and of the passage
Ids = list[int]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A passage in tokens, and where among them each sentence begins."""

    ids: Ids
    sentences: Ids


class Words:
    """The tokenizer of one network, and the signs that it sets before names and sentences."""

    def __init__(self, file: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(file))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.begin, self.end, self.pad, self.name, self.sentence = map(self._id, SIGNS)

    def tokens(self, sentences: Sequence[str], policy: Policy) -> Tokens:
        """Return a passage as the network reads it; long sentences lose their ends, not others."""
        told = [self.begin, *self._told(described(policy)), self.end]
        read = _shortened([self._sentence(s, policy) for s in sentences])
        begins = np.cumsum([len(told), *map(len, read)])[: len(read)].tolist()
        body = [token for sentence in read for token in sentence] + [self.end]
        return Tokens(told + body, begins)

    @lru_cache(maxsize=64)  # noqa: B019 - a tokenizer is opened once and kept
    def _told(self, text: str) -> Ids:
        return self._ids(text)[:MOST_TOLD]

    def _sentence(self, sentence: str, policy: Policy) -> Ids:
        ids = [self.sentence]
        for text, is_name in pieces(sentence, policy):
            ids += [self.name] * is_name + self._ids(text)
        return ids

    def _id(self, sign: str) -> int:
        found = self.tokenizer.token_to_id(sign)
        if found is None:
            raise ValueError(f"the tokenizer has no {sign}")
        return int(found)

    def _ids(self, text: str) -> Ids:
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)


def _shortened(sentences: list[Ids]) -> list[Ids]:
    """Return sentences that are short enough together: the longest is cut first."""
    kept = list(sentences)
    while sum(map(len, kept)) > MOST_READ and max(map(len, kept)) > 1:
        longest = max(range(len(kept)), key=lambda i: len(kept[i]))
        kept[longest] = kept[longest][: -max(1, len(kept[longest]) // 8)]
    return kept[:MOST_READ]


class Encoder:
    """A network that is opened, with its tokenizer and its settings."""

    def __init__(self, folder: Path) -> None:
        """Open the network of a folder; raises FileNotFoundError where a part of it is missing."""
        self.settings = json.loads((folder / "settings.json").read_text("utf-8"))
        self.words = Words(folder / "tokenizer.json")
        options = onnxruntime.SessionOptions()
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self.network = onnxruntime.InferenceSession(
            str(folder / "network.onnx"), options, providers=["CPUExecutionProvider"]
        )

    @property
    def version(self) -> str:
        """Return the version of the network."""
        return str(self.settings["version"])

    def judge(self, passages: Sequence[tuple[Sequence[str], Policy]]) -> list[Held]:
        """Return what passages hold, each told by its sentences and the policy, in their order.

        Where labels on the policy have calibrated it, that is in it.
        """
        held = self.read([self.words.tokens(sentences, policy) for sentences, policy in passages])
        by = [policy.calibration for _, policy in passages]
        return [set_right(one, calibration) for one, calibration in zip(held, by, strict=True)]

    def read(self, passages: Iterable[Tokens]) -> list[Held]:
        """Return what passages hold, in their order; each is read alone, whatever comes with it."""
        return [self._held(tokens) for tokens in passages]

    def _held(self, tokens: Tokens) -> Held:
        whole, each = self.network.run(None, {"ids": np.array([tokens.ids], np.int64)})
        cool = float(self.settings.get("temperature", 1.0))
        sentences = [_shares(each[0, at] / cool) for at in tokens.sentences]
        return Held(_shares(whole[0] / cool), tuple(sentences))


def _shares(logits: Floats) -> Shares:
    """Return the probabilities of three logits."""
    weights = np.exp(logits - logits.max())
    supports, opposes, neutral = (weights / weights.sum()).tolist()
    return supports, opposes, neutral
