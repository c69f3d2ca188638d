"""What asking one source in one run came to: the record that is logged, and the lines of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from etl.answers import NOT_ASKED
from etl.keep import Kept
from etl.keys import without_keys
from etl.sources import Failure, Gap, Miss


@dataclass(frozen=True, kw_only=True)
class Refresh:
    """One source in one run: what was asked, what came, what failed and why."""

    refresh_id: str
    started_at: str
    source_id: str
    asked: int = 0  # requests to the web
    came: int = 0  # documents
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0  # things that could not be had, or read
    failed: bool = False
    reason: str | None = None  # the first failure, else what was not asked and why
    seconds: float = 0.0
    failures: tuple[str, ...] = ()  # each: what, and why
    truncated: bool = False  # what came is not all there is
    gaps: tuple[str, ...] = ()  # each: what, and what is left out
    not_asked: tuple[str, ...] = ()  # each: what, and why it was left alone: no failure
    next_attempt_at: str | None = None  # of the first address that is backing off

    @property
    def lines(self) -> list[str]:
        """Return what a person reads of it: a line, and one more for each of several failures."""
        if self.not_asked and not (self.asked or self.came or self.failures):
            return [f"{self.source_id}: {self._left_alone}"]
        told = (
            f"{self.source_id}: {self.new} new, {self.changed} changed, {self.unchanged} unchanged"
        )
        told += f"; {self._left_alone}" if self.not_asked else ""
        gaps = [f"  {gap}" for gap in self.gaps]
        if not self.failures:
            return [told, *gaps]
        if len(self.failures) == 1:
            return [f"{told}; failed: {self.failures[0]}", *gaps]
        return [f"{told}; {self.rejected} failed:", *(f"  {f}" for f in self.failures), *gaps]

    @property
    def _left_alone(self) -> str:
        reasons = list(dict.fromkeys(n[n.index(NOT_ASKED) :] for n in self.not_asked))
        if len(self.not_asked) == 1:
            return self.not_asked[0] if self.asked else reasons[0]
        more = "" if len(reasons) == 1 else " and more"
        return f"{len(self.not_asked)} {reasons[0]}{more}"


@dataclass
class Tally:
    """What one source gave so far."""

    counts: dict[Kept, int] = field(default_factory=lambda: dict.fromkeys(Kept, 0))
    wrong: list[Failure] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    left: list[Failure] = field(default_factory=list)

    def note(self, failure: Failure) -> None:
        """Note what failed, what is not all there is, or what was left alone."""
        if isinstance(failure, Gap):
            self.gaps.append(failure)
        else:
            (self.wrong if failure.asked else self.left).append(failure)

    @property
    def came(self) -> int:
        """Return how many documents came."""
        return sum(self.counts.values())

    def refresh(
        self,
        source_id: str,
        run: str,
        began: str,
        asked: int = 0,
        seconds: float = 0.0,
        next_at: datetime | None = None,
    ) -> Refresh:
        """Return the record of it."""
        left = tuple(map(_told, self.left))
        return Refresh(
            refresh_id=run,
            started_at=began,
            source_id=source_id,
            asked=asked,
            came=self.came,
            **{kept.value: number for kept, number in self.counts.items()},
            rejected=len(self.wrong),
            failed=any(not isinstance(f, Miss) for f in self.wrong),
            reason=_summary(self.wrong) or (left[0] if left else None),
            failures=tuple(map(_told, self.wrong)),
            truncated=bool(self.gaps),
            gaps=tuple(map(_told, self.gaps)),
            not_asked=left,
            next_attempt_at=next_at.isoformat() if next_at else None,
            seconds=round(seconds, 3),
        )


def _told(failure: Failure) -> str:
    return without_keys(f"{failure.what}: {failure.reason}")


def _summary(wrong: Sequence[Failure]) -> str | None:
    if not wrong:
        return None
    more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
    return _told(wrong[0]) + more
