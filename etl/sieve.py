"""The sieve: of a 15-minute file of the GKG, the lines that name a policy. Bytes in, bytes out.

Raw bytes are looked through first, for the seeds of all policies at once; only a line that holds
one is split and read. Hyperscan does the first part at some 800 MB a second, where `re` does 0.2.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from etl.records import Policy, Refused
from etl.text.gkg import naming_text, split_line, telling_text
from etl.text.name_table import hits, table
from etl.text.seeds import seeds

VERSION = 1  # goes up when the same names would let other lines through
PIECE = 1 << 20
LARGEST = 1 << 30  # bytes, inflated; a quarter of an hour of the world is some 12 to 60 MB
LONGEST = 1 << 24  # bytes of a line; the longest are some 300 KB
DEEPEST = 100  # times; the GKG deflates to some 1:4


@dataclass(frozen=True)
class Sieve:
    """The seeds of some policies, ready to be looked for."""

    policies: tuple[Policy, ...]
    mark: str  # changes when a name does: what another sieve let through does not count
    engine: Any


def sieve(policies: Sequence[Policy]) -> Sieve:
    """Return the sieve of these policies; making it takes a second or two.

    Raises `ImportError` where hyperscan is not installed: it has no wheel for every machine, and
    nothing else here needs it.
    """
    import hyperscan

    patterns = seeds(policies)
    if not patterns:
        raise Refused("no policy has a name that could be looked for")
    engine = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    engine.compile(expressions=[p.encode() for p in patterns], flags=hyperscan.HS_FLAG_CASELESS)
    return Sieve(tuple(policies), mark_of(policies), engine)


def mark_of(policies: Sequence[Policy]) -> str:
    """Return a word that changes when what these policies' sieve lets through may change."""
    names = [(p.policy_id, p.context, [(a.text, a.strong) for a in p.aliases]) for p in policies]
    told = repr((VERSION, seeds(policies), sorted(names)))
    return hashlib.sha256(told.encode()).hexdigest()[:8]


def sift(zipped: bytes, by: Sieve) -> tuple[bytes, int]:
    """Return the lines of a zipped file that name a policy, and how many lines it has.

    Raises `Refused` where the zip is cut short, damaged, or inflates beyond all such files.
    """
    kept: list[bytes] = []
    lines = 0
    for block in _blocks(zipped):
        lines += block.count(b"\n")
        kept += [line for line in _holding(block, by.engine) if names_policy(line, by.policies)]
    return b"".join(line + b"\n" for line in kept), lines


def names_policy(line: bytes, policies: tuple[Policy, ...]) -> bool:
    """Return whether a line names a policy: by a sure name, or by one with its context.

    The context may stand anywhere in the line: it holds names in no order of their own. It is read
    in capitals, since GDELT does not keep those of the text.
    """
    columns = split_line(line.decode("utf-8", "replace"))
    named = hits(naming_text(columns).upper(), table(policies))
    names = [hit for hit in named if hit.role == "name"]
    if not names or any(hit.strong or hit.free for hit in names):
        return bool(names)
    told = named + hits(telling_text(columns).upper(), table(policies))
    context = {hit.policy_id for hit in told if hit.role == "context"}
    return any(hit.policy_id in context for hit in names)


def _holding(block: bytes, engine: Any) -> Iterator[bytes]:
    """Yield the lines of a block that hold a seed, each once."""
    ends: set[int] = set()

    def found(_pattern: int, _start: int, end: int, _flags: int, _context: Any) -> None:
        ends.add(end)

    engine.scan(block, match_event_handler=found)
    last = -1
    for end in sorted(ends):
        if end - 1 > last:
            start = block.rfind(b"\n", 0, end - 1) + 1
            last = block.find(b"\n", end - 1)
            yield block[start:last]


def _blocks(zipped: bytes) -> Iterator[bytes]:
    """Yield whole lines, some megabyte at a time, each ending in a line break."""
    rest = b""
    for piece in _inflated(zipped):
        whole, mark, tail = (rest + piece).rpartition(b"\n")
        rest = tail
        if mark:
            yield whole + mark
        if len(rest) > LONGEST:
            raise Refused(f"it holds a line of more than {LONGEST / 1e6:.0f} MB")
    if rest:
        yield rest + b"\n"


def _inflated(zipped: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if len(members) != 1:
                raise Refused(f"the zip holds {len(members)} files, not one")
            size = 0
            with archive.open(members[0]) as file:
                while piece := file.read(PIECE):
                    size += len(piece)
                    if size > min(LARGEST, DEEPEST * max(len(zipped), PIECE)):
                        raise Refused("it inflates far beyond what such a file does")
                    yield piece
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise Refused(f"the zip is damaged or cut short: {error}") from error
    except RuntimeError as error:  # a member under a password
        raise Refused(f"the zip cannot be opened: {error}") from error
