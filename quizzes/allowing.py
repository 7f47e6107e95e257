"""Who is allowed what beyond the rules of a test, and until when the clock of an attempt runs by that.

A group is whatever the site has: a function under the hook `lifelong_groups` returns [(key, name)] to choose
from, one under `lifelong_groups_of` returns the keys of a learner's groups. Django's own groups are there already.
"""

from django.contrib.auth.models import Group
from django.db.models import Q
from wagtail import hooks

from .attempting import end_of
from .leniency import rules_with
from .models.allowances import Allowance, Outage
from .models.attempts import STOPPED, Attempt
from .writing import one_writer


def rules_for(learner, page_key, rules):
    """Return the rules of a test as they hold for a learner. Runs one query, more where groups are allowed things."""
    rows = Allowance.objects.filter(Q(learner=learner) | Q(learner=None), page_key=page_key)
    found = list(rows)
    if any(row.group for row in found):
        groups = groups_of(learner)
        found = [row for row in found if row.learner_id or row.group in groups]
    return rules_with(rules, found)


def rules_on(learner, rules):
    """As `rules_for`, for many tests at once: {page key: rules} in and out."""
    rows = list(Allowance.objects.filter(Q(learner=learner) | Q(learner=None), page_key__in=list(rules)))
    groups = groups_of(learner) if any(row.group for row in rows) else ()
    own = [row for row in rows if row.learner_id or row.group in groups]
    return {
        key: rules_with(one, [row for row in own if str(row.page_key) == key]) for key, one in rules.items()
    }


def time_for(rules, started_at, stood_still=()):
    """Return when the time of an attempt is up, with the outages that are known by now. Runs one query at most.

    `stood_still` is when its own clock stood still beside them.
    """
    if end_of(rules, started_at) is None:
        return None
    return end_of(rules, started_at, sorted([*outages_since(started_at), *stood_still]))


def outages_since(at):
    """Return [(from, to)] of the outages that lasted longer than that, in their order.

    One that a clock made by jumping forward holds only for what was begun by that clock before: what lies
    between, by the calendar, was begun when the clock was right.
    """
    outages = Outage.objects.filter(ended_at__gt=at).exclude(is_by_clock=True, began_at__lt=at)
    return sorted(outages.values_list("began_at", "ended_at"))


def set_clocks_anew(never_sooner=False, **which):
    """Reckon again when the time of running tests is up, after somebody was allowed more or an outage was declared.

    `never_sooner` leaves alone the clocks that would end earlier than they do now.
    """
    running = Attempt.objects.open().filter(mode=Attempt.Mode.TEST, **which).exclude(STOPPED)
    for attempt in running.select_related("version", "learner"):
        rules = rules_for(attempt.learner, attempt.page_key, attempt.rules)
        ends_at = time_for(rules, attempt.started_at, attempt.stood_still)
        if never_sooner and (attempt.ends_at is None or (ends_at and ends_at < attempt.ends_at)):
            continue
        if ends_at != attempt.ends_at:
            with one_writer():
                Attempt.objects.filter(pk=attempt.pk, finished_at=None).update(ends_at=ends_at)


def groups_of(learner):
    keys = {f"group:{pk}" for pk in learner.groups.values_list("pk", flat=True)}
    return keys.union(*(find(learner) for find in hooks.get_hooks("lifelong_groups_of")))


def group_choices():
    """Return [(key, name)] of every group there is."""
    own = [(f"group:{pk}", name) for pk, name in Group.objects.order_by("name").values_list("pk", "name")]
    return own + [pair for find in hooks.get_hooks("lifelong_groups") for pair in find()]
