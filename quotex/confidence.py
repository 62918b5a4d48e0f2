"""How likely a quote's content and speaker are both right: a logistic model of a few named facts.

The weights stand in `lexicon/tables/confidence.tsv`; `tests/fit_confidence.py` fits them and says on what.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache

from quotex.lexicon.table import rows
from quotex.rules.claim import Claim
from quotex.speaker.resolve import SpeakerFound

LONG, SHORT = 60, 4  # words of content


def confidence(claim: Claim, speaker: SpeakerFound | None, text: str) -> float:
    """Between 0 and 1. `text` is the page that the claim's offsets point into."""
    weights = _weights()
    score = sum(weights.get(fact, 0.0) for fact in facts(claim, speaker, text))
    return round(1 / (1 + math.exp(-score)), 3)


def facts(claim: Claim, speaker: SpeakerFound | None, text: str) -> Iterator[str]:
    """What is known of the find, as names of the model's terms."""
    yield "always"
    yield f"rule {claim.rule}"
    yield f"kind {claim.kind}"
    yield f"resolved {speaker.resolved_by if speaker else 'nobody'}"
    yield f"speaker {speaker.kind if speaker else 'nobody'}"
    yield f"slot {claim.voice.slot if claim.voice else 'none'}"
    if claim.cue:
        yield f"cue {claim.cue.entry.kind}"
    words = sum(len(stretch.of(text).split()) for stretch in claim.content)
    if not SHORT <= words <= LONG:
        yield "long content" if words > LONG else "short content"
    if len(claim.content) > 1:
        yield "several spans"
    if speaker and speaker.name and len(speaker.name.split()) > 1:
        yield "name of several words"
    if "\n" not in text[: claim.content[0].start].strip():
        yield "first line"


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    return {fact: float(weight) for fact, weight in rows("confidence")}
