"""What a lesson is made of, beside questions: one small file for each block or family of blocks."""

from django.apps import apps

from lessons.activities.registry import all_activities
from quizzes import registry

from .documents import DocumentBlock
from .help_lines import HelpLinesBlock
from .parts import PartBlock, TonightBlock
from .pictures import PictureBlock
from .steps import StepsBlock, WorkedExampleBlock
from .tables import TableBlock
from .terms import TermsBlock
from .texts import CalloutBlock, HeadingBlock, ParagraphBlock, RememberBlock
from .variants import VariantBlock
from .worksheets import WorksheetBlock

__all__ = [
    "CalloutBlock",
    "DocumentBlock",
    "HeadingBlock",
    "HelpLinesBlock",
    "ParagraphBlock",
    "PartBlock",
    "PictureBlock",
    "RememberBlock",
    "StepsBlock",
    "TableBlock",
    "TermsBlock",
    "TonightBlock",
    "VariantBlock",
    "WorkedExampleBlock",
    "WorksheetBlock",
    "lesson_blocks",
]


def lesson_blocks():
    """Return the blocks a lesson may hold: our own, then every registered activity and question type."""
    own = [
        ("heading", HeadingBlock()),
        ("paragraph", ParagraphBlock()),
        ("picture", PictureBlock()),
        ("callout", CalloutBlock()),
        ("remember", RememberBlock()),
        ("steps", StepsBlock()),
        ("worked_example", WorkedExampleBlock()),
        ("table", TableBlock()),
        ("terms", TermsBlock()),
        ("variant", VariantBlock()),
        *_recordings(),
        ("document", DocumentBlock()),
        ("worksheet", WorksheetBlock()),
        ("part", PartBlock()),
        ("tonight", TonightBlock()),
        ("help_lines", HelpLinesBlock()),
    ]
    activities = [(name, made()) for name, made in all_activities().items()]
    return own + activities + [(kind.name, kind.block()) for kind in registry.all_types()]


def _recordings():
    """Return the blocks for video and sound, where the app for such files is installed."""
    if not apps.is_installed("wagtailmedia"):
        return []
    from .media import AudioBlock, VideoBlock

    return [("video", VideoBlock()), ("audio", AudioBlock())]
