"""The outlet stated for a quote: in its sentence, right after it, or as its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, takewhile

from quotex.parse import Sentence
from quotex.source.attribution import Attribution, Coverage, SourceFound, folded, upward
from quotex.source.credit import Credit

WORDS_SAID = (
    "слов|заявлени|сообщени|информаци|данны|сведени|мнени|оценк|прогноз|вывод|цифр|новост|письм|запис|пост|текст|цитат"
)
WHOSE = r"Его|Ее|Её|Их|Эт\w+|Так\w+|Соответствующ\w+"
BACKWARD = re.compile(rf"Об? (?:этом|том(?!,? что))\b|(?:{WHOSE}) (?:{WORDS_SAID})|Слова\b|Цитат|Текст\b")
ABOUT_THIS = re.compile(
    r"[^,.:;«\"]{0,60}\b(?:сообщ|рассказ|объяв|заяв|написа|пи[шс]|призна|поведа)\w* об этом\b", re.IGNORECASE
)
CREDITING = re.compile(r"(?:Сообща|Переда|Пиш|Сообщил|Передал|Написал)\w*\b[^,:«]{0,60}\.?$")
TOPIC = frozenset({"о", "об", "обо", "про", "против", "от", "за", "у", "при", "к", "между", "из-за", "над"})
VERBS = ("VERB", "AUX")


def stated(page: Coverage, quote: Attribution) -> SourceFound | None:
    """Named in the cue's sentence, or right after it (`Об этом сообщает X`), or the speaker itself."""
    here = serving(page, quote.sentence, page.by_sentence)
    nearest = min(here, key=lambda c: quote.distance(c.stretch), default=None)
    around = chain(_right_after(page, quote), _announcing(page, quote))
    found = _itself(page, quote.speaker) or nearest or next(around, None)
    return SourceFound(found.name, found.stretch, "explicit") if found else None


def serving(page: Coverage, number: int, mentions: Mapping[int, Sequence[Credit]]) -> Iterator[Credit]:
    """Those of the outlets in the sentence that words may have come through: no workplaces, no topics."""
    sentence = page.doc.sentences[number]
    for credit in mentions.get(number, ()):
        if not _is_workplace(page, sentence, credit) and not _is_topic(page, sentence, credit.head):
            yield credit


def _announcing(page: Coverage, quote: Attribution) -> Iterator[Credit]:
    """`Пишет «Труд»:` before a block of its words on the next line."""
    before = page.doc.sentences[quote.sentence - 1] if quote.sentence else None
    if quote.cue is None and before is not None and page.doc.text[before.end - 1] == ":":
        yield from serving(page, quote.sentence - 1, page.by_sentence)


def _right_after(page: Coverage, quote: Attribution) -> Iterator[Credit]:
    """`Об этом сообщает X`, `Она написала об этом в X`, `Сообщает X.` in the sentence after the content."""
    number = page.sentence_after(max(s.end for s in quote.content))
    if number is None:
        return
    after = page.doc.sentences[number].stretch.of(page.doc.text)
    if any(pattern.match(after) for pattern in (BACKWARD, ABOUT_THIS, CREDITING)):
        yield from serving(page, number, page.by_sentence)


def _itself(page: Coverage, speaker: str | None) -> Credit | None:
    """The speaker as an outlet: `агентство Reuters`, `Рейтер`."""
    if speaker is None:
        return None
    first, _, rest = folded(speaker).partition(" ")
    names = {folded(speaker), rest if first in page.press.nouns else ""}
    return next((c for name in sorted(names) if (c := page.called.get(name))), None)


def _is_workplace(page: Coverage, sentence: Sentence, credit: Credit) -> bool:
    """`основатель X`, `журналист X Иванов`; not `рассказал журналисту X`."""
    above = sentence.tokens[credit.head].head
    if above < 0 or sentence.tokens[above].lemma not in page.press.bystanders:
        return False
    by_name = page.press.bystanders[sentence.tokens[above].lemma]
    return not by_name or _is_before_a_name(sentence, credit)


def _is_before_a_name(sentence: Sentence, credit: Credit) -> bool:
    after = sentence.at(credit.stretch.end)
    token = sentence.tokens[after] if after < len(sentence.tokens) else None
    return token is not None and token.pos == "PROPN" and token.text[:1].isupper()


def _is_topic(page: Coverage, sentence: Sentence, at: int) -> bool:
    """`о работе сайта X`, `потребовал от газеты X`; not `рассказал о ней в интервью X`."""
    for i in takewhile(lambda i: sentence.tokens[i].pos not in VERBS, upward(sentence, at)):
        if sentence.tokens[i].lemma in page.press.neighbours:
            return False
        if any(sentence.tokens[c].rel == "case" and sentence.tokens[c].lemma in TOPIC for c in sentence.children[i]):
            return True
    return False
