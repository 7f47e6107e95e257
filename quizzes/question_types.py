"""The question types that come with the engine, each in a folder of its own."""

from .registry import register
from .types.short_answer import ShortAnswer
from .types.single_choice import SingleChoice

register(SingleChoice)
register(ShortAnswer)
