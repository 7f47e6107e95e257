"""Photos: made anew from their pixels, so that nothing else in the file comes along, such as where it was taken."""

import io
import threading
import warnings

from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

register_heif_opener()

MOST_PIXELS = 50_000_000  # what the cameras of telephones make
LONGEST_SIDE = 2400  # enough to read a page of handwriting
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "HEIF", "AVIF")
_one_at_a_time = threading.Lock()  # opened, a picture takes a hundred times the memory that the file does


class NoPhoto(Exception):
    """These bytes are no picture that we can open."""


class TooManyPixels(NoPhoto):
    """It is a picture, but larger than any camera makes: opening it would take all the memory there is."""


def redraw(file, most_pixels=MOST_PIXELS, longest_side=LONGEST_SIDE):
    """Return (ending, bytes) of a photo, upright, no larger than is of use, without anything but its pixels.

    Raises NoPhoto or TooManyPixels. The size is read from the beginning of the file, before anything is unpacked.
    """
    with _one_at_a_time, warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            file.seek(0)
            with Image.open(file, formats=FORMATS) as photo:
                return _redraw(photo, most_pixels, longest_side)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise TooManyPixels from error
        except TooManyPixels:
            raise
        except Exception as error:  # whatever a broken or hostile file makes of a decoder
            raise NoPhoto from error


def _redraw(photo, most_pixels, longest_side):
    if photo.width * photo.height > most_pixels:
        raise TooManyPixels
    is_drawing = photo.format in ("PNG", "GIF") or _is_see_through(photo)
    photo.draft("RGB", (longest_side, longest_side))  # a JPEG is then opened at about the size that is wanted
    upright = ImageOps.exif_transpose(photo)
    upright.thumbnail((longest_side, longest_side))
    mode = (
        "RGBA"
        if is_drawing and "A" in upright.convert("RGBA").getbands() and _is_see_through(upright)
        else "RGB"
    )
    clean = Image.new(mode, upright.size)
    clean.paste(upright.convert(mode))
    written = io.BytesIO()
    if is_drawing:
        clean.save(written, "PNG", optimize=True)
        return ".png", written.getvalue()
    clean.save(written, "JPEG", quality=85, optimize=True)
    return ".jpg", written.getvalue()


def _is_see_through(photo):
    return "transparency" in photo.info or photo.mode in ("RGBA", "LA", "PA")
