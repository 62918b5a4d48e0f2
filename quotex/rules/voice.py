"""What stands at the cue in the speaker's place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind
from quotex.morph import is_known
from quotex.parse import NO_HEAD, Sentence, Token
from quotex.rules.claim import Reading, Slot, Voice
from quotex.rules.syntax import ancestors, is_break, is_finite, is_gerund, is_participle, is_passive, stretch

NOMINAL = {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X", "SYM"}
RELATIVE = {"который", "кто"}
NOT_A_VOICE = {"что", "это", "то", "весь", "все", "сам"}
MEDIA = {"сми", "пресса", "журналисты", "местные сми"}
REPORTING = {"цитировать", "процитировать", "приводить", "привести", "приводиться"}
POSSESSIVES = {"его", "её", "ее", "их", "своему", "моему", "нашему", "собственному"}


def voice(reading: Reading, cue: Cue, limit: tuple[int, int] | None = None) -> Voice | None:
    """The speaker's place at the cue; `limit` keeps the search within the tokens of a segment."""
    if cue.entry.kind is CueKind.PREPOSITION:
        return _of_preposition(reading, cue)
    if cue.entry.kind is CueKind.NOUN:
        return _of_noun(reading, cue)
    found = _of_verb(reading, cue, limit)
    passes_on = reading.speaks_for(found) or (found is not None and found.stretch.of(reading.doc.text).lower() in MEDIA)
    return (_referred(reading, cue) or found) if passes_on else found


def _referred(reading: Reading, cue: Cue) -> Voice | None:
    """`передаёт ТАСС со ссылкой на ‹МЧС›`, `пишет газета, ссылаясь на ‹источник›`: the outlet names who said it."""
    sentence = reading.sentence(cue)
    for at, token in enumerate(sentence.tokens[:-2]):
        if token.quoted or token.lemma not in {"ссылка", "ссылаться"} or sentence.tokens[at + 1].text.lower() != "на":
            continue
        noun = next((i for i in range(at + 2, min(at + 8, len(sentence.tokens))) if sentence.tokens[i].pos in {"NOUN", "PROPN", "X"}), None)
        if noun is not None and not any(is_break(t) for t in sentence.tokens[at + 2 : noun]):
            return replace(make(reading, cue.sentence, noun, Slot.GENITIVE, at + 2), relayed=True)
    return None


def _of_verb(reading: Reading, cue: Cue, limit: tuple[int, int] | None) -> Voice | None:
    sentence = reading.sentence(cue)
    head = sentence.tokens[cue.head]
    if cue.entry.lemmas[0] in REPORTING and (quoted := _object(sentence, cue.head)) is not None:
        return make(reading, cue.sentence, quoted, Slot.GENITIVE)
    if cue.entry.lemmas[-1] == "из" and (source := _noun_after(sentence, cue.tokens[-1])) is not None:
        return make(reading, cue.sentence, source, Slot.GENITIVE, cue.tokens[-1] + 1)
    if is_passive(head) and not any(sentence.tokens[i].has(Animacy="Anim") for i in _own(sentence, cue.head)):
        return next(_passive(reading, cue), None)
    place = _place(sentence, cue.head) if head.has(Number="Plur") else None
    for at in _subjects(sentence, cue.head):
        if _addressed(reading, sentence, at) and (other := _speaker_behind(sentence, cue, limit)) is not None:
            return make(reading, cue.sentence, other, Slot.SUBJECT)
        if place is None or sentence.tokens[at].feats.get("Number") == "Plur" or sentence.tokens[at].rel == "conj":
            return make(reading, cue.sentence, at, Slot.SUBJECT)
    place = _shared_place(sentence, cue.head) if place is None else place
    if place is not None:
        return make(reading, cue.sentence, place, Slot.PLACE)
    near = _near(sentence, cue.head, limit or (0, len(sentence.tokens)))
    if near is not None and is_finite(head):
        return make(reading, cue.sentence, near, Slot.SUBJECT)
    return None


def _addressed(reading: Reading, sentence: Sentence, at: int) -> bool:
    """`сообщил «НГ» директор`: an outlet whose case does not show."""
    return any(o.meets(sentence.tokens[at].stretch) for o in reading.outlets)


