"""The statistics as a file for a spreadsheet: every figure, one line a question, then what each option drew."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from languages import spreadsheets

from ..rounding import rounded


def as_csv(test, questions):
    """Return the figures as text."""
    return spreadsheets.as_csv([*_questions(questions), [], *_options(questions), [], *_whole(test)])


def figure(value):
    """Return a figure for a cell, to two places; empty where it is not available."""
    if value is None:
        return ""
    text = f"{rounded(value, 2):f}"
    return text if get_language() == "en" else text.replace(".", ",")


def _questions(questions):
    yield [
        _("No."),
        _("Question"),
        _("Asked"),
        _("Answered"),
        _("Right on average, %"),
        _("Standard deviation, %"),
        _("Discrimination index, %"),
        _("Discriminative efficiency, %"),
        _("Effective weight, %"),
    ]
    for number, one, stem in questions:
        figures = (one.facility, one.deviation, one.discrimination, one.efficiency, one.weight)
        yield [number, stem, one.asked, one.answered, *map(figure, figures)]


def _options(questions):
    yield [
        _("No."),
        _("Part of the question"),
        _("Answer"),
        _("Right"),
        _("Chosen by"),
        _("Share, %"),
        _("Their mean result, %"),
    ]
    for number, one, _unused in questions:
        for drawn in one.drawn:
            is_right = _("yes") if drawn.is_right else _("no")
            figures = (drawn.count, figure(drawn.share), figure(drawn.mean_result))
            yield [number, drawn.part, drawn.text, is_right, *figures]


def _whole(test):
    yield [_("Tests"), test.sittings]
    for name, value in named_figures(test):
        yield [f"{name}, %", figure(value)]


def named_figures(test):
    """Return (name, value) of the figures of a whole test."""
    return [
        (_("Mean result"), test.mean_result),
        (_("Standard deviation"), test.deviation),
        (_("Internal consistency (Cronbach's alpha)"), test.consistency),
        (_("Error ratio"), test.error_ratio),
        (_("Standard error"), test.standard_error),
    ]
