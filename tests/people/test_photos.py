"""A photo at the door of the lab: agreed to, small, without a trace of where it was taken, and gone when asked."""

import io
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from PIL import Image

from people import consents, lab
from people.consents import Purpose
from people.models import Consent, LabComputer, Photo, Place
from people.photos import keeping
from people.photos.portraits import SIDE, portrait_of
from tests.people.test_desk import desk_of, main_of, url

OWN = "/ru/account/photo/"


def taken(format="JPEG", size=(640, 480), **more):
    """Return a photo as a telephone makes it, with what it says about the place."""
    file, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = "AT-HOME-IN-AKSU"
    Image.new("RGB", size, "teal").save(file, format, exif=exif, **more)
    return SimpleUploadedFile("me.jpg", file.getvalue())


@pytest.fixture
def agreed(pensioner):
    """That Raushan has agreed, and what she agreed to."""
    return consents.give(pensioner.learner, Purpose.PHOTO, "Раушан", how=Consent.How.PAPER, by=None)


@pytest.fixture
def shown(pensioner, agreed):
    keeping.keep(pensioner.learner, portrait_of(taken()))
    return pensioner


@pytest.fixture
def lab_pc(settlement):
    return registered(settlement)


def registered(place):
    response, browser = HttpResponse(), Client()
    lab.register(response, LabComputer(name="Window", place=place), by=None)
    browser.cookies = response.cookies
    return browser


def photo_of(member):
    return f"/ru/sign-in/{member.cohort_id}/{member.pk}/photo/"


def is_offered(browser, member):
    """Say whether the list of names shows the photo, which must agree with whether it is sent."""
    listed = photo_of(member) in browser.get(f"/ru/sign-in/{member.cohort_id}/").content.decode()
    assert listed == (browser.get(photo_of(member)).status_code == 200)
    return listed


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_portrait_is_small_square_and_says_nothing_of_the_place(format):
    picture = portrait_of(taken(format))
    assert len(picture) < 20_000
    assert b"AKSU" not in picture
    with Image.open(io.BytesIO(picture)) as portrait:
        assert (portrait.format, portrait.size, dict(portrait.getexif())) == ("JPEG", (SIDE, SIDE), {})


@pytest.mark.parametrize(
    "content", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b"\xff\xd8\xff", b"x" * 99]
)
def test_what_is_no_photo_is_refused(content):
    with pytest.raises(ValidationError):
        portrait_of(SimpleUploadedFile("me.jpg", content))


def test_a_picture_that_would_take_all_the_memory_is_refused():
    with pytest.raises(ValidationError):
        portrait_of(taken("PNG", size=(10_000, 6_000)))


def test_a_lab_computer_shows_the_photo_beside_the_name(lab_pc, shown):
    assert is_offered(lab_pc, shown)
    response = lab_pc.get(photo_of(shown))
    assert response["Content-Type"] == "image/jpeg"
    assert response["Cache-Control"] == "no-store, private", "no cache keeps what may be taken back"
    assert photo_of(shown) in lab_pc.get(f"/ru/sign-in/{shown.cohort_id}/{shown.pk}/").content.decode()


def test_any_other_computer_gets_no_photo(client, shown, teacher):
    assert client.get(photo_of(shown)).status_code == 404
    assert desk_of(teacher).get(photo_of(shown)).status_code == 404
    assert registered(Place.objects.create(names={"ru": "Актау"})).get(photo_of(shown)).status_code == 404


def test_a_consent_that_was_taken_back_takes_the_photo_along_at_once(lab_pc, shown, agreed):
    consents.withdraw(shown.learner, Purpose.PHOTO, shown.learner)
    assert not is_offered(lab_pc, shown)
    assert not Photo.objects.exists()


def test_a_coordinator_takes_a_consent_back_and_the_photo_is_gone(admin_user, shown, agreed):
    desk_of(admin_user).post(f"/admin/consents/delete/{agreed.pk}/")
    agreed.refresh_from_db()
    assert agreed.withdrawn_at
    assert not Photo.objects.exists()


def test_another_consent_for_the_same_keeps_the_photo(shown, agreed):
    consents.give(shown.learner, Purpose.PHOTO, "Раушан", how=Consent.How.PAPER, by=None)
    consents.end(Consent.objects.filter(pk=agreed.pk), shown.learner)
    assert Photo.objects.exists()


def test_a_consent_that_has_run_out_shows_nothing_more(lab_pc, shown, agreed):
    Consent.objects.update(until=timezone.localdate() - timedelta(days=1))
    assert not is_offered(lab_pc, shown)
    assert consents.forget_photos() == 1


def test_without_consent_nobody_keeps_a_photo(client, teacher, evenings, pensioner):
    client.force_login(pensioner.learner)
    for browser, address in ((client, OWN), (desk_of(teacher), url(evenings, f"{pensioner.pk}/photo/"))):
        assert 'type="file"' not in browser.get(address).content.decode()
        browser.post(address, {"photo": taken()})
    assert not Photo.objects.exists()


def test_a_learner_gives_their_photo_and_takes_it_away(client, lab_pc, pensioner, agreed):
    client.force_login(pensioner.learner)
    assert client.post(OWN, {"photo": taken()}).status_code == 302
    assert is_offered(lab_pc, pensioner)
    client.post(OWN, {"forget": "1"})
    assert not is_offered(lab_pc, pensioner)


def test_a_teacher_gives_a_photo_and_takes_it_away(teacher, evenings, pensioner, agreed):
    address, desk = url(evenings, f"{pensioner.pk}/photo/"), desk_of(teacher)
    assert desk.post(address, {"photo": taken()}).status_code == 302
    assert 'name="forget"' in main_of(desk.get(address))
    desk.post(address, {"forget": "1"})
    assert not Photo.objects.exists()


def test_a_teacher_of_another_class_gives_none(neighbour, evenings, pensioner, agreed):
    desk_of(neighbour).post(url(evenings, f"{pensioner.pk}/photo/"), {"photo": taken()})
    assert not Photo.objects.exists()


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "ашу мүмкін емес"), ("ru", "открыть не удаётся"), ("en", "no photo")]
)
def test_a_file_that_is_no_photo_is_told_in_plain_words(client, pensioner, agreed, language, words):
    client.force_login(pensioner.learner)
    page = client.post(
        f"/{language}/account/photo/", {"photo": SimpleUploadedFile("a.jpg", b"no")}
    ).content.decode()
    assert words in page


def test_a_class_with_photos_costs_the_door_one_query_more(lab_pc, shown, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        lab_pc.get(f"/ru/sign-in/{shown.cohort_id}/")
