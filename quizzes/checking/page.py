"""Checking the questions of a whole page."""

from uuid import UUID

from .. import registry
from ..freezing import describe_question, translated_strings
from .doubles import doubled_ids, doubled_members
from .errors import errors_in
from .findings import Checked, Finding


def check(page):
    """Return a `Checked` for each question of a source page in which something was found. Runs one query."""
    children = page.get_question_blocks()
    translated, language = translated_strings(page), page.locale.language_code
    doubled = doubled_ids(children)
    checked = []
    for number, child in enumerate(children):
        findings = [doubled[number]] if number in doubled else []
        findings += check_question(child, language, translated)
        if findings:
            checked.append(Checked(number + 1, str(child.value.get("stem") or ""), findings))
    return checked


def check_question(child, language, translated):
    """Return the `Finding`s of one question: its errors, or where it has none, its warnings."""
    errors = errors_in(child)
    if errors:
        return errors
    item = describe_question(child, language, translated)
    own = registry.get(child.block_type).find_warnings(item)
    return [
        *doubled_members(child),
        *(Finding(str(sentence), _block_of(path, child.id)) for path, sentence in own),
    ]


def _block_of(path, question_id):
    """Return the id of the innermost list member on a path, or that of the question."""
    return next((part for part in reversed(path.split(".")) if _is_id(part)), question_id)


def _is_id(part):
    try:
        UUID(part)
    except ValueError:
        return False
    return True
