"""What types warn an editor of, in the same words. A warning is a pair: the path that it is about, and a sentence."""

from decimal import Decimal

from django.utils.translation import gettext as _
from wagtail.coreutils import get_content_languages

from languages.folding import fold

LONGEST_NAME = 40  # characters of somebody's text inside a sentence


def quoted(text):
    """Return somebody's text in quotation marks, its end left out where it is long."""
    line = " ".join(str(text).split())
    short = f"{line[: LONGEST_NAME - 1]}…" if len(line) > LONGEST_NAME else line
    return _("“%(text)s”") % {"text": short}


def without_feedback(item, name, members, about="text"):
    """Warn of list members that have no feedback: one warning for all, about the first."""
    mute = [one["id"] for one in members if not _said(item, f"{name}.{one['id']}.feedback")]
    if not mute:
        return []
    names = ", ".join(quoted(_said(item, f"{name}.{one}.{about}")) for one in mute)
    sentence = _("No feedback for %(names)s. Nobody reads why it is not right, and nobody can translate it.")
    return [(f"{name}.{mute[0]}.feedback", sentence % {"names": names})]


def without_words(item, path):
    """Warn where nobody who is wrong reads a reason."""
    if _said(item, path):
        return []
    return [(path, _("No feedback for a wrong answer. Nobody reads why, and nobody can translate it."))]


def nothing_to_mark_by(item):
    """Warn where whoever marks has no model and no rubric, or one that is worth nothing."""
    rubric = item.rules["rubric"]
    if not rubric and not item.content["words"].get("model_answer"):
        return [("model_answer", _("No model answer and no rubric: whoever marks has nothing to go by."))]
    best = sum(max(Decimal(level["points"]) for level in one["levels"]) for one in rubric)
    if rubric and not best:
        sentence = _("No level of the rubric is worth a point, so every answer earns the whole mark.")
        return [(f"rubric.{rubric[0]['id']}.levels", sentence)]
    return []


def same_in_translation(item, name, about="text"):
    """Warn where two members of a list read the same in a translation, though not in the source."""
    found = []
    for language, words in item.wordings.items():
        seen = {}
        for one in item.rules[name]:
            path = f"{name}.{one['id']}.{about}"
            own, source = words.get(path), _said(item, path)
            earlier = own and seen.setdefault(fold(own), source)
            if own and fold(earlier) != fold(source):
                found.append((path, _same_words(language, own)))
    return found


def language_name(code):
    return get_content_languages().get(code, code)


def _same_words(language, text):
    sentence = _("In the translation (%(language)s) two of them read %(words)s.")
    return sentence % {"language": language_name(language), "words": quoted(text)}


def _said(item, path):
    return item.content["words"].get(path, "")
