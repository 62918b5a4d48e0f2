"""Conversion of files of any length: many processes, one order, nothing lost."""

from quotex.batch.crew import CrewError
from quotex.batch.run import Plan, RunError, run

__all__ = ["CrewError", "Plan", "RunError", "run"]
