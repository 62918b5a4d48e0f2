"""The engine says what slovnet says, on the project's own articles and on oddities."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from razdel import sentenize, tokenize
from reference import Reference
from slovnet.shape import word_shape

from quotex.engine import Engine, ModelError
from quotex.engine import pack as pack_module
from quotex.engine.chunk import ROWS, chunks
from quotex.engine.crf import best_tags
from quotex.engine.network import Memo
from quotex.engine.pack import Pack, find_models
from quotex.engine.places import GAP, Places
from quotex.engine.vocab import Words, shape
from quotex.morph import form

CORPUS = Path(__file__).parent.parent / "corpus"
SAMPLE = 500
TIE = 1e-4  # of the largest score: within the rounding of a float32 sum

ODD = """
Завод закрыт .
Да
« Мы готовы » , — сказал он .
ИА «Север-Пресс» 12-13.05.2025 г. № 5 ...
HTTP/2 ΔP 5G iPhone McDonald's İstanbul ſ K ß ǅ
😀 ￼ \ud800 —— ?! :) <unk> <pad> .
сказал сказал сказал сказал сказал сказал
"""


def corpus_sentences() -> list[list[str]]:
    files = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.jsonl"))]
    lines = [line for file in files for line in file.split("\n") if line]
    texts = [json.loads(line)["text"] for line in lines]
    found = [[t.text for t in tokenize(s.text)] for text in texts for s in sentenize(text)]
    return found[:: 1 + len(found) // SAMPLE]


@pytest.fixture(scope="module")
def sentences() -> list[list[str]]:
    odd = [line.split() for line in ODD.splitlines() if line]
    return [s for s in corpus_sentences() + odd if s and "<pad>" not in s]


@pytest.fixture(scope="module")
def reference() -> Reference:
    return Reference.load()


def test_entities_equal(engine, reference, sentences):
    assert engine.entities(sentences) == reference.entities(sentences)


def test_morphology_equal(engine, reference, sentences):
    ours = [[form(tag) for tag in tags] for tags in engine.morphology(sentences)]
    assert ours == reference.morphology(sentences)


def test_relations_equal(engine, reference, sentences):
    ours, theirs = engine.syntax(sentences), reference.syntax(sentences)
    assert [[rel for _, rel in s] for s in ours] == [[rel for _, rel in s] for s in theirs]


def test_heads_equal_but_for_ties(engine, reference, sentences):
    """In `сказал сказал сказал` two heads can have the same score, and rounding chooses."""
    for sentence, ours, theirs in zip(sentences, engine.syntax(sentences), reference.syntax(sentences), strict=True):
        differ = [i for i, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a[0] != b[0]]
        scores = reference.head_scores(sentence) if differ else None
        for i in differ:
            lost = scores[i, theirs[i][0] + 1] - scores[i, ours[i][0] + 1]
            assert lost < TIE * abs(scores).max(), (sentence, i)


METHODS = ["entities", "morphology", "syntax"]


@pytest.mark.parametrize("method", METHODS)
def test_order_and_lengths_are_kept(engine, method):
    sentences = [[], ["Завод", "закрыт", "."], [], ["Да"], [], ["\ud800", "", " ", "<pad>", "\n"]]
    together = getattr(engine, method)(sentences)
    assert together == [tag for sentence in sentences for tag in getattr(engine, method)([sentence])]
    assert [len(tags) for tags in together] == [0, 3, 0, 1, 0, 5]
    assert getattr(engine, method)([]) == []


@pytest.mark.parametrize("method", METHODS)
def test_neighbours_do_not_matter(engine, sentences, method):
    alone = [getattr(engine, method)([sentence])[0] for sentence in sentences[-30:]]
    assert getattr(engine, method)(sentences)[-30:] == alone


@pytest.mark.parametrize("method", METHODS)
def test_threads_share_an_engine(engine, sentences, method):
    parts = [sentences[i::4] for i in range(4)] * 3
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(getattr(Engine.load(), method), parts))
    assert found == [getattr(engine, method)(part) for part in parts]


def test_endless_sentence_comes_in_pieces(engine):
    words = ["Он", "сказал", ",", "что"] * ROWS
    (tree,) = engine.syntax([words])
    assert len(tree) == len(words)
    assert all(-1 <= head < len(words) for head, _ in tree)
    assert all(abs(head - i) < ROWS for i, (head, _) in enumerate(tree) if head >= 0)
    assert [len(chunk.tokens) for chunk in chunks([words])] == [ROWS + 2] * 4


def test_places_forget_the_oldest():
    asked: list[str] = []

    def look(token):
        asked.append(token)
        return ord(token.lower())

    places = Places(look, capacity=3)
    assert places(["а", None, "б", "а", "Б"]).tolist() == [1, 0, 2, 1, 2]  # а and б, however they are spelled
    places(["в"])
    places(["а", "г"])  # б makes room
    assert places(["а", "в", "г", None]).tolist() == [1, 3, 2, 0]
    assert places.looks.tolist() == [GAP, *map(ord, "агв")]
    assert sorted(asked) == sorted("абБвг")
    places(["г", "Б"])  # as does а
    assert places(["Б", "г", "в"]).tolist() == [1, 2, 3]


def test_memo_writes_a_row_that_is_another_token_s_now():
    asked: list[int] = []

    def products(looks):
        asked.extend(looks.tolist())
        return np.array([[look, 1] for look in looks], np.float32)

    places = Places(int, capacity=2)
    memo = Memo(products, places, width=2)
    assert memo(["10", None, "20", "10"]).tolist() == [[10, 1], [0, 0], [20, 1], [10, 1]]
    places(["20", "30"])  # for another network
    assert memo(["20", "30"]).tolist() == [[20, 1], [30, 1]]
    assert asked == [10, 20, 30]
    assert memo(["10"]).tolist() == [[10, 1]]


def test_best_tags_are_those_of_trying_all():
    random = np.random.default_rng(0)
    transitions = random.normal(size=(3, 3)).astype(np.float32)
    for sizes in ([4], [1, 4, 2], [1, 1]):
        emissions = random.normal(size=(sum(sizes), 3)).astype(np.float32)
        found = best_tags(emissions, np.array(sizes), transitions)
        ends = np.cumsum(sizes)
        for end, size in zip(ends, sizes, strict=True):
            assert tuple(found[end - size : end]) == exhaustive(emissions[end - size : end], transitions)


def exhaustive(emissions, transitions):
    paths = np.ndindex(*(emissions.shape[1],) * len(emissions))

    def score(path):
        steps = sum(transitions[a, b] for a, b in pairwise(path))
        return steps + sum(emissions[i, tag] for i, tag in enumerate(path))

    return max(paths, key=score)


def test_every_word_is_found():
    lines = Pack(find_models() / "model/slovnet_ner_news_v1.tar").vocabulary("word")
    words, items = Words(lines), lines.decode().splitlines()
    unknown = items.index("<unk>")
    assert [words.find(word) for word in items[:-2]] == list(range(unknown))
    for word in ["", "!", "a\naa", "абвгдеёж", "ёсць-", "яяяяя", "\uffff", "<unk>", "<pad>"]:
        assert words.find(word) == unknown


def test_shapes_are_those_of_slovnet(sentences):
    known = Pack(find_models() / "model/slovnet_ner_news_v1.tar").items("shape")
    for token in {token for sentence in sentences for token in sentence} | {chr(i) for i in range(0x3000)}:
        assert shape(token) == word_shape(token)
        assert shape(token) in known


def test_missing_natasha_is_said(monkeypatch):
    monkeypatch.setattr(pack_module, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match="pip install natasha"):
        Engine.load()


def test_missing_file_is_said(tmp_path):
    with pytest.raises(ModelError, match="no model file"):
        Engine(tmp_path).entities([["Да"]])


def test_outer_libraries_are_not_imported():
    """Their import alone takes longer than reading the models."""
    code = "import sys; from quotex.engine import Engine; Engine.load().entities([['Да']]); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"natasha", "slovnet", "navec", "pymorphy2"} & set(loaded)
