"""What cannot be written into a file by itself."""

from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Refusal:
    """`message` says what a person has to do by hand."""

    file: Path
    line: int
    message: str

    def __str__(self):
        values = {"file": self.file, "line": self.line, "message": self.message}
        return _("%(file)s, line %(line)s: %(message)s") % values


class Refused(Exception):
    """Raised where the words of the site have no form in a file."""
