"""A lesson goes from why to remember, and speaks to those it was written for."""

from django.utils.translation import gettext as _

from ..finding import Finding

MOST_TERMS = 3
PARENTING = "parenting"  # the subject whose lessons speak to parents anyway


def find_lessons_out_of_shape(content):
    for page in content.of_type("lesson"):
        for line, message in _faults(page):
            yield Finding(page.file, line, message)


def _faults(page):
    kinds = [block["type"] for block in page.blocks]
    line = page.entry.line_of("body")
    if not kinds or kinds[0] != "heading":
        yield line, _("begin the lesson with a heading")
    if kinds.count("remember") != 1 or kinds[-1] != "remember":
        yield line, _("end the lesson with one block “remember”, and have no other")
    if "picture" not in kinds:
        yield line, _("add a picture")
    if "worked_example" not in kinds:
        yield line, _("add a worked example")
    audiences = {block["audience"] for block in page.of_type("variant")}
    wanted = {"child", "elder"}
    if not (audiences if PARENTING in page.page_file.path.split("/") else wanted <= audiences):
        yield (
            line,
            _(
                "add a passage for the readers of this lesson: child and elder, or for parenting one of any kind"
            ),
        )
    terms = [term for block in page.of_type("terms") for term in block["terms"]]
    if not 1 <= len(terms) <= MOST_TERMS:
        yield line, _("explain one to three new words in a block “terms”")
