"""A lesson names menus as the lab's computers show them; each reader also learns the name in their own language."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.db import connection

from lessons.menu_names import LANGUAGES, NAMES, SYSTEMS, menu_name
from lessons.models import LabSettings, LessonPage
from tests.quizzes.builders import Reading, translate

from .builders import paragraph, steps

TEXT = "Нажмите [[menu:start]], потом [[menu:shut-down]]."


@pytest.fixture
def lab(db):
    def choose(system, menu_language):
        LabSettings.objects.update_or_create(
            pk=1, defaults={"system": system, "menu_language": menu_language}
        )

    return choose


def text_of(html):
    return " ".join(html.article.select_one(".steps, .prose").get_text().split())


def test_a_reader_of_the_labs_language_reads_what_is_on_the_screen(write, read):
    write(steps(TEXT))
    html = read()
    assert text_of(html) == "Нажмите «Пуск», потом «Завершение работы»."
    assert [name["lang"] for name in html.select("samp.menu-name")] == ["ru", "ru"]


def test_a_reader_of_another_language_gets_both_names(write, read, kazakh):
    said = "[[menu:start]] батырмасын басыңыз, содан кейін [[menu:file]]."
    translate(write(steps(TEXT)), kazakh, {TEXT: said})
    html = read("/kk/urok/")
    assert text_of(html) == "«Пуск» (Бастау) батырмасын басыңыз, содан кейін «Файл»."


def test_words_that_nobody_translated_name_the_menu_in_their_own_language(write, read, kazakh, lab):
    lab("windows-10", "en")
    translate(write(steps(TEXT)), kazakh, {"Урок": "Сабақ"})
    html = read("/kk/urok/")
    assert html.select_one(".steps [lang=ru]")
    assert text_of(html) == "Нажмите “Start” (Пуск), потом “Shut down” (Завершение работы)."


def test_another_lab_is_in_the_lesson_as_soon_as_it_is_saved(write, read, lab):
    write(paragraph(f"<p>{TEXT}</p>"))
    assert "«Пуск»" in text_of(read())
    lab("mint", "kk")
    assert text_of(read()) == "Нажмите «Мәзір» (Меню), потом «Сөндіру» (Выключить)."


def test_naming_menus_costs_a_shared_page_nothing(write, read, client):
    write(steps(TEXT))
    read()
    with Reading(connection) as reading:
        read()
    assert len(reading.statements) == 1
    assert not LabSettings.objects.exists()


@pytest.mark.parametrize("written", [steps("[[menu:pusk]]"), paragraph("<p>Там [[menu:pusk]].</p>")])
def test_a_menu_that_does_not_exist_is_refused_in_the_editor_and_shown_as_written(write, read, written):
    page = write(written)
    assert "[[menu:pusk]]" in text_of(read())
    body = LessonPage._meta.get_field("body").stream_block
    with pytest.raises(ValidationError) as refused:
        body.clean(page.body)
    assert "pusk" in refused.value.block_errors[0].messages[0]


def test_a_token_in_an_attribute_breaks_nothing(write, read):
    write(paragraph('<p><a href="https://example.org" title="[[menu:save]]">там</a></p>'))
    assert read().select_one(".prose a")["title"] == "Сохранить"


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_menu_has_a_name_on_every_computer(system, language):
    assert all(menu_name(name, system, language) for name in NAMES)
    assert not any("?" in menu_name(name, system, language) for name in NAMES)


def test_a_coordinator_sets_the_lab_and_an_editor_without_the_right_does_not(client, front):
    office = Group.objects.create(name="Координаторы")
    office.permissions.add(
        Permission.objects.get(codename="access_admin"), Permission.objects.get(codename="change_labsettings")
    )
    bakyt = get_user_model().objects.create_user("bakyt")
    bakyt.groups.add(office)
    client.force_login(bakyt)
    client.get("/admin/settings/lifelong_lessons/labsettings/", follow=True)
    address = f"/admin/settings/lifelong_lessons/labsettings/{LabSettings.objects.get().pk}/"
    client.post(address, {"system": "windows-7", "menu_language": "kk"})
    assert LabSettings.current().system == "windows-7"
    editor = get_user_model().objects.create_user("editor")
    editor.groups.add(Group.objects.get(name="Editors"))
    client.force_login(editor)
    client.post(address, {"system": "mint", "menu_language": "kk"})
    assert LabSettings.current().system == "windows-7"
