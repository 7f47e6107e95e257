"""Template tags of the quiz engine."""

from django import template
from django.utils.translation import get_language

from quizzes.feedback import show_words
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


@register.simple_tag(takes_context=True)
def words(context, said):
    """Show `Words`; where they are not in the page's language, say in which."""
    return show_words(said, context.get("LANGUAGE_CODE") or get_language())
