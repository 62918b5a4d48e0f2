"""The day on which words were said: a time expression that belongs to the cue."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from quotex.parse import Doc, Sentence
from quotex.source.attribution import Attribution, DateFound, upward
from quotex.source.dates import When, find
from quotex.span import Stretch

SAME_DAY = re.compile(r"в (?:тот|этот) же день|тогда же", re.IGNORECASE)


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
    parts = sentence.stretch.without(_within(contents, sentence.stretch))
    own = next((p for p in parts if p.meets(quote.cue)), quote.cue)
    here = [w for w in find(doc.text, own, today) if _belongs(sentence, w.stretch, quote.cue)]
    others = (w for p in parts if p.end <= own.start for w in find(doc.text, p, today))
    shared = (w for w in others if _is_shared(sentence, w.stretch, quote.cue))
    best = min(here, key=lambda w: (w.value is None, w.vague, quote.distance(w.stretch)), default=next(shared, None))
    return _same_day(doc, quote.sentence, best, today) if best else None


def _same_day(doc: Doc, number: int, when: When, today: date | None) -> When:
    """`В тот же день`: the day that the sentence before names."""
    if number == 0 or not SAME_DAY.fullmatch(when.stretch.of(doc.text)):
        return when
    before = find(doc.text, doc.sentences[number - 1].stretch, today)
    return next((replace(when, value=w.value) for w in reversed(before) if w.value is not None), when)


def _within(contents: Sequence[Stretch], stretch: Stretch) -> Sequence[Stretch]:
    """The contents (in order) that may meet the stretch."""
    return contents[max(bisect_left(contents, stretch) - 1, 0) : bisect_left(contents, Stretch(stretch.end, 0))]


def _belongs(sentence: Sentence, time: Stretch, cue: Stretch) -> bool:
    """Whether both stand in one clause; what a time says of a person (`весной избранный мэр`) is no time of the cue."""
    above_time, above_cue = _above(sentence, time), _above(sentence, cue)
    clauses = [next((i for i in above if _is_adverbial(sentence, i)), -1) for above in (above_time, above_cue)]
    inner = [i for i in above_time if i not in above_cue]
    return (
        clauses[0] == clauses[1]
        and not any(_is_apart(sentence, i) for i in inner)
        and not _opens_a_participle(sentence, time, cue)
    )


def _opens_a_participle(sentence: Sentence, time: Stretch, cue: Stretch) -> bool:
    """`, весной избранный на новый срок,`: the parser may give the time to the verb behind."""
    at = sentence.at(time.start)
    if not at or sentence.tokens[at - 1].text != ",":
        return False
    inside = takewhile(lambda t: t.pos != "PUNCT" and t.start < cue.start, sentence.tokens[at:])
    return any(t.has(VerbForm="Part", Case="Nom") for t in inside)


def _is_shared(sentence: Sentence, time: Stretch, cue: Stretch) -> bool:
    """`В среду мэр назвал мост «старым» и пообещал его починить`: one time for both verbs."""
    verbs = [i for i in _above(sentence, time) if sentence.tokens[i].pos == "VERB"]
    return bool(verbs) and verbs[0] in _joined(sentence, sentence.at(cue.start))


def _joined(sentence: Sentence, verb: int) -> Iterator[int]:
    """The verbs that the cue's is coordinated to."""
    for i in upward(sentence, verb):
        if sentence.tokens[i].rel != "conj":
            return
        yield sentence.tokens[i].head


def _above(sentence: Sentence, stretch: Stretch) -> list[int]:
    return list(upward(sentence, min(sentence.at(stretch.start), len(sentence.tokens) - 1)))


def _is_adverbial(sentence: Sentence, at: int) -> bool:
    """`хотя позднее…`, `после того, как…`."""
    return sentence.tokens[at].rel == "advcl" and any(sentence.tokens[i].rel == "mark" for i in sentence.children[at])


def _is_apart(sentence: Sentence, at: int) -> bool:
    """`весной избранный мэр`, `потребовал уйти до мая`; not `в письме, отправленном 3 марта`."""
    token = sentence.tokens[at]
    return token.rel == "xcomp" or token.has(VerbForm="Part", Case="Nom")
