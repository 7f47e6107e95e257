"""A teacher makes the accounts of a whole list: looks first, then makes them all, or none."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from people import signs
from people.desk.lists.checking import checked
from people.desk.lists.reading import MOST_LINES, columns_of, decoded, is_a_name, read
from people.models import Cohort, LearnerProfile
from people.sign_in_secrets import is_right, secret_of
from tests.people.test_desk import desk_of, main_of

ADDRESS = "/admin/classes/list/"


def cells(text):
    return [{name: cell for name, cell in row.items() if cell} for _number, row in read(text)]


@pytest.mark.parametrize("sign", ["\t", ";", ","])
def test_cells_may_stand_between_tabs_semicolons_or_commas(sign):
    text = f"Айгерім{sign}Вечера\n\nБолат{sign}\n"
    assert cells(text) == [{"name": "Айгерім", "group": "Вечера"}, {"name": "Болат"}]


@pytest.mark.parametrize("headings", ["Логин;Имя;Возраст", "login;name;age", "Логин;Аты;Жасы"])
def test_a_line_of_headings_says_which_column_is_which(headings):
    assert cells(f"{headings}\naiga;Айгерім;12") == [{"name": "Айгерім", "login": "aiga"}]


def test_a_name_is_no_heading():
    assert columns_of(["Имя-Гуль", "Вечера"]) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_as_spreadsheets_write_it(encoding):
    assert decoded("Әлия;Ұлжан".encode(encoding)) == "Әлия;Ұлжан"


@pytest.mark.parametrize(
    "upload", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", "Алия".encode("cp1251"), b"a" * 100_001]
)
def test_a_file_that_is_no_list_is_refused_in_words(upload):
    with pytest.raises(ValidationError):
        decoded(upload)


def test_a_list_has_a_limit():
    with pytest.raises(ValidationError, match=str(MOST_LINES)):
        read("Айгерім\n" * (MOST_LINES + 1))


@pytest.mark.parametrize(
    "text", ["=1+1", "+7", "-a", "@sum", "\tА", "1", "А\u202eб", "А\x00", "А\x07", "А\u200bб", ""]
)
def test_what_is_no_name_is_known(text):
    assert not is_a_name(text)


@pytest.mark.parametrize("text", ["Айгерім Ә.", "Ким Чен-О", "O'Neil", "Әлия (Вера)"])
def test_what_is_a_name_is_known(text):
    assert is_a_name(text)


@pytest.fixture
def complaints(evenings, pensioner):
    def of(*rows, usual=evenings):
        lines = checked(read("\n".join(rows)), [evenings], usual)
        return [" ".join(line.errors) for line in lines]

    return of


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (";Вечера", "Напишите имя."),
        ("=cmd|calc;Вечера", "Имя начинается с буквы"),
        ("Алия;Вечера;=1+1", "Имя начинается с буквы"),
        ("Алия;Утро", "У вас нет группы с таким названием"),
        (f"{'а' * 81};", "Слишком длинно"),
        ("Алия;;;два слова", "Подходят только буквы"),
        ("Алия;;;raushan", "логин"),
        ("Алия;;;;лишнее", "слишком много ячеек"),
        ("раушан Әже;", "уже есть человек с таким именем"),
    ],
)
def test_each_line_is_told_what_is_wrong_with_it(complaints, row, words):
    fine, wrong = complaints("Хорошая;вечера", row)
    assert fine == ""
    assert words in wrong


def test_two_of_one_name_and_two_of_one_login_are_told_both(complaints):
    assert all(complaints("Алия;Вечера", "алия;;"))
    assert all(complaints("Алия;;;aliya", "Вера;;;Aliya"))


def test_a_line_without_a_class_asks_for_one(complaints):
    assert complaints("Алия", usual=None) == ["В какую группу?"]


@pytest.fixture
def post(teacher, evenings):
    def send(names, **more):
        typed = {"names": names, "cohort": evenings.pk, "kind": "lab-pin", "language": "kk"}
        return desk_of(teacher).post(ADDRESS, typed | more)

    return send


def test_looking_at_a_list_makes_nobody(post, evenings):
    page = main_of(post("Айгерім\nБолат"))
    assert 'name="make"' in page
    assert "Создать 2 учётные записи" in page
    assert not evenings.memberships.exists()


def test_a_list_is_made_whole_with_a_card_and_a_secret_for_each(post, evenings):
    page = main_of(post("Айгерім\nБолат;;Ахметов Болат;bola", make="1"))
    pins = re.findall(r'sign-in-card-secret">(\d{4})<', page)
    aigerim, bolat = (member.learner for member in evenings.memberships.order_by("pk").all())
    by_login = {learner.get_username(): learner for learner in (aigerim, bolat)}
    assert set(by_login) == {"aygerim", "bola"}
    assert by_login["bola"].learner_profile.full_name == "Ахметов Болат"
    assert {learner.learner_profile.language for learner in by_login.values()} == {"kk"}
    assert [
        is_right(secret_of(by_login[login]), pin)
        for login, pin in zip(("aygerim", "bola"), pins, strict=True)
    ] == [True, True]


def test_one_wrong_line_keeps_all_from_being_made(post, evenings):
    page = main_of(post("Айгерім\n=1+1", make="1"))
    assert 'name="make"' not in page
    assert "Имя начинается с буквы" in page
    assert not evenings.memberships.exists()


def test_a_login_that_was_taken_meanwhile_keeps_all_from_being_made(post, evenings, monkeypatch):
    monkeypatch.setattr("people.desk.lists.making.free_login", lambda name: "same")
    page = main_of(post("Айгерім\nБолат", make="1"))
    assert "Ничего не создано" in page
    assert not get_user_model().objects.filter(username="same").exists()


def test_sending_the_same_list_twice_makes_it_once(post, evenings):
    post("Айгерім\nБолат", make="1")
    assert "уже есть человек с таким именем" in main_of(post("Айгерім\nБолат", make="1"))
    assert evenings.memberships.count() == 2


def test_a_file_is_looked_at_and_then_made_without_being_sent_again(post, evenings):
    upload = SimpleUploadedFile("list.csv", "\ufeffИмя;Класс\nӘлия;Вечера\n".encode())
    page = main_of(post("", file=upload))
    assert "Имя;Класс\nӘлия;Вечера" in page.replace("\r\n", "\n")
    assert 'name="make"' in page


@pytest.mark.parametrize("names", ["<script>alert(1)</script>", 'Я"><img src=x onerror=alert(1)>'])
def test_what_a_cell_holds_is_shown_as_words(post, names):
    page = main_of(post(names))
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_teacher_fills_no_class_of_another(neighbour, post, evenings):
    assert desk_of(neighbour).get(ADDRESS).url == "/admin/", "who looks after no class has nothing to fill"
    own = Cohort.objects.create(name="Утро", place=evenings.place)
    own.teachers.add(neighbour)
    typed = {"names": "Айгерім;Вечера", "cohort": own.pk, "kind": "lab-pin", "make": "1"}
    desk_of(neighbour).post(ADDRESS, typed)
    desk_of(neighbour).post(ADDRESS, typed | {"names": "Айгерім", "cohort": evenings.pk})
    assert not evenings.memberships.exists()


def test_the_slow_part_is_done_before_anything_is_written(teacher, evenings, monkeypatch):
    """Whoever saves an answer meanwhile waits for rows, not for digests."""
    order = []
    made, welcomed = "people.desk.giving.make", "people.desk.giving.welcome_with"
    monkeypatch.setattr(made, lambda kind: order.append("made"))

    def write(*args, **kwargs):
        order.append("written")
        raise IntegrityError

    monkeypatch.setattr(welcomed, write)
    desk_of(teacher).post(ADDRESS, {"names": "А\nБ", "cohort": evenings.pk, "kind": "lab-pin", "make": "1"})
    assert order == ["made", "made", "written"]


def test_each_of_a_list_gets_an_animal_of_their_own_while_they_last(post, evenings, pensioner):
    LearnerProfile.objects.filter(learner=pensioner.learner).update(sign="horse")
    post("\n".join(f"Ученик {letter}" for letter in "АБВГДЕЖЗИКЛМ"), make="1")
    dealt = evenings.memberships.values_list("learner__learner_profile__sign", flat=True)
    assert sorted(dealt) == sorted(["", *signs.ANIMALS]), "twelve, one of which was taken, and a letter"
