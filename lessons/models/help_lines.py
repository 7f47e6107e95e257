"""The numbers to call for help. They change, so each says when somebody last checked it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.models import Orderable

LANGUAGES = (
    "ru",
    "kk",
    "en",
)  # also the order in which another language's words are shown where one is missing


class HelpLines(BaseGenericSetting, ClusterableModel):
    """The site's help lines. There is one row, or none yet."""

    panels = [
        HelpPanel(template="lessons/admin/help_lines_due.html"),
        InlinePanel("lines", label=_("Help line"), heading=_("Help lines")),
    ]

    class Meta:
        verbose_name = _("help lines")

    @classmethod
    def current_lines(cls, language):
        """Return the lines as {number, name, note, checked_on}, words as {text, language}. Runs one query."""
        return [line.said_in(language) for line in HelpLine.objects.order_by("settings", "sort_order")]

    @property
    def due(self):
        return [line for line in self.lines.all() if line.is_due]


class HelpLine(Orderable):
    settings = ParentalKey(HelpLines, on_delete=models.CASCADE, related_name="lines")
    number = models.CharField(_("number"), max_length=32)
    name_ru = models.CharField(_("name in Russian"), max_length=120)
    name_kk = models.CharField(_("name in Kazakh"), max_length=120, blank=True)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    note_ru = models.CharField(_("note in Russian"), max_length=255, blank=True)
    note_kk = models.CharField(_("note in Kazakh"), max_length=255, blank=True)
    note_en = models.CharField(_("note in English"), max_length=255, blank=True)
    checked_on = models.DateField(
        _("checked on"), help_text=_("When somebody called the number or read it on the service's own page.")
    )
    check_again_by = models.DateField(_("check again by"))

    panels = [
        FieldPanel("number"),
        FieldRowPanel([FieldPanel(f"name_{language}") for language in LANGUAGES]),
        FieldRowPanel([FieldPanel(f"note_{language}") for language in LANGUAGES]),
        FieldRowPanel([FieldPanel("checked_on"), FieldPanel("check_again_by")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("help line")
        verbose_name_plural = _("help lines")

    def __str__(self):
        return f"{self.number} {self.name_ru}"

    @property
    def is_due(self):
        """Say whether the day by which the number should have been checked again is past."""
        return self.check_again_by < timezone.localdate()

    def said_in(self, language):
        return {
            "number": self.number,
            "name": self._words("name", language),
            "note": self._words("note", language),
            "checked_on": self.checked_on,
        }

    def _words(self, what, language):
        """Return {text, language}: the words in this language, or in the first that has some."""
        for code in (language, *LANGUAGES):
            if text := getattr(self, f"{what}_{code}", ""):
                return {"text": text, "language": code}
        return {"text": "", "language": language}
