"""Claims and arguments of a policy file: what is read of them, and what each mistake is told as."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.policies import PolicyError, read_policy

LANTERN = """name: The Lantern Act
short_name: Lantern
kind: law
citation: none
description: Made up.
source: https://made.example
strong: {en: [Lantern Act]}
"""


def lantern(folder: Path, told: str) -> Path:
    """Return a good policy file that tells this as well."""
    file = folder / "lantern-act.yaml"
    file.write_text(LANTERN + told)
    return file


CLAIM = """claims:
  - claim: gone
    says: It is gone.
    wording: {en: [Congress abolished]}
    record: It is not.
    source: https://made.example
"""


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        (CLAIM, None),
        (CLAIM.replace("claim: gone", "claim: Is it gone?"), "is no id"),
        (CLAIM.replace("    record: It is not.\n", ""), "key 'record' is missing"),
        (CLAIM.replace("Congress abolished", "abolished"), "too little to make a claim"),
        (CLAIM.replace("{en:", "{xx:"), "unknown language 'xx'"),
        (CLAIM.replace("says:", "say:"), "unknown key 'say'"),
        (CLAIM + CLAIM.split("\n", 1)[1], "the claim 'gone' is told twice"),
    ],
)
def test_claims_in_dispute_are_read_or_refused_with_their_line(
    tmp_path: Path, told: str, wrong: str | None
) -> None:
    file = lantern(tmp_path, told)
    if wrong is None:
        (claim,) = read_policy(file).claims
        assert claim.wording == (("Congress abolished", "en"),)
        return
    with pytest.raises(PolicyError, match=wrong):
        read_policy(file)


ARGUMENT = """arguments:
  - argument: bright
    side: keeps
    says: It keeps the streets bright.
    wording: {en: [bright*, lit ... streets]}
"""


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        (ARGUMENT, None),
        (ARGUMENT.replace("argument: bright", "argument: So bright"), "is no id"),
        (ARGUMENT.replace("argument: bright", "argument: any"), "'any' is ours"),
        (ARGUMENT.replace("side: keeps", "side: left"), "unknown side 'left'"),
        (ARGUMENT.replace("    side: keeps\n", ""), "key 'side' is missing"),
        (ARGUMENT.replace("bright*,", "be,"), "too short to tell of an argument"),
        (ARGUMENT.replace("{en:", "{xx:"), "unknown language 'xx'"),
        (ARGUMENT + ARGUMENT.split("\n", 1)[1], "the argument 'bright' is told twice"),
    ],
)
def test_arguments_are_read_or_refused_with_their_line(
    tmp_path: Path, told: str, wrong: str | None
) -> None:
    file = lantern(tmp_path, told)
    if wrong is None:
        (argument,) = read_policy(file).arguments
        assert (argument.argument_id, argument.side) == ("bright", "keeps")
        assert argument.wording == (("bright*", "en"), ("lit ... streets", "en"))
        return
    with pytest.raises(PolicyError, match=wrong):
        read_policy(file)
