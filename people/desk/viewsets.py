"""Places, classes and lab computers, for whoever looks after them all."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.views.generic import CreateView, DeleteView
from wagtail.admin.viewsets.model import ModelViewSet

from people import lab
from people.models import Cohort, LabComputer, Place

from .forms import CohortForm, LabComputerForm, PlaceForm


class PlaceViewSet(ModelViewSet):
    model = Place
    name = url_prefix = "places"
    url_namespace = "lifelong_places"
    icon = "site"
    menu_label = gettext_lazy("Places")
    list_display = ["__str__", "within"]
    copy_view_enabled = False

    def get_form_class(self, for_update=False):
        return PlaceForm


class CohortViewSet(ModelViewSet):
    """Making and changing classes; looking after one is the desk's."""

    model = Cohort
    name = url_prefix = "cohorts"
    url_namespace = "lifelong_cohorts"
    icon = "group"
    menu_label = gettext_lazy("Classes")
    list_display = ["name", "place", "ended_on"]
    copy_view_enabled = False

    def get_form_class(self, for_update=False):
        return CohortForm


class RegisterView(CreateView):
    """Make the very browser that this form is sent from a lab computer."""

    page_title = gettext_lazy("Register this computer")

    def form_valid(self, form):
        response = redirect(reverse(self.index_url_name))
        lab.register(response, form.save(commit=False), self.request.user)
        messages.success(self.request, _("This browser is a lab computer now. Sign out to see its door."))
        return response


class RevokeView(DeleteView):
    """Make a lab computer an ordinary browser again. What it was stays on the list."""

    page_title = gettext_lazy("Take back")

    @property
    def confirmation_message(self):
        return _("This computer will show no classes and no names any more. Short PINs stop working on it.")

    def delete_action(self):
        lab.revoke(self.object)

    def get_success_message(self):
        return _("“%(name)s” is an ordinary browser again.") % {"name": self.object}


class LabComputerViewSet(ModelViewSet):
    model = LabComputer
    name = url_prefix = "lab-computers"
    url_namespace = "lifelong_lab_computers"
    icon = "desktop"
    menu_label = gettext_lazy("Lab computers")
    list_display = ["name", "place", "registered_at", "registered_by", "revoked_at"]
    add_view_class = RegisterView
    delete_view_class = RevokeView
    copy_view_enabled = False

    def get_form_class(self, for_update=False):
        return LabComputerForm
