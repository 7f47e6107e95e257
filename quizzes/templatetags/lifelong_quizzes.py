"""Template tags of the quiz engine."""

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from quizzes.examples import show_example
from quizzes.feedback import show_words
from quizzes.sanitising import sanitise
from quizzes.serving.fillers import Fillers

register = template.Library()


@register.simple_tag(takes_context=True)
def hole(context, name, *arguments):
    """Leave a hole in a shared body; in an ordinary view, fill it at once."""
    holes = context.get("holes")
    if holes is not None:
        return holes.mark(name, *arguments)
    fillers = context.get("fillers") or Fillers(context["request"])
    return fillers.fill(name, *arguments)


@register.filter
def sanitised(rich_text):
    """Show rich text with nothing in it but what a text may hold."""
    return mark_safe(sanitise(str(rich_text)))  # noqa: S308 - that is what sanitise is for


@register.simple_tag(takes_context=True)
def words(context, said):
    """Show `Words`; where they are not in the page's language, say in which."""
    return show_words(said, context.get("LANGUAGE_CODE") or get_language())


@register.inclusion_tag("quizzes/question.html", takes_context=True)
def example(context, bound_block):
    """Ask the example of a question type."""
    request = context["request"]
    asked = show_example(bound_block.block, bound_block.value, request)
    return {"request": request, "LANGUAGE_CODE": get_language(), **asked}
