"""Somebody's sign-in ends while they answer without script: what they send is kept, and saved when they are back."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from people.accounts import create_learner
from quizzes import kept_forms
from quizzes.aliases import alias_of, is_alias
from quizzes.models import Attempt, EarlierAnswer, KeptForm, QuizPage, Response

from .builders import distractor_of, key_of, translate
from .test_answering import field, form_of

PASSWORD = "tihaya-reka-7"


@pytest.fixture
def learner(db):
    return create_learner("aigerim", PASSWORD, call_name="Айгерім", language="ru")


@pytest.fixture
def other(db):
    return create_learner("bolat", PASSWORD, call_name="Болат", language="ru")


@pytest.fixture
def send(client, learner):
    """Return a function that sends a form of the learner's page when nobody is signed in any more."""

    def send(page, path=None, whose=learner, **posted):
        end_session(client)
        return client.post(path or page.get_url(), form_of(page, learner=alias_of(whose)) | posted)

    return send


def end_session(client):
    """Let a session end as it does in life: the browser keeps its other cookies."""
    client.cookies.pop("sessionid", None)


def sign_in(client, login, path="/ru/urok/"):
    """Sign in as a person does, and return what the next page says."""
    form = {"username": login, "password": PASSWORD}
    return client.post(f"/ru/sign-in/?next={path}", form, follow=True).content.decode()


def test_an_answer_sent_while_signed_out_is_saved_after_signing_in_again(client, lesson, send):
    item = lesson.get_items()[0]
    response = send(lesson, **{field(item): key_of(item), "do": "save"})
    assert "ваши ответы не пропали" in client.get(response.url).content.decode()
    assert not Response.objects.exists()
    assert "теперь сохранено" in sign_in(client, "aigerim")
    assert Response.objects.get().answer == {"option": key_of(item)}
    assert not KeptForm.objects.exists()


def test_whoever_reads_kazakh_is_told_in_kazakh(client, lesson, kazakh, send):
    translate(lesson, kazakh)
    item = lesson.get_items()[0]
    response = send(lesson, "/kk/urok/", **{field(item): key_of(item)})
    assert "сақтаулы тұр" in client.get(response.url).content.decode()
    assert "енді сақталды" in sign_in(client, "aigerim", "/kk/urok/")
    assert Response.objects.get().language == "kk"


def test_somebody_else_who_signs_in_gets_nothing_and_sees_nothing(client, lesson, other, send):
    item = lesson.get_items()[0]
    send(lesson, **{field(item): key_of(item)})
    html = sign_in(client, "bolat")
    assert "теперь сохранено" not in html
    assert " checked>" not in html
    assert not Response.objects.exists()
    end_session(client)
    assert " checked>" in sign_in(client, "aigerim")  # it was still hers
    assert Response.objects.get().attempt.learner.get_username() == "aigerim"


def test_it_does_not_come_out_of_another_browser(client, lesson, send):
    item = lesson.get_items()[0]
    send(lesson, **{field(item): key_of(item)})
    sign_in(Client(), "aigerim")
    assert not Response.objects.exists()


def test_what_the_button_says_is_done_as_well(client, lesson, send):
    item = lesson.get_items()[0]
    send(lesson, **{field(item): distractor_of(item), "do": f"check:{item.id}"})
    assert "Почему не «Вынуть вилку»" in sign_in(client, "aigerim")


@pytest.fixture
def attempt(client, learner, quiz):
    client.force_login(learner)
    client.post("/ru/test/", {"do": "start"})
    return Attempt.objects.get()


def send_answer(send, quiz, attempt, answer=None, do="save"):
    item = quiz.get_items()[0]
    return send(quiz, attempt=attempt.pk, do=do, **{field(item): answer or key_of(item)})


