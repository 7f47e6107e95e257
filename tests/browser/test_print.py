"""A lesson on A4 is a page that somebody would hand out: whole, and with nothing told."""

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import follow
from tests.shots.walks import EVERYTHING

from .conftest import PASSWORD

pytestmark = pytest.mark.browser

COURSE = "/ru/courses/computer-literacy/everything/"
ON_SCREEN_ONLY = (
    ".question-feedback, .question-actions, button, .lesson-end, .reader, video, audio, .top, .foot, .skip"
)
WORDS = [
    "Программа для страниц.",
    "Заголовок внутри урока",
    "Откройте браузер. Нажмите ссылку",
    "Подпись к рисунку",
    "Выноска remember.",
    "Выноска try.",
    "Выноска important.",
    "Подождите, пока оно откроется.",
    "Делим одно на другое.",
    "Вместе с другой",
    "Заглавная",
    "Что в записи говорится.",
    "Впишите своё.",
    "Около 5 минут",
    "Координатор",
    "Мой первый шаг:",
    "Спросите сегодня вечером, что было хорошего.",
    "Контакт-центр помощи детям и семьям",
    "Сохраняйте почаще.",
]

FOR_A_PENCIL = "input:not([type=hidden], [type=file]), textarea, select, .hotspot-picture, img"
# A file is not sent from paper: what is asked for there is made and shown.
WITHOUT_A_PLACE = {"Сфотографируйте свой план."}
TOLD = [
    "Почему",
    "О варианте",
    "О числе",
    "О паре",
    "О слове",
    "О строке",
    "О месте",
    "Посмотрите на картинку",
]


@pytest.fixture
def joined(school, visitor, logins):
    """The browser of somebody who has just joined the course with every block and question."""
    school.manage("shell", "-v0", "-c", EVERYTHING)
    seated = visitor()
    seated.sign_in(next(logins), PASSWORD)
    seated.page.goto(COURSE)
    follow(seated.page.locator("button[value=enrol]"))
    return seated.page


@pytest.fixture
def printed(joined):
    """The lesson with every block and question, one of them answered and explained, as it goes to the printer."""
    page = joined
    page.goto(f"{COURSE}module/lesson/")
    question = page.locator("fieldset[data-item]").first
    question.locator("input[type=radio]").first.check()
    question.locator("button[value^=check]").click()
    expect(question.locator(".feedback")).to_be_visible()
    page.emulate_media(media="print")
    return page


def test_every_block_and_every_question_is_on_the_paper(printed):
    on_paper = re.sub(r"\s+", " ", printed.locator("main").inner_text())
    assert [words for words in WORDS if words not in on_paper] == []
    stems = printed.locator(".question-words")
    assert stems.count() >= 13
    for stem in stems.all():
        expect(stem).to_be_visible()
    for option in printed.locator(".options .option").all():
        expect(option).to_be_visible()


def test_nothing_is_told_and_nothing_is_there_to_press(printed):
    shown = [one for one in printed.locator(ON_SCREEN_ONLY).all() if one.is_visible()]
    assert [one.evaluate("node => node.outerHTML.slice(0, 120)") for one in shown] == []


def test_no_line_is_wider_than_the_paper_and_it_takes_few_sheets(printed):
    printed.set_viewport_size({"width": 658, "height": 990})  # A4 less its margins, at 96 dots an inch
    assert printed.evaluate("document.documentElement.scrollWidth") <= 658
    sheets = len(re.findall(rb"/Type\s*/Page\b", printed.pdf(format="A4")))
    assert 3 <= sheets <= 12


def test_a_worksheet_is_printed_alone_with_every_word_that_was_typed_into_it(printed):
    printed.emulate_media(media="screen")
    sheet = printed.locator(".worksheet")
    words = "Ерлан Сериков и его сестра Динара, если она приедет из города до праздника"
    sheet.get_by_role("textbox", name="Координатор Кто").fill(words)
    printed.on("request", lambda request: pytest.fail(f"sent {request.url}"))
    seen = printed.evaluate_handle(
        "() => (window.print = () => { window.seen = document.documentElement.className }, window)"
    )
    sheet.get_by_role("button", name="Распечатать этот лист").click()
    assert "prints-one" in seen.evaluate("page => page.seen")
    printed.emulate_media(media="print")
    on_paper = re.sub(r"\s+", " ", printed.locator("main").inner_text())
    assert words in on_paper
    assert "Выноска try." not in on_paper
    assert sheet.locator(".ruled-line").first.is_visible()
    printed.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "Выноска try." in printed.locator("main").inner_text()


def test_each_question_of_a_test_has_a_place_for_a_pencil_and_tells_nothing(joined):
    joined.goto(f"{COURSE}module/test/")
    follow(joined.locator("button[value=start]"))
    joined.locator("fieldset[data-item]").first.wait_for()
    joined.emulate_media(media="print")
    questions = joined.locator("fieldset[data-item]").all()
    assert len(questions) >= 13
    without = {
        question.locator(".question-words").inner_text()
        for question in questions
        if not any(place.is_visible() for place in question.locator(FOR_A_PENCIL).all())
    }
    assert without == WITHOUT_A_PLACE
    on_paper = joined.locator("main").inner_text()
    assert [words for words in TOLD if words in on_paper] == []


@pytest.mark.parametrize("page", ["lesson", "test"])
def test_an_answered_question_looks_on_paper_like_one_that_nobody_answered(joined, page):
    joined.goto(f"{COURSE}module/{page}/")
    if page == "test":
        follow(joined.locator("button[value=start]"))
    joined.locator("fieldset[data-item]").first.wait_for()
    before = pictures_on_paper(joined)
    joined.emulate_media(media="screen")
    for question in joined.locator("fieldset[data-item]").all():
        answer(question)
    if page == "lesson":
        joined.locator("button[value^=check]").first.click()
        expect(joined.locator(".feedback").first).to_be_visible()
    assert len(before) >= 13
    after = pictures_on_paper(joined)
    assert [words for words, picture in before.items() if after[words] != picture] == []


def pictures_on_paper(page):
    """Return {stem: picture} of the questions as they would be printed."""
    page.mouse.move(0, 0)  # what it rests on has another border
    page.emulate_media(media="print")
    return {
        question.locator(".question-words").inner_text(): question.screenshot(animations="disabled")
        for question in page.locator("fieldset[data-item]").all()
    }


def answer(question):
    """Put something into every place that a question has on the screen."""
    for lines in (question.locator("tbody tr").all(), [question]):
        for line in lines:
            ticks = line.locator(":is(input[type=radio], input[type=checkbox]):visible")
            if ticks.count():
                ticks.last.check()
    for field in question.locator(":is(input[type=text], textarea):visible").all():
        field.fill("12")
    for choice in question.locator("select:visible").all():
        choice.select_option(index=1)
    for picture in question.locator("input[type=image]:visible").all():
        picture.click()
    if question.locator(".ordering-move").count():
        question.locator("[data-by='1']").first.click()


def test_each_exercise_is_printed_as_what_to_do_without_it(joined):
    for path, exercises in (("lesson", 1), ("exercises", 2)):
        joined.emulate_media(media="screen")
        joined.goto(f"{COURSE}module/{path}/")
        joined.emulate_media(media="print")
        expect(joined.locator(".activity")).to_have_count(exercises)
        for exercise in joined.locator(".activity").all():
            expect(exercise.locator(".trainer")).not_to_be_visible()
            expect(exercise.locator(".activity-plain .steps li").first).to_be_visible()
            expect(exercise.locator(".activity-box")).to_be_visible()
            assert not any(button.is_visible() for button in exercise.locator("button").all())