def _speaker_behind(sentence: Sentence, cue: Cue, limit: tuple[int, int] | None) -> int | None:
    end = limit[1] if limit else len(sentence.tokens)
    behind = _run(sentence, cue.head, range(cue.head + 1, end))
    return next((i for i in behind if sentence.tokens[i].has(Case="Nom", Animacy="Anim") and sentence.tokens[i].pos == "NOUN"), None)


def _subjects(sentence: Sentence, at: int) -> Iterator[int]:
    """Subject of the verb, or of the verb it is coordinated with or depends on; of a participle its noun."""
    token = sentence.tokens[at]
    yield from _own(sentence, at)
    if is_participle(token) and (noun := modified(sentence, at)) is not None:
        yield noun
    if token.rel == "conj" and is_finite(token) and (beside := _in_clause(sentence, at)) is not None:
        yield beside
    for up in ancestors(sentence, at):
        if token.rel not in {"conj", "advcl", "xcomp", "parataxis", "csubj"} and not is_gerund(sentence.tokens[at]):
            return
        if token.rel == "parataxis" and is_finite(token):
            return
        yield from _own(sentence, up)
        token = sentence.tokens[up]


def _in_clause(sentence: Sentence, at: int) -> int | None:
    """`…, а его коллега Бранд предложил`: somebody in the nominative between the conjunction and the verb."""
    verb = sentence.tokens[at]
    for i in _run(sentence, at, range(at - 1, -1, -1)):
        token = sentence.tokens[i]
        if token.pos == "CCONJ" or token.rel == "cc":
            return None
        if _agrees(token, verb) and (token.has(Animacy="Anim") or token.pos == "PRON"):
            return token.head if token.rel in {"flat:name", "appos"} and token.head >= 0 else i
    return None


def modified(sentence: Sentence, at: int) -> int | None:
    """The noun of a participle: `представитель, заявивший, что …`; by the tree, else by agreement."""
    token = sentence.tokens[at]
    if token.head != NO_HEAD and sentence.tokens[token.head].pos in {"NOUN", "PROPN", "PRON"}:
        return token.head
    for i in range(at - 1, -1, -1):
        left = sentence.tokens[i]
        if left.pos in {"NOUN", "PROPN"} and all(left.feats.get(k) == token.feats.get(k) for k in ("Case", "Number")):
            return i
    return None


def _own(sentence: Sentence, at: int) -> Iterator[int]:
    for child in sentence.children[at]:
        token = sentence.tokens[child]
        if token.rel.startswith("nsubj") and token.lemma not in NOT_A_VOICE and not token.quoted:
            if token.lemma in RELATIVE:
                noun = sentence.tokens[at].head
                if noun != NO_HEAD and sentence.tokens[at].rel.startswith("acl"):
                    yield noun
            else:
                yield child


def _near(sentence: Sentence, at: int, limit: tuple[int, int]) -> int | None:
    """The nearest nominative in agreement, first after the verb, then before it, within its stretch of the sentence."""
    verb = sentence.tokens[at]
    right = range(at + 1, limit[1]) if limit[1] < len(sentence.tokens) or limit[0] else _run(sentence, at, range(at + 1, limit[1]))
    left = _over_asides(sentence, at, limit[0])
    return next((i for i in [*right, *left] if _agrees(sentence.tokens[i], verb)), None)


def _run(sentence: Sentence, at: int, order: range) -> Iterator[int]:
    for i in order:
        if is_break(sentence.tokens[i]) or is_finite(sentence.tokens[i]):
            return
        yield i


def _over_asides(sentence: Sentence, at: int, first: int) -> Iterator[int]:
    """To the left; `Жук и Перевалов, дежурящие у лодки, рассказали`: what stands between two commas is passed over."""
    i = at - 1
    while i >= first:
        token = sentence.tokens[i]
        if token.text == "," and not token.quoted:
            i = next((j for j in range(i - 1, max(first, i - 20), -1) if sentence.tokens[j].text == ","), first) - 1
            continue
        if is_break(token) or is_finite(token):
            return
        yield i
        i -= 1


def _agrees(token: Token, verb: Token) -> bool:
    if token.pos not in {"NOUN", "PROPN", "PRON"} or not token.has(Case="Nom") or token.lemma in NOT_A_VOICE | RELATIVE or token.quoted:
        return False
    number, gender = verb.feats.get("Number"), verb.feats.get("Gender")
    return token.feats.get("Number", number) == number and (gender is None or token.pos == "PROPN" or token.feats.get("Gender", gender) == gender)


