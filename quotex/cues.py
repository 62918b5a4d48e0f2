"""Cues found in a parsed article: every place where an entry of the lexicon stands in the author's own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quotex.lexicon.cue import CueEntry, CueKind
from quotex.marks import Quotation
from quotex.morph import lemma
from quotex.parse import Doc, Sentence, Token
from quotex.span import Stretch, hull

REACH = 6  # how far the noun of «выразил твёрдую надежду» may stand from its verb, in tokens
PARTS = {
    CueKind.VERB: {"VERB", "AUX"},
    CueKind.PREDICATE: {"ADJ", "VERB", "ADV"},
    CueKind.NOUN: {"NOUN", "PROPN"},
}
MODIFIERS = {"ADJ", "DET", "PRON", "NUM", "VERB"}
PHASES = {
    "начать",
    "стать",
    "продолжать",
    "продолжить",
    "спешить",
    "поспешить",
    "пытаться",
    "попытаться",
    "успеть",
    "решиться",
    "осмелиться",
    "не_устать",
}
OWN_VOICE = {"я", "мы", "ты", "вы"}
DENIALS = {
    "исключать",
    "исключить",
    "исключенный",
    "считать",
    "счесть",
    "советовать",
    "рекомендовать",
    "верить",
    "сомневаться",
    "скрывать",
    "отрицать",
    "согласный",
    "возражать",
}
CONCESSIONS = {"скрывать"}  # speech only with `не`: не скрывает, что
ANYBODY = (["тот", ",", "кто"], ["те", ",", "кто"])
COMMENTS = {
    "строго",
    "честно",
    "откровенно",
    "иначе",
    "собственно",
    "вообще",
    "мягко",
    "проще",
    "грубо",
    "короче",
    "условно",
    "образно",
    "не",
    "кстати",
}
OPENS = {"SCONJ", "CCONJ", "PUNCT", "ADV", "PART"}

Index = Mapping[str, Sequence[CueEntry]]


@dataclass(frozen=True, slots=True)
class Cue:
    """An entry at its place: the tokens it stands on (indices in its sentence) and the head among them."""

    entry: CueEntry
    stretch: Stretch
    sentence: int
    tokens: tuple[int, ...]
    head: int


def index(entries: Iterable[CueEntry]) -> Index:
    """The entries by their first lemma, the longest first."""
    table: defaultdict[str, list[CueEntry]] = defaultdict(list)
    for entry in entries:
        table[entry.lemmas[0]].append(entry)
    return {first: sorted(found, key=lambda e: -len(e.lemmas)) for first, found in table.items()}


def find(doc: Doc, entries: Index) -> list[list[Cue]]:
    """The cues of each sentence, in order; of several readings of one token the longest phrase."""
    outer = [q for q in doc.quotations if q.depth == 0]
    return [list(_of_sentence(number, s, entries, _verbatim(s, outer))) for number, s in enumerate(doc.sentences)]


def _verbatim(sentence: Sentence, outer: Sequence[Quotation]) -> set[int]:
    """The tokens that stand in marks: no cue of the author's."""
    near = [q for q in outer if q.whole.meets(sentence.stretch)]
    return {i for q in near for i in _inside(sentence, q.whole) if q.verbatim(sentence.tokens[i].stretch)}


def _inside(sentence: Sentence, whole: Stretch) -> range:
    return range(sentence.at(whole.start), sentence.at(whole.end))


def _of_sentence(number: int, sentence: Sentence, entries: Index, verbatim: set[int]) -> Iterator[Cue]:
    taken = set(verbatim)
    for at, token in enumerate(sentence.tokens):
        if at in taken or not (found := _entries(token, entries)):
            continue
        cue = next((c for c in _readings(number, sentence, at, found) if not taken & set(c.tokens)), None)
        if cue:
            taken |= set(cue.tokens)
            yield cue


def _entries(token: Token, entries: Index) -> Sequence[CueEntry]:
    """The entries that begin with the token; a short participle may be a predicate too: `обеспокоен`."""
    found = entries.get(token.lemma, ())
    short = token.feats.get("Variant") == "Short"
    return [*entries.get(lemma(token.text, "ADJ"), ()), *found] if short else found


def _readings(number: int, sentence: Sentence, at: int, entries: Sequence[CueEntry]) -> Iterator[Cue]:
    for entry in entries:
        tokens = _matched(sentence, at, entry)
        if tokens and _asserted(sentence, at, entry):
            place = hull(sentence.tokens[i].stretch for i in tokens)
            yield Cue(entry, place, number, tokens, at if entry.kind is not CueKind.PREPOSITION else tokens[-1])


def _matched(sentence: Sentence, at: int, entry: CueEntry) -> tuple[int, ...]:
    if entry.kind is CueKind.PREPOSITION:
        return _preposition(sentence, at, entry)
    if sentence.tokens[at].pos not in PARTS[entry.kind]:
        return ()
    found = [at]
    for wanted in entry.lemmas[1:]:
        near = _near(sentence, at, found, wanted)
        if near is None:
            return ()
        found.append(near)
    return tuple(sorted(found))


