"""Conversion of files of any length: many processes, one order, nothing lost."""

from quotex.batch.crew import CrewError
from quotex.batch.parquet import run_to_parquet
from quotex.batch.run import Plan, RunError, run

__all__ = ["CrewError", "Plan", "RunError", "run", "run_to_parquet"]
