"""Direct speech without marks: labels (`Песков: Россия готова`), blocks after a colon, replies behind a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind, Frame
from quotex.lexicon.role import RoleKind, countries
from quotex.parse import Sentence
from quotex.rules.claim import Claim, Reading, Slot, Voice
from quotex.rules.content import kind, pieces, tidy
from quotex.rules.lines import Line, dashed, runs
from quotex.rules.noun_phrase import phrase, plausible
from quotex.rules.syntax import DASHES, OPENERS, is_finite
from quotex.rules.voice import voice
from quotex.span import Stretch

LONGEST_LABEL = 12
ASIDE = re.compile(
    r"(?<=[,!?…])\s*(?:--|[—–―-])\s*(?P<words>[а-яё][^\n]{2,200}?)(?P<end>(?:[.,!?…]\s*|\s+)(?:--|[—–―-])\s+(?=[А-ЯЁа-яё«\"])|[.!?…](?=\s|$)|$)"
)
GOES_ON = re.compile(r"[—–―-]")
FIRST_PERSON = re.compile(
    r"\b(?:я|мы|мне|нам|меня|нас|мой|моя|моё|мои|моего|моей|моих|наш|наша|наше|наши|нашего|нашей|наших|мною|нами)\b",
    re.IGNORECASE,
)


def labelled(reading: Reading) -> Iterator[Claim]:
    """`Песков: ‹Россия готова›`; `Раиса Жук, пенсионерка: ‹…›`: all of the line behind the colon."""
    found = reading.lines
    askers = _askers(reading, found)
    for line in found:
        colon = _label_end(reading, line)
        if (
            colon is None
            or (who := _labelled(reading, line, colon)) is None
            or who.stretch.of(reading.doc.text) in askers
        ):
            continue
        rest = Stretch(_sentence(reading, line).tokens[colon].end, line.stretch.end)
        content = tidy(reading, rest) if rest.trimmed(reading.doc.text) else _block(reading, found, line)
        if content and reading.doc.text[content.start - 1] not in OPENERS and _is_speech(content.of(reading.doc.text)):
            yield Claim("direct", (content,), line.sentences[0], None, who, "labelled")


def headline(reading: Reading) -> Iterator[Claim]:
    """`‹Канада ведёт переговоры с Пакистаном› – Трюдо`: a first line that a name behind a dash ends."""
    for line in reading.lines[:1]:
        sentence = reading.doc.sentences[line.sentences[-1]]
        dash = next((i for i in range(len(sentence.tokens) - 1, 0, -1) if sentence.tokens[i].text in DASHES), None)
        if dash is None or not any(is_finite(t) for t in sentence.tokens[:dash]) or sentence.tokens[0].text in OPENERS:
            continue
        behind = sentence.tokens[dash + 1 :]
        named = {n.stretch for n in reading.doc.names if n.kind == "PER"}
        if behind and any(n.start == behind[0].start and n.end >= sentence.end - 1 for n in named):
            content = pieces(reading, sentence, 0, dash)
            yield Claim(
                "direct",
                content,
                line.sentences[-1],
                None,
                phrase(reading, line.sentences[-1], dash + 1, Slot.LABEL),
                "headline",
            )


def block(reading: Reading) -> Iterator[Claim]:
    """`X написал на своей странице:¶‹Это решение далось мне нелегко …›`."""
    found = reading.lines
    for line in found:
        number = line.sentences[-1]
        content = _block(reading, found, line) if reading.doc.sentences[number].tokens[-1].text == ":" else None
        if content and (cue := _last_cue(reading, number)):
            listed = reading.doc.sentences[number].tokens[-2:][0].lemma == "что"
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


def reply(reading: Reading) -> Iterator[Claim]:
    """`— ‹Мы готовы›, — сказал он. — ‹Ждём ответа›.`"""
    for line in reading.lines:
        words = dashed(reading.doc, line)
        cue = _first_cue(reading, line) if words else None
        if words and cue:
            content = tuple(tidy(reading, s) for s in _spoken(reading.doc.text, words, cue))
            if content and all(content):
                yield Claim("direct", content, cue.sentence, cue, voice(reading, cue), "reply")


def replies(reading: Reading) -> Iterator[Claim]:
    """`— Вопрос?¶— ‹Ответ›.`: every second line, the questions being the interviewer's."""
    found = reading.lines
    bare = frozenset(x.number for x in found if dashed(reading.doc, x) and _first_cue(reading, x) is None)
    for run in runs(found, bare):
        asked = False
        for line in run:
            words = dashed(reading.doc, line)
            if words and asked and not _asks(reading, line):
                yield Claim(
                    "direct", (tidy(reading, words),), line.sentences[0], None, _interviewed(reading, run[0]), "replies"
                )
                asked = False
            else:
                asked = True


