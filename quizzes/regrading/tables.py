"""The columns of the regrading screens, and how marks are put into words there."""

from decimal import Decimal

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from ..judged import shown_number
from ..models.regrades import Regrade


def arrow(before, after):
    """Return "before → after" as HTML that is read aloud as a sentence."""
    words = pgettext("a mark that is changed to another", "becomes")
    return format_html(
        '{} <span aria-hidden="true">→</span><span class="w-sr-only">{}</span> <b>{}</b>',
        before,
        words,
        after,
    )


def points(fraction, worth):
    return _("no mark") if fraction is None else shown_number(fraction * worth)


def total(value):
    return _("no total yet") if value is None else shown_number(value)


def passing(value):
    return _("passed") if value else _("not yet")


def remark_of(change):
    """Return how the mark of the one question changes, in points."""
    remark = change.remarks[0]
    return arrow(points(remark.before, remark.worth), points(remark.after, remark.worth))


def _totals_of(change):
    return arrow(total(change.before), total(change.after))


def passing_of(change):
    if change.was_passed == change.is_passed:
        return passing(change.is_passed)
    return arrow(passing(change.was_passed), passing(change.is_passed))


def change_columns(names):
    """Return the columns of a dry run; `names` is {learner pk: name}."""
    return [
        Column("learner", label=_("Learner"), accessor=lambda one: names[one.attempt.learner_id]),
        DateColumn("finished", label=_("Finished"), accessor="attempt.finished_at"),
        Column("mark", label=_("Points for the question"), accessor=remark_of),
        Column(
            "total",
            label=_("Points for the test"),
            accessor=lambda one: arrow(total(one.before), total(one.after)),
        ),
        Column("result", label=_("Result"), accessor=passing_of),
    ]


def question_columns(get_url):
    return [
        Column("number", label=_("No."), accessor=lambda one: one.number or "–", width="5%"),
        TitleColumn("stem", label=_("Question"), accessor=lambda one: one.stem.text, get_url=get_url),
        Column("state", label=_("By the key of now"), accessor=_state_of, width="25%"),
        Column("answers", label=_("Answers"), width="10%"),
        Column("older", label=_("To an older version"), width="15%"),
    ]


def history_columns(get_url, stems, names):
    """Return the columns of what was done on a page; `stems` is {item id: text}."""

    def stem_of(made):
        return stems.get(str(made.item_id), "–") if made.item_id else _("All questions")

    return [
        TitleColumn("how", label=_("What was done"), accessor=how_of, get_url=get_url, width="25%"),
        Column(
            "question",
            label=_("Question"),
            accessor=lambda one: stems.get(str(one.item_id), _("All questions")),
            width="30%",
        ),
        Column("reason", label=_("Why"), width="20%"),
        Column("count", label=_("Marks changed"), accessor="marks", width="10%"),
        Column("by", label=_("Who"), accessor=lambda one: names.get(one.made_by_id, "–")),
        DateColumn("made_at", label=_("When")),
    ]


def mark_columns(names):
    """Return the columns of what one regrade changed: a `MarkChange` a row."""
    return [
        Column("learner", label=_("Learner"), accessor=lambda one: names[one.response.attempt.learner_id]),
        DateColumn("finished", label=_("Finished"), accessor="response.attempt.finished_at"),
        Column("mark", label=_("Points for the question"), accessor=_kept_mark),
        DateColumn("changed_at", label=_("Changed")),
    ]


def _kept_mark(change):
    worth = Decimal(change.response.item_version.content["points"])
    return arrow(points(change.before, worth), points(change.after, worth))


def how_of(made):
    if made.how == Regrade.How.EVERYBODY:
        return _("Full marks for everybody")
    return _("Marked again by the key")


def _state_of(question):
    if question.gift:
        return _("Everybody has full marks")
    if not question.is_marked_by_key:
        return _("Not asked any more") if question.number is None else _("Marked by a person")
    if question.changing:
        return _("Marks that would change: %(count)s") % {"count": question.changing}
    return _("All marks fit")
