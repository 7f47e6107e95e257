"""What should have been checked again by now."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.permissions import page_permission_policy

from courses.models import SourcesPage
from languages.models import is_source
from lessons.models import HelpLine, HelpLines


@dataclass(frozen=True)
class Due:
    """Something to look up again; `url` is where its new date is entered."""

    what: str
    where: str
    checked_on: datetime.date
    check_again_by: datetime.date
    url: str


def due_for(user):
    """Return what the person may correct and should check again, the oldest first."""
    return sorted([*_facts(user), *_help_lines(user)], key=lambda one: one.check_again_by)


def facts_due(page):
    return [child for child in page.facts if child.block_type == "fact" and child.value.is_due]


def _facts(user):
    own = page_permission_policy.instances_user_has_permission_for(user, "change")
    for page in SourcesPage.objects.filter(pk__in=own.values("pk")).order_by("path"):
        if is_source(page):
            url, course = reverse("wagtailadmin_pages:edit", args=[page.pk]), page.get_parent().title
            for fact in facts_due(page):
                yield _due(strip_tags(fact.value["statement"]), course, fact.value, url)


def _help_lines(user):
    if not user.has_perm("lifelong_lessons.change_helplines"):
        return
    url = reverse("wagtailsettings:edit", args=["lifelong_lessons", "helplines"])
    for line in HelpLine.objects.filter(settings__in=HelpLines.objects.all()):
        if line.is_due:
            dates = {"checked_on": line.checked_on, "check_again_by": line.check_again_by}
            yield _due(str(line), _("Help lines"), dates, url)


def _due(what, where, dates, url):
    return Due(what, where, dates["checked_on"], dates["check_again_by"], url)
