"""Which outlet a quote came through, and when it was said: ANNOTATION §5 and §6 over the finished quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, takewhile

from quotex import dates as times
from quotex.agencies import Credit
from quotex.datelines import Dateline
from quotex.dates import When
from quotex.lexicon.outlet import Press
from quotex.model import DateBasis, SourceBasis
from quotex.parse import Doc, Sentence
from quotex.span import Stretch, hull

WORDS_SAID = (
    "слов|заявлени|сообщени|информаци|данны|сведени|мнени|оценк|прогноз|вывод|цифр|новост|письм|запис|пост|текст|цитат"
)
BACKWARD = re.compile(
    rf"Об? (?:этом|том(?!,? что))\b|(?:Его|Ее|Её|Их|Эт\w+|Так\w+|Соответствующ\w+) (?:{WORDS_SAID})|Слова\b|Цитат|Текст\b"
)
TOPIC = frozenset({"о", "об", "обо", "про", "против", "от", "за", "у", "при", "к", "между", "из-за", "над"})
LONGEST_HEADLINE = 130  # an unpunctuated line this long is a lead
ENDED = re.compile(r"[.!?…]+[»”\"]?\s*$")
VERBS = ("VERB", "AUX")
RELATIVE = frozenset({"который", "что", "где", "чей", "кто", "чтобы", "и", "а", "но"})
LONGEST_INSERTION = 4
SHORTEST_SENTENCE = 40


@dataclass(frozen=True, slots=True)
class Attribution:
    """What attaching needs of a quote: content, cue, the cue's sentence (without one the content's), speaker's name."""

    content: tuple[Stretch, ...]
    cue: Stretch | None
    sentence: int
    speaker: str | None


@dataclass(frozen=True, slots=True)
class SourceFound:
    """The outlet of a quote, where it is named, and how it was reached."""

    name: str
    mention: Stretch | None
    basis: SourceBasis


@dataclass(frozen=True, slots=True)
class DateFound:
    """The day of a quote, the time expression, and how it was reached."""

    value: date
    mention: Stretch | None
    basis: DateBasis


@dataclass(frozen=True)
class _Page:
    doc: Doc
    press: Press
    quotes: Sequence[Attribution]
    credits: Sequence[Credit]
    contents: Sequence[Stretch]


def sources(
    doc: Doc, press: Press, quotes: Sequence[Attribution], found: Sequence[Credit], line: Dateline, outlet: str | None
) -> list[SourceFound | None]:
    """The source of each quote, in their order. `outlet` is the caller's, the last resort."""
    page = _Page(doc, press, quotes, found, [s for q in quotes for s in q.content])
    stated = [_stated(page, quote) for quote in quotes]
    general = _general(page, line, outlet)
    return [own or _inherited(quotes, stated, number) or general for number, own in enumerate(stated)]


def dates(doc: Doc, quotes: Sequence[Attribution], published: date | None, line: Dateline) -> list[DateFound | None]:
    """The day of each quote, in their order."""
    contents = [s for q in quotes for s in q.content]
    today = published or line.day
    return [_date(doc, quote, contents, today) for quote in quotes]


# --- sources: stated


def _stated(page: _Page, quote: Attribution) -> SourceFound | None:
    """Named in the cue's sentence, or right after it (`Об этом сообщает X`), or the speaker itself."""
    here = [c for c in page.credits if c.sentence == quote.sentence and _serves(page, c)]
    nearest = min(here, key=lambda c: _distance(quote, c.stretch), default=None)
    around = (_right_after(page, quote), _announcing(page, quote))
    found = _itself(page, quote.speaker) or nearest or next(chain(*around), None)
    return SourceFound(found.name, found.stretch, "explicit") if found else None


def _announcing(page: _Page, quote: Attribution) -> Iterator[Credit]:
    """`Пишет «Труд»:` before a block of its words on the next line."""
    before = page.doc.sentences[quote.sentence - 1] if quote.sentence else None
    if quote.cue is None and before is not None and page.doc.text[before.end - 1] == ":":
        yield from (c for c in page.credits if c.sentence == quote.sentence - 1 and _serves(page, c))


