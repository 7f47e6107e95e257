"""Reading all files and finding every mistake before anything is written."""

from django.utils.translation import gettext as _
from PIL import Image
from wagtail.models import get_page_models

from courses.facts.using import is_named, names_in

from .composing import Composer
from .errors import ContentError, ContentErrors
from .files import Entry, read_tree
from .parts import all_of

LARGEST_PICTURE = 60_000  # bytes: learners' lines are slow
PICTURES = {"PNG", "JPEG", "WEBP"}  # never SVG, which can hold script


def read_content(folder, languages, choose=all_of):
    """Return the tree of page files, of which those that `choose(home)` returns are checked through and through.

    Of the others it is checked what they are and where they stand. Raises ContentErrors, one error for each wrong
    file.
    """
    try:
        home = read_tree(folder)
        _check_language(home, languages)
    except ContentError as error:
        raise ContentErrors([error]) from error
    errors = {file: error for file in all_of(home) if (error := _error(_check_kind, file))}
    composer = Composer(languages)
    for page_file in all_of(home) if errors else choose(home):
        if page_file not in errors and (error := _error(_check_words, page_file, composer)):
            errors[page_file] = error
    if errors:
        raise ContentErrors([errors[page_file] for page_file in all_of(home) if page_file in errors])
    return home


def pictures_of(page_file):
    """Yield the entries of the pictures in a page's body, however deep, each with `file:` and `alt:`."""
    yield from _pictures_in(page_file.entry.get("body") or [])


def _pictures_in(value):
    if isinstance(value, Entry) and "file" in value and "alt" in value:
        yield value
    elif isinstance(value, Entry | list):
        for part in value.values() if isinstance(value, Entry) else value:
            yield from _pictures_in(part)


def _check_language(home, languages):
    if home.entry.get("written_in") not in languages:
        message = _("the home page's file says which language the pages were written in: %(languages)s")
        raise home.error(message % {"languages": ", ".join(languages)}, "written_in")


def _error(check, *of_a_file):
    try:
        check(*of_a_file)
    except ContentError as error:
        return error
    return None


def _check_kind(page_file):
    page_file.model = _model(page_file)
    _check_place(page_file)


def _check_words(page_file, composer):
    if "title" not in page_file.entry:
        raise page_file.error(_("“%(name)s:” is missing here") % {"name": "title"})
    strings = {language: composer.strings(page_file, language) for language in composer.languages}
    _check_likeness(page_file, strings)
    for picture in pictures_of(page_file):
        _check_picture(page_file, picture)
    for fact in page_file.entry.get("facts") or []:
        _check_use(page_file, fact)


def _model(page_file):
    """Return the page class that a type such as “course index” names."""
    name = f"{str(page_file.entry.get('type', '')).title().replace(' ', '')}Page"
    for model in get_page_models():
        if model.__name__ == name:
            return model
    raise page_file.error(_("there is no such type of page"), "type")


def _check_place(page_file):
    parent = page_file.parent
    if parent and parent.model and page_file.model not in parent.model.allowed_subpage_models():
        raise page_file.error(_("a page of this type cannot stand below the page that lists it"), "type")


def _check_likeness(page_file, strings):
    """Refuse rich text that has more paragraphs or list members in one language than in another."""
    first, *others = strings
    for language in others:
        if strings[language].keys() != strings[first].keys():
            message = _("paragraphs or lists are divided differently in “%(one)s:” and “%(other)s:”")
            entry = _entry_of_difference(page_file, strings[first].keys() ^ strings[language].keys())
            raise page_file.error(message % {"one": first, "other": language}, entry=entry)


def _entry_of_difference(page_file, places):
    ids = {part for path, _number in places for part in path.split(".")}
    blocks = page_file.entry.get("body") or []
    return next((block for block in blocks if page_file.id_of("body", block["id"]) in ids), None)


def _check_use(page_file, fact):
    """Refuse a fact that says it is used in a lesson which the course does not have."""
    used_in = fact.get("used_in") or []
    paths = [other.path for other in page_file.parent.walk()]
    for name in names_in(used_in if isinstance(used_in, str) else ",".join(map(str, used_in))):
        if not any(is_named(name, path) for path in paths):
            message = _("there is no page “%(name)s” in this course") % {"name": name}
            raise page_file.error(message, "used_in", entry=fact)


def _check_picture(page_file, picture):
    file = page_file.file.parent / str(picture["file"])
    try:
        with Image.open(file) as image:
            image.verify()
            kind = image.format
    except (OSError, SyntaxError) as error:
        raise page_file.error(_("this picture cannot be read"), "file", entry=picture) from error
    if kind not in PICTURES or file.stat().st_size > LARGEST_PICTURE:
        message = _("a picture is PNG, JPEG or WebP of at most %(kilobytes)s kB")
        raise page_file.error(message % {"kilobytes": LARGEST_PICTURE // 1000}, "file", entry=picture)
