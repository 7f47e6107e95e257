"""Names stand where their readers look for them."""

import pytest

from languages.collation import KAZAKH, sort_key


def in_order(names, language):
    return sorted(names, key=lambda name: sort_key(name, language))


def test_kazakh_has_forty_two_letters():
    assert len(KAZAKH) == len(set(KAZAKH)) == 42


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (
            "kk",
            [
                "Айгүл",
                "Әсел",
                "Болат",
                "Ғалым",
                "Дина",
                "Қанат",
                "Ләззат",
                "Өмір",
                "Ұлан",
                "Үміт",
                "Іңкәр",
                "Эльмира",
            ],
        ),
        ("kk", ["елена", "Ёлка", "жұмыс"]),
        ("ru", ["Елена", "Ёлка", "Жанна", "Яна", "Anna"]),
        ("en", ["Adam", "Zoé", "zoo", "Анна"]),
        ("ru", ["еж", "ёж", "ежи"]),
        ("ru", ["Иван", "Йорк", "Кира"]),
        ("kk", ["3-сынып", "Ан", "Ана тілі", "Анар"]),
    ],
)
def test_names_are_in_the_order_of_the_alphabet(language, names):
    assert in_order(reversed(names), language) == names


def test_capitals_do_not_part_a_family():
    assert in_order(["бота", "Бек", "Бота", "бек"], "kk") == ["Бек", "бек", "Бота", "бота"]
