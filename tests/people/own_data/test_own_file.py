"""Everybody can have a file of all that is kept of them, and nobody one of anybody else."""

import csv
import io
import json
import zipfile

import pytest
from bs4 import BeautifulSoup

from people.models import LearnerProfile
from people.own_data import archive
from people.own_data.parts import parts_of
from quizzes.models import PublishedQuiz
from tests.people.own_data.conftest import LOGIN, MARK, MOTHER, NAME

PAGE, FILE = "/{}/account/data/", "/{}/account/data/file/"


def opened(response):
    return zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def table(archive, name, delimiter=";"):
    text = archive.read(f"{name}.csv").decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


def words(archive):
    return BeautifulSoup(archive.read("index.html"), "html.parser").get_text(" ", strip=True)


def test_the_file_tells_in_plain_words_all_that_is_kept(at_home):
    kept = opened(at_home.post(FILE.format("ru")))
    told = words(kept)
    for said in (
        NAME,
        LOGIN,
        f"a{MARK}@example.org",
        "Ақкөл",
        MOTHER,
        "Компьютер без страха",
        "Части",
        "Тест",
        "Меню «Завершение работы»",
        f"соңғы пернетақта {MARK}",
        f"бұрынғы ойым {MARK}",
        f"Жарайсың, {NAME}!",
        f"жоспар-{MARK}.pdf",
    ):
        assert said in told
    # Two: the one that she handed in, and the one that she had saved before.
    files = [name for name in kept.namelist() if name.startswith("files/")]
    assert [kept.read(file) for file in files] == [f"%PDF-1.4 {MARK}".encode()] * 2
    data = json.loads(kept.read("data.json"))["tables"]
    assert {f"{name}.csv" for name in data} < set(kept.namelist())
    assert [row[0] for row in data["courses"]["rows"]] == ["Компьютер без страха"]
    assert data["consents"]["rows"][0][2] == MOTHER


@pytest.mark.parametrize(
    ("language", "title"), [("kk", "Мен туралы деректер"), ("ru", "Мои данные"), ("en", "My data")]
)
def test_the_file_is_in_the_language_of_its_reader(client, aigerim, language, title):
    client.force_login(aigerim)
    page = BeautifulSoup(client.get(PAGE.format(language)).content, "html.parser")
    assert page.h1.get_text(strip=True) == title
    index = BeautifulSoup(opened(client.post(FILE.format(language))).read("index.html"), "html.parser")
    assert index.html["lang"] == language
    assert index.h1.get_text() == f"{title}: {NAME}"


def test_what_a_person_wrote_runs_nowhere_in_their_file(client, aigerim):
    LearnerProfile.objects.filter(learner=aigerim).update(call_name="=HYPERLINK(1)<script>alert(1)</script>")
    client.force_login(aigerim)
    kept = opened(client.post(FILE.format("ru")))
    cells = [cell for row in table(kept, "person") for cell in row]
    assert "'=HYPERLINK(1)<script>alert(1)</script>" in cells
    assert b"<script" not in kept.read("index.html")


def test_the_file_holds_nothing_of_others(at_home, mother):
    at_home.force_login(mother)
    kept = opened(at_home.post(FILE.format("ru")))
    rest = words(kept) + kept.read("data.json").decode()
    assert NAME in rest  # the name of her child
    for said in ("пернетақта", "ойым", "Жарайсың", "Компьютер без страха", LOGIN):
        assert said not in rest
    assert not [name for name in kept.namelist() if name.startswith("files/")]


def test_marks_that_a_test_holds_back_are_not_in_the_file_either(at_home, aigerim, quiz):
    def marks():
        found = {part.name: part for part in parts_of(aigerim)}
        earned = [row[-1] for row in found["answers"].rows if row[0] == quiz.title]
        comments = [row[2] for row in found["comments"].rows]
        return [mark for mark in earned if mark is not None], comments

    assert marks() == ([100, 0, 100], [f"Жарайсың, {NAME}!"])
    version = PublishedQuiz.objects.get(pk=quiz.translation_key).version
    version.settings |= {"review": "table", "show_marks": "never"}
    version.save()
    assert marks() == ([], [])


def test_a_file_that_a_backup_did_not_have_is_left_out(at_home, aigerim, hand_in_folder):
    for file in hand_in_folder.rglob("*"):
        if file.is_file():
            file.unlink()
    with archive.make(aigerim) as file, zipfile.ZipFile(file) as kept:
        assert "index.html" in kept.namelist()
        assert not [name for name in kept.namelist() if name.startswith("files/")]
