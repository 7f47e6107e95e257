"""Whatever happens to a test or its learner in mid-attempt: nobody meets an error, and the mark stands on what was asked."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client, TestCase
from django.utils import timezone
from wagtail.models import Locale, Page

from people.own_data.merging import merge
from quizzes.attempting import state_of
from quizzes.judging import Verdict, judge
from quizzes.marking import total_of
from quizzes.models import Attempt, QuizPage, Submission
from quizzes.versions import get_items

from .builders import key_of, short_answer, single_choice, translate
from .types.builders import open_text

STATES = ("open", "waiting", "finished")
ON_THE_CLOCK = ("overdue", "stopped", "abandoned")
LANGUAGES = ("ru", "kk", "en")


@pytest.fixture
def english(front):
    """The third language of the small site."""
    locale = Locale.objects.get_or_create(language_code="en")[0]
    front.copy_for_translation(locale).save_revision().publish()
    return locale


@pytest.fixture
def locales(kazakh, english):
    """What the test is translated into."""
    return [kazakh, english]


@pytest.fixture
def quiz(front, publish, locales):
    """A test that machine and person mark together, in Russian, Kazakh and English."""
    body = json.dumps([single_choice(), short_answer(), open_text("О чём ваш проект?", points="2")])
    page = publish(
        front.add_child(instance=QuizPage(title="Тест", slug="test", locale=front.locale, body=body))
    )
    for locale, words in zip(locales, ("Немен тереді?", "What do you type with?"), strict=True):
        translate(page, locale, {"Чем печатают?": words})
    return page


class Sitting:
    """One learner at one test, on the pages of one language."""

    def __init__(self, learner, quiz, language):
        self.client = Client(raise_request_exception=False)  # a page that breaks is a status here, as in life
        self.client.force_login(learner)
        self.learner, self.language = learner, language
        self.key, self.items = quiz.translation_key, quiz.get_items()
        self.paths = {language: f"/{language}/test/" for language in LANGUAGES}
        self.met = []

    @property
    def attempt(self):
        return Attempt.objects.get(learner=self.learner)

    def post(self, language=None, **posted):
        self._note(self.client.post(self.paths[language or self.language], posted))

    def read(self, language=None):
        self._note(self.client.get(self.paths[language or self.language]))

    def answer(self, do="save"):
        choice, short, text = self.items
        answers = {choice.field_name: key_of(choice), short.field_name: "клавиатура", text.field_name: "Сад"}
        self.post(do=do, **answers)

    def bring_to(self, state):
        self.state = state
        self.post(do="start")
        self.answer()
        if state != "open":
            self.post(do="finish")
        if state == "finished":
            self.be_marked()

    def let_time_pass(self, state):
        """Bring the attempt that was begun into a state that only a clock, or an outage, leads to."""
        now, hour = timezone.now(), timedelta(hours=1)
        running = {"started_at": now - 3 * hour, "ends_at": now - timedelta(seconds=30)}
        times = {
            "overdue": running,
            "stopped": running | {"stopped_at": now - hour},
            "abandoned": running | {"finished_at": now, "ending": Attempt.Ending.ABANDONED},
        }
        Attempt.objects.filter(pk=self.attempt.pk).update(**times[state])

    def be_marked(self):
        submission = Submission.objects.waiting().get(response__attempt__learner=self.learner)
        teacher = get_user_model().objects.get_or_create(username="teacher")[0]
        judge(submission.pk, 0, Verdict(Decimal("0.5")), teacher)

    def go_on(self):
        """Do all that a learner may do next, in every language, their own at first."""
        choice = self.items[0]
        for language in dict.fromkeys((self.language, *reversed(LANGUAGES))):
            self.read(language)
            self.post(language, do="save", **{choice.field_name: key_of(choice), f"version-{choice.id}": "0"})
            other = LANGUAGES[LANGUAGES.index(language) - 1]
            self.post(language, do=f"language:{other}")
            self.post(language, do=f"check:{choice.id}")
            self.read(language)

    def _note(self, response):
        self.met.append(response.status_code)


@pytest.fixture(
    params=["kk", *(pytest.param(language, marks=pytest.mark.crawl) for language in ("ru", "en"))]
)
def sittings(request, quiz):
    """Three learners who read one language: one is answering, one waits for a mark, one has everything."""

    def sit(state):
        one = Sitting(get_user_model().objects.create_user(state), quiz, request.param)
        one.bring_to(state)
        return one

    return [sit(state) for state in STATES]


@pytest.fixture
def clocked(quiz):
    """Three learners whose time is up, stands still, or ran out without their handing in."""

    def sit(state):
        one = Sitting(get_user_model().objects.create_user(state), quiz, "kk")
        one.bring_to("open")
        one.let_time_pass(state)
        assert state_of(one.attempt, timezone.now()) == state
        return one

    return [sit(state) for state in ON_THE_CLOCK]


def edited(change):
    """Publish the test with its raw questions changed by `change`, and its translations after it."""

    def edit(quiz, publish, locales):
        raw = json.loads(json.dumps(list(quiz.body.raw_data)))
        quiz.body = json.dumps(change(raw))
        publish(quiz)
        for locale in locales:
            translate(quiz, locale)

    return edit


def another_stem(raw):
    raw[0]["value"]["stem"] = "Как перезагрузить компьютер?"
    return raw


def another_key(raw):
    for option in raw[0]["value"]["options"]:
        option["value"]["is_key"] = not option["value"]["is_key"]
    raw[1]["value"]["answers"][0]["value"]["spellings"] = "мышь"
    return raw


def unpublish(quiz, publish, locales):
    quiz.unpublish()


def unpublish_the_translations(quiz, publish, locales):
    for locale in locales:
        quiz.get_translation(locale).unpublish()


def delete(quiz, publish, locales):
    Page.objects.get(pk=quiz.pk).delete()


def delete_the_translations(quiz, publish, locales):
    for locale in locales:
        quiz.get_translation(locale).delete()


def delete_all(quiz, publish, locales):
    delete_the_translations(quiz, publish, locales)
    delete(quiz, publish, locales)


def move(quiz, publish, locales):
    parent = quiz.get_parent()
    shelf = parent.add_child(instance=Page(title="Полка", slug="polka", locale=parent.locale))
    publish(shelf)
    for locale in locales:
        shelf.copy_for_translation(locale).save_revision().publish()
    for page in (quiz, *map(quiz.get_translation, locales)):
        there = Page.objects.get(translation_key=shelf.translation_key, locale=page.locale)
        Page.objects.get(pk=page.pk).move(Page.objects.get(pk=there.pk), pos="last-child")


def move_the_translations_out_of_the_site(quiz, publish, locales):
    for locale in locales:
        quiz.get_translation(locale).move(Page.get_first_root_node(), pos="last-child")


CHANGES = {
    "another stem": edited(another_stem),
    "another key": edited(another_key),
    "a question less": edited(lambda raw: raw[1:]),
    "no question at all": edited(lambda raw: []),
    "a question more": edited(lambda raw: [single_choice("Что нажать?"), *raw]),
    "another order": edited(lambda raw: raw[::-1]),
    "unpublished": unpublish,
    "translations unpublished": unpublish_the_translations,
    "deleted": delete,
    "translations deleted": delete_the_translations,
    "all deleted": delete_all,
    "moved": move,
    "translations moved out of the site": move_the_translations_out_of_the_site,
}


@pytest.fixture(params=CHANGES)
def happens(request, quiz, publish, locales):
    """Return a function that lets one thing happen to the test, and returns where its pages are by then."""

    def happens():
        CHANGES[request.param](QuizPage.objects.get(pk=quiz.pk), publish, locales)
        pages = Page.objects.filter(translation_key=quiz.translation_key, live=True)
        return {page.locale.language_code: page.url for page in pages.select_related("locale") if page.url}

    return happens


def test_a_test_that_changes_in_mid_attempt_breaks_nothing_and_keeps_the_marks(sittings, happens):
    begun_on = sittings[0].attempt.version_id
    there = happens()
    for one in sittings:
        one.go_on()  # at the address that is open in the browser
        one.paths |= there
        one.go_on()
        finish_where_there_is_a_page(one, there)
    call_command("close_attempts", verbosity=0)
    for one in sittings:
        assert max(one.met) < 500
        assert one.attempt.version_id == begun_on
        if there or one.state != "open":
            assert one.attempt.total == 3
            assert_reproducible(one.attempt)
        else:
            assert one.attempt.is_open


def finish_where_there_is_a_page(one, there):
    if one.state == "open" and there:
        one.language = one.language if one.language in there else next(iter(there))
        one.answer(do="finish")
        assert one.attempt.is_waiting
    if one.attempt.is_waiting:
        one.be_marked()
        one.go_on()


@pytest.mark.parametrize("change", ["no question at all", "all deleted", "moved"])
def test_whoever_has_no_time_left_or_stands_still_meets_no_error_either(
    clocked, quiz, publish, locales, change
):
    begun_on, given = clocked[0].attempt.version_id, [answers_of(one) for one in clocked]
    CHANGES[change](QuizPage.objects.get(pk=quiz.pk), publish, locales)
    there = Page.objects.filter(translation_key=quiz.translation_key, live=True).select_related("locale")
    for one in clocked:
        for paths in (one.paths, {page.locale.language_code: page.url for page in there}):
            one.paths = one.paths | paths
            one.post(do="go-on")
            one.go_on()
        one.answer(do="finish")
    call_command("close_attempts", verbosity=0)
    for one, before in zip(clocked, given, strict=True):
        assert max(one.met) < 500
        assert one.attempt.version_id == begun_on
        assert answers_of(one) == before
        assert one.attempt.is_open != (bool(there) or one.attempt.is_abandoned)


def answers_of(one):
    return sorted(one.attempt.responses.values_list("item_id", "answer"), key=str)


def test_a_learner_who_is_erased_in_mid_attempt_leaves_nothing(sittings, clocked):
    for one in [*sittings, *clocked]:
        get_user_model().objects.get(pk=one.learner.pk).delete()
        one.go_on()  # the browser believes that somebody is signed in
        one.answer(do="finish")
        assert max(one.met) < 500
    assert {model.__name__: model.objects.count() for model in personal_models()} == {
        model.__name__: 0 for model in personal_models()
    }


@pytest.mark.parametrize("sits", [False, True], ids=["who sits elsewhere", "who sits at the same test"])
def test_a_learner_who_is_merged_in_mid_attempt_meets_no_error_and_keeps_the_marks(
    sittings, clocked, quiz, sits
):
    for one in [*sittings, *clocked]:
        kept = Sitting(get_user_model().objects.create_user(f"kept-{one.learner}"), quiz, one.language)
        if sits:
            kept.bring_to("open")
        attempt, given, version = one.attempt, answers_of(one), one.attempt.version_id
        with TestCase.captureOnCommitCallbacks(execute=True):
            merge(one.learner, kept.learner)
        one.go_on()  # the browser believes that somebody is signed in
        one.answer(do="finish")
        kept.post(do="go-on")
        kept.go_on()
        kept.answer(do="finish")
        call_command("close_attempts", verbosity=0)
        attempt.refresh_from_db()
        assert max(one.met + kept.met) < 500
        assert (attempt.learner, attempt.version_id) == (kept.learner, version)
        assert sorted(attempt.responses.values_list("item_id", "answer"), key=str) == given
        assert not attempt.is_open
        for submission in Submission.objects.waiting().filter(response__attempt=attempt):
            judge(submission.pk, 0, Verdict(Decimal("0.5")), None)
        attempt.refresh_from_db()
        if not attempt.is_abandoned:
            assert attempt.total == 3
            assert_reproducible(attempt)
    assert not get_user_model().objects.filter(username__in=(*STATES, *ON_THE_CLOCK)).exists()


def assert_reproducible(attempt):
    """Mark what is stored once more, by the frozen questions alone."""
    items = get_items(attempt.page_key, attempt.version.items, with_wordings=False)
    responses = {str(one.item_id): one for one in attempt.responses.all()}
    answers = {item_id: (one.answer, one.language) for item_id, one in responses.items()}
    judged = {item_id: one.fraction for item_id, one in responses.items()}
    marks, total, maximum = total_of(items, answers, judged)
    assert (total, maximum) == (attempt.total, attempt.maximum)
    assert {item_id: mark.fraction for item_id, mark in marks.items()} == judged


def personal_models():
    """The quiz engine's tables that hold something of one learner."""
    about_all = {"ItemVersion", "ItemWording", "QuizVersion", "PublishedQuiz", "Stamp", "QuizPage", "Regrade"}
    about_all |= {"Outage", "ServerClock"}
    return [
        model
        for model in apps.get_app_config("lifelong_quizzes").get_models()
        if model.__name__ not in about_all
    ]
