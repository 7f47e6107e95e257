"""The school of the courses, and learners by the dozen."""

import pytest
from django.urls import reverse

from courses.enrolling import enrol
from people.accounts import create_learner
from tests.courses.conftest import *  # noqa: F403


@pytest.fixture
def crowd(course):
    """Return a function that enrols so many more learners."""

    def join(number, prefix="learner"):
        people = [
            create_learner(f"{prefix}-{one:03}", None, call_name=f"Оқушы {one:03}") for one in range(number)
        ]
        for person in people:
            enrol(person, course.translation_key)
        return people

    return join


@pytest.fixture
def report(course):
    """The address of the course's report."""
    return reverse("lifelong_reports:progress", args=[course.translation_key])
