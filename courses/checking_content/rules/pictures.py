"""Every picture is shown somewhere, small enough for a slow line, and drawn from a source that is kept."""

from django.utils.translation import gettext as _

from courses.loading.checking import LARGEST_PICTURE, pictures_of

from ..finding import Finding


def find_forgotten_pictures(content):
    used = {
        (page.file.parent / picture["file"]).resolve()
        for page in content.pages
        for picture in pictures_of(page.page_file)
    }
    for file in sorted(content.folder.rglob("pictures/*")):
        if file.suffix == ".svg":
            continue
        if file.resolve() not in used:
            yield Finding(file, 1, _("no page shows this picture; show it or delete it"))
        if not file.with_suffix(".svg").exists():
            yield Finding(file, 1, _("keep the drawing it was made from beside it, as .svg"))
        if file.stat().st_size >= LARGEST_PICTURE:
            yield Finding(file, 1, _("the picture is too large for a slow line; draw it simpler"))
