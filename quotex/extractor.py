"""The whole way from an article to its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice

from quotex.assemble import Finding, extraction
from quotex.clean import Page, clean
from quotex.confidence import confidence
from quotex.cues import find as find_cues
from quotex.cues import index
from quotex.engine import Engine
from quotex.errors import InputError
from quotex.insertions import insertions
from quotex.lexicon import Lexicon
from quotex.lexicon.cue import CueKind, Frame
from quotex.lexicon.outlet import Press
from quotex.marks import pair
from quotex.model import Document, Extraction
from quotex.parse import Doc, parse
from quotex.quoted_names import find as find_quoted_names
from quotex.rules import RULES, Rule
from quotex.rules.arbitrate import arbitrate
from quotex.rules.claim import Claim, Reading
from quotex.rules.neighbour import voiced
from quotex.segment import sentences
from quotex.sketch import Source
from quotex.source.agencies import find as find_credits
from quotex.source.attach import Attribution, dates, sources
from quotex.source.datelines import Dateline, dateline
from quotex.speaker.entities import cast
from quotex.speaker.resolve import SpeakerFound, resolve
from quotex.speaker.utterance import utterance

BATCH = 10


class Extractor:
    """Finds the quotes of articles. Holds the models and a lexicon, changes neither; may be shared between threads."""

    def __init__(
        self, lexicon: Lexicon | None = None, rules: Sequence[Rule] = RULES, *, min_confidence: float = 0.0
    ) -> None:
        """`lexicon`: the words to use (the default tables). `rules`: what to look for, in order of priority.

        `min_confidence`: quotes less sure than that are left out.
        """
        self.lexicon = lexicon or Lexicon.default()
        self.rules = tuple(rules)
        self.min_confidence = min_confidence
        self._engine = Engine.load()
        self._press = Press.load(self.lexicon.outlets)
        self._platforms = frozenset(o.name for o in self.lexicon.outlets if o.kind == "platform")
        self._cues = index(self.lexicon.cues)
        self._verbs = frozenset(
            e.lemmas[0] for e in self.lexicon.cues if _speaks(e.kind, e.frames) and len(e.lemmas) == 1
        )

    def extract(
        self, text: str | Document, published: str | date | None = None, outlet: str | None = None
    ) -> Extraction:
        """The quotes of one article. Raises InputError for a text that is no str, or a date that is none."""
        return next(self.pipe([document(text, published, outlet)]))

    def pipe(self, documents: Iterable[str | Document]) -> Iterator[Extraction]:
        """The extraction of each document, lazily, in order. Raises InputError at what is neither str nor Document."""
        items = iter(documents)
        while batch := [document(item) for item in islice(items, BATCH)]:
            yield from self._batch(batch)

    def _batch(self, batch: Sequence[Document]) -> Iterator[Extraction]:
        for given, page, doc in self.read(batch):
            line, findings = self.findings(given, doc)
            sure = [f for f in findings if f.confidence >= self.min_confidence]
            yield extraction(given, page, line, sure, self.lexicon.people)

    def read(self, batch: Sequence[Document]) -> Iterator[tuple[Document, Page, Doc]]:
        """The documents cleaned and parsed, all of them together."""
        pages = [clean(d.text) for d in batch]
        return zip(batch, pages, parse(self._engine, [self._source(p) for p in pages]), strict=True)

    def _source(self, page: Page) -> Source:
        quotations = insertions(page.text, pair(page.text), self._verbs)
        return Source(page.text, sentences(page.text, quotations), [], quotations)

    def findings(self, given: Document, doc: Doc) -> tuple[Dateline, list[Finding]]:
        """What there is in a parsed article: its dateline, and each claim with its speaker, source and date."""
        mentioned = find_credits(doc, self._press)
        line = dateline(doc.text, mentioned, given.published)
        outlets = frozenset(c.stretch for c in mentioned)
        reading = Reading(doc, find_cues(doc, self._cues), find_quoted_names(doc, outlets), outlets, self.lexicon.roles)
        claims, inner = self.claims(reading)
        media = {c.stretch: c.name for c in mentioned if c.name not in self._platforms}
        people = cast(doc, self.lexicon.roles, media)
        speakers = resolve(people, [utterance(doc, claim) for claim in claims])
        speakers += [speaker for claim in inner for speaker in resolve(people, [utterance(doc, claim)])]
        claims += inner
        quotes = [_attribution(claim, speaker) for claim, speaker in zip(claims, speakers, strict=True)]
        found_sources = sources(doc, self._press, quotes, mentioned, line, given.outlet)
        found_dates = dates(doc, quotes, given.published, line)
        sure = [confidence(claim, speaker, doc.text) for claim, speaker in zip(claims, speakers, strict=True)]
        return line, list(map(Finding, claims, speakers, found_sources, found_dates, sure))

    def claims(self, reading: Reading) -> tuple[list[Claim], list[Claim]]:
        """What the rules find, each claim with the voice at its cue; and the claims that stand inside others."""
        kept, inner = arbitrate(reading, (claim for rule in self.rules for claim in rule(reading)))
        return voiced(reading, kept), inner


def _attribution(claim: Claim, speaker: SpeakerFound | None) -> Attribution:
    cue = claim.cue.stretch if claim.cue else None
    return Attribution(claim.content, cue, claim.sentence, speaker.name if speaker else None)


def _speaks(kind: CueKind, frames: frozenset[Frame]) -> bool:
    return kind is CueKind.VERB and bool(frames & {Frame.DIRECT, Frame.INSERTED})


def document(item: str | Document, published: str | date | None = None, outlet: str | None = None) -> Document:
    """The item as a Document. Raises InputError where it is none, or `published` is no date."""
    if isinstance(item, Document):
        return item
    if not isinstance(item, str):
        raise InputError(f"the text must be a str, not {type(item).__name__}")
    return Document(text=item, published=day(published), outlet=outlet)


def day(value: str | date | None) -> date | None:
    """A date given as such or in ISO form, with a time or without: `2025-01-29`. Raises InputError otherwise."""
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, datetime):
        return value.date()
    try:
        return datetime.fromisoformat(value).date()
    except (TypeError, ValueError) as error:
        raise InputError(f"published must be a date as YYYY-MM-DD, such as 2025-01-29, not {value!r}") from error
