"""One learner in two windows, or at two computers: the later edit wins, the other is kept, and the pages say so."""

import pytest
from playwright.sync_api import expect

from tests.browsing import follow

from .conftest import LESSON, PASSWORD, TEST, cut_the_line, forgive_the_network, mend_the_line
from .test_outage import on_disk
from .test_saving import expect_state, question_on, typed_question_on

pytestmark = pytest.mark.browser

NEWER = {"ru": "более новый ответ", "kk": "жаңарақ жауабыңыз"}
KEPT = {"ru": "Он не удалён", "kk": "Ол сақтаулы тұр"}
TOO_LATE = "кеш келді"
REPLACED = "Басқа терезеде немесе басқа компьютерде берген жауабыңыз енді есептелмейді"


@pytest.fixture
def elsewhere(learner, visitor):
    """The same learner at another computer."""
    return at_another_computer(visitor, learner)


def at_another_computer(visitor, learner, **how):
    seated = visitor(**how)
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
    follow(lab.locator("button[value=start]"))
    home.goto(f"/ru/{TEST}")
    choose(home, 0)
    expect_state(question_on(home), "saved")
    cut_the_line(lab)
    choose(lab, 1)
    expect_state(question_on(lab), "kept")
    lab.wait_for_timeout(1500)
    choose(home, 2)
    expect_state(question_on(home), "saved")
    mend_the_line(lab)
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


def save(page):
    follow(page.locator(".form-actions button[value=save]"))
    return page.locator("main .messages")


def test_without_script_the_later_of_two_computers_wins_and_says_what_it_replaced(plain, visitor, school):
    lab, home = plain.page, at_another_computer(visitor, plain, script=False).page
    lab.goto(f"/ru/{TEST}")
    follow(lab.locator("button[value=start]"))
    home.goto(f"/kk/{TEST}")
    choose(lab, 0)
    expect(save(lab)).not_to_contain_text(KEPT["ru"])
    choose(home, 1)  # its page was made before
    typed_question_on(home).locator("input[type=text]").fill("пернетақта")
    expect(save(home)).to_contain_text(KEPT["kk"])
    typed_question_on(lab).locator("input[type=text]").fill(
        "клавиатура"
    )  # and leaves what it shows of the other
    expect(save(lab)).to_contain_text(KEPT["ru"])
    for page in (lab, home):
        page.reload()
        expect_chosen(page, 1)
        expect(typed_question_on(page).locator("input[type=text]")).to_have_value("клавиатура")
    answers, _keys = on_disk(school, plain.login)
    assert sorted(len(given) for given in answers.values()) == [2, 2]
    assert ["пернетақта", "клавиатура"] in [[one.get("text") for one in given] for given in answers.values()]


def test_without_script_a_test_handed_in_in_one_window_says_so_in_the_other_and_keeps_what_it_sends(
    plain, school
):
    first, second = plain.page, plain.context.new_page()
    first.goto(f"/kk/{TEST}")
    follow(first.locator("button[value=start]"))
    choose(first, 0)
    save(first)
    second.goto(f"/kk/{TEST}")
    follow(first.locator("button[value=finish]"))
    choose(second, 1)
    second.locator(".form-actions button[value=save]").click()
    expect(second.locator("main .messages")).to_contain_text(TOO_LATE)
    answers, _keys = on_disk(school, plain.login)
    assert [len(given) for given in answers.values()] == [2]
