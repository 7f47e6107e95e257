"""Which courses a learner takes, for the file that they get."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from languages.reading import titles_of

from .models import Enrolment
from .outline import outlines
from .progress import progress_as_seen


def parts(learner):
    enrolments = list(Enrolment.objects.by(learner).order_by("enrolled_at"))
    keys = {str(one.course_key) for one in enrolments}
    titles, hidden = titles_of(keys), _hidden(learner, keys)
    return [
        {
            "name": "courses",
            "title": _("Your courses"),
            "columns": [_("Course"), _("How"), _("Joined"), _("Left"), _("Completed")],
            "rows": [
                [
                    titles.get(one.course_key, ""),
                    one.get_how_display(),
                    one.enrolled_at,
                    one.ended_at,
                    None if str(one.course_key) in hidden else one.completed_at,
                ]
                for one in enrolments
            ],
        }
    ]


def _hidden(learner, keys):
    """Return the courses whose completion would give away a mark that is still held back."""
    found = outlines(keys, get_language())
    progress = progress_as_seen([step for outline in found.values() for step in outline.steps], learner)
    return {
        key
        for key, outline in found.items()
        if progress.hides_completion([step.key for step in outline.steps])
    }
