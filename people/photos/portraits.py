"""Portraits: made anew from the pixels of what was sent, so that nothing else in the file comes along."""

import io
import threading
import warnings

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

SIDE = 192  # pixels: the door shows 72, and some screens draw two for one
MOST_BYTES = 10_000_000
MOST_PIXELS = 50_000_000  # what the cameras of telephones make
FORMATS = ("JPEG", "PNG", "WEBP")
NO_PHOTO = _("This is no photo that we can open. Choose a JPEG, PNG or WebP picture.")
_one_at_a_time = threading.Lock()  # opened, a picture takes a hundred times the memory that the file does


def portrait_of(upload) -> bytes:
    """Return a small square JPEG of a photo, upright, cut from its middle; ValidationError says what is wrong.

    The size is read from the beginning of the file, before anything is unpacked.
    """
    if upload.size > MOST_BYTES:
        raise ValidationError(_("This photo is too large: 10 MB at most."))
    with _one_at_a_time, warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(upload, formats=FORMATS) as photo:
                return _drawn(photo)
        except Exception as error:  # whatever a broken or hostile file makes of a decoder
            raise ValidationError(NO_PHOTO) from error


def _drawn(photo):
    if photo.width * photo.height > MOST_PIXELS:
        raise ValueError("More pixels than any camera makes.")
    photo.draft("RGB", (2 * SIDE, 2 * SIDE))  # a JPEG is then opened at about the size that is wanted
    upright = ImageOps.exif_transpose(photo).convert("RGB")
    square = ImageOps.fit(
        upright, (SIDE, SIDE), centering=(0.5, 0.4)
    )  # faces stand a little above the middle
    clean = Image.new("RGB", square.size)
    clean.paste(square)
    written = io.BytesIO()
    clean.save(written, "JPEG", quality=80, optimize=True)
    return written.getvalue()
