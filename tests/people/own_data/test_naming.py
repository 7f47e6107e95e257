"""A name that others wrote down goes with its person, and a namesake's stays."""

import pytest
from django.contrib.auth import get_user_model
from django.test import TestCase
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from people import consents
from people.accounts import create_learner
from people.consents import Purpose
from people.models import Consent, FormerName, Guardianship
from people.own_data.erasing import erase
from people.own_data.merging import merge
from people.own_data.naming import GONE, speaks_of

PAPER, SCREEN = Consent.How.PAPER, Consent.How.SCREEN


@pytest.fixture
def aigul(db):
    return create_learner("aigul", None, call_name="Айгүл")


@pytest.fixture
def child(aigul):
    learner = create_learner("child", None)
    Guardianship.objects.create(guardian=aigul, learner=learner)
    return learner


@pytest.fixture
def namesake(db):
    """Another Aigul and her child."""
    person, learner = create_learner("aigul2", None, call_name="Айгүл"), create_learner("neighbour", None)
    Guardianship.objects.create(guardian=person, learner=learner)
    return person, learner


def agree(learner, given_by, by=None, how=PAPER):
    return consents.give(learner, Purpose.PROGRESS, given_by, how=how, by=by)


def done_with(deed, *people):
    with TestCase.captureOnCommitCallbacks(execute=True):
        deed(*(get_user_model().objects.get(pk=person.pk) for person in people))


def names_in_register():
    return {one.learner.get_username(): one.given_by for one in Consent.objects.select_related("learner")}


@pytest.mark.parametrize(
    ("words", "name", "speaks"),
    [
        ("Анна", "Ан", False),
        ("Суханна", "Анна", False),
        ("Суханна", "анна", False),
        ("Әселхан", "Әсел", False),
        ("aigul2 – child", "aigul", False),
        ("aigul – child", "aigul", True),
        ("Анна", "Анна", True),
        ("мама: Анна.", "Анна", True),
        ("Гүлнар-апа", "Гүлнар", True),
        ("Анна (мама)", "Анна (мама)", True),
        ("Анна К., мама", "Анна К.", True),
    ],
)
def test_a_name_stands_in_words_only_as_a_whole(words, name, speaks):
    assert speaks_of(words, name) is speaks


@pytest.mark.parametrize(("given_by", "left"), [("Айгүл, анасы", GONE), ("Айгүлжан әже", "Айгүлжан әже")])
def test_on_a_paper_about_their_child_the_erased_are_not_named_and_others_are(aigul, child, given_by, left):
    agree(child, given_by)
    done_with(erase, aigul)
    assert names_in_register() == {"child": left}


@pytest.mark.parametrize("how", [PAPER, SCREEN])
def test_whoever_is_erased_takes_no_name_off_the_consents_of_a_namesake(aigul, child, namesake, how):
    other, neighbour = namesake
    agree(neighbour, "Айгүл", by=other, how=how)
    consents.withdraw(neighbour, Purpose.PROGRESS, other)
    done_with(erase, aigul)
    [kept] = Consent.objects.all()
    assert (kept.given_by, kept.withdrawn_by) == ("Айгүл", "Айгүл (aigul2)")


def test_what_somebody_did_on_screen_is_found_by_who_they_are_and_not_by_a_name(aigul, child):
    agree(child, "Апа", by=aigul, how=SCREEN)
    consents.withdraw(child, Purpose.PROGRESS, aigul)
    Consent.objects.update(withdrawn_by="Апа")
    done_with(erase, aigul)
    [kept] = Consent.objects.all()
    assert (kept.given_by, kept.withdrawn_by) == (GONE, GONE)


def test_labels_of_the_log_lose_a_name_and_no_longer_name_that_holds_it(aigul, namesake):
    for label in ("aigul – somebody", "aigul2 – somebody", "Айгүлжан"):
        log(instance=Guardianship.objects.get(), action="wagtail.create")
        ModelLogEntry.objects.filter(pk=ModelLogEntry.objects.latest("pk").pk).update(label=label)
    done_with(erase, aigul)
    assert list(ModelLogEntry.objects.order_by("pk").values_list("label", flat=True)) == [
        GONE,
        "aigul2 – somebody",
        "Айгүлжан",
    ]


def rename(person):
    person.learner_profile.call_name = "Айгүл Серікқызы"
    person.learner_profile.save()
    person.username = "a.serik"
    person.save()


@pytest.mark.parametrize("written", ["Айгүл, анасы", "aigul"])
def test_an_earlier_name_or_login_goes_too(aigul, child, written):
    agree(child, written)
    rename(aigul)
    done_with(erase, aigul)
    assert names_in_register() == {"child": GONE}
    assert not FormerName.objects.exists()


@pytest.mark.parametrize("written", ["Айгүл", "aigul", "Апа"])
def test_the_names_of_an_account_that_was_joined_with_another_go_too(aigul, child, written):
    FormerName.objects.create(learner=aigul, name="Апа")
    agree(child, written)
    kept = create_learner("a.serik", None, call_name="Айгүл Серікқызы")
    done_with(merge, aigul, kept)
    done_with(erase, kept)
    assert names_in_register() == {"child": GONE}


def test_signing_in_asks_for_no_earlier_name(aigul, django_assert_num_queries):
    with django_assert_num_queries(1):
        aigul.save(update_fields=["last_login"])