def _itself(page: _Page, speaker: str | None) -> Credit | None:
    """The speaker as an outlet: `агентство Reuters`, `Рейтер`."""
    if speaker is None:
        return None
    first, _, rest = _folded(speaker).partition(" ")
    names = {_folded(speaker), rest if first in page.press.nouns else ""}
    named = (c for c in page.credits if c.kind != "platform")
    return next((c for c in named if {_folded(c.name), _folded(c.stretch.of(page.doc.text))} & names), None)


def _serves(page: _Page, credit: Credit) -> bool:
    """Whether words may have come through the outlet: outside quotes, not as somebody's workplace or as a topic."""
    if any(content.meets(credit.stretch) for content in page.contents):
        return False
    sentence = page.doc.sentences[credit.sentence]
    above = sentence.tokens[credit.head].head
    if above >= 0 and sentence.tokens[above].lemma in page.press.bystanders:
        return False
    return not _is_topic(page, sentence, credit.head)


def _is_topic(page: _Page, sentence: Sentence, at: int) -> bool:
    """`о работе сайта X`, `потребовал от газеты X`; not `рассказал о ней в интервью X`."""
    for i in takewhile(lambda i: sentence.tokens[i].pos not in VERBS, _upward(sentence, at)):
        if sentence.tokens[i].lemma in page.press.neighbours:
            return False
        if any(sentence.tokens[c].rel == "case" and sentence.tokens[c].lemma in TOPIC for c in sentence.children[i]):
            return True
    return False


def _upward(sentence: Sentence, at: int) -> Iterator[int]:
    """The token and those it depends on; a parser's heads may run in a circle."""
    seen: set[int] = set()
    while at >= 0 and at not in seen:
        yield at
        seen.add(at)
        at = sentence.tokens[at].head


def _distance(quote: Attribution, stretch: Stretch) -> int:
    anchor = quote.cue or hull(quote.content)
    return max(stretch.start - anchor.end, anchor.start - stretch.end, 0)


def _right_after(page: _Page, quote: Attribution) -> Iterator[Credit]:
    """`Об этом сообщает X` in the sentence after the content."""
    end = hull(quote.content).end
    number = next((i for i, s in enumerate(page.doc.sentences) if s.start >= end), None)
    if number is None or not BACKWARD.match(page.doc.text, page.doc.sentences[number].start):
        return
    yield from (c for c in page.credits if c.sentence == number and _serves(page, c))


def _folded(name: str) -> str:
    return re.sub(r"[«»\"“”„'\s]+", " ", name.casefold().replace("ё", "е")).strip()


# --- sources: of the speaker's other quotes, of the article


def _inherited(quotes: Sequence[Attribution], stated: Sequence[SourceFound | None], number: int) -> SourceFound | None:
    """The latest earlier source of the same speaker, else the first later one."""
    speaker = quotes[number].speaker
    if speaker is None:
        return None
    others = [i for i, q in enumerate(quotes) if q.speaker == speaker and stated[i] is not None]
    best = max((i for i in others if i < number), default=min(others, default=None))
    source = stated[best] if best is not None else None
    return SourceFound(source.name, source.mention, "inherited") if source else None


def _general(page: _Page, line: Dateline, outlet: str | None) -> SourceFound | None:
    """The outlet that closes one of the first sentences, that of the dateline, or the caller's."""
    credit = next(_closing(page), None) or line.credit
    if credit is not None:
        return SourceFound(credit.name, credit.stretch, "document")
    return SourceFound(outlet, None, "document") if outlet else None


def _closing(page: _Page) -> Iterator[Credit]:
    for number in _first_sentences(page.doc):
        sentence = page.doc.sentences[number]
        for credit in page.credits:
            if credit.sentence == number and _serves(page, credit) and _closes(page.doc.text, sentence, credit):
                yield credit


