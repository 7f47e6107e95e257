"""The school these tests attack: two closed courses, an open one, three languages, and everybody who walks in."""

import json
from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.serializers.json import DjangoJSONEncoder
from django.test import TestCase
from wagtail.models import GroupPagePermission, Locale, Page, Site

from courses.models import CourseIndexPage, CoursePage, Enrolment, ModulePage, SourcesPage, SubjectPage
from home.models import HomePage
from lessons.models import LessonPage
from people.accounts import create_learner
from people.models import Guardianship
from quizzes.models import QuizPage
from tests.courses.facts import fact
from tests.quizzes.builders import translate

from .words import ANY_WORD, in_language, questions

LANGUAGES = ("ru", "kk", "en")
TRANSLATED = (
    "home",
    "subjects",
    "subject",
    "course",
    "module",
    "lesson",
    "quiz",
    "sources",
)  # the rest is Russian only


@dataclass
class School:
    """The pages in Russian, by name, and the people, by role."""

    pages: dict = field(default_factory=dict)
    people: dict = field(default_factory=dict)
    _addresses: dict = field(default_factory=dict)

    def page(self, name, language="ru"):
        """Return a page as it is stored now, in one of its languages."""
        pages = type(self.pages[name])._default_manager
        return pages.get(translation_key=self.pages[name].translation_key, locale__language_code=language)

    @property
    def translated_pages(self):
        """[(name, language)] of every page there is."""
        return [
            (name, code) for name in self.pages for code in LANGUAGES if code == "ru" or name in TRANSLATED
        ]

    def address(self, name, language="ru"):
        """Return the path of a page; remembered, for no test here moves one."""
        if (name, language) not in self._addresses:
            self._addresses[name, language] = self.page(name, language).get_url()
        return self._addresses[name, language]


def build():
    """Return the whole school, written in Russian; the first course is in Kazakh and English, too."""
    school = School()
    Locale.objects.get_or_create(language_code="ru")
    _write_pages(school)
    for language in ("kk", "en"):
        locale = Locale.objects.get_or_create(language_code=language)[0]
        for name in TRANSLATED:
            translate(school.pages[name], locale, _words_of(school.pages[name], language))
    _invite_people(school)
    return school


def _write_pages(school):
    home = _add(school, "home", None, HomePage)
    _open_the_doors(home)
    subjects = _add(school, "subjects", home, CourseIndexPage)
    subject = _add(school, "subject", subjects, SubjectPage)
    _add_course(school, subject, "", body=questions("lesson"), test=questions("quiz"))
    _add(school, "sources", school.pages["course"], SourcesPage, facts=_as_stored([fact(link="")]))
    _add_course(school, subject, "other-", body=questions("other"), test=questions("otherquiz"))
    _add_course(school, subject, "open-", body=questions("open"), is_open_to_read=True)


def _add_course(school, subject, prefix, body, test=None, **settings):
    course = _add(school, f"{prefix}course", subject, CoursePage, outcomes="Печатать письмо", **settings)
    module = _add(school, f"{prefix}module", course, ModulePage)
    _add(school, f"{prefix}lesson", module, LessonPage, body=_as_stored(body))
    if test:
        _add(school, f"{prefix}quiz", module, QuizPage, body=_as_stored(test))


def _add(school, name, parent, kind, **fields):
    locale = Locale.objects.get(language_code="ru")
    page = kind(title=f"Страница {name}", slug=f"the-{name}", locale=locale, live=False, **fields)
    above = Page.objects.get(pk=parent.pk) if parent else Page.objects.get(depth=1)
    above.add_child(instance=page)
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()
    school.pages[name] = kind.objects.get(pk=page.pk)
    return school.pages[name]


def _as_stored(body):
    return json.dumps(body, cls=DjangoJSONEncoder)


def _open_the_doors(home):
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)


def _words_of(page, language):
    """Return {Russian text: text} for whatever a translator finds on the page."""
    texts = {page.title: f"{page.title} {language}"}
    if hasattr(page, "body"):
        raw = json.dumps(list(page.body.raw_data))
        texts |= {word: in_language(word, language) for word in ANY_WORD.findall(raw)}
    return texts


def _invite_people(school):
    school.people = {
        "anonymous": None,
        "learner": _learner("aigerim"),
        "outsider": _learner("bolat"),
        "guardian": _learner("gulnar"),  # of the learner
        "teacher": _staff("teacher", school.pages["course"]),
        "neighbour": _staff("neighbour", school.pages["other-course"]),
        "coordinator": _staff("coordinator", school.pages["home"]),
        "admin": get_user_model().objects.create_superuser("admin", password=None),
    }
    Guardianship.objects.create(guardian=school.people["guardian"], learner=school.people["learner"])
    _enrol(school.people["learner"], school.pages["course"])
    _enrol(school.people["outsider"], school.pages["other-course"])


def _learner(login):
    return create_learner(login, None, call_name=login.title())


def _staff(name, page):
    """Somebody who writes and publishes below `page` in every language."""
    group = Group.objects.create(name=f"security {name}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    group.permissions.add(Permission.objects.get(codename="submit_translation"))
    for version in Page.objects.filter(translation_key=page.translation_key):
        for codename in ("add_page", "change_page", "publish_page"):
            permission = Permission.objects.get(codename=codename)
            GroupPagePermission.objects.create(group=group, page=version, permission=permission)
    person = _learner(name)
    person.groups.add(group)
    return person


def _enrol(learner, course):
    Enrolment.objects.create(learner=learner, course_key=course.translation_key, how=Enrolment.How.SELF)
