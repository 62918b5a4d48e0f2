"""`nlp.add_pipe("quotex")` on a blank Russian pipeline."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quotex.model import Extraction

pytest.importorskip("spacy", reason="spaCy is not installed: pip install 'quotex[spacy]'")

import spacy
from spacy.tokens import Doc, DocBin

from quotex.adapters.spacy import QuoteFinder

TEXT = "«Мост, — сказал мэр Олег Нестеров, — откроют в мае». По словам Анны Гусевой, он «очень нужен»."


@pytest.fixture(scope="module")
def nlp() -> Any:
    pipeline = spacy.blank("ru")
    pipeline.add_pipe("quotex")
    return pipeline


@pytest.fixture(scope="module")
def doc(nlp: Any) -> Doc:
    return nlp(TEXT)


def contents(doc: Doc) -> list[tuple[str, str]]:
    return [(quote.text, quote.speaker.name) for quote in doc._.quotes]


def groups(doc: Doc) -> dict[str, list[tuple[str, str, str]]]:
    return {name: [(s.text, s.label_, s.id_) for s in group] for name, group in doc.spans.items()}


SAID = [("Мост откроют в мае", "Олег Нестеров"), ("он «очень нужен»", "Анна Гусева")]


def test_doc_has_quotes(doc):
    assert contents(doc) == SAID


def test_span_groups_are_tokens(doc):
    assert groups(doc) == {
        "quotex.content": [
            ("Мост", "direct", "0"),
            ("откроют в мае", "direct", "0"),
            ("он «очень нужен»", "mixed", "1"),
        ],
        "quotex.cue": [("сказал", "cue", "0"), ("По словам", "cue", "1")],
        "quotex.speaker": [("мэр Олег Нестеров", "speaker", "0"), ("Анны Гусевой", "speaker", "1")],
    }


def test_a_span_knows_its_quote(doc):
    assert [span._.quote for span in doc.spans["quotex.cue"]] == list(doc._.quotes)
    assert doc[0:2]._.quote is None


def test_a_token_cut_by_an_edge_is_in(nlp):
    doc = Doc(nlp.vocab, words=["«Мост", "откроют»,", "—", "сказал", "Олег", "Нестеров."], spaces=[True] * 5 + [False])
    found = nlp(doc)
    assert found._.quotes[0].text == "Мост откроют"
    assert found.spans["quotex.content"][0].text == "«Мост откроют»,"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Мост открыли.", "No quotes here, he said."])
def test_a_text_without_quotes(nlp, text):
    doc = nlp(text)
    assert doc._.quotes == ()
    assert not any(doc.spans.values())


def test_a_doc_that_was_never_read_has_none():
    assert spacy.blank("ru")(TEXT)._.quotes == ()


def test_same_quotes_as_extract(nlp, articles, found: list[Extraction]):
    docs = nlp.pipe(given(nlp, article) for article in articles)
    assert [doc._.quotes for doc in docs] == [extraction.quotes for extraction in found]


def given(nlp: Any, article: dict[str, Any]) -> Doc:
    doc = nlp.make_doc(article["text"])
    doc._.published, doc._.outlet = article["published"], article["outlet"]
    return doc


def test_every_group_lies_where_its_spans_do(nlp, articles, found: list[Extraction]):
    """The blank tokeniser parts marks from words, so that the tokens reach no further than the spans."""
    docs = list(nlp.pipe(article["text"] for article in articles))
    wrong = [
        (span.text, place.text)
        for doc in docs
        for span, place in zip(
            doc.spans["quotex.content"], (place for quote in doc._.quotes for place in quote.spans), strict=True
        )
        if (span.start_char, span.end_char) != (place.start, place.end)
    ]
    assert len(wrong) <= 5, wrong


def test_the_day_is_a_day(nlp):
    doc = nlp.make_doc("«Мост открыт», — сказал в пятницу Олег Нестеров.")
    doc._.published = date(2025, 2, 2)
    assert doc._.published == date(2025, 2, 2)
    assert nlp(doc)._.quotes[0].date.value == date(2025, 1, 31)
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        doc._.published = "2.2.2025"


@pytest.mark.parametrize("passed", ["bytes", "disk", "bin", "pickle"])
def test_a_doc_keeps_its_quotes(nlp, doc, passed, tmp_path):
    ways: dict[str, Callable[[], Doc]] = {
        "bytes": lambda: Doc(nlp.vocab).from_bytes(doc.to_bytes()),
        "disk": lambda: doc.to_disk(tmp_path / "doc") or Doc(nlp.vocab).from_disk(tmp_path / "doc"),
        "bin": lambda: next(DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)),
        "pickle": lambda: pickle.loads(pickle.dumps(doc)),
    }
    kept = ways[passed]()
    assert kept._.quotes == doc._.quotes
    assert groups(kept) == groups(doc)


@pytest.fixture
def own(tmp_path: Path) -> Any:
    """A pipeline with a word of one's own, in a folder that is gone afterwards."""
    folder = tmp_path / "my"
    folder.mkdir()
    (folder / "people.tsv").write_text("# name\taliases\nОлег Иванович Нестеров\tОлег Нестеров\n", encoding="utf-8")
    pipeline = spacy.blank("ru")
    pipeline.add_pipe("quotex", config={"lexicon": str(folder), "min_confidence": 0.01})
    saved = pipeline.to_bytes()
    pipeline.to_disk(tmp_path / "pipeline")
    (folder / "people.tsv").unlink()
    return pipeline, saved, tmp_path / "pipeline"


def test_a_pipeline_keeps_its_words(own):
    pipeline, saved, folder = own
    again = spacy.blank("ru").from_config(pipeline.config).from_bytes(saved)
    for kept in (pipeline, again, spacy.load(folder)):
        assert kept(TEXT)._.quotes[0].speaker.name == "Олег Иванович Нестеров"
        assert kept.get_pipe("quotex").min_confidence == 0.01


def test_a_folder_without_tables_is_told(tmp_path):
    pipeline = spacy.blank("ru")
    pipeline.add_pipe("quotex", config={"lexicon": str(tmp_path)})
    with pytest.raises(ValueError, match="no such folder with tables"):
        pipeline(TEXT)


def test_the_component_is_ours(nlp):
    assert isinstance(nlp.get_pipe("quotex"), QuoteFinder)


def test_low_confidence_can_be_left_out():
    pipeline = spacy.blank("ru")
    pipeline.add_pipe("quotex", config={"min_confidence": 1.0})
    assert pipeline(TEXT)._.quotes == ()


def test_processes(nlp):
    docs = list(nlp.pipe([TEXT, "Мост открыли.", TEXT], n_process=2, batch_size=1))
    assert [contents(doc) for doc in docs] == [SAID, [], SAID]


def test_a_component_can_be_pickled(nlp):
    component = pickle.loads(pickle.dumps(nlp.get_pipe("quotex")))
    assert contents(component(spacy.blank("ru").make_doc(TEXT))) == SAID


def test_docs_come_as_they_are_ready(nlp):
    read: list[int] = []
    stream = (read.append(n) or nlp.make_doc(TEXT) for n in range(1000))
    assert contents(next(nlp.get_pipe("quotex").pipe(stream))) == SAID
    assert len(read) < 50


def test_found_by_name_alone():
    """The entry point: nobody has to import the adapter."""
    code = "import spacy; nlp = spacy.blank('ru'); nlp.add_pipe('quotex'); print(nlp.pipe_names)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "['quotex']", done.stderr[-500:]
