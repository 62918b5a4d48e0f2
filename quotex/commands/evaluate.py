"""`quotex evaluate`: how well the quotes agree with gold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import chain, islice
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from quotex.commands.failure import failing
from quotex.commands.lexicon import HELP, extractor
from quotex.errors import InputError
from quotex.evaluate import (
    Annotated,
    Article,
    Comparison,
    Mistake,
    articles,
    causes,
    compare,
    intervals,
    mistakes,
    predictions,
    scores,
)
from quotex.evaluate.annotation import predicted as outermost
from quotex.span import Stretch

Predictions = dict[str, tuple[Annotated, ...]]


def evaluate(
    gold: Path = typer.Argument(..., help="Articles with their true quotes, as JSON lines."),
    predicted: Path | None = typer.Argument(None, help="What quotex convert made of them; made anew, unless given."),
    as_json: bool = typer.Option(False, "--json", help="The scores as JSON."),
    errors: bool = typer.Option(False, "--errors", help="The mistakes too, by cause."),
    examples: int = typer.Option(10, min=0, help="How many mistakes --errors shows in full."),
    lexicon: Path | None = typer.Option(None, metavar="DIR", help=HELP),
) -> None:
    """Compare quotes with gold: how many are found, and how much of them is right."""
    with failing(OSError, InputError, UnicodeDecodeError):
        given = _gold(gold)
        found = predictions(_lines(predicted)) if predicted else _predict(given, lexicon)
    results = [compare(a.text, a.quotes, found.get(a.id, ())) for a in given]
    missing = sum(article.id not in found for article in given)
    (_print_json if as_json else _print_table)(results, missing)
    if errors:
        wrong = list(chain.from_iterable(map(mistakes, given, results)))
        _print_mistakes(wrong, examples)


def _gold(path: Path) -> list[Article]:
    given = list(articles(_lines(path)))
    if not given:
        raise InputError(f"{path} holds no articles")
    return given


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def _predict(given: Sequence[Article], lexicon: Path | None) -> Predictions:
    from quotex.extractor import document

    documents = (document(article.text, article.published, article.outlet) for article in given)
    results = extractor(lexicon).pipe(documents)
    return {a.id: outermost(r.model_dump(mode="json")["quotes"]) for a, r in zip(given, results, strict=True)}


def _print_json(results: Sequence[Comparison], missing: int) -> None:
    found = scores(results)
    counts = {"documents": found.documents, "missing": missing, "gold": found.gold, "predicted": found.predicted}
    shares = {name: round(share, 4) for name, share in found.shares.items()}
    print(json.dumps({**counts, "matched": found.matched, **shares}))


def _print_table(results: Sequence[Comparison], missing: int) -> None:
    found, spread = scores(results), intervals(results)
    table = Table("score", "", "95 % interval", title=f"{found.documents} articles, {missing} not in the output")
    table.caption = f"{found.gold} gold quotes, {found.predicted} predicted, {found.matched} matched"
    for name, share in found.shares.items():
        table.add_row(name, f"{share:.3f}", "{:.3f} – {:.3f}".format(*spread[name]))
    Console().print(table)


def _print_mistakes(wrong: Sequence[Mistake], examples: int) -> None:
    console = Console(highlight=False)
    table = Table("what", "why", "count", "share", title=f"{len(wrong)} mistakes")
    for cause in causes(wrong):
        table.add_row(cause.what, cause.why, str(len(cause.mistakes)), f"{cause.share:.1%}")
    console.print(table)
    for mistake in islice(wrong, examples):
        console.print(f"\n[{mistake.article.id}] {mistake.what}: {mistake.why}", markup=False, style="bold")
        for side, quote in (("gold", mistake.gold), ("found", mistake.predicted)):
            if quote:
                console.print(f"  {side:5} {_shown(mistake.article.text, quote)}", markup=False, soft_wrap=True)


def _shown(text: str, quote: Annotated) -> str:
    """`direct | Мы готовы ⟋ Ждём | Дмитрий Песков | ТАСС | 2025-01-29`"""
    content = " ⟋ ".join(_on_one_line(text, span) for span in quote.spans)
    names = (" / ".join(name or "—" for name in given) for given in (quote.speaker, quote.source))
    return " | ".join((quote.kind, content, *names, quote.date or "—"))


def _on_one_line(text: str, span: Stretch) -> str:
    return " ".join(span.of(text).split())
