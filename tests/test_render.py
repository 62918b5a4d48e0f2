"""An article with its quotes, to be read."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from quotex import Extraction, Quote, Speaker, render
from quotex.extractor import Extractor
from quotex.model import Cue, QuoteDate, Source, Span
from quotex.render.labels import EN, RU
from quotex.render.pieces import pieces

TEXT = """«Мост откроют, — сказал мэр Олег Нестеров. — Ждать недолго».
Он добавил, что проезд «будет бесплатным». По словам Анны Беловой, рабочие <успевают> & не спешат."""


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def quote(text: str, *contents: str, kind: str = "direct", name: str | None = None, **fields: object) -> Quote:
    spans = [span(text, words) for words in contents]
    speaker = Speaker(name=name, kind="person", resolved_by="name") if name else None
    return Quote.model_validate(
        {"kind": kind, "text": " ".join(contents), "spans": spans, "speaker": speaker, "confidence": 1, "rule": "r"}
        | fields
    )


@pytest.fixture
def found() -> Extraction:
    quotes = (
        quote(TEXT, "Мост откроют", "Ждать недолго", name="Олег Нестеров"),
        quote(TEXT, "проезд «будет бесплатным»", kind="mixed", name="Олег Нестеров"),
        quote(TEXT, "рабочие <успевают> & не спешат", kind="indirect", name="Анна <Белова>"),
    )
    return Extraction(quotes=quotes, version="0.1.0", outlet="ТАСС")


def test_pieces_are_the_whole_text(found: Extraction) -> None:
    assert "".join(piece.text for piece in pieces(TEXT, found.quotes)) == TEXT
    assert "".join(piece.text for piece in pieces("", ())) == ""


def test_a_quote_inside_a_quote_has_its_own_piece() -> None:
    text = "он сказал, что она знает, что дождь пойдёт"
    quotes = [quote(text, "она знает, что дождь пойдёт"), quote(text, "дождь пойдёт", parent=0)]
    cut = [(piece.text, piece.quote) for piece in pieces(text, quotes)]
    assert cut == [("он сказал, что ", None), ("она знает, что ", 0), ("дождь пойдёт", 1)]
    shown = render.text(text, Extraction(quotes=tuple(quotes), version="0"))
    assert shown.startswith("он сказал, что ⟦1 она знает, что ⟦2 дождь пойдёт⟧⟧")


def test_quotes_of_the_same_words_are_both_to_be_found() -> None:
    found = Extraction(quotes=(quote("дождь", "дождь"), quote("дождь", "дождь", parent=0)), version="0")
    assert re.findall(r'id="(q\d)"', render.html("дождь", found)) == ["q1", "q2"]
    assert render.text("дождь", found).startswith("⟦1 ⟦2 дождь⟧⟧")


def test_text_tells_kinds_without_colour(found: Extraction) -> None:
    shown = render.text(TEXT, found, width=200)
    assert "«⟦1 Мост откроют⟧, — сказал мэр Олег Нестеров. — ⟦1 Ждать недолго⟧»." in shown
    assert "⟪2 проезд «будет бесплатным»⟫" in shown
    assert "⟨3 рабочие <успевают> & не спешат⟩" in shown
    assert "\x1b" not in shown


def test_text_has_a_table_of_who_said_what(found: Extraction) -> None:
    rows = [row.split("│") for row in render.text(TEXT, found).splitlines() if row.startswith("│")]
    assert [row[2].strip() for row in rows] == ["Олег Нестеров", "Олег Нестеров", "Анна <Белова>"]
    assert rows[0][3].strip() == "⟦Мост откроют … Ждать недолго⟧"
    assert [row[4].strip() for row in rows] == ["direct", "mixed", "indirect"]


def test_text_colours_by_speaker(found: Extraction) -> None:
    shown = render.text(TEXT, found, colour=True)
    colours = {n: re.search(rf"\x1b\[([\d;]*)m.{n} ", shown) for n in (1, 2, 3)}
    codes = {n: match[1] for n, match in colours.items() if match}
    assert codes[1] == codes[2] != codes[3]


def test_text_without_quotes_says_so() -> None:
    assert render.text("Дождь.", Extraction(version="0")).splitlines() == ["Дождь.", "", "no quotes"]


def test_text_fits_its_width(found: Extraction) -> None:
    assert max(map(len, render.text(TEXT, found, width=60).splitlines())) <= 60


@pytest.fixture
def page(found: Extraction) -> str:
    return render.html(TEXT, found)


def test_page_needs_no_other_file(page: str) -> None:
    assert not re.search(r"""(src|href)=["'](?!#)|@import|url\(|<script""", page)
    assert "$" not in page


def test_page_holds_the_article_as_it_is(page: str) -> None:
    article = re.search(r"<article[^>]*>(.*)</article>", page, re.DOTALL)
    assert article
    without_numbers = re.sub(r'<a class="number[^>]*>\d+</a>', "", article[1])
    assert unescape(re.sub(r"<[^>]*>", "", without_numbers)) == TEXT


def test_page_escapes(page: str) -> None:
    assert "рабочие &lt;успевают&gt; &amp; не спешат" in page
    assert "Анна &lt;Белова&gt;" in page
    assert "<Белова>" not in page


def test_page_shows_and_tames_what_reorders() -> None:
    text = "«Мост\u202eхат\u202c откроют»"
    speaker = Speaker(name="Анна \u2067Белова", kind="person", resolved_by="name")
    shown = render.html(text, Extraction(quotes=(quote(text, text[1:-1], speaker=speaker),), version="0"))
    assert '<bdi class="control" data-code="U+202E">\u202e</bdi>хат<bdi class="control" data-code="U+202C">' in shown
    assert '<bdi>Анна <bdi class="control" data-code="U+2067">\u2067</bdi>Белова</bdi>' in shown
    assert not re.search(r'="[^"]*[\u202a-\u202e\u2066-\u2069]', shown)


