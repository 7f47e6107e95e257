"""Template filters for what Kazakhstan writes in its own way."""

from django import template
from django.utils.formats import number_format

register = template.Library()

NO_BREAK_SPACE = "\xa0"


@register.filter
def tenge(amount):
    """Return an amount of money as people write it: 25 000 ₸, never broken over two lines."""
    return f"{number_format(amount, force_grouping=True)}{NO_BREAK_SPACE}₸"
