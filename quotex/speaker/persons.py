"""Where persons are named: the model's spans repaired, and the surnames that it missed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Set
from itertools import islice, pairwise

from quotex.inflect import stem
from quotex.lexicon.role import RoleKind, Roles
from quotex.morph import is_known, may_be, name_part
from quotex.parse import Doc, Sentence, Token

PARTICLES = {
    "де",
    "да",
    "ди",
    "дель",
    "дер",
    "фон",
    "ван",
    "бен",
    "бин",
    "ибн",
    "аль",
    "эль",
    "уль",
    "ла",
    "ле",
    "оглы",
    "кызы",
}
OBLIQUE = re.compile(r"(?:[оеё]в|[иы]н)(?:ой|ым)$")  # Алёхиной, Веткиным
CAPITAL = re.compile(r"[А-ЯЁA-Z]")

Run = tuple[int, int]  # first and last token


def person_runs(doc: Doc, roles: Roles) -> list[list[Run]]:
    """For each sentence the runs of tokens that name a person, in order."""
    found = [
        [r for run in _repaired(s, _model_runs(doc, s, "PER"), roles) for r in _parted(s, run)] for s in doc.sentences
    ]
    inside = {
        stem(_tokens(s, run)[-1].text) for s, runs in zip(doc.sentences, found, strict=True) for run in runs if run[0]
    }
    found = [list(_without_opening(s, runs, inside)) for s, runs in zip(doc.sentences, found, strict=True)]
    known = {stem(_tokens(s, run)[-1].text) for s, runs in zip(doc.sentences, found, strict=True) for run in runs}
    found = [sorted({*runs, *_untagged(doc, s, runs, roles)}) for s, runs in zip(doc.sentences, found, strict=True)]
    return [sorted({*runs, *_missed(doc, s, runs, known)}) for s, runs in zip(doc.sentences, found, strict=True)]


def named_runs(doc: Doc, kind: str) -> list[list[Run]]:
    """For each sentence the runs of tokens of the model's entities of that kind (ORG, LOC)."""
    return [list(_model_runs(doc, s, kind)) for s in doc.sentences]


def _tokens(sentence: Sentence, run: Run) -> tuple[Token, ...]:
    return sentence.tokens[run[0] : run[1] + 1]


def _model_runs(doc: Doc, sentence: Sentence, kind: str) -> Iterator[Run]:
    start = bisect_left(doc.names, sentence.start, key=lambda n: n.stretch.start)
    for name in islice(doc.names, start, None):
        if name.stretch.start >= sentence.end:
            return
        if name.kind == kind:
            yield sentence.at(name.stretch.start), sentence.at(name.stretch.end - 1)


def _repaired(sentence: Sentence, runs: Iterator[Run], roles: Roles) -> Iterator[Run]:
    """Spans without titles, with their initials, neighbours joined: `А. В.` + `Петров`, `Илья` + `Пономарёв`."""
    pending: Run | None = None
    for run in runs:
        trimmed = _widened(sentence, _trimmed(sentence, run, roles))
        if pending and _joins(sentence, pending, trimmed):
            pending = (pending[0], trimmed[1])
        else:
            yield from [pending] if pending else []
            pending = trimmed if _has_word(sentence, trimmed) else None
    yield from [pending] if pending else []


def _parted(sentence: Sentence, run: Run) -> Iterator[Run]:
    """`адвокат Алёхиной Оксана Дарова`: a given name in another case than the surname before it begins a new person."""
    first, last = run
    for index in range(first + 1, last):
        if _owns(sentence.tokens[index - 1], sentence.tokens[index]):
            yield first, index - 1
            first = index
    yield first, last


def _owns(before: Token, token: Token) -> bool:
    """`Алёхиной` + `Оксана`: a surname that is not in the case of the given name after it."""
    if name_part(before.text) == "Name" or name_part(token.text) != "Name" or len(before.text) < 3:
        return False
    return token.has(Case="Nom") and (before.has(Case="Gen") or _is_oblique(before.text))


def _is_oblique(surname: str) -> bool:
    return not may_be(surname, "Nom") or (not is_known(surname) and OBLIQUE.search(surname) is not None)


def _without_opening(sentence: Sentence, runs: list[Run], inside: Set[str]) -> Iterator[Run]:
    """`Республиканец отметил`, `Карьера Ивановой`: a common word has a capital at the head of a sentence too."""
    for first, last in runs:
        opens = first == 0 and _is_common(sentence.tokens[0]) and stem(sentence.tokens[0].text) not in inside
        if opens and first == last:
            continue
        yield (first + opens, last)


