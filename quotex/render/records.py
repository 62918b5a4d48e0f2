"""What is said: every quote with its record, and a link to its place in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.model import Cue, Quote, QuoteDate, Source, Span
from quotex.render.escape import hint, shown
from quotex.render.labels import Labels
from quotex.render.pieces import voice, voices


def records(quotes: Sequence[Quote], labels: Labels) -> str:
    """The list."""
    names = voices(quotes)
    entries = (_entry(number, quote, names[voice(quote)], labels) for number, quote in enumerate(quotes, 1))
    head = f'<h2 class="heading">{labels.quotes}</h2>'
    listed = "\n".join(entries)
    return f'{head}\n<ol class="quotes">\n{listed}\n</ol>' if quotes else f"{head}\n<p>{labels.none}</p>"


def about(quote: Quote, labels: Labels) -> str:
    """`прямая · ТАСС · 29.01.2025`"""
    return " · ".join((labels.kinds[quote.kind], *_through(quote, labels)))


def _through(quote: Quote, labels: Labels) -> Iterator[str]:
    if quote.source:
        yield quote.source.name
    if quote.date:
        yield labels.shown_day(quote.date.value)


def _about(quote: Quote, labels: Labels) -> str:
    """The same, the kind with the line that it has in the article."""
    kind = f'<span class="{quote.kind}">{labels.kinds[quote.kind]}</span>'
    return " · ".join((kind, *map(shown, _through(quote, labels))))


def _entry(number: int, quote: Quote, voice_number: int, labels: Labels) -> str:
    to_text = hint(f"{labels.quote} {number}, {labels.to_text}")
    return (
        f'<li id="r{number}" class="v{voice_number}" data-voices="{voice_number}" tabindex="-1">'
        f'<p class="who"><a class="number" href="#q{number}" aria-label="{to_text}">{number}</a>'
        f" {_who(quote, labels)}</p>"
        f'<p class="said">{_content(quote)}</p>'
        f"<details><summary>{_about(quote, labels)}</summary><dl>{_record(quote, labels)}</dl></details></li>"
    )


def _who(quote: Quote, labels: Labels) -> str:
    role = f'<span class="role">{shown(quote.speaker.role)}</span>' if quote.speaker and quote.speaker.role else ""
    return f"<b><bdi>{shown(voice(quote) or labels.nobody)}</bdi></b> {role}".rstrip()


def _content(quote: Quote) -> str:
    return shown(" … ".join(" ".join(span.text.split()) for span in quote.spans))


def _record(quote: Quote, labels: Labels) -> str:
    return "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in _fields(quote, labels) if value)


def _fields(quote: Quote, labels: Labels) -> Iterator[tuple[str, str]]:
    speaker = quote.speaker
    yield labels.mention, _named(speaker.mention if speaker else None)
    yield labels.resolved_by, shown(labels.ways.get(speaker.resolved_by, speaker.resolved_by)) if speaker else ""
    yield labels.cue, _cue(quote.cue)
    yield labels.source, _based(quote.source, labels)
    yield labels.date, _based(quote.date, labels)
    yield labels.parent, "" if quote.parent is None else f'<a href="#r{quote.parent + 1}">{quote.parent + 1}</a>'
    yield labels.confidence, labels.shown_share(quote.confidence)
    yield labels.rule, shown(quote.rule)


def _named(span: Span | None) -> str:
    return f"«{shown(span.text)}»" if span else ""


def _cue(cue: Cue | None) -> str:
    return f"{_named(cue)} ({shown(cue.lemma)})" if cue else ""


def _based(found: Source | QuoteDate | None, labels: Labels) -> str:
    """`12.03.2025 (названо в тексте: «в среду»)`"""
    if found is None:
        return ""
    value = shown(found.name) if isinstance(found, Source) else labels.shown_day(found.value)
    words = f": {_named(found.mention)}" if found.mention else ""
    return f"{value} ({labels.bases[found.basis]}{words})"
