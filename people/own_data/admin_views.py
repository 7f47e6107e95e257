"""The screens on which a coordinator hands out and erases what is kept of a person."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail import hooks
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from people.models import ErasureRequest, Membership, name_of
from people.roles import may_manage_all

from . import permitting
from .erasing import erase
from .forms import ErasureForm, FindForm, MergeForm
from .merging import merge
from .views import as_download


class Screen(WagtailAdminTemplateMixin, View):
    page_title = gettext_lazy("Personal data")
    header_icon = "lock"
    http_method_names = ["get", "head", "post"]

    def get_breadcrumbs_items(self):
        here = {"url": reverse("lifelong_personal_data:requests"), "label": self.page_title}
        return [*self.breadcrumbs_items, here]

    def show(self, request, template, **context):
        response = render(request, f"people/own_data/{template}.html", self.get_context_data(**context))
        response["Cache-Control"] = "no-store, private"
        return response


class RequestsView(Screen):
    """Who asks to be erased, and a way to anybody by login."""

    def dispatch(self, request, *args, **kwargs):
        if not may_manage_all(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        return self.ask(request, FindForm())

    def post(self, request):
        form = FindForm(request.POST)
        if form.is_valid():
            return redirect("lifelong_personal_data:person", form.person.pk)
        return self.ask(request, form)

    def ask(self, request, form):
        asked = ErasureRequest.objects.select_related("learner__learner_profile").order_by("asked_at")
        rows = [(one.learner, name_of(one.learner), one.asked_at) for one in asked]
        return self.show(request, "requests", form=form, rows=rows)


class OfOnePerson(Screen):
    def dispatch(self, request, *args, person, **kwargs):
        self.person = permitting.person_for(request.user, person)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return name_of(self.person)


class PersonView(OfOnePerson):
    """What would go and what would stay; with the name typed, it is done."""

    def get(self, request):
        return self.ask(request, ErasureForm(self.person))

    def post(self, request):
        form = ErasureForm(self.person, request.POST)
        if not form.is_valid():
            return self.ask(request, form)
        nobody = erase(self.person)
        log(instance=nobody, action="lifelong.erased", user=request.user)
        messages.success(request, _("Erased. Only the counts are left."))
        return redirect("lifelong_personal_data:requests")

    def ask(self, request, form):
        parts = [tell(self.person) for tell in hooks.get_hooks("lifelong_erasing")]
        goes = [row for one in parts for row in one["goes"]]
        stays = [row for one in parts for row in one["stays"]]
        told = {"person": self.person, "name": name_of(self.person), "goes": goes, "stays": stays}
        return self.show(request, "person", form=form, **told)


class FileView(OfOnePerson):
    """Make the file for somebody who asks and cannot do it alone; it is noted that it was made."""

    http_method_names = ["post"]

    def post(self, request):
        response = as_download(self.person)
        log(instance=self.person, action="lifelong.own_file", user=request.user)
        return response


class MergeView(OfOnePerson):
    """Two accounts of one person: find the one that stays, look at both, and join them."""

    def get(self, request):
        return self.show(request, "merge", form=MergeForm(self.person), gone=told_of(self.person))

    def post(self, request):
        form = MergeForm(self.person, request.POST)
        if not form.is_valid():
            return self.show(request, "merge", form=form, gone=told_of(self.person))
        both = f"{self.person.pk}+{form.person.pk}"
        if request.POST.get("both") != both:
            told = {"gone": told_of(self.person), "kept": told_of(form.person)}
            return self.show(request, "merge", form=form, both=both, **told)
        login = self.person.get_username()
        merge(self.person, form.person)
        log(instance=form.person, action="lifelong.merged", user=request.user)
        messages.success(
            request, _("The two accounts are one. The login %(login)s is no more.") % {"login": login}
        )
        return redirect("lifelong_personal_data:person", form.person.pk)


def told_of(person):
    """Return what tells two accounts apart: name, login, classes, when somebody was last here."""
    classes = Membership.objects.filter(learner=person).present().select_related("cohort")
    return {
        "name": name_of(person),
        "login": person.get_username(),
        "classes": [one.cohort.name for one in classes],
        "last_login": person.last_login,
    }
