"""What a teacher reads in the admin about the other languages."""

from html import unescape

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation, TranslationSource

pytestmark = pytest.mark.django_db
PLAIN_FILES = "django.contrib.staticfiles.storage.StaticFilesStorage"  # nothing is collected for tests


@pytest.fixture(scope="module")
def built(homes, write, localize):
    """A Russian lesson and its Kazakh translation."""
    lesson = write(homes["ru"], "lesson")
    return lesson, localize(lesson, "kk")


@pytest.fixture
def lesson(db, built, again):
    return again(built[0])


@pytest.fixture
def kazakh(db, built, again):
    return again(built[1])


@pytest.fixture
def administrator(client, django_user_model, settings):
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": PLAIN_FILES}}
    person = django_user_model.objects.create_superuser(username="administrator", password=None)
    UserProfile.objects.create(user=person, preferred_language="en")
    client.force_login(person)
    return client


def notices(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_a_teacher_who_translates_a_translation_is_led_to_its_source(administrator, lesson, kazakh, locales):
    response = administrator.post(
        reverse("wagtail_localize:submit_page_translation", args=[kazakh.pk]),
        {"locales": [locales["en"].pk]},
    )
    assert response.url == reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    assert "Russian" in notices(response) or "Русский" in notices(response)
    assert TranslationSource.objects.filter(object_id=lesson.translation_key).count() == 1


def test_deleting_asks_first_and_says_what_becomes_of_the_translation(administrator, lesson, kazakh, again):
    address = reverse("wagtailadmin_pages:delete", args=[lesson.pk])
    assert "1 page in another language" in unescape(administrator.get(address).content.decode())
    administrator.post(address)
    assert not again(kazakh).live


def test_reordering_in_the_admin_reorders_both_languages(
    administrator, homes, lesson, kazakh, write, localize, titles
):
    second = write(homes["ru"], "second")
    localize(second, "kk")
    administrator.post(reverse("wagtailadmin_pages:set_page_position", args=[second.pk]) + "?position=0")
    assert titles(homes["ru"]) == titles(homes["kk"])
    assert titles(homes["ru"])[0] == "second"


def test_a_page_moved_in_a_translation_is_put_back_with_a_word(administrator, homes, lesson, write, localize):
    second = localize(write(homes["ru"], "second"), "kk")
    response = administrator.post(
        reverse("wagtailadmin_pages:set_page_position", args=[second.pk]) + "?position=0"
    )
    assert "second" in notices(response)


def test_a_translator_cannot_stop_a_translation(client, kazakh, django_user_model):
    translator = django_user_model.objects.create_user(username="translator")
    translator.groups.add(Group.objects.get(name="Editors"))
    client.force_login(translator)
    translation = Translation.objects.get(
        target_locale=kazakh.locale, source__object_id=kazakh.translation_key
    )
    client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    translation.refresh_from_db()
    assert translation.enabled


def test_an_administrator_can_stop_a_translation(administrator, kazakh):
    translation = Translation.objects.get(
        target_locale=kazakh.locale, source__object_id=kazakh.translation_key
    )
    administrator.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    translation.refresh_from_db()
    assert not translation.enabled
