"""The server goes away in mid-test and comes back: with script nothing is lost, without it at most what is being typed."""

import json

import pytest
from playwright.sync_api import Error, expect

from tests.browsing import eventually, follow

from .conftest import TEST, forgive_the_network
from .test_saving import expect_state, question_on, saved_by, typed_question_on

pytestmark = pytest.mark.browser

AWAY = "net::ERR_CONNECTION_"  # an answer of the server, such as 500, is never what these tests break
HALF_A_MINUTE = 30_000
A_WHILE = 5_000  # in steps of which nobody seems idle who waits for a slow machine
ALL_EDITS = """
SELECT r.item_id, edit.key, edit.answer, edit.counts FROM (
    SELECT response_id AS id, key, answer, 0 AS counts FROM lifelong_quizzes_earlieranswer
    UNION ALL SELECT id, key, answer, 1 FROM lifelong_quizzes_response
) edit JOIN lifelong_quizzes_response r ON r.id = edit.id JOIN lifelong_quizzes_attempt a ON a.id = r.attempt_id
JOIN auth_user u ON u.id = a.learner_id WHERE u.username = ? ORDER BY edit.counts
"""


@pytest.fixture
def power(school):
    """The server's power: it can be cut and comes back, on the same database."""

    class Power:
        is_on = True

        def cut(self):
            school.close()
            self.is_on = False

        def come_back(self):
            school.open()
            self.is_on = True

    power = Power()
    yield power
    if not power.is_on:
        power.come_back()


@pytest.fixture
def begun(learner):
    """A learner with script in mid-test, whose browser's clock can be turned on."""
    learner.page.clock.install()
    learner.page.goto(f"/kk/{TEST}")
    follow(learner.page.locator("button[value=start]"))
    question_on(learner.page).locator("input[type=radio]").first.check()
    expect_state(question_on(learner.page), "saved")
    return learner


def pass_ten_minutes(page):
    """The browser's clock goes on, and with it every try to send; the answers of the network take real time."""
    for _ in range(20):
        page.clock.run_for(HALF_A_MINUTE)
        page.wait_for_timeout(50)


def on_disk(school, login):
    """Return ({item: [answers, the one that counts last]}, the keys of all saves)."""
    rows, answers = school.ask(ALL_EDITS, login), {}
    for item, _key, answer, _counts in rows:
        answers.setdefault(item, []).append(json.loads(answer))
    return answers, [key for _item, key, _answer, _counts in rows]


def test_ten_minutes_without_a_server_lose_nothing_and_double_nothing(begun, school, power):
    page = begun.page
    first, typed = question_on(page), typed_question_on(page)
    power.cut()
    first.locator("input[type=radio]").nth(1).check()
    expect_state(first, "kept")
    typed.locator("input[type=text]").fill("тышқан")
    typed.locator("input[type=text]").blur()
    expect_state(typed, "kept")
    expect(page.locator("[data-page-state]")).to_have_attribute("data-kind", "kept")
    expect(page.locator("[data-page-state]")).to_contain_text("сақта")
    pass_ten_minutes(page)
    expect_state(first, "kept")
    first.locator("input[type=radio]").nth(2).check()
    typed.locator("input[type=text]").fill("пернетақта")
    typed.locator("input[type=text]").blur()
    assert saved_by(school, begun.login) == 1
    power.come_back()

    def all_is_saved():
        page.clock.run_for(A_WHILE)
        return page.locator("[data-page-state]").get_attribute("data-kind") == "saved"

    eventually(page, all_is_saved)
    for question in (first, typed):
        expect_state(question, "saved")
    answers, keys = on_disk(school, begun.login)
    assert len(keys) == len(set(keys))
    typed_answers, chosen = sorted(answers.values(), key=len)
    assert typed_answers == [
        {"text": "пернетақта"}
    ]  # the earlier one had waited for its turn, and was replaced
    assert len(chosen) == 3  # the one before the outage, the one that was sent in vain, the last
    page.reload()
    expect(first.locator("input[type=radio]").nth(2)).to_be_checked()
    expect(typed.locator("input[type=text]")).to_have_value("пернетақта")
    forgive_the_network(begun, AWAY)


def test_a_computer_that_is_switched_off_in_the_outage_sends_when_its_learner_is_back(begun, school, power):
    page = begun.page
    power.cut()
    question_on(page).locator("input[type=radio]").nth(2).check()
    expect_state(question_on(page), "kept")
    page.close(run_before_unload=False)
    power.come_back()
    begun.page = begun.context.new_page()
    begun.page.goto("/kk/my-learning/")
    expect(begun.page.locator("[data-kept-answers] .notice")).to_be_visible()
    begun.page.goto(f"/kk/{TEST}")
    expect(question_on(begun.page).locator("input[type=radio]").nth(2)).to_be_checked()
    forgive_the_network(begun, AWAY)


@pytest.fixture
def plain(plain):
    """A learner in mid-test whose browser runs no script. One answer is saved."""
    seated = plain
    seated.page.goto(f"/ru/{TEST}")
    follow(seated.page.locator("button[value=start]"))
    question_on(seated.page).locator("input[type=radio]").first.check()
    seated.page.locator(".form-actions button[value=save]").click()
    expect(seated.page.locator("main .messages")).to_be_visible()
    return seated


def press_save_in_vain(page):
    typed_question_on(page).locator("input[type=text]").fill("клавиатура")
    with pytest.raises(Error, match="CONNECTION_REFUSED"), page.expect_navigation():
        page.locator(".form-actions button[value=save]").click()


def test_without_script_the_browser_sends_the_form_again_when_the_server_is_back(plain, school, power):
    power.cut()
    press_save_in_vain(plain.page)
    power.come_back()
    plain.page.reload()
    expect(typed_question_on(plain.page).locator("input[type=text]")).to_have_value("клавиатура")
    expect(question_on(plain.page).locator("input[type=radio]").first).to_be_checked()
    assert saved_by(school, plain.login) == 2
    forgive_the_network(plain, AWAY)


def test_without_script_whoever_goes_back_instead_loses_at_most_what_was_being_typed(plain, school, power):
    page = plain.page
    power.cut()
    press_save_in_vain(page)
    power.come_back()
    page.go_back()
    expect(question_on(page).locator("input[type=radio]").first).to_be_checked()
    assert saved_by(school, plain.login) == 1
    typed_question_on(page).locator("input[type=text]").fill("клавиатура")
    page.locator(".form-actions button[value=save]").click()
    expect(page.locator("main .messages")).to_be_visible()
    assert saved_by(school, plain.login) == 2
    forgive_the_network(plain, AWAY)
