"""How far somebody has come in a lesson, in words that explain themselves."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def say_progress(questions, unanswered, activities, undone):
    """Return the sentence for so many questions and activities, and so many of each that are left."""
    total, left = questions + activities, unanswered + undone
    if not total:
        return _("When you have read the lesson, press the button.")
    if not left:
        return _("All is done. Press the button.") if activities else _("All questions are answered.")
    numbers = {"done": total - left, "total": total, "left": left}
    if unanswered and undone:
        return _(
            "%(done)s of %(total)s done. Questions left: %(questions)s. Exercises left: %(exercises)s."
        ) % (numbers | {"questions": unanswered, "exercises": undone})
    if undone:
        sentence = ngettext(
            "%(done)s of %(total)s done. Left: do %(left)s exercise.",
            "%(done)s of %(total)s done. Left: do %(left)s exercises.",
            left,
        )
        return sentence % numbers
    sentence = ngettext(
        "%(done)s of %(total)s done. Left: answer %(left)s question.",
        "%(done)s of %(total)s done. Left: answer %(left)s questions.",
        left,
    )
    return sentence % numbers
