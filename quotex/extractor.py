"""The whole way from a text to its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from quotex.agencies import find as find_credits
from quotex.clean import Page, clean
from quotex.cues import find, index
from quotex.engine import Engine
from quotex.insertions import insertions
from quotex.lexicon import Lexicon
from quotex.lexicon.cue import CueKind, Frame
from quotex.lexicon.outlet import Press
from quotex.marks import pair
from quotex.parse import Doc, Source, parse
from quotex.rules import RULES, Rule
from quotex.rules.arbitrate import arbitrate
from quotex.rules.claim import Claim, Reading
from quotex.rules.neighbour import voiced
from quotex.segment import sentences
from quotex.quoted_names import find as find_quoted_names


class Extractor:
    def __init__(self, lexicon: Lexicon | None = None, rules: Sequence[Rule] = RULES) -> None:
        self.lexicon = lexicon or Lexicon.default()
        self.rules = rules
        self.press = Press.load()
        self.engine = Engine.load()
        self.index = index(self.lexicon.cues)
        self.verbs = {e.lemmas[0] for e in self.lexicon.cues if e.kind is CueKind.VERB and e.takes(Frame.DIRECT, Frame.INSERTED)}

    def source(self, text: str) -> tuple[Page, Source]:
        page = clean(text)
        quotations = insertions(page.text, pair(page.text), self.verbs)
        return page, Source(page.text, sentences(page.text, quotations), [], quotations)

    def claims(self, doc: Doc) -> tuple[Reading, list[Claim]]:
        outlets = frozenset(c.stretch for c in find_credits(doc, self.press))
        reading = Reading(doc, find(doc, self.index), find_quoted_names(doc), outlets)
        found = [claim for rule in self.rules for claim in rule(reading)]
        return reading, voiced(reading, arbitrate(reading, found))
