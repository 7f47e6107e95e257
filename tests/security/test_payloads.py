"""What teachers and learners write is shown as words, whatever it is."""

import html
import json

import pytest
from django.test import TestCase
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, TranslationSource

from courses.models import CourseIndexPage, CoursePage, Enrolment, ModulePage, SubjectPage
from lessons.models import LessonPage
from people.models import LearnerProfile
from quizzes.models import QuizPage
from tests.quizzes.builders import short_answer, single_choice, translate

from .answering import WRONG, answers_to
from .markup import dangers, runs
from .payloads import CALL, LONGEST_NAME, PAYLOADS

LONG = "\n".join(PAYLOADS)


def of(number):
    return PAYLOADS[number % len(PAYLOADS)]


def title_of(number):
    """Return as many payloads as a title holds, beginning with that one."""
    return " ".join(of(number + more) for more in range(3))[:255]


def questions():
    """Every payload once in every field of a question."""
    for number in range(0, len(PAYLOADS), 2):
        choice = single_choice(
            of(number), right=of(number + 1), wrong=of(number + 2), explanation=of(number + 3)
        )
        for shift, option in enumerate(choice["value"]["options"]):
            option["value"]["feedback"] = of(number + 4 + shift)
        yield choice
        typed = {"spellings": of(number + 7), "feedback_wrong": of(number + 8), "explanation": of(number + 9)}
        yield short_answer(of(number + 6), **typed)


def texts():
    """The blocks of a lesson in which a teacher writes."""
    rich = "".join(f"<p>{payload}</p>" for payload in PAYLOADS)
    values = [("heading", of(number)) for number in range(5)]
    values += [("paragraph", rich), ("callout", {"kind": f'"><script>{CALL}1)</script>', "text": rich})]
    return [{"type": kind, "value": value} for kind, value in values]


@pytest.fixture
def poisoned(school):
    """A course in which every text is an attack: its address is that of the school's home, and `poisoned-…`."""
    parent = school.page("home")
    body, intro = list(questions()), {"intro": LONG}
    for number, (name, kind, fields) in enumerate(
        [
            ("subjects", CourseIndexPage, intro),
            ("subject", SubjectPage, intro),
            ("course", CoursePage, intro | {"outcomes": LONG}),
            ("module", ModulePage, intro),
            ("lesson", LessonPage, {"body": json.dumps([*texts(), *body[:20]])}),
            ("quiz", QuizPage, intro | {"body": json.dumps(body)}),
        ]
    ):
        fields |= {"title": title_of(3 * number), "slug": f"poisoned-{name}", "live": False}
        page = add(parent, kind(**fields))
        school.pages[f"poisoned-{name}"] = page
        parent = page if name not in ("lesson", "quiz") else parent
    yield school
    for name in [name for name in school.pages if name.startswith("poisoned-")]:
        del school.pages[name]


def add(parent, page):
    page.locale = Locale.objects.get(language_code="ru")
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def learner(poisoned, visit):
    """Somebody who takes that course and is called by a script."""
    visitor = visit("learner")
    key = poisoned.pages["poisoned-course"].translation_key
    Enrolment.objects.create(learner=visitor.person, course_key=key, how=Enrolment.How.SELF)
    LearnerProfile.objects.filter(learner=visitor.person).update(call_name=PAYLOADS[0])
    return visitor


def is_harmless(response, *shown):
    """Tell that a response runs nothing, and that it does show those payloads, as words."""
    page = response.content.decode()
    assert not dangers(page)
    words = " ".join(html.unescape(page).split())
    missing = [payload for payload in shown if " ".join(payload.split()) not in words]
    assert not missing
    return True


@pytest.mark.parametrize("name", ["home", "poisoned-subjects", "poisoned-subject", "poisoned-course"])
def test_titles_and_introductions_are_words(name, poisoned, learner):
    shown = PAYLOADS if name != "home" else ()
    assert is_harmless(learner.get(poisoned.address(name)), *shown)


def test_my_learning_shows_a_poisoned_course_as_words(learner):
    assert is_harmless(learner.get("/ru/my-learning/"), title_of(6))


