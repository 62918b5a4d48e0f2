"""How far a run has come: a small file beside the output, from which `--resume` goes on."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from quotex.batch.lines import START, Place
from quotex.jsonl import Outcome


@dataclass(frozen=True, slots=True)
class Tally:
    """What a run has counted."""

    articles: int = 0
    quotes: int = 0
    errors: int = 0

    def __add__(self, outcomes: Sequence[Outcome]) -> Tally:
        failed = sum(1 for outcome in outcomes if outcome.error)
        quotes = sum(outcome.quotes for outcome in outcomes)
        return Tally(self.articles + len(outcomes) - failed, self.quotes + quotes, self.errors + failed)


@dataclass(frozen=True, slots=True)
class Mark:
    """A state to which everything on disk can be led back: the last line done, and the sizes of both files after it."""

    place: Place = START
    output: int = 0
    errors: int = 0
    tally: Tally = Tally()


class Journal:
    """The file `OUT.resume`. It exists as long as the run is not finished."""

    def __init__(self, output: Path, settings: dict[str, Any]) -> None:
        """`settings`: what must be the same for a run to be continued."""
        self.path = output.with_name(f"{output.name}.resume")
        self._settings = settings

    def exists(self) -> bool:
        return self.path.exists()

    def read(self) -> Mark | None:
        """The mark last kept; None where it belongs to a run of other settings."""
        kept = json.loads(self.path.read_text(encoding="utf-8"))
        return _mark(kept["mark"]) if kept["settings"] == self._settings else None

    def keep(self, mark: Mark) -> None:
        """Puts the mark in the place of the last one, at one stroke."""
        new = self.path.with_name(f"{self.path.name}.new")
        with new.open("w", encoding="utf-8") as file:
            json.dump({"settings": self._settings, "mark": asdict(mark)}, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.path)

    def drop(self) -> None:
        self.path.unlink(missing_ok=True)


def _mark(kept: dict[str, Any]) -> Mark:
    return Mark(Place(*kept["place"]), kept["output"], kept["errors"], Tally(**kept["tally"]))
