"""The command `quotex`."""

from __future__ import annotations

import os
import sys
from itertools import islice
from pathlib import Path

import typer

app = typer.Typer(add_completion=False)


@app.callback()
def top() -> None:
    """Quotes."""


@app.command()
def convert(inputs: list[Path], output: Path = typer.Option(..., "-o", "--output")) -> None:
    """Convert."""
    from quotex.extractor import Extractor
    from quotex.jsonl import Layout, convert

    extractor = Extractor()
    with output.open("wb") as out:
        for path in inputs:
            with path.open("rb") as lines:
                while chunk := list(islice(lines, 32)):
                    for outcome in convert(extractor, chunk, Layout()):
                        out.write(outcome.output)
                        if outcome.error:
                            print(outcome.error, file=sys.stderr)


def main() -> None:
    """Run."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    app()
