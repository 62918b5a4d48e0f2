"""The command `quotex`: what it can do, and how it ends when it cannot."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from rich.console import Console
from typer.core import TyperGroup

from quotex.commands.convert import convert
from quotex.commands.evaluate import evaluate
from quotex.commands.extract import extract
from quotex.commands.failure import CommandError
from quotex.commands.report import report
from quotex.commands.schema import schema
from quotex.commands.serve import serve
from quotex.version import VERSION


class _Commands(TyperGroup):
    """The one place where an error becomes a line on stderr and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError:
            _silence(sys.stdout.fileno())
            raise typer.Exit(0) from None
        except CommandError as error:
            _complain(str(error))
            raise typer.Exit(error.code) from None
        except OSError as error:  # stdout itself: a full disk
            _complain(error.strerror or str(error))
            _silence(sys.stdout.fileno())
            raise typer.Exit(1) from None


app = typer.Typer(
    cls=_Commands,
    help="Who said what, when, and through whom: the quotes of Russian news.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for _command in (extract, convert, report, evaluate, serve, schema):
    app.command()(_command)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"quotex {VERSION}")
        raise typer.Exit


@app.callback()
def _top(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="The version."),
) -> None:
    """What stands before the commands."""


def main() -> None:
    """The console script."""
    _one_thread()
    _utf8()
    app()


def _one_thread() -> None:
    """A second BLAS thread doubles the CPU time and saves none; it must be said before numpy is loaded."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def _utf8() -> None:
    """What goes to a file or a pipe is UTF-8 whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if not stream.isatty() and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


def _complain(line: str) -> None:
    Console(stderr=True).print(f"quotex: {line}", style="red", markup=False, highlight=False, soft_wrap=True)


def _silence(stream: int) -> None:
    """Whoever read the pipe has gone; Python must not stumble over it once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
