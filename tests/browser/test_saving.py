"""With script, an answer is saved when it changes; what is not saved is said, and saved later, once."""

import pytest
from playwright.sync_api import expect

from tests.browsing import follow

from .conftest import LESSON, PASSWORD, TEST, forgive_the_network

pytestmark = pytest.mark.browser

HOW_MANY = """
SELECT count(*) FROM lifelong_quizzes_response JOIN lifelong_quizzes_attempt a ON a.id = attempt_id
JOIN auth_user u ON u.id = a.learner_id WHERE u.username = ?
"""


def question_on(page, number=0):
    return page.locator("fieldset[data-item]").nth(number)


def typed_question_on(page):
    return page.locator("fieldset[data-item]").filter(has=page.locator("input[type=text]")).first


def expect_state(question, kind):
    expect(question.locator("[data-save-state]")).to_have_attribute("data-kind", kind, timeout=15_000)


def saved_by(school, login):
    return school.ask(HOW_MANY, login)[0][0]


def test_a_pause_in_typing_is_enough_to_be_saved(learner, school):
    learner.page.goto(f"/ru/{LESSON}")
    question = typed_question_on(learner.page)
    question.locator("input[type=text]").press_sequentially("клавиатура")
    expect_state(question, "saved")
    assert saved_by(school, learner.login) == 1


def test_what_is_answered_without_a_connection_is_saved_once_when_it_is_back(learner, school):
    page = learner.page
    page.goto(f"/kk/{LESSON}")
    learner.context.set_offline(True)
    question = question_on(page)
    for option in (0, 1, 2):
        question.locator("input[type=radio]").nth(option).check()
    expect_state(question, "kept")
    learner.context.set_offline(False)
    expect_state(question, "saved")
    assert saved_by(school, learner.login) == 1
    page.reload()
    expect(question_on(page).locator("input[type=radio]").nth(2)).to_be_checked()
    forgive_the_network(learner)


def test_somebody_about_to_leave_is_warned_while_an_answer_is_not_saved(learner):
    page = learner.page
    page.goto(f"/ru/{LESSON}")
    learner.context.set_offline(True)
    question_on(page).locator("input[type=radio]").first.check()
    expect_state(question_on(page), "kept")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.close(run_before_unload=True)
    page.wait_for_timeout(1000)
    assert asked == ["beforeunload"]
    forgive_the_network(learner)


def end_the_session_in_mid_lesson(learner):
    page = learner.page
    page.goto(f"/ru/{LESSON}")
    learner.context.clear_cookies(name="sessionid")
    question_on(page).locator("input[type=radio]").first.check()
    expect_state(question_on(page), "unsaved")
    return question_on(page).locator("[data-save-state] a")


def sign_in_on(page, login):
    page.fill("[name=username]", login)
    page.fill("[name=password]", PASSWORD)
    page.locator("main button").click()
    expect(page.locator("fieldset[data-item]").first).to_be_visible()


def sign_in_beside(learner, login):
    beside = learner.context.new_page()
    beside.goto(f"/ru/sign-in/?next=/ru/{LESSON}")
    sign_in_on(beside, login)


def test_an_answer_outlives_the_session_and_is_saved_after_signing_in_again(learner, school):
    end_the_session_in_mid_lesson(learner).click()
    sign_in_on(learner.page, learner.login)
    expect_state(question_on(learner.page), "saved")
    expect(question_on(learner.page).locator("input[type=radio]").first).to_be_checked()
    assert saved_by(school, learner.login) == 1
    forgive_the_network(learner)


def test_an_answer_waits_on_its_page_until_one_has_signed_in_beside_it(learner, school):
    end_the_session_in_mid_lesson(learner)
    sign_in_beside(learner, learner.login)
    expect_state(question_on(learner.page), "saved")
    assert saved_by(school, learner.login) == 1
    forgive_the_network(learner)


def test_an_answer_is_never_saved_as_another_learners(learner, school, logins):
    other = next(logins)
    end_the_session_in_mid_lesson(learner).click()
    sign_in_on(learner.page, other)
    learner.page.wait_for_timeout(2000)
    expect(question_on(learner.page).locator("input:checked")).to_have_count(0)
    expect(question_on(learner.page).locator("[data-save-state]")).to_be_empty()
    assert (saved_by(school, other), saved_by(school, learner.login)) == (0, 0)
    learner.context.clear_cookies(name="sessionid")
    learner.page.goto(f"/ru/sign-in/?next=/ru/{LESSON}")
    sign_in_on(learner.page, learner.login)
    expect_state(question_on(learner.page), "saved")
    assert (saved_by(school, other), saved_by(school, learner.login)) == (0, 1)
    forgive_the_network(learner)


