"""Somebody hands in a photo: who gets to see it, what a teacher does with it, and what is left when they go."""

import json
import os
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from lessons.models import LessonPage
from people.models import LearnerProfile
from quizzes.hand_ins.keeping import REMOVED_STAY
from quizzes.judging import Verdict, judge
from quizzes.models import Attempt, HandedInFile, QuizPage, Response, Submission

from .builders import short_answer
from .types.builders import hand_in
from .types.files import docx, photo, upload

PATH = "/ru/test/"


@pytest.fixture(autouse=True)
def folder(hand_in_folder):
    return hand_in_folder


@pytest.fixture
def quiz(front, publish):
    """A test of a word and a hand-in of three points."""
    body = json.dumps([short_answer(), hand_in(points="3", most_files=2)])
    return publish(
        front.add_child(instance=QuizPage(title="Тест", slug="test", locale=front.locale, body=body))
    )


@pytest.fixture
def task(quiz):
    return quiz.get_items()[1]


@pytest.fixture
def at_test(signed_in, quiz):
    signed_in.post(PATH, {"do": "start"})
    return signed_in


@pytest.fixture
def teacher(db):
    return get_user_model().objects.create_superuser("teacher", password=None)


@pytest.fixture
def handed_in(at_test, task):
    send(at_test, task, upload("план.jpg", photo()), do="finish")
    return Submission.objects.get()


def send(client, item, *files, **fields):
    """Post the form as a browser does: the tickets of the files that are shown, and the chosen ones."""
    html = client.get(PATH).content.decode()
    kept = [
        line.partition('value="')[2].partition('"')[0]
        for line in html.split("\n")
        if f'name="{item.field_name}"' in line
    ]
    form = {item.field_name: kept, f"{item.field_name}-files": list(files), "do": "save"}
    return client.post(PATH, form | fields)


def kept():
    return [file["name"] for file in Response.objects.get().answer["files"]]


def bytes_in(folder):
    return [path for path in Path(folder).rglob("*") if path.is_file()]


def address(file):
    return f"/ru/files/{file.pk}/"


def test_a_chosen_file_is_saved_and_stands_in_the_list(at_test, task, folder):
    assert send(at_test, task, upload("Жоспар.jpg", photo())).status_code == 302
    html = at_test.get(PATH).content.decode()
    file = HandedInFile.objects.get()
    assert kept() == ["Жоспар.jpg"]
    assert f'<a href="{address(file)}" download>Жоспар.jpg</a>' in html
    assert 'enctype="multipart/form-data"' in html
    assert len(bytes_in(folder)) == 1
    assert "Жоспар" not in str(bytes_in(folder))


def test_files_come_one_after_the_other_and_one_is_taken_away(at_test, task):
    send(at_test, task, upload("1.jpg", photo()))
    send(at_test, task, upload("2.docx", docx()))
    assert kept() == ["1.jpg", "2.docx"]
    send(at_test, task, **{f"{task.field_name}-remove": str(HandedInFile.objects.get(name="1.jpg").pk)})
    assert kept() == ["2.docx"]
    send(at_test, task, upload("3.jpg", photo()))
    assert kept() == ["2.docx", "3.jpg"]


