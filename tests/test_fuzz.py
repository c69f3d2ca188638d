"""Broken inputs to every reader: records or a refusal, and soon. `make fuzz` runs 100,000."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest

from etl.readers import readers
from tests.fuzz.cases import CASES, FOUND
from tests.fuzz.mutate import mutated
from tests.fuzz.trial import SEEDS, seeds, tried
from tests.fuzz.tried import got, page

ROOT = Path(__file__).parent.parent
ALL = [*CASES, *FOUND]

EACH = 130  # inputs a reader: some 2,000 in all
SEED = 20_261_129


@pytest.mark.parametrize("reader", readers())
def test_broken_inputs_are_read_or_refused(reader: str) -> None:
    tally = tried(reader, SEED, range(EACH))
    assert tally.faults == [], f"python -m tests.fuzz --reader {reader} --seed {SEED} --show NUMBER"
    assert tally.records  # else the inputs are too broken to try anything
    assert tally.refused


@pytest.mark.parametrize("reader", readers())
def test_every_reader_has_inputs_that_it_takes(reader: str) -> None:
    assert seeds(reader), f"put small made files in {SEEDS / reader}"
    taken = [name for name, content in seeds(reader) if readers()[reader].reads(name, content)]
    assert taken
    assert sum(len(readers()[reader].read(name, content)) for name, content in seeds(reader))


def test_the_same_seed_makes_the_same_inputs() -> None:
    held = [content for _, content in seeds("feed")]
    one, two = ([mutated(held, random.Random(n)) for n in range(50)] for _ in range(2))
    assert one == two
    assert len(set(one)) > 40


@pytest.mark.parametrize(("name", "content"), [c[1:] for c in ALL], ids=[c[0] for c in ALL])
def test_a_bad_input_is_read_or_refused_soon(name: str, content: bytes) -> None:
    began = time.process_time()
    assert re.match(r"refused: \S|read by \w+: ", got(name, content))
    assert time.process_time() - began < 1.0


def test_the_page_of_bad_inputs_is_current() -> None:
    assert (ROOT / "docs" / "bad_inputs.md").read_text("utf-8") == page(), "run `make tried`"
