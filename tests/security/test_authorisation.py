"""Nobody gets more from an address than the authorisation table says."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import get_page_models

from quizzes.models import HandedInFile

from . import table
from .school import TRANSLATED
from .walking import all_addresses

pytestmark = pytest.mark.crawl

ADDRESS_ROWS = table.address_rows()
PAGE_ROWS = table.rows(table.PAGES)


def in_all_methods(rows):
    return {
        row.what
        for row in rows
        if {other.method for other in rows if other.what == row.what} == set(table.METHODS)
    }


@pytest.fixture
def upload(school, settings, tmp_path):
    """A file that a teacher has uploaded."""
    settings.MEDIA_ROOT = tmp_path
    return get_document_model().objects.create(
        title="Памятка", file=ContentFile(b"%PDF-1.4", name="memo.pdf")
    )


@pytest.fixture
def handed_in(school, visit):
    """A photo that the learner has handed in in the test of their course."""
    learner, page = visit("learner"), school.pages["quiz"]
    item = next(item for item in page.get_items() if item.type.takes_files)
    learner.post(school.address("quiz"), {"do": "start"})
    photo = SimpleUploadedFile("plan.pdf", b"%PDF-1.4")
    learner.post(school.address("quiz"), {f"{item.field_name}-files": photo, "do": "finish"})
    return HandedInFile.objects.get()


@pytest.fixture
def values(school, upload, handed_in):
    """What goes into an address's parameters, so that there is something behind it."""
    lesson = school.pages["lesson"].pk
    return {
        "int": lesson,
        "str": "x",
        "regex": "1",
        "path": upload.file.name,
        "_0": upload.pk,
        "_1": upload.filename,
        "uuid": handed_in.pk,
    }


def outcome(school, address, response, language="ru"):
    """Put a response into the table's words."""
    if response.status_code not in (301, 302):
        return str(response.status_code)
    to = response["Location"].partition("?")[0].partition("#")[0]
    known = {reverse("lifelong_people:sign-in"): "sign-in", reverse("lifelong_home:my-learning"): "own"}
    known[reverse("lifelong_people:locked")] = "lock"
    known[reverse("lifelong_people:account")] = "account"
    known |= {
        school.address(name, language): "course"
        for name in ("course", "open-course")
        if language == "ru" or name in TRANSLATED
    }
    known |= {"/": "front", address: "stay"}
    return known.get(to, f"302 to {to}")


def test_every_address_of_the_site_is_classified():
    known = in_all_methods(ADDRESS_ROWS) | {table.PAGE_ADDRESS}
    new = [
        address.route for address in all_addresses() if address.route not in known and not address.is_admin
    ]
    assert not new, f"Not in tests/security/table.py, so nobody knows who may use them: {new}"


def test_the_table_lists_no_address_that_is_gone():
    routes = {address.route for address in all_addresses()}
    assert not {row.what for row in ADDRESS_ROWS} - routes


def test_every_page_type_is_classified(school):
    known = {type(school.pages[name]) for name in in_all_methods(PAGE_ROWS)}
    new = [
        model.__name__
        for model in get_page_models()
        if model not in known and model._meta.label != "wagtailcore.Page"
    ]
    assert not new, f"Page types without rows in tests/security/table.py: {new}"


@pytest.mark.parametrize("role", table.ROLES)
def test_everybody_gets_from_each_address_what_the_table_says(role, school, visit, values):
    by_route = {address.route: address for address in all_addresses()}
    wrong = []
    for row in (row for row in ADDRESS_ROWS if row.role == role):
        path = by_route[row.what].path(values)
        got = outcome(school, path, visit(role).ask(row.method, path))
        wrong += [f"{row}: {got}, not {row.expected}"] if got != row.expected else []
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("role", table.ROLES)
def test_everybody_gets_from_each_page_what_the_table_says(role, language, school, visit):
    wrong = []
    for row in (row for row in PAGE_ROWS if row.role == role):
        if language != "ru" and row.what not in TRANSLATED:
            continue
        path = school.address(row.what, language)
        got = outcome(school, path, visit(role).ask(row.method, path), language)
        wrong += [f"{row}: {got}, not {row.expected}"] if got != row.expected else []
    assert not wrong, "\n".join(wrong)
