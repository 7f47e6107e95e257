from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuizzesConfig(AppConfig):
    name = "quizzes"
    label = "lifelong_quizzes"
    verbose_name = _("Quizzes")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import checks, receivers  # noqa: F401
        from .registry import autodiscover
        from .returning import kept_answers
        from .serving import fillers

        fillers.register("kept-answers", kept_answers)
        autodiscover()
