"""Texts with [[1]] in them: words that are chosen (`gapselect`) or dragged (`ddwtos`) into place."""

import re

from django.utils.translation import gettext as _

from ..exchange import LeftOut, limit

PLACE = re.compile(r"\[\[(\d{1,4})\]\]")


def chosen(node, text):
    return _gaps(text, "chosen", node.all("selectoption"))


def dragged(node, text):
    return _gaps(text, "dragged", node.all("dragbox"))


def _gaps(text, kind, choices):
    """Each place names the choice that belongs there; the other choices of its group are wrong."""
    limit(max(len(PLACE.findall(text)), len(choices)))
    words = [(one.said("text"), one.said("group") or "1") for one in choices]
    gaps = []

    def marker(found):
        number = int(found[1])
        if not 1 <= number <= len(words):
            raise LeftOut(_("There is no word for [[%(number)s]].") % {"number": number})
        right, group = words[number - 1]
        wrong = [word for word, of in words if of == group and word != right]
        distractors = "\n".join(dict.fromkeys(wrong))
        gap = {"kind": kind, "spellings": right, "distractors": distractors, "feedback": "", "weight": "1"}
        gaps.append(gap)
        return f"[{len(gaps)}]"

    text = PLACE.sub(marker, text)
    if not gaps:
        raise LeftOut(_("There are no gaps in the text."))
    return {"text": text, "gaps": gaps, "case_sensitive": False}
