"""What a page says in its own words, in each language that it speaks."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from quotex.model import QuoteKind


@dataclass(frozen=True, slots=True)
class Labels:
    """One language's words; `kinds`, `bases` and `ways` by the values of the model, `day` a format of strftime."""

    lang: str
    day: str
    voices: str
    everyone: str
    nobody: str
    kinds: Mapping[QuoteKind, str]
    quotes: str
    none: str
    quote: str
    end: str
    to_text: str
    cue: str
    mention: str
    resolved_by: str
    ways: Mapping[str, str]
    source: str
    date: str
    bases: Mapping[str, str]
    parent: str
    confidence: str
    rule: str

    def shown_day(self, value: datetime.date) -> str:
        """`12.03.2025`"""
        return value.strftime(self.day)

    def shown_share(self, value: float) -> str:
        """`92 %`"""
        return f"{value:.0%}" if self.lang == "en" else f"{value * 100:.0f}\N{NO-BREAK SPACE}%"


RU = Labels(
    lang="ru",
    day="%d.%m.%Y",
    voices="Кто говорит",
    everyone="Все",
    nobody="никто не назван",
    kinds=MappingProxyType({"direct": "прямая", "mixed": "смешанная", "indirect": "косвенная"}),
    quotes="Что сказано",
    none="Цитат не нашлось.",
    quote="Цитата",
    end="конец цитаты",
    to_text="к месту в тексте",
    cue="Слова автора",
    mention="Назван в тексте",
    resolved_by="Как узнан",
    ways=MappingProxyType(
        {
            "name": "по имени",
            "surname": "по фамилии",
            "pronoun": "по местоимению",
            "role": "по должности",
            "description": "по описанию",
            "organization": "по названию",
            "group": "как группа",
            "place": "по месту",
            "document": "по документу",
            "joint": "вместе с другими",
            "adjacency": "по соседней цитате",
            "unnamed": "без имени",
            "absent": "без слов о нём",
        }
    ),
    source="Источник",
    date="Дата",
    bases=MappingProxyType(
        {"explicit": "названо в тексте", "inherited": "по другой цитате", "document": "по всей статье"}
    ),
    parent="Внутри цитаты",
    confidence="Уверенность",
    rule="Правило",
)

EN = Labels(
    lang="en",
    day="%Y-%m-%d",
    voices="Who speaks",
    everyone="Everyone",
    nobody="nobody named",
    kinds=MappingProxyType({"direct": "direct", "mixed": "mixed", "indirect": "indirect"}),
    quotes="What is said",
    none="No quotes were found.",
    quote="Quote",
    end="end of quote",
    to_text="to its place in the text",
    cue="Cue",
    mention="Named as",
    resolved_by="Reached by",
    ways=MappingProxyType({}),
    source="Source",
    date="Date",
    bases=MappingProxyType({"explicit": "stated", "inherited": "from another quote", "document": "of the article"}),
    parent="Inside quote",
    confidence="Confidence",
    rule="Rule",
)
