"""A course author writes a lesson's blocks in a file: steps with and without a picture, lists in lists, choices."""

import shutil

import pytest

from lessons.models import LessonPage

from .conftest import STARTER_COURSES, run_load
from .test_mistakes import write_lesson

__all__ = ["write_lesson"]

pytestmark = pytest.mark.django_db

PICTURE = next(STARTER_COURSES.rglob("pictures/*.png"))
BODY = """\
  - id: how
    type: steps
    steps:
      - id: look
        text: {ru: Посмотрите., kk: Қараңыз., en: Look.}
        image: {file: parts.png, alt: {ru: Экран, kk: Монитор, en: Screen}}
      - id: press
        text: {ru: Нажмите., kk: Басыңыз., en: Press.}
  - id: keys
    type: table
    caption: {ru: Клавиши, kk: Пернелер, en: Keys}
    head: {ru: Клавиша | Цена, kk: Перне | Баға, en: Key | Price}
    first_is_heading: false
    rows:
      - id: copy
        cells: {ru: Копия | 5, kk: Көшірме | 5, en: Copy | 5}
  - id: sum
    type: worked_example
    title: {ru: "Сколько?", kk: "Неше?", en: "How many?"}
    task: {ru: "**Делим** вместе.", kk: "**Бөлеміз** бірге.", en: "**Divide** it."}
    steps:
      - id: divide
        text: {ru: Делим., kk: Бөлеміз., en: Divide.}
    result: {ru: Восемь., kk: Сегіз., en: Eight.}
  - id: words
    type: terms
    terms:
      - id: browser
        term: {ru: браузер, kk: шолғыш, en: browser}
        forms: {ru: [браузера, браузере], kk: [шолғышты], en: [browsers]}
        explanation: {ru: Программа., kk: Бағдарлама., en: A program.}
  - id: for-elders
    type: variant
    audience: elder
    text: {ru: Не спешите., kk: Асықпаңыз., en: Take your time.}
  - id: last
    type: remember
    text: {ru: Сохраняйте., kk: Сақтаңыз., en: Save.}
"""


@pytest.fixture
def lesson_folder(folder, write_lesson, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    file = write_lesson(BODY)
    shutil.copy(PICTURE, folder / "courses/subject/course/module/parts.png")
    assert file
    return folder


def blocks_in(language):
    page = LessonPage.objects.get(locale__language_code=language)
    return {block.block_type: block.value for block in page.body}


def test_every_block_arrives_in_every_language(lesson_folder):
    run_load(lesson_folder)
    read = {language: blocks_in(language) for language in ("ru", "kk", "en")}
    assert [read[language]["steps"]["steps"][1]["text"] for language in read] == [
        "Нажмите.",
        "Басыңыз.",
        "Press.",
    ]
    first, second = read["kk"]["steps"]["steps"]
    assert first["image"].contextual_alt_text == "Монитор"
    assert second["image"] is None
    assert [row["cells"] for row in read["kk"]["table"]["rows"]] == ["Көшірме | 5"]
    assert read["kk"]["table"]["first_is_heading"] is False
    assert "<b>Бөлеміз</b>" in read["kk"]["worked_example"]["task"].source
    assert read["ru"]["terms"]["terms"][0]["forms"] == "браузера\nбраузере"
    assert (read["en"]["variant"]["audience"], read["en"]["variant"]["title"]) == ("elder", "")
    assert read["en"]["remember"]["text"] == "Save."


def test_loading_them_again_changes_nothing(lesson_folder):
    run_load(lesson_folder)
    assert "0 created, 0 updated, 6 unchanged, 0 kept" in run_load(lesson_folder)


def test_a_teacher_who_saves_the_page_untouched_has_changed_nothing(lesson_folder):
    run_load(lesson_folder)
    page = LessonPage.objects.get(locale__language_code="ru")
    list(page.body)
    page.body = page.body.stream_block.to_python(page.body.get_prep_value())
    page.save_revision().publish()
    assert "6 unchanged" in run_load(lesson_folder)
