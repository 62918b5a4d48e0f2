"""`quotex serve`: a page in the browser."""

from __future__ import annotations

from importlib.util import find_spec

import typer

from quotex.commands.failure import CommandError


def serve(port: int = typer.Option(8000, help="Where it listens, on this machine alone.")) -> None:
    """Open a local page: paste an article, see its quotes."""
    if not find_spec("quotex.web"):
        raise CommandError("serve needs an extra that is not installed: pip install 'quotex[web]'")
    from importlib import import_module

    import_module("quotex.web").serve(port)
