"""Finding what belongs to what."""

import re
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from wagtail_factories import ImageFactory

from quizzes.shuffling import token_of
from quizzes.types.matching.marking import fraction_of
from tests.quizzes.builders import translate

from .builders import clean, complaints, frozen, matching, pair
from .sending import HOSTILE, sent


def asked(matches, extras=""):
    """A frozen question of one-letter pairs: {"a": "a", "b": "a"} says that the same belongs to both."""
    pairs = [{"id": one, "match": match, "picture": None} for one, match in matches.items()]
    return frozen("matching", {"pairs": pairs, "extras": [{"id": one} for one in extras]})


TWO = asked({"a": "a", "b": "b"})
THREE = asked({"a": "a", "b": "b", "c": "c"}, extras="xy")
SAME = asked({"a": "a", "b": "b", "c": "a", "d": "b"}, extras="x")
SEVEN = asked({one: one for one in "abcdefg"})
MARKS = [
    (TWO, {"a": "a", "b": "b"}, "1"),
    (TWO, {"a": "b", "b": "a"}, "0"),
    (TWO, {"a": "a", "b": "a"}, "0.5"),
    (TWO, {"a": "a"}, "0.5"),
    (TWO, {"b": "a"}, "0"),
    (THREE, {"a": "a", "b": "b", "c": "c"}, "1"),
    (THREE, {"c": "c", "b": "b", "a": "a"}, "1"),
    (THREE, {"a": "a", "b": "b", "c": "x"}, "0.66666667"),
    (THREE, {"a": "a", "b": "c", "c": "b"}, "0.33333333"),
    (THREE, {"a": "b", "b": "c", "c": "a"}, "0"),
    (THREE, {"a": "x", "b": "y", "c": "x"}, "0"),
    (THREE, {"a": "a", "b": "b"}, "0.66666667"),
    (THREE, {"b": "b"}, "0.33333333"),
    (THREE, {"a": "a", "b": "a", "c": "a"}, "0.33333333"),
    (SAME, {"a": "a", "b": "b", "c": "a", "d": "b"}, "1"),
    (SAME, {"a": "a", "b": "a", "c": "a", "d": "a"}, "0.5"),
    (SAME, {"a": "b", "b": "a", "c": "b", "d": "a"}, "0"),
    (SAME, {"c": "a"}, "0.25"),
    (SAME, {"a": "a", "b": "b", "c": "a", "d": "x"}, "0.75"),
    (SEVEN, {one: one for one in "abcdefg"}, "1"),
    (SEVEN, {one: one for one in "abcdef"}, "0.85714286"),
    (SEVEN, {"a": "a"}, "0.14285714"),
    (TWO, {"a": "gone", "b": "b"}, "0.5"),
    (TWO, {"gone": "gone", "a": "a", "b": "b"}, "1"),
    (TWO, {"ә": "ә", "a": "a"}, "0.5"),
    (TWO, {"a": "<script>alert(1)</script>", "b": "' OR 1=1 --"}, "0"),
    (TWO, {"a": "A", "b": "\u202eb"}, "0"),
]


@pytest.mark.parametrize(("question", "chosen", "fraction"), MARKS)
def test_each_right_pair_earns_an_equal_share(question, chosen, fraction):
    assert question.mark({"pairs": chosen}, "ru").fraction == Decimal(fraction)


def test_one_pair_is_right_or_not():
    assert fraction_of({"a": "b"}, {"id": "a", "match": "b"}) == 1
    assert fraction_of({}, {"id": "a", "match": "b"}) == 0


def test_each_pair_has_its_own_reason():
    right, wrong, empty = THREE.mark({"pairs": {"a": "a", "b": "c"}}, "ru").parts
    assert (right.fraction, right.is_empty) == (1, False)
    assert (wrong.fraction, wrong.about, wrong.feedback) == (0, "pairs.b.prompt", "pairs.b.feedback")
    assert empty.is_empty


def token(one):
    return token_of("item-q", one)


def test_what_is_left_empty_is_left_out():
    assert THREE.read(sent(a=token("b"), b="")) == {"pairs": {"a": "b"}}
    assert THREE.read(sent(a=token("x"), b=token("x"), c=token("x"))) == {"pairs": dict.fromkeys("abc", "x")}


@pytest.mark.parametrize("posted", [{}, {"a": ""}, {"a": "", "b": ""}, {"z": "a"}])
def test_nothing_chosen_is_not_an_answer(posted):
    assert THREE.read(sent(**posted)) is None


@pytest.mark.parametrize("posted", ["a", "x", token("z"), *HOSTILE])
def test_what_is_not_on_the_list_is_refused(posted):
    with pytest.raises(ValidationError, match="Такого варианта нет"):
        THREE.read(sent(a=posted))


