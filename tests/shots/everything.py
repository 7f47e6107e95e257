"""A course in Russian with every block, exercise and question there is, to be looked at, printed and checked.

A block of yours gets a line in `blocks`, a type of question one in `questions`.
"""

import json

from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Page
from wagtailmedia.models import Media

from courses.models import CoursePage, ModulePage, SourcesPage, SubjectPage
from lessons.models import LessonPage
from quizzes.models import QuizPage
from tests.courses.facts import fact
from tests.lessons import builders as parts
from tests.quizzes import builders as first
from tests.quizzes.types import builders as asked

PARAGRAPH = (
    "<p>Откройте браузер. Нажмите ссылку, и откроется <a href='https://example.org/'>страница</a>.</p>"
)


def write():
    """Write the course below the subject of computer literacy, once. Its test has a time limit."""
    if CoursePage.objects.filter(slug="everything").exists():
        return
    subject = SubjectPage.objects.get(slug="computer-literacy", locale__language_code="ru")
    course = _add(
        subject, CoursePage, "Всё, что бывает", "everything", is_open_to_read=True, outcomes="Видеть всё"
    )
    _add(
        course, SourcesPage, "Источники", "sources", facts=json.dumps([fact(used_in="lesson"), fact(link="")])
    )
    module = _add(course, ModulePage, "Блоки и вопросы", "module", intro="Всё по одному разу.")
    _add(module, LessonPage, "Урок со всем", "lesson", body=json.dumps(blocks() + questions()))
    _add(module, QuizPage, "Тест со всем", "test", body=json.dumps(questions()), time_limit=30)
    _add(module, LessonPage, "Урок с упражнениями", "exercises", body=json.dumps(exercises()))


def _add(parent, kind, title, slug, **fields):
    page = kind(title=title, slug=slug, locale=parent.locale, **fields)
    Page.objects.get(pk=parent.pk).specific.add_child(instance=page)
    page.save_revision().publish()
    return page


def blocks():
    """Return one of each block that is no question, raw."""
    picture, form = Image.objects.first(), _document("form.pdf", b"%PDF-1.4 form")
    shown = {"image": picture.pk, "decorative": False, "alt_text": "Рисунок"}
    words = _document("words.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nСлова\n".encode())
    recording = {"transcript": "<p>Что в записи говорится.</p>"}
    captions = parts.members({"language": "ru", "file": words.pk})
    return [
        parts.terms(("браузер", "", "Программа для страниц."), ("ссылка", "ссылку", "Ведёт дальше.")),
        parts.block("heading", "Заголовок внутри урока"),
        parts.paragraph(PARAGRAPH),
        parts.block("picture", {"image": shown, "caption": "Подпись к рисунку"}),
        *[
            parts.block("callout", {"kind": kind, "text": f"<p>Выноска {kind}.</p>"})
            for kind in ("remember", "try", "important")
        ],
        parts.steps("Откройте меню.", "Подождите, пока оно откроется."),
        parts.worked_example("Пример с решением", "<p>Хватит ли денег?</p>", "Делим одно на другое."),
        parts.table(
            "Клавиши", "Клавиша | Что делает сама | Вместе с другой", "Shift | Заглавная | Выделение"
        ),
        parts.variant("child", "<p>Позови взрослого.</p>"),
        parts.variant("elder", "<p>Не спешите.</p>"),
        parts.variant("parent", "<p>Сядьте рядом.</p>"),
        parts.block(
            "video", recording | {"title": "Видео", "media": _media("video").pk, "captions": captions}
        ),
        parts.block("audio", recording | {"title": "Запись", "media": _media("audio").pk}),
        parts.block("document", {"title": "Бланк", "document": form.pk, "description": "Впишите своё."}),
        parts.mouse_trainer(),
        parts.part("Сначала выслушайте"),
        parts.worksheet(
            "Роль | Кто | До какого числа",
            "Координатор | |",
            "Казначей | Айгерим |",
            prompts=[("Мой первый шаг:", 2)],
        ),
        parts.tonight("Спросите сегодня вечером, что было хорошего."),
        parts.help_lines(),
        parts.remember("Сохраняйте почаще."),
    ]


def exercises():
    """Return the exercises that a lesson of their own has, raw."""
    return [parts.keyboard_trainer("мышь"), parts.files_trainer()]


def questions():
    """Return one question of each type, raw."""
    typed, chosen = asked.gap("мышь"), asked.gap("экран", kind="chosen", distractors="стол")
    dragged = asked.gap("клавиатура", kind="dragged", distractors="чай")
    return [
        first.single_choice(),
        first.short_answer(),
        asked.true_false(),
        asked.multiple_choice(),
        asked.numerical(units=(asked.unit("кг"),), unit_rule="optional"),
        asked.matching(),
        asked.ordering(),
        asked.gaps("Двигают [1], смотрят на [2], печатают на [3].", typed, chosen, dragged),
        asked.matrix(),
        asked.hotspot(image=Image.objects.first().pk),
        asked.open_text(),
        asked.hand_in(),
        asked.reflection(),
    ]


def _document(name, content):
    return Document.objects.create(title=name, file=ContentFile(content, name=name))


def _media(kind):
    name = {"video": "film.mp4", "audio": "song.mp3"}[kind]
    return Media.objects.create(title=name, type=kind, duration=60, file=ContentFile(bytes(90), name=name))
