"""The plans that somebody wrote for their family: in the file that they get, and gone with their account."""

from django.utils.translation import gettext as _

from home.models import FamilyPlan


def parts(person):
    plans = FamilyPlan.objects.by(person).order_by("week")
    return [
        {
            "name": "family-plans",
            "title": _("Your family plans"),
            "columns": [_("Week from"), _("What we will try this week"), _("When and with whom")],
            "rows": [[one.week, one.words, one.when] for one in plans],
        }
    ]


def what_goes_and_stays(person):
    return {"goes": [(_("Family plans"), FamilyPlan.objects.by(person).count())], "stays": []}
