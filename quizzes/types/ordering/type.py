"""Ordering: reading and marking an answer, `{"places": {step id: place}}`, the first place being 1.

The same place may be given twice, or none: without script each step is placed by itself.
"""

from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from quizzes.feedback import show_words
from quizzes.shuffling import disordered, token_of
from quizzes.types.base import Choice, Mark, QuestionType

from . import notes
from .block import OrderingBlock
from .checks import find_warnings
from .marking import count_of, fraction_of


class Ordering(QuestionType):
    name = "ordering"
    block = OrderingBlock
    template = "quizzes/types/ordering.html"
    keeps_words = False

    def find_warnings(self, item):
        return find_warnings(item)

    def lay_out(self, item, language, seed=""):
        steps = item.rules["steps"]
        return [_row(item, step, len(steps), language) for step in disordered(steps, f"{item.id}{seed}")]

    def read(self, posted, name, rules):
        places = {}
        known = {str(place): place for place in range(1, len(rules["steps"]) + 1)}
        for step in rules["steps"]:
            place = posted.get(_field(name, step))
            if place and place not in known:
                raise ValidationError(_("There is no such place in this order."))
            if place:
                places[step["id"]] = known[place]
        return {"places": places} if places else None

    def mark(self, rules, spellings, answer, language):
        steps, grading = [step["id"] for step in rules["steps"]], rules["grading"]
        fraction = fraction_of(answer["places"], steps, grading)
        if fraction == 1:
            return Mark(fraction)
        right = count_of(answer["places"], steps, grading)
        return Mark(fraction, ("feedback_wrong",), note=notes.how_far(right, len(steps), grading))

    def right_answer(self, item, language):
        steps = [
            show_words(item.say(f"steps.{step['id']}.text", language), language)
            for step in item.rules["steps"]
        ]
        return format_html("<ol>{}</ol>", format_html_join("", "<li>{}</li>", ((step,) for step in steps)))

    def choices(self, item, language):
        steps = item.rules["steps"]
        return [
            Choice(
                f"{step['id']} {place}",
                str(notes.place_of(place)),
                place == own,
                item.say(f"steps.{step['id']}.text", language).text,
            )
            for own, step in enumerate(steps, 1)
            for place in range(1, len(steps) + 1)
        ]

    def chosen(self, answer):
        return [f"{step} {place}" for step, place in answer["places"].items()]

    def slot(self, answer, what, argument=""):
        step, place = argument.split()
        return "selected" if answer and answer["places"].get(step) == int(place) else ""


def _field(name, step):
    """Return the name under which a step's place is posted: the ids of a course file could tell their order."""
    return f"{name}-{token_of(name, step['id'])}"


def _row(item, step, total, language):
    return {
        "field": _field(item.field_name, step),
        "words": item.say(f"steps.{step['id']}.text", language),
        "places": [{"number": place, "chosen": f"{step['id']} {place}"} for place in range(1, total + 1)],
    }
