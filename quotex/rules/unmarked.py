"""Direct speech without marks: behind a label (`Песков: Россия готова`) or a colon, in the lines below one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind, Frame
from quotex.parse import Sentence
from quotex.rules.claim import Claim, Reading, Slot, Voice
from quotex.rules.content import kind, pieces, tidy
from quotex.rules.labels import askers, label_end, labelled_by, opening
from quotex.rules.lines import Line, dashed
from quotex.rules.noun_phrase import phrase
from quotex.rules.syntax import DASHES, OPENERS, is_finite
from quotex.rules.voice import voice
from quotex.span import Stretch

FIRST_PERSON = re.compile(
    r"\b(?:я|мы|мне|нам|меня|нас|мой|моя|моё|мои|моего|моей|моих|наш|наша|наше|наши|нашего|нашей|наших|мною|нами)\b",
    re.IGNORECASE,
)


def labelled(reading: Reading) -> Iterator[Claim]:
    """`Песков: ‹Россия готова›`; `Раиса Жук, пенсионерка: ‹…›`: all of the line behind the colon."""
    asking = askers(reading)
    for line in reading.lines:
        colon = label_end(reading, line)
        who = labelled_by(reading, line, colon) if colon is not None else None
        if colon is None or who is None or who.stretch.of(reading.doc.text) in asking:
            continue
        rest = Stretch(opening(reading, line).tokens[colon].end, line.stretch.end)
        content = tidy(reading, rest) if rest.trimmed(reading.doc.text) else _below(reading, line)
        if content and reading.doc.text[content.start - 1] not in OPENERS and _is_speech(content.of(reading.doc.text)):
            yield Claim("direct", (content,), line.sentences[0], None, who, "labelled")


def headline(reading: Reading) -> Iterator[Claim]:
    """`‹Канада ведёт переговоры с Пакистаном› – Трюдо`: a first line that a name behind a dash ends."""
    for line in reading.lines[:1]:
        number = line.sentences[-1]
        sentence = reading.doc.sentences[number]
        dash = next((i for i in range(len(sentence.tokens) - 1, 0, -1) if sentence.tokens[i].text in DASHES), None)
        if dash is None or not any(is_finite(t) for t in sentence.tokens[:dash]) or sentence.tokens[0].text in OPENERS:
            continue
        if _is_signed(reading, sentence, dash):
            who = phrase(reading, number, dash + 1, Slot.LABEL)
            yield Claim("direct", pieces(reading, sentence, 0, dash), number, None, who, "headline")


def _is_signed(reading: Reading, sentence: Sentence, dash: int) -> bool:
    """Nothing but a person's name stands behind the dash."""
    behind = sentence.tokens[dash + 1 :]
    people = (n.stretch for n in reading.doc.names if n.kind == "PER")
    return bool(behind) and any(n.start == behind[0].start and n.end >= sentence.end - 1 for n in people)


def block(reading: Reading) -> Iterator[Claim]:
    """`X написал на своей странице:¶‹Это решение далось мне нелегко …›`."""
    for line in reading.lines:
        number = line.sentences[-1]
        tokens = reading.doc.sentences[number].tokens
        content = _below(reading, line) if tokens[-1].text == ":" else None
        if content and (cue := _last_cue(reading, number)):
            listed = tokens[-2:][0].lemma == "что"  # сообщил, что:¶мост закрыт;¶…
            how = kind(reading, (content,)) if listed else "direct"
            yield Claim(how, (content,), number, cue, voice(reading, cue), "block")
        elif content and FIRST_PERSON.search(content.of(reading.doc.text)) and (who := _acting(reading, number)):
            yield Claim("direct", (content,), number, None, who, "block")


def _acting(reading: Reading, number: int) -> Voice | None:
    """`Иван Ким пригласил фигуристку в труппу:¶‹Я ей звонил …›`: the person that is the subject of the line."""
    for at, token in enumerate(reading.doc.sentences[number].tokens):
        if token.rel.startswith("nsubj") and token.has(Case="Nom") and not token.quoted:
            who = phrase(reading, number, at, Slot.SUBJECT)
            named = any(n.kind == "PER" and who.stretch.meets(n.stretch) for n in reading.doc.names)
            return who if named else None
    return None


