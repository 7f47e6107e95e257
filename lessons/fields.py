"""The body of a lesson."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from quizzes.fields import BlocksField
from quizzes.streams import KeepingStreamBlock

from .menu_names import NAMES
from .menus import unknown_menus


class LessonStreamBlock(KeepingStreamBlock):
    """Refuses the name of a menu that no computer has, wherever in a block it stands."""

    def judge(self, raw):
        for text in _texts(raw):
            for name in unknown_menus(text):
                words = _("There is no menu called “%(name)s”. There are: %(names)s.")
                raise ValidationError(words % {"name": name, "names": ", ".join(sorted(NAMES))})


class LessonField(BlocksField):
    stream_block_class = LessonStreamBlock


def _texts(raw):
    """Yield every text in a block's raw value."""
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict | list):
        for part in raw.values() if isinstance(raw, dict) else raw:
            yield from _texts(part)
