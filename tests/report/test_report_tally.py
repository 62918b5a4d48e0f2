"""What a report reads and counts."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from batches import quote

from quotex.errors import InputError
from quotex.extractor import Extractor
from quotex.jsonl import Layout, convert
from quotex.report.read import Said, said
from quotex.report.tally import EACH, FIRST, NONE, OTHERS, OUTLETS, PAIR, SPEAKERS, Cell, Tally, tally
from quotex.report.window import PERIODS, Window, window

Batch = Callable[..., Path]
ARTICLE = {
    "id": "a1",
    "published": "2025-05-06",
    "url": "https://example.ru/1",
    "text": "«Мост откроют», — сообщил во вторник РБК мэр Олег Нестеров. По словам источника, сроки сорваны.",
}


def one(**fields: object) -> Said:
    told = {"speaker": "Олег Нестеров", "voice": "Олег Нестеров", "outlet": "ТАСС", "day": date(2025, 5, 6)}
    return Said(**{**told, "kind": "direct", "text": "Мост откроют", **fields})  # type: ignore[arg-type]


def counted(*quotes: Said) -> Tally:
    return tally(lambda: quotes)


def test_nested_and_flat_lines_say_the_same(extractor: Extractor, tmp_path: Path) -> None:
    line = json.dumps(ARTICLE, ensure_ascii=False).encode()
    found = []
    for flat in (False, True):
        path = tmp_path / f"{flat}.jsonl"
        path.write_bytes(convert(extractor, [line], Layout(flat=flat))[0].output)
        found.append(list(said(path)))
    assert found[0] == found[1]
    first, second = found[0]
    assert first == Said(
        "Олег Нестеров", "Олег Нестеров", "РБК", date(2025, 5, 6), "direct", "Мост откроют", "a1", ARTICLE["url"]
    )
    assert (second.speaker, second.voice) == (None, "источник")


def test_packed_files_are_read(batch: Batch, tmp_path: Path) -> None:
    plain, packed = batch(quote(), quote("Анна Гусева")), tmp_path / "packed"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert list(said(packed)) == list(said(plain))
    packed.write_bytes(packed.read_bytes()[:-20])
    with pytest.raises(InputError, match="cannot be read further"):
        list(said(packed))


@pytest.mark.parametrize(
    "line", ["{", "[]", "{}", '{"text": "т"}', json.dumps(quote(kind="shouted")), json.dumps(quote(date="6 мая")), "7"]
)
def test_other_lines_are_told_of(tmp_path: Path, line: str) -> None:
    path = tmp_path / "quotes.jsonl"
    path.write_text(json.dumps(quote()) + "\n" + line + "\n")
    with pytest.raises(InputError, match="line 2 is no JSON record of quotes: give a file that `quotex convert` wrote"):
        list(said(path))


@pytest.mark.parametrize(("url", "link"), [("https://a.ru", "https://a.ru"), ("javascript:alert(1)", None), (7, None)])
def test_only_addresses_of_the_web_are_links(batch: Batch, url: object, link: str | None) -> None:
    assert next(said(batch({**quote(), "meta.url": url}))).link == link


def test_each_quote_is_counted_once() -> None:
    found = counted(one(), one(), one(kind="mixed"), one(speaker=None, outlet=None, day=None))
    assert found.total == 4
    assert found.cells == {
        Cell(FIRST, FIRST, FIRST, 0): 2,
        Cell(FIRST, FIRST, FIRST, 2): 1,
        Cell(NONE, NONE, NONE, 0): 1,
    }
    assert found.sides.different == (1, 1)


def test_names_are_ranked_and_the_rest_share_a_place() -> None:
    quotes = [one(speaker=f"Голос {n:03}") for n in range(SPEAKERS + 20) for _ in range(2 if n == 50 else 1)]
    found = counted(*quotes)
    assert list(found.sides.speakers)[:2] == ["Голос 050", "Голос 000"]
    assert list(found.sides.speakers.values()) == list(range(FIRST, FIRST + SPEAKERS))
    assert Counter(cell.speaker for cell in found.cells)[OTHERS] == 1
    assert sum(count for cell, count in found.cells.items() if cell.speaker == OTHERS) == 20


def test_the_sample_is_small_and_leaves_no_bar_without_quotes() -> None:
    quotes = [one(speaker=f"Голос {n % 7}", outlet=f"Газета {n % 5}", text=str(n)) for n in range(10_000)]
    found = counted(*quotes)
    assert len(found.sample) <= EACH * (7 + 5 + 1 + 1) + PAIR * 7 * 5
    for side in ("speaker", "outlet"):
        kept = Counter(getattr(cell, side) for cell, _ in found.sample)
        assert min(kept[getattr(cell, side)] for cell in found.cells) >= EACH
    pairs = Counter(cell[:2] for cell, _ in found.sample)
    assert min(pairs[cell[:2]] for cell in found.cells) >= PAIR
    numbers = [int(kept.text) for _, kept in found.sample]
    assert numbers == sorted(numbers)
    assert min(numbers) < 1000 < 9000 < max(numbers)


def test_of_a_few_quotes_all_are_kept() -> None:
    quotes = [one(text=str(n)) for n in range(EACH)]
    assert [kept for _, kept in counted(*quotes).sample] == quotes


def test_what_is_kept_has_a_bound() -> None:
    first = date(2025, 1, 1)
    quotes = [
        one(speaker=f"Голос {n % 997}", outlet=f"Газета {n % 83}", day=first + timedelta(n % 31)) for n in range(50_000)
    ]
    found = counted(*quotes)
    assert found.total == 50_000
    assert len(found.sample) <= EACH * (SPEAKERS + OUTLETS + PERIODS + 9) + PAIR * (SPEAKERS + 2) * (OUTLETS + 2)


def days(first: str, number: int) -> dict[date, int]:
    return {date.fromisoformat(first) + timedelta(n): 1 for n in range(number)}


@pytest.mark.parametrize(
    ("given", "grain", "periods"),
    [
        (days("2025-05-01", 1), "day", 1),
        (days("2025-05-01", 31), "day", 31),
        (days("2025-01-01", 200), "week", 29),
        (days("2022-01-15", 1000), "month", 34),
        (days("2000-01-01", 8000), "year", 22),
        ({}, "day", 0),
    ],
)
def test_the_grain_fits_the_time(given: dict[date, int], grain: str, periods: int) -> None:
    found = window(given)
    assert (found.grain, len(found.starts)) == (grain, periods)
    assert all(0 <= (found.place(day) or 0) < periods for day in given)


def test_a_week_begins_on_monday() -> None:
    found = window(days("2025-05-07", 100))
    assert (found.starts[0], found.end.weekday()) == (date(2025, 5, 5), 0)
    assert [found.place(date(2025, 5, day)) for day in (4, 5, 11, 12)] == [None, 0, 0, 1]


@pytest.mark.parametrize("far", ["1961-04-12", "0001-01-01", "9999-12-31", "2099-01-01"])
def test_a_day_far_away_is_left_outside(far: str) -> None:
    may = days("2025-05-01", 31)
    found = window({**dict.fromkeys(may, 50), date.fromisoformat(far): 1})
    assert (found.grain, found.starts[0], found.end) == ("day", date(2025, 5, 1), date(2025, 6, 1))
    assert found.place(date.fromisoformat(far)) is None


def test_without_days_there_is_no_window() -> None:
    assert Window().place(date(2025, 5, 1)) is None
    assert counted(one(day=None)).cells == {Cell(FIRST, FIRST, NONE, 0): 1}


def test_a_file_is_counted(batch: Batch) -> None:
    path = batch(quote(), quote(None), quote("источник", speaker_kind="unnamed"), quote("  Олег\nНестеров "))
    found = tally(partial(said, path))
    assert {place: sum(n for c, n in found.cells.items() if c.speaker == place) for place in (NONE, FIRST)} == {
        0: 2,
        2: 2,
    }
