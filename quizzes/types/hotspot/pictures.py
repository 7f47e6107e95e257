"""The picture of a question on screen, in a size that the server knows.

Without script a click comes in pixels of the screen, so the picture is never stretched: there is a large one and a
small one of the same file, and the style sheet shows one of them.
"""

from dataclasses import dataclass

from wagtail.images.shortcuts import get_rendition_or_not_found

LARGE, SMALL = (560, 480), (240, 400)


@dataclass(frozen=True)
class Shown:
    kind: str
    url: str
    width: int
    height: int


def shown(image):
    """Return the picture as it is shown on wide and on narrow screens, or [] where it is not there any more."""
    if not image:
        return []
    rendition = get_rendition_or_not_found(image, "max-{}x{}".format(*LARGE))
    size = rendition.width, rendition.height
    return [
        Shown(kind, rendition.url, *_fit(size, box)) for kind, box in (("large", LARGE), ("small", SMALL))
    ]


def _fit(size, box):
    scale = min(1, *(most / length for length, most in zip(size, box, strict=True)))
    return [max(round(length * scale), 1) for length in size]