def test_a_form_that_is_posted_without_files_leaves_them_alone(at_test, task, quiz):
    send(at_test, task, upload("1.jpg", photo()))
    send(at_test, task, **{quiz.get_items()[0].field_name: "клавиатура"})
    assert Response.objects.get(item_id=task.id).answer["files"][0]["name"] == "1.jpg"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("page.html", b"<script>alert(1)</script>", "«page.html»: такой файл здесь сдать нельзя"),
        ("пусто.jpg", b"", "«пусто.jpg»: файл пустой"),
        (
            "большой.pdf",
            b"%PDF-" + bytes(1024 * 1024),
            "«большой.pdf»: файл слишком большой: 2 МБ. Можно не больше: 1 МБ",
        ),
    ],
)
def test_what_is_refused_is_named_and_nothing_is_lost(at_test, task, quiz, settings, name, content, says):
    settings.LIFELONG_HAND_IN_FILE_MB = 1
    word = quiz.get_items()[0].field_name
    files = [upload("план.jpg", photo()), upload(name, content)]
    response = send(at_test, task, *files, do="finish", **{word: "клавиатура"})
    html = response.content.decode()
    assert response.status_code == 422
    assert says in html
    assert "план.jpg</a>" in html
    assert 'value="клавиатура"' in html
    assert Attempt.objects.get().is_open
    assert Response.objects.get(item_id=task.id).answer["files"][0]["name"] == "план.jpg"
    assert HandedInFile.objects.count() == 1


def test_one_file_too_many_is_named_and_the_others_are_kept(at_test, task):
    response = send(at_test, task, *[upload(f"{number}.jpg", photo()) for number in range(3)])
    assert "«2.jpg»: файлов слишком много. Можно не больше: 2" in response.content.decode()
    assert kept() == ["0.jpg", "1.jpg"]


def test_a_learner_cannot_fill_the_disk(at_test, task, settings):
    settings.LIFELONG_HAND_IN_LEARNER_MB = 1
    big = b"%PDF-" + bytes(600_000)
    send(at_test, task, upload("1.pdf", big))
    assert "для ваших файлов больше нет места" in send(at_test, task, upload("2.pdf", big)).content.decode()
    # What was taken away makes room at once.
    send(at_test, task, **{f"{task.field_name}-remove": str(HandedInFile.objects.get().pk)})
    Response.objects.all().delete()
    assert send(at_test, task, upload("3.pdf", big)).status_code == 302
    assert [file.name for file in HandedInFile.objects.all()] == ["3.pdf"]