@pytest.mark.parametrize(
    ("question", "field", "complaint"),
    [
        (matching(pair("Мышь", "Указывать"), pair("МЫШЬ ", "Печатать")), "pairs", "показано одно и то же"),
        (matching(pair("Мышь", "Ввод"), pair("Экран", "ввод")), "pairs", "выбирать не из чего"),
        (matching(extras=["Печатать"]), "extras", "стоит и в одной из пар"),
        (matching(extras=["Спать", "спать"]), "extras", "дважды"),
    ],
)
def test_the_editor_says_what_is_wrong(question, field, complaint):
    with pytest.raises(ValidationError) as caught:
        clean(question)
    assert complaint in complaints(caught.value)[field]


def test_the_same_may_belong_to_several(lesson_with):
    pairs = [pair("Мышь", "Ввод"), pair("Клавиатура", "ввод"), pair("Экран", "Вывод")]
    item = lesson_with(matching(*pairs, extras=())).get_items()[0]
    first, second, third = item.rules["pairs"]
    assert first["match"] == second["match"] == first["id"]
    assert third["match"] == third["id"]


def choices_on(html, pair_id):
    """Return {words: value} of the list beside one pair, in the order on screen."""
    inside = html.split(f'id="answer-{pair_id}"')[1].split("</select>")[0]
    return {words: value for value, words in re.findall(r'<option value="([^"]+)"[^>]*>([^<]+)', inside)}


def test_a_learner_reads_why_of_each_pair_that_is_not_right_yet(lesson_with, signed_in):
    item = lesson_with(matching()).get_items()[0]
    mouse, keys, _screen = (one["id"] for one in item.rules["pairs"])
    choices = choices_on(signed_in.get("/ru/urok/").content.decode(), mouse)
    posted = {f"item-{item.id}-{mouse}": choices["Указывать"], f"item-{item.id}-{keys}": choices["Спать"]}
    signed_in.post("/ru/urok/", posted | {f"version-{item.id}": item.digest, "do": f"check:{item.id}"})
    html = signed_in.get("/ru/urok/").content.decode()
    assert html.count(" selected>") == 2
    assert "Частично верно" in html
    assert '<b>Клавиатура</b> <span class="part-state">пока неверно</span></p><p>О паре «Клавиатура»' in html
    assert '<b>Экран</b> <span class="part-state">нет ответа</span>' in html
    assert "О паре «Мышь»" not in html


def test_neither_order_nor_names_on_the_page_tell_what_belongs_together(lesson_with, signed_in):
    pairs = [pair(f"Слово {one}", f"Пара {one}") for one in "абвгдежзик"]
    item = lesson_with(matching(*pairs, extras=())).get_items()[0]
    html = signed_in.get("/ru/urok/").content.decode()
    choices = choices_on(html, item.rules["pairs"][0]["id"])
    assert sorted(choices) == [one["match"] for one in pairs]
    assert list(choices) != [one["match"] for one in pairs]
    assert not set(choices.values()) & {one["id"] for one in item.rules["pairs"]}
    assert [list(choices_on(html, one["id"])) == list(choices) for one in item.rules["pairs"]] == [
        True
    ] * len(pairs)


def test_everybody_sees_the_same_order_in_every_language(lesson_with, signed_in, kazakh):
    lesson = lesson_with(matching())
    translate(lesson, kazakh, {"Указывать": "Көрсету", "Печатать": "Теру", "Смотреть": "Қарау"})
    first = lesson.get_items()[0].rules["pairs"][0]["id"]
    russian, kazakh_page = (
        choices_on(signed_in.get(f"/{code}/urok/").content.decode(), first) for code in ("ru", "kk")
    )
    assert list(russian.values()) == list(kazakh_page.values())
    assert {"Көрсету", "Теру", "Қарау", "Спать"} == set(kazakh_page)


def test_what_nobody_translated_says_in_which_language_it_is(lesson_with, signed_in, kazakh):
    lesson = lesson_with(matching())
    before = lesson.get_items()[0]
    translate(lesson, kazakh, {"Мышь": "Тінтуір", "О паре «Мышь»": "Тінтуір жұбы"})
    item = lesson.get_items()[0]
    assert (item.id, item.digest, item.rules) == (before.id, before.digest, before.rules)
    html = signed_in.get("/kk/urok/").content.decode()
    assert "<span>Тінтуір</span>" in html
    assert '<span lang="ru">Экран</span>' in html
    assert re.search(r'<option value="\w+" lang="ru" >Спать</option>', html)


def test_a_picture_stands_beside_its_prompt_with_words_in_each_language(lesson_with, signed_in, kazakh):
    image = ImageFactory(title="mouse.png")
    first = pair("Что это?", "Мышь", image=image.pk, alt="Серая вещь с двумя кнопками")
    lesson = lesson_with(matching(first, pair("А это?", "Экран")))
    translate(lesson, kazakh, {"Серая вещь с двумя кнопками": "Екі батырмасы бар сұр зат"})
    assert 'alt="Серая вещь с двумя кнопками"' in signed_in.get("/ru/urok/").content.decode()
    assert 'alt="Екі батырмасы бар сұр зат"' in signed_in.get("/kk/urok/").content.decode()
    image.delete()
    assert "Что это?" in signed_in.get("/ru/urok/").content.decode()
