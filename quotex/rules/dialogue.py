"""Talk in lines that a dash opens: `— ‹Мы готовы›, — сказал он.`, `— Вопрос?¶— ‹Ответ›.`"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotex.cues import Cue
from quotex.lexicon.cue import Frame
from quotex.marks import DASH
from quotex.rules.claim import Claim, Reading, Slot, Voice
from quotex.rules.content import tidy
from quotex.rules.lines import Line, asks, dashed, runs
from quotex.rules.noun_phrase import phrase
from quotex.rules.voice import voice
from quotex.span import Stretch

ASIDE = re.compile(
    rf"(?<=[,!?…])\s*{DASH}\s*(?P<words>[а-яё][^\n]{{2,200}}?)"
    rf"(?P<end>(?:[.,!?…]\s*|\s+){DASH}\s+(?=[А-ЯЁа-яё«\"])"  # — Готово, — сказал он. — Ждём
    r"|[.!?…](?=\s|$)|$)"  # — Готово, — сказал он.
)
GOES_ON = re.compile(r"[—–―-]")


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
    bare = frozenset(x.number for x in reading.lines if dashed(reading.doc, x) and _first_cue(reading, x) is None)
    for run in runs(reading.lines, bare):
        asked = False
        for line in run:
            words = dashed(reading.doc, line)
            if words and asked and not asks(reading.doc, line):
                who = _interviewed(reading, run[0])
                yield Claim("direct", (tidy(reading, words),), line.sentences[0], None, who, "replies")
                asked = False
            else:
                asked = True


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
