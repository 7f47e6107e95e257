"""Handing in photos and documents: what is let in, under which name, and what of a file is left behind."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from PIL import Image

from quizzes.hand_ins.kinds import KINDS, Refused, examine
from quizzes.hand_ins.names import safe_name
from quizzes.hand_ins.taking import ticket

from .builders import clean, complaints, frozen, hand_in, rubric
from .files import WORD, archive, docx, huge_picture, odt, photo, photo_with_place, upload
from .sending import HOSTILE

ALL = list(KINDS)
RULES = {"kinds": ALL, "most_files": 2, "rubric": []}
ITEM = frozen("hand_in", RULES)
PLAN = {"id": "0b9d8f4e-36b0-4f0e-8e3b-7f5c5e0b1a11", "name": "План.jpg", "kind": "photo", "size": 1000}
PAGE = b"<!doctype html><script>alert(1)</script>"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"


@pytest.mark.parametrize(
    ("name", "content", "kind", "kept_as"),
    [
        ("plan.jpg", photo(), "photo", "plan.jpg"),
        ("Менің жоспарым.JPG", photo(), "photo", "Менің жоспарым.jpg"),
        ("Ә ғ қ ң ө ұ ү һ і.png", photo("PNG"), "photo", "Ә ғ қ ң ө ұ ү һ і.png"),
        ("снимок.webp", photo("WEBP"), "photo", "снимок.jpg"),
        ("IMG_1.HEIC", photo("HEIF"), "photo", "IMG_1.jpg"),
        ("рисунок.gif", photo("GIF", mode="P", color=0), "photo", "рисунок.png"),
        ("plan", photo(), "photo", "plan.jpg"),
        ("photo.png", photo(), "photo", "photo.jpg"),  # the bytes decide, not the name
        ("photo.jpg.exe", photo(), "photo", "photo.jpg"),
        ("photo.exe.jpg", photo(), "photo", "photo.exe.jpg"),
        ("эссе.pdf", PDF, "pdf", "эссе.pdf"),
        ("эссе.pdf.html", PDF, "pdf", "эссе.pdf"),
        ("page.html", PDF + PAGE, "pdf", "page.pdf"),  # two in one: kept as the harmless one
        ("жоба.docx", docx(), "document", "жоба.docx"),
        ("жоба.zip", docx(), "document", "жоба.docx"),
        ("таблица.ods", odt("application/vnd.oasis.opendocument.spreadsheet"), "document", "таблица.ods"),
        ("письмо.odt", odt(), "document", "письмо.odt"),
        ("заметки.txt", "Сәлем, әлем".encode(), "document", "заметки.txt"),
        ("заметки.txt", "Привет".encode("cp1251"), "document", "заметки.txt"),
        ("заметки.TXT", "Сәлем".encode("utf-16"), "document", "заметки.txt"),
        ("page.txt", PAGE, "document", "page.txt"),  # read as the text that it is
    ],
)
def test_what_may_be_handed_in_is_told_by_its_bytes(name, content, kind, kept_as):
    examined = examine(upload(name, content, "text/html"), ALL)
    assert (examined.kind, examined.name) == (kind, kept_as)
    assert "html" not in examined.content_type
    assert "svg" not in examined.content_type


def named(value):
    """Name a test by the file's name: its bytes hold the hour, and every worker must call the test the same."""
    return value if isinstance(value, str) else ""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", PAGE),
        ("photo.jpg", PAGE),
        ("drawing.svg", DRAWING),
        ("drawing.png", DRAWING),
        ("drawing.svg", b'<?xml version="1.0"?>' + DRAWING),
        ("script.js", b"alert(1)"),
        ("program.exe", b"MZ\x90\x00" + bytes(100)),
        ("photo.jpg", b"MZ\x90\x00" + bytes(100)),
        ("photo.jpg", photo()[:60]),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + PAGE),
        ("photo.png", b"\x89PNG\r\n\x1a\n" + PAGE),
        ("photo.gif", b"GIF89a=1/*" + PAGE),
        ("late.pdf", PAGE + PDF),
        ("files.zip", archive({"photo.jpg": photo()})),
        ("macro.docx", docx(**{"word/vbaProject.bin": "x"})),
        ("macro.odt", archive({"mimetype": "application/vnd.oasis.opendocument.text", "Basic/x.xml": ""})),
        ("bomb.docx", docx(**{"word/media/a": bytes(60_000_000)})),
        ("many.docx", docx(**{f"word/{number}": "" for number in range(2500)})),
        ("broken.docx", docx()[:80]),
        ("other.odt", odt("text/html")),
        ("null.txt", b"a\x00b"),
        ("bell.txt", b"\x07\x1b[31m"),
        ("blank.txt", b" \r\n\t"),
        ("film.mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(50)),
        ("sound.mp3", b"ID3\x03" + bytes(50)),
        ("shortcut.lnk", b"L\x00\x00\x00\x01\x14\x02\x00"),
    ],
    ids=named,
)
def test_everything_else_is_refused_in_words(name, content):
    with pytest.raises(Refused, match=r"сдать нельзя\. Можно: фото или картинка, PDF, документ"):
        examine(upload(name, content, "image/jpeg"), ALL)


