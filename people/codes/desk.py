"""Coordinators let somebody who has lost their telephone in again."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from people.roles import may_manage_all

from . import keeping


class CodesView(WagtailAdminTemplateMixin, View):
    """Who of the staff signs in with a code, and taking one back."""

    page_title = gettext_lazy("One-time codes of the staff")
    header_icon = "lock"
    http_method_names = ["get", "head", "post"]

    def dispatch(self, request, *args, **kwargs):
        if not may_manage_all(request.user) or not keeping.is_ready():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": reverse("lifelong_desk:codes"), "label": self.page_title}]

    def people(self):
        """Return those with codes; an administrator's are for another administrator to take back."""
        people = get_user_model()._default_manager.filter(totpdevice__confirmed=True).distinct()
        people = people.select_related("learner_profile").order_by("pk")
        return people if self.request.user.is_superuser else people.filter(is_superuser=False)

    def get(self, request):
        return render(request, "people/desk/codes.html", self.get_context_data(people=self.people()))

    def post(self, request):
        number = request.POST.get("person", "")
        person = get_object_or_404(self.people(), pk=number if number.isdecimal() else 0)
        keeping.switch_off(person)
        log(instance=person, action="lifelong.code_reset", user=request.user)
        messages.success(request, _("They sign in with the password alone, and can switch codes on again."))
        return redirect("lifelong_desk:codes")