def _near(sentence: Sentence, at: int, found: list[int], wanted: str) -> int | None:
    """`выразил твёрдую надежду`, `надежду выразил`: the nearest token of the lemma, the right side first."""
    right = range(at + 1, min(len(sentence.tokens), at + 1 + REACH))
    left = range(at - 1, max(-1, at - REACH), -1)
    return next((i for i in [*right, *left] if sentence.tokens[i].lemma == wanted and i not in found), None)


def _preposition(sentence: Sentence, at: int, entry: CueEntry) -> tuple[int, ...]:
    """`по его словам`, `по предварительным данным`: only modifiers may stand between."""
    tokens, i, found = sentence.tokens, at, [at]
    if at and tokens[at - 1].pos not in OPENS and tokens[at - 1].lemma != "который":
        return ()
    for wanted in entry.lemmas[1:]:
        i += 1
        while i < len(tokens) and tokens[i].lemma != wanted and tokens[i].pos in MODIFIERS:
            i += 1
        if i >= len(tokens) or tokens[i].lemma != wanted or tokens[i].quoted:
            return ()
        found.append(i)
    own = any(tokens[j].lemma in {"мой", "наш", "я", "мы"} for j in range(at, found[-1]))
    return () if own else tuple(found)


def _asserted(sentence: Sentence, at: int, entry: CueEntry) -> bool:
    """Speech that took place: not `заявит завтра`, `может заявить`, `не сказал, что`, `скажи`."""
    token = sentence.tokens[at]
    if entry.kind is CueKind.NOUN:
        in_a_word = [t.text.lower() for t in sentence.tokens[at : at + 2]] == ["словом", ","]
        return not (in_a_word or _of_somebody(sentence, token) or _own_noun(sentence, token))
    if entry.kind is CueKind.PREPOSITION:
        return True
    if token.has(VerbForm="Part", Voice="Pass") and not token.has(Variant="Short"):
        return False  # так называемый, предполагаемый
    if _is_of_anybody(sentence, at) or _is_turned(sentence, at, entry):
        return False
    if token.has(Tense="Fut") or token.has(Mood="Imp") or token.has(Person="1") or token.has(Person="2"):
        return False
    if any(_own_or_unreal(sentence.tokens[i]) for i in sentence.children[at]):
        return False
    return not token.has(VerbForm="Inf") or _performed(sentence, at, token)


def _is_turned(sentence: Sentence, at: int, entry: CueEntry) -> bool:
    """`не сказал`, `сказал ли`, `скрывает`, `честно говоря`: the word beside it makes it no speech."""
    left = sentence.tokens[at - 1].text.lower() if at else ""
    asked = any(t.text.lower() == "ли" for t in sentence.tokens[at + 1 : at + 2])
    denied = entry.lemmas[0] not in DENIALS if left == "не" else entry.lemmas[0] in CONCESSIONS
    token = sentence.tokens[at]
    return asked or denied or (token.has(VerbForm="Conv") and token.lemma == "говорить" and left in COMMENTS)


def _is_of_anybody(sentence: Sentence, at: int) -> bool:
    """`те, кто (давно) считает себя одинокими`: nobody in particular."""
    before = [t.lemma for t in sentence.tokens[max(0, at - 4) : at]]
    return any(before[i : i + 3] in ANYBODY for i in range(2))


def _of_somebody(sentence: Sentence, token: Token) -> bool:
    """`свидетель обвинения`, `автор идеи`: the noun only tells who somebody is."""
    head = sentence.tokens[token.head] if token.head >= 0 else None
    return head is not None and token.has(Case="Gen") and head.pos == "NOUN" and head.has(Animacy="Anim")


def _own_noun(sentence: Sentence, token: Token) -> bool:
    """`я делился мыслью, что`; `хотели бы иметь уверенность, что`: the author's, or nobody's yet."""
    return token.head >= 0 and any(_own_or_unreal(sentence.tokens[i]) for i in sentence.children[token.head])


def _own_or_unreal(dependent: Token) -> bool:
    """`мы рассказывали`, `сказал бы`."""
    abbreviation = dependent.text.isupper() and len(dependent.text) > 1  # ВАС, МЫ
    own = dependent.lemma in OWN_VOICE and not abbreviation and dependent.rel.startswith("nsubj")
    return own or dependent.text.lower() == "бы"


def _performed(sentence: Sentence, at: int, token: Token) -> bool:
    """`приехал, чтобы заверить жителей, что`; `стал утверждать, что`: speech that took place all the same."""
    if any(sentence.tokens[i].text.lower() == "чтобы" for i in sentence.children[at]):
        return True
    phase = sentence.tokens[token.head] if token.head >= 0 else None
    return phase is not None and phase.lemma in PHASES and sentence.tokens[token.head - 1].text.lower() != "не"
