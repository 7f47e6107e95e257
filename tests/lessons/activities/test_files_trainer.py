"""A teacher names a folder and a document; the menus are named as the lab's computers show them."""

import pytest

from lessons.models import LabSettings
from tests.lessons.builders import files_trainer
from tests.quizzes.builders import translate

KAZAKH = {"Урок": "Сабақ", "Наведите порядок": "Ретке келтіріңіз", "Семья": "Отбасы", "Письмо": "Хат"}


def test_a_learner_reads_the_names_in_their_language(write, read, kazakh):
    translate(write(files_trainer()), kazakh, KAZAKH)
    html = read("/kk/urok/")
    trainer = html.select_one("[data-trainer=files]")
    assert (trainer["data-folder"], trainer["data-document"]) == ("Отбасы", "Хат")
    assert html.select_one(".activity-title").get_text() == "Ретке келтіріңіз"
    assert "Отбасы" in html.select_one("[data-step=rename]").get_text()
    assert not html.select(".trainer-task strong[lang], .activity-title[lang]")


def test_a_name_that_nobody_translated_says_its_language(write, read, kazakh):
    translate(write(files_trainer()), kazakh, {name: KAZAKH[name] for name in ("Урок", "Наведите порядок")})
    html = read("/kk/urok/")
    assert {name["lang"] for name in html.select(".trainer-task strong")} == {"ru"}
    assert "аударылмаған" in html.article.get_text()


@pytest.mark.parametrize(
    ("system", "language", "names"),
    [
        ("windows-10", "ru", ["Удалить", "Корзина", "Создать → Папку", "Новая папка"]),
        ("windows-10", "en", ["Delete", "Recycle Bin", "New → Folder", "New folder"]),
        ("mint", "en", ["Move to Trash", "Trash", "Create New Folder", "Untitled Folder"]),
        ("windows-11", "kk", ["Жою", "Себет", "Жасау → Қалта", "Жаңа қалта"]),
    ],
)
def test_the_drawn_menus_are_those_of_the_lab(system, language, names, write, read):
    write(files_trainer())
    read()
    lab = LabSettings(system=system, menu_language=language)
    lab.save()
    html = read()
    menu = html.select_one("[data-menu]")
    assert menu["lang"] == language
    assert menu.select_one("[data-do=remove]").get_text() == names[0]
    assert html.select_one("[data-trainer]")["data-bin"] == names[1]
    assert menu.select_one("[data-do=create]").get_text() == names[2]
    assert html.select_one("[data-trainer]")["data-new-folder"] == names[3]
    task = html.select_one("[data-step=create] .trainer-task").get_text()
    assert names[2] in task


def test_words_are_data(write, client):
    nasty = '"><script>alert(1)</script>'
    write(files_trainer(nasty, nasty, title=nasty))
    assert "<script>alert" not in client.get("/ru/urok/").content.decode()
