"""The pictures of all questions of a page, fetched together."""

from dataclasses import dataclass
from functools import cached_property

from wagtail.images import get_image_model


@dataclass
class Gallery:
    """The images of these primary keys. Runs one query when the first is asked for, none where there are none.

    A second one finds those of which no size was ever made.
    """

    pks: frozenset = frozenset()

    @classmethod
    def of(cls, items):
        return cls(frozenset(pk for item in items for pk in item.pictures))

    def get(self, pk):
        """Return the image with the sizes that were made of it, or None where it is not there any more."""
        return self._images.get(pk)

    @cached_property
    def _images(self):
        if not self.pks:
            return {}
        found = {}
        for size in _sizes_of(self.pks):
            image = found.setdefault(size.image_id, size.image)
            # Where Wagtail itself puts what was prefetched. One join saves the query that its own way needs.
            image.__dict__.setdefault("prefetched_renditions", []).append(size)
        return found | _without_sizes(self.pks - found.keys())


def _sizes_of(pks):
    sizes = get_image_model().get_rendition_model().objects
    return sizes.filter(image__in=pks).select_related("image")


def _without_sizes(pks):
    return get_image_model().objects.prefetch_renditions().in_bulk(pks) if pks else {}
