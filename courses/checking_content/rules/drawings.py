"""A drawing holds no words, so that one serves every language, and no script."""

import re

from django.utils.translation import gettext as _

from ..finding import Finding

SCRIPT = re.compile(r"<script|href=|\son\w+=")
WORDS = re.compile(r">[^<>]*[^\W\d_]{3,}[^<>]*</text>")


def find_bad_drawings(content):
    for file in sorted(content.folder.rglob("pictures/*.svg")):
        drawing = file.read_text(encoding="utf-8")
        if SCRIPT.search(drawing):
            yield Finding(file, 1, _("take script and links out of the drawing"))
        if WORDS.search(drawing):
            yield Finding(file, 1, _("take the words out of the drawing; explain it in its caption"))
