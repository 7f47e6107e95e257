"""Finding the path of a course.

The page that the course was written in leads. A translation shows the same steps; one that
is not translated yet keeps its place, in the language it was written in. So a learner's
progress is counted over the same steps in all languages.
"""

from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page

from languages.models import SourceLanguage
from lessons.models import LessonPage
from quizzes.models import QuizPage

from .models.pages import CoursePage, ModulePage
from .models.sources import SourcesPage
from .path import Outline, Step, Stretch, merge

FIELDS = ("path", "url_path", "title", "translation_key", "content_type", "modulepage__intro")


def outline_of(course_key, language, request=None):
    """Return the outline of one course, or None where it is published in no language. Runs two queries."""
    return outlines([course_key], language, request).get(str(course_key))


def outlines(course_keys, language, request=None):
    """Return {course key: Outline}, in the given language where there is one. Runs two queries for any number."""
    versions = _versions(course_keys)
    chosen = {key: _shown_and_leading(pages, language) for key, pages in versions.items()}
    below = _pages_below([course for pair in chosen.values() for course in pair])
    return {key: _outline(*pair, below, request) for key, pair in chosen.items()}


def _versions(course_keys):
    """Return {course key: its live pages in all languages}, each knowing whether it leads the others."""
    recorded = SourceLanguage.objects.filter(
        translation_key=OuterRef("translation_key"), locale_id=OuterRef("locale_id")
    )
    pages = CoursePage.objects.live().filter(translation_key__in=course_keys).select_related("locale")
    versions = {}
    for page in pages.annotate(leads=Exists(recorded)).order_by("pk"):
        versions.setdefault(str(page.translation_key), []).append(page)
    return versions


def _shown_and_leading(pages, language):
    leading = next((page for page in pages if page.leads), pages[0])
    shown = next((page for page in pages if page.locale.language_code == language), leading)
    return shown, leading


def _pages_below(courses):
    """Return the live pages below the courses in tree order, none of them made specific."""
    branches = Q(pk__in=[])
    for course in courses:
        branches |= Q(path__startswith=course.path, depth__gt=course.depth)
    pages = Page.objects.live().filter(branches).order_by("path")
    return list(pages.select_related("modulepage").only(*FIELDS)) if courses else []


def _outline(shown, leading, below, request):
    led = _stretches(leading, below, request)
    stretches = led if shown is leading else merge(_stretches(shown, below, request), led)
    return Outline(
        key=str(shown.translation_key),
        title=shown.title,
        url=shown.get_url(request),
        language=shown.locale.language_code,
        stretches=tuple(stretches),
        sources=_sources(shown, below, request) or _sources(leading, below, request),
    )


def _stretches(course, below, request):
    """Return the live modules of a course in one language, with the live lessons and quizzes right below them."""
    branch = [page for page in below if page.path.startswith(course.path)]
    base, language = course.get_url(request), course.locale.language_code
    steps = {}
    for page in branch:
        if issubclass(page.specific_class, LessonPage | QuizPage):
            # Addresses below a course begin with its own: Wagtail need not be asked for each.
            url = base + page.url_path.removeprefix(course.url_path)
            steps.setdefault(page.path[: -Page.steplen], []).append(_step(page, url, language))
    modules = [page for page in branch if issubclass(page.specific_class, ModulePage)]
    return [_stretch(page, language, steps.get(page.path, ())) for page in modules]


def _sources(course, below, request):
    """Return the live page of sources right below a course, as a step that is none, or None."""
    for page in below:
        if page.path.startswith(course.path) and issubclass(page.specific_class, SourcesPage):
            url = course.get_url(request) + page.url_path.removeprefix(course.url_path)
            return _step(page, url, course.locale.language_code)
    return None


def _step(page, url, language):
    is_quiz = issubclass(page.specific_class, QuizPage)
    return Step(str(page.translation_key), page.title, url, language, is_quiz)


def _stretch(page, language, steps):
    return Stretch(str(page.translation_key), page.title, page.modulepage.intro, language, tuple(steps))
