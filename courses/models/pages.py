"""The tree of a school's courses: subjects, courses, modules. Lessons and quizzes stand below modules."""

from django.conf import settings
from django.contrib import messages
from django.db import models
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, TranslatableField

from courses.enrolling import enrol
from courses.path import Outline
from languages.slugs import AsciiSlugMixin, SourceSlug
from quizzes.serving import SharedPageMixin

LICENCES = {"cc-by-4.0": "CC BY 4.0", "cc-by-sa-4.0": "CC BY-SA 4.0", "cc0-1.0": "CC0 1.0"}
LICENCE_PAGES = {
    "cc-by-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "cc-by-sa-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "cc0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}

TRANSLATED = [
    TranslatableField("title"),
    TranslatableField("seo_title"),
    SourceSlug(),
    TranslatableField("search_description"),
    TranslatableField("intro"),
]


class CatalogueMixin:
    """A page that shows the courses below it by subject, to a learner with those they have joined marked."""

    def get_shared_context(self, request, facts):
        from courses.catalogue import subjects_below  # it needs these models

        return super().get_shared_context(request, facts) | {"subjects": subjects_below(self, request)}

    def get_fillers(self, request, facts):
        from courses.catalogue import CatalogueFillers  # it needs these models

        return CatalogueFillers(request).as_dict()


class CourseIndexPage(CatalogueMixin, SharedPageMixin, AsciiSlugMixin, Page):
    """All subjects of the school. It may stand wherever a site has it: below its home page, as a rule."""

    intro = models.TextField(_("introduction"), blank=True)

    subpage_types = ["lifelong_courses.SubjectPage"]
    template = "courses/course_index_page.html"
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    translatable_fields = TRANSLATED

    class Meta:
        verbose_name = _("list of subjects")
        verbose_name_plural = _("lists of subjects")


class SubjectPage(CatalogueMixin, SharedPageMixin, AsciiSlugMixin, Page):
    """A field of learning with its courses, such as computer literacy."""

    intro = models.TextField(_("introduction"), blank=True)

    parent_page_types = ["lifelong_courses.CourseIndexPage"]
    subpage_types = ["lifelong_courses.CoursePage"]
    template = "courses/subject_page.html"
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

    licence = models.CharField(
        _("licence of the texts"),
        max_length=32,
        choices=list(LICENCES.items()),
        blank=True,
        help_text=_("Shown at the foot of the course. Empty: nothing is said."),
    )

    parent_page_types = ["lifelong_courses.SubjectPage"]
    subpage_types = ["lifelong_courses.ModulePage", "lifelong_courses.SourcesPage"]
    template = "courses/course_page.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("outcomes"),
        FieldPanel("is_open_to_read"),
        FieldPanel("licence"),
    ]
    translatable_fields = [
        *TRANSLATED,
        TranslatableField("outcomes"),
        SynchronizedField("is_open_to_read", overridable=False),
        SynchronizedField("licence", overridable=False),
    ]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def get_outcomes(self):
        return [line.strip() for line in self.outcomes.splitlines() if line.strip()]

    @property
    def licence_url(self):
        return LICENCE_PAGES.get(self.licence, "")

    def get_outline(self, request=None):
        """Return the path through the course in this page's language; empty for a draft. Runs two queries."""
        from courses.outline import outline_of  # it needs these models

        language = self.locale.language_code
        outline = outline_of(self.translation_key, language, request)
        return outline or Outline(str(self.translation_key), self.title, self.get_url(request), language)

    def get_shared_context(self, request, facts):
        facts["outline"] = outline = self.get_outline(request)
        subject = self.get_parent()
        facts["subject_url"] = url = subject.get_url(request)
        place = {"title": subject.title, "url": url, "sign": subject.slug}
        return super().get_shared_context(request, facts) | {"outline": outline, "subject": place}

    def get_fillers(self, request, facts):
        from courses.showing import CourseFillers  # it needs these models

        return CourseFillers(request, facts["outline"], facts["subject_url"]).as_dict()

    def receive(self, request):
        """Join the course."""
        if not request.user.is_authenticated:
            return redirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': request.path})}")
        if request.POST.get("do") == "enrol":
            enrol(request.user, self.translation_key)
            messages.success(request, _("You have joined the course."))
        return redirect(request.path)


class ModulePage(SharedPageMixin, AsciiSlugMixin, Page):
    """A stretch of a course. It is read on the course's page and leads there."""

    intro = models.TextField(_("introduction"), blank=True)

    parent_page_types = ["lifelong_courses.CoursePage"]
    subpage_types = ["lifelong_lessons.LessonPage", "lifelong_quizzes.QuizPage"]
    template = "courses/module_page.html"
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    translatable_fields = TRANSLATED

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")

    def serve(self, request, *args, **kwargs):
        return redirect(f"{self.get_parent().get_url(request)}#module-{self.translation_key}")
