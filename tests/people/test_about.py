"""A few optional questions about a person: on screen, on paper, and as numbers that name nobody."""

import re

import pytest
from django.contrib.auth import get_user_model

from people import consents
from people.about.tallies import age_band, shown
from people.accounts import create_learner
from people.consents import Purpose, is_minor
from people.models import Consent, Guardianship, LearnerProfile
from tests.people.conftest import PASSWORD
from tests.people.test_desk import desk_of, main_of, url

ADDRESS = "/ru/account/about/"
ANSWERS = {"sex": "female", "birth_year": "1958", "status": "pensioner", "disability": "no"}


def kept_of(learner):
    return LearnerProfile.objects.values("sex", "birth_year", "status", "disability").get(learner=learner)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_questions_say_why_they_are_asked_and_begin_with_no_answer(client, aigerim, language):
    client.force_login(aigerim)
    page = client.get(f"/{language}/account/about/").content.decode()
    assert page.count('<option value="unsaid">') == 3
    assert page.index("unsaid") < page.index("pensioner")
    assert {"kk": "аттарды айтпаймыз", "ru": "имён не называем", "en": "never names"}[language] in page


def test_a_learner_answers_and_changes_their_mind(client, aigerim):
    client.force_login(aigerim)
    client.post(ADDRESS, ANSWERS)
    assert kept_of(aigerim) == ANSWERS | {"birth_year": 1958}
    client.post(ADDRESS, {"sex": "unsaid", "birth_year": "", "status": "unsaid", "disability": "unsaid"})
    assert kept_of(aigerim) == {
        "sex": "unsaid",
        "birth_year": None,
        "status": "unsaid",
        "disability": "unsaid",
    }


def test_whoever_sends_the_form_untouched_has_said_that_they_would_rather_not(client, aigerim):
    client.force_login(aigerim)
    assert client.post(ADDRESS, {}).status_code == 302
    assert set(kept_of(aigerim).values()) == {"unsaid", None}


@pytest.mark.parametrize("wrong", ["58", "1858", "2999", "-5", "99999", "в мае"])
def test_a_year_that_cannot_be_is_asked_for_again_in_plain_words(client, aigerim, wrong):
    client.force_login(aigerim)
    page = client.post("/kk/account/about/", ANSWERS | {"birth_year": wrong}).content.decode()
    assert "Жылды төрт санмен жазыңыз" in page
    assert kept_of(aigerim)["birth_year"] is None


@pytest.mark.parametrize("known_by", ["year", "guardian"])
def test_a_minor_does_not_come_of_age_by_typing(client, aigerim, bolat, known_by):
    if known_by == "year":
        LearnerProfile.objects.filter(learner=aigerim).update(birth_year=2015)
    else:
        Guardianship.objects.create(guardian=bolat, learner=aigerim)
    before = kept_of(aigerim)["birth_year"]
    client.force_login(aigerim)
    assert "birth_year" not in client.get(ADDRESS).content.decode()
    client.post(ADDRESS, ANSWERS)
    assert kept_of(aigerim)["birth_year"] == before
    assert is_minor(get_user_model().objects.get(pk=aigerim.pk))


def public_name_of(learner):
    learner = get_user_model().objects.get(pk=learner.pk)
    return consents.allows(learner, Purpose.PUBLIC_NAME)


def test_a_year_that_only_the_person_typed_makes_no_name_public_until_the_school_has_typed_it_too(
    client, teacher, evenings, pensioner
):
    consents.give(pensioner.learner, Purpose.PUBLIC_NAME, "Раушан", how="paper", by=teacher)
    client.force_login(pensioner.learner)
    client.post(ADDRESS, ANSWERS)
    assert not public_name_of(pensioner.learner)
    assert desk_of(teacher).post(url(evenings, f"{pensioner.pk}/about/"), ANSWERS).status_code == 302
    assert public_name_of(pensioner.learner)
    client.post(ADDRESS, ANSWERS | {"sex": "unsaid"})  # the year is sent again as the school has typed it
    assert public_name_of(pensioner.learner)
    client.post(ADDRESS, ANSWERS | {"birth_year": "1957"})
    assert not public_name_of(pensioner.learner)


