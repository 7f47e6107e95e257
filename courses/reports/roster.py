"""Who takes a course, in the order in which people look for names."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max
from django.utils import timezone

from courses.models import Enrolment
from languages.collation import sort_key
from lessons.models import LessonRecord
from people.models import name_of
from quizzes.models import Attempt

TIMES = (Max("started_at"), Max("finished_at"), Max("responses__saved_at"))


@dataclass(frozen=True)
class Member:
    """A learner of the course. `last_seen_at` is when they were last at one of its steps, None for never."""

    learner: object
    enrolment: Enrolment
    name: str
    last_seen_at: datetime | None

    @property
    def login(self):
        return self.learner.get_username()

    @property
    def has_left(self):
        return not self.enrolment.is_active

    def is_away_for(self, days):
        """Say whether the learner has not been here for so many days; joining counts as being here."""
        seen_at = max(self.last_seen_at or self.enrolment.enrolled_at, self.enrolment.enrolled_at)
        return seen_at <= timezone.now() - timedelta(days=days)

    def is_called(self, words):
        """Say whether the words are part of the name or the login, whatever the capitals."""
        return words.casefold() in f"{self.name}\n{self.login}".casefold()


def roster(course_key, step_keys, *, with_those_who_left=False):
    """Return a `Member` for each learner of the course, in no order. Runs three queries for any number."""
    # Whoever was erased is counted, but no row of a list is about them.
    enrolments = Enrolment.objects.on(course_key).exclude(learner__learner_profile__is_nobody=True)
    enrolments = enrolments.select_related("learner__learner_profile")
    if not with_those_who_left:
        enrolments = enrolments.active()
    # Whoever left and came back has several: the latest counts.
    latest = {enrolment.learner_id: enrolment for enrolment in enrolments.order_by("enrolled_at", "pk")}
    seen_at = _last_seen(enrolments.order_by().values("learner"), step_keys)
    return [
        Member(enrolment.learner, enrolment, name_of(enrolment.learner), seen_at.get(learner_id))
        for learner_id, enrolment in latest.items()
    ]


def by_name(members, language):
    return sorted(members, key=lambda member: (sort_key(member.name, language), member.learner.pk))


def by_last_seen(members, language):
    """Return those who have been away longest first, and before them those who never came."""
    members = by_name(members, language)
    return sorted(members, key=lambda member: (member.last_seen_at is not None, member.last_seen_at))


def _last_seen(learners, step_keys):
    """Return {learner's id: the time}. `learners` is a subquery: the index of records begins with the learner."""
    records = LessonRecord.objects.filter(learner__in=learners, lesson_key__in=step_keys)
    attempts = Attempt.objects.filter(learner__in=learners, page_key__in=step_keys)
    seen = dict(records.values_list("learner").annotate(Max("last_seen_at")))
    for learner, *times in attempts.values_list("learner").annotate(*TIMES):
        seen[learner] = max(time for time in (seen.get(learner), *times) if time)
    return seen
