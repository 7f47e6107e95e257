"""What becomes of a learner's lessons when the learner is erased: that they were read goes on being counted."""

from django.utils.translation import gettext as _

from .models import ActivityRecord, LessonRecord


def what_goes_and_stays(learner):
    read, done = LessonRecord.objects.by(learner), ActivityRecord.objects.filter(record__learner=learner)
    return {"goes": [], "stays": [(_("Lessons"), read.count()), (_("Exercises"), done.count())]}


def hand_over(learner, nobody):
    """Give the records to nobody, without what their browser told of the way there."""
    ActivityRecord.objects.filter(record__learner=learner).update(result={})
    LessonRecord.objects.by(learner).update(learner=nobody)
