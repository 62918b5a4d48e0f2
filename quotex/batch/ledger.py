"""The files of a run: what is written to them, and how far they have come."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from quotex.batch.journal import Journal, Mark
from quotex.batch.lines import Chunk, Line
from quotex.batch.output import Output
from quotex.jsonl import Outcome

KEEP = 0.5  # seconds between two marks; what is written after the last one, `--resume` does again


class Ledger:
    """Output, errors and journal, always in step: `mark` is their last common state."""

    def __init__(
        self,
        inputs: Sequence[Path],
        output: Output,
        errors: Output,
        journal: Journal | None,
        mark: Mark,
        head: bytes = b"",
    ) -> None:
        """`head`: what a fresh output begins with; from then on every mark counts it in."""
        self._inputs, self._output, self._errors, self._journal = inputs, output, errors, journal
        self.mark, self._kept = mark, time.monotonic()
        self._cut()
        if head and not mark.output:
            self._output.append(head)
            self.mark = replace(mark, output=self._output.size)

    def write(self, chunk: Chunk, outcomes: Sequence[Outcome]) -> None:
        """Puts the records and errors of a chunk where they belong."""
        self._output.append(b"".join(outcome.output for outcome in outcomes))
        self._errors.append(b"".join(self._error(line, o) for line, o in zip(chunk, outcomes, strict=True) if o.error))
        tally = self.mark.tally + outcomes
        self.mark = Mark(chunk[-1].place, chunk[-1].read, self._output.size, self._errors.size, tally)
        if time.monotonic() > self._kept + KEEP:
            self._keep()

    def finish(self) -> None:
        """All is written: the files stand for themselves, without a journal."""
        self._keep()
        self._errors.finish()
        self._output.finish()
        if self._journal:
            self._journal.drop()

    def stop(self) -> None:
        """An end before the end: both files go back to their last common state, and the journal says which."""
        self._cut()
        self._keep()
        self._errors.show()
        self._output.show()

    def _keep(self) -> None:
        self._kept = time.monotonic()
        if self._journal:
            self._output.keep()
            self._errors.keep()
            self._journal.keep(self.mark)

    def _cut(self) -> None:
        self._output.cut(self.mark.output)
        self._errors.cut(self.mark.errors)

    def _error(self, line: Line, outcome: Outcome) -> bytes:
        """`{"line": 7, "id": null, "error": "not JSON: …"}`, and the file where there are several."""
        file = {"file": str(self._inputs[line.place.input])} if len(self._inputs) > 1 else {}
        record = {**file, "line": line.place.line, "id": outcome.id, "error": outcome.error}
        return json.dumps(record, ensure_ascii=False).encode(errors="backslashreplace") + b"\n"
