"""A page about a batch of quotes: who is quoted, through whom, when, and how."""

from quotex.report.page import html
from quotex.report.read import said
from quotex.report.tally import Tally, tally

__all__ = ["Tally", "html", "said", "tally"]
