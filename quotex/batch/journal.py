"""How far a run has come: a small file beside the output, from which `--resume` goes on."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TextIO

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
    """A state to which the files can be led back: the last line done, and the sizes of output and errors after it.

    `read`: bytes of the inputs used up by then.
    """

    place: Place = START
    read: int = 0
    output: int = 0
    errors: int = 0
    tally: Tally = Tally()


class Journal:
    """The file `OUT.resume`: what is being made, and a line for each mark. It is there until the run is finished."""

    def __init__(self, output: Path, settings: dict[str, Any]) -> None:
        """`settings`: what must be the same for a run to be continued."""
        self.path = output.with_name(f"{output.name}.resume")
        self._settings = settings

    def exists(self) -> bool:
        return self.path.exists()

    def marks(self) -> list[Mark] | None:
        """The marks kept so far; None where they are of a run with other settings."""
        kept = list(_whole(self.path.read_text(encoding="utf-8")))
        return [_mark(line) for line in kept[1:]] if not kept or kept[0] == self._settings else None

    def start(self, mark: Mark) -> None:
        """Begins anew, at a mark."""
        new = self.path.with_name(f"{self.path.name}.new")
        with new.open("w", encoding="utf-8") as file:
            _append(file, self._settings)
            _append(file, asdict(mark))
        new.replace(self.path)

    def keep(self, mark: Mark) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            _append(file, asdict(mark))

    def drop(self) -> None:
        self.path.unlink(missing_ok=True)


def _append(file: TextIO, line: dict[str, Any]) -> None:
    file.write(json.dumps(line, ensure_ascii=False) + "\n")
    file.flush()
    os.fsync(file.fileno())


def _whole(text: str) -> Iterator[dict[str, Any]]:
    """The lines that were written to their end."""
    return (json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n"))


def _mark(kept: dict[str, Any]) -> Mark:
    return Mark(**{**kept, "place": Place(*kept["place"]), "tally": Tally(**kept["tally"])})
