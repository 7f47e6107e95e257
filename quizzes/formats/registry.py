"""The formats this site knows. A format is a module with `NAME`, `LABEL`, `ENDING`, `read` and `write`.

`read(text)` returns a `Reading` and raises `NotAQuestionFile`; `write(questions)` returns a `Writing`.
Neither touches a database, fetches anything or evaluates anything.
"""

from . import aiken, gift, moodle_xml

FORMATS = {module.NAME: module for module in (gift, aiken, moodle_xml)}


def likely_format(text):
    """Return the name of the format a text most likely has."""
    return next((name for name, module in reversed(FORMATS.items()) if module.looks_like(text)), gift.NAME)
