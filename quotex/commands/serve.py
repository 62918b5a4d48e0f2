"""`quotex serve`: a page in the browser, and an HTTP API."""

from __future__ import annotations

from pathlib import Path

import typer

from quotex.commands.failure import CommandError
from quotex.commands.lexicon import HELP, extractor


def serve(
    host: str = typer.Option("127.0.0.1", help="Where it listens: this machine alone, unless given."),
    port: int = typer.Option(8000, min=0, max=65535, help="The port; 0 is any that is free."),
    timeout: float = typer.Option(30.0, min=0.1, help="Seconds that an answer may take."),
    lexicon: Path | None = typer.Option(None, metavar="DIR", help=HELP),
) -> None:
    """Open a local page: paste an article, see its quotes. Programs ask the same server over HTTP."""
    try:
        from quotex import web
    except ModuleNotFoundError as missing:
        raise CommandError("serve needs an extra that is not installed: pip install 'quotex[web]'") from missing
    limits = web.Limits(seconds=timeout)
    try:
        web.serve(extractor(lexicon), host, port, limits, _say)
    except OSError as error:
        raise CommandError(f"{host}:{port}: {error.strerror}; choose another with --host or --port") from error


def _say(address: str) -> None:
    typer.echo(f"quotex: {address} (Ctrl-C ends it)", err=True)