def test_a_lesson_s_texts_and_questions_are_words(poisoned, learner):
    assert is_harmless(learner.get(poisoned.address("poisoned-lesson")), *PAYLOADS[:20:2])


def test_questions_typed_answers_and_feedback_are_words(poisoned, learner):
    """The running test, the page that refuses an answer, the acknowledgement, and the result."""
    address = poisoned.address("poisoned-quiz")
    learner.post(address, {"do": "start"})
    assert is_harmless(learner.get(address), *PAYLOADS)
    form = typed_payloads(learner)
    refused = learner.post(address, form | {last_typed(form): PAYLOADS[0] * 500})
    assert refused.status_code == 422
    assert is_harmless(refused, *PAYLOADS[::2], PAYLOADS[0] * 500)
    saved = learner.post(address, form, headers={"accept": "application/json"})
    assert saved["Content-Type"] == "application/json"
    assert saved["X-Content-Type-Options"] == "nosniff"
    learner.post(address, form | {"do": "finish"})
    assert is_harmless(learner.get(address), *PAYLOADS)


def test_a_lesson_in_another_language_is_words(poisoned, learner):
    locale = Locale.objects.get(language_code="kk")
    for name in ("subjects", "subject", "course", "module", "lesson"):
        source, _ = TranslationSource.update_or_create_from_instance(poisoned.pages[f"poisoned-{name}"])
        StringTranslation.objects.bulk_create(
            (
                StringTranslation(
                    translation_of=segment.string,
                    locale=locale,
                    context=segment.context,
                    data=f"kk {segment.string.data}",
                )
                for segment in source.stringsegment_set.select_related("string", "context")
            ),
            ignore_conflicts=True,  # the same words may stand twice in one text
        )
        translate(poisoned.pages[f"poisoned-{name}"], locale)
    response = learner.get(poisoned.address("poisoned-lesson", "kk"))
    assert is_harmless(response, *(f"kk {payload}" for payload in PAYLOADS[:20:2]))


def test_a_learner_s_name_is_words(learner):
    fitting = [payload for payload in PAYLOADS if len(payload) <= LONGEST_NAME]
    assert len(fitting) > 100
    for name in fitting:
        LearnerProfile.objects.filter(learner=learner.person).update(call_name=name)
        assert is_harmless(learner.get("/ru/account/"), name)


def test_what_somebody_types_at_the_door_is_words(visit):
    stranger = visit("anonymous")
    for payload in PAYLOADS[::4]:
        answer = stranger.post("/ru/sign-in/?next=/" + payload, {"username": payload, "password": ""})
        assert is_harmless(answer, payload)


def test_the_admin_runs_nothing_that_learners_and_teachers_wrote(poisoned, learner, visit):
    key = {name: poisoned.pages[f"poisoned-{name}"].pk for name in ("module", "course", "lesson", "quiz")}
    paths = [f"/admin/pages/{key['module']}/", "/admin/users/", f"/admin/users/edit/{learner.person.pk}/"]
    # Not the lesson's editor: Wagtail's own breaks down over rich text that no editor could have written.
    paths += [f"/admin/pages/{key[name]}/edit/" for name in ("course", "quiz")]
    paths += [f"/admin/pages/{key[name]}/view_draft/" for name in ("course", "lesson", "quiz")]
    paths += [f"/admin/pages/{key[name]}/{view}/" for name in key for view in ("history", "delete", "move")]
    paths += [
        "/admin/",
        "/admin/pages/search/?q=poisoned",
        "/admin/reports/site-history/",
        "/admin/reports/aging-pages/",
    ]
    staff = visit("admin")
    for path in paths:
        response = staff.get(path)
        assert response.status_code == 200, path
        assert not runs(response.content.decode(), CALL), path


def typed_payloads(visitor):
    """Return the running test's form with a payload typed into every question that takes words."""
    form = answers_to(visitor, "poisoned-quiz")
    typed = [name for name, value in form.items() if value == WRONG]
    return form | {name: of(2 * number) for number, name in enumerate(typed)}


def last_typed(form):
    return [name for name in form if name.startswith("item-") and CALL in form[name]][-1]
