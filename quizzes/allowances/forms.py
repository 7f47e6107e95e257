"""Choosing whom something is allowed, at which test."""

from uuid import UUID

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from languages.models import source_of
from quizzes.allowing import group_choices

from .permitting import tests_changed_by


class AllowanceForm(WagtailAdminModelForm):
    """Offers the tests whose pages the editor may change. A learner is named by login: a list would be endless."""

    test = forms.ChoiceField(label=_("test"))
    login = forms.CharField(label=_("login of the learner"), required=False)
    group = forms.ChoiceField(label=_("or a group"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["test"].choices = tests_of(self.for_user)
        self.fields["group"].choices = [("", "—"), *group_choices()]
        if self.instance.pk:
            self.initial["test"] = str(self.instance.page_key)
            self.initial["login"] = self.instance.learner.get_username() if self.instance.learner else ""

    def clean(self):
        cleaned = super().clean()
        learner = self._learner(cleaned.get("login"))
        if bool(learner) == bool(cleaned.get("group")) and not self.errors:
            self.add_error("login", _("Name one learner, or choose a group."))
        if "test" in cleaned:
            self.instance.page_key = UUID(cleaned["test"])
        self.instance.learner = learner
        return cleaned

    def _learner(self, login):
        if not login:
            return None
        model = get_user_model()
        learner = model.objects.filter(**{model.USERNAME_FIELD: login.strip()}).first()
        if learner is None:
            self.add_error("login", _("Nobody has this login."))
        return learner


def tests_of(user):
    """Return [(page key, title)] of the tests whose pages `user` may change, each once."""
    sources = {str(page.translation_key): source_of(page) for page in tests_changed_by(user)}
    return sorted(((key, page.title) for key, page in sources.items()), key=lambda pair: pair[1])
