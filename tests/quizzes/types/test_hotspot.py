"""Pointing at a place in a picture."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail_factories import ImageFactory

from quizzes.freezing import describe
from quizzes.shuffling import token_of
from quizzes.types.hotspot.marking import area_at
from quizzes.types.hotspot.places import read_click, read_place
from tests.quizzes.builders import translate

from .builders import area, clean, complaints, frozen, hotspot
from .sending import HOSTILE, sent


def asked(**areas):
    """A frozen question; an area is (shape, x, y, width, height, is it right)."""
    names = ("shape", "x", "y", "width", "height", "right")
    described = [{"id": one, **dict(zip(names, values, strict=True))} for one, values in areas.items()]
    return frozen("hotspot", {"picture": None, "areas": described})


BOX = asked(a=("rectangle", "10", "20", "30", "40", True), b=("rectangle", "60", "60", "40", "40", False))
DISC = asked(a=("circle", "20", "20", "60", "60", True), b=("circle", "0", "0", "10", "10", False))
OVAL = asked(a=("circle", "0", "40", "100", "20", True), b=("rectangle", "0", "0", "1", "1", False))
THIRD = asked(a=("circle", "33.33", "33.33", "33.34", "33.34", True), b=("circle", "0", "0", "1", "1", False))
UPON = asked(
    icon=("rectangle", "45", "45", "10", "10", False), window=("rectangle", "20", "20", "60", "60", True)
)
TWO = asked(
    a=("circle", "0", "0", "10", "10", True),
    b=("circle", "90", "90", "10", "10", True),
    c=("rectangle", "40", "40", "20", "20", False),
)
MARKS = [
    (BOX, "25", "40", "1"),
    (BOX, "10", "20", "1"),  # corners and edges belong to it
    (BOX, "40", "60", "1"),
    (BOX, "10", "60", "1"),
    (BOX, "9.99", "40", "0"),
    (BOX, "40.01", "40", "0"),
    (BOX, "25", "19.99", "0"),
    (BOX, "25", "60.01", "0"),
    (BOX, "80", "80", "0"),
    (BOX, "100", "100", "0"),
    (BOX, "0", "0", "0"),
    (DISC, "50", "50", "1"),
    (DISC, "20", "50", "1"),
    (DISC, "50", "80", "1"),
    (DISC, "19.99", "50", "0"),
    (DISC, "20", "20", "0"),  # the corner of its box
    (DISC, "68", "74", "1"),  # 18 and 24 from the middle: 30, exactly
    (DISC, "68.01", "74", "0"),
    (DISC, "5", "5", "0"),
    (OVAL, "0", "50", "1"),
    (OVAL, "50", "40", "1"),
    (OVAL, "80", "58", "1"),  # 3/5 and 4/5 of its halves: the edge, exactly
    (OVAL, "80.01", "58", "0"),
    (OVAL, "99", "42", "0"),
    (THIRD, "33.33", "50", "1"),
    (THIRD, "66.67", "50", "1"),
    (THIRD, "33.32", "50", "0"),
    (UPON, "30", "30", "1"),
    (UPON, "50", "50", "0"),  # the first counts
    (UPON, "55", "55", "0"),
    (UPON, "55.01", "55", "1"),
    (TWO, "5", "5", "1"),
    (TWO, "95", "95", "1"),
    (TWO, "50", "50", "0"),
    (TWO, "20", "80", "0"),
]


@pytest.mark.parametrize(("question", "x", "y", "fraction"), MARKS)
def test_a_place_earns_what_its_area_does(question, x, y, fraction):
    assert question.mark({"x": x, "y": y}, "ru").fraction == Decimal(fraction)


CHOSEN = [
    (BOX, "a", "1"),
    (BOX, "b", "0"),
    (UPON, "icon", "0"),
    (UPON, "window", "1"),
    (TWO, "b", "1"),
    (BOX, "gone", "0"),
    (BOX, "A", "0"),
    (BOX, "а", "0"),  # Cyrillic
    (BOX, "", "0"),
]


@pytest.mark.parametrize(("question", "name", "fraction"), CHOSEN)
def test_a_name_from_the_list_earns_as_much_as_its_place(question, name, fraction):
    assert question.mark({"area": name}, "ru").fraction == Decimal(fraction)


def test_an_area_is_found_exactly_where_arithmetic_finds_it():
    areas = THIRD.rules["areas"]
    for step in range(0, 10001, 7):
        at = Fraction(step, 100)
        inside = (at - 50) ** 2 <= Fraction("16.67") ** 2
        assert (area_at(at, Fraction(50), areas) is not None) is inside


def test_the_reason_is_that_of_the_place():
    wrong = BOX.mark({"x": "80", "y": "80"}, "ru")
    assert (wrong.feedback, wrong.about) == (("areas.b.feedback",), ("areas.b.name",))
    nowhere = BOX.mark({"x": "50", "y": "5"}, "ru")
    assert (nowhere.feedback, nowhere.about) == (("feedback_wrong",), ())


def token(one):
    return token_of("item-q", one)


def posted(value=None, **fields):
    """A form: `value` is what the list says, `_500x400="100 40"` a click on a picture of that size."""
    form = sent()
    if value is not None:
        form["item-q"] = value
    for size, at in fields.items():
        for axis, pixels in zip("xy", at.split(" "), strict=True):
            form[f"item-q-{size[1:]}.{axis}"] = pixels
    return form


READ = [
    (posted(token("a")), {"area": "a"}),
    (posted("at 34.5 12"), {"x": "34.5", "y": "12"}),
    (posted("at 34.50 12.00"), {"x": "34.5", "y": "12"}),
    (posted("at 0 0"), {"x": "0", "y": "0"}),
    (posted("at 100 100.00"), {"x": "100", "y": "100"}),
    (posted("at 5.0049 99.999"), {"x": "5", "y": "100"}),
    (posted(_500x400="100 40"), {"x": "20", "y": "10"}),
    (posted(_560x315="187 105"), {"x": "33.39", "y": "33.33"}),
    (posted(_250x141="250 141"), {"x": "100", "y": "100"}),
    (posted(_250x141="251 -1"), {"x": "100", "y": "0"}),  # an edge of half a pixel
    (posted(_250x141="0 7"), {"x": "0", "y": "4.96"}),
    (posted(token("b"), _500x400="100 40"), {"x": "20", "y": "10"}),  # who points last has said so last
    (posted(token("b"), _500x400="0 0"), {"area": "b"}),  # pressed with the keyboard
    (posted(_500x400="0 0"), None),
    (posted(""), None),
    (posted(), None),
    (posted(_0x400="10 10"), None),
    (posted(_99999x400="10 10"), None),
    (posted(_500x400="1e2 40"), None),
    (posted(_500x400="١٠ ١٠"), None),  # digits of another script
]


@pytest.mark.parametrize(("form", "answer"), READ)
def test_a_place_is_read_with_script_and_without(form, answer):
    assert BOX.read(form) == answer


BAD = ["a", "at", "at 1", "at 1 2 3", "at 101 5", "at 100.01 5", "at -1 5", "at 1e1 5", "at 5,5 5", "at ٣ 5"]
BAD += ["at 0x1 5", "at nan 5", "at 5 inf", "at 5  5", " at 5 5", "AT 5 5", "at 5 5\n", "at 5.00001 5"]


@pytest.mark.parametrize("value", [*BAD, token("c"), token("A"), *HOSTILE])
def test_what_is_no_place_and_no_name_is_refused(value):
    with pytest.raises(ValidationError, match="Такого варианта нет"):
        BOX.read(posted(value))


def test_nonsense_is_read_in_no_time():
    assert read_place("at " + "9" * 100_000 + " 5") is None
    assert read_click(posted(**{"_" + "9" * 100_000 + "x5": "5 5"}), "item-q") is None


@pytest.mark.parametrize(
    ("areas", "complaint"),
    [
        ((area("Вверху", 0, 0), area("Внизу", 0, 80)), "хотя бы у одного"),
        ((area("Вверху", 0, 0, right=True), area("Внизу", 0, 80, right=True)), "выдаст ответ"),
        ((area("Вверху", 0, 0, right=True), area("вверху ", 0, 80)), "одинаковое название"),
        ((area("Вверху", 0, 0, right=True), area("Внизу", 90, 80)), "«Внизу» выходит за край"),
        ((area("Вверху", 0, 0, right=True), area("Внизу", 0, 80.01)), "«Внизу» выходит за край"),
    ],
)
def test_the_editor_says_what_is_wrong(db, areas, complaint):
    with pytest.raises(ValidationError) as caught:
        clean(hotspot(*areas, image=ImageFactory().pk))
    assert complaint in complaints(caught.value)["areas"]


@pytest.mark.parametrize("wrong", [{"x": "101"}, {"y": "-1"}, {"width": "0"}, {"height": "0.5"}, {"x": None}])
def test_the_editor_wants_numbers_of_per_cent(db, wrong):
    areas = area("Вверху", 0, 0, right=True), area("Внизу", 0, 0) | wrong
    with pytest.raises(ValidationError) as caught:
        clean(hotspot(*areas, image=ImageFactory().pk))
    assert list(caught.value.block_errors) == ["areas"]


def test_the_editor_wants_a_picture(db):
    with pytest.raises(ValidationError) as caught:
        clean(hotspot())
    assert list(caught.value.block_errors) == ["picture"]


@pytest.fixture
def screen(db):
    """A picture of a screen, wider than it can be shown."""
    return ImageFactory(title="screen.png", file__width=1120, file__height=630)


def picture_on(html, kind):
    return BeautifulSoup(html, "html.parser").select_one(f".hotspot-{kind} input")


def test_without_script_a_click_on_the_picture_is_an_answer(lesson_with, signed_in, screen):
    item = lesson_with(hotspot(image=screen.pk)).get_items()[0]
    shown = {kind: picture_on(signed_in.get("/ru/urok/").content, kind) for kind in ("large", "small")}
    assert [(one["width"], one["height"]) for one in shown.values()] == [("560", "315"), ("240", "135")]
    clicked = {f"{shown['small']['name']}.{axis}": at for axis, at in (("x", "24"), ("y", "120"))}
    signed_in.post("/ru/urok/", clicked | {f"version-{item.id}": item.digest})
    page = BeautifulSoup(signed_in.get("/ru/urok/").content, "html.parser")
    option = page.select_one("select [selected]")
    assert (option["value"], option.text) == ("at 10 88.89", "Место, отмеченное на картинке")
    assert [(mark["x"], mark["y"]) for mark in page.select("[data-mark]")] == [("10%", "88.89%")] * 2
    signed_in.post(
        "/ru/urok/",
        {item.field_name: option["value"], f"version-{item.id}": item.digest, "do": f"check:{item.id}"},
    )
    html = signed_in.get("/ru/urok/").content.decode()
    assert 'data-state="right"' in html
    assert "<b>Кнопка внизу слева</b></p><p>О месте «Кнопка внизу слева»" in html


def test_a_tall_picture_fits_on_the_screen(lesson_with, signed_in):
    tall = ImageFactory(file__width=900, file__height=1800)
    lesson_with(hotspot(image=tall.pk))
    html = signed_in.get("/ru/urok/").content
    shown = [picture_on(html, kind) for kind in ("large", "small")]
    assert [(one["width"], one["height"]) for one in shown] == [("240", "480"), ("200", "400")]


def test_a_place_beside_all_areas_is_answered_with_a_hint(lesson_with, checked):
    html = checked(lesson_with(hotspot()), "at 50 50")
    assert 'data-state="wrong"' in html
    assert "Здесь ничего нет." in html
    assert "О месте" not in html


def test_the_page_does_not_tell_where_the_areas_lie(lesson_with, signed_in, screen):
    odd = area("Кнопка", "31.07", "62.13", "17.09", "23.03", right=True)
    item = lesson_with(hotspot(odd, area("Значок", 0, 0), image=screen.pk)).get_items()[0]
    html = signed_in.get("/ru/urok/").content.decode()
    assert "Кнопка" in html
    assert not re.search(r"31[.,]07|62[.,]13|17[.,]09|23[.,]03|hotspot-area", html)
    assert not [one["id"] for one in item.rules["areas"] if one["id"] in html]


def test_the_editor_s_preview_draws_the_areas(lesson_with, admin_user, rf, screen):
    round_one = area("Кнопка", 10, 20, 30, 40, right=True, shape="circle")
    lesson = lesson_with(hotspot(round_one, area("Значок", "0.5", 0), image=screen.pk))
    request = rf.get("/")
    request.user, request.session = admin_user, {}
    html = lesson.serve_preview(request, "").content.decode()
    assert html.count('<ellipse class="hotspot-area is-right" cx="25%" cy="40%" rx="15%" ry="20%" />') == 2
    assert html.count('<rect class="hotspot-area" x="0.5%" y="0%" width="20%" height="20%" />') == 2
    assert "Learners do not see these outlines" in html or "учащиеся не видят" in html


def names_on(html):
    found = BeautifulSoup(html, "html.parser").select("select option[value]:not([value=''])")
    return {option.text: option["value"] for option in found}


def test_neither_order_nor_names_tell_which_place_was_written_first(lesson_with, signed_in):
    areas = [area(f"Место {one}", 0, 0, right=one == "а") for one in "абвгдежзик"]
    lesson_with(hotspot(*areas))
    names = names_on(signed_in.get("/ru/urok/").content)
    assert sorted(names) == [one["name"] for one in areas]
    assert list(names) != [one["name"] for one in areas]


def test_names_are_in_the_reader_s_language_and_the_answer_is_one(lesson_with, signed_in, kazakh, screen):
    lesson = lesson_with(hotspot(image=screen.pk))
    words = {"Кнопка внизу слева": "Төменгі сол жақ батырма", "Экран компьютера": "Компьютер экраны"}
    translate(lesson, kazakh, words)
    item = lesson.get_items()[0]
    html = signed_in.get("/kk/urok/").content.decode()
    assert picture_on(html, "large")["alt"] == "Компьютер экраны"
    assert re.search(r'<option value="\w+" lang="ru" >Значок вверху</option>', html)
    russian, kazakh_names = names_on(signed_in.get("/ru/urok/").content), names_on(html)
    assert list(russian.values()) == list(kazakh_names.values())
    chosen = {item.field_name: kazakh_names["Төменгі сол жақ батырма"], f"version-{item.id}": item.digest}
    signed_in.post("/kk/urok/", chosen | {"do": f"check:{item.id}"})
    assert 'data-state="right"' in signed_in.get("/ru/urok/").content.decode()


def test_a_picture_that_is_gone_leaves_the_list(lesson_with, signed_in, screen):
    lesson_with(hotspot(image=screen.pk))
    screen.delete()
    html = signed_in.get("/ru/urok/").content.decode()
    assert picture_on(html, "large") is None
    assert len(names_on(html)) == 2


def test_another_size_of_the_area_is_another_key(lesson_with):
    lesson = lesson_with(hotspot())
    before = lesson.get_items()[0].digest
    raw = lesson.body.raw_data[0]
    raw["value"]["areas"][0]["value"]["width"] = "20.00"
    assert describe(lesson)[0].digest == before
    lesson.body[0].value["areas"][0]["width"] = Decimal("21")
    assert describe(lesson)[0].digest != before
