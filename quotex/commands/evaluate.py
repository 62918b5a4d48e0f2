"""`quotex evaluate`: how good it is."""

from __future__ import annotations

from pathlib import Path

import typer


def evaluate(gold: Path = typer.Argument(...)) -> None:
    """Stub."""
