from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "people"
    label = "lifelong_people"
    verbose_name = _("People")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import receivers  # noqa: F401

        if apps.is_installed("wagtail.contrib.settings"):
            from wagtail.contrib.settings.registry import registry

            from .models import KeepingRules

            registry.register(KeepingRules, icon="history")
