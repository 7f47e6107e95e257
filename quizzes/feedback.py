"""What a learner reads after an answer was checked."""

from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _


def show_words(said, language):
    """Return `Words` as HTML, with their own `lang` where they fell back to another language."""
    if said.language == language:
        return format_html("{}", said.text)
    return format_html('<span lang="{}">{}</span>', said.language, said.text)


def show_feedback(item, answer, answer_language, language):
    """Return the verdict on an answer and the reasons for it, as HTML for a reader of `language`."""
    mark = item.mark(answer, answer_language)
    said = [item.say(path, language) for path in (*mark.feedback, "explanation")]
    parts = [(_paragraph(words, language),) for words in said if words.text]
    if mark.right_spelling:
        note = _("The right spelling: %(spelling)s") % {"spelling": mark.right_spelling}
        parts.insert(0, (format_html("<p>{}</p>", note),))
    state, verdict = verdict_of(mark.fraction)
    return format_html(
        '<div class="feedback feedback-{}" role="status"><p class="verdict">{}</p>{}</div>',
        state,
        verdict,
        format_html_join("", "{}", parts),
    )


def verdict_of(fraction):
    """Return (state, word) for a fraction of the mark."""
    if fraction >= 1:
        return "right", _("Correct")
    if fraction > 0:
        return "partly", _("Partly correct")
    return "wrong", _("Not correct yet")


def _paragraph(words, language):
    html = mark_safe(linebreaks(words.text, autoescape=True))  # noqa: S308 - escaped by linebreaks
    if words.language == language:
        return html
    return format_html('<div lang="{}">{}</div>', words.language, html)
