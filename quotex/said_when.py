"""The day on which words were said: a time expression that belongs to the cue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from quotex.attribution import Attribution, DateFound, upward
from quotex.dates import When, find
from quotex.parse import Doc, Sentence
from quotex.span import Stretch


def day_of(doc: Doc, quote: Attribution, contents: Sequence[Stretch], today: date | None) -> DateFound | None:
    """The day that the cue's time expression names (none, if it is vague), else the day of the article."""
    when = _when(doc, quote, contents, today)
    if when is None:
        return DateFound(today, None, "document") if today else None
    return DateFound(when.value, when.stretch, "explicit") if when.value else None


def _when(doc: Doc, quote: Attribution, contents: Sequence[Stretch], today: date | None) -> When | None:
    """The time expression nearest to the cue in the author's words around it; one that names a day comes first."""
    if quote.cue is None:
        return None
    sentence = doc.sentences[quote.sentence]
    found = find(doc.text, _around(sentence, quote.cue, contents), today)
    clause = _clause(sentence, quote.cue)
    here = [w for w in found if _clause(sentence, w.stretch) == clause]
    return min(here, key=lambda w: (w.value is None, w.vague, quote.distance(w.stretch)), default=None)


def _around(sentence: Sentence, cue: Stretch, contents: Sequence[Stretch]) -> Stretch:
    """The author's words between the contents (in order) that the cue stands in."""
    here = contents[max(bisect_left(contents, sentence.stretch) - 1, 0) : bisect_left(contents, Stretch(sentence.end, 0))]
    return next((p for p in sentence.stretch.without(here) if p.meets(cue)), cue)


def _clause(sentence: Sentence, stretch: Stretch) -> int:
    """The head of the adverbial clause (`хотя позднее…`, `после того, как…`) around the stretch, or -1."""
    at = min(sentence.at(stretch.start), len(sentence.tokens) - 1)
    return next((i for i in upward(sentence, at) if _is_adverbial(sentence, i)), -1)


def _is_adverbial(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].rel == "advcl" and any(sentence.tokens[i].rel == "mark" for i in sentence.children[at])
