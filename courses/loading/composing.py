"""Making the content of a page out of its file, in one language."""

import json

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from .blocks import BlockComposer
from .files import ABOUT_THE_FILE
from .words import as_html, words_in

NO_TYPE = -1  # given to a page that is only read: without it, Wagtail asks the database for the type of each


class Composer:
    """Turns page files into page content, in any of the site's languages.

    `pictures` is {path of the page: {file name: image}}. Without it pictures stay empty, which is
    enough to check a file. What is wrong with a file is raised as ContentError.
    """

    def __init__(self, languages, pictures=None):
        self.languages, self.pictures = languages, pictures or {}

    def values(self, page_file, language):
        """Return {field name: value} for the fields that the file gives, the slug among them."""
        names = [name for name in page_file.entry if name not in ABOUT_THE_FILE]
        return {"slug": page_file.slug} | {name: self._value(page_file, name, language) for name in names}

    def page(self, page_file, language, **values):
        """Return an unsaved page with the file's content."""
        return page_file.model(translation_key=page_file.key, **self.values(page_file, language), **values)

    def strings(self, page_file, language):
        """Return {(path, number): words} of everything a translator would translate.

        Paths are wagtail-localize's; the number tells the words of one rich text apart.
        Words are what wagtail-localize keeps: a little HTML, with `&amp;` for &.
        """
        segments = extract_segments(
            self.page(page_file, language, depth=page_file.depth, content_type_id=NO_TYPE)
        )
        texts = [
            (segment.path, segment.string.data)
            for segment in segments
            if isinstance(segment, StringSegmentValue)
        ]
        return numbered(texts)

    def _value(self, page_file, name, language):
        field = self._field(page_file, name)
        if isinstance(field, StreamField):
            return json.dumps(self._body(page_file, field, language))
        if isinstance(field, models.CharField | models.TextField) and not field.choices:
            text = words_in(page_file, page_file.entry, name, language, self.languages)
            return as_html(text) if isinstance(field, RichTextField) else text
        try:
            return field.clean(page_file.entry[name], None)
        except ValidationError as error:
            raise page_file.error(" ".join(error.messages), name) from error

    def _field(self, page_file, name):
        try:
            return page_file.model._meta.get_field(name)
        except FieldDoesNotExist:
            raise page_file.error(_("a page of this type has no such field"), name) from None

    def _body(self, page_file, field, language):
        def words(entry, name):
            return words_in(page_file, entry, name, language, self.languages)

        composer = BlockComposer(page_file, words, self.pictures.get(page_file.path, {}))
        return composer.stream(field.stream_block, page_file.entry, field.name)


def numbered(texts):
    """Return {(path, number): text} for (path, text) pairs, counting from 0 within each path."""
    counts, result = {}, {}
    for path, text in texts:
        number = counts[path] = counts.get(path, -1) + 1
        result[path, number] = text
    return result
