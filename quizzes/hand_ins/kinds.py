"""What a file is, decided by its bytes; its name and what the browser says of it count for nothing."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .documents import TEXT, office_kind, plain_text
from .names import safe_name
from .photos import NoPhoto, TooManyPixels, redraw

PHOTO, PDF, DOCUMENT = "photo", "pdf", "document"
KINDS = {
    PHOTO: gettext_lazy("Photo or picture"),
    PDF: gettext_lazy("PDF"),
    DOCUMENT: gettext_lazy("Document: text, table or slides"),
}
# What a browser offers first where somebody looks for a file.
ACCEPTED = {
    PHOTO: "image/*",
    PDF: ".pdf",
    DOCUMENT: ".docx,.xlsx,.pptx,.odt,.ods,.odp,.txt",
}
LARGEST_TEXT = 1024 * 1024
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Refused(Exception):
    """The file cannot be handed in; says why, in the learner's words."""


@dataclass(frozen=True)
class Examined:
    """A file that may be kept: what it is, what it is called, and the bytes to keep."""

    kind: str
    name: str
    content_type: str
    content: object

    @property
    def ending(self):
        return PurePosixPath(self.name).suffix


def examine(upload, allowed):
    """Return what an uploaded file is as `Examined`. Raises Refused for what is none of the `allowed` kinds."""
    upload.seek(0)
    start = upload.read(16)
    kind, ending, content_type, content = _recognise(upload, start, allowed)
    if kind not in allowed:
        raise Refused(_cannot(start, allowed))
    return Examined(kind, safe_name(upload.name or "", ending, instead=_("file")), content_type, content)


def _recognise(upload, start, allowed):
    """Return (kind, ending, content type, content); the kind is None where we do not know it."""
    if start.startswith(b"%PDF-"):
        return PDF, ".pdf", "application/pdf", upload
    if start.startswith(b"PK\x03\x04"):
        found = office_kind(upload)
        return (DOCUMENT, *found, upload) if found else (None, "", "", upload)
    if PHOTO in allowed and (photo := _photo(upload)):
        return photo
    if DOCUMENT in allowed and (text := _text(upload)):
        return DOCUMENT, *TEXT, ContentFile(text)
    return None, "", "", upload


def _photo(upload):
    try:
        ending, content = redraw(upload)
    except TooManyPixels:
        raise Refused(_("this picture is too large. Make it smaller, then choose it again.")) from None
    except NoPhoto:
        return None
    return PHOTO, ending, "image/png" if ending == ".png" else "image/jpeg", ContentFile(content)


def _text(upload):
    """A text is told from a web page or a program by nothing but its name, so the name has to say so."""
    if not (upload.name or "").lower().endswith(".txt") or upload.size > LARGEST_TEXT:
        return None
    upload.seek(0)
    return plain_text(upload.read())


def _cannot(start, allowed):
    if start.startswith(OLD_OFFICE) and DOCUMENT in allowed:
        return _("this is an old kind of document. Save it as .docx, .odt or PDF, then choose it again.")
    kinds = ", ".join(
        str(KINDS[kind]).lower() if kind != PDF else str(KINDS[kind]) for kind in KINDS if kind in allowed
    )
    return _("this file cannot be handed in here. What can be: %(kinds)s.") % {"kinds": kinds}
