"""The fast tokeniser cuts as razdel does, everywhere."""

from __future__ import annotations

import random

import pytest
from razdel import tokenize

from quotex.engine.tokens import tokens

TEXTS = [
    "",
    " \n\t ",
    "«Мы готовы», — сказал Ян Кузь-Мин (мэр).",
    "теле- и радиоканалы, 2024- 2025 и 3 -4; а - б, от -5 до +5, слово_ и _слово",
    "5, 6 и 7 ,8 стоят 1.5 руб., 10 000,50 р. и 1/2 \\ 3/ 4",
    "12.05.2025 в 10:30, №5, 5%, $5, ст. 228.1 УК; 5² ² 2",
    "iPhone15 ГОСТ-2 д-р-2 5-й СИЗО-6 И.И.Петров и т.д.",
    "Ура!!! Что?! Да... нет… :) ;-))) ** -- --- «„а“»",
    "ΔP mβж 😀а а😀 Yahoo! yahoo!? ёЁ Ⅳ ᲀ",
    "Без\u00a0разрыва\u2009и\ufeffс невидимым",
    "\ud800 а\ud800",
]
LETTERS = 'аБё5²Ⅳ zQ.,-—_/\\!?):;=«»"* \n😀σΔ'


def razdel_tokens(text: str) -> list[tuple[int, int, str]]:
    return [(token.start, token.stop, token.text) for token in tokenize(text)]


@pytest.mark.parametrize("text", TEXTS)
def test_equal_to_razdel(text):
    assert tokens(text) == razdel_tokens(text)


def test_equal_to_razdel_on_noise():
    dice = random.Random(1)
    for _ in range(3000):
        text = "".join(dice.choices(LETTERS, k=dice.randint(1, 14)))
        assert tokens(text) == razdel_tokens(text), text
