"""What a learner reads of a person's mark: that it is waited for, what was earned and why, or what to improve."""

from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from .feedback import show_reason, show_words, verdict_of
from .models.judgements import Submission
from .rounding import rounded

PLACES = 2


def latest_submissions(responses):
    """Return {response pk: its latest `Submission`, with what was said to it}. Runs one query, none for nothing."""
    pks = [response.pk for response in responses]
    if not pks:
        return {}
    found = Submission.objects.filter(response__in=pks).with_judgement()
    return {submission.response_id: submission for submission in found}


def show_standing(item, response, submission, language, button=""):
    """Return where an answer stands with its teacher, as HTML for a reader of `language`.

    `button` is what a learner presses to hand an improved answer in.
    """
    judgement = submission and submission.judgement
    if judgement and judgement.is_returned:
        return _box("returned", _("Not yet. Please improve your answer."), _comment(judgement), button)
    if submission is None or not submission.holds(response):
        return ""
    if judgement is None:
        return _box("waiting", _("Handed in. Your teacher will mark it."))
    return _box(
        verdict_of(judgement.fraction)[0],
        points_words(item, judgement.fraction),
        _comment(judgement),
        show_levels(item, judgement.levels, language),
        _model_answer(item, language),
        show_reason(item, "explanation", language),
    )


def points_words(item, fraction):
    """Return "Points: 2.5 of 4", or that it is marked where the item is worth nothing."""
    if not item.points:
        return _("Marked")
    return _("Points: %(earned)s of %(all)s") % {
        "earned": shown_number(fraction * item.points),
        "all": shown_number(item.points),
    }


def shown_number(number):
    """Return a number of points as people write it, without zeros at its end and to two places."""
    return number_format(format(rounded(number, PLACES).normalize(), "f"), use_l10n=True)


def show_levels(item, chosen, language):
    """Return the rubric's criteria, each with the level that was reached, as an HTML list."""
    rows = []
    for criterion in item.rules.get("rubric", []):
        path = f"rubric.{criterion['id']}"
        for level in criterion["levels"]:
            if chosen.get(criterion["id"]) == level["id"]:
                words = (f"{path}.criterion", f"{path}.levels.{level['id']}.description")
                said = (show_words(item.say(one, language), language) for one in words)
                rows.append((*said, shown_number(level["points"])))
    if not rows:
        return ""
    return format_html('<ul class="levels">{}</ul>', format_html_join("", "<li><b>{}</b> {} ({})</li>", rows))


def _box(state, verdict, *parts):
    return format_html(
        '<div class="feedback feedback-{}" role="status"><p class="verdict">{}</p>{}</div>',
        state,
        verdict,
        format_html_join("", "{}", ((part,) for part in parts if part)),
    )


def _comment(judgement):
    if not judgement.comment:
        return ""
    words = mark_safe(linebreaks(judgement.comment, autoescape=True))  # noqa: S308 - escaped by linebreaks
    return format_html("<p><b>{}</b></p><blockquote>{}</blockquote>", _("Your teacher writes:"), words)


def _model_answer(item, language):
    words = show_reason(item, "model_answer", language)
    return words and format_html("<p><b>{}</b></p>{}", _("A model answer:"), words)
