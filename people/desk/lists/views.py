from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from people.desk import permitting
from people.desk.cards import card_of
from people.desk.giving import KINDS, LAB_PIN
from people.forms import language_choices

from .checking import checked
from .making import make_all
from .reading import decoded, read


class ListForm(forms.Form):
    """A list, pasted or as a file, and what holds for everybody on it."""

    names = forms.CharField(
        label=gettext_lazy("Names, one person a line"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "Name; class; name in full; login. Only the name is needed. Cells of a table may be pasted."
        ),
    )
    file = forms.FileField(label=gettext_lazy("Or a file (CSV UTF-8)"), required=False)
    cohort = forms.ModelChoiceField(
        label=gettext_lazy("Class of those whose line names none"), queryset=None, required=False
    )
    kind = forms.ChoiceField(label=gettext_lazy("They sign in with"), choices=KINDS.items(), initial=LAB_PIN)
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)

    def __init__(self, *args, cohorts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cohort"].queryset = cohorts
        self.fields["language"].choices = language_choices()
        self.lines = []

    def clean(self):
        typed = super().clean()
        upload = typed.get("file")
        typed["names"] = decoded(upload.read(100_001)) if upload else typed.get("names", "")
        cohorts = self.fields["cohort"].queryset
        self.lines = checked(read(typed["names"]), list(cohorts), typed.get("cohort"))
        if not self.lines:
            raise ValidationError(_("The list is empty."))
        return typed

    @property
    def is_ready(self):
        return self.is_valid() and not any(line.errors for line in self.lines)


class ListView(WagtailAdminTemplateMixin, View):
    """Paste, look, make: the accounts of a list, with a card for each at the end."""

    page_title = gettext_lazy("Add people by list")
    header_icon = "group"
    http_method_names = ["get", "head", "post"]

    def dispatch(self, request, *args, **kwargs):
        if not permitting.has_own_cohorts(request.user):
            raise PermissionDenied
        self.cohorts = permitting.own_cohorts(request.user).running().select_related("place")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        first = {"cohort": request.GET.get("class"), "language": get_language()}
        return self.show(request, "list", form=ListForm(cohorts=self.cohorts, initial=first))

    def post(self, request):
        form = ListForm(request.POST, request.FILES, cohorts=self.cohorts)
        if not form.is_valid():
            return self.show(request, "list", form=form)
        if "make" in request.POST and form.is_ready:
            return self.make(request, form)
        return self.show(request, "list", form=self.again(form), lines=form.lines, is_ready=form.is_ready)

    def make(self, request, form):
        how = {name: form.cleaned_data[name] for name in ("kind", "language")}
        try:
            made = make_all(form.lines, **how, by=request.user)
        except IntegrityError:
            form.add_error(
                None, _("Somebody took one of these logins just now. Nothing was made. Look once more.")
            )
            return self.show(request, "list", form=form)
        return self.show(request, "list_made", cards=[card_of(request, *each) for each in made])

    def again(self, form):
        """Return the form with the list in its field, also where it came as a file: that is not sent twice."""
        typed = form.data.copy()
        typed["names"] = form.cleaned_data["names"]
        return ListForm(typed, cohorts=self.cohorts)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": reverse("lifelong_desk:classes"), "label": _("Classes")}]

    def show(self, request, template, **context):
        response = render(request, f"people/desk/{template}.html", self.get_context_data(**context))
        response["Cache-Control"] = "no-store, private"  # new secrets are shown once
        return response
