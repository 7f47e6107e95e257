"""People find courses and lessons by the beginnings of words, in three languages, and near ones where there are none."""

import json

import pytest
from django.db import connection

from courses.enrolling import enrol, leave
from courses.models import SearchEntry
from lessons.models import LabSettings
from tests import factories
from tests.courses.cast import staff
from tests.courses.walking import soup
from tests.lessons.builders import paragraph
from tests.quizzes.builders import Reading

from .conftest import status, titles


@pytest.fixture
def joined(learner, course):
    enrol(learner, course.translation_key)
    return learner


def test_the_beginning_of_each_word_is_enough(stranger, ask, course, other_course, written_lesson):
    assert titles(ask(stranger, "комп стра")) == ["Компьютер без страха"]
    assert titles(ask(stranger, "КОМПЬЮТЕР")) == ["Компьютер без страха", "Устройство компьютера"]


def test_the_middle_of_a_word_is_not_looked_for(stranger, ask, course, written_lesson):
    assert "Компьютер без страха" not in titles(ask(stranger, "трах"))


def test_all_the_words_must_be_there(stranger, ask, course, other_course):
    assert titles(ask(stranger, "лидерство")) == ["Лидерство"]
    assert not status(ask(stranger, "лидерство без")).startswith("Найдено")


@pytest.mark.parametrize("typed", ["казак", "Қазақ", "ҚАЗАҚ", "қаз", "ка", "қа"])
def test_kazakh_is_found_however_it_is_typed(stranger, ask, subject, typed):
    factories.CoursePageFactory(parent=subject, title="Қазақ тілі", slug="qazaq")
    assert titles(ask(stranger, typed)) == ["Қазақ тілі"]


@pytest.mark.parametrize("typed", ["ёлка", "елка", "Ёл"])
def test_dots_over_a_letter_do_not_matter(stranger, ask, subject, typed):
    factories.CoursePageFactory(parent=subject, title="Новогодняя ёлка", slug="elka")
    assert titles(ask(stranger, typed)) == ["Новогодняя ёлка"]


@pytest.mark.parametrize("typed", ["ustroi", "Ustroistvo", "ustrojstvo"])
def test_latin_letters_find_what_the_address_says(stranger, ask, written_lesson, typed):
    page = ask(stranger, typed)
    assert titles(page) == ["Устройство компьютера"]
    assert not soup(page).select(".search-near")


def test_a_lesson_says_where_it_stands(stranger, ask, written_lesson):
    (card,) = soup(ask(stranger, "устройство")).select(".found li")
    assert [part.get_text() for part in card.select(".place span")] == [
        "Урок",
        "Компьютер",
        "Компьютер без страха",
    ]
    assert card.h2.a["href"] == written_lesson.get_url()


def test_a_test_is_found_by_its_title(stranger, ask, quiz):
    assert titles(ask(stranger, "тест")) == ["Тест"]


def test_the_text_of_a_lesson_is_found_and_shown_to_whoever_may_read_it(seat, joined, ask, written_lesson):
    page = ask(seat(joined), "монитор")
    assert titles(page) == ["Устройство компьютера"]
    text = soup(page).select_one(".found-text")
    assert text.get_text() == "Клавиатура лежит перед монитором. Мышь — справа."
    assert text.mark.get_text() == "монитором"


def test_the_text_of_a_lesson_is_nobodys_who_may_not_read_it(
    stranger, seat, learner, other_course, ask, written_lesson
):
    enrol(learner, other_course.translation_key)
    for browser in (stranger, seat(learner), seat(staff("neighbour", other_course))):
        assert not titles(ask(browser, "монитор"))
        assert "Клавиатура" not in ask(browser, "устройство").content.decode()


def test_who_left_finds_the_text_no_more(seat, joined, ask, course, written_lesson):
    leave(joined, course.translation_key)
    assert not titles(ask(seat(joined), "монитор"))


def test_the_text_of_an_open_course_is_everybodys(stranger, ask, course, written_lesson):
    course.is_open_to_read = True
    course.save()
    assert titles(ask(stranger, "монитор")) == ["Устройство компьютера"]


def test_whoever_looks_after_the_course_finds_its_text(seat, teacher, ask, written_lesson):
    assert titles(ask(seat(teacher), "монитор")) == ["Устройство компьютера"]


def test_what_a_course_is_for_is_found_by_everybody(stranger, ask, course):
    assert titles(ask(stranger, "выключать")) == ["Компьютер без страха"]


def test_no_question_is_found(seat, joined, ask, written_lesson):
    for words in ("секретный", "вилку", "завершение"):
        assert not titles(ask(seat(joined), words))


def test_titles_come_before_texts(seat, joined, ask, module, written_lesson):
    factories.LessonPageFactory(parent=module, title="Монитор", slug="monitor")
    assert titles(ask(seat(joined), "монитор")) == ["Монитор", "Устройство компьютера"]


