"""Things are kept as long as the school says, and everybody can read for how long."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from axes.models import AccessAttempt
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import TestCase
from django.utils import timezone
from wagtail.models import ModelLogEntry

from home.management.commands import prepare
from people import consents
from people.accounts import create_learner
from people.consents import Purpose
from people.desk import giving
from people.models import Consent, KeepingRules, LearnerProfile, Photo
from people.own_data.keeping import MONTH, whatever_is_old
from quizzes.models import KeptForm
from tests.courses.walking import soup

LONG_AGO = timezone.now() - timedelta(days=5 * 365)


def sweep(*options):
    """Return {what is old: how many}, as the command says it."""
    said = StringIO()
    with TestCase.captureOnCommitCallbacks(execute=True):
        call_command("sweep_people", *options, stdout=said)
    *lines, _last = said.getvalue().splitlines()
    return {words: int(number) for words, number in (line.rsplit(": ", 1) for line in lines)}


def last_here(person, when):
    get_user_model().objects.filter(pk=person.pk).update(last_login=when)


@pytest.fixture
def left_behind(aigerim, coordinator):
    """One of everything that is over its time, and one that is not."""
    last_here(aigerim, timezone.now())
    for login, when in (("gone", LONG_AGO), ("never-came", None)):
        person = create_learner(login, None)
        last_here(person, when)
        LearnerProfile.objects.filter(learner=person).update(created_at=LONG_AGO)
    last_here(coordinator, LONG_AGO)
    for when in (LONG_AGO, timezone.now()):
        tried = AccessAttempt.objects.create(username=f"x{when}", failures_since_start=1)
        AccessAttempt.objects.filter(pk=tried.pk).update(attempt_time=when)
        Session.objects.create(
            session_key=f"{when:%Y}", session_data="", expire_date=when + timedelta(hours=1)
        )
        KeptForm.objects.create(
            browser="", alias="", page_key=aigerim_key(), address="/", language="ru", posted={}, kept_at=when
        )
        giving.unlock(aigerim, coordinator)
        ModelLogEntry.objects.filter(pk=ModelLogEntry.objects.latest("pk").pk).update(timestamp=when)


def aigerim_key():
    return "7c1f8a52-5c55-4a1c-9f5b-0d5f3f6a2b11"


def test_what_is_shown_is_what_goes_and_nothing_else(left_behind, aigerim, coordinator, mother):
    shown = sweep()
    assert list(shown.values()) == [2, 1, 1, 1, 0, 1]
    assert get_user_model().objects.filter(username="gone").exists()
    assert sweep("--do") == shown
    people = get_user_model().objects.exclude(learner_profile__is_nobody=True)
    assert {person.pk for person in people} == {aigerim.pk, coordinator.pk, mother.pk}
    assert AccessAttempt.objects.count() == KeptForm.objects.count() == 1
    assert set(sweep().values()) == {0}


def test_whoever_starts_the_site_lets_go_of_what_is_over_its_time(left_behind, monkeypatch):
    def only_sweeping(name, *args, **options):
        if name == "sweep_people":
            call_command(name, *args, **options)

    monkeypatch.setattr(prepare, "call_command", only_sweeping)
    monkeypatch.setattr(prepare, "is_loaded", lambda: True)
    with TestCase.captureOnCommitCallbacks(execute=True):
        call_command("prepare", stdout=StringIO())
    assert set(sweep().values()) == {0}


@pytest.mark.parametrize(("days", "is_erased"), [(20, False), (40, True)])
def test_a_clock_that_is_years_ahead_erases_nobody(aigerim, mother, days, is_erased):
    for person in (aigerim, mother):
        last_here(person, timezone.now())
    last_here(mother, timezone.now() - 35 * MONTH - timedelta(days=days - 30))
    accounts, *_rest = whatever_is_old(timezone.now() + timedelta(days=20 * 365))
    assert accounts.number == is_erased


def test_a_school_may_keep_accounts_and_notes_for_ever(left_behind):
    KeepingRules.objects.create(account_months=0, log_months=0)
    assert list(sweep().values()) == [0, 1, 1, 0, 0, 1]


def test_a_photo_goes_when_its_consent_has_run_out_and_one_that_is_agreed_to_stays(aigerim, mother):
    until = {aigerim: timezone.localdate() - timedelta(days=1), mother: timezone.localdate()}
    for person, last_day in until.items():
        consents.give(person, Purpose.PHOTO, "", how=Consent.How.PAPER, by=None, until=last_day)
        Photo.objects.create(learner=person, picture=b"portrait")
    assert 1 in sweep("--do").values()
    assert [photo.learner for photo in Photo.objects.all()] == [mother]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_everybody_can_read_how_long_and_whom_to_ask(client, db, language):
    KeepingRules.objects.create(
        account_months=41, sign_in_days=17, log_months=0, contacts={"kk": "Ақкөл <b>8 701</b>\nАйсұлу"}
    )
    page = soup(client.get(f"/{language}/privacy/"))
    text = page.main.get_text(" ", strip=True)
    assert "41" in text
    assert "17" in text
    assert "Ақкөл <b>8 701</b>" in text
    assert page.main.find("a", href=f"/{language}/account/data/")
    assert page.footer.find("a", href=f"/{language}/privacy/")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", ["логиндеріңіз", "Отбасыңыздан", "келісімдер", "жоспарларыңыз", "cookie"]),
        ("ru", ["логины", "из вашей семьи", "согласия даны", "Планы", "cookie"]),
        ("en", ["logins", "Who of your family", "agreed to about you", "Plans", "cookies"]),
    ],
)
def test_everybody_can_read_of_families_consents_plans_and_cookies(client, db, language, words):
    text = soup(client.get(f"/{language}/privacy/")).main.get_text(" ", strip=True)
    assert [one for one in words if one not in text] == []


def test_whom_to_ask_is_written_in_each_language_and_read_in_ones_own(client, admin_client):
    numbers = {"account_months": "36", "sign_in_days": "30", "log_months": "24"}
    typed = {"contact_kk": "Айсұлу, 8 701", "contact_ru": "Айсулу, 8 701", "contact_en": " "}
    address = admin_client.get("/admin/settings/lifelong_people/keepingrules/")["Location"]
    assert soup(admin_client.get(address)).find("textarea", attrs={"name": "contact_kk"})
    admin_client.post(address, numbers | typed)
    said = {}
    for language in ("kk", "ru", "en"):
        words = soup(client.get(f"/{language}/privacy/")).main.find(string=re.compile("8 701"))
        said[language] = (words.find_parent(lang=True)["lang"], words)
    kazakh = ("kk", "Айсұлу, 8 701")
    assert said == {"kk": kazakh, "ru": ("ru", "Айсулу, 8 701"), "en": kazakh}


def test_the_page_promises_no_end_where_accounts_are_kept_for_ever(client, db):
    KeepingRules.objects.create(account_months=0)
    text = soup(client.get("/en/privacy/")).main.get_text(" ", strip=True)
    assert "Your account stays until you ask to erase it." in text
    assert "So many months" not in text