def _below(reading: Reading, line: Line) -> Stretch | None:
    """The next line, and those behind it in which somebody goes on in the first person or with a list."""
    taken: list[Line] = []
    for more in reading.lines[line.number + 1 :]:
        if taken and not _goes_on(reading, taken[-1], more):
            break
        taken.append(more)
    if not taken:
        return None
    reply = dashed(reading.doc, taken[0])
    content = tidy(reading, reply or Stretch(taken[0].stretch.start, taken[-1].stretch.end))
    return content if content and content.of(reading.doc.text)[0] not in OPENERS else None


def _goes_on(reading: Reading, last: Line, line: Line) -> bool:
    """`мост закрыт;¶‹дорога открыта.›`, `Мост закрыт.¶‹Мы ждём.›`: neither a label nor a cue of the author's in it."""
    listed = last.stretch.of(reading.doc.text).endswith(";")
    same = listed or FIRST_PERSON.search(line.stretch.of(reading.doc.text)) is not None
    return same and label_end(reading, line) is None and _last_cue(reading, line.sentences[-1]) is None


def _last_cue(reading: Reading, number: int) -> Cue | None:
    cues = [c for c in reading.cues[number] if c.entry.takes(Frame.DIRECT) and c.entry.kind is CueKind.VERB]
    return cues[-1] if cues else None


def _is_speech(text: str) -> bool:
    """Russian words, and no address or score."""
    return "//" not in text and len(re.findall(r"[а-яё]{2,}", text.lower())) > 1


def colon(reading: Reading) -> Iterator[Claim]:
    """`X предупреждает: ‹без набора преподавать будет некому›`; `X сказал: ‹Я говорил с генералами›`."""
    for number, sentence in enumerate(reading.doc.sentences):
        at = next((i for i in range(1, len(sentence.tokens)) if _is_colon(sentence, i)), None)
        cue = _cue_of_colon(reading, number, at) if at is not None else None
        if cue is None or at is None or at + 2 >= len(sentence.tokens) or sentence.tokens[at + 1].text in OPENERS:
            continue
        content = pieces(reading, sentence, at + 1, len(sentence.tokens))
        if content and any(is_finite(t) or t.has(Degree="Cmp") for t in sentence.tokens[at + 1 :]):
            own = FIRST_PERSON.search(content[0].of(reading.doc.text))
            content = _told_on(reading, number, content) if own else content
            yield Claim(
                "direct" if own else kind(reading, content), content, number, cue, voice(reading, cue, (0, at)), "colon"
            )


def _is_colon(sentence: Sentence, at: int) -> bool:
    """Of the author's, and not in `со счётом 1:0`."""
    token, following = sentence.tokens[at], sentence.tokens[at + 1 : at + 2]
    score = sentence.tokens[at - 1].text.isdigit() and any(t.text.isdigit() for t in following)
    return token.text == ":" and not token.quoted and not score


def _cue_of_colon(reading: Reading, number: int, at: int) -> Cue | None:
    """The cue whose clause the colon ends, with no other verb between."""
    sentence = reading.doc.sentences[number]
    cues = [c for c in reading.cues[number] if c.head < at and c.entry.kind in (CueKind.VERB, CueKind.PREDICATE)]
    cue = cues[-1] if cues and cues[-1].entry.takes(Frame.THAT, Frame.DIRECT, Frame.INSERTED) else None
    between = sentence.tokens[cue.tokens[-1] + 1 : at] if cue else ()
    return None if any(is_finite(t) or t.text == "," for t in between) else cue


def _told_on(reading: Reading, number: int, content: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """`X сказал: ‹Я приехал. Мы ждали›.`: the sentences of the line behind, up to one with a cue."""
    sentences, end = reading.doc.sentences, content[-1].end
    for i in range(number + 1, len(sentences)):
        if (
            "\n" in reading.doc.text[end : sentences[i].start]
            or reading.cues[i]
            or sentences[i].tokens[0].text in OPENERS
        ):
            break
        end = sentences[i].end
    return (*content[:-1], tidy(reading, Stretch(content[-1].start, end)))
