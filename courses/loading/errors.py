"""What is wrong with a course file, and where."""

from django.utils.translation import gettext as _


class ContentError(Exception):
    """A mistake in one file. `line` counts from 1; `field` is the name that stands there, if any."""

    def __init__(self, file, line, message, field=None):
        self.file, self.line, self.field, self.message = file, line, field, message
        super().__init__(str(self))

    def __str__(self):
        values = {"file": self.file, "line": self.line, "field": self.field, "message": self.message}
        if self.field:
            return _("%(file)s, line %(line)s, %(field)s: %(message)s") % values
        return _("%(file)s, line %(line)s: %(message)s") % values


class ContentErrors(Exception):
    """Every file that has a mistake, each with its first one."""

    def __init__(self, errors):
        self.errors = errors
        super().__init__("\n".join(str(error) for error in errors))
