"""The front of this school's site."""

from functools import partial

from django.conf import settings
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


class FamilyPlanQuerySet(models.QuerySet):
    def by(self, person):
        return self.filter(person=person)


class FamilyPlan(models.Model):
    """What somebody means to try at home in one week, in their own words and for nobody else to read."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="lifelong_family_plans"
    )
    week = models.DateField()  # its Monday
    words = models.TextField(max_length=1000)
    when = models.CharField(max_length=200, blank=True)
    saved_at = models.DateTimeField(auto_now=True)

    objects = FamilyPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("family plan")
        verbose_name_plural = _("family plans")
        constraints = [
            models.UniqueConstraint(fields=["person", "week"], name="lifelong_home_one_plan_a_week")
        ]

    def __str__(self):
        return f"{self.person_id} {self.week}"
