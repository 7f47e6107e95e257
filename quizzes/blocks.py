"""What every question is made of in the editor."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup, StructBlockValidationError
from wagtail.images.blocks import ImageBlock

from .streams import KeepingListBlock

DIFFICULTIES = [("easy", _("easy")), ("medium", _("medium")), ("hard", _("hard"))]
LABELS = ("tags", "difficulty")  # they say where a question belongs, and are no part of it


class LineBlock(blocks.CharBlock):
    """A line of words that a translator translates."""


class WordsBlock(blocks.TextBlock):
    """A few lines of words that a translator translates."""

    def __init__(self, rows=2, **kwargs):
        super().__init__(rows=rows, **kwargs)


class SpellingsBlock(blocks.TextBlock):
    """Spellings that are accepted for one answer, one a line.

    One segment for the translator, whose number of lines may differ by language. They are part
    of the key, so a search never finds them.
    """

    def __init__(self, rows=2, **kwargs):
        super().__init__(rows=rows, **(kwargs | {"search_index": False}))


class LabelsBlock(blocks.FieldBlock):
    """A word or several, for teachers: no translator sees them, no search finds them."""

    def __init__(self, required=False, help_text=None, **kwargs):
        self.field = forms.CharField(required=required, help_text=help_text, max_length=200)
        super().__init__(**kwargs)

    class Meta:
        icon = "tag"
        default = ""


def difficulty_block(**kwargs):
    return blocks.ChoiceBlock(
        choices=DIFFICULTIES, required=False, search_index=False, label=_("Difficulty"), **kwargs
    )


def illustration_block(help_text=None):
    """Return a picture that is shown with words and is no part of the key. Without one, nothing of it is frozen."""
    return PictureOrNone(required=False, label=_("Picture"), help_text=help_text)


class PictureOrNone(ImageBlock):
    """A picture that most have not: those that have none ask the database for none."""

    def bulk_to_python(self, values):
        values = list(values)
        if any(value.get("image") if isinstance(value, dict) else value for value in values):
            return super().bulk_to_python(values)
        return [None] * len(values)


class HintBlock(blocks.StructBlock):
    """A push in the right direction. Nobody sees it before a wrong try has earned it."""

    text = WordsBlock(search_index=False, label=_("Hint"))

    class Meta:
        label = _("Hint")


class QuestionBlock(blocks.StructBlock):
    """The base of every question: a stem, an explanation and points. Its type adds the rest.

    What `LineBlock`, `WordsBlock` and `SpellingsBlock` hold is words; anything else is a rule.
    `preview_value` in `Meta` is the example that the block chooser shows; `preview_picture` is (path of a
    static file, width, height) of a picture in it.
    """

    stem = WordsBlock(label=_("Question"))

    folded = (
        "illustration",
        "points",
        "hints",
        *LABELS,
    )  # fields with good defaults, out of the way until somebody asks for them

    illustration = illustration_block(_("Shown below the question."))

    explanation = WordsBlock(
        required=False,
        search_index=False,
        label=_("Explanation"),
        help_text=_("Shown after the answer is checked, whatever was answered."),
    )
    points = blocks.DecimalBlock(
        default=Decimal(1), min_value=0, max_value=1000, max_digits=7, decimal_places=3, label=_("Points")
    )

    hints = KeepingListBlock(
        HintBlock(),
        starts_with=0,
        required=False,
        label=_("Hints"),
        help_text=_(
            "Shown one by one after a wrong try, where answers can be checked: in lessons and in practice."
        ),
    )

    tags = LabelsBlock(
        label=_("Labels"),
        help_text=_("For tests that draw questions by chance: words of your own, with commas between them."),
    )
    difficulty = difficulty_block()

    class Meta:
        icon = "help"
        group = _("Questions")
        preview_template = "quizzes/types/preview.html"

    @cached_property
    def is_previewable(self):
        """A type without an example shows none, rather than an empty question."""
        return hasattr(self.meta, "preview_value")

    def get_preview_value(self):
        """Return the example; what it leaves out is as in a new question."""
        example = self.meta.preview_value
        return self.to_python(example() if callable(example) else example)

    def clean(self, value):
        """Refuse what could not be marked. A draft may be saved with it, and is told so."""
        cleaned = super().clean(value)
        found = {} if self.is_deferred_validation else self.find_errors(cleaned)
        errors = {name: ValidationError(message) for name, message in found.items() if message}
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return cleaned

    def find_errors(self, value):
        """Return {field: sentence} of what makes a question with all its fields filled in impossible to mark."""
        return {}

    def get_form_layout(self):
        """Show the type's own fields, then the explanation; fold the rest."""
        shown = [name for name in self.child_blocks if name not in self.folded]
        shown.sort(key="explanation".__eq__)
        folded = [name for name in self.folded if name in self.child_blocks]
        return BlockGroup(children=shown, settings=folded)


def keep_last_block():
    """Return a tick for an option that shuffles leave at the end."""
    return blocks.BooleanBlock(
        required=False,
        label=_("Stays at the end"),
        help_text=_(
            "For an option like “all of these”, where options come in another order in each attempt."
        ),
    )


def percent_block(**kwargs):
    """Return a field for a share of the mark in percent, to five places (so that thirds add up)."""
    return blocks.DecimalBlock(min_value=-100, max_value=100, max_digits=8, decimal_places=5, **kwargs)
