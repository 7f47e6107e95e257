"""A final product says beforehand how it will be marked."""

from django.utils.translation import gettext as _

from ..finding import Finding

CRITERIA, LEVELS = (3, 5), 3


def find_unfair_products(content):
    for page in content.of_type("quiz"):
        if page.file.stem == "final-product":
            for line, message in _faults(page):
                yield Finding(page.file, line, message)


def _faults(page):
    line, works = page.entry.line_of("body"), page.of_type("open_text")
    if len(works) != 1:
        yield line, _("ask for the work in one question of the type open_text")
    if not page.of_type("reflection"):
        yield line, _("add a reflection")
    for work in works:
        rubric = work.get("rubric") or []
        if not CRITERIA[0] <= len(rubric) <= CRITERIA[1] or any(
            len(one["levels"]) != LEVELS for one in rubric
        ):
            yield work.line, _("write a rubric of three to five criteria, each with three levels")
