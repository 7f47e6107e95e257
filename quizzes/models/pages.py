"""A quiz is any page with questions in it; QuizPage holds nothing else."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, TranslatableField

from languages.models import source_of
from languages.slugs import AsciiSlugMixin, SourceSlug
from quizzes import receiving, registry
from quizzes.blocks import QuestionBlock
from quizzes.checking.panel import QuestionChecks
from quizzes.draw_blocks import DrawsField, draw_settings, judge_draws
from quizzes.fields import BlocksField
from quizzes.freezing import describe, freeze
from quizzes.gallery import Gallery
from quizzes.items import AskedItem, said
from quizzes.papers import Paper
from quizzes.rules import settings_of
from quizzes.serving import SharedPageMixin
from quizzes.serving.body import render
from quizzes.showing import language_buttons
from quizzes.versions import get_items, get_version

from .attempts import Attempt
from .rules import QuizRules


class QuizMixin(SharedPageMixin):
    """Gives a page with a StreamField `body` its items, its settings and its way with answers.

    Answers are posted to the page's own URL, so that whatever guards the page guards the attempt.
    """

    quiz_mode = Attempt.Mode.TEST
    commands = {
        "save": receiving.do_save,
        "check": receiving.do_check,
        "language": receiving.do_language,
        "finish": receiving.do_finish,
    }

    def get_question_blocks(self):
        """Return the questions of the body, as stream children, in order."""
        return [child for child in self.body if isinstance(child.block, QuestionBlock)]

    def get_quiz_settings(self):
        """Return what an attempt is taken under, as plain JSON values; part of the version."""
        return {}

    def get_published_version(self):
        """Return the `QuizVersion` that a new attempt gets."""
        return freeze(source_of(self).specific)[0]

    def get_practice_version(self):
        """Return a function that gives the id of the version to practise with, or None where this is a test."""
        if self.quiz_mode == Attempt.Mode.PRACTICE:
            return lambda: self.get_published_version().pk
        return None

    def get_items(self, is_preview=False):
        """Return the items as published, in the source's order. A preview of the source shows what is being written."""
        source = source_of(self).specific
        if is_preview:
            return describe(self if source.pk == self.pk else source)
        return freeze(source)[1]

    def ask(self, items, language, **how):
        """Return {item id: AskedItem} for the template; `how` holds more fields of it."""
        practice, gallery = self.quiz_mode == Attempt.Mode.PRACTICE, Gallery.of(items)
        for item in items:
            item.gallery = gallery
        how = {"is_practice": practice, "has_button": practice} | how
        return {
            item.id: AskedItem(item, language, number, len(items), **how)
            for number, item in enumerate(items, 1)
        }

    def get_shared_context(self, request, facts):
        context = super().get_shared_context(request, facts)
        places = (find(self) for find in hooks.get_hooks("lifelong_place"))
        source = source_of(self)
        return context | {
            "place": next((place for place in places if place), None),
            "title": said(self.title, source.title, self, source),
        }

    def receive(self, request):
        return receiving.receive(self, request)

    def obey(self, request, verb, argument, attempt, items):
        """Do what the pressed button says. A verb that is unknown saves and stays."""
        return self.commands.get(verb, receiving.do_save)(self, request, argument, attempt, items)

    def show_errors(self, request, errors, status=422):
        """Show the page again with what was typed and why it was refused, or not saved."""
        kept = render(self, request)
        own = self.get_fillers(request, kept.facts, errors=errors)
        response = self._filled(request, kept, own)
        response.status_code = status
        return response


class QuizPage(QuizMixin, QuizRules, AsciiSlugMixin, Page):
    """A test by itself, such as the check at the end of a module."""

    intro = models.TextField(_("introduction"), blank=True)
    body = BlocksField(
        lambda: [(kind.name, kind.block()) for kind in registry.all_types()], verbose_name=_("questions")
    )

    draws = DrawsField(
        blank=True,
        default=list,
        verbose_name=_("questions drawn by chance"),
        help_text=_(
            "Each attempt asks as many of these questions as you say here, first those that the learner has not "
            "had yet. Questions that no draw fits are always asked. Empty: all questions are asked."
        ),
    )

    template = "quizzes/quiz_page.html"
    subpage_types = []
    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        QuestionChecks(),
        FieldPanel("body"),
        *QuizRules.rule_panels,
        FieldPanel("draws", classname="collapsed"),
    ]
    translatable_fields = [
        TranslatableField("title"),
        TranslatableField("seo_title"),
        SourceSlug(),
        TranslatableField("search_description"),
        TranslatableField("intro"),
        TranslatableField("body"),
        SynchronizedField("draws", overridable=False),
        *QuizRules.rule_fields,
    ]

    class Meta:
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")

    def get_quiz_settings(self):
        return settings_of(self) | draw_settings(self)

    def clean(self):
        super().clean()
        judge_draws(self)

    def get_items_posted(self, posted, attempt):
        """Return the items of the attempt that is running. What the form claims does not matter here."""
        attempt.version = get_version(attempt.version_id)
        return get_items(self.translation_key, attempt.asked_pairs, with_wordings=False)

    def get_fillers(self, request, facts, errors=None):
        paper = Paper(self, request, errors)
        own = {"paper": paper.show}
        if paper.has_form:
            own["languages"] = lambda: language_buttons(facts)
        return own
