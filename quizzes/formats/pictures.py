"""Pictures inside a file of questions: looked at and drawn anew before anything is written, within limits."""

import base64
import binascii
import hashlib
import io
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from quizzes.hand_ins.photos import NoPhoto, TooManyPixels, redraw

MOST_PICTURES = 100
MOST_PIXELS = 12_500_000  # of one picture; a telephone's photo has as many
MOST_PIXELS_TOGETHER = 25_000_000  # as many as are opened within a few seconds
MOST_RATIO = 1000  # bytes in memory for a byte in the file; a drawing of one colour has some hundreds
SMALL = 1_000_000  # pixels that are no danger, whatever they were packed into
LONGEST_SIDE = 1600
LONGEST_NAME = 80


@dataclass(frozen=True)
class Picture:
    """A picture as it is to be kept: its bytes, and what is read instead of it; `alt` is "" where it only decorates.

    `given` is the digest of the bytes as they came, which the site may have already. `content` is None where the
    file of a picture cannot be read.
    """

    name: str
    content: bytes | None = field(repr=False)
    alt: str = ""
    given: str = field(default="", compare=False)


class NotKept(Exception):
    """This picture cannot be kept. The message says why."""


@dataclass
class Lightbox:
    """Looks at the pictures of one file and counts what they take altogether."""

    count: int = 0
    pixels: int = 0

    def look_at(self, name, encoded, alt=""):
        """Return a `Picture` for what a file holds as base64. Raises NotKept."""
        self.count += 1
        if self.count > MOST_PICTURES:
            raise NotKept(_("there are more than %(most)s pictures in the file") % {"most": MOST_PICTURES})
        try:
            content = base64.b64decode("".join(encoded.split()), validate=True)
        except (binascii.Error, ValueError):
            raise NotKept(_("it is damaged")) from None
        self._measure(content)
        try:
            ending, clean = redraw(io.BytesIO(content), most_pixels=MOST_PIXELS, longest_side=LONGEST_SIDE)
        except TooManyPixels:
            raise NotKept(_("it is too large")) from None
        except NoPhoto:
            raise NotKept(_("it is no picture that can be shown")) from None
        return Picture(f"{PurePosixPath(name).stem[:LONGEST_NAME]}{ending}", clean, alt, digest_of(content))

    def _measure(self, content):
        """Read the size from the beginning of the file, before anything is unpacked."""
        try:
            with Image.open(io.BytesIO(content)) as image:
                pixels = image.width * image.height
        except UnidentifiedImageError:
            raise NotKept(_("it is no picture that can be shown")) from None
        except Exception:  # noqa: BLE001 - whatever a broken or hostile file makes of a decoder
            raise NotKept(_("it is damaged")) from None
        is_bomb = pixels > SMALL and 4 * pixels > MOST_RATIO * len(content)
        if pixels > MOST_PIXELS or is_bomb:
            raise NotKept(_("it is too large"))
        self.pixels += pixels
        if self.pixels > MOST_PIXELS_TOGETHER:
            raise NotKept(_("the pictures in the file are too large altogether"))


def digest_of(content):
    """Return the digest by which Wagtail knows a file."""
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()


def pictures_in(value):
    """Yield the pictures in the values of a question, however deep."""
    if isinstance(value, Picture):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from pictures_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from pictures_in(one)
