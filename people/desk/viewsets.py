"""Places, classes and lab computers, for whoever looks after them all."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, DeleteView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from people import consents, lab, looks
from people.models import Cohort, Consent, Guardianship, LabComputer, Place

from .forms import CohortForm, ConsentForm, GuardianshipForm, LabComputerForm, PlaceForm


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
        computer = lab.register(response, form.save(commit=False), self.request.user)
        looks.set_up(computer, response)
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


class NeverChangedPolicy(ModelPermissionPolicy):
    """A register: rows are added and ended, and never written over."""

    def user_has_permission(self, user, action):
        return action != "change" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return super().user_has_any_permission(user, set(actions) - {"change"})


class LinkView(CreateView):
    def save_instance(self):
        self.form.instance.linked_by = self.request.user
        return super().save_instance()


class UnlinkView(DeleteView):
    """End a link. That there was one stays in the register."""

    @property
    def confirmation_message(self):
        return _("The guardian will see nothing of this learner any more.")

    def delete_action(self):
        Guardianship.objects.in_force().filter(pk=self.object.pk).update(ended_at=timezone.now())


class GuardianshipViewSet(ModelViewSet):
    model = Guardianship
    permission_policy = NeverChangedPolicy(Guardianship)
    name = url_prefix = "guardians"
    url_namespace = "lifelong_guardians"
    icon = "user"
    menu_label = gettext_lazy("Guardians and children")
    list_display = ["guardian", "learner", "linked_at", "ended_at"]
    add_view_class = LinkView
    delete_view_class = UnlinkView
    copy_view_enabled = False

    def get_form_class(self, for_update=False):
        return GuardianshipForm


class RecordView(CreateView):
    def save_instance(self):
        self.form.instance.recorded_by = self.request.user
        return super().save_instance()


class WithdrawView(DeleteView):
    """Take a consent back. The register keeps that it was given, and by whom it was taken back."""

    @property
    def confirmation_message(self):
        return _(
            "It is not in force from this moment on. The register keeps what was agreed to and when it ended."
        )

    def delete_action(self):
        in_force = Consent.objects.filter(pk=self.object.pk, withdrawn_at=None)
        consents.end(in_force, self.request.user)


def given(consent) -> str:
    """Return who agreed, how and when, in a few words."""
    return _in_one(consent.given_by, consent.get_how_display(), day=consent.given_on)


def taken_back(consent) -> str:
    at = consent.withdrawn_at
    return _in_one(consent.withdrawn_by, day=at and timezone.localdate(at))


def _in_one(*words, day):
    day = date_format(day, "SHORT_DATE_FORMAT") if day else ""
    return ", ".join(word for word in (*words, day) if word)


class ConsentViewSet(ModelViewSet):
    """The register of consents."""

    model = Consent
    permission_policy = NeverChangedPolicy(Consent)
    name = url_prefix = "consents"
    url_namespace = "lifelong_consents"
    icon = "doc-full"
    menu_label = gettext_lazy("Consents")
    # Who, when and how stand together: eight columns are wider than the screens of a school.
    list_display = [
        "learner",
        "purpose",
        Column("given", label=capfirst(gettext_lazy("given by")), accessor=given, sort_key="given_on"),
        "until",
        Column(
            "taken_back",
            label=capfirst(gettext_lazy("taken back")),
            accessor=taken_back,
            sort_key="withdrawn_at",
        ),
    ]
    list_filter = ["purpose", "how"]
    add_view_class = RecordView
    delete_view_class = WithdrawView
    copy_view_enabled = False

    def get_form_class(self, for_update=False):
        return ConsentForm
