"""Quotations without a cue: the speaker of the sentence beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quotex.rules.claim import Claim, Reading, Slot, Voice
from quotex.rules.voice import make


def voiced(reading: Reading, claims: Iterable[Claim]) -> list[Claim]:
    """The claims with the standalone ones given a voice: that of the quote before them, else of the sentence beside."""
    found: list[Claim] = []
    for claim in claims:
        if claim.rule == "standalone":
            claim = replace(claim, voice=_before(reading, claim, found) or _beside(reading, claim))
        found.append(claim)
    return found


def _before(reading: Reading, claim: Claim, found: list[Claim]) -> Voice | None:
    """The quote right before goes on in new marks."""
    near = [c for c in found if c.voice and claim.sentence - 2 <= c.sentence <= claim.sentence]
    return near[-1].voice if near else None


def _beside(reading: Reading, claim: Claim) -> Voice | None:
    """The subject of the sentence before, else of the one behind."""
    for number in (claim.sentence - 1, claim.sentence + 1):
        if 0 <= number < len(reading.doc.sentences) and (who := _subject(reading, number)):
            return who
    return None


def _subject(reading: Reading, number: int) -> Voice | None:
    sentence = reading.doc.sentences[number]
    for at, token in enumerate(sentence.tokens):
        if token.rel.startswith("nsubj") and not token.quoted and (token.pos == "PRON" or _person(reading, token.start)):
            return make(reading, number, at, Slot.NEIGHBOUR)
    return None


def _person(reading: Reading, start: int) -> bool:
    return any(n.kind == "PER" and n.stretch.start <= start < n.stretch.end for n in reading.doc.names)
