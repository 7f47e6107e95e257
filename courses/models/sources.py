"""The sources of a course: every fact that a lesson relies on, with the day it was checked."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail_localize.fields import TranslatableField

from courses.facts.blocks import fact_blocks
from courses.facts.panel import DueFacts
from languages.models import source_of
from languages.slugs import AsciiSlugMixin
from lessons.fallback import mark_untranslated
from quizzes.fields import BlocksField
from quizzes.serving import SharedPageMixin

from .pages import TRANSLATED, CoursePage


class SourcesPage(SharedPageMixin, AsciiSlugMixin, Page):
    """It stands beside the modules and is no step: nobody has to read it to complete the course."""

    intro = models.TextField(_("introduction"), blank=True)
    facts = BlocksField(fact_blocks, verbose_name=_("facts"), blank=True)

    max_count_per_parent = 1
    parent_page_types = ["lifelong_courses.CoursePage"]
    subpage_types = []
    template = "courses/sources_page.html"
    content_panels = [*Page.content_panels, DueFacts(), FieldPanel("intro"), FieldPanel("facts")]
    translatable_fields = [*TRANSLATED, TranslatableField("facts")]

    class Meta:
        verbose_name = _("sources")
        verbose_name_plural = _("pages of sources")

    def get_shared_context(self, request, facts):
        course = CoursePage.objects.get(pk=self.get_parent().pk)
        outline = course.get_outline(request)
        context = super().get_shared_context(request, facts)
        known = context | {"steps": outline.steps}
        parts = [{"id": child.id, "html": child.render(known)} for child in self.facts]
        is_partial = mark_untranslated(parts, self, source_of(self).specific, field="facts")
        place = {"title": outline.title, "url": outline.url}
        return context | {"course": place, "parts": parts, "is_partial": is_partial}
