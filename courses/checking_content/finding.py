"""Something in a course file that an editor should mend."""

from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Finding:
    """`message` says what to do. `language` is empty where it is about all of them; `line` counts from 1."""

    file: Path
    line: int
    message: str
    language: str = ""

    def __str__(self):
        values = {"file": self.file, "line": self.line, "language": self.language, "message": self.message}
        if self.language:
            return _("%(file)s, line %(line)s (%(language)s): %(message)s") % values
        return _("%(file)s, line %(line)s: %(message)s") % values
