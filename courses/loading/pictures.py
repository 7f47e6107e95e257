"""Bringing pictures into the site, each file once."""

import hashlib

from django.core.files import File
from wagtail.images import get_image_model

from .checking import pictures_of
from .words import as_text


def bring_pictures(page_file, language):
    """Return {file name: image} for the pictures of a page. A file that is in the site already is not added again."""
    return {picture["file"]: _bring(page_file, picture, language) for picture in pictures_of(page_file)}


def known_pictures(page_file):
    """Return {file name: image} for those pictures of a page that are in the site already."""
    found = {picture["file"]: _find(page_file, picture) for picture in pictures_of(page_file)}
    return {name: image for name, image in found.items() if image}


def _bring(page_file, picture, language):
    path = page_file.file.parent / picture["file"]
    return _find(page_file, picture) or _add(path, as_text(picture["alt"][language]))


def _find(page_file, picture):
    path = page_file.file.parent / picture["file"]
    digest = hashlib.sha1(path.read_bytes(), usedforsecurity=False).hexdigest()
    return get_image_model().objects.filter(file_hash=digest).order_by("pk").first()


def _add(path, words):
    with path.open("rb") as file:
        image = get_image_model().objects.create(
            title=words[:255], file=File(file, name=path.name), file_size=path.stat().st_size
        )
    image.get_file_hash()  # makes it and saves it
    return image
