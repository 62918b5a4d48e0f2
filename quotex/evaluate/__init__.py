"""How well predicted quotes agree with gold: the scores, and what is behind them."""

from quotex.evaluate.annotation import Annotated, Article, articles, predictions
from quotex.evaluate.match import Comparison, compare
from quotex.evaluate.mistakes import Cause, Mistake, causes, mistakes
from quotex.evaluate.scores import Scores, intervals, scores

__all__ = [
    "Annotated",
    "Article",
    "Cause",
    "Comparison",
    "Mistake",
    "Scores",
    "articles",
    "causes",
    "compare",
    "intervals",
    "mistakes",
    "predictions",
    "scores",
]
