"""How much a lesson says and asks."""

from django.utils.translation import gettext as _

from ..content import LANGUAGES
from ..counting import count
from ..finding import Finding

WORDS = (250, 350)  # of a lesson, without its questions and its passages for some readers
CHILD = 150
IN_LESSON, IN_CHECK = (2, 4), (6, 8)
PASS_MARK = 80


def find_too_much_or_too_little(content):
    for page in content.of_type("lesson"):
        yield from _words(page)
        yield from _questions(page, *IN_LESSON)
    for page in content.of_type("quiz"):
        if page.file.stem == "module-check":
            yield from _questions(page, *IN_CHECK)
            if page.entry.get("pass_mark") != PASS_MARK:
                message = _("a module check is passed with %(percent)s percent: pass_mark: %(percent)s")
                yield Finding(page.file, page.entry.line_of("pass_mark"), message % {"percent": PASS_MARK})


def _words(page):
    for_all = [block for block in page.blocks if "stem" not in block and block["type"] != "variant"]
    line = page.entry.line_of("body")
    for language in LANGUAGES:
        number = count(page.shown(language, for_all))
        if not WORDS[0] <= number <= WORDS[1]:
            message = _("the lesson has %(number)s words for all readers; make it %(least)s to %(most)s")
            values = {"number": number, "least": WORDS[0], "most": WORDS[1]}
            yield Finding(page.file, line, message % values, language)
        yield from _words_for_children(page, language)


def _words_for_children(page, language):
    children = [block for block in page.of_type("variant") if block["audience"] == "child"]
    number = count(page.shown(language, children))
    if number > CHILD:
        message = _("children read %(number)s words; make it %(most)s or fewer")
        yield Finding(page.file, children[0].line, message % {"number": number, "most": CHILD}, language)


def _questions(page, least, most):
    number = len(page.questions)
    if not least <= number <= most:
        message = _("there are %(number)s questions; make it %(least)s to %(most)s")
        values = {"number": number, "least": least, "most": most}
        yield Finding(page.file, page.entry.line_of("body"), message % values)
