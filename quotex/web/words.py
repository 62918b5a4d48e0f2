"""What the page of `serve` says, in each language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RU = {
    "tagline": "Кто что сказал, когда и через кого",
    "compose": "Статья",
    "text": "Текст статьи",
    "placeholder": "Вставьте статью или перетащите сюда текстовый файл",
    "published": "Дата публикации",
    "outlet": "Издание",
    "optional": "необязательно",
    "open": "Открыть файл…",
    "example": "Пример",
    "submit": "Найти цитаты",
    "copy": "Копировать JSON",
    "download": "Скачать JSON",
    "result": "Статья с цитатами",
    "again": "Другая статья",
    "close": "Закрыть",
    "working": "Читаю…",
    "done": "Готово, цитат:",
    "copied": "Скопировано.",
    "empty": "Сначала вставьте статью.",
    "too_large": "Статья слишком длинная. Разделите её на части.",
    "busy": "Сервер занят. Попробуйте через несколько секунд.",
    "late": "Не успел прочитать статью. Попробуйте ещё раз или возьмите текст покороче.",
    "lost": "Сервер не отвечает. Проверьте, что quotex serve ещё работает.",
    "failed": "Не получилось:",
    "binary": "Это не текстовый файл. Откройте файл .txt.",
    "noscript": "Странице нужен JavaScript. Без него цитаты покажет команда: quotex extract ФАЙЛ --format html",
    "local": "Статьи остаются на этом сервере и нигде не хранятся.",
    "other_lang": "en",
    "other_name": "English",
}

EN = {
    "tagline": "Who said what, when, and through whom",
    "compose": "Article",
    "text": "Text of the article",
    "placeholder": "Paste an article in Russian, or drop a text file here",
    "published": "Day of publication",
    "outlet": "Outlet",
    "optional": "optional",
    "open": "Open a file…",
    "example": "Example",
    "submit": "Find the quotes",
    "copy": "Copy JSON",
    "download": "Download JSON",
    "result": "The article with its quotes",
    "again": "Another article",
    "close": "Close",
    "working": "Reading…",
    "done": "Done, quotes:",
    "copied": "Copied.",
    "empty": "Paste an article first.",
    "too_large": "The article is too long. Divide it.",
    "busy": "The server is busy. Try again in a few seconds.",
    "late": "There was not enough time. Try again, or take a shorter text.",
    "lost": "The server does not answer. See whether quotex serve is still running.",
    "failed": "It failed:",
    "binary": "This is no text file. Open a .txt file.",
    "noscript": "The page needs JavaScript. Without it, use: quotex extract FILE --format html",
    "local": "Articles stay on this server, and are kept nowhere.",
    "other_lang": "ru",
    "other_name": "По-русски",
}

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({"ru": RU, "en": EN})
