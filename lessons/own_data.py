"""What is kept of a learner in lessons, for the file that they get."""

from django.utils.translation import gettext as _

from languages.reading import titles_of

from .models import ActivityRecord, LessonRecord


def parts(learner):
    records = LessonRecord.objects.by(learner).order_by("first_opened_at")
    done = ActivityRecord.objects.filter(record__learner=learner).select_related("record").order_by("done_at")
    titles = titles_of({one.lesson_key for one in records} | {one.record.lesson_key for one in done})
    return [
        {
            "name": "lessons",
            "title": _("Your lessons"),
            "columns": [_("Lesson"), _("First opened"), _("Last here"), _("Completed")],
            "rows": [
                [titles.get(one.lesson_key, ""), one.first_opened_at, one.last_seen_at, one.completed_at]
                for one in records
            ],
        },
        {
            "name": "exercises",
            "title": _("Exercises that you did"),
            "columns": [_("Lesson"), _("Done"), _("What it told")],
            "rows": [[titles.get(one.record.lesson_key, ""), one.done_at, _told(one.result)] for one in done],
        },
    ]


def _told(result):
    return ", ".join(f"{name}: {number}" for name, number in result.items())