def _place(sentence: Sentence, at: int) -> int | None:
    """`в Кремле отметили`, `в пресс-службе уточнили`, `на заводе рассказали`."""
    for child in sentence.children[at]:
        token = sentence.tokens[child]
        if token.pos in {"NOUN", "PROPN"} and token.has(Case="Loc") and _case(sentence, child) in {"в", "во", "на"}:
            return child
    return None


def _object(sentence: Sentence, at: int) -> int | None:
    """`цитирует министра РБК`; `приводит слова министра ТАСС`: whoever is quoted is the object, or stands with `слова`."""
    for child in sentence.children[at]:
        token = sentence.tokens[child]
        if token.lemma in {"слово", "высказывание", "заявление"}:
            return next((i for i in sentence.children[child] if sentence.tokens[i].has(Case="Gen")), None)
        if token.rel == "obj" and token.has(Animacy="Anim") and token.pos in {"NOUN", "PROPN", "PRON"} and child > at:
            return child
    behind = _run(sentence, at, range(at + 1, len(sentence.tokens)))
    return next((i for i in behind if sentence.tokens[i].has(Case="Acc", Animacy="Anim")), None)


def _shared_place(sentence: Sentence, at: int) -> int | None:
    """`В Росавиации подтвердили … и добавили, что`; `в федерации назвали …, напомнив, что`: the place of the verb above."""
    token = sentence.tokens[at]
    for up in ancestors(sentence, at):
        if token.rel not in {"conj", "advcl", "parataxis"} and not is_gerund(token):
            return None
        token = sentence.tokens[up]
        if token.has(Number="Plur") and (place := _place(sentence, up)) is not None:
            return place
    return None


def _noun_after(sentence: Sentence, at: int) -> int | None:
    """The first noun behind the token, over its modifiers."""
    for i in range(at + 1, min(at + 6, len(sentence.tokens))):
        if sentence.tokens[i].pos in {"NOUN", "PROPN", "PRON", "X"}:
            return i
        if is_break(sentence.tokens[i]):
            return None
    return None


def _case(sentence: Sentence, at: int) -> str:
    """The preposition of a noun."""
    return next((sentence.tokens[i].lemma for i in sentence.children[at] if sentence.tokens[i].rel == "case"), "")


def _passive(reading: Reading, cue: Cue) -> Iterator[Voice]:
    """`сказано Песковым`; `в сообщении МЧС говорится`; `сообщение, где сказано`."""
    sentence = reading.sentence(cue)
    token = sentence.tokens[cue.head]
    if token.rel == "acl:relcl" and token.head != NO_HEAD:
        yield make(reading, cue.sentence, token.head, Slot.DOCUMENT)
    for child in sentence.children[cue.head]:
        token = sentence.tokens[child]
        if token.has(Case="Ins") and token.pos in {"NOUN", "PROPN", "PRON"} and not _case(sentence, child):
            yield make(reading, cue.sentence, child, Slot.AGENT)
    for child in sentence.children[cue.head]:
        token = sentence.tokens[child]
        if token.has(Case="Loc") and token.pos in {"NOUN", "PROPN"} and _case(sentence, child) in {"в", "во", "на"}:
            yield make(reading, cue.sentence, child, Slot.DOCUMENT)
    for i in _run(sentence, cue.head, range(cue.head + 1, len(sentence.tokens))):
        if sentence.tokens[i].has(Case="Loc") and sentence.tokens[i].pos in {"NOUN", "PROPN"}:
            yield make(reading, cue.sentence, i, Slot.DOCUMENT)


def _of_noun(reading: Reading, cue: Cue) -> Voice | None:
    """`заявление МИД о том, что`; `его слова о том, что`; `Артисты обратились с просьбой отменить`: the subject."""
    sentence = reading.sentence(cue)
    for child in sentence.children[cue.head]:
        token = sentence.tokens[child]
        if token.text.lower() in POSSESSIVES:
            return Voice(token.stretch, cue.sentence, child, Slot.POSSESSIVE)
        if child > cue.head and token.has(Case="Gen") and token.pos in {"NOUN", "PROPN"} and not _case(sentence, child):
            return make(reading, cue.sentence, child, Slot.GENITIVE)
    after = cue.tokens[-1] + 1
    if after < len(sentence.tokens) and sentence.tokens[after].has(Case="Gen") and sentence.tokens[after].pos in {"NOUN", "PROPN"}:
        return make(reading, cue.sentence, after, Slot.GENITIVE)
    for up in ancestors(sentence, cue.head):
        for at in _subjects(sentence, up):
            if at != cue.head and is_finite(sentence.tokens[up]) and cue.head not in sentence.subtree(at):
                return make(reading, cue.sentence, at, Slot.SUBJECT)
    return _holder(reading, cue)


