"""What a learner reads after an answer was checked."""

from itertools import zip_longest

from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def show_words(said, language):
    """Return `Words` as HTML, with their own `lang` where they fell back to another language."""
    if said.language == language:
        return format_html("{}", said.text)
    return format_html('<span lang="{}">{}</span>', said.language, said.text)


def show_list(lines):
    """Return pieces of HTML as a list with bullets; a single one stands by itself."""
    lines = list(lines)
    if len(lines) == 1:
        return lines[0]
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((line,) for line in lines)))


def show_feedback(item, answer, answer_language, language, *, with_reasons=True, with_explanation=True):
    """Return the verdict on an answer and the reasons for it, as HTML for a reader of `language`."""
    mark = item.mark(answer, answer_language)
    state, verdict = verdict_of(mark.fraction)
    parts = show_reasons(item, mark, language) if with_reasons else []
    if with_reasons and with_explanation:
        parts.append(show_reason(item, "explanation", language))
    return format_html(
        '<div class="feedback feedback-{}" role="status"><p class="verdict">{}</p>{}</div>',
        state,
        verdict,
        format_html_join("", "{}", ((part,) for part in parts)),
    )


def show_reasons(item, mark, language):
    """Return the pieces of HTML that tell why an answer earned its mark."""
    return [
        *_notes(mark),
        *(_reason(item, *pair, language) for pair in zip_longest(mark.feedback, mark.about)),
        _what_is_left(item, mark.parts, language),
    ]


def show_hints(item, due, language):
    """Return the first `due` hints of an item, the newest last; "" where none is due."""
    hints = [(_("Hint"), show_reason(item, path, language)) for path in item.hints[:due]]
    row = '<div class="hint"><p><b>{}</b></p>{}</div>'
    return format_html('<div class="hints">{}</div>', format_html_join("", row, hints)) if hints else ""


def show_right_answer(item, language):
    """Return the right answer under its heading; "" where there is none to show."""
    right = item.right_answer(language)
    return right and format_html(
        '<div class="right-answer"><p><b>{}</b></p>{}</div>', _("Right answer"), right
    )


def verdict_of(fraction):
    """Return (state, word) for a fraction of the mark."""
    if fraction >= 1:
        return "right", _("Correct")
    if fraction > 0:
        return "partly", _("Partly correct")
    return "wrong", _("Not correct yet")


def _what_is_left(item, parts, language):
    """Return a list of the parts of an answer that are not right yet, each with its reason; "" where all are."""
    rows = [
        (_about(item, part, language), _state_of(part), _reason(item, part.feedback, None, language))
        for part in parts
        if part.fraction < 1
    ]
    row = '<li><p><b>{}</b> <span class="part-state">{}</span></p>{}</li>'
    return format_html('<ul class="feedback-parts">{}</ul>', format_html_join("", row, rows)) if rows else ""


def _about(item, part, language):
    return show_words(item.say(part.about, language), language) if part.about else part.label


def _state_of(part):
    """Return what is said of one part, in lower case: it stands behind what the part is about."""
    if part.is_empty:
        return pgettext("a part of an answer", "not answered")
    if part.fraction > 0:
        return pgettext("a part of an answer", "partly correct")
    return pgettext("a part of an answer", "not correct yet")


def _notes(mark):
    notes = [mark.note] if mark.note else []
    if mark.right_spelling:
        notes.append(_("The right spelling: %(spelling)s") % {"spelling": mark.right_spelling})
    return [format_html("<p>{}</p>", note) for note in notes]


def show_reason(item, path, language):
    """Return the words at `path` as paragraphs; nothing where nobody wrote any."""
    words = item.say(path, language)
    return _paragraph(words, language) if words.text else ""


def _reason(item, path, about, language):
    """Return the words at `path`, below the words that they are about."""
    reason = show_reason(item, path, language)
    if about is None or not reason:
        return reason
    return format_html("<p><b>{}</b></p>{}", show_words(item.say(about, language), language), reason)


def _paragraph(words, language):
    html = mark_safe(linebreaks(words.text, autoescape=True))  # noqa: S308 - escaped by linebreaks
    if words.language == language:
        return html
    return format_html('<div lang="{}">{}</div>', words.language, html)
