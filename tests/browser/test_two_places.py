"""One learner in two windows, or at two computers: the later edit wins, the other is kept, and the pages say so."""

import pytest
from playwright.sync_api import expect

from .conftest import LESSON, PASSWORD, TEST, forgive_the_network
from .test_outage import on_disk
from .test_saving import expect_state, question_on, typed_question_on

pytestmark = pytest.mark.browser

NEWER = {"ru": "более новый ответ", "kk": "жаңарақ жауабыңыз"}
REPLACED = "Басқа терезеде немесе басқа компьютерде берген жауабыңыз енді есептелмейді"


@pytest.fixture
def elsewhere(learner, visitor):
    """The same learner at another computer."""
    seated = visitor()
    seated.sign_in(learner.login, PASSWORD)
    return seated


def choose(page, number):
    question_on(page).locator("input[type=radio]").nth(number).check()


def expect_chosen(page, number):
    expect(question_on(page).locator("input[type=radio]").nth(number)).to_be_checked()


def said_at(page):
    return question_on(page).locator("[data-save-state]")


def test_an_answer_that_waited_for_the_line_gives_way_to_a_later_one_and_its_page_says_so(
    learner, elsewhere, school
):
    lab, home = learner.page, elsewhere.page
    lab.goto(f"/ru/{TEST}")
    lab.locator("button[value=start]").click()
    home.goto(f"/ru/{TEST}")
    choose(home, 0)
    expect_state(question_on(home), "saved")
    learner.context.set_offline(True)
    choose(lab, 1)
    expect_state(question_on(lab), "kept")
    lab.wait_for_timeout(1500)
    choose(home, 2)
    expect_state(question_on(home), "saved")
    learner.context.set_offline(False)
    expect(said_at(lab)).to_contain_text(NEWER["ru"])
    expect_chosen(lab, 2)
    answers, keys = on_disk(school, learner.login)
    assert len(keys) == len(set(keys)) == 3
    assert [len(given) for given in answers.values()] == [3]
    home.reload()
    expect_chosen(home, 2)
    forgive_the_network(learner)


def test_the_later_of_two_windows_wins_and_says_what_it_replaced(learner, school):
    first, second = learner.page, learner.context.new_page()
    for page in (first, second):
        page.goto(f"/kk/{LESSON}")
    choose(first, 0)
    expect_state(question_on(first), "saved")
    choose(second, 1)
    expect(said_at(second)).to_contain_text(REPLACED)
    _answers, keys = on_disk(school, learner.login)
    assert len(keys) == len(set(keys)) == 2
    first.reload()
    expect_chosen(first, 1)


def test_a_page_that_shows_an_older_answer_is_brought_up_to_date_and_says_so(learner, elsewhere):
    lab, home = learner.page, elsewhere.page
    lab.goto(f"/kk/{LESSON}")
    choose(lab, 0)
    expect_state(question_on(lab), "saved")
    home.goto(f"/kk/{LESSON}")
    expect_chosen(home, 0)
    choose(lab, 1)
    expect_state(question_on(lab), "saved")
    typed_question_on(home).locator("input[type=text]").fill("пернетақта")
    expect(said_at(home)).to_contain_text(NEWER["kk"])
    expect_chosen(home, 1)
    expect_state(typed_question_on(home), "saved")
    expect(typed_question_on(home).locator("input[type=text]")).to_have_value("пернетақта")
