"""A teacher whose test was taken: as usual, and over an outage. Written by a process of its own, for a server to serve."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.users.models import UserProfile

from courses.enrolling import enrol
from people.accounts import create_learner
from quizzes.models import Attempt, Outage, QuizPage
from quizzes.reopening import give_back

from .cast import NAMES, PASSWORD
from .lab import answers_on, signed_in

TWO_HOURS = timedelta(hours=2)


def write(login, language):
    """Let three people take the check of the first module, one of them over an outage.

    Print the key of its page and that of its course.
    """
    teacher = get_user_model().objects.create_superuser(login, password=PASSWORD)
    UserProfile.objects.create(user=teacher, preferred_language=language)
    quiz = QuizPage.objects.get(
        slug="module-check", locale__language_code="ru", url_path__contains="/first-steps/"
    )
    course_key = quiz.get_parent().get_parent().translation_key
    for number, name in enumerate(NAMES[:3]):
        learner = create_learner(f"{login}-{number}", PASSWORD, call_name=name)
        enrol(learner, course_key)
        browser = signed_in(learner)
        browser.post(quiz.get_url(), {"do": "start"})
        if number == 2:
            cut_the_power(learner.username)
        else:
            browser.post(quiz.get_url(), {"do": "finish", **(answers_on(quiz) if number else {})})
    print(quiz.pk, course_key)


def cut_the_power(login):
    """Somebody's test began two hours ago, and the lights went out a moment later, until now."""
    began_at = timezone.now() - TWO_HOURS
    running = Attempt.objects.tests().get(learner__username=login, finished_at=None)
    Attempt.objects.filter(pk=running.pk).update(
        started_at=began_at, ends_at=running.ends_at and running.ends_at - TWO_HOURS
    )
    outage = Outage.objects.create(began_at=began_at + timedelta(minutes=5), ended_at=timezone.now())
    give_back(outage)
