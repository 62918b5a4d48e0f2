"""A run of `quotex convert`: inputs → chunks → workers → records on disk."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from quotex.batch.crew import Crew, Work, default_context
from quotex.batch.journal import Journal, Mark, Tally
from quotex.batch.ledger import Ledger
from quotex.batch.lines import STDIN, Chunk, chunks, read, size
from quotex.batch.output import STDOUT, complaints, opened, part
from quotex.batch.progress import Pace, reporter
from quotex.extractor import Extractor
from quotex.jsonl import Layout, Outcome, convert
from quotex.lexicon import Lexicon

WARM_UP = "«Мы готовы», — сказал Иванов."


class RunError(Exception):
    """A run that cannot be; its message says what to do."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for. `output` may be `-` for stdout; without `errors`, they go to stderr."""

    inputs: tuple[Path, ...]
    output: Path
    errors: Path | None = None
    layout: Layout = field(default_factory=Layout)
    lexicon: Path | None = None
    min_confidence: float = 0.0
    workers: int = 1
    resume: bool = False
    quiet: bool = False

    def settings(self) -> dict[str, Any]:
        """What a run that goes on must have in common with the one before."""
        return {
            "inputs": [str(path if path == STDIN else path.resolve()) for path in self.inputs],
            "errors": self.errors and str(self.errors.resolve()),
            "layout": asdict(self.layout),
            "lexicon": self.lexicon and str(self.lexicon.resolve()),
            "min_confidence": self.min_confidence,
        }


def run(plan: Plan) -> Tally | None:
    """Carries the plan out, and returns what it counted; None where it was to be resumed and is complete.

    Raises RunError where the plan cannot be, OSError where the disk is full. Whatever ends it, a plan with `resume`
    goes on from there.
    """
    _check(plan)
    journal = Journal(plan.output, plan.settings()) if is_file(plan.output) else None
    mark = _resumed(plan, journal) if plan.resume and journal else Mark()
    if mark is None:
        return None
    crew = _crew(plan)
    with ExitStack() as stack:
        if journal:
            journal.start(mark)  # before there is any output: an output without a journal is a complete one
        output = stack.enter_context(closing(opened(plan.output)))
        errors = stack.enter_context(closing(opened(plan.errors) if plan.errors else complaints()))
        return _convert(plan, crew, Ledger(plan.inputs, output, errors, journal, mark, plan.layout.head))


def _convert(plan: Plan, crew: Crew, ledger: Ledger) -> Tally:
    report = reporter(Pace(ledger.mark.tally, ledger.mark.read, sum(map(size, plan.inputs))), plan.quiet)
    try:
        with crew:
            for chunk, outcomes in crew.run(chunks(read(plan.inputs, ledger.mark.place))):
                ledger.write(chunk, _faults(chunk, outcomes))
                report.update(ledger.mark.tally, ledger.mark.read)
    except BaseException:
        report.close(ledger.mark.tally, " · stopped")
        ledger.stop()
        raise
    ledger.finish()
    report.close(ledger.mark.tally, "")
    return ledger.mark.tally


def _crew(plan: Plan) -> Crew:
    """Workers that share the models loaded here; spawned ones have to load their own."""
    context, hire = default_context(), partial(_hire, plan.lexicon, plan.min_confidence, plan.layout)
    return Crew(_shared(hire()) if context.get_start_method() == "fork" else hire, plan.workers, context)


def _hire(lexicon: Path | None, min_confidence: float, layout: Layout) -> Work:
    words = Lexicon.default().with_folder(lexicon) if lexicon else None
    extractor = Extractor(words, min_confidence=min_confidence)
    extractor.extract(WARM_UP)  # the models are read on their first use
    return partial(convert, extractor, layout=layout)


def _shared(work: Work) -> Callable[[], Work]:
    gc.freeze()  # what is loaded stays as it is: the collector of a worker must not touch, and so copy, its pages
    return lambda: work


def _faults(chunk: Chunk, outcomes: Sequence[Outcome]) -> list[Outcome]:
    return [Outcome(error=line.fault) if line.fault else outcome for line, outcome in zip(chunk, outcomes, strict=True)]


def _check(plan: Plan) -> None:
    for path in plan.inputs:
        if path != STDIN and (path.is_dir() or not path.exists()):
            raise RunError(f"{path}: there is no such file")
    for path in filter(None, (plan.output, plan.errors)):
        check_output(path, plan.inputs)
    if plan.resume and not is_file(plan.output):
        raise RunError("--resume needs an output file: name one with -o")


def check_output(path: Path, inputs: Sequence[Path]) -> None:
    """Raises RunError where the path is no place for an output of these inputs."""
    if path in inputs and is_file(path):
        raise RunError(f"{path} is an input: name another file to write to")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise RunError(f"{path} cannot be written: choose a folder that exists, and a file that may be changed")


def is_file(path: Path) -> bool:
    """Whether the path is, or will be, a file: no pipe, no device, and not stdout."""
    return path != STDOUT and (path.is_file() or not path.exists())


def _resumed(plan: Plan, journal: Journal) -> Mark | None:
    """The last mark that the files still reach; None where there is nothing left to do."""
    if not journal.exists():
        return None if plan.output.exists() else Mark()
    marks = journal.marks()
    if marks is None:
        raise RunError(f"{journal.path} is of a run with other inputs or options: give the same, or leave --resume out")
    reached = size(part(plan.output)), size(part(plan.errors)) if plan.errors else 0
    return next((mark for mark in reversed(marks) if mark.output <= reached[0] and mark.errors <= reached[1]), Mark())
