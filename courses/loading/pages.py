"""Source pages: reading what the site holds, and writing what the files say."""

import re
from decimal import Decimal

from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Page

EDITOR_KEYS = re.compile(r' data-block-key="[^"]*"')  # the editor adds them when a page is opened and saved


def find_page(page_file, locale):
    """Return the page as it was last edited, published or not, or None."""
    page = page_file.model.objects.filter(translation_key=page_file.key, locale=locale).first()
    return page and page.get_latest_revision_as_object()


def plain_content(page, names):
    """Return the named fields of a page as plain data in which equal content is equal.

    A picture is known by its file, not by its row; numbers by their value; what is empty is
    empty in one way only.
    """
    return {name: _plain_field(page, page._meta.get_field(name)) for name in names}


def create_page(page, page_file, locale):
    """Put a new page into the tree, where the files have it, and publish it."""
    page.live = False
    page.has_chosen_slug = True  # the file's name, even where it is a part of a Cyrillic title
    _insert(page, page_file, locale)
    page.save_revision(log_action=True).publish()


def update_page(page, values):
    """Write the file's values into a page. One that was unpublished stays so."""
    for name, value in values.items():
        setattr(page, name, value)
    revision = page.save_revision(log_action=True)
    if page.live:
        revision.publish()


def _insert(page, page_file, locale):
    parent = find_parent(page_file, locale)
    siblings = parent.get_children()
    for older in page_file.older_siblings:
        if left := siblings.filter(translation_key=older.key).first():
            left.add_sibling(pos="right", instance=page)
            return
    if page_file.parent and siblings:
        siblings.first().add_sibling(pos="left", instance=page)
    else:
        parent.add_child(instance=page)


def find_parent(page_file, locale):
    """Return the page under which this one belongs in a language, or None where it was deleted."""
    if page_file.parent is None:
        return Page.get_first_root_node()
    return Page.objects.filter(translation_key=page_file.parent.key, locale=locale).first()


def _plain_field(page, field):
    value = field.value_from_object(page)
    if isinstance(field, StreamField):
        list(value)  # reads lazy blocks, so that what a block leaves out is filled in
        value = value.get_prep_value()
    return _plain(value)


def _plain(value):
    if isinstance(value, dict):
        value = {name: _plain(part) for name, part in value.items()}
        return value | {"image": _file_of(value["image"])} if "alt_text" in value else value
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return EDITOR_KEYS.sub("", value) if isinstance(value, str) else value or ""


def _file_of(image_pk):
    image = get_image_model().objects.filter(pk=image_pk or None).first()
    return image.get_file_hash() if image else ""
