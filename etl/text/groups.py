"""Groups: things that are joined two by two, and which group each is in."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Groups(Generic[Thing]):
    """Disjoint groups; a thing that was never joined is a group of its own.

    >>> groups = Groups[str]()
    >>> groups.join("a", "b"); groups.join("c", "b")
    >>> groups.apart("a", "c"), groups.apart("a", "d")
    (False, True)
    """

    def __init__(self) -> None:
        """Begin with everything apart."""
        self._above: dict[Thing, Thing] = {}

    def of(self, thing: Thing) -> Thing:
        """Return the member that stands for a thing's group."""
        while (above := self._above.get(thing, thing)) != thing:
            self._above[thing] = self._above.get(above, above)
            thing = above
        return thing

    def apart(self, one: Thing, other: Thing) -> bool:
        """Return whether two things are in different groups."""
        return self.of(one) != self.of(other)

    def join(self, one: Thing, other: Thing) -> None:
        """Make the groups of two things one."""
        first, second = self.of(one), self.of(other)
        if first != second:
            self._above[first] = second

    def joined(self) -> Iterator[tuple[Thing, Thing]]:
        """Yield everything that was joined to others, with what stands for its group."""
        for thing in list(self._above):
            yield thing, self.of(thing)
