"""Pictures come with the questions of a file from Moodle, and go back with them."""

import io
import struct
import zlib
from base64 import b64decode, b64encode
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.utils.translation import override
from PIL import Image
from wagtail.images import get_image_model

from quizzes.formats import aiken, desk, gift, moodle_xml
from quizzes.formats.exchange import Question
from quizzes.formats.pictures import Lightbox, NotKept, Picture, pictures_in
from quizzes.models import QuizPage

FILE = (Path(__file__).parent / "moodle_4_5.xml").read_text()
pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture(scope="module")
def reading():
    with override("en"):
        return moodle_xml.read(FILE)


@pytest.fixture
def media(settings, tmp_path):
    """The folder of the site's pictures, empty."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def files_in(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def drawn(kind="PNG", size=(40, 30), **how):
    file = io.BytesIO()
    Image.new("RGB", size, "navy").save(file, kind, **how)
    return file.getvalue()


def base64(content):
    return b64encode(content).decode()


def true_or_false(stem, files=""):
    answers = "<answer fraction='100'><text>true</text></answer><answer><text>false</text></answer>"
    text = f"<questiontext format='html'><text><![CDATA[{stem}]]></text>{files}</questiontext>"
    return f"<quiz>\n<question type='truefalse'>{text}{answers}</question></quiz>"


def file(name, content, path="/"):
    return f'<file name="{name}" path="{path}" encoding="base64">{base64(content)}</file>'


def test_pictures_of_questions_options_and_pairs_are_kept_with_their_descriptions(reading):
    choice, _several, _number, matching, _order, gaps, _text = reading.questions
    assert (choice.value["illustration"].name, choice.value["illustration"].alt) == (
        "қалта 1.png",
        "Сары қалта",
    )
    assert [
        (one["text"], one.get("illustration") and one["illustration"].alt) for one in choice.value["options"]
    ] == [
        ("Қалта", None),
        ("Тінтуір", "Тінтуірдің суреті"),
        ("Экран", ""),  # the picture stood alone, so its description became the words
    ]
    assert [
        (one["prompt"], one.get("picture") and one["picture"].alt) for one in matching.value["pairs"]
    ] == [
        ("Тінтуір", ""),
        ("Пернетақта", None),
    ]
    assert gaps.value["illustration"].alt == "Экран"


def test_what_a_file_from_moodle_has_and_we_cannot_keep_is_told_by_name(reading):
    lines = FILE.split("\n")
    assert [one.message for one in reading.troubles] == [
        "The category “$course$/top/Компьютер сауаты” is not kept.",
        "The picture “qol.png” is not kept: there is no room for it here.",
        "What a hint does beside saying something, such as clearing wrong answers, is not kept.",
        "The name “Қалта белгісі” is not kept.",
        "The number “КС-01” is not kept.",
        "The name “Устройства” is not kept.",
        "What a wrong unit costs is not kept: it makes the answer wrong.",
        "The name “Құрылғылар” is not kept.",
        "The name “Включение” is not kept.",
        "The picture “mouse.png” is not kept: there is no room for it here.",
        "The name “Пайдасы” is not kept.",
        "Questions of the type “ddimageortext” cannot be kept.",
    ]
    assert all("<question" in lines[one.line - 1] for one in reading.troubles)


def test_pictures_go_out_as_they_came_in(reading):
    writing = moodle_xml.write(reading.questions)
    assert writing.troubles == []
    again = moodle_xml.read(writing.text)
    assert again.troubles == []
    for one, other in zip(reading.questions, again.questions, strict=True):
        shown = [(picture.name, picture.alt) for picture in pictures_in(one.value)]
        assert [(picture.name, picture.alt) for picture in pictures_in(other.value)] == shown
        assert _without_bytes(other.value) == _without_bytes(one.value)


def _without_bytes(value):
    if isinstance(value, dict):
        return {name: _without_bytes(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_without_bytes(one) for one in value]
    return value.alt if isinstance(value, Picture) else value


@pytest.mark.parametrize(
    ("stem", "files", "message"),
    [
        (
            'Q<img src="@@PLUGINFILE@@/a.png" alt="">',
            "",
            "The picture “a.png” is not kept: it is not in the file.",
        ),
        (
            'Q<img src="@@PLUGINFILE@@/a.svg" alt="x">',
            file("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
            "The picture “a.svg” is not kept: it is no picture that can be shown.",
        ),
        (
            'Q<img src="@@PLUGINFILE@@/a.png" alt="x">',
            file("a.png", b"<html><script>alert(1)</script></html>"),
            "The picture “a.png” is not kept: it is no picture that can be shown.",
        ),
        (
            'Q<img src="@@PLUGINFILE@@/a.png" alt="x">',
            file("a.png", drawn()[:-40]),
            "The picture “a.png” is not kept: it is no picture that can be shown.",
        ),
        (
            'Q<img src="@@PLUGINFILE@@/a.png" alt="x">',
            '<file name="a.png" path="/" encoding="base64">%%%</file>',
            "The picture “a.png” is not kept: it is damaged.",
        ),
        (
            'Q<img src="https://example.org/a.png" alt="x">',
            "",
            "The picture “https://example.org/a.png” is not kept: what lies elsewhere is not fetched.",
        ),
        ("Q", file("a.png", drawn()), "The file “a.png” is not kept."),
        (
            'Q<audio src="@@PLUGINFILE@@/a.mp3"></audio>',
            "",
            "A recording or a window to another page in it is not kept.",
        ),
        (
            'Q<img src="@@PLUGINFILE@@/a.png">',
            file("a.png", drawn()),
            "The picture “a.png” has no description. Write one.",
        ),
    ],
)
def test_a_picture_that_cannot_be_kept_is_told_and_its_question_stays(stem, files, message):
    reading = moodle_xml.read(true_or_false(stem, files))
    assert [(one.line, one.message, one.is_left_out) for one in reading.troubles] == [(2, message, False)]
    assert [question.stem for question in reading.questions] == ["Q"]


@pytest.mark.parametrize(
    "source",
    [
        "@@PLUGINFILE@@/ab/%D1%80%20%D1%81.png?time=1",
        f"data:image/png;base64,{base64(drawn(size=(200, 200)))}",
    ],
)
def test_a_picture_is_found_in_its_folder_and_in_the_words(source):
    files = file("р с.png", drawn(), path="/ab/") if source.startswith("@@") else ""
    reading = moodle_xml.read(true_or_false(f'Q<img src="{source}" alt="x">', files))
    assert reading.troubles == []
    assert reading.questions[0].value["illustration"].alt == "x"


def test_what_a_photo_tells_of_its_place_is_not_kept():
    exif = Image.Exif()
    exif[0x010E] = "Школа, кабинет 7"
    kept = Lightbox().look_at("a.jpg", base64(drawn("JPEG", exif=exif)))
    assert b"Exif" not in kept.content
    assert kept.name == "a.jpg"


def bomb(side):
    """A PNG that announces more pixels than it has bytes for."""

    def chunk(kind, inside):
        return struct.pack(">I", len(inside)) + kind + inside + struct.pack(">I", zlib.crc32(kind + inside))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        ([bomb(60_000)], "it is damaged"),  # so large that Pillow itself will have none of it
        ([bomb(9_000)], "it is too large"),
        ([bomb(2_000)], "it is too large"),
        ([drawn(size=(1000, 1000))] * 26, "the pictures in the file are too large altogether"),
        ([drawn(size=(1, 1))] * 101, "there are more than 100 pictures in the file"),
    ],
)
def test_pictures_that_would_flood_the_server_are_refused(contents, message):
    lightbox = Lightbox()
    *before, last = contents
    for content in before:
        lightbox.look_at("a.png", base64(content))
    with pytest.raises(NotKept, match=message):
        lightbox.look_at("a.png", base64(last))


@pytest.fixture
def added(quiz, admin_user, media):
    """A test into whose draft the file from Moodle was added."""
    before = len(desk.draft_of(quiz).body)
    desk.add(quiz, desk.read(FILE, "moodle_xml", quiz, admin_user).questions, admin_user)
    return list(desk.draft_of(quiz).body)[before:]


def test_pictures_are_images_of_the_site_each_once(added, admin_user, media):
    images = get_image_model().objects.all()
    assert sorted(image.title for image in images) == ["ekran.jpg", "Сары қалта", "Тінтуірдің суреті"]
    assert {image.uploaded_by_user for image in images} == {admin_user}
    assert len(files_in(media)) == 3
    assert [
        (child.value.get("illustration") or 0) and child.value["illustration"].contextual_alt_text
        for child in added
    ][:2] == ["Сары қалта", 0]
    pair = added[3].value["pairs"][0]
    assert (pair["picture"].title, pair["picture"].decorative) == ("Тінтуірдің суреті", True)


def test_the_same_file_again_brings_no_picture_twice(added, quiz, admin_user, media):
    desk.add(quiz, desk.read(FILE, "moodle_xml", quiz, admin_user).questions, admin_user)
    text = desk.write(quiz, "moodle_xml").text
    desk.add(quiz, desk.read(text, "moodle_xml", quiz, admin_user).questions, admin_user)
    assert get_image_model().objects.count() == 3
    assert len(files_in(media)) == 3


def test_what_goes_out_has_the_pictures_of_the_site_in_it(added, quiz, admin_user):
    writing = desk.write(quiz, "moodle_xml")
    again = moodle_xml.read(writing.text).questions[2:]
    assert [one.alt for one in pictures_in(again[0].value)] == ["Тінтуірдің суреті", "", "Сары қалта"]
    assert writing.troubles == desk.write(quiz, "moodle_xml", with_files=False).troubles


def test_a_picture_whose_file_is_lost_is_told_when_it_goes_out(added, quiz, media):
    for path in files_in(media):
        path.unlink()
    assert {one.message for one in desk.write(quiz, "moodle_xml").troubles if "picture" in one.message} == {
        f"The picture “{Path(image.file.name).name}” cannot be read."
        for image in get_image_model().objects.all()
    }


def test_formats_without_pictures_say_so(reading):
    for module in (gift, aiken):
        told = [one.message for one in module.write(reading.questions[:1]).troubles]
        assert "Pictures are not kept." in told


def test_whoever_may_not_add_images_gets_the_questions_without(quiz, staff, media):
    teacher = staff("сауле", quiz)
    reading = desk.read(FILE, "moodle_xml", quiz, teacher)
    told = [one.message for one in reading.troubles if "images" in one.message]
    assert told == ["Its pictures are not kept: you may not add images."] * 3
    desk.add(quiz, reading.questions, teacher)
    assert (get_image_model().objects.count(), files_in(media)) == (0, [])


def test_looking_at_a_file_writes_nothing(quiz, admin_user, media):
    desk.read(FILE, "moodle_xml", quiz, admin_user)
    assert (get_image_model().objects.count(), files_in(media)) == (0, [])


def test_a_failure_in_the_middle_leaves_neither_rows_nor_files(quiz, admin_user, media, monkeypatch):
    before = QuizPage.objects.get(pk=quiz.pk).latest_revision_id
    questions = desk.read(FILE, "moodle_xml", quiz, admin_user).questions
    monkeypatch.setattr(type(quiz), "save_revision", _full_disk)
    with pytest.raises(OSError, match="No space left"):
        desk.add(quiz, questions, admin_user)
    assert (get_image_model().objects.count(), files_in(media)) == (0, [])
    assert QuizPage.objects.get(pk=quiz.pk).latest_revision_id == before


def test_a_disk_that_is_full_leaves_no_picture_behind(quiz, admin_user, media, monkeypatch):
    questions = desk.read(FILE, "moodle_xml", quiz, admin_user).questions
    save, saved = default_storage.save, []

    def save_once(name, content, max_length=None):
        if saved:
            _full_disk()
        saved.append(name)
        return save(name, content, max_length=max_length)

    monkeypatch.setattr(default_storage, "save", save_once)
    with pytest.raises(OSError, match="No space left"):
        desk.add(quiz, questions, admin_user)
    assert saved
    assert (get_image_model().objects.count(), files_in(media)) == (0, [])


def _full_disk(*_args, **_how):
    raise OSError(28, "No space left on device")


def test_a_missing_picture_is_no_picture():
    value = {"stem": "Q", "is_true": True, "illustration": None}
    assert moodle_xml.read(moodle_xml.write([Question("true_false", value)]).text).troubles == []
    assert b64decode(base64(drawn())) == drawn()
