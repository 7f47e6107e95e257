"""What an editor of gaps is warned of."""

from django.utils.translation import gettext as _

from . import notes


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
