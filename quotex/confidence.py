"""How likely a quote's content and speaker are both right."""

from __future__ import annotations

from quotex.rules.claim import Claim
from quotex.speakers import SpeakerFound


def confidence(claim: Claim, speaker: SpeakerFound | None) -> float:
    return 0.9 if speaker and speaker.name else 0.5
