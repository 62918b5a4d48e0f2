"""The examples of the lexicon: each cue's marked sentence, and each role word as the speaker of its sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from marked import differences, read

from quotex.extractor import Extractor
from quotex.lexicon.table import rows
from quotex.model import Extraction
from quotex.morph import lemma

CUES = [(phrase, example) for phrase, _, _, example, *_ in rows("cues")]
ROLES = [(word, kind, example) for word, kind, example, *_ in rows("roles")]
KINDS = {"body": {"organization"}, "document": {"organization", "unnamed"}}  # a document speaks for whoever issued it

KNOWN_CUES: frozenset[str] = frozenset(
    {
        "озвучивать",
        "оповещать",
        "скандировать",
        "ссылаться",
        "ответить",
        "гласить",
        "делать вывод",
        "склоняться к версии",
        "переживать",
        "приказывать",
        "выступать",
        "гадать",
        "называть",
        "осудить",
        "угроза",
        "ультиматум",
        "точка зрения",
        "гипотеза",
        "убеждение",
        "сожаление",
    }
)
KNOWN_ROLES: frozenset[str] = frozenset(
    {"генсекретарь", "потерпевший", "медиа", "оперштаб", "паблик", "пункт", "среда", "следком", "пресс-секретариат"}
)

Read = Callable[[str], Extraction]


@pytest.fixture(scope="module")
def found(extractor: Extractor) -> Read:
    """What quotex finds in each example, all of them read together."""
    texts = list(dict.fromkeys([*(read(example).text for _, example in CUES), *(row[-1] for row in ROLES)]))
    return dict(zip(texts, extractor.pipe(texts), strict=True)).__getitem__


def _cases(table: Sequence[tuple[str, ...]], known: frozenset[str]) -> list[Any]:
    fails = [pytest.mark.xfail(strict=True)]
    return [pytest.param(word, *rest, id=word, marks=fails if word in known else []) for word, *rest in table]


@pytest.mark.parametrize(("phrase", "example"), _cases(CUES, KNOWN_CUES))
def test_cue(found: Read, phrase: str, example: str) -> None:
    marked = read(example)
    assert "\n".join(differences(marked, found(marked.text))) == "", phrase


@pytest.mark.parametrize(("word", "kind", "example"), _cases(ROLES, KNOWN_ROLES))
def test_role(found: Read, word: str, kind: str, example: str) -> None:
    speaker = found(example).quotes[0].speaker
    assert speaker is not None
    assert speaker.mention is not None
    assert speaker.kind in KINDS.get(kind, {kind})
    assert _same_word(word, speaker.mention.text), speaker.mention.text


def _same_word(word: str, mention: str) -> bool:
    head = lemma(word, "NOUN")
    return any(head == lemma(m, "NOUN") or word.lower() == m.lower() for m in mention.split())


@pytest.mark.parametrize("known", [KNOWN_CUES, KNOWN_ROLES])
def test_a_known_failure_is_a_word_of_the_table(known: frozenset[str]) -> None:
    assert known <= {word for word, *_ in [*CUES, *ROLES]}


def test_no_cue_stands_twice() -> None:
    assert len({phrase for phrase, _ in CUES}) == len(CUES)
