"""Odd characters are read as what they stand for, and every offset leads back to the text as given."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.clean import clean
from quotex.span import Stretch

READ = [
    # spaces and line breaks
    ("Мэр\u00a0сказал", "Мэр сказал"),
    ("Мэр\u202fсказал\u2009так\tвчера", "Мэр сказал так вчера"),
    ("Мост\r\nзакрыт\rнадолго", "Мост \nзакрыт\nнадолго"),
    ("Мост\u2028закрыт\u0085надолго", "Мост\nзакрыт\nнадолго"),
    ("Мост\x00закрыт\ufffc", "Мост закрыт "),
    # what is not seen
    ("со\u00adве\u00adща\u00adние", "совещание"),
    ("гра\u00ad\nницы", "границы"),
    ("гра\u00ad \r\n ницы", "границы"),
    ("мо\u200bст\ufeff \u200eзакрыт_x000D_", "мост закрыт"),
    # accents
    ("за\u0301мок", "замок"),
    ("зи\u0306мний", "зймний"),
    ("ее\u0308", "её"),
    ("Cafe\u0301", "Café"),
    ("зáмок", "замок"),
    # look-alikes
    ("Mocквa", "Москва"),
    ("MЧC", "МЧС"),
    ("PБК", "РБК"),
    ("C ним согласен мэр", "С ним согласен мэр"),
    ("Да. B мэрии ждут", "Да. В мэрии ждут"),
    ("спорит c мэром", "спорит с мэром"),
    ("TASS и CNN", "TASS и CNN"),
    ("iPhone и ATP-турнир", "iPhone и ATP-турнир"),
    ("витамин C полезен", "витамин C полезен"),
    ("гепатит B лечат", "гепатит B лечат"),
    ("HTMLом", "HTMLом"),
    # entities
    ("&laquo;Мост&raquo;&nbsp;&mdash; закрыт", "«Мост» — закрыт"),
    ("также:&nbspмост", "также: мост"),
    ("&amp;quot;Мост&amp;quot;", '"Мост"'),
    ("&#1052;ост &#x2014; да", "Мост — да"),
    ("мо&shy;ст", "мост"),
    ("AT&T и R&D; a&b", "AT&T и R&D; a&b"),
    ("&невесть; &zzzz;", "&невесть; &zzzz;"),
    # tags and other markup
    ("Мост<br/>закрыт", "Мост\nзакрыт"),
    ("<p class='x'>Мост <b>закрыт</b></p>", "\nМост закрыт\n"),
    ("5 < 7 и a<b и c>d", "5 < 7 и a<b и c>d"),
    ("мэр [рассказал](https://bor.example/1?a=b) о мосте", "мэр рассказал о мосте"),
    ("**Мост** закрыт, __говорит__ мэр", "Мост закрыт, говорит мэр"),
    ("х**ня и a__b", "х**ня и a__b"),
    ("мэр [имя изменено] сказал", "мэр [имя изменено] сказал"),
]


@pytest.mark.parametrize(("text", "plain"), READ)
def test_odd_characters_are_read(text, plain):
    assert clean(text).text == plain


@pytest.mark.parametrize(
    ("text", "word", "as_given"),
    [
        ("Мэр со\u00adбрал со\u00adвет", "совет", "со\u00adвет"),
        ("Это за\u0301мок", "замок", "за\u0301мок"),
        ("Вот нож мой\u0301", "мой", "мой\u0301"),
        ("Он: &laquo;Да&raquo;, мост", "«Да»", "&laquo;Да&raquo;"),
        ("Он <b>сказал</b>, что да", "сказал", "сказал"),
        ("Он [сказал](https://bor.example), что", "сказал", "сказал"),
        ("Он сказал\r\nтак", "так", "так"),
        ("Вчера Mocквa ждала", "Москва", "Mocквa"),
        ("\ufeffМост закрыт", "Мост", "Мост"),
    ],
)
def test_words_lead_back(text, word, as_given):
    page = clean(text)
    start = page.text.index(word)
    assert page.given(Stretch(start, start + len(word))).of(text) == as_given


def test_furniture_is_blanked_to_the_same_length():
    text = "Мост закрыт на ремонт, сообщили в мэрии.\n\nЧитайте также\nМэр: «Достроим»\n"
    page = clean(text)
    assert page.text == "Мост закрыт на ремонт, сообщили в мэрии.\n\n" + " " * 13 + "\n" + " " * 15 + "\n"


ODDITIES = [text for text, _ in READ] + [
    "Читайте также\n",
    "17:57 Мост\n",
    "Теги: мост\n",
    "&",
    "<",
    "**",
    "[",
    "\u0301",
]
ANY_TEXT = st.text() | st.lists(st.sampled_from(ODDITIES) | st.text(max_size=5)).map("".join)
PLAIN_TEXT = st.text(alphabet='абвгдеёжзАБВГДабв .,:!?—–«»"\n0123456789xyzXYZ-()')


@given(ANY_TEXT)
def test_offsets_are_in_range_and_in_order(text):
    page = clean(text)
    places = [page.given(Stretch(i, i + 1)) for i in range(len(page.text))]
    assert all(0 <= p.start < p.end <= len(text) for p in places)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(places))
    assert 0 <= page.given(Stretch(0, len(page.text))).end <= len(text)


@given(ANY_TEXT, st.data())
def test_stretches_hold_their_characters(text, data):
    page = clean(text)
    start = data.draw(st.integers(0, len(page.text)))
    end = data.draw(st.integers(start, len(page.text)))
    whole = page.given(Stretch(start, end))
    assert 0 <= whole.start <= whole.end <= len(text)
    assert all(whole.holds(page.given(Stretch(i, i + 1))) for i in range(start, end))


@given(PLAIN_TEXT)
def test_plain_text_stands_where_it_stood(text):
    page = clean(text)
    assert len(page.text) == len(text)
    for i, char in enumerate(page.text):
        assert page.given(Stretch(i, i + 1)) == Stretch(i, i + 1)
        assert char == " " or char == text[i] or {char, text[i]} <= set("хуХУxyXY")


@given(ANY_TEXT)
@settings(max_examples=50)
def test_reading_twice_changes_no_plain_page(text):
    once = clean(text).text
    if "&" not in once and "*" not in once:
        assert len(clean(once).text) <= len(once)


NASTY = [
    *("a", "а", "aа", " ", "\n", "_", "*", "a__б", "**", "<", "<b ", "<b x=", "&", "&amp;", "&#1", "[", "[a](http://"),
    *("](http://a", "\u00ad", "\u00ad ", "\u0301", "а\u0301", "«", '"', ".", "...", "? ", ": ", "1", "1:", "12:30"),
    *("12:30 ", "12:30 А\n", "а 12:30\n", "А, 12:30\n", "#а ", "# ", "|", " | ", "Новости ", "Новости|", "USD 1 "),
    *("Фото: ", "Фото: А\n", "©", "📷 ", "Автор: А. ", "Телефон: 1 ", "+7 (", "1 1 ", "Просмотров: ", "Просмотров: 1"),
    *(
        "Читайте также ",
        "Читайте также\n",
        "Читайте также: А\n",
        "Читайте также 1 ",
        "Теги: ",
        "Теги: а\n",
        "А\n",
        "А.\n",
    ),
    *("а\n", "— ", "Комментарии\n", "Источник: ", "Источник: а.", "Источник: а-", "Подпишитесь на ", "Все права "),
    *("Подпишитесь на канал. ", "Подпишитесь на «канал. ", "Сетевое издание ", "При цитировании "),
]


@pytest.mark.parametrize("piece", NASTY)
def test_time_grows_with_the_text_only(piece):
    text = piece * (200_000 // len(piece))
    begin = time.process_time()
    clean(text)
    assert time.process_time() - begin < 2


def test_nasty_pieces_together():
    text = "".join(NASTY)
    text *= 200_000 // len(text)
    begin = time.process_time()
    clean(text)
    assert time.process_time() - begin < 2