def _is_common(token: Token) -> bool:
    return token.text[1:].islower() and is_known(token.text) and not name_part(token.text)


def _has_word(sentence: Sentence, run: Run) -> bool:
    """Letters, and no digits as in `Ан-28`."""
    words = [token.text for token in _tokens(sentence, run)]
    return any(word[:1].isalpha() for word in words) and not any(c.isdigit() for word in words for c in word)


def _trimmed(sentence: Sentence, run: Run, roles: Roles) -> Run:
    """`президента Путина` → `Путина`; a comma or mark at an end falls off."""
    first, last = run
    tokens = sentence.tokens
    last = next((i - 1 for i in range(first + 1, last + 1) if tokens[i].text in ("(", ")", ",", ";")), last)
    while first < last and (not CAPITAL.match(tokens[first].text) or tokens[first].lemma in roles):
        first += 1
    while last > first and not tokens[last].text[:1].isalpha() and tokens[last].text != ".":
        last -= 1
    return first, last


def _widened(sentence: Sentence, run: Run) -> Run:
    """`Паоло дель` + `Брокко`; `А.` before a surname."""
    first, last = run
    tokens = sentence.tokens
    while (
        first >= 2
        and tokens[first - 1].text == "."
        and len(tokens[first - 2].text) == 1
        and tokens[first - 2].text.isupper()
    ):
        first -= 2
    while last + 1 < len(tokens) and _goes_on(sentence, first, last + 1):
        last += 1
    return first, last


def _goes_on(sentence: Sentence, first: int, index: int) -> bool:
    token = sentence.tokens[index]
    attached = token.rel == "flat:name" and first <= token.head < index
    return attached and (CAPITAL.match(token.text) is not None or token.text in PARTICLES)


def _joins(sentence: Sentence, left: Run, right: Run) -> bool:
    """Two spans side by side, the first a given name or initials."""
    if right[0] != left[1] + 1:
        return right[0] <= left[1]
    a, b = sentence.tokens[left[1]], sentence.tokens[right[0]]
    if _owns(a, b):
        return False
    return b.head in range(left[0], left[1] + 1) or a.text == "." or a.feats.get("Case") == b.feats.get("Case")


def _taken(doc: Doc, sentence: Sentence, runs: list[Run], shortest: int) -> set[int]:
    """Tokens of persons, and of bodies and places of so many words."""
    others = [
        run for kind in ("ORG", "LOC") for run in _model_runs(doc, sentence, kind) if run[1] - run[0] + 1 >= shortest
    ]
    return {i for first, last in [*runs, *others] for i in range(first, last + 1)}


def _untagged(doc: Doc, sentence: Sentence, runs: list[Run], roles: Roles) -> Iterator[Run]:
    """`Аделина Гусейн-заде`: a given name and a capitalised word that the parser joins to it."""
    pairs = enumerate(pairwise(sentence.tokens))
    joined = [(i, token) for i, (token, following) in pairs if _is_joined(i, token, following)]
    taken = _taken(doc, sentence, runs, 1) if joined else ()
    for index, token in joined:
        free = index not in taken and index + 1 not in taken
        new = not any(first <= index <= last for first, last in runs)
        if (free and name_part(token.text) == "Name") or (new and _is_apposed(sentence, index, roles)):
            yield _widened(sentence, (index, index + 1))


def _is_joined(index: int, token: Token, following: Token) -> bool:
    named = following.rel == "flat:name" and following.head == index
    return named and all(CAPITAL.match(t.text) for t in (token, following))


def _is_apposed(sentence: Sentence, index: int, roles: Roles) -> bool:
    """`‹редактор› журнала Института экономики ‹Аждар› Куртов`: of the title's case, though the model saw a body."""
    token = sentence.tokens[index]
    title = sentence.tokens[token.head] if token.rel == "appos" else None
    if title is None or not token.has(Case="Nom"):
        return False
    return title.has(Case="Nom") and roles.get(title.lemma) is RoleKind.PERSON


def _missed(doc: Doc, sentence: Sentence, runs: list[Run], known: Set[str]) -> Iterator[Run]:
    """A surname of the article that stands somewhere untagged, as at the head of a headline."""
    here = [i for i, token in enumerate(sentence.tokens) if _may_be_a_surname(token) and stem(token.text) in known]
    taken = _taken(doc, sentence, runs, 2) if here else ()
    yield from ((index, index) for index in here if index not in taken)


def _may_be_a_surname(token: Token) -> bool:
    return token.pos in ("PROPN", "NOUN") and len(token.text) > 3 and CAPITAL.match(token.text) is not None
