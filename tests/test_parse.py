"""The door to the models: what the parser asks of them, and the Doc that it makes of their answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from quotex.marks import pair
from quotex.parse import Doc, parse
from quotex.segment import sentences
from quotex.sketch import PLACEHOLDER, Source
from quotex.span import Stretch

Words = Sequence[str]


@dataclass
class Stub:
    """An engine of given answers, tags and heads by word. Remembers what the syntax was asked."""

    tags: Mapping[str, str] = field(default_factory=dict)
    heads: Mapping[str, int] = field(default_factory=dict)
    asked: list[list[str]] = field(default_factory=list)

    def entities(self, sentences: Sequence[Words]) -> list[list[str]]:
        return [[self.tags.get(word, "O") for word in s] for s in sentences]

    def morphology(self, sentences: Sequence[Words]) -> list[list[str]]:
        return [["NOUN" for _ in s] for s in sentences]

    def syntax(self, sentences: Sequence[Words]) -> list[list[tuple[int, str]]]:
        self.asked += [list(s) for s in sentences]
        return [[(self.heads.get(word, -1), "dep") for word in s] for s in sentences]


def read(text: str, engine: Stub) -> Doc:
    quotations = pair(text)
    return next(parse(engine, [Source(text, sentences(text, quotations), [], quotations)]))


HIDDEN = [
    # a long quotation, or one of two sentences, is one word to the syntax; a short one stays
    ("«Мы готовы открыть мост для всех жителей», — сказал он.", f"{PLACEHOLDER} , — сказал он ."),
    ("«Ждём. Едем», — сказал он.", f"{PLACEHOLDER} , — сказал он ."),
    ("Он сказал: «Мы готовы открыть мост для всех жителей».", f"Он сказал : {PLACEHOLDER} ."),
    ("«Мы готовы», — сказал он.", "« Мы готовы » , — сказал он ."),
    ("Завод «Искра» закрыт.", "Завод « Искра » закрыт ."),
    ("Мост открыт.", "Мост открыт ."),
]


@pytest.mark.parametrize(("text", "seen"), HIDDEN)
def test_the_syntax_sees_the_author_s_sentence(text: str, seen: str) -> None:
    engine = Stub()
    read(text, engine)
    assert engine.asked == [seen.split()]


def test_hidden_tokens_are_kept_and_hang_in_the_air() -> None:
    text = "«Мы готовы открыть мост для всех жителей», — сказал он."
    tokens = read(text, Stub(heads={PLACEHOLDER: 3, "он": 3})).sentences[0].tokens
    assert " ".join(t.text for t in tokens if t.quoted) == "« Мы готовы открыть мост для всех жителей »"
    assert [(t.text, tokens[t.head].text) for t in tokens if t.head >= 0] == [("«", "сказал"), ("он", "сказал")]


def test_tokens_stand_where_they_say() -> None:
    text = "Завод «Искра» закрыт.\nМост открыт."
    doc = read(text, Stub())
    assert all(t.stretch.of(text) == t.text for s in doc.sentences for t in s.tokens)
    assert [s.stretch.of(text) for s in doc.sentences] == text.split("\n")


CYCLES = [
    ({"a": 0}, "a"),  # its own head
    ({"a": 1, "b": 0}, "a b"),
    ({"a": 1, "b": 2, "c": 0}, "a b c"),
    ({"a": 1, "b": 2, "c": 1}, "a b c"),  # a tail that leads into a ring
    ({"a": 1, "b": 0, "c": 3, "d": 2}, "a b c d"),
]


@pytest.mark.parametrize(("heads", "text"), CYCLES)
def test_rings_are_cut_once(heads: dict[str, int], text: str) -> None:
    tokens = read(text, Stub(heads=heads)).sentences[0].tokens
    for start in range(len(tokens)):
        at, steps = start, 0
        while at >= 0 and steps <= len(tokens):
            at, steps = tokens[at].head, steps + 1
        assert at < 0, "no root is ever reached"
    assert sum(t.head < 0 for t in tokens) == (2 if len(tokens) == 4 else 1)


def test_a_tree_is_left_as_it_is() -> None:
    heads = {"a": 1, "b": -1, "c": 3, "d": 1}
    sentence = read("a b c d", Stub(heads=heads)).sentences[0]
    assert [t.head for t in sentence.tokens] == list(heads.values())
    assert sentence.children == ((), (0, 3), (), (2,))
    assert (sentence.subtree(1), sentence.subtree(3)) == ({0, 1, 2, 3}, {2, 3})


NAMES = [
    ({}, "Иван едет", []),
    ({"Иван": "B-PER"}, "Иван едет", [("Иван", "PER")]),
    ({"Иван": "B-PER", "Лосев": "I-PER"}, "Иван Лосев едет", [("Иван Лосев", "PER")]),
    ({"Иван": "B-PER", "Анна": "B-PER"}, "Иван Анна едут", [("Иван", "PER"), ("Анна", "PER")]),
    ({"Иван": "B-PER", "МИД": "I-ORG"}, "Иван МИД едет", [("Иван", "PER"), ("МИД", "ORG")]),
    ({"МИД": "I-ORG"}, "МИД едет", [("МИД", "ORG")]),
    ({"Бор": "B-LOC"}, "едет Бор", [("Бор", "LOC")]),
]


@pytest.mark.parametrize(("tags", "text", "names"), NAMES)
def test_names(tags: dict[str, str], text: str, names: list[tuple[str, str]]) -> None:
    assert [(n.stretch.of(text), n.kind) for n in read(text, Stub(tags)).names] == names


def test_a_token_by_its_offset() -> None:
    sentence = read("Мост  открыт.", Stub()).sentences[0]
    assert [sentence.at(offset) for offset in (0, 3, 4, 6, 11, 12, 13)] == [0, 0, 1, 1, 1, 2, 3]


def test_pages_do_not_mix() -> None:
    texts = ["Мост открыт. «Да», — сказал он.", "", "Завод закрыт."]
    pages = [Source(t, sentences(t, pair(t)), [], pair(t)) for t in texts]
    docs = list(parse(Stub(), pages))
    assert [[s.stretch.of(d.text) for s in d.sentences] for d in docs] == [
        ["Мост открыт.", "«Да», — сказал он."],
        [],
        ["Завод закрыт."],
    ]


def test_inner_sentences_are_parsed_on_their_own() -> None:
    text = "«Ждём. Едем», — сказал он."
    engine = Stub()
    inner = [Stretch(1, 6), Stretch(7, 11)]
    (doc,) = parse(engine, [Source(text, sentences(text, pair(text)), inner, pair(text))])
    assert [s.stretch.of(text) for s in doc.inner] == ["Ждём.", "Едем"]
    assert not any(t.quoted for s in doc.inner for t in s.tokens)


def test_the_models_agree_with_a_person(parsed: Callable[[str], Doc]) -> None:
    sentence = parsed("Иван Лосев сказал, что мост открыт.").sentences[0]
    verb = next(i for i, t in enumerate(sentence.tokens) if t.lemma == "сказать")
    assert sentence.tokens[verb].rel == "root"
    assert {sentence.tokens[i].rel for i in sentence.children[verb]} >= {"nsubj", "ccomp"}
