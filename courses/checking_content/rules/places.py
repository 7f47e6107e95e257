"""A table and a worksheet have the same cells in every language, and the same ones to fill in."""

from django.utils.translation import gettext as _

from lessons.blocks.worksheets import cells_to_fill

from ..finding import Finding


def find_unequal_places(content):
    for page in content.pages:
        for block in page.of_type("table", "worksheet"):
            for group in [block.get("head"), *[row.get("cells") for row in block.get("rows") or []]]:
                yield from _compared(page, group or {})


def _compared(page, group):
    places = {language: [bool(cell) for cell in cells_to_fill(line)] for language, line in group.items()}
    first = next(iter(places), None)
    for language, found in places.items():
        if found != places[first]:
            message = _("the cells differ from those in %(first)s: as many, and the same ones empty")
            yield Finding(page.file, group.line_of(language), message % {"first": first}, language)
