"""A course for families at a weekly pace: one lesson a week, and what it suggests to try at home."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db.models import Exists, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from home.learning import Course
from lessons.models import LessonPage, LessonRecord
from people.models import Guardianship

KNOWN_FOR = 5 * 60  # seconds


@dataclass(frozen=True)
class Tonight:
    """What one lesson suggests to try at home."""

    step: object
    tasks: tuple


@dataclass(frozen=True)
class Week:
    """This week in a course for families. `step` is None when the course has nothing left to do.

    Nobody is late: a week without a lesson moves nothing, the same lesson is the next week's.
    """

    course: Course
    step: object
    is_done: bool
    tonight: Tonight | None


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def week_of(learner, courses) -> Week | None:
    """Return this week in the family course that the learner was at last, or None where they take none.

    A family course is one whose lessons suggest something to try tonight. Runs two queries, one without courses.
    """
    steps = {step.key: step for course in courses for step in course.outline.steps if not step.is_quiz}
    tasks = _tasks_in(steps)
    course = next((one for one in courses if any(step.key in tasks for step in one.outline.steps)), None)
    if course is None:
        return None
    done = _done_this_week(learner, [step.key for step in course.outline.steps])
    step = steps.get(done) or course.step
    return Week(course, step, done is not None, _tonight(course, step, tasks))


def has_family_page(person, courses) -> bool:
    """Say whether somebody has something on the family page: a child, or a course for families.

    Runs one query, and for the same courses none in the next minutes: whoever was linked to a child waits as long.
    """
    keys = {step.key for course in courses for step in course.outline.steps}
    known_by = hashlib.sha256(" ".join(sorted(keys)).encode()).hexdigest()
    return cache.get_or_set(
        f"lifelong-family-{person.pk}-{known_by}", lambda: _has_child_or_course(person, keys), KNOWN_FOR
    )


def _has_child_or_course(person, keys):
    children = Guardianship.objects.in_force().filter(guardian=person)
    people = get_user_model()._default_manager.filter(pk=person.pk)
    return people.filter(Exists(children) | Exists(_suggesting(keys))).exists()


def _suggesting(keys):
    pages = LessonPage.objects.live().filter(translation_key__in=keys)
    return pages.annotate(raw=Cast("body", TextField())).filter(raw__contains='"tonight"')


def _tasks_in(steps):
    """Return {lesson's key: what it suggests}, in the language in which its step is read."""
    pages = _suggesting(steps).select_related("locale")
    found = {}
    for page in pages.only("translation_key", "body", "locale__language_code"):
        key = str(page.translation_key)
        if page.locale.language_code == steps[key].language:
            said = [block["value"]["text"] for block in page.body.raw_data if block["type"] == "tonight"]
            found |= {key: tuple(said)} if said else {}
    return found


def _done_this_week(learner, keys):
    """Return the key of the lesson that they completed last this week, or None."""
    begins = timezone.make_aware(datetime.combine(monday_of(timezone.localdate()), time.min))
    records = LessonRecord.objects.by(learner).filter(lesson_key__in=keys, completed_at__gte=begins)
    key = records.order_by("-completed_at").values_list("lesson_key", flat=True).first()
    return str(key) if key else None


def _tonight(course, step, tasks):
    """Return what the week's lesson suggests; after a test or at the end, what the lesson before it does."""
    keys = [one.key for one in course.outline.steps]
    until = keys.index(step.key) + 1 if step else len(keys)
    lesson = next((one for one in reversed(course.outline.steps[:until]) if one.key in tasks), None)
    return Tonight(lesson, tasks[lesson.key]) if lesson else None
