"""Answering on a page: with script and without, in practice and in a test."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from lessons.models import LessonRecord
from quizzes.aliases import alias_of
from quizzes.answering import command_of, fingerprint
from quizzes.models import Attempt, EarlierAnswer, Response
from quizzes.returning import server_clock

from .builders import distractor_of, key_of, translate


def form_of(page, **answers):
    posted = {f"version-{item.id}": item.digest for item in page.get_items()}
    return posted | answers


def field(item):
    return f"item-{item.id}"


@pytest.fixture
def items(lesson):
    return lesson.get_items()


def save_by_script(client, path, item, answer, **more):
    posted = {"do": "save", "only": item.id, field(item): answer, f"version-{item.id}": item.digest} | more
    return client.post(path, posted, headers={"accept": "application/json"})


def test_a_stranger_who_posts_is_sent_to_sign_in(client, lesson, items):
    response = client.post("/ru/urok/", form_of(lesson, **{field(items[0]): key_of(items[0])}))
    assert response.status_code == 302
    assert "sign-in" in response.url
    assert not Attempt.objects.exists()


def test_a_script_whose_session_ended_is_told_so(client, lesson, items):
    response = save_by_script(client, "/ru/urok/", items[0], key_of(items[0]))
    assert response.status_code == 401
    assert response.json()["sign_in"].endswith("%2Fru%2Furok%2F")


def test_a_saved_answer_is_acknowledged_with_its_fingerprint(signed_in, lesson, items):
    response = save_by_script(
        signed_in, "/ru/urok/", items[0], key_of(items[0]), key="k", tab="t", sequence="1"
    )
    assert list(response.json()["saved"]) == [items[0].id]
    assert f'value="{response.json()["saved"][items[0].id]}"' in signed_in.get("/ru/urok/").content.decode()


def test_one_post_without_script_saves_every_answer(signed_in, lesson, items):
    posted = form_of(lesson, **{field(items[0]): key_of(items[0]), field(items[1]): "клавиатура"})
    signed_in.post("/ru/urok/", posted | {"do": "save"})
    assert Response.objects.count() == 2


def test_an_old_page_does_not_undo_what_was_answered_elsewhere(signed_in, lesson, items):
    old = form_of(lesson, **{f"was-{items[0].id}": "", field(items[0]): distractor_of(items[0])})
    shown = save_by_script(signed_in, "/ru/urok/", items[0], distractor_of(items[0])).json()["saved"][
        items[0].id
    ]
    save_by_script(signed_in, "/ru/urok/", items[0], key_of(items[0]))
    signed_in.post("/ru/urok/", old | {f"was-{items[0].id}": shown, field(items[1]): "мышь"})
    assert Response.objects.get(item_id=items[0].id).answer == {"option": key_of(items[0])}
    assert Response.objects.get(item_id=items[1].id).answer == {"text": "мышь"}


def test_checking_shows_the_reason_for_what_was_chosen(signed_in, lesson, items):
    posted = form_of(lesson, **{field(items[0]): distractor_of(items[0])})
    response = signed_in.post("/ru/urok/", posted | {"do": f"check:{items[0].id}"})
    assert response.url == f"/ru/urok/#item-{items[0].id}"
    html = signed_in.get("/ru/urok/").content.decode()
    assert "Почему не «Вынуть вилку»" in html
    assert "Почему «Меню" not in html


def test_a_changed_answer_takes_its_feedback_away(signed_in, lesson, items):
    posted = form_of(lesson, **{field(items[0]): distractor_of(items[0])})
    signed_in.post("/ru/urok/", posted | {"do": f"check:{items[0].id}"})
    save_by_script(signed_in, "/ru/urok/", items[0], key_of(items[0]))
    assert "Почему" not in signed_in.get("/ru/urok/").content.decode()


def test_an_answer_is_judged_by_the_question_it_was_given_to(signed_in, lesson, items, publish):
    old = form_of(lesson, **{field(items[1]): "клавиатура"})
    raw = json.loads(json.dumps(list(lesson.body.raw_data)))
    raw[2]["value"]["answers"][0]["value"]["spellings"] = "клавиши"
    lesson.body = json.dumps(raw)
    publish(lesson)
    signed_in.post("/ru/urok/", old | {"do": f"check:{items[1].id}"})
    assert Response.objects.get().fraction == 1
    html = signed_in.get("/ru/urok/").content.decode()
    assert f'data-item="{items[1].id}" data-state="open"' in html
    assert "notice" in html.split(f'data-item="{items[1].id}"')[1]


def test_a_huge_answer_stays_on_screen_with_the_reason(signed_in, lesson, items):
    huge = "м" * 100_000
    response = signed_in.post("/ru/urok/", form_of(lesson, **{field(items[1]): huge}))
    assert response.status_code == 422
    assert huge in response.content.decode()
    assert not Response.objects.exists()


def test_a_good_answer_beside_a_refused_one_is_saved(signed_in, lesson, items):
    posted = form_of(lesson, **{field(items[0]): key_of(items[0]), field(items[1]): "м" * 100_000})
    signed_in.post("/ru/urok/", posted)
    assert Response.objects.get().item_id.hex == items[0].id.replace("-", "")


def test_switching_language_saves_first(signed_in, lesson, items, kazakh):
    translate(lesson, kazakh, {"Урок": "Сабақ"})
    posted = form_of(lesson, **{field(items[0]): key_of(items[0])})
    response = signed_in.post("/ru/urok/", posted | {"do": "language:kk"})
    assert response.url == "/kk/urok/"
    assert "checked" in signed_in.get("/kk/urok/").content.decode()
    assert Attempt.objects.count() == 1


def test_a_language_that_is_not_there_loses_nothing(signed_in, lesson, items):
    posted = form_of(lesson, **{field(items[0]): key_of(items[0])})
    assert signed_in.post("/ru/urok/", posted | {"do": "language:xx"}).url == "/ru/urok/"
    assert Response.objects.count() == 1


def test_a_lesson_is_done_when_every_question_is_answered(signed_in, lesson, items):
    half = form_of(lesson, **{field(items[0]): distractor_of(items[0])})
    assert signed_in.post("/ru/urok/", half | {"do": "done"}).url == f"/ru/urok/#item-{items[1].id}"
    assert not LessonRecord.objects.completed().exists()
    signed_in.post("/ru/urok/", half | {"do": "done", field(items[1]): "мышь"})
    record = LessonRecord.objects.get()
    assert (record.is_completed, record.why) == (True, "answered")


def test_a_completion_is_never_taken_away(signed_in, lesson, items, publish):
    everything = form_of(lesson, **{field(items[0]): key_of(items[0]), field(items[1]): "мышь"})
    signed_in.post("/ru/urok/", everything | {"do": "done"})
    first = LessonRecord.objects.get().completed_at
    lesson.body = json.dumps(
        [*lesson.body.raw_data, {**lesson.body.raw_data[1], "id": lesson.body.raw_data[0]["id"]}]
    )
    publish(lesson)
    signed_in.post("/ru/urok/", {"do": "done"})
    assert LessonRecord.objects.get().completed_at == first


def test_the_first_visit_is_recorded_once_and_a_strangers_never(client, signed_in, lesson):
    signed_in.get("/ru/urok/")
    signed_in.get("/ru/urok/")
    assert LessonRecord.objects.count() == 1
    client.logout()
    client.get("/ru/urok/")
    assert LessonRecord.objects.count() == 1


@pytest.fixture
def begun(signed_in, quiz):
    signed_in.post("/ru/test/", {"do": "start"})
    return Attempt.objects.get()


def test_opening_a_test_begins_nothing(signed_in, quiz):
    signed_in.get("/ru/test/")
    assert not Attempt.objects.exists()


def test_a_test_is_begun_once(signed_in, quiz, begun):
    signed_in.post("/ru/test/", {"do": "start"})
    assert Attempt.objects.count() == 1


def test_a_test_is_marked_when_it_is_finished(signed_in, quiz, begun):
    first, second = quiz.get_items()
    posted = form_of(quiz, **{field(first): key_of(first), field(second): "мышь"})
    signed_in.post("/ru/test/", posted | {"do": "finish"})
    attempt = Attempt.objects.get()
    assert (attempt.total, attempt.maximum, attempt.is_passed) == (1, 2, False)
    html = signed_in.get("/ru/test/").content.decode()
    assert "50" in html
    assert "Посмотрите на картинку." in html


def test_finishing_twice_leaves_the_first_total(signed_in, quiz, begun):
    signed_in.post("/ru/test/", {"do": "finish"})
    first = Attempt.objects.get().finished_at
    item = quiz.get_items()[0]
    assert save_by_script(signed_in, "/ru/test/", item, key_of(item)).status_code == 409
    signed_in.post("/ru/test/", {"do": "finish"})
    assert Attempt.objects.get().finished_at == first


def test_a_test_tells_nothing_before_it_is_finished(signed_in, quiz, begun):
    item = quiz.get_items()[0]
    response = signed_in.post(
        "/ru/test/", form_of(quiz, **{field(item): key_of(item)}) | {"do": f"check:{item.id}"}
    )
    assert response.status_code == 403
    assert "Почему" not in signed_in.get("/ru/test/").content.decode()


def test_a_test_stands_on_the_version_it_was_begun_on(signed_in, quiz, begun, publish):
    first, second = quiz.get_items()
    raw = json.loads(json.dumps(list(quiz.body.raw_data)))
    raw[0]["value"]["stem"] = "Совсем другой вопрос"
    raw[0]["value"]["options"][0]["value"]["is_key"] = True
    raw[0]["value"]["options"][1]["value"]["is_key"] = False
    quiz.body = json.dumps(raw)
    publish(quiz)
    assert "Совсем другой вопрос" not in signed_in.get("/ru/test/").content.decode()
    forged = {f"version-{item.id}": item.digest for item in quiz.get_items()}
    posted = forged | {field(first): key_of(first), field(second): "клавиатура", "do": "finish"}
    signed_in.post("/ru/test/", posted)
    assert Attempt.objects.get().percent == 100


def test_a_test_survives_the_deletion_of_its_page(signed_in, quiz, begun):
    item = quiz.get_items()[0]
    save_by_script(signed_in, "/ru/test/", item, key_of(item))
    quiz.delete()
    assert Response.objects.get().attempt == begun
    assert signed_in.get("/ru/test/").status_code == 404


def test_another_try_is_a_new_attempt(signed_in, quiz, begun):
    signed_in.post("/ru/test/", {"do": "finish"})
    signed_in.post("/ru/test/", {"do": "start"})
    assert Attempt.objects.count() == 2
    assert Attempt.objects.open().count() == 1


def start(client):
    client.post("/ru/test/", {"do": "start"})
    return Attempt.objects.latest("started_at")


def save_in_test(client, item, answer, **more):
    posted = {"do": "save", "only": item.id, field(item): answer} | more
    return client.post("/ru/test/", posted, headers={"accept": "application/json"})


def test_an_answer_to_one_test_is_not_taken_for_the_next(signed_in, quiz):
    item = quiz.get_items()[0]
    first = start(signed_in)
    signed_in.post("/ru/test/", {"do": "finish"})
    second = start(signed_in)
    response = save_in_test(signed_in, item, key_of(item), key="late", attempt=first.pk)
    assert response.status_code == 409
    assert not second.responses.exists()


def test_what_comes_after_the_end_is_kept_and_does_not_count(signed_in, quiz):
    first, second = quiz.get_items()
    attempt = start(signed_in)
    save_in_test(signed_in, first, key_of(first), key="in-time", attempt=attempt.pk)
    signed_in.post("/ru/test/", {"do": "finish"})
    for _ in range(2):
        save_in_test(signed_in, first, distractor_of(first), key="late", attempt=attempt.pk)
        save_in_test(signed_in, second, "мышь", key="later", attempt=attempt.pk)
    kept = {str(one.item_id): one for one in attempt.responses.all()}
    assert kept[first.id].answer == {"option": key_of(first)}
    assert kept[second.id].answer is None
    late = EarlierAnswer.objects.order_by("saved_at").values_list("answer", flat=True)
    assert list(late) == [{"option": distractor_of(first)}, {"text": "мышь"}]
    attempt.refresh_from_db()
    assert attempt.total == 1


def test_a_save_that_arrived_in_time_is_acknowledged_after_the_end_as_well(signed_in, quiz):
    item = quiz.get_items()[0]
    attempt = start(signed_in)
    save = {"key": "k", "tab": "t", "sequence": "1", "attempt": attempt.pk}
    acknowledged = save_in_test(signed_in, item, key_of(item), **save).json()
    signed_in.post("/ru/test/", {"do": "finish"})
    response = save_in_test(signed_in, item, key_of(item), **save)
    assert (response.status_code, response.json()["saved"]) == (200, acknowledged["saved"])
    assert not EarlierAnswer.objects.exists()


def test_nobody_saves_into_anothers_test(signed_in, quiz, client, django_user_model):
    item = quiz.get_items()[0]
    theirs = start(signed_in)
    signed_in.post("/ru/test/", {"do": "finish"})
    client.force_login(django_user_model.objects.create_user("bolat"))
    assert save_in_test(client, item, key_of(item), key="k", attempt=theirs.pk).status_code == 409
    assert not Response.objects.exists()


def test_a_page_made_for_somebody_else_saves_nothing(signed_in, lesson, items, django_user_model):
    written_for = alias_of(django_user_model.objects.create_user("bolat"))
    response = save_by_script(signed_in, "/ru/urok/", items[0], key_of(items[0]), learner=written_for)
    assert response.status_code == 401
    form = form_of(lesson, learner=written_for, **{field(items[0]): key_of(items[0])})
    assert "sign-in" in signed_in.post("/ru/urok/", form).url
    assert not Attempt.objects.exists()


def test_a_page_knows_whom_it_was_made_for(signed_in, client, lesson, items, learner):
    assert f'data-learner="{alias_of(learner)}"' in signed_in.get("/ru/urok/").content.decode()
    client.logout()
    assert 'data-learner=""' in client.get("/ru/urok/").content.decode()


def test_a_newer_answer_from_elsewhere_is_told_of(signed_in, lesson, items):
    save_by_script(signed_in, "/ru/urok/", items[0], distractor_of(items[0]), key="1", tab="lab", sequence=1)
    Attempt.objects.update(started_at=timezone.now() - timedelta(hours=1))
    save_by_script(signed_in, "/ru/urok/", items[0], key_of(items[0]), key="2", tab="lab", sequence=2)
    older = {"key": "3", "tab": "home", "sequence": 1, "age": 600_000}
    told = save_by_script(signed_in, "/ru/urok/", items[0], distractor_of(items[0]), **older).json()
    assert told["newer"] == [items[0].id]


def test_an_answer_that_replaces_one_from_elsewhere_says_so_once(signed_in, lesson, items):
    wrong = {"option": distractor_of(items[0])}
    save_by_script(signed_in, "/ru/urok/", items[0], distractor_of(items[0]), key="1", tab="lab", sequence=1)
    old_page = {"tab": "home", "shown": fingerprint(None)}
    told = save_by_script(signed_in, "/ru/urok/", items[0], key_of(items[0]), key="2", sequence=1, **old_page)
    assert told.json()["replaced"] == [items[0].id]
    assert EarlierAnswer.objects.get().answer == wrong
    told = save_by_script(
        signed_in, "/ru/urok/", items[0], distractor_of(items[0]), key="3", sequence=2, **old_page
    )
    assert told.json()["replaced"] == []


def test_an_answer_that_was_on_screen_may_be_replaced_without_a_word(signed_in, lesson, items):
    shown = {"option": distractor_of(items[0])}
    save_by_script(signed_in, "/ru/urok/", items[0], distractor_of(items[0]), key="1", tab="lab", sequence=1)
    new_page = {"tab": "home", "shown": fingerprint(shown)}
    told = save_by_script(signed_in, "/ru/urok/", items[0], key_of(items[0]), key="2", sequence=1, **new_page)
    assert told.json()["replaced"] == []


def test_an_open_page_hears_what_another_window_has_saved_since(signed_in, lesson, items):
    made = server_clock() - 1000
    save_by_script(signed_in, "/ru/urok/", items[0], key_of(items[0]), key="1", tab="lab", sequence=1)
    asked = {"key": "2", "tab": "home", "sequence": 1, "made": made}
    told = save_by_script(signed_in, "/ru/urok/", items[1], "мышь", **asked).json()
    assert told["elsewhere"] == {items[0].id: fingerprint({"option": key_of(items[0])})}
    for later in (server_clock() + 1000, "", "x", "9" * 400):
        asked |= {"key": f"k{later}"[:60], "sequence": asked["sequence"] + 1, "made": later}
        assert save_by_script(signed_in, "/ru/urok/", items[1], "мышка", **asked).json()["elsewhere"] == {}


def test_without_script_too_the_later_answer_wins_and_says_that_it_replaced_one(signed_in, lesson, items):
    opened = {f"was-{item.id}": fingerprint(None) for item in items}
    save_by_script(signed_in, "/ru/urok/", items[0], distractor_of(items[0]), key="1", tab="lab", sequence=1)
    response = signed_in.post(
        "/ru/urok/", form_of(lesson, **opened, **{field(items[0]): key_of(items[0])}), follow=True
    )
    assert "заменён" in response.content.decode()
    assert Response.objects.get().answer == {"option": key_of(items[0])}
    assert EarlierAnswer.objects.get().answer == {"option": distractor_of(items[0])}
    shown = {f"was-{items[0].id}": fingerprint({"option": key_of(items[0])})}
    response = signed_in.post(
        "/ru/urok/", form_of(lesson, **shown, **{field(items[0]): distractor_of(items[0])}), follow=True
    )
    assert "заменён" not in response.content.decode()


def test_what_no_keyboard_types_is_no_part_of_a_command():
    """PostgreSQL refuses to look for a language with a NUL in it."""
    assert command_of({"do": "language:k\x00k"}) == ("language", "kk")
