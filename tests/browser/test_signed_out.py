"""A session ends in mid-test, with script and without: what is sent then is saved when its learner is back."""

import pytest
from playwright.sync_api import expect

from tests.browsing import follow

from .conftest import LESSON, PASSWORD, TEST, forgive_the_network
from .test_saving import question_on, saved_by, typed_question_on

pytestmark = pytest.mark.browser

SAID = {"ru": "ваши ответы не пропали", "kk": "жауаптарыңыз сақтаулы тұр"}
SAVED = {"ru": "теперь сохранено", "kk": "енді сақталды"}


def answer_signed_out(seated, path):
    """Answer two questions when the session has ended, and press the button."""
    page = seated.page
    page.goto(path)
    if page.locator("button[value=start]").count():
        follow(page.locator("button[value=start]"))
    seated.context.clear_cookies(name="sessionid")
    question_on(page).locator("input[type=radio]").nth(1).check()
    typed_question_on(page).locator("input[type=text]").fill("пернетақта")
    button = "finish" if page.locator("button[value=finish]").count() else "done"
    page.locator(f"button[value={button}]").click()


def sign_in_here(page, login):
    page.fill("[name=username]", login)
    page.fill("[name=password]", PASSWORD)
    page.locator("main button[type=submit], main form button").first.click()


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_lesson_answered_without_script_outlives_the_session(plain, school, language):
    page = plain.page
    answer_signed_out(plain, f"/{language}/{LESSON}")
    expect(page.locator("main .messages")).to_contain_text(SAID[language])
    assert saved_by(school, plain.login) == 0
    sign_in_here(page, plain.login)
    expect(page.locator("main .messages")).to_contain_text(SAVED[language])
    expect(page).to_have_url(f"{school.address}/{language}/{LESSON}")
    expect(question_on(page).locator("input[type=radio]").nth(1)).to_be_checked()
    expect(typed_question_on(page).locator("input[type=text]")).to_have_value("пернетақта")
    assert saved_by(school, plain.login) == 2


def test_a_test_handed_in_without_script_is_handed_in_after_signing_in(plain, school):
    answer_signed_out(plain, f"/kk/{TEST}")
    sign_in_here(plain.page, plain.login)
    expect(plain.page.locator("main .messages")).to_contain_text(SAVED["kk"])
    expect(plain.page.locator(".result")).to_be_visible()
    assert saved_by(school, plain.login) == 2


def test_another_learner_at_that_computer_sees_nothing_and_gets_nothing(plain, school, logins):
    other, page = next(logins), plain.page
    answer_signed_out(plain, f"/ru/{LESSON}")
    sign_in_here(page, other)
    expect(page.locator("input:checked")).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text(SAVED["ru"])
    expect(typed_question_on(page).locator("input[type=text]")).to_have_value("")
    assert (saved_by(school, other), saved_by(school, plain.login)) == (0, 0)
    follow(page.locator(".account-sign-out button"))
    page.goto(f"/ru/sign-in/?next=/ru/{LESSON}")
    sign_in_here(page, plain.login)
    expect(question_on(page).locator("input[type=radio]").nth(1)).to_be_checked()
    assert (saved_by(school, other), saved_by(school, plain.login)) == (0, 2)


def test_a_page_from_before_one_signed_in_in_another_window_loses_nothing(plain, school):
    """The form has the token of the session before, and Django refuses it."""
    page = plain.page
    page.goto(f"/kk/{LESSON}")
    plain.context.clear_cookies(name="sessionid")
    beside = plain.context.new_page()
    beside.goto(f"/kk/sign-in/?next=/kk/{LESSON}")
    sign_in_here(beside, plain.login)
    expect(question_on(beside)).to_be_visible()
    question_on(page).locator("input[type=radio]").nth(1).check()
    page.locator("button[value=done]").click()
    expect(page.locator("main .messages")).to_contain_text("Тағы бір рет кіріңіз")
    sign_in_here(page, plain.login)
    expect(question_on(page).locator("input[type=radio]").nth(1)).to_be_checked()
    assert saved_by(school, plain.login) == 1
    forgive_the_network(plain)


def test_a_button_pressed_with_script_loses_nothing_either(learner, school):
    """What the journal sends once more when its learner is back changes nothing."""
    page = learner.page
    answer_signed_out(learner, f"/kk/{TEST}")
    expect(page.locator("[name=password]")).to_be_visible()
    sign_in_here(page, learner.login)
    expect(page.locator(".result")).to_be_visible()
    assert saved_by(school, learner.login) == 2
    forgive_the_network(learner)
