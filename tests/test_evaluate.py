"""The scores and causes, against cases counted by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from quotex.errors import InputError
from quotex.evaluate import Annotated, Article, articles, causes, compare, intervals, mistakes, predictions, scores
from quotex.evaluate.match import same_name
from quotex.span import Stretch

TEXT = "раз два три четыре пять шесть семь восемь девять десять «одиннадцать» двенадцать"


def quote(first: str, last: str | None = None, *more: tuple[str, str], **fields: Any) -> Annotated:
    """A quote from one word of TEXT to another, and so on for more spans; by Иван Петров through ТАСС."""
    spans = tuple(Stretch(TEXT.index(a), TEXT.index(b) + len(b)) for a, b in ((first, last or first), *more))
    return replace(Annotated("direct", spans, ("Иван Петров",), ("ТАСС",), date="2025-01-29"), **fields)


def shares(gold: list[Annotated], predicted: list[Annotated]) -> dict[str, float]:
    return scores([compare(TEXT, gold, predicted)]).shares


def test_all_right() -> None:
    found = shares([quote("раз", "три"), quote("пять", "семь")], [quote("раз", "три"), quote("пять", "семь")])
    assert {name for name, share in found.items() if share == 1} == found.keys() - {"recall_indirect", "recall_mixed"}


def test_half_found_and_one_too_many() -> None:
    found = shares([quote("раз", "три"), quote("пять", "семь")], [quote("раз", "три"), quote("девять"), quote("шесть")])
    assert (found["precision"], found["recall"]) == (pytest.approx(1 / 3), 0.5)
    assert found["detect"] == found["exact"] == found["attrib"] == found["record"] == pytest.approx(2 * 1 / 5)


def test_seven_words_of_ten_match_and_six_do_not() -> None:
    gold = [quote("раз", "десять")]
    assert shares(gold, [quote("раз", "семь")])["detect"] == 1
    assert shares(gold, [quote("раз", "семь")])["exact"] == 0
    assert shares(gold, [quote("раз", "шесть")])["detect"] == 0


def test_marks_and_spaces_are_no_words() -> None:
    inside, outside = quote("одиннадцать"), quote("«одиннадцать»")
    assert shares([inside], [outside])["exact"] == 1


def test_spans_count_together() -> None:
    assert shares([quote("раз", "два", ("пять", "шесть"))], [quote("раз", "шесть")])["detect"] == 0
    assert shares([quote("раз", "три", ("пять", "восемь"))], [quote("раз", "восемь")])["detect"] == 1


def test_the_best_overlap_is_taken_first() -> None:
    gold, worse, best = quote("раз", "десять"), quote("раз", "девять"), quote("раз", "десять")
    (pair,) = compare(TEXT, [gold], [worse, best]).pairs
    assert pair.predicted is best


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "mixed"}, "kind"),
        ({"speaker": ("Пётр Иванов",)}, "speaker"),
        ({"speaker": (None,)}, "speaker"),
        ({"source": ("РБК",)}, "source"),
        ({"source": (None,)}, "source"),
        ({"date": None}, "date"),
        ({"date": "2025-01-28"}, "date"),
    ],
)
def test_one_field_wrong_spoils_that_field_and_the_record(wrong: dict[str, Any], field: str) -> None:
    right = [quote("раз", "три"), quote("пять", "семь")]
    found = shares(right, [right[0], replace(right[1], **wrong)])
    assert {name for name in ("kind", "speaker", "source", "date", "detect", "record") if found[name] < 1} == {
        field,
        "record",
    }
    assert found[field] == found["record"] == 0.5
    assert found["attrib"] == (0.5 if field == "speaker" else 1)


def test_given_leaves_out_what_the_gold_has_not() -> None:
    gold = [quote("раз", source=(None,), date=None), quote("два"), quote("три", source=("РБК", None))]
    found = shares(gold, [quote("раз"), quote("два"), quote("три", source=(None,))])
    assert (found["source"], found["source_given"]) == (pytest.approx(2 / 3), 1)
    assert (found["date"], found["date_given"]) == (pytest.approx(2 / 3), 1)


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        (("Артём Ёлкин",), "артем  елкин", True),
        (("Известия", "газета «Известия»"), "«Известия»", True),
        (("Иван Петров",), "Петров", False),
        ((None,), None, True),
        (("Иван Петров", None), None, True),
        (("Иван Петров",), None, False),
        ((None,), "Иван Петров", False),
    ],
)
def test_names(gold: tuple[str | None, ...], predicted: str | None, same: bool) -> None:
    assert same_name(gold, (predicted,)) is same


def test_nothing_there_and_nothing_found_is_right() -> None:
    assert (shares([], [])["detect"], shares([], [quote("раз")])["detect"]) == (1, 0)


def test_interval_of_equal_articles_is_a_point() -> None:
    comparison = compare(TEXT, [quote("раз")], [quote("раз")])
    assert intervals([comparison] * 5)["detect"] == (1, 1)


def causes_of(gold: list[Annotated], predicted: list[Annotated]) -> list[tuple[str, str]]:
    article = Article("a", TEXT, tuple(gold))
    return [(cause.what, cause.why) for cause in causes(list(mistakes(article, compare(TEXT, gold, predicted))))]


@pytest.mark.parametrize(
    ("gold", "predicted", "cause"),
    [
        (quote("раз", cue=Stretch(4, 7)), None, ("missed", "direct, a cue")),
        (quote("раз", kind="mixed"), None, ("missed", "mixed, no cue")),
        (None, quote("раз", rule="labelled"), ("spurious", "by rule labelled")),
        (quote("раз", "девять"), quote("раз", "десять"), ("bounds", "too long")),
        (quote("раз", "десять"), quote("раз", "девять"), ("bounds", "too short")),
        (quote("раз", "девять"), quote("два", "десять"), ("bounds", "shifted")),
        (quote("раз"), quote("раз", kind="mixed"), ("kind", "direct taken for mixed")),
        (quote("раз"), quote("раз", speaker=("Ивана Петрова",)), ("speaker", "name form")),
        (quote("раз"), quote("раз", speaker=("Анна Белова",)), ("speaker", "another entity")),
        (quote("раз"), quote("раз", speaker=(None,)), ("speaker", "missing")),
        (quote("раз", speaker=(None,)), quote("раз"), ("speaker", "spurious")),
        (quote("раз", basis="inherited"), quote("раз", source=(None,)), ("source", "missing, inherited")),
        (quote("раз", source=(None,)), quote("раз", basis="document"), ("source", "spurious, document")),
        (quote("раз", basis="explicit"), quote("раз", source=("РБК",)), ("source", "another, explicit")),
        (quote("раз"), quote("раз", date=None), ("date", "missing")),
    ],
)
def test_cause(gold: Annotated | None, predicted: Annotated | None, cause: tuple[str, str]) -> None:
    assert causes_of([gold] if gold else [], [predicted] if predicted else []) == [cause]


def test_found_with_quite_other_bounds() -> None:
    found = causes_of([quote("раз", "десять")], [quote("раз", rule="r")])
    assert found == [("missed", "direct, no cue, found with other bounds"), ("spurious", "by rule r")]


def test_causes_are_counted_and_shared() -> None:
    article = Article("a", TEXT, (quote("раз"), quote("два"), quote("три")))
    wrong = [quote("раз", kind="mixed"), quote("два", kind="mixed"), quote("три", date=None), quote("десять")]
    found = causes(list(mistakes(article, compare(TEXT, article.quotes, wrong))))
    assert [(cause.what, len(cause.mistakes), cause.share) for cause in found] == [
        ("kind", 2, 0.5),
        ("date", 1, 0.25),
        ("spurious", 1, 0.25),
    ]


GOLD = {
    "id": 7,
    "text": TEXT,
    "published": "2025-01-29",
    "quotes": [
        {
            "kind": "direct",
            "spans": [[0, 3], [8, 11]],
            "cue": [4, 7],
            "speaker": {"names": [], "kind": "unnamed"},
            "source": {"names": ["ТАСС"], "basis": "explicit"},
            "date": None,
        }
    ],
}


def test_gold_is_read() -> None:
    (article,) = articles(["", json.dumps(GOLD)])
    spans = (Stretch(0, 3), Stretch(8, 11))
    assert article == Article(
        "7", TEXT, (Annotated("direct", spans, (None,), ("ТАСС",), "explicit", cue=Stretch(4, 7)),), "2025-01-29"
    )


def test_predictions_are_read_but_for_nested_ones() -> None:
    outer = {
        "kind": "direct",
        "spans": [{"start": 0, "end": 3}],
        "speaker": {"name": "Иван Петров"},
        "rule": "label",
    }
    record = {"id": 7, "quotes": [outer, {**outer, "parent": 0}]}
    expected = Annotated("direct", (Stretch(0, 3),), ("Иван Петров",), rule="label")
    assert predictions([json.dumps(record)]) == {"7": (expected,)}


@pytest.mark.parametrize("line", ["{", "{}", '{"id": 1, "text": "т", "quotes": [{}]}'])
def test_what_is_no_gold_names_its_line(line: str) -> None:
    with pytest.raises(InputError, match="line 2"):
        list(articles(["", line]))