def test_a_test_handed_in_in_time_does_not_run_out_while_its_learner_signs_in(client, quiz, attempt, send):
    send_answer(send, quiz, attempt, do="finish")
    version = attempt.version
    version.settings |= {"at_the_end": "abandon"}
    version.save()
    Attempt.objects.update(ends_at=timezone.now() + timedelta(minutes=2))
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        sign_in(client, "aigerim", "/ru/test/")
    attempt.refresh_from_db()
    assert (attempt.ending, attempt.total) == ("handed-in", 1)


def test_an_answer_that_arrived_in_time_counts_though_one_signed_in_when_it_was_over(
    client, quiz, attempt, send
):
    Attempt.objects.update(ends_at=timezone.now() + timedelta(minutes=1))
    send_answer(send, quiz, attempt)
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        assert "теперь сохранено" in sign_in(client, "aigerim", "/ru/test/")
    attempt.refresh_from_db()
    assert (attempt.ending, attempt.total) == ("time-up", 1)


def test_an_answer_that_came_too_late_is_kept_uncounted_and_the_learner_is_told(client, quiz, attempt, send):
    Attempt.objects.update(ends_at=timezone.now() - timedelta(minutes=5))
    send_answer(send, quiz, attempt)
    assert "слишком поздно" in sign_in(client, "aigerim", "/ru/test/")
    assert Attempt.objects.get().total == 0
    assert EarlierAnswer.objects.count() == 1


def test_an_answer_to_a_test_that_was_finished_elsewhere_goes_to_the_history(
    client, quiz, attempt, learner, send
):
    send_answer(send, quiz, attempt)
    elsewhere = Client()
    elsewhere.force_login(learner)
    elsewhere.post("/ru/test/", {"do": "finish"})
    assert "слишком поздно" in sign_in(client, "aigerim", "/ru/test/")
    assert Attempt.objects.get().total == 0
    assert EarlierAnswer.objects.get().answer == {"option": key_of(quiz.get_items()[0])}


def test_a_later_answer_from_another_computer_wins_and_the_learner_is_told(
    client, quiz, attempt, learner, send
):
    item = quiz.get_items()[0]
    send_answer(send, quiz, attempt)
    elsewhere = Client()
    elsewhere.force_login(learner)
    elsewhere.post("/ru/test/", {field(item): distractor_of(item), "attempt": attempt.pk})
    assert "Засчитывается тот ответ" in sign_in(client, "aigerim", "/ru/test/")
    assert Response.objects.get().answer == {"option": distractor_of(item)}
    assert EarlierAnswer.objects.get().answer == {"option": key_of(item)}


def test_a_test_whose_page_is_gone_says_so(client, quiz, attempt, send):
    send_answer(send, quiz, attempt)
    QuizPage.objects.get(pk=quiz.pk).delete()
    assert "страницы больше нет" in sign_in(client, "aigerim", "/ru/my-learning/")
    assert not KeptForm.objects.exists()


def test_a_restricted_page_takes_nothing_by_this_way_either(client, lesson, send):
    item = lesson.get_items()[0]
    send(lesson, **{field(item): key_of(item)})
    group = lesson.view_restrictions.create(restriction_type="groups")
    assert group.groups.count() == 0
    assert "нельзя отвечать" in sign_in(client, "aigerim", "/ru/my-learning/")
    assert not Response.objects.exists()


def test_files_have_to_be_chosen_again(client, lesson, send):
    file = SimpleUploadedFile("work.txt", b"text")
    send(lesson, **{"item-files": file})
    assert "Выберите их снова" in sign_in(client, "aigerim")


def test_too_much_is_not_kept_and_that_is_said_at_once(client, lesson, send):
    item = lesson.get_items()[1]
    response = send(lesson, **{field(item): "м" * 200_000})
    assert "скопируйте свой текст" in client.get(response.url).content.decode()
    assert not KeptForm.objects.exists()