def test_a_draft_is_not_found_nor_what_stands_below_it(stranger, ask, course, other_course, written_lesson):
    other_course.unpublish()
    assert not titles(ask(stranger, "лидерство"))
    course.unpublish()
    assert not titles(ask(stranger, "устройство"))


def test_a_private_branch_is_not_found(stranger, ask, course, written_lesson):
    course.view_restrictions.create(restriction_type="login")
    assert not titles(ask(stranger, "компьютер"))


def test_the_language_being_read_comes_first_and_others_say_so(
    stranger, ask, course, whole_course_in, subject
):
    whole_course_in("kk")
    factories.CoursePageFactory(parent=subject, title="Без слов", slug="bez-slov")
    page = ask(stranger, "без", language="kk")
    assert titles(page) == ["Компьютер без страха kk", "Без слов"]
    own, foreign = soup(page).select(".found li")
    assert not own.has_attr("lang")
    assert foreign["lang"] == foreign.a["hreflang"] == "ru"
    assert "Русский" in foreign.get_text()


def test_one_page_is_shown_in_one_language(stranger, ask, course, whole_course_in):
    whole_course_in("kk")
    assert titles(ask(stranger, "страха")) == ["Компьютер без страха"]


@pytest.mark.parametrize("typed", ["компютер", "кампьютер", "компьютеры", "кмпьютер"])
def test_a_slip_of_the_finger_still_leads_there(stranger, ask, course, typed):
    page = ask(stranger, typed)
    assert f"По запросу «{typed}» ничего не найдено" in status(page)
    assert titles(page) == ["Компьютер без страха"]
    (near,) = soup(page).select(".search-near a")
    assert near.get_text() == "компьютер"
    assert titles(stranger.get(near["href"])) == ["Компьютер без страха"]


def test_a_near_word_is_one_of_the_language_being_read(stranger, ask, course, whole_course_in):
    kazakh = whole_course_in("kk")
    type(kazakh).objects.filter(pk=kazakh.pk).update(title="Компьютерден қорықпаймыз")
    near = soup(ask(stranger, "компютер", language="kk")).select(".search-near a")
    assert [word.get_text() for word in near] == ["компьютерден"]


def test_some_of_the_words_are_better_than_none(stranger, ask, course):
    assert titles(ask(stranger, "компьютер вязание")) == ["Компьютер без страха"]


@pytest.mark.parametrize("typed", ["монитор вязание", "мониторр", "монетор", "вязание монетор"])
def test_a_text_is_near_where_no_title_is(seat, joined, ask, written_lesson, typed):
    page = ask(seat(joined), typed)
    assert f"По запросу «{typed}» ничего не найдено" in soup(page).select_one(".search .notice").get_text()
    assert titles(page) == ["Устройство компьютера"]
    assert soup(page).select_one(".found-text mark").get_text() == "монитором"


def test_the_text_with_more_of_the_words_comes_first(seat, joined, ask, module, written_lesson):
    body = json.dumps([paragraph("<p>Монитор гаснет, лампочка мигает.</p>")])
    factories.LessonPageFactory(parent=module, title="Сон", slug="son", body=body)
    assert titles(ask(seat(joined), "монитор мигает вязание")) == ["Сон", "Устройство компьютера"]


def test_a_near_text_is_nobodys_who_may_not_read_it(stranger, ask, written_lesson):
    for typed in ("монитор вязание", "мониторр"):
        assert not titles(ask(stranger, typed))


def test_a_word_that_is_in_every_text_brings_none_of_them(seat, joined, ask, module):
    body = json.dumps([paragraph("<p>Не на месте.</p>")])
    factories.LessonPageFactory(parent=module, title="Место", slug="tut", body=body)
    assert not titles(ask(seat(joined), "не щщщщ"))


def test_nothing_at_all_leads_to_the_courses(stranger, ask, course):
    page = ask(stranger, "щщщщ")
    assert "ничего не найдено" in status(page)
    assert soup(page).select_one("main p a")["href"] == "/ru/"


@pytest.mark.parametrize("typed", ["", "   ", "?!", "\x00", "%", "_", "' OR 1=1 --"])
def test_what_has_no_word_in_it_breaks_nothing(stranger, ask, course, typed):
    page = ask(stranger, typed)
    assert page.status_code == 200
    assert "Компьютер без страха" not in titles(page)


def test_what_was_typed_stays_and_is_only_text(stranger, ask, course):
    page = soup(ask(stranger, '<b>"компьютер"</b>'))
    assert page.select_one("[type=search]")["value"] == '<b>"компьютер"</b>'
    assert not page.select("main b")


