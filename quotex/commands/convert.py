"""`quotex convert`: files of articles."""

from __future__ import annotations

import os
import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

import typer

from quotex.commands.failure import CommandError, failing
from quotex.commands.lexicon import CONFIDENCE, HELP
from quotex.commands.lexicon import lexicon as own_words

INTERRUPTED, TERMINATED = 130, 143  # what a shell gives for SIGINT and SIGTERM


class Format(StrEnum):
    """What the output is; CSV and Parquet are flat."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def convert(
    inputs: list[Path] = typer.Argument(..., metavar="IN…", help="JSONL files, plain or gzipped; - is stdin."),
    output: Path = typer.Option(..., "-o", "--output", help="Where the records go (.gz: gzipped); - is stdout."),
    workers: int | None = typer.Option(None, min=1, help="Processes; as many as there are cores, unless given."),
    text_field: str = typer.Option("text", help="The field with the article."),
    id_field: str = typer.Option("id", help="The field with its identifier."),
    published_field: str = typer.Option("published", help="The field with its day, as YYYY-MM-DD."),
    outlet_field: str = typer.Option("outlet", help="The field with its outlet."),
    errors: Path | None = typer.Option(None, help="Where the lines that failed are listed; stderr, unless given."),
    resume: bool = typer.Option(False, help="Go on where an earlier run of the same command ended, however it ended."),
    shape: Format = typer.Option(Format.JSONL, "--format", help="CSV and Parquet have a row a quote, as --flat has."),
    flat: bool = typer.Option(False, help="A line a quote, for tables, in place of a line an article."),
    min_confidence: float = typer.Option(0.0, min=0.0, max=1.0, help=CONFIDENCE),
    quiet: bool = typer.Option(False, "-q", "--quiet", help="No progress on stderr."),
    lexicon: Path | None = typer.Option(None, metavar="DIR", help=HELP),
) -> None:
    """Read articles as JSON lines, write their quotes as JSON lines or as a table, in the same order."""
    from quotex.batch import CrewError, Plan, RunError, run, run_to_parquet
    from quotex.engine import ModelError
    from quotex.jsonl import Layout

    own_words(lexicon)  # a table that cannot be read is told at once
    layout = Layout(text_field, id_field, published_field, outlet_field, flat, shape is Format.CSV)
    plan = Plan(tuple(inputs), output, errors, layout, lexicon, min_confidence, workers or cores(), resume, quiet)
    signal.signal(signal.SIGTERM, _terminate)
    with failing(RunError, CrewError, ModelError, OSError):
        try:
            tally = run_to_parquet(plan) if shape is Format.PARQUET else run(plan)
        except KeyboardInterrupt:
            raise CommandError(_stopped(output, shape), INTERRUPTED) from None
    if tally is None:
        typer.echo(f"quotex: {output} is complete: nothing is left to resume", err=True)
    elif tally.errors:
        raise typer.Exit(1)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _terminate(*_: object) -> NoReturn:
    sys.exit(TERMINATED)


def _stopped(output: Path, shape: Format) -> str:
    if output == Path("-"):
        return "stopped"
    kept = "what is done is kept" if shape is Format.PARQUET else f"{output} has what is done"
    return f"stopped; {kept}, --resume goes on from there"
