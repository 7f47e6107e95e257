"""A Kazakh text awaits a native editor, and says so to everybody who edits it, until one has read it."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from languages.models import Review

from .test_admin import administrator, built, kazakh, lesson

__all__ = ["administrator", "built", "kazakh", "lesson"]

pytestmark = pytest.mark.django_db
AWAITING = "awaiting a native editor's review"


def said(browser, page):
    html = BeautifulSoup(
        browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content, "html.parser"
    )
    return html.find(class_="messages").get_text(" ", strip=True) if html.find(class_="messages") else ""


def test_whoever_edits_a_kazakh_page_reads_that_it_awaits_a_review(administrator, kazakh):
    assert AWAITING in said(administrator, kazakh)


def test_the_page_it_was_translated_from_awaits_none(administrator, lesson):
    assert AWAITING not in said(administrator, lesson)


def test_a_native_editor_records_the_review(administrator, kazakh):
    address = reverse("lifelong_languages:review", args=[kazakh.pk])
    assert "Record your review" in administrator.get(address).content.decode()
    assert not Review.objects.exists()
    assert administrator.post(address).status_code == 302
    assert Review.objects.get().by.username == "administrator"
    shown = said(administrator, kazakh)
    assert "Reviewed by a native editor: administrator" in shown
    assert AWAITING not in shown


def test_a_review_outlives_the_account_of_whoever_gave_it(administrator, kazakh, django_user_model):
    administrator.post(reverse("lifelong_languages:review", args=[kazakh.pk]))
    Review.objects.get().by.delete()
    assert Review.objects.get().name == "administrator"


def test_nobody_reviews_a_page_that_needs_none(administrator, lesson):
    assert administrator.post(reverse("lifelong_languages:review", args=[lesson.pk])).status_code in (
        302,
        403,
    )
    assert not Review.objects.exists()


def test_a_stranger_records_nothing(client, kazakh):
    assert client.post(reverse("lifelong_languages:review", args=[kazakh.pk])).status_code in (302, 403)
    assert not Review.objects.exists()
