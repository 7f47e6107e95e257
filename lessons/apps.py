from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class LessonsConfig(AppConfig):
    name = "lessons"
    label = "lifelong_lessons"
    verbose_name = _("Lessons")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import checks, receivers  # noqa: F401
        from .activities.registry import autodiscover

        autodiscover()

        if apps.is_installed("wagtail.contrib.settings"):
            from wagtail.contrib.settings.registry import registry

            from .models import HelpLines, LabSettings

            registry.register(LabSettings, icon="desktop")
            registry.register(HelpLines, icon="help")
