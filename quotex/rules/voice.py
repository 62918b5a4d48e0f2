"""What stands at the cue in the speaker's place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind, Frame
from quotex.parse import Sentence, Token
from quotex.phrase import possessives
from quotex.rules.claim import Reading, Slot, Voice
from quotex.rules.inset import is_inserted
from quotex.rules.noun_phrase import is_named, phrase, plausible
from quotex.rules.place import INSIDE, loose_places, places, shared_places
from quotex.rules.subject import agents, agrees, antecedent, is_lone, near, preposition, run, subjects
from quotex.rules.syntax import TIME, before, is_break, is_finite, is_gerund, is_passive, is_sister
from quotex.rules.voice_noun import of_noun, of_preposition
from quotex.sketch import NO_HEAD

REPORTING = {"цитировать", "процитировать", "приводить", "привести", "приводиться"}
WORDS = {"слово", "высказывание", "заявление"}
RETOLD = WORDS | {"комментарий", "мнение", "ответ"}
MANNERS = {"ход", "рамка", "связь", "случай", "целое", "частность", "очередь", "пользу", "выбор", "мера", "итог", "фон"}
PASSIVES = {"обвиняться", "подозреваться", "считаться", "называться"}  # whoever is accused says nothing
Limit = tuple[int, int] | None


def voice(reading: Reading, cue: Cue, limit: Limit = None) -> Voice | None:
    """The speaker's place at the cue; `limit` keeps the search within the tokens of a segment."""
    if cue.entry.kind is CueKind.PREPOSITION:
        return of_preposition(reading, cue)
    if cue.entry.kind is CueKind.NOUN:
        return of_noun(reading, cue)
    candidates = list(_of_verb(reading, cue, limit))
    found = next((v for v in candidates if plausible(reading, v)), next(iter(candidates), None))
    passes_on = found is None or reading.speaks_for(found) or reading.is_press(found)
    return (_referred(reading, cue) or found) if passes_on else found


def _of_verb(reading: Reading, cue: Cue, limit: Limit) -> Iterator[Voice]:
    """In the order of trust: who is quoted, the document, the subject, the place, the nearest nominative, …"""
    yield from _reported(reading, cue)
    head = reading.sentence(cue).tokens[cue.head]
    if cue.entry.kind is CueKind.VERB and is_passive(head) and not _active(reading.sentence(cue), cue.head):
        yield from _passive(reading, cue)
        return
    yield from _subject_or_place(reading, cue, limit)
    sentence = reading.sentence(cue)
    nouns = (near(sentence, cue.head, limit), antecedent(sentence, cue.head)) if is_finite(head) else ()
    yield from (phrase(reading, cue.sentence, at, Slot.SUBJECT) for at in nouns if at is not None)
    yield from _of_verb_before(reading, cue)


def _subject_or_place(reading: Reading, cue: Cue, limit: Limit) -> Iterator[Voice]:
    """`‹Ким› отметил`, `в ‹мэрии› отметили`: a place speaks where no subject does; beside one, only a plural does."""
    sentence = reading.sentence(cue)
    yield from _of_inserted_before(reading, cue)
    if (name := _named_before(reading, sentence, cue)) is not None:
        yield phrase(reading, cue.sentence, name, Slot.SUBJECT)
    place = _place(reading, cue, limit)
    for at in _subjects_near(sentence, cue, limit):
        if _addressed(reading, sentence, at) and (other := _speaker_behind(sentence, cue, limit)) is not None:
            yield phrase(reading, cue.sentence, other, Slot.SUBJECT)
        elif place is None or sentence.tokens[at].has(Number="Plur") or sentence.tokens[at].rel == "conj":
            yield phrase(reading, cue.sentence, at, Slot.SUBJECT)
    place = next(shared_places(reading, sentence, cue.head), None) if place is None else place
    if place is not None:
        yield phrase(reading, cue.sentence, place, Slot.PLACE)


def _place(reading: Reading, cue: Cue, limit: Limit) -> int | None:
    """`в ‹мэрии› отметили`: by the tree, else right beside the verb."""
    sentence = reading.sentence(cue)
    joined = next(places(reading, sentence, cue.head, limit[1] if limit else None), None)
    return next(loose_places(reading, sentence, cue.head), None) if joined is None else joined


def _subjects_near(sentence: Sentence, cue: Cue, limit: Limit) -> Iterator[int]:
    """The subjects, without those of which the verb's number or the bounds of its segment tell better."""
    verb = sentence.tokens[cue.head]
    beside = near(sentence, cue.head, limit) if is_finite(verb) else None
    for at in subjects(sentence, cue.head):
        other = beside not in (None, at) and is_lone(sentence, at, verb)  # Ким ждал, когда ‹врачи› сообщили
        told = limit is not None and at < limit[0] and is_finite(verb)  # ‹План выполнен›, рапортует завод
        if not other and not told:
            yield at


