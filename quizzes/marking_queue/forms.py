"""What a teacher fills in beside an answer."""

from decimal import Decimal

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from ..judged import shown_number
from ..judging import Verdict
from ..types.rubric import as_fraction, fraction_by_rubric

LONGEST_COMMENT = 10_000


class MarkingForm(forms.Form):
    """Levels of a rubric, or points; and a comment. Giving an answer back needs a comment and nothing else.

    `seen` is how many judgements there were when the teacher looked.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    comment = forms.CharField(
        label=gettext_lazy("Comment to the learner"),
        max_length=LONGEST_COMMENT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args, item, is_returning=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.item, self.is_returning = item, is_returning
        self.rubric = item.rules.get("rubric", [])
        if self.rubric:
            self._add_levels()
        elif item.points:
            self._add_points()
        first = self.fields[self.order[0]]
        first.widget.attrs["autofocus"] = True
        self.order_fields(self.order)

    @property
    def order(self):
        """The names of the fields as they are filled in."""
        return [name for name in self.fields if name not in ("seen", "comment")] + ["comment"]

    def clean(self):
        cleaned = super().clean()
        if self.is_returning and not cleaned.get("comment", "").strip():
            self.add_error("comment", _("Say what to improve: the learner reads it."))
        return cleaned

    def verdict(self):
        """Return the `Verdict` of a form that is valid."""
        comment = self.cleaned_data["comment"].strip()
        if self.is_returning:
            return Verdict(None, comment)
        levels = {criterion["id"]: self.cleaned_data[_name_of(criterion)] for criterion in self.rubric}
        if levels:
            return Verdict(fraction_by_rubric(self.rubric, levels), comment, levels)
        return Verdict(as_fraction(self.cleaned_data.get("points", Decimal(0)), self.item.points), comment)

    def _add_points(self):
        self.fields["points"] = forms.DecimalField(
            label=_("Points, 0 to %(most)s") % {"most": shown_number(self.item.points)},
            min_value=0,
            max_value=self.item.points,
            max_digits=7,
            decimal_places=3,
            localize=True,
            required=not self.is_returning,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        )

    def _add_levels(self):
        for criterion in self.rubric:
            self.fields[_name_of(criterion)] = forms.ChoiceField(
                label=self._say(f"rubric.{criterion['id']}.criterion"),
                choices=[(level["id"], self._level(criterion, level)) for level in criterion["levels"]],
                required=not self.is_returning,
                widget=forms.RadioSelect,
            )

    def _level(self, criterion, level):
        words = self._say(f"rubric.{criterion['id']}.levels.{level['id']}.description")
        return _("%(level)s (points: %(points)s)") % {"level": words, "points": shown_number(level["points"])}

    def _say(self, path):
        return self.item.say(path, get_language()).text


def _name_of(criterion):
    return f"level-{criterion['id']}"


def first_values(submission, judgement):
    """Return what the form shows of a judgement that was made before, so that it can be corrected."""
    if judgement is None:
        return {"seen": 0}
    levels = {f"level-{criterion}": level for criterion, level in judgement.levels.items()}
    points = {}
    if judgement.fraction is not None:
        worth = Decimal(submission.item_version.content["points"])
        points = {"points": (judgement.fraction * worth).quantize(Decimal("0.001")).normalize()}
    return {"seen": judgement.number, "comment": judgement.comment, **levels, **points}
