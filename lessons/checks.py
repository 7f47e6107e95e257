"""System checks: what a site that installs lessons has to add to its own settings."""

from django.core.checks import Tags, Warning, register
from django.urls import NoReverseMatch, reverse


@register(Tags.urls)
def visitors_can_say_who_is_reading(app_configs, **kwargs):
    """Without our addresses, a lesson with passages for some readers cannot ask a visitor."""
    try:
        reverse("lifelong_lessons:reader")
    except NoReverseMatch:
        hint = 'Add path("", include("lessons.urls")) to your i18n_patterns.'
        return [Warning("The addresses of lessons are missing.", hint=hint, id="lifelong_lessons.W001")]
    return []