def test_an_old_document_is_refused_with_the_way_out():
    with pytest.raises(Refused, match=r"Сохраните его как \.docx, \.odt или PDF"):
        examine(upload("старый.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), ALL)


def test_a_small_file_that_opens_as_gigabytes_is_never_opened():
    content = huge_picture()
    assert len(content) < 1000
    with pytest.raises(Refused, match="картинка слишком большая"):
        examine(upload("bomb.png", content), ALL)


@pytest.mark.parametrize(
    ("allowed", "content"),
    [
        (["photo"], PDF),
        (["photo"], docx()),
        (["pdf"], photo()),
        (["document"], photo()),
        (["photo"], b"text"),
    ],
)
def test_what_this_question_does_not_ask_for_is_refused(allowed, content):
    with pytest.raises(Refused):
        examine(upload("file.txt", content), allowed)


def test_a_photo_comes_out_upright_and_without_the_place_it_was_taken():
    sent = photo_with_place()
    assert b"Abai 5" in sent
    content = examine(upload("plan.jpg", sent), ALL).content.read()
    with Image.open(io.BytesIO(content)) as kept:
        assert kept.size == (20, 40)
        assert not kept.getexif()
    assert b"Abai" not in content


def test_what_hangs_behind_a_photo_is_left_behind():
    content = examine(upload("plan.jpg", photo() + PAGE + docx()), ALL).content.read()
    assert PAGE not in content
    assert WORD.encode() not in content


def test_a_photo_of_a_good_camera_is_made_as_large_as_is_of_use():
    content = examine(upload("plan.jpg", photo(size=(5000, 4000))), ALL).content.read()
    with Image.open(io.BytesIO(content)) as kept:
        assert kept.size == (2400, 1920)


@pytest.mark.parametrize("mode", ["L", "CMYK", "I;16", "1", "LA", "RGBA", "P"])
def test_a_picture_of_any_colours_can_be_handed_in(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert examine(upload("p", photo(kind, mode=mode, color=0)), ALL).kind == "photo"


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("..\\..\\windows\\win.ini", "win.pdf"),
        ("/etc/cron.d/x.pdf", "x.pdf"),
        ("", "файл.pdf"),
        (".pdf", "pdf.pdf"),
        ("...", "файл.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("a\x00b\r\nSet-Cookie: x.pdf", "abSet-Cookie x.pdf"),
        ("план\u202efdp.exe", "планfdp.pdf"),
        ('"; filename="evil.html', "; filename=evil.pdf"),
        ("CON.pdf", "файл CON.pdf"),
        ("lpt1.txt.pdf", "файл lpt1.txt.pdf"),
        ("я" * 300 + ".pdf", "я" * 80 + ".pdf"),
        ("й" + ".pdf", "й.pdf"),
        ("Баланың суреті (2).PDF", "Баланың суреті (2).pdf"),
        ("<b>.pdf", "b.pdf"),
        ("a   b\t.pdf", "a b.pdf"),
    ],
)
def test_a_name_is_a_line_of_letters_and_no_path(sent, name):
    assert safe_name(sent, ".pdf", "файл") == name
    assert not set(name) & set('/\\\x00\r\n"<>:|?*')


def signed(*files, name="item-q"):
    return [ticket(file, name) for file in files]


def posted(**lists):
    sent = QueryDict(mutable=True)
    for name, values in lists.items():
        sent.setlist("item-q" + name.replace("_", "-"), values)
    return sent


def test_the_files_that_are_kept_are_the_answer():
    other = PLAN | {"id": "1", "name": "2.pdf"}
    assert ITEM.read(posted(**{"": signed(PLAN, other)})) == {"files": [PLAN, other]}
    assert ITEM.read(posted(**{"": signed(PLAN, other), "_remove": ["1"]})) == {"files": [PLAN]}
    assert ITEM.read(posted(**{"": signed(PLAN, PLAN)})) == {"files": [PLAN]}


def test_no_file_is_no_answer():
    assert ITEM.read(posted()) is None
    assert ITEM.read(posted(**{"": signed(PLAN), "_remove": [PLAN["id"]]})) is None


@pytest.mark.parametrize("sent", [*HOSTILE, signed(PLAN, name="item-other")[0], signed(PLAN)[0] + "x"])
def test_a_file_that_we_did_not_keep_for_this_question_is_no_answer(sent):
    with pytest.raises(ValidationError, match="Обновите страницу"):
        ITEM.read(posted(**{"": [sent]}))
    assert ITEM.type.echo(posted(**{"": [sent]}), "item-q") is None


def test_more_files_than_the_question_takes_are_refused():
    three = [PLAN | {"id": str(number)} for number in range(3)]
    with pytest.raises(ValidationError, match=r"Файлов слишком много: 3\. Можно не больше: 2"):
        ITEM.read(posted(**{"": signed(*three)}))


def test_no_rule_marks_it():
    assert ITEM.mark({"files": [PLAN]}, "kk").fraction is None


def test_a_name_that_is_a_tag_is_shown_as_letters():
    shown = ITEM.type.show({"files": [PLAN | {"name": '"><script>alert(1)</script>.jpg'}]})
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_an_editor_chooses_the_kinds_and_gives_a_rubric():
    value = clean(hand_in(kinds=["photo"], rubric=rubric(("Ясность", [("0", "Неясно"), ("2", "Ясно")]))))
    assert value["kinds"] == ["photo"]


@pytest.mark.parametrize("wrong", [{"kinds": []}, {"kinds": ["film"]}, {"most_files": 0}, {"most_files": 11}])
def test_a_question_that_takes_nothing_is_refused(wrong):
    with pytest.raises(ValidationError) as refused:
        clean(hand_in(**wrong))
    assert set(complaints(refused.value)) == set(wrong)
