"""What the computers of the lab look like, so that lessons can name what stands on their screens."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting

from lessons.menu_names import SYSTEMS


class LabSettings(BaseGenericSetting):
    """The system on the lab's computers and the language of its menus. There is one row, or none yet."""

    class MenuLanguage(models.TextChoices):
        RUSSIAN = "ru", "Русский"
        KAZAKH = "kk", "Қазақша"
        ENGLISH = "en", "English"

    system = models.CharField(
        _("system of the computers"),
        max_length=16,
        choices=list(SYSTEMS.items()),
        default="windows-10",
        help_text=_("Lessons then name menus as these computers show them."),
    )
    menu_language = models.CharField(
        _("language of its menus"), max_length=2, choices=MenuLanguage.choices, default=MenuLanguage.RUSSIAN
    )

    panels = [FieldPanel("system"), FieldPanel("menu_language")]

    class Meta:
        verbose_name = _("computer lab")

    @classmethod
    def current(cls):
        """Return the settings without making a row: reading a lesson writes nothing."""
        return cls.objects.first() or cls()
