"""Conversion of files of any length: many processes, one order, nothing lost."""

from quotex.batch.run import Plan, RunError, run

__all__ = ["Plan", "RunError", "run"]
