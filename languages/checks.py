"""What this room needs of a site's settings, said when Django starts."""

from django.conf import settings
from django.core.checks import Warning, register

NOTICES = "languages.notices.NoticesMiddleware"


@register()
def check_settings(app_configs, **kwargs):
    """Warn where editors would miss notices or be offered addresses in Cyrillic."""
    return [*_check_middleware(), *_check_slugs()]


def _check_middleware():
    if NOTICES not in settings.MIDDLEWARE:
        yield Warning(
            "Editors are not told what could not be done in the other languages.",
            hint=f"Add {NOTICES} to MIDDLEWARE, after MessageMiddleware.",
            id="lifelong_languages.W001",
        )


def _check_slugs():
    if getattr(settings, "WAGTAIL_ALLOW_UNICODE_SLUGS", True):
        yield Warning(
            "The admin offers page addresses in Cyrillic.",
            hint="Set WAGTAIL_ALLOW_UNICODE_SLUGS = False; titles are then spelt in Latin letters.",
            id="lifelong_languages.W002",
        )
