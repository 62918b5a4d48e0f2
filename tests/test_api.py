"""The public face: what there is, what an import costs, and what goes in and out."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from itertools import count
from threading import Thread

import pytest
from pydantic import ValidationError

import quotex
from quotex import Document, Extraction, Extractor, InputError, Lexicon

TEXT = "«Мост откроют в мае», — сказал вчера мэр Олег Нестеров. Об этом сообщает ТАСС."


def test_public_names() -> None:
    assert set(quotex.__all__) == {
        "RULES",
        "Cue",
        "Document",
        "Extraction",
        "Extractor",
        "InputError",
        "Lexicon",
        "Quote",
        "QuoteDate",
        "Source",
        "Span",
        "Speaker",
        "__version__",
        "extract",
    }
    assert all(hasattr(quotex, name) for name in quotex.__all__)


def test_import_is_light() -> None:
    heavy = {"numpy", "pymorphy3", "natasha", "slovnet", "navec", "razdel", "typer", "rich", "fastapi", "uvicorn"}
    code = f"import sys, quotex; print(sorted({heavy} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_extraction_loads_neither_natasha_nor_pymorphy2() -> None:
    code = (
        "import sys, quotex; quotex.extract('«Да», — сказал Иванов.');"
        "print(sorted({'natasha', 'slovnet', 'navec', 'yargy', 'pymorphy2'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = quotex.nothing


def test_extract_says_who_what_when_and_through_whom() -> None:
    (quote,) = quotex.extract(TEXT, published="2025-01-29").quotes
    assert (quote.kind, quote.text) == ("direct", "Мост откроют в мае")
    assert quote.speaker
    assert (quote.speaker.name, quote.speaker.kind, quote.speaker.role) == ("Олег Нестеров", "person", "мэр")
    assert quote.source
    assert (quote.source.name, quote.source.basis) == ("ТАСС", "explicit")
    assert quote.date
    assert (quote.date.value, quote.date.basis) == (date(2025, 1, 28), "explicit")


def test_round_trips() -> None:
    found = quotex.extract(TEXT, published="2025-01-29")
    assert Extraction.model_validate_json(found.model_dump_json()) == found
    assert Extraction.model_validate(found.model_dump()) == found


def test_the_article_behind_an_extraction_is_no_part_of_it() -> None:
    found = quotex.extract(TEXT)
    loaded = Extraction.model_validate_json(found.model_dump_json())
    assert (found._repr_html_() is None, loaded._repr_html_() is None) == (False, True)
    assert (loaded, hash(loaded), repr(loaded)) == (found, hash(found), repr(found))
    assert pickle.loads(pickle.dumps(found))._repr_html_() == found._repr_html_()
    assert Extraction.model_json_schema()["properties"].keys() == Extraction.model_fields.keys()


def test_values_are_frozen_and_closed() -> None:
    found = quotex.extract(TEXT)
    with pytest.raises(ValidationError):
        found.id = "a"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Document.model_validate({"text": "т", "author": "я"})


def described(schema: dict[str, object]) -> list[str]:
    """The fields of a model and of those in it that have no description."""
    models = {"": schema, **schema.get("$defs", {})}  # type: ignore[dict-item]
    fields = [(f"{model}.{name}", field) for model, s in models.items() for name, field in s["properties"].items()]  # type: ignore[index]
    return [name for name, field in fields if "description" not in field]


@pytest.mark.parametrize("model", [Document, Extraction])
def test_every_field_is_described(model: type[Document | Extraction]) -> None:
    assert described(model.model_json_schema()) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((b"bytes",), "the text must be a str, not bytes"),
        ((None,), "the text must be a str, not NoneType"),
        ((TEXT, "29.01.2025"), "published must be a date as YYYY-MM-DD, such as 2025-01-29, not '29.01.2025'"),
        ((TEXT, "2025-02-30"), "published must be a date as YYYY-MM-DD"),
        ((TEXT, 20250129), "published must be a date as YYYY-MM-DD"),
    ],
)
def test_bad_input_is_told(given: tuple[object, ...], said: str) -> None:
    with pytest.raises(InputError, match=said):
        quotex.extract(*given)  # type: ignore[arg-type]
    assert issubclass(InputError, ValueError)


@pytest.mark.parametrize("published", ["2025-01-29", date(2025, 1, 29), datetime(2025, 1, 29, 12, 30)])
def test_dates_may_come_as_such(published: str | date) -> None:
    assert quotex.extract(TEXT, published).published == date(2025, 1, 29)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", " \n\t ", "No Russian here.", "😀😀😀", "«", "42", "\u00ad\u200b\ufeff"])
def test_nothing_to_quote(text: str) -> None:
    assert quotex.extract(text).quotes == ()


def test_document_goes_through(extractor: Extractor) -> None:
    document = Document(id="a1", text=TEXT, published=date(2025, 1, 29), outlet="РБК")
    found = extractor.extract(document)
    assert (found.id, found.published, found.outlet) == ("a1", date(2025, 1, 29), "РБК")


def test_pipe_is_lazy_and_keeps_order(extractor: Extractor) -> None:
    taken: list[int] = []

    def endless() -> Iterator[Document]:
        for number in count():
            taken.append(number)
            yield Document(id=str(number), text="Да." if number % 2 else TEXT)

    results = extractor.pipe(endless())
    assert taken == []
    assert [next(results).id for _ in range(25)] == [str(number) for number in range(25)]
    assert len(taken) < 50


def test_batches_change_nothing(extractor: Extractor) -> None:
    texts = [TEXT, "", "Иванов заявил, что завод откроют.", TEXT.replace("Олег", "Пётр")] * 4
    assert list(extractor.pipe(texts)) == [extractor.extract(text) for text in texts]


def test_threads_may_share_an_extractor(extractor: Extractor) -> None:
    expected, found = extractor.extract(TEXT), []
    threads = [Thread(target=lambda: found.extend(extractor.pipe([TEXT] * 5))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 20


def test_own_words(extractor: Extractor) -> None:
    words = Lexicon.default().extend(
        agencies={"Вести Кемска": ["Кемск-Ньюс"]},
        people={"Олег Петрович Нестеров": ["Олег Нестеров"]},
        cues={"протрубить": "verb that direct inserted"},
    )
    text = "«Мост откроют», — протрубил Олег Нестеров. Об этом сообщает Кемск-Ньюс."
    (quote,) = Extractor(words).extract(text).quotes
    assert quote.speaker
    assert quote.source
    assert (quote.cue and quote.cue.lemma, quote.speaker.name, quote.source.name) == (
        "протрубить",
        "Олег Петрович Нестеров",
        "Вести Кемска",
    )


def test_own_rules(extractor: Extractor) -> None:
    assert Extractor(rules=[]).extract(TEXT).quotes == ()
    assert Extractor(rules=[*quotex.RULES]).extract(TEXT) == extractor.extract(TEXT)