def test_a_text_is_only_text(seat, joined, ask, module):
    body = [
        {
            "type": "heading",
            "id": "a3c1e2d0-0000-4000-8000-000000000001",
            "value": "<i>монитор</i> & <script>",
        }
    ]
    factories.LessonPageFactory(parent=module, title="Урок", slug="urok", body=json.dumps(body))
    text = soup(ask(seat(joined), "монитор")).select_one(".found-text")
    assert [tag.name for tag in text.find_all()] == ["mark"]


def test_too_much_is_refused_in_words_and_stays(stranger, ask, course):
    page = soup(ask(stranger, "к" * 101))
    assert "не больше 100 знаков" in page.select_one(".field-error").get_text()
    assert page.select_one("[type=search]")["value"] == "к" * 101


def test_ten_stand_on_a_page(stranger, ask, subject):
    for number in range(12):
        factories.CoursePageFactory(parent=subject, title=f"Рисование {number:02}")
    first = ask(stranger, "рисование")
    assert (len(titles(first)), status(first)) == (10, "Найдено: 12 страниц")
    further = soup(first).select_one("main nav a")["href"]
    assert titles(stranger.get(f"/ru/search/{further}")) == ["Рисование 10", "Рисование 11"]


@pytest.mark.parametrize(("typed", "more"), [("компьютер", 0), ("компютер", 0), ("монетор", 2)])
def test_a_search_costs_ten_queries_at_most(
    stranger, seat, joined, teacher, ask, course, written_lesson, quiz, typed, more
):
    course.is_open_to_read = True
    course.save()
    for browser, most in ((stranger, 5 + more), (seat(joined), 8 + more), (seat(teacher), 10 + more)):
        assert titles(ask(browser, typed))
        with Reading(connection) as reading:
            browser.get("/ru/search/", {"q": typed})
        assert len(reading.statements) <= most


def test_a_longer_list_costs_no_more(stranger, ask, subject):
    costs = []
    for number in (2, 9):
        for one in range(number):
            course = factories.CoursePageFactory(parent=subject, title=f"Рисование {number} {one}")
            module = factories.ModulePageFactory(parent=course)
            factories.LessonPageFactory(parent=module, title="Рисование карандашом")
        ask(stranger, "рисование")
        with Reading(connection) as reading:
            stranger.get("/ru/search/", {"q": "рисование"})
        costs.append(len(reading.statements))
    assert costs[0] == costs[1]


def test_publishing_and_unpublishing_keep_the_search_fresh(
    stranger, course, django_capture_on_commit_callbacks
):
    course.title = "Вышивание"
    with django_capture_on_commit_callbacks(execute=True):
        course.save_revision().publish()
    find = {"q": "вышивание"}
    assert titles(stranger.get("/ru/search/", find)) == ["Вышивание"]
    course.title = "Черновик вышивания"
    course.save_revision()
    assert titles(stranger.get("/ru/search/", find)) == ["Вышивание"]
    course.unpublish()
    assert not SearchEntry.objects.exists()


def test_a_lesson_that_moves_belongs_to_its_new_course(seat, learner, ask, other_course, written_lesson):
    browser = seat(learner)
    enrol(learner, other_course.translation_key)
    assert not titles(ask(browser, "монитор"))
    written_lesson.move(factories.ModulePageFactory(parent=other_course), pos="last-child")
    assert titles(browser.get("/ru/search/", {"q": "монитор"})) == ["Устройство компьютера"]


@pytest.fixture
def naming_menus(module):
    """A lesson that names menus, and beside it one that names none."""
    factories.LessonPageFactory(
        parent=module, title="Мышь", slug="mysh", body=json.dumps([paragraph("<p>Да</p>")])
    )
    body = [paragraph("<p>Нажмите [[menu:start]], потом [[menu:shut-down]].</p>")]
    return factories.LessonPageFactory(
        parent=module, title="Конец работы", slug="konets", body=json.dumps(body)
    )


def test_a_menu_is_found_as_the_lab_shows_it_and_nobody_meets_its_code(seat, joined, ask, naming_menus):
    page = ask(seat(joined), "пуск")
    assert titles(page) == ["Конец работы"]
    said = soup(page).select_one(".found-text").get_text()
    assert said == "Нажмите «Пуск», потом «Завершение работы»."
    assert not titles(ask(seat(joined), "menu"))


def test_menus_of_another_lab_are_found_as_soon_as_it_is_saved(seat, joined, ask, naming_menus):
    browser = seat(joined)
    ask(browser, "пуск")
    with Reading(connection) as saving:
        LabSettings.objects.create(system="windows-10", menu_language="en")
    written = [one for one in saving.statements if one.startswith("UPDATE") and "searchentry" in one]
    assert len(written) == 1
    page = browser.get("/ru/search/", {"q": "shut"})
    assert titles(page) == ["Конец работы"]
    assert (
        "“Start” (Пуск), потом “Shut down” (Завершение работы)."
        in soup(page).select_one(".found-text").get_text()
    )
