"""What people mark: handed over, judged by one at a time, given back, and the total that follows."""

import json
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.utils.translation import override

from lessons.models import LessonPage
from quizzes import own_data
from quizzes.judged import shown_number
from quizzes.judging import Outdated, Verdict, judge
from quizzes.marking import total_from
from quizzes.models import Attempt, Judgement, QuizPage, Response, Submission
from quizzes.regrading import ByKey, changes_for
from quizzes.rounding import rounded
from quizzes.types.rubric import as_fraction, fraction_by_rubric

from .builders import key_of, single_choice
from .types.builders import frozen, open_text

TEXT = {"text": "Я учу соседей печатать."}


@pytest.fixture
def essay(front, publish):
    """A test of a choice worth one point and a text worth three."""
    body = json.dumps([single_choice(), open_text(points="3", least_words=2)])
    page = QuizPage(title="Тест", slug="test", locale=front.locale, body=body)
    return publish(front.add_child(instance=page))


@pytest.fixture
def teacher(db):
    return get_user_model().objects.create_user("teacher")


@pytest.fixture
def handed_in(essay, signed_in):
    """The learner has chosen rightly and written a text; the test is finished."""
    choice, text = essay.get_items()
    signed_in.post("/ru/test/", {"do": "start"})
    answers = {choice.field_name: key_of(choice), text.field_name: TEXT["text"]}
    signed_in.post("/ru/test/", answers | {"do": "finish"})
    return Submission.objects.get()


def shown(client, path="/ru/test/"):
    return client.get(path).content.decode()


def improve(client, submission, text):
    name = submission.response.item_id
    return client.post("/ru/test/", {f"item-{name}": text, "do": f"improve:{name}"}, follow=True)


def test_a_test_with_an_unmarked_text_has_no_total_yet(handed_in, signed_in):
    attempt = Attempt.objects.get()
    assert (attempt.total, attempt.maximum, attempt.percent) == (None, 4, None)
    assert attempt.is_waiting
    assert not attempt.is_passed
    html = shown(signed_in)
    assert "Ждёт проверки" in html
    assert "Сдано. Преподаватель проверит." in html
    assert "Не пройден" not in html


def test_what_was_handed_in_is_kept_as_it_was(handed_in, essay):
    assert handed_in.answer == TEXT
    assert handed_in.is_waiting
    assert handed_in.page_key == essay.translation_key


