"""What the school knows of a person, for whoever asks by name."""

from django.db.models import prefetch_related_objects
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.staticfiles import versioned_static

from . import fillers
from .desk.permitting import has_own_cohorts
from .desk.viewsets import (
    CohortViewSet,
    ConsentViewSet,
    GuardianshipViewSet,
    LabComputerViewSet,
    PlaceViewSet,
)
from .handing_over import locking
from .models import Cohort, LearnerProfile, name_of
from .own_data import menu, own_parts


@hooks.register("lifelong_reader")
def reader_kept_with_the_person(request):
    """Return whom a person reads as ("" before they have said), or None for a visitor."""
    if not request.user.is_authenticated:
        return None
    profile = LearnerProfile.seen_with(request.user)
    return profile.reader if profile else ""


@hooks.register("lifelong_reader_chosen")
def keep_the_reader_with_the_person(request, reader):
    if not request.user.is_authenticated:
        return False
    LearnerProfile.objects.update_or_create(learner=request.user, defaults={"reader": reader})
    return True


@hooks.register("lifelong_names_of")
def tell_names(learners):
    """Return {learner's pk: name}. Runs one query."""
    prefetch_related_objects(learners, "learner_profile")
    return {learner.pk: name_of(learner) for learner in learners}


@hooks.register("insert_global_admin_js")
def lock_the_admin_as_well():
    """Load what locks an idle screen. Staff have one idle time everywhere, so no request is needed to know it."""
    seconds = locking.idle_seconds_of_staff()
    return fillers.hand_over_script(seconds, reverse("lifelong_people:here") + "?admin") if seconds else ""


@hooks.register("insert_global_admin_css")
def style_the_warning():
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("people/css/hand-over.css"))


class ClassesMenuItem(MenuItem):
    def is_shown(self, request):
        return has_own_cohorts(request.user)


@hooks.register("register_admin_menu_item")
def offer_the_desk():
    return ClassesMenuItem(
        _("Classes"), reverse("lifelong_desk:classes"), name="classes", icon_name="group", order=250
    )


@hooks.register("register_admin_urls")
def register_the_desk():
    return [path("classes/", include("people.desk.urls"))]


@hooks.register("register_admin_viewset")
def register_places_and_computers():
    return [
        PlaceViewSet(add_to_settings_menu=True, menu_order=310),
        CohortViewSet(),
        LabComputerViewSet(add_to_settings_menu=True, menu_order=320),
        GuardianshipViewSet(add_to_settings_menu=True, menu_order=330),
        ConsentViewSet(add_to_settings_menu=True, menu_order=340),
    ]


@hooks.register("register_log_actions")
def name_what_is_noted(actions):
    actions.register_action("lifelong.new_secret", _("New sign-in secret"), _("Gave a new sign-in secret"))
    actions.register_action(
        "lifelong.person_changed", _("Person changed"), _("Changed name, picture or place")
    )
    actions.register_action("lifelong.own_file", _("File of own data"), _("Made the file of their data"))
    actions.register_action("lifelong.merged", _("Joined accounts"), _("Joined two accounts of one person"))
    actions.register_action("lifelong.erased", _("Erased"), _("Erased a person"))
    actions.register_action(
        "lifelong.code_reset", _("One-time code taken back"), _("Took the one-time code back")
    )
    actions.register_action("lifelong.unlocked", _("Unlocked"), _("Let them sign in again at once"))


@hooks.register("lifelong_own_data")
def tell_a_person_who_they_are_here(person):
    return own_parts.parts(person)


@hooks.register("lifelong_erasing")
def tell_what_erasing_does_to_an_account(person):
    return own_parts.what_goes_and_stays(person)


@hooks.register("register_admin_urls")
def register_personal_data():
    return [path("personal-data/", include("people.own_data.admin_urls"))]


@hooks.register("register_settings_menu_item")
def list_personal_data():
    return menu.PersonalDataMenuItem()


@hooks.register("lifelong_groups")
def offer_classes_for_exceptions():
    """Return [(key, name)] of the classes that run, for whom a test may have other rules."""
    return [(f"cohort:{pk}", name) for pk, name in Cohort.objects.running().values_list("pk", "name")]


@hooks.register("lifelong_groups_of")
def tell_classes_of(learner):
    """Return the keys of the classes that a learner is in. Runs one query."""
    present = learner.lifelong_memberships.present()
    return {f"cohort:{pk}" for pk in present.values_list("cohort_id", flat=True)}