def _first_sentences(doc: Doc) -> list[int]:
    """The first two sentences of the body, and those of a first line that may be its lead as well as the headline.

    `Об этом пишет X` at the end of the first paragraph counts too.
    """
    ended = [i for i, s in enumerate(doc.sentences) if _is_of_the_body(doc.text, s.stretch)]
    first_line = doc.text.find("\n", doc.sentences[0].start) if doc.sentences else -1
    lead = [i for i in ended if doc.sentences[i].end <= first_line]
    body = [i for i in ended if i not in lead] if len(lead) < 2 else lead
    last = next((i for i in body if "\n" in doc.text[doc.sentences[i].end :][:1]), None)
    closing = [last] if last is not None and BACKWARD.match(doc.text, doc.sentences[last].start) else []
    return [*lead[:2], *body[:2], *closing]


def _is_of_the_body(text: str, sentence: Stretch) -> bool:
    words = sentence.of(text)
    if len(sentence) >= LONGEST_HEADLINE and sentence.start:
        return True
    return bool(ENDED.search(words)) and (len(sentence) >= SHORTEST_SENTENCE or bool(BACKWARD.match(words)))


def _closes(text: str, sentence: Sentence, credit: Credit) -> bool:
    """`…, сообщает X.`, `…, передаёт X со ссылкой на МЧС`, `Об этом пишет X`: a verb, and the outlet its subject."""
    verb = next(
        (i for i in _upward(sentence, sentence.tokens[credit.head].head) if sentence.tokens[i].pos in VERBS), -1
    )
    if verb < 0 or credit.kind == "platform" or not _is_subject(sentence, credit.head):
        return False
    return bool(BACKWARD.match(text, sentence.start)) or (verb < credit.head and _inserted(sentence, verb))


def _is_subject(sentence: Sentence, at: int) -> bool:
    """`передаёт ТАСС`, `передаёт корреспондент ТАСС`; names that do not decline pass for accusatives."""
    token = sentence.tokens[at]
    above = sentence.tokens[token.head] if token.head >= 0 else token
    return token.feats.get("Case", "Nom") in ("Nom", "Acc") or above.lemma == "корреспондент"


def _inserted(sentence: Sentence, verb: int) -> bool:
    """`Завод закрыт, сообщает…`, `…, его слова приводит…`: a mark shortly before the verb, and no relative clause."""
    before = list(takewhile(lambda t: t.pos not in ("PUNCT", "VERB"), reversed(sentence.tokens[:verb])))
    start = verb - len(before) - 1
    short = len(before) <= LONGEST_INSERTION and not any(t.lemma in RELATIVE for t in before)
    return short and start > 0 and sentence.tokens[start].pos == "PUNCT"


# --- dates


def _date(doc: Doc, quote: Attribution, contents: Sequence[Stretch], today: date | None) -> DateFound | None:
    when = _when(doc, quote, contents, today)
    if when is None:
        return DateFound(today, None, "document") if today else None
    return DateFound(when.value, when.stretch, "explicit") if when.value else None


def _when(doc: Doc, quote: Attribution, contents: Sequence[Stretch], today: date | None) -> When | None:
    """The time expression nearest to the cue in the author's words around it; one that names a day comes first."""
    if quote.cue is None:
        return None
    sentence = doc.sentences[quote.sentence]
    found = times.find(doc.text, _around(sentence, quote.cue, contents), today)
    clause = _clause(sentence, quote.cue)
    here = [w for w in found if _clause(sentence, w.stretch) == clause]
    return min(here, key=lambda w: (w.value is None, w.vague, _distance(quote, w.stretch)), default=None)


def _around(sentence: Sentence, cue: Stretch, contents: Sequence[Stretch]) -> Stretch:
    """The author's words between the contents that the cue stands in."""
    return next((p for p in sentence.stretch.without(contents) if p.meets(cue)), cue)


def _clause(sentence: Sentence, stretch: Stretch) -> int:
    """The head of the adverbial clause (`хотя позднее…`, `после того, как…`) around the stretch, or -1."""
    at = min(sentence.at(stretch.start), len(sentence.tokens) - 1)
    return next((i for i in _upward(sentence, at) if _is_adverbial(sentence, i)), -1)


def _is_adverbial(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].rel == "advcl" and any(sentence.tokens[i].rel == "mark" for i in sentence.children[at])
