"""What becomes of a learner's enrolments when the learner is erased: they go on being counted."""

from django.utils.translation import gettext as _

from .models import Enrolment


def what_goes_and_stays(learner):
    return {"goes": [], "stays": [(_("Places in courses"), Enrolment.objects.by(learner).count())]}


def hand_over(learner, nobody):
    Enrolment.objects.by(learner).update(learner=nobody)
