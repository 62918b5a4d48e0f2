"""From a claim to what the search for its speaker needs."""

from __future__ import annotations

from quotex.parse import Doc
from quotex.rules.claim import Claim
from quotex.rules.syntax import is_finite
from quotex.speaker.resolve import Utterance


def utterance(doc: Doc, claim: Claim) -> Utterance:
    """The claim's voice with the gender and number of the cue's verb."""
    if claim.cue is None:
        return Utterance(claim.voice, claim.sentence, claim.content[0].start, cued=False)
    verb = doc.sentences[claim.cue.sentence].tokens[claim.cue.head]
    finite = is_finite(verb)
    gender, number = (verb.feats.get("Gender", ""), verb.feats.get("Number", "")) if finite else ("", "")
    return Utterance(claim.voice, claim.sentence, claim.cue.stretch.start, True, gender, number)
