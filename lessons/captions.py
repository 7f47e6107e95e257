"""Captions of a video: what a WebVTT file must look like, so that every browser shows it."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LARGEST = 500_000  # bytes; an hour of speech is a tenth of it
TIME = r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}"
TIMING = re.compile(rf"({TIME})[ \t]+-->[ \t]+({TIME})(?:[ \t].*)?")


def check_captions(file):
    """Raise ValidationError, in the teacher's words, unless the file holds captions that can be shown."""
    if file.size > LARGEST:
        raise ValidationError(_("This file is too large for captions."))
    with file.open("rb") as opened:
        content = opened.read()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValidationError(_("Save the file with captions as UTF-8.")) from None
    check_webvtt(text)


def check_webvtt(text):
    """Raise ValidationError for the first thing that is wrong in the text of a WebVTT file."""
    lines = text.splitlines()
    if not lines or not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        raise ValidationError(_("A file with captions begins with the line WEBVTT."))
    timings = [(number, line.strip()) for number, line in enumerate(lines, 1) if "-->" in line]
    if not timings:
        raise ValidationError(_("There are no captions in this file."))
    for number, line in timings:
        _check_timing(number, line)


def _check_timing(number, line):
    timing = TIMING.fullmatch(line)
    if not timing:
        message = _("Line %(line)s: write the times as 00:01.500 --> 00:04.000, with points.")
        raise ValidationError(message % {"line": number})
    if _seconds(timing[1]) >= _seconds(timing[2]):
        raise ValidationError(_("Line %(line)s: a caption ends before it begins.") % {"line": number})


def _seconds(time):
    *hours, minutes, seconds = time.split(":")
    return int(hours[0] if hours else 0) * 3600 + int(minutes) * 60 + float(seconds)
