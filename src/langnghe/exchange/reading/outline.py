"""Where the reader stands in a list: which hamlet, field, speaker or item the next line belongs to."""

from dataclasses import dataclass

from langnghe.exchange.reading.blocks import Mark
from langnghe.exchange.reading.said import Said


@dataclass(eq=False)
class Level:
    """One open level: a group (hamlet, topic, speaker, other) or an item with what was said under it."""

    kind: str
    mark: Mark | None = None
    hamlet: str | None = None
    topic: str | None = None
    speakers: frozenset[str] = frozenset()
    said: Said | None = None
    merges: bool = False
    replies: bool = False


def sign(mark: Mark | None) -> tuple[str, str] | None:
    """Return what makes two list marks marks of the same list."""
    return (mark.kind, mark.style) if mark else None


class Outline:
    """The open levels, outermost first."""

    def __init__(self) -> None:
        self.levels: list[Level] = []

    def clear(self) -> None:
        """Close every level."""
        self.levels = []

    @property
    def hamlet(self) -> str | None:
        """The hamlet that holds here."""
        return next((level.hamlet for level in reversed(self.levels) if level.hamlet), None)

    @property
    def topic(self) -> str | None:
        """The field that holds here."""
        return next((level.topic for level in reversed(self.levels) if level.topic), None)

    @property
    def speakers(self) -> frozenset[str]:
        """The speakers whose words stand here."""
        return next((level.speakers for level in reversed(self.levels) if level.speakers), frozenset())

    @property
    def item(self) -> Level | None:
        """The innermost open item."""
        return next((level for level in reversed(self.levels) if level.kind == "item"), None)

    def has_item_like(self, mark: Mark | None) -> bool:
        """Whether an item with this kind of mark is open."""
        return any(level.kind == "item" and sign(level.mark) == sign(mark) for level in self.levels)

    def open_group(self, level: Level) -> None:
        """Open a group; it closes the groups of its own kind and everything inside them."""
        closing = {"hamlet": ("hamlet", "speaker", "item"), "topic": ("topic", "speaker", "item")}.get(
            level.kind, ("speaker",)
        )
        for index, old in enumerate(self.levels):
            is_sibling = (
                level.mark is not None and sign(old.mark) == sign(level.mark) and not self._restarts(old, level)
            )
            if old.kind in closing or is_sibling:
                del self.levels[index:]
                break
        self.levels.append(level)

    def open_item(self, level: Level, *, names_someone: bool) -> None:
        """Open an item: beside the item or group with the same mark, below everything else."""
        for index in range(len(self.levels) - 1, -1, -1):
            old = self.levels[index]
            if sign(old.mark) != sign(level.mark) or (old.kind != "item" and self._restarts(old, level)):
                continue
            if old.kind != "item" and level.mark is None:
                continue
            del self.levels[index:]
            break
        if names_someone:
            self._close_speaker()
        self.levels.append(level)

    def _close_speaker(self) -> None:
        for index, old in enumerate(self.levels):
            if old.kind == "speaker":
                del self.levels[index:]
                return

    @staticmethod
    def _restarts(old: Level, level: Level) -> bool:
        """A list inside a group may use the group's own mark when it begins anew."""
        if level.mark is None or level.mark.value is None:
            return level.kind == "item"
        return level.mark.value == 1 and level.kind == "item" and not (old.mark and old.mark.value == 0)
