"""The screens of the desk."""

from django.contrib import messages
from django.db import IntegrityError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import log

from people.models import LearnerProfile
from people.roles import is_staff, may_manage_all

from . import giving, permitting
from .cards import card_of
from .forms import KnownPersonForm, NewPersonForm, PersonForm, SecretForm
from .roster import roster


class ClassesView(BaseListingView):
    """The classes that a person looks after."""

    page_title = gettext_lazy("Classes")
    header_icon = "group"
    template_name = "wagtailadmin/generic/listing.html"
    results_template_name = "wagtailadmin/generic/listing_results.html"
    index_url_name = "lifelong_desk:classes"
    columns = [
        TitleColumn(
            "name",
            label=gettext_lazy("Class"),
            get_url=lambda cohort: reverse("lifelong_desk:class", args=[cohort.pk]),
        ),
        Column("place", label=gettext_lazy("Place")),
        Column("people", label=gettext_lazy("People")),
    ]

    def get_queryset(self):
        return permitting.counted(permitting.own_cohorts(self.request.user), get_language())

    @cached_property
    def header_buttons(self):
        if not may_manage_all(self.request.user):
            return []
        add, who = reverse("lifelong_cohorts:add"), reverse("lifelong_desk:who")
        return [
            HeaderButton(_("Add a class"), url=add, icon_name="plus"),
            HeaderButton(_("Who learns here"), url=who, icon_name="group"),
        ]

    @cached_property
    def header_more_buttons(self):
        if not may_manage_all(self.request.user):
            return []
        codes = reverse("lifelong_desk:codes")
        return [HeaderButton(_("One-time codes of the staff"), url=codes, icon_name="lock")]

    @property
    def no_results_message(self):
        return _("You have no class yet. The coordinator makes classes and names their teachers.")


class OfOneClass(WagtailAdminTemplateMixin, View):
    """What the screens of a class share: the class, who may be here, the way back."""

    header_icon = "group"
    http_method_names = ["get", "head", "post"]

    def dispatch(self, request, *args, cohort, **kwargs):
        self.cohort = permitting.cohort_for(request.user, cohort)
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return self.cohort.name

    def get_page_subtitle(self):
        return str(self.cohort.place)

    def get_breadcrumbs_items(self):
        classes = {"url": reverse("lifelong_desk:classes"), "label": _("Classes")}
        here = {"url": self.address("class"), "label": self.cohort.name}
        return [*self.breadcrumbs_items, classes, here]

    def address(self, name, *args):
        return reverse(f"lifelong_desk:{name}", args=[self.cohort.pk, *args])

    def show(self, request, template, **context):
        context = self.get_context_data(cohort=self.cohort, **context)
        response = render(request, f"people/desk/{template}.html", context)
        response["Cache-Control"] = "no-store, private"  # a new secret is shown once
        return response


class ClassView(OfOneClass):
    """Who is in the class, and what to do for each."""

    def get(self, request):
        rows = roster(self.cohort, get_language())
        return self.show(request, "class", rows=rows, kinds=giving.KINDS.items())

    @property
    def header_buttons(self):
        many = f"{reverse('lifelong_desk:list')}?class={self.cohort.pk}"
        return [
            HeaderButton(_("Add a person"), url=self.address("new-person"), icon_name="plus"),
            HeaderButton(_("Add people by list"), url=many, icon_name="list-ul"),
        ]

    @property
    def header_more_buttons(self):
        buttons = [
            HeaderButton(_("Print cards"), url=self.address("cards"), icon_name="print"),
            HeaderButton(_("Print the questions"), url=self.address("questions"), icon_name="print"),
        ]
        if may_manage_all(self.request.user):
            edit = reverse("lifelong_cohorts:edit", args=[self.cohort.pk])
            buttons.append(HeaderButton(_("Change the class"), url=edit, icon_name="edit"))
        return buttons


class NewPersonView(OfOneClass):
    """A new account in five fields; a coordinator may also take in somebody who has one."""

    def get(self, request):
        return self.ask(request, NewPersonForm(initial={"language": get_language()}), KnownPersonForm())

    def post(self, request):
        if "known" in request.POST and may_manage_all(request.user):
            return self.take_in(request)
        form = NewPersonForm(request.POST)
        if not form.is_valid():
            return self.ask(request, form, KnownPersonForm())
        try:
            member, given = giving.welcome(self.cohort, by=request.user, **form.cleaned_data)
        except IntegrityError:  # somebody took the login a moment ago
            form.add_error("login", _("Somebody has this login already. Choose another one."))
            return self.ask(request, form, KnownPersonForm())
        return self.show(request, "given", card=card_of(request, member, given))

    def take_in(self, request):
        form = KnownPersonForm(request.POST)
        if not form.is_valid():
            return self.ask(request, NewPersonForm(), form)
        self.cohort.add(form.learner)
        messages.success(request, _("Added to the class."))
        return redirect(self.address("class"))

    def ask(self, request, form, known_form):
        known_form = known_form if may_manage_all(request.user) else None
        return self.show(request, "new_person", form=form, known_form=known_form)


class PersonView(OfOneClass):
    """Change how somebody in the class is called, their picture and their place; that it was changed is noted."""

    def dispatch(self, request, *args, cohort, member, **kwargs):
        self.member = permitting.member_for(request.user, cohort, member)
        return super().dispatch(request, *args, cohort=cohort, **kwargs)

    def get(self, request):
        return self.ask(request, PersonForm(instance=LearnerProfile.seen_with(self.member.learner)))

    def post(self, request):
        form = PersonForm(request.POST, instance=LearnerProfile.of(self.member.learner))
        if not form.is_valid():
            return self.ask(request, form)
        form.save()
        if form.changed_data:
            changed = {"fields": form.changed_data}  # and not what stood there
            log(self.member.learner, "lifelong.person_changed", user=request.user, data=changed)
        messages.success(request, _("Saved."))
        return redirect(self.address("class"))

    def ask(self, request, form):
        return self.show(request, "person", member=self.member, form=form)


class SecretView(OfOneClass):
    """Give somebody a new secret; the answer shows it, once."""

    def get(self, request, member):
        """Lead whoever unlocks their screen back to the class: the secret is not shown again."""
        return redirect(self.address("class"))

    def post(self, request, member):
        member = permitting.member_for(request.user, self.cohort.pk, member)
        form = SecretForm(request.POST)
        if not form.is_valid():
            return redirect(self.address("class"))
        given = giving.give(member.learner, form.cleaned_data["kind"], request.user)
        return self.show(request, "given", card=card_of(request, member, given))


class UnlockView(OfOneClass):
    http_method_names = ["post"]

    def post(self, request, member):
        member = permitting.member_for(request.user, self.cohort.pk, member)
        giving.unlock(member.learner, request.user)
        messages.success(request, _("They can sign in again."))
        return redirect(self.address("class"))


class LeaveView(OfOneClass):
    """Take somebody off the class; their account and what they learnt stay."""

    http_method_names = ["post"]

    def post(self, request, member):
        member = permitting.member_for(request.user, self.cohort.pk, member)
        member.leave()
        messages.success(request, _("Taken off the class. The account stays as it is."))
        return redirect(self.address("class"))


class CardsView(OfOneClass):
    """Cards of the whole class to print and cut. They never carry a secret: that is written in by hand."""

    def get(self, request):
        members = self.cohort.memberships.present().by_name(get_language())
        cards = [card_of(request, member) for member in members if not is_staff(member.learner)]
        return self.show(request, "cards", cards=cards)
