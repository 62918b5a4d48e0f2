"""Quotations without a cue: the speaker of the words beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quotex.rules.claim import Claim, Reading, Slot, Voice
from quotex.rules.noun_phrase import phrase
from quotex.rules.syntax import is_finite

LONGEST_LABEL = 8


def voiced(reading: Reading, claims: Iterable[Claim]) -> list[Claim]:
    """The claims with the standalone ones given a voice, that of their nearest neighbour."""
    found: list[Claim] = []
    for claim in claims:
        if claim.rule == "standalone":
            claim = replace(claim, voice=next(_neighbours(reading, claim, found), None))
        elif claim.voice is None and found and reading.doc.sentences[claim.sentence].tokens[0].lemma == "там":
            claim = replace(claim, voice=found[-1].voice)  # Там же добавили, что …
        found.append(claim)
    return found


def _neighbours(reading: Reading, claim: Claim, found: list[Claim]) -> Iterator[Voice]:
    """Inside the paragraph first; the sentence before, then the one behind; who was quoted there, then who acts."""
    before, behind = claim.sentence - 1, claim.sentence + 1
    near = [
        (before, _same_line(reading, before, claim.sentence)),
        (behind, _same_line(reading, claim.sentence, behind)),
    ]
    yield from _label(reading, before)
    for number, _ in sorted(near, key=lambda n: not n[1]):
        yield from (c.voice for c in reversed(found) if c.sentence == number and c.voice)
        yield from _subject(reading, number)
    yield from (c.voice for c in reversed(found) if c.sentence == claim.sentence - 2 and c.voice)


def _label(reading: Reading, number: int) -> Iterator[Voice]:
    """`‹The Northern Letter›:¶«…»`: the line before is a name and a colon."""
    tokens = reading.doc.sentences[number].tokens if number >= 0 else ()
    if tokens and tokens[-1].text == ":" and not any(map(is_finite, tokens)) and len(tokens) <= LONGEST_LABEL:
        yield phrase(reading, number, 0, Slot.NEIGHBOUR)


def _same_line(reading: Reading, one: int, other: int) -> bool:
    if one < 0 or other >= len(reading.doc.sentences):
        return False
    return "\n" not in reading.doc.text[reading.doc.sentences[one].end : reading.doc.sentences[other].start]


def _subject(reading: Reading, number: int) -> Iterator[Voice]:
    """The person or pronoun that is the subject of the sentence."""
    if not 0 <= number < len(reading.doc.sentences):
        return
    for at, token in enumerate(reading.doc.sentences[number].tokens):
        if token.rel.startswith("nsubj") and not token.quoted:
            who = phrase(reading, number, at, Slot.NEIGHBOUR)
            if token.pos == "PRON" or any(n.kind == "PER" and who.stretch.meets(n.stretch) for n in reading.doc.names):
                yield who
