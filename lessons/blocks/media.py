"""Video and sound from the school's own server. Needs the app `wagtailmedia`."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtailmedia.blocks import AudioChooserBlock, VideoChooserBlock

from lessons.captions import check_captions
from lessons.files import describe_file, say_minutes
from quizzes.blocks import LineBlock
from quizzes.streams import KeepingListBlock

from .base import PREVIEW, PlainRichTextBlock


def languages():
    return settings.WAGTAIL_CONTENT_LANGUAGES


class CaptionsBlock(blocks.StructBlock):
    language = blocks.ChoiceBlock(choices=languages, label=_("Language"))
    file = DocumentChooserBlock(label=_("File"), help_text=_("A WebVTT file: its name ends in .vtt"))

    class Meta:
        icon = "openquote"
        label = _("Captions in one language")

    def clean(self, value):
        cleaned = super().clean(value)
        try:
            check_captions(cleaned["file"].file)
        except ValidationError as error:
            raise StructBlockValidationError({"file": error}) from error
        except OSError as error:
            gone = ValidationError(gettext("This file is not on the server any more."))
            raise StructBlockValidationError({"file": gone}) from error
        return cleaned


class RecordingValue(blocks.StructValue):
    @property
    def details(self):
        """Type, size and length in words, for somebody on a slow line."""
        media = self.get("media")
        if not media:
            return ""
        return ", ".join(part for part in (describe_file(media.file), say_minutes(media.duration)) if part)

    @property
    def tracks(self):
        """Captions as {language, name, url, is_default}; those in the page's language are on from the start."""
        names = dict(languages())
        return [
            {
                "language": captions["language"],
                "name": names.get(captions["language"], captions["language"]),
                "url": captions["file"].url,
                "is_default": captions["language"] == get_language(),
            }
            for captions in self.get("captions") or []
            if captions["file"]
        ]


class RecordingBlock(blocks.StructBlock):
    """The base of video and audio. Nothing plays by itself, and nothing is fetched before somebody presses play."""

    title = LineBlock(label=_("Title"))


def _transcript():
    return PlainRichTextBlock(
        label=_("Transcript"),
        help_text=_("What is said, word for word. For those who do not hear it, and for the printed lesson."),
    )


class VideoBlock(RecordingBlock):
    media = VideoChooserBlock(
        label=_("Video"), help_text=_("Best MP4 (H.264), small: learners' lines are slow.")
    )
    captions = KeepingListBlock(
        CaptionsBlock(),
        min_num=0,
        starts_with=0,
        label=_("Captions"),
        help_text=_("One file for each language. They belong to all translations of the lesson."),
    )
    transcript = _transcript()

    class Meta:
        icon = "wagtailmedia-video"
        label = _("Video")
        description = _(
            "A video with captions and a transcript. It is fetched only when somebody presses play."
        )
        value_class = RecordingValue
        template = "lessons/blocks/video.html"
        preview_template = PREVIEW

        def preview_value(self):
            return {"title": gettext("How to hold the mouse"), **_example()}


class AudioBlock(RecordingBlock):
    media = AudioChooserBlock(label=_("Sound"), help_text=_("Best MP3."))
    transcript = _transcript()

    class Meta:
        icon = "wagtailmedia-audio"
        label = _("Sound")
        description = _("A recording with its transcript, for those who would rather listen.")
        value_class = RecordingValue
        template = "lessons/blocks/audio.html"
        preview_template = PREVIEW

        def preview_value(self):
            return {"title": gettext("How to hold the mouse"), **_example()}


def _example():
    return {"media": None, "transcript": gettext("Lay your hand on the mouse as on a small stone.")}
