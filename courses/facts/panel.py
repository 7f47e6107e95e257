"""A word in the page editor about facts that should have been checked again."""

from wagtail.admin.panels import HelpPanel


class DueFacts(HelpPanel):
    """Names the facts whose date is past; shows nothing where there are none."""

    def __init__(self, **kwargs):
        super().__init__(**({"template": "courses/facts/due.html"} | kwargs))

    class BoundPanel(HelpPanel.BoundPanel):
        @property
        def due(self):
            return [fact for fact in self.instance.facts if fact.value.is_due] if self.instance.pk else []

        def is_shown(self):
            return super().is_shown() and bool(self.due)
