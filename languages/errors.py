"""What this room refuses, in words for the person who asked."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class NotTheSourceError(ValidationError):
    """Somebody asked to translate from a translation; `source` is the page to translate from."""

    def __init__(self, source):
        self.source = source
        super().__init__(
            _(
                "“%(title)s” was first written in another language (%(language)s) and is translated from there."
                " This is the page to translate from."
            )
            % {"title": source.get_admin_display_title(), "language": source.locale.get_display_name()}
        )


def in_words(error):
    """Return what an exception says to a person."""
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
