"""From findings to the values that quotex gives: offsets led back to the text as given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quotex.clean import Page
from quotex.model import Cue, Document, Extraction, Quote, QuoteDate, Source, Span, Speaker
from quotex.rules.arbitrate import encloses
from quotex.rules.claim import Claim
from quotex.source.attach import DateFound, SourceFound
from quotex.source.datelines import Dateline
from quotex.span import Stretch
from quotex.speaker.resolve import SpeakerFound
from quotex.version import VERSION

KINDS = {"document": "organization", "body": "organization"}  # a document speaks for whoever issued it


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim with all that was found for it."""

    claim: Claim
    speaker: SpeakerFound | None
    source: SourceFound | None
    date: DateFound | None
    confidence: float


@dataclass(frozen=True, slots=True)
class _Spans:
    text: str
    page: Page

    def span(self, stretch: Stretch) -> Span:
        given = self.page.given(stretch)
        return Span(start=given.start, end=given.end, text=given.of(self.text))

    def maybe(self, stretch: Stretch | None) -> Span | None:
        return self.span(stretch) if stretch else None


def extraction(
    given: Document, page: Page, line: Dateline, findings: Iterable[Finding], people: Mapping[str, str]
) -> Extraction:
    """The article's extraction, its quotes in text order."""
    spans = _Spans(given.text, page)
    ordered = sorted(findings, key=lambda f: (f.claim.content[0].start, -f.claim.content[0].end))
    found = Extraction(
        id=given.id,
        published=given.published or line.day,
        outlet=given.outlet or (line.credit.name if line.credit else None),
        quotes=tuple(_quote(spans, f, people, _parent(f.claim, ordered)) for f in ordered),
        version=VERSION,
    )
    return found.made_from(given.text)


def _parent(claim: Claim, ordered: Sequence[Finding]) -> int | None:
    """Index of the innermost quote whose content encloses the claim."""
    around = [i for i, f in enumerate(ordered) if encloses(f.claim, claim)]
    return min(around, key=lambda i: sum(map(len, ordered[i].claim.content)), default=None)


def _quote(spans: _Spans, finding: Finding, people: Mapping[str, str], parent: int | None) -> Quote:
    claim, cue = finding.claim, finding.claim.cue
    content = tuple(spans.span(s) for s in claim.content)
    return Quote(
        kind=claim.kind,
        text=" ".join(s.text for s in content),
        spans=content,
        cue=Cue(**dict(spans.span(cue.stretch)), lemma=cue.entry.phrase) if cue else None,
        speaker=_speaker(spans, finding.speaker, people),
        source=_source(spans, finding.source),
        date=_date(spans, finding.date),
        parent=parent,
        confidence=finding.confidence,
        rule=claim.rule,
    )


def _speaker(spans: _Spans, found: SpeakerFound | None, people: Mapping[str, str]) -> Speaker | None:
    if found is None:
        return None
    name = people.get(found.name.lower(), found.name) if found.name else None
    return Speaker(
        name=name,
        kind=KINDS.get(found.kind, found.kind),
        role=found.role,
        mention=spans.maybe(found.mention),
        resolved_by=found.resolved_by,
    )


def _source(spans: _Spans, found: SourceFound | None) -> Source | None:
    return Source(name=found.name, mention=spans.maybe(found.mention), basis=found.basis) if found else None


def _date(spans: _Spans, found: DateFound | None) -> QuoteDate | None:
    return QuoteDate(value=found.value, mention=spans.maybe(found.mention), basis=found.basis) if found else None
