"""Another teacher's allowances can neither be listed nor read, changed or deleted by guessing an id."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from quizzes.models import Allowance, Outage, QuizPage

from .builders import short_answer
from .test_allowing import ALLOWANCES, posted

OUTAGES = "wagtailsnippets_lifelong_quizzes_outage"
BY_ID = ["edit", "delete", "usage", "history", "history_results", "copy"]
EVERY_ACTION = [
    f"{action}_{model}" for action in ("add", "change", "delete", "view") for model in ("allowance", "outage")
]


@pytest.fixture
def allowance(quiz, learner):
    return Allowance.objects.create(page_key=quiz.translation_key, learner=learner, time_limit=25)


@pytest.fixture
def others_quiz(front, publish):
    body = [("short_answer", short_answer()["value"])]
    page = QuizPage(title="Чужой тест", slug="chuzhoy", locale=front.locale)
    page.body = page.body.stream_block.to_python([{"type": name, "value": value} for name, value in body])
    return publish(front.add_child(instance=page))


@pytest.fixture
def at_the_admin(client, staff, quiz, others_quiz):
    """Return a function that signs in a person of the admin who may do everything with allowances of their own tests."""

    def at_the_admin(role):
        person = staff(role, {"teacher": quiz, "neighbour": others_quiz}[role])
        for codename in EVERY_ACTION:
            allowed = "outage" not in codename
            if allowed:
                person.groups.get().permissions.add(Permission.objects.get(codename=codename))
        client.force_login(person)
        return client

    return at_the_admin


@pytest.mark.parametrize("view", BY_ID)
@pytest.mark.parametrize("method", ["get", "post", "delete"])
def test_an_id_opens_nothing_of_another_teacher(at_the_admin, allowance, quiz, view, method):
    neighbour = at_the_admin("neighbour")
    address = reverse(f"{ALLOWANCES}:{view}", args=[allowance.pk])
    form = posted(quiz, login="aigerim", time_limit="99")
    answer = getattr(neighbour, method)(address, form, follow=True)  # by way of the address in a language
    assert answer.status_code == 404
    assert Allowance.objects.get().time_limit == 25
    missing = reverse(f"{ALLOWANCES}:{view}", args=[999_999])
    assert (
        getattr(neighbour, method)(missing, follow=True).status_code == 404
    )  # it does not even tell what there is


@pytest.mark.parametrize("view", BY_ID)
def test_the_teacher_of_the_test_finds_it(at_the_admin, allowance, view):
    answer = at_the_admin("teacher").get(reverse(f"{ALLOWANCES}:{view}", args=[allowance.pk]))
    assert answer.status_code == 200
    assert "aigerim" in answer.content.decode() or view.startswith("history")


@pytest.mark.parametrize("view", ["list", "list_results"])
def test_a_list_shows_own_tests_only(at_the_admin, allowance, view):
    address = reverse(f"{ALLOWANCES}:{view}")
    assert "aigerim" not in at_the_admin("neighbour").get(address).content.decode()
    assert "aigerim" in at_the_admin("teacher").get(address).content.decode()


@pytest.mark.parametrize("ids", ["{pk}", "all"])
def test_many_at_once_are_deleted_from_own_tests_only(at_the_admin, allowance, others_quiz, learner, ids):
    own = Allowance.objects.create(page_key=others_quiz.translation_key, learner=learner, attempt_limit=7)
    address = reverse("wagtail_bulk_action", args=["lifelong_quizzes", "allowance", "delete"])
    neighbour = at_the_admin("neighbour")
    picked = f"{address}?id={ids.format(pk=allowance.pk)}"
    assert neighbour.post(picked).status_code in (302, 404)
    assert Allowance.objects.filter(pk=allowance.pk).exists()
    assert neighbour.get(f"{address}?id={allowance.pk}", follow=True).status_code == 404
    assert neighbour.post(f"{address}?id={own.pk}").status_code == 302
    assert Allowance.objects.get() == allowance
    assert at_the_admin("teacher").post(f"{address}?id={allowance.pk}").status_code == 302
    assert not Allowance.objects.exists()


def test_a_neighbour_gives_nothing_at_anothers_test(at_the_admin, quiz, learner):
    neighbour = at_the_admin("neighbour")
    answer = neighbour.post(reverse(f"{ALLOWANCES}:add"), posted(quiz, login="aigerim", time_limit="99"))
    assert answer.status_code == 200
    assert not Allowance.objects.exists()
    assert "Чужой тест" in answer.content.decode()
    assert ">Тест<" not in answer.content.decode()


def test_an_own_allowance_cannot_be_moved_to_anothers_test(at_the_admin, others_quiz, quiz, learner):
    own = Allowance.objects.create(page_key=others_quiz.translation_key, learner=learner, time_limit=20)
    address = reverse(f"{ALLOWANCES}:edit", args=[own.pk])
    at_the_admin("neighbour").post(address, posted(quiz, login="aigerim", time_limit="99"))
    own.refresh_from_db()
    assert (own.page_key, own.time_limit) == (others_quiz.translation_key, 20)


def test_an_administrator_still_finds_what_a_deleted_test_left(admin_client, allowance, quiz):
    quiz.delete()
    assert "aigerim" in admin_client.get(reverse(f"{ALLOWANCES}:list")).content.decode()


@pytest.mark.parametrize("view", [*BY_ID, "list", "add"])
def test_outages_are_for_those_who_are_given_that_permission(at_the_admin, quiz, view):
    now = timezone.now()
    outage = Outage.objects.create(began_at=now, ended_at=now + timedelta(hours=1), reason="zqzq")
    args = [] if view in ("list", "add") else [outage.pk]
    answer = at_the_admin("teacher").get(reverse(f"{OUTAGES}:{view}", args=args))
    assert answer.status_code in (302, 403)
    assert "zqzq" not in answer.content.decode()


@pytest.mark.parametrize("model", ["allowance", "outage"])
def test_no_chooser_lists_them(model):
    with pytest.raises(NoReverseMatch):
        reverse(f"wagtailsnippetchoosers_lifelong_quizzes_{model}:choose")
