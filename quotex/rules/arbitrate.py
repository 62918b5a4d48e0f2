"""Claims that meet: one a cue, the outermost stands, an outlet's frame is transparent, a sentence is quoted once."""

from __future__ import annotations

from collections.abc import Iterable

from quotex.rules.claim import Claim, Reading
from quotex.span import Stretch

MARKED = {"attributed", "announced", "signed", "label", "dialogue"}  # verbatim words between marks hold together whatever they say


def arbitrate(reading: Reading, claims: Iterable[Claim]) -> list[Claim]:
    """The claims that stand, in text order; of two on one cue the first, by the order of the rules."""
    ranked = sorted(_one_a_cue(claims), key=lambda c: (c.rule not in MARKED, reading.speaks_for(c.voice), c.rule == "anaphora", -_size(c)))
    kept: list[Claim] = []
    for claim in ranked:
        if not any(_meets(claim, other) for other in kept):
            kept.append(claim)
    return sorted(kept, key=lambda c: c.content[0])


def _one_a_cue(claims: Iterable[Claim]) -> list[Claim]:
    seen: set[Stretch] = set()
    found = []
    for claim in claims:
        if claim.cue is None or claim.rule == "announced" or claim.cue.stretch not in seen:
            found.append(claim)
        if claim.cue is not None:
            seen.add(claim.cue.stretch)
    return found


def _size(claim: Claim) -> int:
    return sum(len(s) for s in claim.content)


def _meets(claim: Claim, other: Claim) -> bool:
    return any(a.meets(b) for a in claim.content for b in other.content)