def _of_inserted_before(reading: Reading, cue: Cue) -> Iterator[Voice]:
    """`‹Мост готов›, утверждает ‹Вера Ким›, инженер, и добавляет, что …`: whoever spoke in the segment before."""
    sentence, verb = reading.sentence(cue), reading.sentence(cue).tokens[cue.head]
    joined = cue.tokens[0] > 0 and sentence.tokens[cue.tokens[0] - 1].pos == "CCONJ"
    if not joined or any(sentence.tokens[i].rel.startswith("nsubj") for i in sentence.children[cue.head]):
        return
    for other in reading.cues[cue.sentence]:
        if other.head < cue.head and is_inserted(sentence, other) and is_sister(sentence.tokens[other.head], verb):
            after = (i for i in sentence.children[other.head] if i > other.head)
            subject = next((i for i in after if sentence.tokens[i].rel == "nsubj"), None)
            yield from [] if subject is None else [phrase(reading, cue.sentence, subject, Slot.SUBJECT)]


def _named_before(reading: Reading, sentence: Sentence, cue: Cue) -> int | None:
    """`…, однако лидер партии ‹Олег Ким› назвал`: a person named in the nominative right before the verb."""
    verb, last = sentence.tokens[cue.head], before(sentence, cue.tokens[0])
    if last < 0 or not is_finite(verb) or sentence.tokens[last].quoted or not agrees(sentence.tokens[last], verb):
        return None
    end = sentence.tokens[last].end
    start = next((n.stretch.start for n in reading.doc.names if n.kind == "PER" and n.stretch.end == end), None)
    return _titled(sentence, sentence.at(start)) if start is not None else None


def _titled(sentence: Sentence, name: int) -> int:
    """The noun that the name stands beside, in its case: `лидер ‹Ким›`."""
    token = sentence.tokens[name]
    noun = token.head if token.rel == "appos" and 0 <= token.head < name else name
    return noun if sentence.tokens[noun].has(Case="Nom") else name


def _active(sentence: Sentence, at: int) -> bool:
    """`депутат признаётся`: a reflexive verb with somebody as its subject."""
    reflexive = sentence.tokens[at].lemma.endswith("ся") and sentence.tokens[at].lemma not in PASSIVES
    return reflexive and any(sentence.tokens[i].has(Animacy="Anim") for i in subjects(sentence, at))


def _reported(reading: Reading, cue: Cue) -> Iterator[Voice]:
    """`цитирует (слова) ‹министра› РБК`; `передаёт Reuters слова ‹министра›`; `следует из ‹доклада›`."""
    sentence = reading.sentence(cue)
    yield from (phrase(reading, cue.sentence, i, Slot.GENITIVE) for i in _whose_words(sentence, cue))
    if cue.entry.lemmas[0] in REPORTING:
        yield from (phrase(reading, cue.sentence, i, Slot.GENITIVE) for i in _quoted_people(sentence, cue.head))
    if cue.entry.lemmas[-1] == "из":
        origin = next(i for i in cue.tokens if sentence.tokens[i].lemma == "из")
        near = run(sentence, range(origin + 1, min(origin + 6, len(sentence.tokens))))
        nouns = (i for i in near if sentence.tokens[i].pos in {"NOUN", "PROPN", "X"})
        yield from (phrase(reading, cue.sentence, i, Slot.GENITIVE, origin + 1) for i in nouns)


def _whose_words(sentence: Sentence, cue: Cue) -> Iterator[int]:
    """`передаёт слова ‹министра›`, `приводит ‹его› слова`, `мнение ‹врача›`; not `назвал слова ‹министра› бредом`."""
    reports = cue.entry.lemmas[0] in REPORTING
    for child in sentence.children[cue.head] if not cue.entry.takes(Frame.EVALUATION) else ():
        token = sentence.tokens[child]
        if token.lemma in (RETOLD if reports else WORDS) and (reports or token.has(Number="Plur")):
            yield from possessives(sentence, child)
            yield from (i for i in sentence.children[child] if sentence.tokens[i].has(Case="Gen"))


def _quoted_people(sentence: Sentence, verb: int) -> Iterator[int]:
    """`цитирует ‹министра›`: by the tree, else behind the verb."""
    objects = (i for i in sentence.children[verb] if sentence.tokens[i].rel == "obj")
    behind = run(sentence, range(verb + 1, len(sentence.tokens)))
    yield from (i for i in (*objects, *behind) if _quoted_person(sentence.tokens[i]))


def _quoted_person(token: Token) -> bool:
    return (
        token.pos == "PRON"
        or token.has(Case="Acc", Animacy="Anim")
        or (token.has(Case="Gen", Animacy="Anim") and token.rel == "obj")
    )


