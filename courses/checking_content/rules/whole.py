"""What the loader itself refuses: a text missing in a language, a picture without words, lists of unequal length."""

from django.conf import settings

from courses.loading import ContentErrors
from courses.loading.checking import read_content
from courses.loading.help_lines import read_help_lines

from ..finding import Finding


def find_mistakes(folder):
    """Return a finding for the first mistake in each file that could not be loaded."""
    languages = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    found = []
    for read in (read_content, read_help_lines):
        try:
            read(folder, languages)
        except ContentErrors as errors:
            found += [Finding(error.file, error.line, _said(error)) for error in errors.errors]
    return found


def _said(error):
    return f"{error.field}: {error.message}" if error.field else error.message
