"""Telling whoever runs the loader what it does."""

from collections import Counter

from django.utils.translation import gettext as _

from .deciding import Outcome


class Report:
    """Counts outcomes and says one line for each page, and one for everything that is kept.

    `total` is how many pages there will be; each line says how far it has come.
    """

    def __init__(self, say=lambda line: None):
        self.say, self.total = say, 0
        self.pages, self.sentences = Counter(), Counter()

    def page(self, outcome, name):
        self.pages[outcome] += 1
        if outcome == Outcome.KEPT:
            self.kept(name)
        else:
            self.say(f"{self.pages.total()}/{self.total}  {_line(outcome) % {'name': name}}")

    def sentence(self, outcome, name, language, shown):
        self.sentences[outcome] += 1
        if outcome == Outcome.KEPT:
            self.kept(f"{name} ({language}): {(shown or '—')[:70]}")

    def kept(self, what):
        """Say that a teacher's change stands."""
        self.say(
            _("kept the teacher's version of %(what)s; run with --overwrite to replace it") % {"what": what}
        )

    def summary(self):
        """Return two lines of figures."""
        pages = _("Pages: %(created)s created, %(updated)s updated, %(unchanged)s unchanged, %(kept)s kept.")
        sentences = _(
            "Translated sentences: %(created)s created, %(updated)s updated, %(unchanged)s unchanged, %(kept)s kept."
        )
        return "\n".join([pages % _figures(self.pages), sentences % _figures(self.sentences)])


def _figures(counts):
    return {outcome.value: counts[outcome] for outcome in Outcome}


def _line(outcome):
    return {
        Outcome.CREATED: _("created: %(name)s"),
        Outcome.UPDATED: _("updated: %(name)s"),
        Outcome.UNCHANGED: _("unchanged: %(name)s"),
    }[outcome]
