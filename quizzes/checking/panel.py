"""The checks in Wagtail's page editor: above the questions, and renewed whenever a draft is saved."""

from django.forms import Media, Script
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.admin.staticfiles import versioned_static

from languages.models import is_source

from .page import check


class QuestionChecks(Panel):
    """What was found in the questions as they were last saved. A translation has no questions of its own to check."""

    def __init__(self, **kwargs):
        super().__init__(**({"heading": _("Checks of the questions"), "icon": "glasses"} | kwargs))

    class BoundPanel(Panel.BoundPanel):
        template_name = "quizzes/checking/panel.html"

        def is_shown(self):
            return super().is_shown() and self.instance.pk is not None and is_source(self.instance)

        def get_context_data(self, parent_context=None):
            url = reverse("lifelong_checking:findings", args=[self.instance.pk])
            return super().get_context_data(parent_context) | {"url": url} | findings_of(self.instance)

        @property
        def media(self):
            script = versioned_static("quizzes/js/admin/question-checks.js")
            return super().media + Media(
                js=[Script(script, type="module")], css={"all": ["quizzes/css/checking.css"]}
            )


def findings_of(page):
    """Return what the template shows of a page as its newest draft stands."""
    draft = page.get_latest_revision_as_object()
    checked = check(draft)
    return {
        "has_questions": bool(draft.get_question_blocks()),
        "errors": [one for one in checked if one.has_errors],
        "warnings": [one for one in checked if not one.has_errors],
    }
