"""What an editor of gaps is warned of, and what cannot be used of a translation."""

from django.utils.translation import gettext as _

from languages.folding import fold

from . import notes
from .choices import words_of
from .marking import TYPED


def find_warnings(item):
    words = item.content["words"]
    mute = [
        (number, gap["id"])
        for number, gap in enumerate(item.rules["gaps"], 1)
        if not words.get(f"gaps.{gap['id']}.feedback")
    ]
    if not mute:
        return []
    names = ", ".join(str(notes.name_of(number)) for number, _id in mute)
    sentence = _("No feedback for %(names)s. Nobody reads why it is not right, and nobody can translate it.")
    return [(f"gaps.{mute[0][1]}.feedback", sentence % {"names": names})]


def find_faults(item, language):
    """Return sentences about words to choose from that a reader of `language` does not find."""
    gaps = enumerate(item.rules["gaps"], 1)
    return [
        fault
        for number, gap in gaps
        if gap["kind"] != TYPED
        for fault in _faults_of(number, gap, item, language)
    ]


def _faults_of(number, gap, item, language):
    words = [words_of(f"{gap['id']}:{place}", item, language) for place in range(gap["choices"])]
    said = [fold(one.text, case_sensitive=True) for one in words if one]
    if len(said) < len(words):
        yield _("Gap %(number)s: the translation has fewer wrong words, so there is less to choose from.") % {
            "number": number
        }
    if len(set(said)) < len(said):
        yield _("Gap %(number)s: two words to choose from read the same, so only one of them is shown.") % {
            "number": number
        }
