"""The tree of a school's courses: subjects, courses, modules. Lessons and quizzes stand below modules."""

from django.db import models
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, TranslatableField

from languages.slugs import AsciiSlugMixin, SourceSlug
from quizzes.serving import SharedPageMixin

TRANSLATED = [
    TranslatableField("title"),
    TranslatableField("seo_title"),
    SourceSlug(),
    TranslatableField("search_description"),
    TranslatableField("intro"),
]


class CourseIndexPage(SharedPageMixin, AsciiSlugMixin, Page):
    """All subjects of the school. It may stand wherever a site has it: below its home page, as a rule."""

    intro = models.TextField(_("introduction"), blank=True)

    subpage_types = ["lifelong_courses.SubjectPage"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    translatable_fields = TRANSLATED

    class Meta:
        verbose_name = _("list of subjects")
        verbose_name_plural = _("lists of subjects")


class SubjectPage(SharedPageMixin, AsciiSlugMixin, Page):
    """A field of learning with its courses, such as computer literacy."""

    intro = models.TextField(_("introduction"), blank=True)

    parent_page_types = ["lifelong_courses.CourseIndexPage"]
    subpage_types = ["lifelong_courses.CoursePage"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    translatable_fields = TRANSLATED

    class Meta:
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")


class CoursePage(SharedPageMixin, AsciiSlugMixin, Page):
    """A course: what it is for, and its modules as a path of lessons and quizzes."""

    intro = models.TextField(_("introduction"), blank=True)
    outcomes = models.TextField(
        _("outcomes"), blank=True, help_text=_("What learners can do after the course. One outcome a line.")
    )
    is_open_to_read = models.BooleanField(
        _("open to read"), default=False, help_text=_("Anybody may read; answering needs enrolment.")
    )

    parent_page_types = ["lifelong_courses.SubjectPage"]
    subpage_types = ["lifelong_courses.ModulePage"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("outcomes"),
        FieldPanel("is_open_to_read"),
    ]
    translatable_fields = [
        *TRANSLATED,
        TranslatableField("outcomes"),
        SynchronizedField("is_open_to_read", overridable=False),
    ]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")


class ModulePage(SharedPageMixin, AsciiSlugMixin, Page):
    """A stretch of a course. It is read on the course's page and leads there."""

    intro = models.TextField(_("introduction"), blank=True)

    parent_page_types = ["lifelong_courses.CoursePage"]
    subpage_types = ["lifelong_lessons.LessonPage", "lifelong_quizzes.QuizPage"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    translatable_fields = TRANSLATED

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")

    def serve(self, request, *args, **kwargs):
        return redirect(f"{self.get_parent().get_url(request)}#module-{self.translation_key}")