def _is_speech(text: str) -> bool:
    """Russian words, and no address or score."""
    return "//" not in text and len(re.findall(r"[а-яё]{2,}", text.lower())) > 1


def _sentence(reading: Reading, line: Line) -> Sentence:
    return reading.doc.sentences[line.sentences[0]]


def _label_end(reading: Reading, line: Line) -> int | None:
    """The colon of a label at the head of the line: no verb stands before it."""
    tokens = _sentence(reading, line).tokens
    for at, token in enumerate(tokens[:LONGEST_LABEL]):
        if token.text == ":" and not token.has(Abbr="Yes"):
            return at if at else None
        if is_finite(token) or token.text in {".", "?", "!"}:
            return None
    return None


def _labelled(reading: Reading, line: Line, colon: int) -> Voice | None:
    """The name, outlet or word of a role that the label begins with."""
    sentence = _sentence(reading, line)
    before = Stretch(sentence.start, sentence.tokens[colon].start)
    names = [n.stretch for n in reading.doc.names if n.kind in {"PER", "ORG"} and before.holds(n.stretch)]
    quoted = [q.inner for q in reading.doc.quotations if q.whole.start == sentence.start and before.holds(q.whole)]
    places = [n.stretch for n in reading.doc.names if n.kind == "LOC" and n.stretch.start == before.start]
    told = sentence.tokens[0].lemma not in countries() and _says(
        sentence, colon
    )  # Киев: …; not the scene of `Испания: …`
    capital = [p for p in places if told and p.end == sentence.tokens[colon - 1].end]
    outlets = [o for o in reading.outlets if before.holds(o)]
    starts = [*names, *quoted, *outlets, *capital, *_surname(reading, sentence)]
    at = sentence.at(min(starts).start) if starts else 0
    who = phrase(reading, line.sentences[0], at, Slot.LABEL)
    token = sentence.tokens[at]
    if starts:
        return who if at == 0 or _introduces(reading, sentence, at) else None
    role, said = reading.roles.get(token.lemma), _says(sentence, colon)
    speaks = role in (RoleKind.PERSON, RoleKind.GROUP) or (role is RoleKind.BODY and said)
    says = said or colon + 1 == len(sentence.tokens)
    return who if token.has(Case="Nom") and speaks and says and plausible(reading, who) else None


def _says(sentence: Sentence, colon: int) -> bool:
    return any(map(is_finite, sentence.tokens[colon:]))


def _introduces(reading: Reading, sentence: Sentence, name: int) -> bool:
    """`Тренер сборной по дзюдо ‹Ким›:`, not `Забастовка в ‹Ryanair›:`."""
    before = sentence.tokens[:name]
    nouns = [t for t in before if t.pos == "NOUN" and t.has(Case="Nom")]
    return bool(nouns and nouns[0].lemma in reading.roles) or not any(t.pos in {"ADP", "NOUN"} for t in before)


def _surname(reading: Reading, sentence: Sentence) -> list[Stretch]:
    """`Гольц: …`: the first word is part of a person's name elsewhere."""
    first = sentence.tokens[0]
    known = any(n.kind == "PER" and first.text in n.stretch.of(reading.doc.text).split() for n in reading.doc.names)
    return [first.stretch] if known and first.text[0].isupper() else []


