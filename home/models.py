"""The front of this school's site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from courses.models.pages import TRANSLATED
from languages.slugs import AsciiSlugMixin
from quizzes.serving import SharedPageMixin


class HomePage(SharedPageMixin, AsciiSlugMixin, Page):
    """The front page: a word of welcome and the catalogue by subject."""

    intro = models.TextField(_("introduction"), blank=True)

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["lifelong_courses.CourseIndexPage"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    translatable_fields = TRANSLATED

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")
