"""Where the sentence goes on around a subordinate cue: `После того как X объяснил, что ‹всё готово›, она ушла`."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.cues import Cue
from quotex.parse import Sentence
from quotex.rules.subject import modified
from quotex.rules.syntax import ancestors, is_comma, is_finite, is_participle


def resumed(sentence: Sentence, cue: Cue, start: int) -> Iterator[int]:
    """`После того как X объяснил, что ‹всё готово›, она ушла`; `представитель, заявивший, что ‹…›, отказался`."""
    noun = modified(sentence, cue.head) if is_participle(sentence.tokens[cue.head]) else None
    found = list(main_clause(sentence, cue.head if noun is None else noun, cue.head, start))
    yield from found or [*_after_subordinate(sentence, cue, start), *_after_participle(sentence, cue, start)]


def _after_participle(sentence: Sentence, cue: Cue, start: int) -> Iterator[int]:
    """`Лосев, заявивший, что ‹мост готов›, уехал`: the tree is lost; the first comma behind the content's verb."""
    tokens = sentence.tokens
    if not is_participle(tokens[cue.head]) or any(map(is_finite, tokens[: cue.head])):
        return
    verb = next((i for i in range(start, len(tokens)) if is_finite(tokens[i])), len(tokens))
    for at in range(verb, len(tokens) - 1):
        if is_comma(tokens[at]) and tokens[at + 1].pos not in {"SCONJ", "CCONJ"} and tokens[at + 1].lemma != "который":
            if any(map(is_finite, tokens[at + 1 :])):
                yield at
            return


def main_clause(sentence: Sentence, at: int, head: int, start: int) -> Iterator[int]:
    """The comma behind which the clause above token `at` goes on; `head` heads the clause that ends there."""
    main = next((a for a in ancestors(sentence, at) if a > start and is_finite(sentence.tokens[a])), None)
    if main is None:
        return
    own = sentence.subtree(head)
    for at in range(main, start, -1):
        if is_comma(sentence.tokens[at]) and not any(i in own for i in range(at + 1, main)):
            yield at
            return


def _after_subordinate(sentence: Sentence, cue: Cue, start: int) -> Iterator[int]:
    """`Когда X объявил, что ‹всё готово›, она ушла`: after an opening conjunction a main clause must follow."""
    tokens = sentence.tokens
    opening = [t.text.lower() for t in tokens[:3]]
    if not ({"когда", "если", "хотя", "пока"} & set(opening[:1]) or opening == ["после", "того", "как"]):
        return
    if any(is_finite(t) for t in tokens[: cue.head]):
        return
    verb = next((i for i in range(start, len(tokens)) if is_finite(tokens[i])), len(tokens))
    for at in range(verb, len(tokens) - 1):
        if (
            is_comma(tokens[at])
            and tokens[at + 1].pos not in {"SCONJ", "CCONJ", "ADP", "VERB"}
            and tokens[at + 1].lemma != "который"
        ):
            yield at
            return