def _askers(reading: Reading, found: Sequence[Line]) -> set[str]:
    """Labels whose lines ask: the interviewer's (`РБК: …?`)."""
    asking: set[str] = set()
    for line in found:
        colon = _label_end(reading, line)
        who = _labelled(reading, line, colon) if colon is not None else None
        if who and _asks(reading, line):
            asking.add(who.stretch.of(reading.doc.text))
    return asking


def _asks(reading: Reading, line: Line) -> bool:
    return line.stretch.of(reading.doc.text).rstrip(' »"”').endswith("?")


def _block(reading: Reading, found: Sequence[Line], line: Line) -> Stretch | None:
    """The next line, and those behind it in which somebody goes on in the first person."""
    following = found[line.number + 1 :]
    taken = list(following[:1])
    for more in following[1:]:
        text = more.stretch.of(reading.doc.text)
        listed = taken[-1].stretch.of(reading.doc.text).endswith(";")
        if (
            not (listed or FIRST_PERSON.search(text))
            or _label_end(reading, more) is not None
            or _last_cue(reading, more.sentences[-1])
        ):
            break
        taken.append(more)
    if not taken:
        return None
    reply = dashed(reading.doc, taken[0])
    content = tidy(reading, reply or Stretch(taken[0].stretch.start, taken[-1].stretch.end))
    return content if content and content.of(reading.doc.text)[0] not in OPENERS else None


def _last_cue(reading: Reading, number: int) -> Cue | None:
    cues = [c for c in reading.cues[number] if c.entry.takes(Frame.DIRECT) and c.entry.kind is CueKind.VERB]
    return cues[-1] if cues else None


def _cue_of_colon(reading: Reading, number: int, at: int) -> Cue | None:
    """The cue whose clause the colon ends, with no other verb between."""
    sentence = reading.doc.sentences[number]
    cues = [c for c in reading.cues[number] if c.head < at and c.entry.kind in (CueKind.VERB, CueKind.PREDICATE)]
    cue = cues[-1] if cues and cues[-1].entry.takes(Frame.THAT, Frame.DIRECT, Frame.INSERTED) else None
    between = sentence.tokens[cue.tokens[-1] + 1 : at] if cue else ()
    return None if any(is_finite(t) or t.text == "," for t in between) else cue


def _first_cue(reading: Reading, line: Line) -> Cue | None:
    """The cue of the author's words behind a dash inside the line."""
    for match in ASIDE.finditer(reading.doc.text, line.stretch.start, line.stretch.end):
        head = Stretch(match.start("words"), match.start("words") + 40)
        for number in line.sentences:
            for cue in reading.cues[number]:
                if head.holds(cue.stretch) and cue.entry.takes(Frame.DIRECT, Frame.INSERTED):
                    return cue
    return None


def _spoken(text: str, words: Stretch, cue: Cue) -> list[Stretch]:
    """The reply without the author's words; behind `— сказал он.` it goes on only after another dash."""
    for match in ASIDE.finditer(text, words.start, words.end):
        if match.start() < cue.stretch.start < match.end():
            rest = [Stretch(match.end(), words.end)] if GOES_ON.search(match["end"]) else []
            return [s for s in (Stretch(words.start, match.start()), *rest) if s.trimmed(text)]
    return []


def _interviewed(reading: Reading, first: Line) -> Voice | None:
    """Whoever the text before the talk names in full last; else whoever it names at all."""
    before = [n for n in reading.doc.names if n.kind == "PER" and n.stretch.end <= first.stretch.start]
    full = [n for n in before if " " in n.stretch.of(reading.doc.text)] or before
    if not full:
        return None
    start = full[-1].stretch.start
    number = next(i for i, s in enumerate(reading.doc.sentences) if s.start <= start < s.end)
    sentence = reading.doc.sentences[number]
    return phrase(reading, number, sentence.at(start), Slot.NEIGHBOUR)
