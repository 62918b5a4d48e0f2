"""The words quotex knows: cues, outlets, roles. Tables under `tables/`, one entry a line; a user's own beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from quotex.lexicon.cue import CueEntry, Frame, read_cues

__all__ = ["CueEntry", "Frame", "Lexicon"]


@dataclass(frozen=True)
class Lexicon:
    """All the vocabulary of an extractor; a value: `extend` gives a new one."""

    cues: tuple[CueEntry, ...] = ()

    @staticmethod
    def default() -> Lexicon:
        """The tables that come with quotex."""
        return Lexicon(tuple(read_cues()))
