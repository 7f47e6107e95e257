"""`manage.py create_groups`: what coordinators and teachers may do, so that nobody has to look for it."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import GroupPagePermission, Page

TO_ENTER = ["wagtailadmin.access_admin"]
LISTS = ("place", "cohort", "labcomputer")
REGISTERS = ("guardianship", "consent")  # rows are added and ended, never changed
COORDINATING = [
    *(f"lifelong_people.{deed}_{what}" for deed in ("add", "change", "delete") for what in LISTS),
    *(f"lifelong_people.{deed}_{what}" for deed in ("add", "delete") for what in REGISTERS),
    "lifelong_people.change_keepingrules",
    "lifelong_lessons.change_labsettings",
    "lifelong_lessons.change_helplines",
]
ON_ALL_PAGES = (
    "add_page",
    "change_page",
    "publish_page",
)  # reports are of the courses that somebody works on


class Command(BaseCommand):
    help = "Makes groups for coordinators and teachers. Does nothing where a group may look after classes already."

    @transaction.atomic
    def handle(self, **options):
        if Group.objects.filter(permissions__in=permissions(["lifelong_people.change_cohort"])).exists():
            return
        with translation.override(settings.LANGUAGE_CODE):
            coordinators = Group.objects.get_or_create(name=_("Coordinators"))[0]
            teachers = Group.objects.get_or_create(name=_("Teachers"))[0]
        coordinators.permissions.add(*permissions(TO_ENTER + COORDINATING))
        teachers.permissions.add(*permissions(TO_ENTER))
        for right in permissions(f"wagtailcore.{codename}" for codename in ON_ALL_PAGES):
            GroupPagePermission.objects.get_or_create(
                group=coordinators, page=Page.get_first_root_node(), permission=right
            )


def permissions(names):
    """Return the rights of these names ("app.codename"); LookupError where there is none of a name."""
    found = [
        Permission.objects.filter(content_type__app_label=app, codename=codename).first()
        for app, codename in (name.split(".") for name in names)
    ]
    if None in found:
        raise LookupError("A right has another name now.")
    return found
