"""The questions at the teacher's desk: on paper, typed in from paper, and counted."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from people.desk import permitting
from people.desk.views import OfOneClass
from people.models import LearnerProfile
from people.roles import may_manage_all

from .forms import AboutForm
from .tallies import tallies


class PaperView(OfOneClass):
    """The questions on one sheet of A4, in the language of whoever fills it in."""

    def get(self, request):
        language = request.GET.get("language", "")
        if language not in dict(settings.LANGUAGES):
            language = translation.get_language()
        with translation.override(language):
            context = {"cohort": self.cohort, "form": AboutForm(), "sheet_language": language}
            sheet = render_to_string("people/about/sheet.html", context)
        return self.show(request, "questions", sheet=sheet, languages=settings.LANGUAGES)


class TypeInView(OfOneClass):
    """Type in what somebody has written on the sheet. What was answered before is not shown to anybody here."""

    def get(self, request, member):
        return self.ask(request, self.member(member), AboutForm())

    def post(self, request, member):
        member = self.member(member)
        form = AboutForm(request.POST, instance=LearnerProfile.of(member.learner))
        if not form.is_valid():
            return self.ask(request, member, form)
        form.save()
        messages.success(request, _("Saved. Give the sheet back or destroy it."))
        return redirect(self.address("class"))

    def member(self, pk):
        return permitting.member_for(self.request.user, self.cohort.pk, pk)

    def ask(self, request, member, form):
        return self.show(request, "type_in", member=member, form=form)


class WhoView(WagtailAdminTemplateMixin, View):
    """Who learns here, counted: for coordinators."""

    page_title = gettext_lazy("Who learns here")
    header_icon = "group"
    http_method_names = ["get", "head"]

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": reverse("lifelong_desk:who"), "label": self.page_title}]

    def get(self, request):
        if not may_manage_all(request.user):
            raise PermissionDenied
        return render(request, "people/desk/who.html", self.get_context_data(tallies=tallies()))