def _holder(reading: Reading, cue: Cue) -> Voice | None:
    """`У следствия есть подозрение, что`; `В отчёте содержится вывод о том, что`: whoever has it, where it stands."""
    sentence = reading.sentence(cue)
    for up in ancestors(sentence, cue.head):
        for child in sentence.children[up]:
            token, preposition = sentence.tokens[child], _case(sentence, child)
            if child < cue.head and preposition == "у" and token.has(Case="Gen"):
                return make(reading, cue.sentence, child, Slot.GENITIVE)
            if child < cue.head and preposition in {"в", "во", "среди"} and token.pos in {"NOUN", "PROPN"} and token.lemma in reading.roles:
                return make(reading, cue.sentence, child, Slot.DOCUMENT)
    return None


def _of_preposition(reading: Reading, cue: Cue) -> Voice | None:
    """`по словам Иванова`, `по его словам`, `согласно отчёту`."""
    sentence = reading.sentence(cue)
    for at in range(cue.tokens[0], cue.tokens[-1]):
        if sentence.tokens[at].text.lower() in POSSESSIVES:
            return Voice(sentence.tokens[at].stretch, cue.sentence, at, Slot.POSSESSIVE)
    at = cue.tokens[-1] + 1
    while at < len(sentence.tokens) and sentence.tokens[at].pos in {"ADJ", "DET", "NUM", "VERB", "ADV"} and not is_break(sentence.tokens[at]):
        at += 1
    if at < len(sentence.tokens) and sentence.tokens[at].pos in {"NOUN", "PROPN", "PRON", "X"} | {"PUNCT"} and not is_break(sentence.tokens[at]):
        return make(reading, cue.sentence, at, Slot.GENITIVE, cue.tokens[-1] + 1)
    return None


def plausible(reading: Reading, who: Voice | None) -> bool:
    """Whether whoever stands there can speak: a name, a pronoun, somebody animate, a word of the roles."""
    if who is None or who.slot not in (Slot.SUBJECT, Slot.LABEL):
        return who is None or who.slot is not Slot.LABEL
    token = reading.doc.sentences[who.sentence].tokens[who.head]
    if token.pos != "NOUN" or not token.has(Animacy="Inan") or token.lemma in reading.roles:
        return not token.text[0].isdigit()
    if not is_known(token.text) or any(token.lemma.endswith(role) for role in reading.roles if len(role) > 4):
        return True
    return any(n.stretch.meets(token.stretch) for n in reading.doc.names) or any(o.meets(token.stretch) for o in reading.outlets)


def make(reading: Reading, number: int, at: int, slot: Slot, first: int | None = None) -> Voice:
    """The noun phrase around its head: modifiers to the left, complements and a name to the right, no asides."""
    sentence = reading.doc.sentences[number]
    own = sentence.subtree(at)
    left, right = at, at
    while left > 0 and (left - 1 in own) and _inside(sentence.tokens[left - 1]):
        left -= 1
    while left < at and sentence.tokens[left].pos in {"ADP", "CCONJ", "ADV", "PART", "SCONJ"}:
        left += 1
    while right + 1 < len(sentence.tokens) and _inside(sentence.tokens[right + 1]) and (right + 1 in own or _named(reading, sentence, right + 1)):
        right += 1
    return Voice(stretch(sentence, left if first is None else first, right), number, at, slot)


def _inside(token: Token) -> bool:
    return not is_break(token) and not is_finite(token)


def _named(reading: Reading, sentence: Sentence, at: int) -> bool:
    """A person's name that follows its title although the parser hung it elsewhere."""
    start = sentence.tokens[at].start
    return any(n.kind == "PER" and n.stretch.start <= start < n.stretch.end for n in reading.doc.names)
