"""Keeping the table that is searched. Called when pages are published, unpublished and moved, and for another lab."""

import unicodedata

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils.html import strip_tags
from wagtail.models import Page

from courses.models import CoursePage, SearchEntry
from lessons.menus import CODE_START, with_menus_named
from lessons.models import LessonPage
from quizzes.blocks import QuestionBlock
from quizzes.models import QuizPage

from .words import as_kept

LONGEST_TEXT = 50_000  # characters of one page


def write(page):
    """Write a published page's entry anew, or take it away if it is not published. Pages of other types have none."""
    how = HOW.get(type(page))
    if how is None:
        return
    if not page.live:
        forget(page)
        return
    kind, text_of = how
    text = " ".join(unicodedata.normalize("NFC", text_of(page)).split())[:LONGEST_TEXT]
    # The address is the title in Latin letters: what people type on the wrong keyboard, and in a wrong address.
    title_words = as_kept(f"{page.title} {page.slug}")
    words = {"title_words": title_words, "text_words": as_kept(text), "text": text}
    SearchEntry.objects.update_or_create(
        page_id=page.pk, defaults={"kind": kind, "course_key": _course_key(page), **words}
    )


def forget(page):
    SearchEntry.objects.filter(page_id=page.pk).delete()


def write_below(page):
    """Write the entries of a page and everything below it anew."""
    for model in HOW:
        for one in model.objects.live().descendant_of(page, inclusive=True).iterator(chunk_size=100):
            write(one)


def write_menu_names():
    """Write the entries of the lessons that name menus anew; the others are not read."""
    naming = LessonPage.objects.live().annotate(written=Cast("body", TextField()))
    for lesson in naming.filter(written__contains=CODE_START).iterator(chunk_size=100):
        write(lesson)


def rebuild():
    """Write every entry anew. Returns how many there are."""
    SearchEntry.objects.exclude(page__live=True).delete()
    write_below(Page.get_first_root_node())
    return SearchEntry.objects.count()


def _text_of_course(page):
    return f"{page.intro}\n{page.outcomes}"


def _text_of_lesson(page):
    """Return what the lesson says, without its questions.

    The order of a question's parts may be its key, and what a test asks is for those who take it.
    """
    parts = [
        part
        for child in page.body
        if not isinstance(child.block, QuestionBlock)
        for part in child.block.get_searchable_content(child.value)
    ]
    return with_menus_named(" ".join(map(_sentence, parts)), page.locale.language_code)


def _sentence(part):
    """A heading has no full stop, and would run into what follows it."""
    text = strip_tags(str(part)).strip()
    return f"{text}." if text[-1:].isalnum() else text


def _text_of_test(page):
    return page.intro


def _course_key(page):
    above = [page.path[:end] for end in range(Page.steplen, len(page.path) + 1, Page.steplen)]
    course = CoursePage.objects.filter(path__in=above).order_by("-depth")
    return course.values_list("translation_key", flat=True).first()


HOW = {
    CoursePage: (SearchEntry.Kind.COURSE, _text_of_course),
    LessonPage: (SearchEntry.Kind.LESSON, _text_of_lesson),
    QuizPage: (SearchEntry.Kind.TEST, _text_of_test),
}