def test_a_full_disk_is_said_in_words_and_leaves_no_row(at_test, task, monkeypatch):
    def no_room(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("quizzes.hand_ins.storage.PrivateStorage._save", no_room)
    assert "на сервере сейчас нет места" in send(at_test, task, upload("1.jpg", photo())).content.decode()
    assert not HandedInFile.objects.exists()


def test_a_file_that_was_half_written_when_the_disk_was_full_is_taken_away(
    at_test, task, hand_in_folder, monkeypatch
):
    def half(self, name, content):
        (hand_in_folder / name).parent.mkdir(parents=True)
        (hand_in_folder / name).write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("quizzes.hand_ins.storage.PrivateStorage._save", half)
    assert "на сервере сейчас нет места" in send(at_test, task, upload("1.jpg", photo())).content.decode()
    assert not [one for one in hand_in_folder.rglob("*") if one.is_file()]


def test_a_file_whose_row_cannot_be_written_is_taken_away(at_test, task, hand_in_folder, monkeypatch):
    def full(self, *args, **kwargs):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(HandedInFile, "save", full)
    assert "на сервере сейчас нет места" in send(at_test, task, upload("1.jpg", photo())).content.decode()
    assert not [one for one in hand_in_folder.rglob("*") if one.is_file()]


def test_a_form_that_is_far_too_large_is_refused_before_it_is_read(at_test, task, settings):
    settings.LIFELONG_HAND_IN_FILE_MB = 1
    response = send(at_test, task, upload("1.pdf", b"%PDF-" + bytes(9_000_000)))
    assert response.status_code == 413
    assert "Слишком много сразу" in response.content.decode()
    assert not HandedInFile.objects.exists()


def test_files_for_a_finished_test_or_none_are_not_kept(signed_in, quiz, task):
    form = {f"{task.field_name}-files": upload("1.jpg", photo()), "do": "save"}
    signed_in.post(PATH, form)
    signed_in.post(PATH, {"do": "start"})
    signed_in.post(PATH, {"do": "finish"})
    for verb in ("save", "finish", f"improve:{task.id}"):
        signed_in.post(PATH, form | {"do": verb, f"{task.field_name}-files": upload("1.jpg", photo())})
    assert not HandedInFile.objects.exists()


def test_a_file_is_sent_to_be_kept_and_never_opened_here(handed_in, signed_in):
    response = signed_in.get(address(HandedInFile.objects.get()))
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment;")
    assert "%D0%BF%D0%BB%D0%B0%D0%BD.jpg" in response["Content-Disposition"]
    assert response["Content-Type"] == "image/jpeg"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["Cache-Control"] == "no-store, private"


def test_nobody_else_sees_it(handed_in, client, django_user_model):
    file = HandedInFile.objects.get()
    stranger, other = Client(), Client()
    other.force_login(django_user_model.objects.create_user("bolat"))
    assert stranger.get(address(file)).status_code == 302
    assert other.get(address(file)).status_code == 404
    assert stranger.get(f"/media/{file.file.name}", follow=True).status_code == 404


def test_a_teacher_sees_what_was_handed_in_and_nothing_before(at_test, task, teacher):
    desk = Client()
    desk.force_login(teacher)
    send(at_test, task, upload("черновик.jpg", photo()))
    draft = HandedInFile.objects.get()
    assert desk.get(address(draft)).status_code == 404
    send(
        at_test,
        task,
        upload("план.jpg", photo()),
        do="finish",
        **{f"{task.field_name}-remove": str(draft.pk)},
    )
    assert desk.get(address(draft)).status_code == 404
    assert desk.get(address(HandedInFile.objects.get(name="план.jpg"))).status_code == 200


def test_a_photo_is_marked_in_the_queue(handed_in, teacher):
    desk = Client()
    desk.force_login(teacher)
    desk.cookies["django_language"] = "ru"
    html = desk.get(f"/admin/marking/{handed_in.pk}/").content.decode()
    assert f'src="{address(HandedInFile.objects.get())}" alt="план.jpg"' in html
    desk.post(
        f"/admin/marking/{handed_in.pk}/", {"seen": 0, "points": "2", "comment": "Хорошо", "do": "mark"}
    )
    assert abs(Attempt.objects.get().total - 2) <= Decimal("1e-7")  # two of three points


def test_a_photo_is_given_back_and_both_are_there_afterwards(handed_in, at_test, task, teacher):
    judge(handed_in.pk, 0, Verdict(None, "Снимите ближе"), teacher)
    html = at_test.get(PATH).content.decode()
    assert "Снимите ближе" in html
    first = str(HandedInFile.objects.get().pk)
    better = {"do": f"improve:{task.id}", f"{task.field_name}-remove": first}
    assert send(at_test, task, upload("ближе.html", b"<p>"), **better).status_code == 422
    assert send(at_test, task, **{"do": f"improve:{task.id}"}).status_code == 422  # the very same
    assert Submission.objects.count() == 1
    assert send(at_test, task, upload("ближе.jpg", photo()), **better).status_code == 302
    assert [one.answer["files"][0]["name"] for one in Submission.objects.order_by("pk")] == [
        "план.jpg",
        "ближе.jpg",
    ]
    desk = Client()
    desk.force_login(teacher)
    html = desk.get(f"/admin/marking/{Submission.objects.latest().get().pk}/").content.decode()
    for file in HandedInFile.objects.all():
        assert address(file) in html
        assert desk.get(address(file)).status_code == 200
    judge(Submission.objects.latest().get().pk, 0, Verdict(Decimal(1)), teacher)
    assert "Баллы: 3 из 3" in at_test.get(PATH).content.decode()


def test_a_child_is_asked_to_show_the_work_and_the_teacher_marks_it(at_test, task, teacher, learner):
    LearnerProfile.objects.create(learner=learner, reader="child")
    html = at_test.get(PATH).content.decode()
    assert "покажите свою работу учителю" in html
    assert 'type="file"' not in html
    refused = send(at_test, task, upload("я.jpg", photo()))
    assert "Покажите свою работу учителю" in refused.content.decode()
    assert not HandedInFile.objects.exists()
    at_test.post(PATH, {f"{task.field_name}-shown": "yes", "do": "finish"})
    submission = Submission.objects.get()
    assert submission.answer == {"files": [], "is_shown": True}
    desk = Client()
    desk.force_login(teacher)
    desk.cookies["django_language"] = "ru"
    assert "показывает вам работу" in desk.get(f"/admin/marking/{submission.pk}/").content.decode()
    judge(submission.pk, 0, Verdict(Decimal(1)), teacher)
    assert Attempt.objects.get().total == 3


def test_a_photo_in_a_lesson_goes_to_the_teacher_by_its_button(front, publish, signed_in, folder):
    body = json.dumps([hand_in()])
    lesson = publish(
        front.add_child(instance=LessonPage(title="Урок", slug="urok", locale=front.locale, body=body))
    )
    item = lesson.get_items()[0]
    form = {f"{item.field_name}-files": upload("план.jpg", photo()), f"version-{item.id}": item.digest}
    assert signed_in.post("/ru/urok/", form | {"do": f"check:{item.id}"}).status_code == 302
    assert Submission.objects.get().answer["files"][0]["name"] == "план.jpg"
    assert 'enctype="multipart/form-data"' in signed_in.get("/ru/urok/").content.decode()


def test_whoever_is_erased_leaves_no_file(handed_in, learner, folder, django_capture_on_commit_callbacks):
    assert bytes_in(folder)
    with django_capture_on_commit_callbacks(execute=True):
        learner.delete()
    assert not HandedInFile.objects.exists()
    assert not bytes_in(folder)


def test_what_was_taken_away_is_gone_after_a_week(at_test, task, folder, django_capture_on_commit_callbacks):
    send(at_test, task, upload("1.jpg", photo()))
    send(
        at_test,
        task,
        upload("2.jpg", photo()),
        **{f"{task.field_name}-remove": str(HandedInFile.objects.get().pk)},
    )
    call_command("sweep_files", stdout=StringIO())
    assert HandedInFile.objects.count() == 2
    HandedInFile.objects.update(added_at=timezone.now() - REMOVED_STAY)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("sweep_files", stdout=StringIO())
    assert [file.name for file in HandedInFile.objects.all()] == ["2.jpg"]
    assert len(bytes_in(folder)) == 1


def test_a_file_that_the_disk_has_lost_is_a_missing_page(handed_in, signed_in, folder):
    for path in bytes_in(folder):
        path.unlink()
    assert signed_in.get(address(HandedInFile.objects.get())).status_code == 404


def test_a_preview_keeps_nothing(quiz, rf):
    request = rf.get("/")
    html = quiz.make_preview_request(request, "").content.decode()
    assert 'type="file"' in html
    assert "disabled" in html
    assert not HandedInFile.objects.exists()


def test_what_a_power_cut_left_behind_is_swept_after_a_day_and_nothing_else(at_test, task, hand_in_folder):
    send(at_test, task, upload("1.jpg", photo()))
    kept = HandedInFile.objects.get().file.name
    old, fresh, not_ours = f"ab/{'ab' * 16}", f"ab/{'cd' * 16}", "ab/notes.txt"
    (hand_in_folder / "ab").mkdir(exist_ok=True)
    for name in (old, fresh, not_ours):
        (hand_in_folder / name).write_bytes(b"half")
    for name in (kept, old, not_ours):
        os.utime(hand_in_folder / name, (0, 0))
    said = StringIO()
    call_command("sweep_files", stdout=said)
    assert "deleted: 1" in said.getvalue()
    there = {str(one.relative_to(hand_in_folder)) for one in hand_in_folder.rglob("*") if one.is_file()}
    assert there == {kept, fresh, not_ours}
