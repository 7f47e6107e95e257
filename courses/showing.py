"""Filling the holes of a course for one learner."""

from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.fillers import sign_in_url
from quizzes.serving.fillers import Fillers

from .completion import is_complete
from .continuing import next_step, place_in
from .enrolling import enrolment_of
from .progress import ICONS, WORDS, State, progress_as_seen


class CourseFillers:
    """One person's view of a course. Runs three queries for somebody enrolled, however long the course is."""

    def __init__(self, request, outline, subject_url):
        self.request = request
        self.outline = outline
        self.subject_url = subject_url
        self.is_preview = getattr(request, "is_preview", False)

    def as_dict(self):
        return {
            "way": self.way,
            "progress": self.progress_words,
            "stretch": self.stretch,
            "step": self.step,
            "next": self.mark_of_next,
            "state": self.state,
        }

    @cached_property
    def enrolment(self):
        return None if self.is_preview else enrolment_of(self.request, self.outline.key)

    @cached_property
    def progress(self):
        return progress_as_seen(self.outline.steps, self.request.user)

    @cached_property
    def keys_of(self):
        return {stretch.key: [step.key for step in stretch.steps] for stretch in self.outline.stretches}

    def way(self):
        """Return the one thing to do next."""
        if self.is_preview:
            return ""
        if not self.request.user.is_authenticated:
            return link(sign_in_url(self.request), _("Sign in to join the course"))
        if self.enrolment is None:
            return join_form(self.request)
        if self.next is None and self.outline.steps:
            return link(self.subject_url, _("More courses on this subject"))
        words = next_words(self.next, self.outline.language)
        return format_html("{}{}", way_on(self.outline, self.progress), words)

    @cached_property
    def next(self):
        """The step that is the learner's to do next, None where there is none or nobody to do it."""
        return next_step(self.outline, self.progress) if self.enrolment else None

    def mark_of_next(self, key):
        """Return the attribute by which the path shows, to the eye and to the ear, where to go on."""
        return mark_safe('aria-current="step"') if self.next and self.next.key == key else ""

    def progress_words(self):
        if self.enrolment is None:
            return ""
        return progress_words(self.outline, self.progress, self.enrolment)

    def stretch(self, key):
        if self.enrolment is None:
            return ""
        return chip(self.progress.state_of_all(self.keys_of[key]))

    def step(self, key):
        if self.enrolment is None:
            return ""
        return format_html(
            '<span class="step-state" data-state="{}"><span aria-hidden="true">{}</span> {}</span>',
            *_seen(self.progress.state(key)),
        )

    def state(self, key):
        """Return one word for the style sheet."""
        return "" if self.enrolment is None else self.progress.state(key).value


def way_on(outline, progress):
    """Return the link to the very place where the learner goes on; nothing when all is done."""
    step = next_step(outline, progress)
    if step is None:
        return ""
    words = _("Continue") if progress.begun else _("Start")
    return link(place_in(step, progress), words)


def next_words(step, language):
    """Name the step that the button leads to."""
    if step is None:
        return ""
    lang = format_html(' lang="{}"', step.language) if step.language != language else ""
    return format_html('<p class="way-next">{} <b{}>{}</b></p>', _("Next:"), lang, step.title)


def progress_words(outline, progress, enrolment):
    """Say in words how far a learner has come in a course."""
    if enrolment.is_completed and not progress.hides_completion(step.key for step in outline.steps):
        day = date_format(localtime(enrolment.completed_at), "DATE_FORMAT")
        return format_html(
            '<p class="progress-words" data-state="{}"><span aria-hidden="true">{}</span> {}</p>',
            State.COMPLETED.value,
            ICONS[State.COMPLETED],
            _("Course completed: %(day)s") % {"day": day},
        )
    if not outline.steps:
        return format_html(
            '<p class="progress-words">{}</p>', _("There are no lessons here yet. Come back later.")
        )
    return format_html(
        '<p class="progress-words">{}</p>{}', count_words(outline, progress), meter(outline, progress)
    )


def meter(outline, progress):
    """Return what was just said in words as a bar for the eye."""
    done, total = progress.done(step.key for step in outline.steps), len(outline.steps)
    bar = '<progress class="meter" max="{}" value="{}" aria-hidden="true"></progress>'
    return format_html(bar, total, done)


def count_words(outline, progress):
    """Return "2 of 3 done"."""
    keys = [step.key for step in outline.steps]
    done = progress.done(keys)
    if is_complete(outline, progress):
        return _("Completed")
    return ngettext("%(done)s of %(total)s done", "%(done)s of %(total)s done", len(keys)) % {
        "done": done,
        "total": len(keys),
    }


def chip(state):
    return format_html(
        '<span class="chip" data-state="{}"><span aria-hidden="true">{}</span> {}</span>', *_seen(state)
    )


def link(url, words):
    return format_html('<a class="button button-primary" href="{}">{}</a>', url, words)


def join_form(request):
    return format_html(
        '<form method="post">{}<button class="button button-primary" name="do" value="enrol">{}</button></form>',
        Fillers(request).fill("csrf"),
        _("Join the course"),
    )


def _seen(state):
    """A state has an icon and a word: colour never says it alone."""
    return state.value, ICONS[state], WORDS[state]
