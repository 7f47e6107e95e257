"""What a question of Moodle's has beside its words and its key: labels, hints, and what has no place here."""

from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from ..labels import labels_from
from ..losses import name_of_its_own

WITHOUT_HINTS = {"open_text"}
COMBINED = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
A_THIRD = (Decimal("0.333"), Decimal("0.334"))


def labels_of(node, draft):
    """Return the values `tags` and `difficulty`, where there are any."""
    tags = [tag.said("text") for name in ("tags", "coursetags") for tag in node.below(name, "tag")]
    labels, left = labels_from(tags)
    if left:
        draft.lose(_("There is no room for these labels: %(tags)s.") % {"tags": left})
    return {name: said for name, said in labels.items() if said}


def hints_of(node, draft, type_name):
    """Return the value `hints`, where there are any."""
    found = node.all("hint")
    hints = [{"text": words} for words in map(draft.words, found) if words]
    if any(hint.children and {child.tag for child in hint.children} - {"text", "file"} for hint in found):
        draft.lose(
            _("What a hint does beside saying something, such as clearing wrong answers, is not kept.")
        )
    if hints and type_name in WITHOUT_HINTS:
        draft.lose(_("Hints are not kept: a person marks it."))
        return {}
    if hints and not _is_third(node.said("penalty") or "0.3333333"):
        draft.lose(_("What a wrong try costs is a rule of the whole test here, so it is not kept."))
    return {"hints": hints} if hints else {}


def tell_what_is_lost(node, draft, stem):
    if name := name_of_its_own(node.said("name", "text"), stem):
        draft.lose(name)
    number = node.said("idnumber")
    if number:
        draft.lose(_("The number “%(id)s” is not kept.") % {"id": number[:80]})
    if node.said("hidden") == "1":
        draft.lose(_("It was hidden in Moodle; here it is not."))
    if node.said("shuffleanswers") in ("0", "false"):
        draft.lose(_("Whether answers are shuffled is a rule of the whole test here, so it is not kept."))
    if any(draft.words(node.first(tag)) for tag in COMBINED):
        draft.lose(_("Feedback on the whole answer is not kept."))


def _is_third(text):
    try:
        return A_THIRD[0] <= Decimal(text) <= A_THIRD[1]
    except InvalidOperation:
        return False