@pytest.mark.parametrize("alias", ["", "0" * 32, "x", "a" * 16])
def test_nobody_fills_the_disk_without_a_page_of_their_own(client, lesson, alias):
    item = lesson.get_items()[0]
    response = client.post("/ru/urok/", form_of(lesson, learner=alias) | {field(item): key_of(item)})
    assert "sign-in" in response.url
    assert not KeptForm.objects.exists()


def test_of_one_learner_the_latest_few_forms_are_kept(client, lesson, send):
    item = lesson.get_items()[1]
    for number in range(9):
        send(lesson, **{field(item): f"слово {number}"})
    assert [form.posted[field(item)] for form in KeptForm.objects.order_by("pk")] == [
        [f"слово {number}"] for number in range(9 - kept_forms.MOST_FORMS, 9)
    ]


def test_a_double_click_is_kept_once_and_what_is_old_goes(client, lesson, send):
    item = lesson.get_items()[0]
    for _ in range(2):
        send(lesson, **{field(item): key_of(item)})
    assert KeptForm.objects.count() == 1
    KeptForm.objects.update(kept_at=timezone.now() - timedelta(days=2))
    sign_in(client, "aigerim")
    assert not Response.objects.exists()
    send(lesson, **{field(item): distractor_of(item)})
    assert KeptForm.objects.count() == 1


def test_somebody_whose_form_cannot_be_saved_is_let_in_all_the_same(client, lesson, send, monkeypatch):
    item = lesson.get_items()[0]
    send(lesson, **{field(item): key_of(item)})

    def broken(*arguments):
        raise DatabaseError("database or disk is full")

    with monkeypatch.context() as full:
        full.setattr("quizzes.resuming.save", broken)
        assert "сейчас записать не удалось" in sign_in(client, "aigerim")
    end_session(client)
    assert "теперь сохранено" in sign_in(client, "aigerim")
    assert Response.objects.count() == 1


def test_nothing_of_a_learner_is_kept_who_is_erased(lesson, learner, other, send):
    item = lesson.get_items()[0]
    send(lesson, **{field(item): key_of(item)})
    send(lesson, whose=other, **{field(item): key_of(item)})
    learner.delete()
    assert KeptForm.objects.get().alias == alias_of(other)


def test_an_alias_cannot_be_made_up(learner, other):
    assert is_alias(alias_of(learner))
    assert not is_alias(alias_of(learner)[:16] + alias_of(other)[16:])


@pytest.fixture
def careful(learner):
    """A browser whose forms need their token, with the learner signed in."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(learner)
    return browser


def test_a_page_from_before_one_signed_in_anew_loses_nothing(careful, lesson, learner):
    item = lesson.get_items()[0]
    form = form_of(lesson, learner=alias_of(learner), csrfmiddlewaretoken="0" * 64)
    response = careful.post("/ru/urok/", form | {field(item): key_of(item)})
    assert "sign-in" in response.url
    assert not Response.objects.exists()
    html = careful.get(response.url).content.decode()
    assert "Войдите ещё раз" in html
    token = careful.cookies["csrftoken"].value
    careful.post(response.url, {"username": "aigerim", "password": PASSWORD, "csrfmiddlewaretoken": token})
    assert Response.objects.get().answer == {"option": key_of(item)}


def test_a_forged_form_is_refused_and_leaves_nothing(careful, lesson, quiz):
    item = lesson.get_items()[0]
    form = form_of(lesson) | {field(item): key_of(item)}
    for path in ("/ru/urok/", "/ru/", "/ru/sign-in/"):
        assert careful.post(path, form).status_code == 403
        assert careful.post(path, form | {"learner": "0" * 32}).status_code == 403
    assert not KeptForm.objects.exists()


def test_a_script_is_told_of_a_wrong_token_so_that_it_takes_the_new_one(careful, lesson, learner):
    response = careful.post(
        "/ru/urok/", form_of(lesson, learner=alias_of(learner)), headers={"accept": "application/json"}
    )
    assert response.status_code == 403
    assert not KeptForm.objects.exists()
