"""A teacher adds a video, a recording and a file; a learner plays, reads and fetches them."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import translation
from wagtail.documents import get_document_model
from wagtailmedia.models import Media

from lessons.captions import check_webvtt
from lessons.files import say_minutes, say_size
from lessons.models import LessonPage
from tests.quizzes.builders import translate

from .builders import block, members

VTT = "WEBVTT\n\n00:01.500 --> 00:04.000\nСәлем!\n"


@pytest.fixture(autouse=True)
def media_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def film(db):
    film = ContentFile(b"\0" * 1_234_567, name="mouse.mp4")
    return Media.objects.create(title="Мышь", file=film, type="video", duration=185, width=1920, height=1080)


@pytest.fixture
def document(db):
    def document(name, content):
        return get_document_model().objects.create(title=name, file=ContentFile(content, name=name))

    return document


def video(media, *captions, title="Как держать мышь", transcript="<p>Положите руку.</p>"):
    pairs = [{"language": language, "file": file.pk} for language, file in captions]
    value = {"title": title, "media": media.pk, "captions": members(*pairs), "transcript": transcript}
    return block("video", value)


def made(kind):
    return LessonPage._meta.get_field("body").stream_block.child_blocks[kind]


def refusal(kind, value):
    with pytest.raises(ValidationError) as refused:
        made(kind).clean(made(kind).to_python(value))
    return refused.value.block_errors


def test_a_video_waits_until_somebody_plays_it(write, read, film, document):
    write(video(film, ("kk", document("kk.vtt", VTT.encode())), ("ru", document("ru.vtt", VTT.encode()))))
    html = read()
    player = html.video
    assert player["preload"] == "none"
    assert not player.has_attr("autoplay")
    assert (player["width"], player["height"]) == (
        "1920",
        "1080",
    )  # digits alone, though Russian writes 1 920
    assert player.source["type"] == "video/mp4"
    assert html.find(id=player["aria-labelledby"]).get_text() == "Как держать мышь"
    assert html.select_one(".details").get_text() == "MP4, 1,2 МБ, 3:05"
    assert [(t["srclang"], t["label"], t.has_attr("default")) for t in html.find_all("track")] == [
        ("kk", "Қазақша", False),
        ("ru", "Русский", True),
    ]


def test_captions_come_from_our_own_server_as_captions(write, read, client, film, document):
    write(video(film, ("kk", document("kk.vtt", VTT.encode()))))
    response = client.get(read().track["src"])
    assert response["Content-Type"].partition(";")[0] == "text/vtt"
    assert b"".join(response.streaming_content).decode() == VTT


def test_what_is_said_can_be_read(write, read, film):
    write(video(film))
    assert read().select_one("details.transcript").get_text(" ", strip=True).endswith("Положите руку.")


def test_a_translation_keeps_the_video_and_has_its_own_transcript(write, read, film, document, kazakh):
    page = write(video(film, ("kk", document("kk.vtt", VTT.encode()))))
    words = {"Урок": "Сабақ", "Как держать мышь": "Тінтуірді ұстау", "Положите руку.": "Қолыңызды қойыңыз."}
    translate(page, kazakh, words)
    html = read("/kk/urok/")
    assert html.source["src"] == film.url
    assert html.track.has_attr("default")
    assert "Қолыңызды қойыңыз." in html.article.get_text()
    assert not html.article.find(attrs={"lang": True})


def test_a_video_that_is_replaced_is_replaced_on_the_page(write, read, film):
    write(video(film))
    before = read().source["src"]
    film.file = ContentFile(b"\0", name="better.mp4")
    film.save()
    assert read().source["src"] != before


def test_a_video_whose_file_was_deleted_leaves_the_transcript(write, read, film):
    write(video(film))
    film.delete()
    assert "Положите руку." in read().article.get_text()


def test_a_video_block_without_a_video_is_refused():
    value = {"title": "Мышь", "media": None, "captions": [], "transcript": "<p>а</p>"}
    assert "media" in refusal("video", value)


def test_a_recording_is_no_video(film):
    value = {"title": "Мышь", "media": film.pk, "transcript": "<p>а</p>"}
    assert "media" in refusal("audio", value)


def test_sound_is_played_and_can_be_read(write, read, db):
    sound = Media.objects.create(title="Ән", file=ContentFile(b"\0", name="song.mp3"), type="audio")
    write(block("audio", {"title": "Песня", "media": sound.pk, "transcript": "<p>Слова песни.</p>"}))
    html = read()
    assert html.audio["preload"] == "none"
    assert html.audio.source["type"] == "audio/mpeg"
    assert html.select_one(".details").get_text() == "MP3, 1 кБ"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"1\n00:00:01,500 --> 00:00:04,000\nA", "WEBVTT"),
        (b"WEBVTT\n\n00:01,500 --> 00:04,000\nA", "3"),
        (b"WEBVTT\n\n00:05.000 --> 00:04.000\nA", "3"),
        (b"WEBVTT\n\nA", "нет субтитров"),
        ("WEBVTT\n\nПривет".encode("cp1251"), "UTF-8"),
        (b"WEBVTT" + b"\n" * 600_000, "велик"),
        (b"", "WEBVTT"),
    ],
)
def test_captions_that_no_browser_would_show_are_refused(film, document, content, said):
    value = video(film, ("kk", document("kk.vtt", content)))["value"]
    file = refusal("video", value)["captions"].block_errors[0].block_errors["file"]
    assert said in file.messages[0]


def test_captions_as_they_come_from_various_programs_are_taken():
    check_webvtt("\r\n".join(["WEBVTT - Сабақ", "", "01:00:01.500 --> 01:00:04.000 line:0", "Сәлем"]))


def test_a_file_says_how_large_it_is(write, read, client, document):
    budget = document("budget.xlsx", b"\0" * 120_400)
    write(block("document", {"document": budget.pk, "title": "Бюджет", "description": "Заполните дома."}))
    html = read()
    link = html.select_one(".document a")
    assert link.get_text() == "Бюджет"
    assert html.select_one(".details").get_text() == "XLSX, 120 кБ"
    assert client.get(link["href"]).status_code == 200


def test_a_file_that_is_gone_breaks_no_lesson(write, read, document):
    memo = document("memo.pdf", b"%PDF")
    write(block("document", {"document": memo.pk, "title": "Памятка", "description": ""}))
    memo.file.storage.delete(memo.file.name)
    assert read().select_one(".details").get_text() == "PDF"
    memo.delete()
    assert read().select_one(".document").get_text(strip=True) == "Памятка"


@pytest.mark.parametrize(
    ("size", "said"), [(0, "1 kB"), (119_600, "120 kB"), (9_960_000, "10 MB"), (12_300_000, "12 MB")]
)
def test_sizes_are_said_roughly(size, said):
    with translation.override("en"):
        assert say_size(size) == said


def test_lengths_are_said_as_on_a_clock():
    assert (say_minutes(61.4), say_minutes(None)) == ("1:01", "")
