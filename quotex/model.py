"""The values that quotex takes and gives: frozen pydantic models. The only module that imports pydantic."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

QuoteKind = Literal["direct", "indirect", "mixed"]
SpeakerKind = Literal["person", "organization", "group", "unnamed"]
SourceBasis = Literal["explicit", "inherited", "document"]
DateBasis = Literal["explicit", "document"]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Document(_Value):
    """An article as it comes in."""

    text: str = Field(description="The article, as copied from the page or taken from an archive.")
    id: str | None = Field(None, description="The caller's own identifier; handed through.")
    published: date | None = Field(None, description="The day of publication; relative dates are resolved against it.")
    outlet: str | None = Field(None, description="The outlet that published the article; a source of last resort.")


class Span(_Value):
    """A stretch of the text exactly as given."""

    start: int = Field(ge=0, description="First character, in Unicode code points from the start of the text.")
    end: int = Field(ge=0, description="One past the last character (half-open).")
    text: str = Field(description="The characters themselves: text[start:end].")


class Cue(Span):
    """The words that attribute a quote to its speaker: «сказал», «по словам»."""

    lemma: str = Field(description="The cue's dictionary form: «сказать», «по словам».")


class Speaker(_Value):
    """Whoever said it."""

    name: str | None = Field(
        description="The fullest name in the article, in the nominative; null for a voice without a name."
    )
    kind: SpeakerKind = Field(description="person, organization, group, or unnamed (an anonymous voice).")
    role: str | None = Field(
        None, description="The description that stands with the name at its fullest mention, in the nominative."
    )
    mention: Span | None = Field(None, description="What stands at the cue: a name, a pronoun, a description.")
    resolved_by: str = Field(description="How the name was reached: name, surname, pronoun, role, adjacency, …")


class Source(_Value):
    """The outlet or platform through which the words reached the article."""

    name: str = Field(description="Its canonical name: ТАСС, РБК, Reuters, Telegram.")
    mention: Span | None = Field(None, description="Where the article names it.")
    basis: SourceBasis = Field(
        description="explicit: stated here; inherited: from the speaker's other quote; document: of the article."
    )


class QuoteDate(_Value):
    """The day on which the words were said."""

    value: date = Field(description="The day.")
    mention: Span | None = Field(None, description="The time expression, where there is one.")
    basis: DateBasis = Field(description="explicit: stated at the cue; document: the article's own date.")


class Quote(_Value):
    """One quote: its content and everything that is known of it."""

    kind: QuoteKind = Field(description="direct: verbatim; indirect: retold; mixed: retold with a verbatim part.")
    text: str = Field(description="The content: the texts of the spans, joined by one space.")
    spans: tuple[Span, ...] = Field(
        min_length=1,
        description="The content's stretches, in order; several where the author interrupts.",
    )
    cue: Cue | None = Field(None, description="The words that attribute it; null where there are none.")
    speaker: Speaker | None = Field(None, description="Whoever said it; null where nobody at all is named.")
    source: Source | None = Field(None, description="The outlet through which it came; null where none is known.")
    date: QuoteDate | None = Field(None, description="When it was said; null where that is not known.")
    parent: int | None = Field(
        None, description="Index, among the article's quotes, of the quote inside whose content this one stands."
    )
    confidence: float = Field(ge=0, le=1, description="How likely content and speaker are both right.")
    rule: str = Field(description="Name of the rule that found it.")


@dataclass(frozen=True, slots=True)
class _Article:
    """The text that an extraction was made from, if it is known. All are equal: it is no part of the value."""

    text: str | None = field(default=None, compare=False, repr=False)


class Extraction(_Value):
    """Every quote of one article, in text order."""

    id: str | None = Field(None, description="The document's identifier, as given.")
    published: date | None = Field(None, description="The day of publication, as given or found in the text.")
    outlet: str | None = Field(None, description="The outlet, as given or found in the text.")
    quotes: tuple[Quote, ...] = Field((), description="The quotes, by the start of their first span.")
    version: str = Field(description="The version of quotex that made this.")
    _article: _Article = PrivateAttr(_Article())

    def made_from(self, text: str) -> Self:
        """The same extraction, which a notebook then shows with its article; what is compared and dumped stays so."""
        copy = self.model_copy()
        copy._article = _Article(text)
        return copy

    def _repr_html_(self) -> str | None:
        """What a notebook shows: the article with its quotes. None where the article is not known, as after a dump."""
        if self._article.text is None:
            return None
        from quotex.render import notebook  # the one call upwards: a notebook asks the value itself how it looks

        return notebook(self._article.text, self)
