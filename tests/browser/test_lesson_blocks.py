"""A learner uses what stands between the paragraphs: words explained in place, a wide table, passages of their own."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browsing import eventually

from .conftest import LESSON, PASSWORD

pytestmark = pytest.mark.browser

BLOCKS = LESSON.replace("parts-and-switching-on", "blocks")
WRITE = """
import json
from django.core.files.base import ContentFile
from wagtailmedia.models import Media
from courses.models import ModulePage
from lessons.models import LessonPage
from tests.lessons.builders import block, paragraph, remember, steps, table, terms, variant, worked_example
module = ModulePage.objects.get(locale__language_code="ru")
sound = Media.objects.create(title="a", file=ContentFile(bytes(9), name="song.mp3"), type="audio")
body = [
    terms(("браузер", "", "Программа для страниц."), ("ссылка", "ссылку", "Ведёт на другую страницу.")),
    paragraph("<p>Откройте браузер и нажмите ссылку.</p>"),
    steps("Откройте меню.", "Подождите."),
    variant("child", "<p>Позови взрослого.</p>"),
    variant("elder", "<p>Не спешите.</p>"),
    table("Клавиши", "Клавиша | Что делает она сама | Вместе с другой", "Shift | Заглавная буква | Выделение"),
    worked_example("Сколько?", "<p>Хватит ли денег?</p>", "Делим."),
    block("audio", {"title": "Песня", "media": sound.pk, "transcript": "<p>Слова песни.</p>"}),
    remember("Сохраняйте почаще."),
]
page = LessonPage(title="Блоки", slug="blocks", locale=module.locale, body=json.dumps(body))
module.add_child(instance=page)
page.save_revision().publish()
"""


@pytest.fixture(scope="module")
def lesson(school):
    school.manage("shell", "-v0", "-c", WRITE)
    return f"/ru/{BLOCKS}"


def test_a_new_word_is_explained_where_it_stands(learner, lesson):
    page = learner.page
    page.goto(lesson)
    word = page.get_by_role("button", name="браузер")
    box = page.get_by_role("status").filter(has_text="Программа для страниц.")
    for press in ("Enter", " "):
        word.press(press)
        expect(box).to_be_visible()
        expect(word).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(box).to_have_count(0)
        expect(word).to_be_focused()
    word.click()
    page.get_by_role("button", name="ссылку").click()
    expect(box).to_have_count(0)
    expect(page.locator(".term-box")).to_have_text("Ведёт на другую страницу.")
    page.locator("h1").click()
    expect(page.locator(".term-box")).to_have_count(0)
    assert not page.url.endswith("#")


def test_without_script_a_word_leads_to_the_list_of_words(visitor, logins, lesson):
    seated = visitor(script=False)
    seated.sign_in(next(logins), PASSWORD)
    seated.page.goto(lesson)
    seated.page.get_by_role("link", name="ссылку").click()
    expect(seated.page.locator(":target dd")).to_have_text("Ведёт на другую страницу.")


def test_a_wide_table_scrolls_by_itself_and_by_the_keyboard(learner, lesson):
    page = learner.page
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(lesson)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    table = page.get_by_role("region", name="Клавиши")
    table.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    eventually(page, lambda: table.evaluate("table => table.scrollLeft") > 0)


def test_the_printed_lesson_holds_what_is_said_and_only_the_reader_s_own_passage(learner, lesson):
    page = learner.page
    page.goto(lesson)
    page.get_by_role("button", name="Мне за 60").click()
    expect(page.get_by_role("button", name="Мне за 60")).to_have_attribute("aria-pressed", "true")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for words in ("Не спешите.", "Слова песни.", "Программа для страниц."):
        expect(page.get_by_text(words)).to_be_visible()
    for words in ("Позови взрослого.", "Для детей", "Кто читает?"):
        expect(page.get_by_text(words)).to_be_hidden()


@pytest.mark.parametrize("mode", [{"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_no_block_is_a_barrier(learner, lesson, mode):
    learner.page.emulate_media(**mode)
    learner.page.goto(lesson)
    learner.page.get_by_role("button", name="браузер").click()
    found = Axe().run(learner.page).response["violations"]
    assert not found, [(one["id"], one["nodes"][0]["html"]) for one in found]
