"""natasha's news models: entities, morphology and syntax of tokenised sentences."""

from quotex.engine.engine import Engine
from quotex.engine.pack import ModelError

__all__ = ["Engine", "ModelError"]
