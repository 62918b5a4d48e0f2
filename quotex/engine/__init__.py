"""natasha's news models: entities, morphology and syntax of tokenised sentences."""

from quotex.engine.slovnet_engine import Engine

__all__ = ["Engine"]
