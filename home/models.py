"""The front of this school's site."""

from functools import partial

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from courses.models.pages import TRANSLATED, CatalogueMixin
from home.fillers import way_to_learning
from languages.slugs import AsciiSlugMixin
from quizzes.serving import SharedPageMixin


class HomePage(CatalogueMixin, SharedPageMixin, AsciiSlugMixin, Page):
    """The front page: a word of welcome and the catalogue by subject."""

    intro = models.TextField(_("introduction"), blank=True)

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["lifelong_courses.CourseIndexPage"]
    template = "home/home_page.html"
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    translatable_fields = TRANSLATED

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_fillers(self, request, facts):
        return super().get_fillers(request, facts) | {"way": partial(way_to_learning, request)}
