"""Pages of a school, published as they are made. They skip the editor's revisions, so that forty are quick."""

import json
import uuid

import factory
import wagtail_factories
from wagtail.models import Locale

from courses.models import CourseIndexPage, CoursePage, ModulePage, SubjectPage
from home.models import HomePage
from lessons.models import LessonPage
from quizzes.models import QuizPage
from tests.quizzes.builders import single_choice


class RussianPageFactory(wagtail_factories.PageFactory):
    slug = factory.Sequence(lambda number: f"page-{number}")
    locale = factory.LazyFunction(lambda: Locale.objects.get_or_create(language_code="ru")[0])

    class Meta:
        abstract = True


class HomePageFactory(RussianPageFactory):
    class Meta:
        model = HomePage


class CourseIndexPageFactory(RussianPageFactory):
    class Meta:
        model = CourseIndexPage


class SubjectPageFactory(RussianPageFactory):
    class Meta:
        model = SubjectPage


class CoursePageFactory(RussianPageFactory):
    class Meta:
        model = CoursePage


class ModulePageFactory(RussianPageFactory):
    class Meta:
        model = ModulePage


class LessonPageFactory(RussianPageFactory):
    """A lesson with a heading to read and nothing to answer."""

    body = factory.LazyFunction(
        lambda: json.dumps([{"type": "heading", "id": str(uuid.uuid4()), "value": "Экран"}])
    )

    class Meta:
        model = LessonPage


class QuizPageFactory(RussianPageFactory):
    """A test of one question."""

    body = factory.LazyFunction(lambda: json.dumps([single_choice()]))

    class Meta:
        model = QuizPage
