"""What is not saved yet is kept by the browser: the page may be left, the line may be down, the server may be off."""

import pytest
from playwright.sync_api import expect

from tests.browsing import eventually, follow

from .conftest import LESSON, TEST, cut_the_line, forgive_the_network
from .test_saving import expect_state, question_on, saved_by, typed_question_on

pytestmark = pytest.mark.browser

NO_JOURNAL = "Object.defineProperty(window, 'indexedDB', {get() { throw new Error('shut') }})"
KEPT = """new Promise((resolve) => {
  const asked = indexedDB.open("lifelong");
  asked.onsuccess = () => {
    const edits = asked.result.transaction("edits").objectStore("edits").getAll();
    edits.onsuccess = () => { asked.result.close(); resolve(edits.result.length); };
  };
})"""


def page_line(page):
    return page.locator("[data-page-state]")


def choose(page, number, question=0):
    question_on(page, question).locator("input[type=radio]").nth(number).check()


def start(page):
    """Begin the test, and wait for its questions."""
    follow(page.locator("button[value=start]"))
    expect(question_on(page)).to_be_enabled()


def leave_an_answer_behind(learner, path=LESSON):
    """Answer without a connection and shut the window. The other window has looked for earlier answers by then."""
    expect(learner.page.locator("html")).to_have_attribute("data-journal", "read")
    page = learner.context.new_page()
    page.goto(f"/ru/{path}")
    cut_the_line(page)
    choose(page, 1)
    expect_state(question_on(page), "kept")
    page.close()


def test_an_answer_that_was_left_behind_is_saved_from_any_page_of_the_site(learner, school):
    leave_an_answer_behind(learner)
    assert saved_by(school, learner.login) == 0
    learner.page.goto("/ru/my-learning/")
    expect(learner.page.locator("[data-kept-answers]")).to_contain_text("теперь сохранены")
    assert saved_by(school, learner.login) == 1
    assert learner.page.evaluate(KEPT) == 0
    forgive_the_network(learner)


def test_an_answer_that_was_left_behind_is_shown_when_its_page_is_opened_again(learner, school):
    leave_an_answer_behind(learner)
    learner.page.goto(f"/kk/{LESSON}")  # in another language it is the same question
    expect(question_on(learner.page).locator("input[type=radio]").nth(1)).to_be_checked()
    expect_state(question_on(learner.page), "saved")
    assert saved_by(school, learner.login) == 1
    forgive_the_network(learner)


def test_an_answer_that_was_left_behind_comes_before_the_end_of_the_test(learner, school):
    page = learner.page
    page.goto(f"/ru/{TEST}")
    start(page)
    leave_an_answer_behind(learner, TEST)
    page.goto(f"/ru/{TEST}")
    page.locator("button[value=finish]").click()
    expect(page.locator(".result")).to_be_visible()
    expect(question_on(page).locator("input[type=radio]").nth(1)).to_be_checked()
    assert saved_by(school, learner.login) == 1
    forgive_the_network(learner)


def test_an_answer_to_a_test_never_slips_into_the_next_one(learner, visitor, school):
    page = learner.page
    page.goto(f"/ru/{TEST}")
    start(page)
    leave_an_answer_behind(learner, TEST)
    elsewhere = visitor()
    elsewhere.context.add_cookies(learner.context.cookies())
    elsewhere.page.goto(f"/ru/{TEST}")
    follow(elsewhere.page.locator("button[value=finish]"))
    follow(elsewhere.page.locator("button[value=start]"))
    expect(question_on(elsewhere.page)).to_be_enabled()
    page.goto(f"/ru/{TEST}")
    expect(page.locator("[data-kept-answers]")).to_contain_text("завершён")
    expect(question_on(page).locator("input:checked")).to_have_count(0)
    forgive_the_network(learner)


def test_the_page_says_whether_everything_is_saved(learner):
    page = learner.page
    page.goto(f"/ru/{LESSON}")
    expect(page_line(page)).to_be_hidden()
    choose(page, 0)
    expect(page_line(page)).to_contain_text("Все ваши ответы сохранены")
    typed_question_on(page).locator("input[type=text]").press_sequentially("кла")
    expect(page_line(page)).to_contain_text("Пока не сохранено")
    expect(page_line(page)).to_contain_text("Все ваши ответы сохранены")
    learner.context.set_offline(True)
    choose(page, 1)
    expect(page_line(page)).to_contain_text("хранится на этом компьютере")
    expect(page_line(page)).to_be_in_viewport()
    learner.context.set_offline(False)
    expect(page_line(page)).to_contain_text("Все ваши ответы сохранены")
    forgive_the_network(learner)


def test_where_the_browser_keeps_nothing_one_is_asked_to_keep_the_page_open(learner, school):
    learner.context.add_init_script(NO_JOURNAL)
    page = learner.page
    page.goto(f"/ru/{LESSON}")
    learner.context.set_offline(True)
    choose(page, 1)
    expect(question_on(page).locator("[data-save-state]")).to_contain_text("Не закрывайте страницу")
    learner.context.set_offline(False)
    expect_state(question_on(page), "saved")
    assert saved_by(school, learner.login) == 1
    forgive_the_network(learner)


def test_a_long_text_is_saved_while_it_is_being_written(learner, school):
    page = learner.page
    page.goto(f"/ru/{LESSON}")
    field = typed_question_on(page).locator("input[type=text]")
    for _ in range(60):
        field.press_sequentially("а")
        page.wait_for_timeout(500)  # less than the pause after which a text is saved
        if saved_by(school, learner.login):
            return
    raise AssertionError("Thirty seconds of writing, and none of it on disk.")


def test_what_is_being_typed_is_kept_when_the_window_is_left(learner):
    page = learner.page
    page.clock.install()
    page.goto(f"/ru/{LESSON}")
    expect(page.locator("html")).to_have_attribute("data-journal", "read")
    learner.context.set_offline(True)
    page.clock.pause_at(
        page.evaluate("Date.now()") / 1000 + 10
    )  # the pause after which a text is saved never ends
    typed_question_on(page).locator("input[type=text]").fill("мышь")
    page.evaluate(
        "Object.defineProperty(document, 'hidden', {value: true});"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    eventually(page, lambda: page.evaluate(KEPT) == 1)
    page.clock.resume()
    learner.context.set_offline(False)
    expect_state(typed_question_on(page), "saved")
    assert page.evaluate(KEPT) == 0
    forgive_the_network(learner)
