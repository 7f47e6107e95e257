"""Static files as they travel: without the comments of our own, which cost an old line a tenth of a file, and in few
pieces, because each costs it a round trip.
"""

import posixpath
import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

OURS = ("courses/", "home/", "lessons/", "people/", "quizzes/")
LEFT_OUT = {
    ".css": re.compile(r"/\*.*?\*/|^[ \t]+", re.DOTALL | re.MULTILINE),
    # Whole lines only: what follows code may be an address in a string.
    ".js": re.compile(r"^[ \t]*//.*$|^[ \t]+", re.MULTILINE),
}
IMPORTED = re.compile(r'^@import url\("([^"]+)"\);$', re.MULTILINE)

HASH = re.compile(r"\.[0-9a-f]{12}(?=\.css$)")  # in the names of what is kept, not of what we wrote


def lighten(name, text):
    """Return a style sheet or script of ours without comments, indents and empty lines; anything else as it is."""
    ending = name[name.rfind(".") :]
    if not name.startswith(OURS) or ending not in LEFT_OUT:
        return text
    return re.sub(r"\n{2,}", "\n", LEFT_OUT[ending].sub("", text)).lstrip("\n")


def put_together(name, text):
    """Return a style sheet of ours with the sheets that it imports in their place. They name no files themselves."""

    def read(found):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), HASH.sub("", found[1])))
        return Path(finders.find(path)).read_text()

    return IMPORTED.sub(read, text) if name.startswith(OURS) and name.endswith(".css") else text


class LightStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Keeps our own style sheets and scripts without what only people read, and a sheet with those it imports."""

    def _save(self, name, content):
        if name.startswith(OURS) and name.endswith(tuple(LEFT_OUT)):
            content.seek(0)  # whoever hashed it has read it to its end
            content = ContentFile(lighten(name, put_together(name, content.read().decode())).encode())
        return super()._save(name, content)