def _addressed(reading: Reading, sentence: Sentence, at: int) -> bool:
    """`сообщил «НГ» директор`: an outlet whose case does not show."""
    token = sentence.tokens[at]
    return token.start in reading.marked or any(o.meets(token.stretch) for o in reading.outlets)


def _speaker_behind(sentence: Sentence, cue: Cue, limit: Limit) -> int | None:
    end = limit[1] if limit else len(sentence.tokens)
    behind = (sentence.tokens[i] for i in run(sentence, range(cue.head + 1, end)))
    found = next((t for t in behind if t.has(Case="Nom", Animacy="Anim") and t.pos in {"NOUN", "PROPN"}), None)
    return sentence.tokens.index(found) if found else None


def _passive(reading: Reading, cue: Cue) -> Iterator[Voice]:
    """`сказано Песковым`; `в сообщении МЧС говорится`; `сообщение, где сказано`."""
    sentence = reading.sentence(cue)
    children = sentence.children[cue.head]
    beside = [i for i in children if sentence.tokens[i].rel == "conj" and is_passive(sentence.tokens[i])]
    by = [i for verb in (cue.head, *beside) for i in agents(sentence, verb)]  # названо ошибкой и отвергнуто ‹палатой›
    yield from (phrase(reading, cue.sentence, i, Slot.AGENT) for i in by if not _is_evaluated_as(sentence, cue, i))
    if sentence.tokens[cue.head].rel == "acl:relcl" and sentence.tokens[cue.head].head != NO_HEAD:
        yield phrase(reading, cue.sentence, sentence.tokens[cue.head].head, Slot.DOCUMENT)
    right = run(sentence, range(cue.head + 1, len(sentence.tokens)))
    left = run(sentence, range(cue.tokens[0] - 1, -1, -1))
    yield from (
        phrase(reading, cue.sentence, i, Slot.DOCUMENT)
        for i in [*children, *right, *left]
        if _is_document(reading, sentence, i)
    )


def _is_evaluated_as(sentence: Sentence, cue: Cue, at: int) -> bool:
    """`названо ‹ошибкой›`: what it was called, not who called it so."""
    return cue.entry.takes(Frame.EVALUATION) and sentence.tokens[at].rel == "xcomp"


def _is_document(reading: Reading, sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    known = token.lemma in reading.roles or token.pos == "PROPN" or is_named(reading, token)
    written = preposition(sentence, at) in INSIDE and sentence.tokens[at].lemma not in MANNERS
    return (known or written) and token.has(Case="Loc") and token.pos in {"NOUN", "PROPN"} and token.lemma not in TIME


def _of_verb_before(reading: Reading, cue: Cue) -> Iterator[Voice]:
    """`…, рассказал X, добавив, что …`; `X отметил, что мост готов, и пообещал …`: the subject of the verb before."""
    sentence = reading.sentence(cue)
    verb = sentence.tokens[cue.head]
    for at in range(cue.head - 1, -1, -1):
        token = sentence.tokens[at]
        if is_finite(token) and token.pos == "VERB" and (is_gerund(verb) or is_sister(token, verb)):
            yield from (phrase(reading, cue.sentence, i, Slot.SUBJECT) for i in subjects(sentence, at))


def _referred(reading: Reading, cue: Cue) -> Voice | None:
    """`передаёт ТАСС со ссылкой на ‹МЧС›`, `пишет газета, ссылаясь на ‹источник›`: the outlet names who said it."""
    sentence = reading.sentence(cue)
    for at, token in enumerate(sentence.tokens[:-2]):
        if token.quoted or token.lemma not in {"ссылка", "ссылаться"} or sentence.tokens[at + 1].text.lower() != "на":
            continue
        behind = range(at + 2, min(at + 8, len(sentence.tokens)))
        noun = next((i for i in behind if sentence.tokens[i].pos in {"NOUN", "PROPN", "X"}), None)
        if noun is not None and not any(is_break(t) for t in sentence.tokens[at + 2 : noun]):
            return replace(
                phrase(reading, cue.sentence, _owner(reading, sentence, noun), Slot.GENITIVE, at + 2), relayed=True
            )
    return None


def _owner(reading: Reading, sentence: Sentence, noun: int) -> int:
    """`со ссылкой на Twitter мэра ‹Анны Лосевой›`: a person's page speaks for the person."""
    if not any(o.meets(sentence.tokens[noun].stretch) for o in reading.outlets):
        return noun
    people = {n.stretch.start for n in reading.doc.names if n.kind == "PER"}
    return next(
        (
            i
            for i in run(sentence, range(noun + 1, min(noun + 7, len(sentence.tokens))))
            if sentence.tokens[i].start in people
        ),
        noun,
    )
