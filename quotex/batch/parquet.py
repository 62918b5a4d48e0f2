"""A run that ends in a Parquet file.

A Parquet file that is not finished cannot be read, nor gone on with. So the rows are made as JSON lines, which can,
and become the file at the end.
"""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from quotex.batch.journal import Journal, Tally
from quotex.batch.run import Plan, RunError, check_output, is_file, run


def run_to_parquet(plan: Plan) -> Tally | None:
    """As `run`, with a Parquet file in the end. Raises RunError as well where the extra `quotex[tables]` is missing."""
    if not find_spec("pyarrow"):
        raise RunError("Parquet needs pyarrow: pip install 'quotex[tables]'")
    if not is_file(plan.output):
        raise RunError("a Parquet file cannot go to stdout or a pipe: name a file with -o")
    check_output(plan.output, plan.inputs)
    rows = plan.output.with_name(f"{plan.output.name}.part.jsonl")
    if plan.resume and plan.output.exists() and not _unfinished(rows):
        return None
    tally = run(replace(plan, output=rows, layout=replace(plan.layout, flat=True)))
    _write(rows, plan.output)
    return tally or Tally()  # where the rows were complete and only the file was not


def _write(rows: Path, output: Path) -> None:
    from quotex.adapters.tables import parquet_of_jsonl  # not before: the workers have no use for pyarrow

    with rows.open("rb") as lines:
        parquet_of_jsonl(lines, output)
    rows.unlink()


def _unfinished(rows: Path) -> bool:
    return rows.exists() or Journal(rows, {}).exists()