def test_the_mark_makes_the_total(handed_in, teacher, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        judge(handed_in.pk, 0, Verdict(Decimal("0.66666667"), "Хорошо"), teacher)
    attempt = Attempt.objects.get()
    assert attempt.total == 1 + 3 * Decimal("0.66666667")  # exact: two of three points, kept to eight places
    assert rounded(attempt.percent, 6) == 75
    assert not Submission.objects.waiting().exists()


def test_the_learner_reads_the_mark_the_comment_and_the_model_answer(handed_in, teacher, signed_in):
    judge(handed_in.pk, 0, Verdict(Decimal("0.5"), "Хорошо <b>и</b> ясно"), teacher)
    html = shown(signed_in)
    assert "Баллы: 1,5 из 3" in html
    assert "Хорошо &lt;b&gt;и&lt;/b&gt; ясно" in html
    assert "Ваш результат: 63" in html


@pytest.mark.parametrize(
    ("points", "words"), [("0.125", "0,13"), ("0.375", "0,38"), ("2.5", "2,5"), ("10", "10")]
)
def test_half_a_hundredth_of_a_point_is_rounded_up_as_people_do(points, words):
    with override("ru"):
        assert shown_number(Decimal(points)) == words


@pytest.mark.parametrize(("decimals", "shown"), [(0, 63), (2, Decimal("62.50"))])
def test_the_file_of_a_learner_shows_results_to_the_places_of_the_test(handed_in, teacher, decimals, shown):
    judge(handed_in.pk, 0, Verdict(Decimal("0.5")), teacher)
    attempt = Attempt.objects.get()
    attempt.version.settings = attempt.version.settings | {"decimals": decimals}
    attempt.version.save()
    tests, answers, *_others = own_data.parts(attempt.learner)
    assert tests["rows"][0][-1] == shown
    assert sorted(row[-1] for row in answers["rows"]) == [50, 100]


def test_who_judged_and_when_is_recorded(handed_in, teacher):
    judgement = judge(handed_in.pk, 0, Verdict(Decimal(1)), teacher)
    assert (judgement.judged_by, judgement.number, judgement.judged_at is not None) == (teacher, 1, True)


def test_of_two_teachers_the_second_is_told(handed_in, teacher):
    judge(handed_in.pk, 0, Verdict(Decimal(1)), teacher)
    with pytest.raises(Outdated):
        judge(handed_in.pk, 0, Verdict(Decimal(0)), teacher)
    assert Judgement.objects.count() == 1
    assert Response.objects.get(pk=handed_in.response_id).fraction == 1


def test_a_mark_can_be_corrected_and_the_first_stays_recorded(handed_in, teacher):
    judge(handed_in.pk, 0, Verdict(Decimal(1)), teacher)
    judge(handed_in.pk, 1, Verdict(Decimal(0), "Я ошиблась"), teacher)
    assert [one.fraction for one in handed_in.judgements.order_by("number")] == [1, 0]
    assert Attempt.objects.get().total == 1


def test_an_answer_given_back_is_open_and_the_rest_of_the_test_is_not(handed_in, teacher, signed_in, essay):
    judge(handed_in.pk, 0, Verdict(None, "Добавьте пример"), teacher)
    html = shown(signed_in)
    assert "Пока нет. Пожалуйста, доработайте ответ." in html
    assert "Ответ нужно доработать" in html
    assert "Ждёт проверки" not in html
    assert "Добавьте пример" in html
    choice, text = essay.get_items()
    assert f'id="item-{text.id}" data-item="{text.id}" data-state="answered" >' in html
    assert f'id="item-{choice.id}" data-item="{choice.id}" data-state="right" disabled>' in html
    assert Attempt.objects.get().is_waiting


def test_an_improved_answer_is_handed_in_again_and_the_earlier_one_stays(handed_in, teacher, signed_in):
    judge(handed_in.pk, 0, Verdict(None, "Добавьте пример"), teacher)
    improve(signed_in, handed_in, "Я учу соседей, например бабушку.")
    response = Response.objects.get(pk=handed_in.response_id)
    assert response.answer == {"text": "Я учу соседей, например бабушку."}
    assert response.earlier.get().answer == TEXT
    assert [one.is_waiting for one in response.submissions.order_by("pk")] == [False, True]
    judge(Submission.objects.latest().get().pk, 0, Verdict(Decimal(1)), teacher)
    assert Attempt.objects.get().total == 4


def test_it_may_be_given_back_again_and_again(handed_in, teacher, signed_in):
    for number in range(3):
        judge(Submission.objects.latest().get().pk, 0, Verdict(None, "Ещё раз"), teacher)
        improve(signed_in, handed_in, f"Попытка номер {number}")
    assert Submission.objects.count() == 4
    assert Submission.objects.waiting().count() == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Сначала дайте ответ"),
        (TEXT["text"], "Сначала измените ответ"),
        ("Мало", "Сначала напишите немного больше"),
        ("я" * 20_001, "Текст слишком длинный"),
    ],
)
def test_what_is_not_improved_is_refused_and_stays_in_the_field(handed_in, teacher, signed_in, text, says):
    judge(handed_in.pk, 0, Verdict(None, "Добавьте пример"), teacher)
    response = improve(signed_in, handed_in, text)
    assert response.status_code == 422
    html = response.content.decode()
    assert says in html
    assert "Добавьте пример" in html
    assert text in html
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("verdict", [None, Verdict(Decimal(1))])
def test_an_answer_that_nobody_gave_back_cannot_be_changed(handed_in, teacher, signed_in, verdict):
    if verdict:
        judge(handed_in.pk, 0, verdict, teacher)
    assert "Этот ответ уже закрыт" in improve(signed_in, handed_in, "Другое").content.decode()
    assert Response.objects.get(pk=handed_in.response_id).answer == TEXT


def test_nobody_improves_another_learner_s_answer(handed_in, teacher, client):
    judge(handed_in.pk, 0, Verdict(None, "Добавьте пример"), teacher)
    client.force_login(get_user_model().objects.create_user("bolat"))
    improve(client, handed_in, "Чужое")
    assert Response.objects.get(pk=handed_in.response_id).answer == TEXT


def test_a_mark_given_too_late_for_an_improved_answer_is_not_given_to_it(handed_in, teacher, signed_in):
    judge(handed_in.pk, 0, Verdict(None, "Добавьте пример"), teacher)
    improve(signed_in, handed_in, "Я учу соседей, например бабушку.")
    with pytest.raises(Outdated):
        judge(handed_in.pk, 1, Verdict(Decimal(1)), teacher)


