"""One page is cheap, and never shown to whom it must not be shown."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.http import HttpResponse
from wagtail import hooks
from wagtail.models import PageViewRestriction

from quizzes.models import Attempt, ItemVersion, Stamp
from quizzes.serving import body
from quizzes.serving.holes import Holes

from .builders import Reading, key_of, translate


@pytest.fixture
def reading():
    return Reading(connection)


def get(client, path="/ru/urok/"):
    return client.get(path)


def stamp():
    return Stamp.objects.get(pk=1).value


def test_a_visitor_costs_one_query(client, lesson, reading):
    get(client)
    with reading:
        response = get(client)
    assert response.status_code == 200
    assert len(reading.statements) == 1


def test_a_learner_costs_at_most_five_queries_however_many_questions_are_answered(signed_in, lesson, reading):
    get(signed_in)
    for item in lesson.get_items():
        signed_in.post(
            "/ru/urok/", {"do": f"check:{item.id}", **form_of(lesson), f"item-{item.id}": "клавиатура"}
        )
    with reading:
        get(signed_in)
    assert len(reading.statements) <= 5  # four where sessions are cached


def form_of(lesson):
    return {f"version-{item.id}": item.digest for item in lesson.get_items()}


def test_every_hook_of_wagtail_runs_on_every_request(client, lesson):
    seen = []

    def watch(page, request, args, kwargs):
        seen.append(page.pk)

    def wrap(chain):
        seen.append("wrapped")
        return chain

    with hooks.register_temporarily([("before_serve_page", watch), ("on_serve_page", wrap)]):
        for _ in range(3):
            get(client)
    assert seen == ["wrapped", lesson.pk] * 3


def test_a_hook_may_turn_a_remembered_page_away(client, lesson):
    get(client)
    with hooks.register_temporarily("before_serve_page", lambda *args: HttpResponse(status=418)):
        assert get(client).status_code == 418


def test_an_unpublished_page_is_gone_at_once_without_any_signal(client, lesson):
    get(client)
    type(lesson).objects.filter(pk=lesson.pk).update(live=False)
    assert get(client).status_code == 404


def test_a_page_that_moved_is_gone_from_its_old_address_without_any_signal(client, lesson):
    get(client)
    type(lesson).objects.filter(pk=lesson.pk).update(url_path="/elsewhere/", slug="elsewhere")
    assert get(client).status_code == 404


@pytest.mark.parametrize("where", ["itself", "parent"])
def test_a_restriction_counts_at_once_without_any_signal(client, lesson, where):
    get(client)
    page = lesson if where == "itself" else lesson.get_parent()
    PageViewRestriction.objects.bulk_create([PageViewRestriction(page=page, restriction_type="login")])
    response = get(client)
    assert (response.status_code, "urok" in response.url) == (302, True)


def test_a_restriction_on_an_original_binds_its_alias(client, lesson, front):
    lesson.create_alias(parent=front, update_slug="kopiya")
    assert get(client, "/ru/kopiya/").status_code == 200
    get(client, "/ru/kopiya/")
    PageViewRestriction.objects.bulk_create([PageViewRestriction(page=lesson, restriction_type="login")])
    assert get(client, "/ru/kopiya/").status_code == 302


def test_a_published_change_is_on_the_next_page_view(client, lesson, publish):
    get(client)
    lesson.title = "Другой урок"
    publish(lesson)
    assert "Другой урок" in get(client).content.decode()


def test_a_draft_is_not_shown_and_costs_nobody_anything(client, lesson):
    get(client)
    before = stamp()
    lesson.title = "Черновик"
    lesson.save_revision()
    assert "Черновик" not in get(client).content.decode()
    assert stamp() == before


def test_each_language_has_its_own_body(client, lesson, kazakh, publish):
    translate(lesson, kazakh, {"Урок": "Сабақ", "Части компьютера": "Компьютердің бөліктері"})
    for _ in range(2):
        assert "Части компьютера" in get(client).content.decode()
        assert "Компьютердің бөліктері" in get(client, "/kk/urok/").content.decode()


def test_nothing_of_one_learner_reaches_another(client, lesson, learner):
    client.force_login(learner)
    item = lesson.get_items()[1]
    secret = "моя-тайная-строка"
    client.post("/ru/urok/", {"do": "save", **form_of(lesson), f"item-{item.id}": secret})
    assert secret in get(client).content.decode()
    client.force_login(get_user_model().objects.create_user("timur"))
    assert secret not in get(client).content.decode()
    client.logout()
    assert secret not in get(client).content.decode()
    assert all(secret not in str(kept.pieces) for kept in body._kept.values())


def test_nobody_can_type_a_hole(front, publish, client):
    holes = Holes()
    forged = str(Holes().mark("answer", "x"))
    assert holes.cut(forged + str(holes.mark("real", 1))) == [forged, ("real", (1,)), ""]


def test_an_unusual_query_string_goes_the_ordinary_way(client, lesson):
    assert client.get("/ru/urok/?utm=1").status_code == 200
    assert not body._kept


def test_a_preview_shows_the_draft_and_writes_nothing(lesson, rf, learner, reading):
    versions = ItemVersion.objects.count()
    raw = json.loads(json.dumps(list(lesson.body.raw_data)))
    raw[1]["value"]["stem"] = "Вопрос из черновика"
    lesson.body = json.dumps(raw)
    response = lesson.make_preview_request(original_request=None)
    html = response.content.decode()
    assert "Вопрос из черновика" in html
    assert "disabled" in html
    assert not Attempt.objects.exists()
    assert ItemVersion.objects.count() == versions


def test_the_key_never_stands_in_the_page_before_the_check(signed_in, lesson):
    html = get(signed_in).content.decode()
    item = lesson.get_items()[0]
    assert key_of(item) in html  # the option is there …
    assert "Почему" not in html  # … and nothing that tells it apart
    assert "is_key" not in html