def test_every_quote_has_one_place_and_one_record(page: str) -> None:
    for here in "qr":
        places, links = re.findall(rf'id="({here}\d)"', page), re.findall(rf'href="#({here}\d)"', page)
        assert places == [f"{here}1", f"{here}2", f"{here}3"]
        assert set(links) == set(places)


def test_page_has_a_colour_and_a_switch_for_each_speaker(page: str) -> None:
    switches = re.findall(r'<label class="v(\d)"><input type="radio" name="voice" value="(\d)"><bdi>([^<]+)<', page)
    assert [(*numbers, unescape(name)) for *numbers, name in switches] == [
        ("0", "0", "Олег Нестеров"),
        ("1", "1", "Анна <Белова>"),
    ]
    hues = dict(re.findall(r"\.v(\d)\{--hue:(\d+)\}", page))
    assert len(set(hues.values())) == len(hues) == 2


def test_a_switch_leaves_the_quotes_inside_quotes_of_the_speaker() -> None:
    text = "он сказал, что она знает, что дождь пойдёт"
    inner = Speaker(name="она", kind="person", resolved_by="name")
    quotes = (
        quote(text, "она знает, что дождь пойдёт", name="он"),
        quote(text, "дождь пойдёт", parent=0, speaker=inner),
    )
    shown = render.html(text, Extraction(quotes=quotes, version="0"))
    assert re.findall(r'<mark class="direct v(\d)" data-quote="(\d)" data-voices="([\d ]+)"', shown) == [
        ("0", "1", "0"),
        ("1", "2", "0 1"),
    ]


def test_a_record_says_everything() -> None:
    text = "«Да», — сказал в среду Нестеров ТАСС."
    fields = {
        "cue": Cue(**span(text, "сказал").model_dump(), lemma="сказать"),
        "speaker": Speaker(
            name="Олег Нестеров", kind="person", role="мэр", resolved_by="surname", mention=span(text, "Нестеров")
        ),
        "source": Source(name="ТАСС", mention=span(text, "ТАСС"), basis="explicit"),
        "date": QuoteDate(value=date(2025, 3, 12), mention=span(text, "в среду"), basis="explicit"),
        "confidence": 0.914,
    }
    found = Extraction(quotes=(quote(text, "Да", **fields),), version="0")
    dl = re.search(r"<dl>(.*)</dl>", render.html(text, found))
    assert dl
    assert re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", dl[1]) == [
        ("Назван в тексте", "«Нестеров»"),
        ("Как узнан", "по фамилии"),
        ("Слова автора", "«сказал» (сказать)"),
        ("Источник", "ТАСС (названо в тексте: «ТАСС»)"),
        ("Дата", "12.03.2025 (названо в тексте: «в среду»)"),
        ("Уверенность", "91\N{NO-BREAK SPACE}%"),
        ("Правило", "r"),
    ]


def test_page_speaks_english_too(found: Extraction) -> None:
    shown = render.html(TEXT, found, labels=EN)
    assert '<html lang="en">' in shown
    assert {"Who speaks", "Everyone", "What is said", "indirect"} <= set(re.findall(r">([\w ]+)<| title", shown))
    assert not any(word in shown for word in (RU.voices, RU.everyone, RU.quotes, RU.quote, *RU.kinds.values()))


def test_many_quotes_are_shown_in_little_time() -> None:
    text = "«Да», — сказал он. " * 5_000
    spans = [Span(start=n * 19 + 1, end=n * 19 + 3, text="Да") for n in range(5_000)]
    quotes = tuple(quote("Да", "Да").model_copy(update={"spans": (one,), "text": "Да"}) for one in spans)
    assert sum(piece.quote is not None for piece in pieces(text, quotes)) == 5_000


def test_a_notebook_shows_the_page_in_a_frame(extractor: Extractor) -> None:
    found = extractor.extract("«Да», — сказал Иванов.")
    shown = found._repr_html_()
    assert shown
    frame = re.fullmatch(r'<iframe sandbox title="quotex" style="[\w:;%]+" srcdoc="([^"]*)"></iframe>', shown)
    assert frame
    page = unescape(frame[1]).replace('<base href="about:srcdoc">\n', "")
    assert page == render.html("«Да», — сказал Иванов.", found)


def test_cues_and_mentions_are_marked() -> None:
    text = "«Да», — сказал Нестеров."
    cue = Cue(**span(text, "сказал").model_dump(), lemma="сказать")
    speaker = Speaker(name="Олег Нестеров", kind="person", resolved_by="surname", mention=span(text, "Нестеров"))
    found = Extraction(quotes=(quote(text, "Да", cue=cue, speaker=speaker),), version="0")
    assert "<i>сказал</i> <b" in render.html(text, found)
    assert render.text(text, found).startswith("«⟦1 Да⟧», — сказал Нестеров.")


ODD = ("", "\n\n", "«", "$x ${y}", "[red]«Да»[/red], — сказал [b]Иванов[/b].", "«Да\x1b[31m», — сказал\x9b он.")


@pytest.mark.parametrize("text", ODD)
def test_odd_articles_can_be_shown(text: str, extractor: Extractor) -> None:
    found = extractor.extract(text)
    assert render.html(text, found)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", render.text(text, found))
