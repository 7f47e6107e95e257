"""A school to put under load: one course, open to read, a test, and learners who are signed in already.

Written by a process of its own, for a server is to serve it: see `server.build_school`.
"""

import json
import time

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from wagtail.models import Locale, Page, Site

from courses.enrolling import enrol
from courses.models import CourseIndexPage, CoursePage, ModulePage, SubjectPage
from home.models import HomePage
from lessons.models import LessonPage
from people.accounts import create_learner
from people.handing_over.locking import HERE_COOKIE, sign_of_life
from quizzes.models import QuizPage
from tests.quizzes.builders import new_id, short_answer, single_choice

WORDS = "Нажмите на значок один раз и посмотрите, что изменилось на экране. "
PARAGRAPH = f"<p>{WORDS * 8}</p>"
A_WHILE = 3600  # seconds for which everybody is here, however long it takes
PARAGRAPHS = 16  # make a lesson as long as lessons are, about 33 kB of HTML


def write(learners, lessons):
    """Write the school into the database; print as JSON what visitors know of it."""
    course, pages = _write_course(lessons)
    seen = {
        "course": {"url": course.get_url(), "key": course.translation_key.hex},
        "lesson": _as_seen(pages[0]),
        "quiz": _as_seen(pages[-1]),
        "learners": [_signed_in(number, course) for number in range(learners)],
        "newcomer": _signed_in(learners),
    }
    print(json.dumps(seen))


def _write_course(lessons):
    home = _add(None, HomePage)
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    subject = _add(_add(home, CourseIndexPage), SubjectPage)
    course = _add(subject, CoursePage, is_open_to_read=True)
    module = _add(course, ModulePage)
    pages = [_add(module, LessonPage, body=json.dumps(_lesson(number))) for number in range(lessons)]
    quiz = _add(module, QuizPage, body=json.dumps(_questions()))
    return course, [*pages, quiz]


def _add(parent, kind, **fields):
    page = kind(title=f"Страница {kind.__name__}", locale=Locale.objects.get(language_code="ru"), **fields)
    above = Page.objects.get(pk=parent.pk) if parent else Page.objects.get(depth=1)
    above.add_child(instance=page)
    page.save_revision().publish()
    return kind.objects.get(pk=page.pk)


def _lesson(number):
    """Return the body of a lesson. The first is as long as lessons are, the others are short."""
    texts = [{"type": "paragraph", "id": new_id(), "value": PARAGRAPH} for _ in range(PARAGRAPHS)]
    return texts[: None if number == 0 else 1] + _questions()


def _questions():
    return [single_choice(), short_answer(), short_answer(), single_choice(), short_answer()]


def _signed_in(number, course=None):
    """Return {"id", "session"} of a new learner, who has joined the course if one is given."""
    learner = create_learner(f"load-{number}", None, call_name=f"Айгерім {number}")
    if course:
        enrol(learner, course.translation_key)
    return {"id": learner.pk, "session": _session(learner)}


def _session(learner):
    """Return a session's key, and behind it, as in a browser, the cookie that says that its person is still here."""
    session = SessionStore()
    session[SESSION_KEY] = str(learner.pk)
    session[BACKEND_SESSION_KEY] = "lifelong.sessions.QuickLearnerBackend"
    session[HASH_SESSION_KEY] = learner.get_session_auth_hash()
    session.create()
    return f"{session.session_key}; {HERE_COOKIE}={sign_of_life(session.session_key, time.time() + A_WHILE)}"


def _as_seen(page):
    """Return what a browser would find in the form of a page, and the keys, which it would not."""
    items = [{"id": item.id, "digest": item.digest, "options": _options(item)} for item in page.get_items()]
    return {"url": page.get_url(), "key": page.translation_key.hex, "items": items}


def _options(item):
    """Return {option id: whether it is the key}; empty where a learner writes whatever they like."""
    return {option["id"]: option["is_key"] for option in item.rules.get("options", [])}
