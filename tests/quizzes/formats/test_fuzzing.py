"""Whatever is sent as a file of questions: no error but the import's own, in time, and nothing written (bar S7)."""

import io
import json
import os
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from wagtail.images import get_image_model

from quizzes.formats import desk
from quizzes.formats.decoding import text_of
from quizzes.formats.exchange import NotAQuestionFile
from quizzes.formats.registry import FORMATS
from quizzes.models import QuizPage

from .floods import CASES

ROOT = Path(__file__).resolve().parents[3]
FILE = (Path(__file__).parent / "moodle_4_5.xml").read_text()
SECONDS, MEGABYTES = 5, 256
PIECES = [
    "{",
    "}",
    "=",
    "~",
    "#",
    "%50%",
    "->",
    "\\",
    "::",
    "[html]",
    "// [tag:a]",
    "$CATEGORY:",
    "\n",
    "\n\n",
]
PIECES += [
    "A. a",
    "ANSWER: A",
    "<quiz>",
    "</quiz>",
    "<question type='cloze'>",
    "</question>",
    "<text>",
    "</text>",
]
PIECES += [
    "<answer fraction='100'>",
    "{1:SA:=a}",
    "[[1]]",
    "<img src='@@PLUGINFILE@@/a.png'>",
    "&lt;b&gt;",
    "&x;",
]
PIECES += [
    "<![CDATA[",
    "]]>",
    "<file name='a.png' encoding='base64'>",
    "</file>",
    "1e999",
    "9" * 5000,
    "\ud800",
    "\0",
]

few = settings(max_examples=40, deadline=None)


def _photo():
    file = io.BytesIO()
    Image.effect_noise((48, 48), 80).save(file, "PNG")
    return file.getvalue()


PHOTO = _photo()


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def read(text):
    for module in FORMATS.values():
        try:
            module.read(text)
        except NotAQuestionFile:
            continue


@few
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=30).map("".join))
def test_no_text_in_any_format_makes_another_error(text):
    read(text)
    read(f"<quiz><question type='multichoice'>{text}</question></quiz>")


@few
@given(st.binary(max_size=200))
def test_no_bytes_make_another_error(data):
    try:
        read(text_of(data))
    except NotAQuestionFile:
        return


@few
@given(data=st.data())
def test_no_damage_to_a_real_file_makes_another_error(data):
    place = data.draw(st.integers(0, len(FILE) - 1))
    length = data.draw(st.integers(0, 200))
    read(FILE[:place] + data.draw(st.sampled_from(PIECES)) + FILE[place + length :])


@settings(few, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, len(PHOTO) - 1), instead=st.binary(max_size=12), cut=st.integers(0, 400))
def test_no_damaged_picture_is_written_or_makes_another_error(
    quiz, admin_user, tmp_path_factory, settings, place, instead, cut
):
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    damaged = b64encode(PHOTO[:place] + instead + PHOTO[place + cut :]).decode()
    stem = "<text><![CDATA[Q<img src='@@PLUGINFILE@@/a.png' alt='x'>]]></text>"
    file = f"<file name='a.png' path='/' encoding='base64'>{damaged}</file>"
    answers = "<answer fraction='100'><text>true</text></answer><answer><text>false</text></answer>"
    text = f"<quiz><question type='truefalse'><questiontext>{stem}{file}</questiontext>{answers}</question></quiz>"
    reading = desk.read(text, "moodle_xml", quiz, admin_user)
    assert len(reading.questions) == 1
    kept = reading.questions[0].value.get("illustration")
    assert bool(kept) != bool(reading.troubles)
    assert (get_image_model().objects.count(), files_in(settings.MEDIA_ROOT)) == (0, [])
    if kept:
        with Image.open(io.BytesIO(kept.content)) as picture:
            picture.load()


@pytest.fixture(scope="module")
def costs():
    """What each flood costs a process that reads nothing else: {name: [MB, seconds]}. One process reads them all."""
    found = subprocess.run(
        [sys.executable, "-m", "tests.quizzes.formats.floods"],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT / "site")},
        text=True,
    )
    assert found.returncode == 0, found.stderr
    return json.loads(found.stdout)


@pytest.mark.parametrize("flood", CASES)
def test_a_flood_is_over_in_five_seconds_and_takes_no_more_memory_than_there_is(costs, flood):
    megabytes, seconds = costs[flood]
    assert seconds < SECONDS
    assert megabytes <= MEGABYTES


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_file_that_is_refused_changes_nothing(name, quiz, admin_user):
    before = QuizPage.objects.get(pk=quiz.pk).latest_revision_id
    with pytest.raises(NotAQuestionFile):
        desk.read("Список покупок", name, quiz, admin_user)
    assert QuizPage.objects.get(pk=quiz.pk).latest_revision_id == before
