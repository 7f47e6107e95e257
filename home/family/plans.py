"""The family's plan for a week: written, kept and erased by the person whose it is."""

from datetime import timedelta

from django import forms
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from home.models import FamilyPlan


class PlanForm(forms.ModelForm):
    words = forms.CharField(
        label=_("What we will try this week"),
        help_text=_("One small thing is enough. Write as you would say it at home."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write what you want to try.")},
    )
    when = forms.CharField(
        label=_("When and with whom"),
        help_text=_("For example: after supper, all together."),
        max_length=200,
        required=False,
    )

    class Meta:
        model = FamilyPlan
        fields = ["words", "when"]


def plan_of(person, week) -> FamilyPlan:
    """Return somebody's plan for the week that begins on this Monday, a new one if they have none."""
    plan = FamilyPlan.objects.by(person).filter(week=week).first()
    return plan or FamilyPlan(person=person, week=week)


def keep(plan, typed) -> None:
    """Keep what was typed; safe when the button was pressed twice."""
    FamilyPlan.objects.update_or_create(person=plan.person, week=plan.week, defaults=typed)


def erase(person, week: str) -> int:
    """Erase somebody's plan for a week given as 2026-11-23; return how many there were."""
    try:
        monday = parse_date(week)
    except ValueError:
        monday = None
    return FamilyPlan.objects.by(person).filter(week=monday).delete()[0] if monday else 0


def days_of(week):
    return [week + timedelta(days=number) for number in range(7)]