def test_an_answer_waits_while_another_learner_has_signed_in_beside_it(learner, school, logins):
    other = next(logins)
    end_the_session_in_mid_lesson(learner)
    sign_in_beside(learner, other)
    learner.page.wait_for_timeout(4000)  # it is tried again, and refused again
    expect_state(question_on(learner.page), "unsaved")
    assert (saved_by(school, other), saved_by(school, learner.login)) == (0, 0)
    forgive_the_network(learner)


def test_a_test_that_was_finished_elsewhere_says_so(learner, visitor):
    page = learner.page
    page.goto(f"/ru/{TEST}")
    follow(page.locator("button[value=start]"))
    elsewhere = visitor()
    elsewhere.sign_in(learner.login, PASSWORD)
    elsewhere.page.goto(f"/ru/{TEST}")
    elsewhere.page.locator("button[value=finish]").click()
    expect(elsewhere.page.locator(".result")).to_be_visible()
    question_on(page).locator("input").first.click()
    expect(question_on(page).locator("[data-save-state]")).to_contain_text("завершён")
    forgive_the_network(learner)


def test_a_verdict_leaves_with_the_answer_it_was_about(learner):
    page = learner.page
    page.goto(f"/ru/{LESSON}")
    question = question_on(page)
    question.locator("input[type=radio]").first.check()
    question.locator("button[value^=check]").click()
    expect(question.locator("[data-feedback]")).to_be_focused()
    question.locator("input[type=radio]").last.check()
    expect(question.locator(".feedback")).to_have_count(0)
    expect_state(question, "saved")


def test_everything_is_answered_and_checked_with_the_keyboard_alone(learner):
    page = learner.page
    page.goto(f"/ru/{LESSON}")
    question = question_on(page)
    question.locator("input[type=radio]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(question.locator("[data-feedback]")).to_be_focused()


def test_enter_in_a_typed_answer_checks_it_and_stays_there(learner):
    page = learner.page
    page.goto(f"/ru/{LESSON}")
    question = typed_question_on(page)
    question.locator("input[type=text]").fill("клавиатура")
    question.locator("input[type=text]").press("Enter")
    expect(question.locator(".feedback-right")).to_be_visible()
    expect(question.locator("[data-feedback]")).to_be_focused()


def test_checking_nothing_says_what_to_do_first(learner):
    learner.page.goto(f"/ru/{LESSON}")
    question = question_on(learner.page)
    question.locator("button[value^=check]").click()
    expect(question.locator(".notice")).to_be_visible()


def test_checking_without_a_connection_keeps_what_was_typed(learner):
    page = learner.page
    page.goto(f"/ru/{LESSON}")
    question = typed_question_on(page)
    learner.context.set_offline(True)
    question.locator("input[type=text]").fill("мышь")
    question.locator("button[value^=check]").click()
    expect(question.locator("[data-feedback]")).to_contain_text("нет связи")
    learner.context.set_offline(False)
    expect_state(question, "saved")
    expect(question.locator("input[type=text]")).to_have_value("мышь")
    forgive_the_network(learner)


def test_kazakh_letters_are_put_where_the_caret_is(learner):
    page = learner.page
    page.goto(f"/kk/{LESSON}")
    question = typed_question_on(page)
    field = question.locator("input[type=text]")
    field.fill("аа")
    field.press("ArrowLeft")
    letters = question.locator(".kazakh-letters")
    letters.get_by_role("button", name="қ", exact=True).click()
    letters.locator("[aria-pressed]").click()
    letters.get_by_role("button", name="Ө", exact=True).click()
    expect(field).to_have_value("ақӨа")
    expect_state(question, "saved")


def test_a_russian_page_has_no_kazakh_letters(learner):
    learner.page.goto(f"/ru/{LESSON}")
    expect(learner.page.locator(".kazakh-letters")).to_have_count(0)


def test_a_question_about_kazakh_letters_offers_them_on_a_russian_page_as_well(learner):
    page = learner.page
    page.goto(f"/ru/{LESSON.replace('parts-and-switching-on', 'keyboard-and-kazakh-letters')}")
    question = page.locator("fieldset[data-item]").filter(has=page.locator(".gapped"))
    letters = question.locator(".kazakh-letters")
    letters.get_by_role("button", name="қ", exact=True).click()
    expect(question.locator(".gap-field")).to_have_value("қ")
    expect(page.locator(".kazakh-letters")).to_have_count(1)