@pytest.mark.parametrize(("year", "left"), [(2015, 2015), (1958, None)])
def test_a_sheet_without_a_year_takes_none_from_a_minor(teacher, evenings, pensioner, year, left):
    LearnerProfile.objects.filter(learner=pensioner.learner).update(birth_year=year)
    desk_of(teacher).post(url(evenings, f"{pensioner.pk}/about/"), ANSWERS | {"birth_year": ""})
    assert kept_of(pensioner.learner) == ANSWERS | {"birth_year": left}


@pytest.mark.parametrize(
    ("year", "words"), [(None, "не знает год рождения"), (2015, "Имя несовершеннолетнего"), (1958, None)]
)
def test_the_register_takes_a_public_name_of_adults_only(admin_user, pensioner, year, words):
    LearnerProfile.objects.filter(learner=pensioner.learner).update(birth_year=year)
    typed = {"learner": "raushan", "purpose": Purpose.PUBLIC_NAME, "how": "paper", "given_by": "Раушан"}
    page = desk_of(admin_user).post("/admin/consents/new/", typed | {"given_on": "2026-09-01"})
    assert Consent.objects.exists() is (words is None)
    if words:
        assert words in page.content.decode()


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "Зейнеткермін"), ("ru", "На пенсии"), ("en", "pensioner")]
)
def test_a_teacher_prints_the_questions_in_the_language_of_whoever_fills_them_in(
    teacher, evenings, language, words
):
    page = main_of(desk_of(teacher).get(url(evenings, f"questions/?language={language}")))
    assert f'lang="{language}"' in page
    assert words in page.partition('<article class="sheet"')[2]


def test_a_teacher_types_in_a_sheet_and_sees_no_earlier_answer(teacher, evenings, pensioner):
    address = url(evenings, f"{pensioner.pk}/about/")
    desk = desk_of(teacher)
    assert desk.post(address, ANSWERS).status_code == 302
    assert kept_of(pensioner.learner)["status"] == "pensioner"
    page = main_of(desk.get(address))
    assert "1958" not in page
    assert not re.search(r'value="(female|pensioner|no)" selected', page)


def test_a_teacher_corrects_a_year_before_it_is_kept(teacher, evenings, pensioner):
    page = main_of(
        desk_of(teacher).post(url(evenings, f"{pensioner.pk}/about/"), ANSWERS | {"birth_year": "58"})
    )
    assert "Напишите год четырьмя цифрами" in page
    assert kept_of(pensioner.learner)["sex"] == ""


def test_nobody_types_in_answers_for_the_class_of_another(neighbour, evenings, pensioner):
    for address in (url(evenings, "questions/"), url(evenings, f"{pensioner.pk}/about/")):
        assert desk_of(neighbour).post(address, ANSWERS).url == "/admin/"
    assert kept_of(pensioner.learner)["sex"] == ""


def test_a_coordinator_reads_numbers_and_a_teacher_none(coordinator, teacher, evenings):
    for number in range(7):
        learner = create_learner(f"learner-{number}", PASSWORD)
        LearnerProfile.objects.filter(learner=learner).update(sex="female" if number else "male")
        evenings.add(learner)
    page = main_of(desk_of(coordinator).get("/admin/classes/who/"))
    rows = dict(re.findall(r'<th scope="row">([^<]+)</th>\s*<td>([^<]+)</td>', page.partition("Ваш пол")[2]))
    assert (rows["Женщина или девочка"], rows["Мужчина или мальчик"]) == ("мало", "мало")
    assert desk_of(teacher).get("/admin/classes/who/").url == "/admin/"


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"a": 9, "b": 8}, [9, 8, 0]),
        ({"a": 9, "b": 8, "c": 2}, [9, None, None]),
        ({"a": 2}, [None, 0, 0]),
        ({"a": 9, "b": 2, "c": 1}, [9, None, None]),
    ],
)
def test_a_small_number_is_hidden_and_cannot_be_worked_out(counts, told):
    counts = dict.fromkeys("abc", 0) | counts
    assert [number for _words, number in shown(counts, [(key, key) for key in "abc"])] == told


@pytest.mark.parametrize(
    ("year", "band"), [(None, ""), (2020, 0), (2013, 13), (2008, 18), (1997, 18), (1940, 60)]
)
def test_an_age_belongs_to_one_band(year, band):
    assert age_band(year, 2026) == band