def test_a_text_that_was_not_written_waits_for_nobody(essay, signed_in):
    signed_in.post("/ru/test/", {"do": "start"})
    signed_in.post("/ru/test/", {"do": "finish"})
    assert not Submission.objects.exists()
    assert Attempt.objects.get().total == 0


def test_a_regrade_leaves_alone_what_a_person_said(handed_in, teacher, essay):
    judge(handed_in.pk, 0, Verdict(Decimal(1)), teacher)
    assert not list(changes_for(ByKey(essay.translation_key)))


def test_an_answer_in_a_lesson_is_handed_in_by_its_button(lesson_of_text, signed_in, teacher):
    lesson_of_text("Я помогаю.", "check")
    lesson_of_text("Я помогаю.", "check")
    submission = Submission.objects.get()
    assert "Сдано. Преподаватель проверит." in shown(signed_in, "/ru/urok/")
    judge(submission.pk, 0, Verdict(Decimal(1), "Так держать"), teacher)
    assert "Так держать" in shown(signed_in, "/ru/urok/")


def test_an_answer_changed_in_a_lesson_meanwhile_does_not_get_the_mark_of_the_old_one(
    lesson_of_text, teacher
):
    lesson_of_text("Я помогаю.", "check")
    lesson_of_text("Я думаю иначе.", "save")
    judge(Submission.objects.get().pk, 0, Verdict(Decimal(1)), teacher)
    assert Response.objects.get().fraction is None


def test_a_newer_answer_of_a_lesson_takes_the_place_of_the_waiting_one(lesson_of_text):
    lesson_of_text("Я помогаю.", "check")
    lesson_of_text("Я думаю иначе.", "check")
    assert [one.answer["text"] for one in Submission.objects.waiting()] == ["Я думаю иначе."]


@pytest.fixture
def lesson_of_text(front, publish, signed_in):
    """Return a function that posts a text to a lesson of one question."""
    body = json.dumps([open_text()])
    page = LessonPage(title="Урок", slug="urok", locale=front.locale, body=body)
    item = publish(front.add_child(instance=page)).get_items()[0]

    def post(text, verb):
        form = {item.field_name: text, f"version-{item.id}": item.digest, "do": f"{verb}:{item.id}"}
        signed_in.post("/ru/urok/", form)

    return post


CRITERIA = [
    {"id": "clear", "levels": [{"id": "no", "points": "0"}, {"id": "yes", "points": "2"}]},
    {"id": "true", "levels": [{"id": "no", "points": "1"}, {"id": "yes", "points": "4"}]},
]


@pytest.mark.parametrize(
    ("clear", "true", "fraction"),
    [
        ("no", "no", "0.16666667"),
        ("yes", "no", "0.5"),
        ("no", "yes", "0.66666667"),
        ("yes", "yes", "1"),
    ],
)
def test_a_rubric_adds_up_the_levels_that_were_reached(clear, true, fraction):
    assert fraction_by_rubric(CRITERIA, {"clear": clear, "true": true}) == Decimal(fraction)


@pytest.mark.parametrize("chosen", [{}, {"clear": "yes"}, {"clear": "yes", "true": "maybe"}, {"true": "yes"}])
def test_a_rubric_wants_a_level_of_every_criterion(chosen):
    with pytest.raises(KeyError):
        fraction_by_rubric(CRITERIA, chosen)


@pytest.mark.parametrize(
    ("points", "maximum", "fraction"),
    [("0", "4", "0"), ("1", "3", "0.33333333"), ("2.5", "5", "0.5"), ("4", "4", "1"), ("0", "0", "1")],
)
def test_points_become_a_share_of_the_mark(points, maximum, fraction):
    assert as_fraction(Decimal(points), Decimal(maximum)) == Decimal(fraction)


def item_worth(name, points):
    item = frozen("open_text", {"rubric": []})
    item.id, item.content["points"] = name, points
    return item


@pytest.mark.parametrize(
    ("fractions", "total"),
    [
        ({}, "0"),
        ({"a": None}, None),
        ({"a": Decimal("0.5")}, "1"),
        ({"a": Decimal(1), "b": None}, None),
        ({"a": Decimal(-1), "b": Decimal(0)}, "0"),
        ({"free": None}, "0"),
        ({"a": Decimal(1), "free": None}, "2"),
    ],
)
def test_a_total_is_missing_only_while_something_that_counts_waits(fractions, total):
    items = [item_worth("a", "2"), item_worth("b", "1"), item_worth("free", "0")]
    assert total_from(items, fractions) == (total and Decimal(total))
